# The words of the pages in English. The vendor's name comes from the settings, as { $vendor }.

language-name = English

## On every page

skip-to-content = Skip to the content
languages = Language
footer-vendor = Visit { $vendor }
ribbon-text = This is a demo: no message leaves this machine.
ribbon-back = Back to the demo
ribbon-home = The start page holders see

## Dates, lists and steps

date-day = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
date-weekday = { $weekday ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
date-clock = { $hour }:{ $minute }
date-moment = { $day }, { $clock }
list-two = { $before } and { $next }
list-more = { $before }, { $next }
list-last = { $before } and { $next }
steps-two = { $before } and { $next }
steps-more = { $before }, { $next }
steps-last = { $before }, and { $next }
at-once-registration = at once after registration
at-once-renewal = at once after the renewal
at-once-theft-attempt = at once when the attempt is noticed
at-once-block = at once when the license is blocked
before-expiry = { $last ->
    [one] { $days } day before expiry
   *[other] { $days } days before expiry
}
on-expiry = on the expiry date
after-expiry = { $last ->
    [one] { $days } day after expiry
   *[other] { $days } days after expiry
}
before-deletion = { $last ->
    [one] { $days } day before the expiry date of the blocked license
   *[other] { $days } days before the expiry date of the blocked license
}

## The kinds of messages

kind-serial-number = Serial number
kind-key-file = Key file
kind-mobile-offer = Protection for mobile devices
kind-account-invitation = Invitation to make an account
kind-renewal-reminder = Renewal reminder
kind-renewal-confirmation = Renewal confirmed
kind-theft-attempt = Attempted theft of a license
kind-license-blocked = License blocked
kind-license-replaced = Serial number replaced
kind-blocked-license-deletion = Deletion of a blocked license
kind-address-changed = Address changed

about-serial-number = Brings you the serial number of a license that was issued to you.
about-key-file = Brings you the key file of your license once you have registered its serial number.
about-mobile-offer = Tells you that your mobile devices can be protected free of charge.
about-account-invitation = Invites you to My { $vendor }, if you do not use it yet.
about-renewal-reminder = Tells you that your license is about to expire, or has expired, and how to renew it. After a renewal no more of these are sent.
about-renewal-confirmation = Confirms that your license was renewed, and until when the new one runs.
about-theft-attempt = Warns you that somebody gave your serial number with an e-mail address that is not yours: when, where and how often. You can have the serial number replaced.
about-license-blocked = Tells you that a license no longer works, and why.
about-license-replaced = Brings you the new serial number and key file after a serial number was replaced.
about-blocked-license-deletion = After a renewal or an additional purchase your previous license is blocked. This message says on which day it will be deleted; should the message be late, the deletion waits for you just as long.
about-address-changed = Goes to the old and to the new address when the address of your licenses is changed.

## Home

home-title = Your licenses, looked after
home-lead = { $vendor } keeps your licenses here, and tells you in good time what is happening to them.
home-my-text = Your messages, your licenses and their key files in one place.
home-my-how = You need no password: a link comes by e-mail.
home-my-go = Sign in
home-register-text = You have a serial number? Register it and get the key file at once.
home-renew-text = Name your license and the new serial number, and see what you get before anything happens.
home-renew-go = Renew
home-schedule-text = Which messages about your license you will get from us, and when.
home-schedule-go = See the messages

## Messages you can expect

schedule-title = Messages you can expect
schedule-lead = { $vendor } sends these messages to the holders of its licenses. They come by e-mail to the address of the license, in your language, and stay readable in My { $vendor }.
schedule-home = For homes
schedule-business = For businesses
schedule-not-sent = not sent
schedule-hour = Sent at { $clock } your local time.
schedule-note = Footnote { $number }
schedule-note-back = Back to where footnote { $number } belongs
schedule-always-title = Sent whenever it happens
schedule-always-text = These messages bring you something you need or protect your licenses. Everybody gets them, at once.
schedule-decline-title = What you can decline
schedule-decline-text = A message that can be declined has a link for it at its end: one click, and no more e-mails of this kind come. You still find the message in My { $vendor }. All other messages are always sent, because your license depends on them.
schedule-notes-title = Footnotes
decline-never = Always sent: it cannot be declined.
decline-always = Can be declined.
decline-after-expiry = Reminders after the expiry date can be declined; the others are always sent.
note-of-license = Not sent for { $products }.
note-of-holder = Not sent to holders who have { $products } already.

## Signing in

field-email = E-mail address
field-serial = Serial number
field-previous = Previous serial number
field-new-serial = New serial number
field-key-file = Key file of the license you have
field-key-text = Or its text
field-product = Product
field-name = Your name or company (may be left empty)
field-language = Language of our messages to you
field-zone = Your time zone
field-wrong-email = An e-mail address that is not the holder’s
sign-in-title = Sign in to My { $vendor }
sign-in-text = Give the e-mail address of your license. We send a link and a code to it; you need no password.
sign-in-then = After that we bring you back to where you were going.
sign-in-send = Send me a link
sign-in-sent-title = Look into your mailbox
sign-in-sent-text = If a license belongs to this address, a letter is on its way. Its link and its code work once, and are valid for { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}.
sign-in-sent-here = Open the link in this browser, or type the code here.
field-code = Code from the letter
hint-code = Eight digits. You can read them on any device.
sign-in-code-go = Sign in
sign-in-code-left = { $count ->
    [one] You have one more try.
   *[other] You have { $count } more tries.
}
problem-wrong-code = This is not the code of the latest letter.
sign-in-elsewhere-title = Open this link where you asked for it
sign-in-elsewhere-text = For your safety it opens only in the browser in which the address was entered. Nothing has been used up.
sign-in-elsewhere-code = You are reading the letter on another device? Type its code there, on the page that is open.
sign-in-elsewhere-again = You want to sign in here? Then ask for a new letter here.
sign-in-elsewhere-go = Sign in here
sign-in-elsewhere-not-you = You did not ask for this? Then close this page, and give the code to nobody.
sign-in-sent-nothing = Nothing came? Look among your unwanted mail, or try the address to which your serial number was sent.
sign-in-again = Try another address
sign-in-confirm-text = One more click and you are in, on this device.
sign-in-confirm-go = Sign in
sign-in-confirm-not-you = You did not ask for this? Then close this page; nothing has happened.
sign-in-failed-title = This link or code no longer works
sign-in-failed-text = It was used already, it is too old, or too many wrong codes were typed. Ask for a new letter; it comes at once.
sign-in-failed-go = Get a new letter

## The portal

my-title = My { $vendor }
my-messages = Messages
my-licenses = Licenses
my-unread = { $count ->
    [one] ({ $count } unread)
   *[other] ({ $count } unread)
}
my-signed-in = Signed in:
my-sign-out = Sign out
came-back-title = Mail to { $address } comes back
came-back-since = Since { $day } no letters are sent there. All your messages are here in the portal.
came-back-do = Does the address work? Have a link to sign in sent there. Once you have used it, letters go there again.
came-back-send = Send a link to this address
came-back-change = Another address: your profile
about-more = { $count ->
    [one] and { $count } more license
   *[other] and { $count } more licenses
}
messages-none = No messages yet. When something happens to your license, you find it here.
messages-pages = Newer and older messages
messages-newer = Newer
messages-older = Older
message-unread = Unread
message-back = All messages
message-sent = Date
message-about = License
message-fate = E-mail
messages-all-read = Mark all as read
messages-filter = Choose messages
messages-filter-go = Show
messages-every-license = Every license
messages-every-kind = Every kind
messages-count = { $count ->
    [0] No messages
    [one] { $count } message
   *[other] { $count } messages
}
messages-show-all = Show all messages
messages-no-match = No messages match this choice.
message-eml = Save the whole e-mail (.eml)
message-eml-anew = The file has the same words as the e-mail that was sent; a newer program writes it in a slightly different form.
message-eml-alone = This message came with others in one e-mail; the file has this one alone, in full.
message-mark-unread = Mark as unread
fate-text-waiting = It goes to { $address } as soon as the mail server takes it.
fate-text-accepted = The mail server of { $address } took it:
fate-text-unknown = It went to { $address }, but the mail server’s answer was lost. We look after it; it may come twice.
fate-text-bounced = It came back from { $address }. The message stands here all the same. It was sent:
fate-text-failed = The mail server of { $address } refused it. The message stands here all the same. Noticed:
fate-text-declined = You asked us not to send such e-mails. The message stands here all the same.
fate-text-held = { $address } does not take our e-mails. The message stands here all the same.
message-files = Files
fate-waiting = On its way
fate-accepted = E-mail sent
fate-unknown = E-mail sent, not yet confirmed
fate-bounced = E-mail came back
fate-failed = E-mail refused
fate-declined = No e-mail, as you wished
fate-held = No e-mail: your address takes none
status-active = Active
status-unregistered = To be registered
status-expired = Expired
status-blocked = Blocked
status-deleted = Deleted
license-days-left = { $days ->
    [0] Expires today
    [one] { $days } day left
   *[other] { $days } days left
}
license-days-past = { $days ->
    [one] Expired { $days } day ago
   *[other] Expired { $days } days ago
}
license-to-register = Register its serial number to get the key file.
license-registered = Registered
license-expires = Expires
license-devices = Devices
license-blocked-on = Blocked
license-deletion = Will be deleted
license-valid-until = Valid until
license-renew = Renew or add devices
license-replace = Replace the serial number
my-library = Library
library-lead = Short pages of help about licenses. Keep those you want to find again.
library-mine = My library
library-mine-none = You keep no page yet. “+ Add to library” keeps one here.
library-all = All pages
library-add = + Add to library
library-kept = In my library
library-remove = Remove from my library
library-back = All pages of help
count-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
count-months = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
licenses-tabs = Licenses by their state
tab-active = Active
tab-expired = Expired
tab-blocked = Blocked
tab-none-active = No license is active. Register a serial number, or look among the expired ones.
tab-none-expired = Nothing has expired. We remind you before something does.
tab-none-blocked = No license is blocked.
license-back = All licenses
license-certificate = Certificate to print
license-previous = It took the place of
license-successor = Its place was taken by
license-coming = Coming up
license-coming-text = These messages will come if nothing changes. A renewal ends the reminders.
license-coming-none = No message about this license is planned.
license-past = So far
license-attempts = Attempts to use its serial number
license-attempts-text = { $count ->
    [one] Once somebody gave its serial number with an e-mail address that is not yours. Nothing was given away.
   *[other] { $count } times somebody gave its serial number with an e-mail address that is not yours. Nothing was given away.
}
license-attempts-times = { $count ->
    [one] once
   *[other] { $count } times
}
service-registration = registration
service-renewal = renewal
service-expansion = additional purchase
service-replacement = replacement of the serial number
service-key-file = request for the key file
life-issued = Serial number issued
life-imported = Taken over from earlier records
life-corrected = Dates corrected
life-registered = Registered
life-renewal = Registered as a renewal
life-expansion = Registered as an additional purchase
life-replacement = Issued in place of a stolen serial number
life-key-file-asked = Key file asked for again
life-renewed = Renewed: another license took its place
life-expanded = Added to: another license took its place
life-replaced = Serial number replaced
life-blocked = Blocked
life-lifted = Block lifted
life-deleted = Deleted
life-address-changed = Moved to another e-mail address
life-address-restored = Change of address undone
certificate-title = License certificate
certificate-text = { $vendor } certifies that this license is registered for its holder.
certificate-holder = Holder
certificate-key = Key file signed with
certificate-id = License
certificate-made = As of
certificate-back = Back to the license
certificate-care = This is the only page with the whole serial number. Print it and keep it in a safe place: whoever knows the number could try to use it.
license-key-file = Download key file
blocked-renewed = You renewed it: the new license has taken its place.
blocked-expanded = An additional purchase has taken its place.
blocked-compromised = Its serial number was replaced, because it was in the wrong hands.
blocked-other = It was blocked by the vendor.

## Registering

form-problems = { $count ->
    [one] One field needs another look
   *[other] { $count } fields need another look
}
hint-serial = As it stands in the message or on the card that brought it. Small letters, spaces and missing hyphens do not matter; O counts as 0, and I and L as 1.
doubt-groups = { $count ->
    [one] If one character is wrong, look for it in group { $groups } of the four.
   *[other] If one character is wrong, look for it in one of these groups of the four: { $groups }.
}
doubt-go-on = It is written exactly so
doubt-go-on-hint = Some older numbers have no such check. Tick this only after comparing every character.
hint-zone = Messages with a date come at the sending hour there.
register-title = Register a serial number
register-text = Your license begins today, and you get its key file: here at once, and by e-mail.
register-or-renew = You have a license already?
register-or-renew-go = Renew it instead, and keep its days.
hint-register-email = The address to which the serial number was sent. If it came on a card or as a gift: your own.
register-go = Register
register-again-hint = You registered it before? Enter the same again, and we send the key file once more.
registered-title = Registered
registered-text = Your license works from today. The key file is on its way to { $address } as well.
registered-again-title = The key file is on its way again
registered-again-text = This serial number was registered before. We send its key file to { $address } once more.
fetch-minutes = { $minutes ->
    [one] This page is open for { $minutes } minute; after that the key file is in your mailbox.
   *[other] This page is open for { $minutes } minutes; after that the key file is in your mailbox.
}
done-my = Your licenses in My { $vendor }
unmatched-title = This did not work
unmatched-text = We found no license that can be used here with this serial number and this address. Compare both, character by character, with the message that brought you the serial number.
unmatched-mail = If what you entered is right, we have sent a message to the license’s address: it says what to do next.
unmatched-go = Try again
too-many-title = Please wait a little
too-many-text = Too many tries did not work. You can try again in { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}.
too-many-why = We did not check what you entered. The pause protects license holders from strangers who guess; nothing of yours was changed or blocked.
too-many-holder = Is the license yours? Sign in: for your own licenses there is no pause.
too-many-sign-in = Sign in
too-many-go = Back to the form

## Renewing

renew-title = Renew a license
renew-text = Name the license you have. You see what a renewal gives before anything happens, and before you buy.
hint-renew-email = The address of the license you have. The new one goes there too.
renew-how = What did you buy?
renew-renewal = A renewal
renew-renewal-hint = The new license takes over the days that are left.
renew-expansion = An additional purchase
renew-expansion-hint = The new license covers the devices of both.
renew-next = Show what I get
renew-next-hint = Nothing is changed yet.
renew-own = Your licenses
renew-sign-in = Signed in, you choose from your licenses and need no old serial number.
renew-sign-in-go = Sign in
renew-or-key-file = Or use the key file instead of the serial number
hint-key-file = The file that came with our message and lies in the program’s folder; its name ends in .key. An expired one is good too.
renew-go-on = Go on
renew-without-title = No old license at hand?
renew-without-text = You can register the new serial number without one, and lose what a renewal gives.
renew-without-see = See what is lost
held-title = The license you have
held-expired = Expired on
held-example = What a renewal gives
held-example-text = { $months ->
    [one] An example: a license for { $months } month, bought at full price and registered today.
   *[other] An example: a license for { $months } months, bought at full price and registered today.
}
held-example-expansion = The same as an additional purchase would cover its own devices and the { $devices } of this license, until { $day }.
held-new = Do you have the new serial number?
held-shop = Nothing bought yet?
held-shop-text = Go to the shop of { $vendor }. The link says which license it is for, so you need not enter its number there.
held-shop-renewal = Buy a renewal
held-shop-expansion = Buy more devices for it
held-no-shop = Buy the new serial number from { $vendor }, then come back with it.
without-title = Without an old license
without-text = A new serial number can be registered alone. Look first at what that costs.
without-renewal = If you bought a renewal
without-days = The days that are left on the old license are not added.
without-bonus = { $days ->
    [one] A license bought at full price gets no bonus of { $days } day.
   *[other] A license bought at full price gets no bonus of { $days } days.
}
without-discount = { $days ->
    [one] A license bought at a discount runs { $days } day shorter.
   *[other] A license bought at a discount runs { $days } days shorter.
}
without-example = { $months ->
    [one] An example: { $months } month, registered today, runs until { $end } instead of { $own }.
   *[other] An example: { $months } months, registered today, run until { $end } instead of { $own }.
}
without-old = The old license goes on by itself until it expires.
without-expansion = If you bought an additional purchase
without-devices = The devices are not added up: each license covers its own.
without-two = You have two licenses then, with two key files and two expiry dates.
without-for-good = Once it is registered alone, this cannot be changed.
without-back = I have the old license
without-go = Register without it
sum-title = What you get
sum-text = Check the sum. Nothing has been changed yet.
sum-old = The license you have
sum-new = The new license
sum-caption = How the expiry date comes about
sum-own = { $months ->
    [one] { $day } and { $months } month
   *[other] { $day } and { $months } months
}
sum-old-end = The license you have runs until
sum-carried = Days left on the license you have
sum-bonus = Bonus for renewing
sum-deducted = Taken off: bought at a discount, and the license you have does not entitle to it
sum-plus = { $days ->
    [one] + { $days } day
   *[other] + { $days } days
}
sum-minus = { $days ->
    [one] − { $days } day
   *[other] − { $days } days
}
sum-later = The later of both: valid until
sum-least = A license runs for one day at least.
sum-devices = { $old } + { $new } = { $all }
sum-consequence = The license you have ({ $serial }) is blocked at once and later deleted. On your devices, replace its key file with the new one.
sum-renew = Renew now
sum-add = Add now
sum-back = Enter something else
renewed-title = Renewed
expanded-title = Added
renewed-text = The new key file is on its way to { $address } as well. Put it on your devices in place of the old one.
renewed-old = The old license
renewed-old-text = { $product } ({ $serial }) is blocked now.
renewed-deletion = It will be deleted on { $day }.
renewed-told = We write to you once more before that, on { $day }.
renewed-untold = No further message is sent about it.

## Replacing a serial number

replace-title = Replace a serial number
replace-text = Is your serial number in the wrong hands? Replace it: the old one stops working at once, and the new one comes by e-mail.
replace-door-text = Only the holder can do this. Sign in first, then choose “Replace the serial number” beside the license.
replace-door-go = Sign in
replace-rule = { $days ->
    [one] This is free of charge while at least { $days } day is left.
   *[other] This is free of charge while at least { $days } days are left.
}
replace-none = None of your licenses is active or blocked because of its serial number.
replace-quota = Free replacements left
replace-quota-of = { $left } of { $free }
replace-days-left = Days left
replace-confirm-title = Replace this serial number?
replace-confirm-old = The old serial number and its key file stop working at once, on every device.
replace-confirm-new = A new serial number with the same expiry date comes to { $address }, with its key file. It works at once.
replace-confirm-quota = This uses one free replacement.
replace-confirm-go = Replace it now
replace-back = Choose another license
replaced-title = Serial number replaced
replaced-text = The new serial number is on its way to { $address }. Its license works already; put the new key file on your devices.
replaced-old = The old serial number { $serial } is blocked.
replaced-go = All licenses

## When something does not work

not-found-title = There is nothing here
not-found-text = The address may be mistyped, or the page has moved.
not-found-go = Go to the start page
refused-title = This did not work
refused-go = Go back
broken-title = Something broke on our side
broken-text = It is nothing you did. Try again in a minute; if it happens again, give { $vendor } this mark:
broken-mark = Mark:
problem-empty = Fill this in.
problem-not-an-address = This is not an e-mail address. One is written name@example.com.
problem-same-address = This is your address already.
problem-not-a-serial = A serial number has 16 letters and digits: XXXX-XXXX-XXXX-XXXX.
problem-doubtful-serial = Look at this number once more: its last two characters check the others, and here they do not fit.
problem-not-a-key-file = This is not a whole key file. Choose the file as it came, or paste all of its text.
problem-foreign-key-file = This key file was not made here.
problem-changed-key-file = This key file was changed after it was made. Choose it as it came with our message.
problem-not-a-name = A name has no line breaks and at most 200 characters.
problem-not-a-zone = There is no such time zone. Choose one from the list.
problem-no-replacement-left = Its serial number cannot be replaced free of charge any more. Ask the vendor for help.
problem-too-few-days-left = Too few days are left to replace its serial number. Renew the license instead.
problem-address-just-changed = The address of your licenses was changed a short while ago. While that can be undone, no serial number is replaced and no data is erased.
problem-too-many-tries = Too many tries did not work. Wait a few minutes before the next one.
problem-no-match = No license has this serial number and this address. Check both against the message that brought you the serial number.
problem-already-registered = This serial number is registered already. Its key file can be found in the portal.
problem-not-registered = This license is not registered yet. Register its serial number first.
problem-blocked = This license is blocked. A message about it is in the portal.
problem-already-renewed = This license was renewed already. Name the license that took its place.
problem-same-license = The old and the new serial number are the same. Name two different ones.
problem-broken-form = The form did not arrive whole. Open its page again and fill it in once more.
problem-clock-stays = The clock moves forward only, and this is as far as it goes.
problem-not-here = This cannot be done here.

## The demo

demo-title = Watch Tenure at work
demo-what-1 = Tenure keeps a software vendor’s licenses and tells every holder, in their language and at their local time, what is happening to the license.
demo-what-2 = Each message goes out exactly once, only while it is still true, and stays readable in the holder’s portal.
demo-what-3 = Here it runs in a sandbox: the holders are invented, the clock is yours to move, and mail goes no further than this page.
demo-jumps = On this page
demo-jump-programme = Six messages
demo-jump-decisions = Decisions
demo-clock-title = The clock
demo-next = Next message due:
demo-next-none = No message is due in sight.
demo-move-notice = To the next message
demo-move-day = +1 day
demo-move-week = +1 week
demo-move-month = +1 month
demo-move-sleep = Sleep a month, then wake
demo-sleep-hint = While Tenure sleeps, nothing goes out. When it wakes it sends only the newest step of each license, and says what it left out.
report-title = What happened
report-slept = Tenure slept, woke and caught up.
report-accepted = { $count ->
    [one] { $count } message sent
   *[other] { $count } messages sent
}
report-superseded = { $count ->
    [one] { $count } left out for a newer step
   *[other] { $count } left out for newer steps
}
report-late = { $count ->
    [one] { $count } left out: too late
   *[other] { $count } left out: too late
}
report-canceled = { $count ->
    [one] { $count } canceled: its reason ended
   *[other] { $count } canceled: their reason ended
}
report-deferred = { $count ->
    [one] { $count } will be tried again
   *[other] { $count } will be tried again
}
report-failed = { $count ->
    [one] { $count } refused for good
   *[other] { $count } refused for good
}
report-deleted = { $count ->
    [one] { $count } license deleted
   *[other] { $count } licenses deleted
}
report-nothing = Nothing was due.
demo-programme-title = The six messages of the programme
demo-programme-seen = Seen so far: { $seen } of { $total }.
demo-seen = seen
demo-not-seen = not yet
guide-next = Next:
guide-all = You have seen them all. Move the clock on and watch, or be one of the holders.
guide-key-file = register the serial number that is ready in the first form below. The key file comes at once.
guide-mobile-offer = register a serial number for a home product in the first form below. The offer comes with the key file.
guide-account-invitation = register a serial number for a holder who has never signed in: use the first form below.
guide-renewal-reminder = press “To the next message” until a reminder goes out.
guide-theft-attempt = try a wrong address in the third form below. The holder is warned at once.
guide-blocked-license-deletion = renew a license for homes in the second form below, then move the clock on. The message comes 30 days before the old license is deleted.
demo-mails-title = Captured mail
demo-mails-none = No mail yet. Move the clock on, or register a serial number.
demo-shown = { $count ->
    [one] The newest { $shown } of { $count }
   *[other] The newest { $shown } of { $count }
}
demo-decisions-title = What was decided, and why
demo-decisions-none = Nothing was decided yet. Move the clock on.
state-due = Waiting
state-sending = Being sent
state-unknown = Answer lost
state-accepted = Sent
state-bounced = Came back
state-complained = Unwanted
state-superseded = Superseded
state-late = Late
state-canceled = Canceled
state-held = Portal only
state-failed = Refused
why-renewed = The license was renewed, so this was no longer true.
why-expanded = An additional purchase took the license’s place.
why-replaced = The serial number was replaced.
why-blocked = The license was blocked.
why-lifted = The block was lifted.
why-deleted = The license was deleted.
why-corrected = The license’s dates were corrected.
why-unscheduled = The schedule no longer has this step.
why-no_address = The license has no address.
why-already_has = What is offered is there already.
why-operator = An operator canceled it.
why-out_of_time = The mail server’s answer was lost, and its time went by.
why-undone = The change of address that it tells of was undone.
why-erased = The holder was erased.
why-newer_step_due = A newer step was due too, so only that one went out.
why-limit_passed = Its time had passed before it could be sent.
why-declined = E-mails of this kind were declined; the portal has the message.
why-suppressed = The address takes no mail; the portal has the message.
why-other = The mail server gave another reason.
demo-forms-title = Try it
form-register-title = Register a serial number
form-register-hint = The term begins, and the key file goes out at once.
form-register-go = Register
form-register-done = Registered. The key file is in the captured mail.
form-renew-title = Renew a license
form-renew-hint = The new license takes over the days that are left; the reminders of the old one are canceled.
form-renew-go = Renew
form-renew-done = Renewed. The old license is blocked, its reminders are canceled.
form-theft-title = Try a wrong address
form-theft-hint = You get the answer that a stranger would get. The holder gets a warning.
form-theft-go = Try it
form-theft-done = The stranger learned nothing. The holder was warned.
demo-holders-title = Sample holders
demo-holders-text = Each lives in a zone of their own: a message comes at the sending hour there, not here.
holder-language = Language: { $language }
holder-next = Next:
holder-next-none = Nothing more is planned.
holder-be = Be this holder
mail-to = To
mail-when = Captured
mail-kind = Message
mail-other = A sign-in link, or other mail on request
mail-faces = Faces of this mail
mail-html = As it looks
mail-text = As text
mail-source = Raw source

# Declining a kind of letter
decline-title = Receive fewer letters
decline-text = Letters of this kind will no longer come by e-mail: “{ $kind }”. You will go on finding them among your messages.
decline-go = Decline these letters
decline-duties = About key files, licenses that are about to expire, theft attempts and deletions we always write by e-mail.
decline-done-title = Declined
decline-done-text = “{ $kind }” will no longer come by e-mail. You will go on finding such letters among your messages.
decline-done-go = To my messages

## Profile

my-profile = Profile
profile-saved = Saved.
profile-you = About you
profile-save = Save
profile-sent = What we send you
profile-sent-text = Every message is in My { $vendor } as well, whatever you choose here.
profile-choose = By e-mail, if you like
profile-save-choice = Save choice
profile-always = Always by e-mail
profile-always-text = These bring you what you need for your license, or protect it from strangers and from being lost. So they cannot be declined.
profile-visits = Where you are signed in
profile-visits-text = You do not know one of these? Sign it out. A visit ends by itself after 12 hours.
visit-browser-on = { $browser } on { $platform }
visit-unknown = A browser we do not know
visit-here = This device
visit-begun = Signed in:
visit-seen = Last here, to the hour:
visit-end = Sign out
visit-end-others = Sign out all other devices
profile-passkeys = Passkeys
profile-passkeys-text = With a passkey you sign in by your fingerprint, your face or the PIN of your device, and wait for no letter. The way by e-mail always stays open. A passkey that you remove here no longer signs in, even if your device still offers it.
passkey-or = Or without waiting for a letter:
passkey-sign-in = Sign in with a passkey
passkey-made = Added:
passkey-used = Last used:
passkey-unused = Not used yet
passkey-unnamed = Passkey
passkey-remove = Remove
passkey-name = Name of the new passkey
passkey-name-hint = So that you know it again, such as Phone or Office. Left empty, it gets the name of this browser.
passkey-add = Add a passkey
passkey-problem-canceled = Nothing has happened: you canceled, or it took too long. Try again, or sign in by e-mail.
passkey-problem-gone = That took too long. Please try once more.
passkey-problem-wrong = This passkey does not sign in here. Perhaps it was removed. Sign in by e-mail instead.
passkey-problem-wait = Too many tries were wrong. Wait a few minutes, or sign in by e-mail.
passkey-problem-known = This device already has a passkey of yours.
passkey-problem-many = You have as many passkeys as are possible. Remove one first.
passkey-problem-failed = That did not work. Please try once more in a moment.
profile-calendar = Calendar
profile-calendar-text = Have the last days of your licenses in your calendar. It follows by itself: after a renewal the old day goes and the new one comes.
calendar-make = Make a calendar
calendar-again = Make a new address
calendar-revoke = Revoke the address
calendar-since = Your calendar has had its address since
calendar-made = Your calendar is ready. An older address no longer works.
calendar-address = Address of your calendar
calendar-secret = It is shown only now, and whoever has it can see your products and dates. Add it to your calendar program as a subscription.
calendar-subscribe = Subscribe in my calendar program
calendar-name = Licenses of { $vendor }
calendar-summary = { $product }: the license ends today
calendar-description = Serial number { $serial }. It is valid to the end of this day.
profile-data = Your data
profile-data-text = Everything that is kept about you, in one file: profile, licenses, messages, what happened to your licenses, and where you are signed in.
profile-export = Download my data

profile-erase-text = All of this can be erased for good. What stays then, and what it means for you, is told first.
profile-erase = Erase my data
erase-title = Erase my data
erase-lead = This takes your name, your address and everything you were told out of what { $vendor } keeps here. It cannot be undone.
erase-gone = What is erased
erase-gone-profile = Your name, your e-mail address, your language and time zone, and what you chose in the profile.
erase-gone-messages = The words of all messages to you in the portal. What is in your mailbox stays there.
erase-gone-account = Your visits and devices, passkeys, calendar and library.
erase-gone-tie = What ties your licenses to you.
erase-kept = What is kept, and why
erase-kept-licenses = Your licenses without you: product, serial number, dates, and which one took the place of another. They prove what was sold, and keep a serial number from being used twice.
erase-kept-number = The number that { $vendor } itself gave a license, such as that of an order: by it an old list is recognized, and does not bring your data back. What { $vendor } keeps elsewhere under this number is not erased here.
erase-kept-proof = That messages about them were sent, and when, without words and address: { $vendor } has to be able to prove it.
erase-kept-record = That an erasure took place, and when, and not whose.
erase-kept-copies = Backups that { $vendor } made earlier have your data until newer ones take their place.
erase-then = What it means for you
erase-then-works = Your product works on with its key file, up to the last day of its license.
erase-then-silence = No messages come any more, and no reminder before a license ends. One that is on its way at this moment may still arrive.
erase-then-lost = Nobody can find your serial numbers and key files by your address any more, and { $vendor } cannot do it either.
erase-then-renewal = These licenses can no longer be renewed with the days they have left, and a stolen serial number cannot be replaced.
erase-then-unregistered = A serial number that is not registered yet can be registered by anyone who knows it: keep it safe.
erase-then-again = You can register a new license with the same address at any time. It begins afresh.
erase-save = First save what you need
erase-save-licenses = The certificates have your serial numbers in full. Print them, or write the numbers down.
erase-save-more = { $count ->
    [one] { $count } more license works
   *[other] { $count } more licenses work
}
erase-confirm = Erase for good
erase-sign-in = For your protection this needs a sign-in of the last { $minutes } minutes. Sign in once more, and we bring you back here.
erase-sign-in-go = Sign in once more
erase-type = To confirm, type your address: { $address }
erase-go = Erase my data for good
erase-stay = Keep everything as it is
erased-title = Your data has been erased
erased-text = { $vendor } no longer has your name and your address here, and you are signed out everywhere.
erased-licenses = { $count ->
    [0] Your messages and your account are gone.
    [one] One license belongs to nobody now. Its product works on with its key file.
   *[other] { $count } licenses belong to nobody now. Their products work on with their key files.
}
erased-at = Erased
erased-number = Number of this erasure
erased-number-hint = Keep it if you like: it proves that an erasure took place and when, and does not say whose.
erased-home = To the start page
problem-other-address = This is not the address that you are signed in with.
problem-sign-in-again = Your sign-in is too old for this. Sign in once more.

## Changing the address

profile-address = E-mail address
profile-address-text = Messages about your licenses go to this address, and you sign in with it. To have another one, give it here: we send a letter there, and once you have confirmed it, all your licenses belong to the new address.
field-new-address = New e-mail address
address-ask = Send the letter
address-sent = The letter is on its way.
address-waits = Waits for confirmation:
address-waits-text = Open the link in the letter here, where you are signed in. Nothing changes before that.
address-waits-until = The link works until
address-again = Send again
address-cancel = Cancel the change
address-before = Before, your licenses belonged to this address:
address-undo-until = From there the change can be undone, and no serial number is replaced, until
address-confirm-title = Change the address?
address-confirm-text = All your licenses will belong to the new address.
address-confirm-now = Address now
address-confirm-mail = Messages about them come to the new address, and you sign in with it.
address-confirm-visits = Other devices are signed out.
address-confirm-undo = We tell the old address. From there the change can be undone for 72 hours; no serial number can be replaced during that time.
address-confirm-go = Change the address
address-confirm-not = Not what you want? Leave this page, and nothing changes.
address-elsewhere-title = Sign in to confirm
address-elsewhere-text = So that a mistyped address gives nobody your licenses, only whoever is signed in can confirm a new one. Open this link on the device on which you asked for it, or sign in here with the address that your licenses have now.
address-elsewhere-go = Sign in here
address-elsewhere-not = You did not ask for this? Then there is nothing to do: nothing changes.
address-failed-title = This link no longer works
address-failed-text = It was used or canceled already, or it is too old. Your profile shows which address your licenses have, and sends a new letter.
address-failed-go = To my profile
address-taken-title = This address cannot be taken
address-taken-text = Your licenses cannot go to this address, and nothing has changed. Give another one in your profile, or ask { $vendor } for help.
address-done-title = The address is changed
address-done-text = All your licenses now belong to { $address }. From now on sign in with this address.
address-done-undo = We tell { $old } of it. From there the change can be undone for 72 hours; no serial number can be replaced during that time.
undo-title = Undo the change of address?
undo-text = All licenses will belong to { $old } again.
undo-now = They belong now to
undo-until = This is possible until
undo-out = Everybody who is signed in will be signed out. Passkeys and the address of the calendar will no longer work.
undo-later = Later changes of the address will be undone as well.
undo-go = Undo the change
undo-not = Was the change your wish? Then there is nothing to do.
undone-title = The change is undone
undone-text = All licenses belong to { $address } again. Nobody is signed in any more; passkeys and the address of the calendar no longer work.
undone-next = Sign in and see whether everything is as it should be. If a stranger may have seen a serial number, replace it.
undone-go = Sign in
undo-over-title = This can no longer be undone here
undo-over-text = A change of address can be undone for 72 hours. If you did not want it, ask { $vendor } for help.
undo-over-go = To { $vendor }
possible-from = Possible from
