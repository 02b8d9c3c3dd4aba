# Die Wörter der Seiten auf Deutsch. Der Name des Herstellers kommt aus den Einstellungen, als { $vendor }.

language-name = Deutsch

## Auf jeder Seite

skip-to-content = Zum Inhalt springen
languages = Sprache
footer-vendor = Website von { $vendor }
ribbon-text = Das ist eine Demonstration: Keine Nachricht verlässt diesen Rechner.
ribbon-back = Zurück zur Demonstration
ribbon-home = Die Startseite für Lizenzinhaber

## Daten, Aufzählungen und Termine

date-day = { $day }. { $month ->
    [1] Januar
    [2] Februar
    [3] März
    [4] April
    [5] Mai
    [6] Juni
    [7] Juli
    [8] August
    [9] September
    [10] Oktober
    [11] November
   *[12] Dezember
} { $year }
date-weekday = { $weekday ->
    [1] Montag
    [2] Dienstag
    [3] Mittwoch
    [4] Donnerstag
    [5] Freitag
    [6] Samstag
   *[7] Sonntag
}
date-clock = { $hour }:{ $minute }
date-moment = { $day }, { $clock }
list-two = { $before } und { $next }
list-more = { $before }, { $next }
list-last = { $before } und { $next }
steps-two = { $before } sowie { $next }
steps-more = { $before }, { $next }
steps-last = { $before } sowie { $next }
at-once-registration = sofort nach der Registrierung
at-once-renewal = sofort nach der Verlängerung
at-once-theft-attempt = sofort, wenn der Versuch bemerkt wird
at-once-block = sofort, wenn die Lizenz gesperrt wird
before-expiry = { $last ->
    [one] { $days } Tag vor dem Ablauf
   *[other] { $days } Tage vor dem Ablauf
}
on-expiry = am Ablaufdatum
after-expiry = { $last ->
    [one] { $days } Tag nach dem Ablauf
   *[other] { $days } Tage nach dem Ablauf
}
before-deletion = { $last ->
    [one] { $days } Tag vor dem Ablaufdatum der gesperrten Lizenz
   *[other] { $days } Tage vor dem Ablaufdatum der gesperrten Lizenz
}

## Die Arten von Nachrichten

kind-serial-number = Seriennummer
kind-key-file = Schlüsseldatei
kind-mobile-offer = Schutz für Mobilgeräte
kind-account-invitation = Einladung, ein Konto anzulegen
kind-renewal-reminder = Erinnerung an die Verlängerung
kind-renewal-confirmation = Verlängerung bestätigt
kind-theft-attempt = Versuchter Lizenzdiebstahl
kind-license-blocked = Lizenz gesperrt
kind-license-replaced = Seriennummer ausgetauscht
kind-blocked-license-deletion = Löschung einer gesperrten Lizenz
kind-address-changed = Adresse geändert

about-serial-number = Bringt Ihnen die Seriennummer einer Lizenz, die für Sie ausgestellt wurde.
about-key-file = Bringt Ihnen die Schlüsseldatei Ihrer Lizenz, sobald Sie deren Seriennummer registriert haben.
about-mobile-offer = Sagt Ihnen, dass Sie Ihre Mobilgeräte kostenlos schützen können.
about-account-invitation = Lädt Sie zu Mein { $vendor } ein, wenn Sie es noch nicht nutzen.
about-renewal-reminder = Sagt Ihnen, dass Ihre Lizenz bald abläuft oder abgelaufen ist und wie Sie sie verlängern. Nach einer Verlängerung kommen keine weiteren Erinnerungen.
about-renewal-confirmation = Bestätigt, dass Ihre Lizenz verlängert wurde und bis wann die neue gilt.
about-theft-attempt = Warnt Sie, dass jemand Ihre Seriennummer mit einer E-Mail-Adresse angegeben hat, die nicht Ihre ist: wann, wo und wie oft. Sie können die Seriennummer austauschen lassen.
about-license-blocked = Sagt Ihnen, dass eine Lizenz nicht mehr gilt und warum.
about-license-replaced = Bringt Ihnen nach einem Austausch die neue Seriennummer und die Schlüsseldatei.
about-blocked-license-deletion = Nach einer Verlängerung oder einem Zukauf wird Ihre bisherige Lizenz gesperrt. Diese Nachricht sagt, an welchem Tag sie gelöscht wird; kommt die Nachricht später, wartet die Löschung ebenso lange.
about-address-changed = Geht an die alte und an die neue Adresse, wenn die Adresse Ihrer Lizenzen geändert wird.

## Startseite

home-title = Ihre Lizenzen in guten Händen
home-lead = { $vendor } bewahrt hier Ihre Lizenzen auf und sagt Ihnen rechtzeitig, was mit ihnen geschieht.
home-my-text = Ihre Nachrichten, Ihre Lizenzen und deren Schlüsseldateien an einem Ort.
home-my-how = Sie brauchen kein Passwort: Ein Link kommt per E-Mail.
home-my-go = Anmelden
home-register-text = Sie haben eine Seriennummer? Registrieren Sie sie, und Sie erhalten die Schlüsseldatei sofort.
home-renew-text = Geben Sie Ihre Lizenz und die neue Seriennummer an. Sie sehen, was Sie erhalten, bevor etwas geschieht.
home-renew-go = Verlängern
home-schedule-text = Welche Nachrichten Sie zu Ihrer Lizenz von uns erhalten und wann.
home-schedule-go = Nachrichten ansehen

## Nachrichten, die Sie erwarten können

schedule-title = Nachrichten, die Sie erwarten können
schedule-lead = { $vendor } versendet diese Nachrichten zu seinen Lizenzen. Sie kommen per E-Mail an die Adresse der Lizenz, in Ihrer Sprache, und bleiben in Mein { $vendor } lesbar.
schedule-home = Für zu Hause
schedule-business = Für Unternehmen
schedule-not-sent = wird nicht versandt
schedule-hour = Versandt um { $clock } Ihrer Ortszeit.
schedule-note = Fußnote { $number }
schedule-note-back = Zurück zur Stelle der Fußnote { $number }
schedule-always-title = Versandt, sobald es geschieht
schedule-always-text = Diese Nachrichten bringen Ihnen etwas, das Sie brauchen, oder schützen Ihre Lizenzen. Alle erhalten sie, und zwar sofort.
schedule-decline-title = Was Sie abbestellen können
schedule-decline-text = Eine Nachricht, die sich abbestellen lässt, hat an ihrem Ende einen Link dafür: ein Klick, und es kommen keine E-Mails dieser Art mehr. In Mein { $vendor } finden Sie die Nachricht weiterhin. Alle anderen Nachrichten werden immer versandt, weil Ihre Lizenz von ihnen abhängt.
schedule-notes-title = Fußnoten
decline-never = Wird immer versandt und lässt sich nicht abbestellen.
decline-always = Lässt sich abbestellen.
decline-after-expiry = Erinnerungen nach dem Ablaufdatum lassen sich abbestellen; die anderen werden immer versandt.
note-of-license = Nicht für { $products }.
note-of-holder = Nicht an alle, die { $products } bereits haben.

## Anmelden

field-email = E-Mail-Adresse
field-serial = Seriennummer
field-previous = Bisherige Seriennummer
field-new-serial = Neue Seriennummer
field-key-file = Schlüsseldatei Ihrer bisherigen Lizenz
field-key-text = Oder ihr Text
field-product = Produkt
field-name = Ihr Name oder Ihre Firma (kann leer bleiben)
field-language = Sprache unserer Nachrichten an Sie
field-zone = Ihre Zeitzone
field-wrong-email = Eine E-Mail-Adresse, die nicht zur Lizenz gehört
sign-in-title = Bei Mein { $vendor } anmelden
sign-in-text = Geben Sie die E-Mail-Adresse Ihrer Lizenz an. Wir senden einen Link und einen Code dorthin; Sie brauchen kein Passwort.
sign-in-send = Link anfordern
sign-in-sent-title = Sehen Sie in Ihr Postfach
sign-in-sent-text = Wenn zu dieser Adresse eine Lizenz gehört, ist eine Nachricht unterwegs. Ihr Link und ihr Code gelten einmal, und zwar { $minutes ->
    [one] { $minutes } Minute
   *[other] { $minutes } Minuten
} lang.
sign-in-sent-nothing = Nichts gekommen? Sehen Sie im Spam-Ordner nach, oder versuchen Sie es mit der Adresse, an die Ihre Seriennummer gesandt wurde.
sign-in-again = Andere Adresse versuchen
sign-in-confirm-text = Noch ein Klick, und Sie sind auf diesem Gerät angemeldet.
sign-in-confirm-go = Anmelden
sign-in-confirm-not-you = Sie haben das nicht angefordert? Dann schließen Sie diese Seite; es ist nichts geschehen.
sign-in-failed-title = Dieser Link oder Code gilt nicht mehr
sign-in-failed-text = Er wurde schon benutzt, ist zu alt, oder es wurden zu viele falsche Codes eingegeben. Fordern Sie eine neue Nachricht an; sie kommt sofort.
sign-in-failed-go = Neue Nachricht anfordern

## Das Portal

my-title = Mein { $vendor }
my-messages = Nachrichten
my-licenses = Lizenzen
my-unread = { $count ->
    [one] ({ $count } ungelesen)
   *[other] ({ $count } ungelesen)
}
my-signed-in = Angemeldet:
my-sign-out = Abmelden
came-back-title = E-Mails an { $address } kommen zurück
came-back-since = Seit { $day } senden wir nichts mehr dorthin. Alle Ihre Nachrichten finden Sie hier im Portal.
came-back-do = Funktioniert die Adresse? Lassen Sie sich einen Link zum Anmelden dorthin senden. Sobald Sie ihn benutzt haben, gehen Nachrichten wieder dorthin.
came-back-send = Link an diese Adresse senden
came-back-change = Andere Adresse: Ihr Profil
about-more = { $count ->
    [one] und { $count } weitere Lizenz
   *[other] und { $count } weitere Lizenzen
}
messages-none = Noch keine Nachrichten. Wenn mit Ihrer Lizenz etwas geschieht, finden Sie es hier.
messages-pages = Neuere und ältere Nachrichten
messages-newer = Neuere
messages-older = Ältere
message-unread = Ungelesen
message-back = Alle Nachrichten
message-sent = Datum
message-about = Lizenz
message-fate = E-Mail
messages-all-read = Alle als gelesen markieren
messages-filter = Nachrichten auswählen
messages-filter-go = Anzeigen
messages-every-license = Alle Lizenzen
messages-every-kind = Alle Arten
messages-count = { $count ->
    [0] Keine Nachrichten
    [one] { $count } Nachricht
   *[other] { $count } Nachrichten
}
messages-show-all = Alle Nachrichten anzeigen
messages-no-match = Zu dieser Auswahl gibt es keine Nachrichten.
message-eml = Ganze E-Mail speichern (.eml)
message-eml-anew = Die Datei enthält denselben Text wie die versandte E-Mail; eine neuere Programmversion schreibt sie in etwas anderer Form.
message-eml-alone = Diese Nachricht kam mit anderen in einer E-Mail; die Datei enthält nur sie, in voller Länge.
message-mark-unread = Als ungelesen markieren
fate-text-waiting = Sie geht an { $address }, sobald der Mailserver sie annimmt.
fate-text-accepted = Der Mailserver von { $address } hat sie angenommen:
fate-text-unknown = Sie ging an { $address }, aber die Antwort des Mailservers ging verloren. Wir kümmern uns darum; vielleicht kommt sie zweimal.
fate-text-bounced = Sie kam von { $address } zurück. Die Nachricht steht trotzdem hier. Versandt:
fate-text-failed = Der Mailserver von { $address } hat sie abgelehnt. Die Nachricht steht trotzdem hier. Bemerkt:
fate-text-declined = Sie haben solche E-Mails abbestellt. Die Nachricht steht trotzdem hier.
fate-text-held = { $address } nimmt unsere E-Mails nicht an. Die Nachricht steht trotzdem hier.
message-files = Dateien
fate-waiting = Unterwegs
fate-accepted = E-Mail versandt
fate-unknown = E-Mail versandt, noch nicht bestätigt
fate-bounced = E-Mail kam zurück
fate-failed = E-Mail abgelehnt
fate-declined = Keine E-Mail, wie Sie es wünschten
fate-held = Keine E-Mail: Ihre Adresse nimmt keine an
status-active = Aktiv
status-unregistered = Noch zu registrieren
status-expired = Abgelaufen
status-blocked = Gesperrt
status-deleted = Gelöscht
license-days-left = { $days ->
    [0] Läuft heute ab
    [one] Noch { $days } Tag
   *[other] Noch { $days } Tage
}
license-days-past = { $days ->
    [one] Vor { $days } Tag abgelaufen
   *[other] Vor { $days } Tagen abgelaufen
}
license-to-register = Registrieren Sie die Seriennummer, um die Schlüsseldatei zu erhalten.
license-registered = Registriert am
license-expires = Läuft ab am
license-devices = Geräte
license-blocked-on = Gesperrt am
license-deletion = Wird gelöscht am
license-valid-until = Gültig bis
license-renew = Verlängern oder Geräte hinzufügen
license-replace = Seriennummer austauschen
my-library = Bibliothek
library-lead = Kurze Hilfeseiten zu Lizenzen. Behalten Sie die, die Sie wiederfinden möchten.
library-mine = Meine Bibliothek
library-mine-none = Hier steht noch keine Seite. Mit „+ Zur Bibliothek hinzufügen“ behalten Sie eine.
library-all = Alle Seiten
library-add = + Zur Bibliothek hinzufügen
library-kept = In meiner Bibliothek
library-remove = Aus meiner Bibliothek entfernen
library-back = Alle Hilfeseiten
count-days = { $count ->
    [one] { $count } Tag
   *[other] { $count } Tage
}
count-months = { $count ->
    [one] { $count } Monat
   *[other] { $count } Monate
}
licenses-tabs = Lizenzen nach ihrem Stand
tab-active = Aktive
tab-expired = Abgelaufene
tab-blocked = Gesperrte
tab-none-active = Keine Lizenz ist aktiv. Registrieren Sie eine Seriennummer, oder sehen Sie bei den abgelaufenen nach.
tab-none-expired = Nichts ist abgelaufen. Wir erinnern Sie rechtzeitig vorher.
tab-none-blocked = Keine Lizenz ist gesperrt.
license-back = Alle Lizenzen
license-certificate = Zertifikat zum Ausdrucken
license-previous = Löste ab:
license-successor = Wurde abgelöst durch:
license-coming = Was kommt
license-coming-text = Diese Nachrichten kommen, wenn sich nichts ändert. Nach einer Verlängerung entfallen die Erinnerungen.
license-coming-none = Zu dieser Lizenz ist keine Nachricht geplant.
license-past = Was war
license-attempts = Versuche, die Seriennummer zu verwenden
license-attempts-text = { $count ->
    [one] Einmal hat jemand die Seriennummer mit einer E-Mail-Adresse angegeben, die nicht Ihre ist. Nichts wurde preisgegeben.
   *[other] { $count }-mal hat jemand die Seriennummer mit einer E-Mail-Adresse angegeben, die nicht Ihre ist. Nichts wurde preisgegeben.
}
license-attempts-times = { $count ->
    [one] einmal
   *[other] { $count }-mal
}
service-registration = Registrierung
service-renewal = Verlängerung
service-expansion = Zukauf
service-replacement = Austausch der Seriennummer
service-key-file = Anforderung der Schlüsseldatei
life-issued = Seriennummer ausgestellt
life-imported = Aus früheren Aufzeichnungen übernommen
life-corrected = Daten berichtigt
life-registered = Registriert
life-renewal = Als Verlängerung registriert
life-expansion = Als Zukauf registriert
life-replacement = Anstelle einer gestohlenen Seriennummer ausgestellt
life-key-file-asked = Schlüsseldatei erneut angefordert
life-renewed = Verlängert: Eine andere Lizenz hat sie abgelöst
life-expanded = Erweitert: Eine andere Lizenz hat sie abgelöst
life-replaced = Seriennummer ausgetauscht
life-blocked = Gesperrt
life-lifted = Sperre aufgehoben
life-deleted = Gelöscht
life-address-changed = Einer anderen E-Mail-Adresse zugeordnet
life-address-restored = Adressänderung rückgängig gemacht
certificate-title = Lizenzzertifikat
certificate-text = { $vendor } bestätigt, dass diese Lizenz wie folgt registriert ist.
certificate-holder = Ausgestellt auf
certificate-key = Schlüsseldatei signiert mit
certificate-id = Lizenz
certificate-made = Stand
certificate-back = Zurück zur Lizenz
certificate-care = Nur auf dieser Seite steht die ganze Seriennummer. Drucken Sie sie aus und bewahren Sie sie sicher auf: Wer die Nummer kennt, könnte versuchen, sie zu verwenden.
license-key-file = Schlüsseldatei herunterladen
blocked-renewed = Sie wurde verlängert: Die neue Lizenz hat sie abgelöst.
blocked-expanded = Ein Zukauf hat sie abgelöst.
blocked-compromised = Ihre Seriennummer wurde ausgetauscht, weil sie in falsche Hände geraten war.
blocked-other = Sie wurde vom Hersteller gesperrt.

## Registrieren

form-problems = { $count ->
    [one] Bitte sehen Sie ein Feld noch einmal an
   *[other] Bitte sehen Sie { $count } Felder noch einmal an
}
hint-serial = So wie in der Nachricht oder auf der Karte, mit der sie kam. Kleinbuchstaben, Leerzeichen und fehlende Bindestriche machen nichts; O zählt als 0, I und L als 1.
doubt-groups = { $count ->
    [one] Wenn ein Zeichen falsch ist, suchen Sie es in Gruppe { $groups } von vier.
   *[other] Wenn ein Zeichen falsch ist, suchen Sie es in einer dieser Gruppen (von vier): { $groups }.
}
doubt-go-on = Genau so steht sie da
doubt-go-on-hint = Manche älteren Nummern haben keine solche Prüfung. Kreuzen Sie das erst an, wenn Sie jedes Zeichen verglichen haben.
hint-zone = Nachrichten mit einem Termin kommen zur dortigen Sendestunde.
register-title = Seriennummer registrieren
register-text = Ihre Lizenz beginnt heute, und Sie erhalten die Schlüsseldatei: sofort hier und per E-Mail.
register-or-renew = Sie haben schon eine Lizenz?
register-or-renew-go = Verlängern Sie stattdessen und behalten Sie die restlichen Tage.
hint-register-email = Die Adresse, an die die Seriennummer gesandt wurde. Kam sie auf einer Karte oder als Geschenk: Ihre eigene.
register-go = Registrieren
register-again-hint = Schon einmal registriert? Geben Sie dasselbe noch einmal ein, und wir senden die Schlüsseldatei erneut.
registered-title = Registriert
registered-text = Ihre Lizenz gilt ab heute. Die Schlüsseldatei ist auch an { $address } unterwegs.
registered-again-title = Die Schlüsseldatei ist wieder unterwegs
registered-again-text = Diese Seriennummer war schon registriert. Wir senden die Schlüsseldatei noch einmal an { $address }.
fetch-minutes = { $minutes ->
    [one] Diese Seite ist { $minutes } Minute lang erreichbar; danach finden Sie die Schlüsseldatei in Ihrem Postfach.
   *[other] Diese Seite ist { $minutes } Minuten lang erreichbar; danach finden Sie die Schlüsseldatei in Ihrem Postfach.
}
done-my = Ihre Lizenzen in Mein { $vendor }
unmatched-title = Das hat nicht geklappt
unmatched-text = Wir haben keine Lizenz gefunden, die sich hier mit dieser Seriennummer und dieser Adresse verwenden lässt. Vergleichen Sie beide Zeichen für Zeichen mit der Nachricht, in der die Seriennummer kam.
unmatched-mail = Wenn Ihre Angaben stimmen, haben wir eine Nachricht an die Adresse der Lizenz gesandt: Darin steht, was als Nächstes zu tun ist.
unmatched-go = Noch einmal versuchen
too-many-title = Bitte warten Sie ein wenig
too-many-text = Zu viele Versuche sind misslungen. Sie können es wieder versuchen in { $minutes ->
    [one] { $minutes } Minute
   *[other] { $minutes } Minuten
}.
too-many-why = Wir haben Ihre Angaben nicht geprüft. Die Pause schützt Lizenzen vor Fremden, die raten; bei Ihnen wurde nichts geändert oder gesperrt.
too-many-holder = Gehört die Lizenz Ihnen? Melden Sie sich an: Für Ihre eigenen Lizenzen gibt es keine Pause.
too-many-sign-in = Anmelden
too-many-go = Zurück zum Formular

## Verlängern

renew-title = Lizenz verlängern
renew-text = Geben Sie Ihre bisherige Lizenz an. Sie sehen, was eine Verlängerung bringt, bevor etwas geschieht und bevor Sie etwas kaufen.
hint-renew-email = Die Adresse Ihrer bisherigen Lizenz. Die neue gehört dann ebenfalls dazu.
renew-how = Was haben Sie gekauft?
renew-renewal = Eine Verlängerung
renew-renewal-hint = Die neue Lizenz übernimmt die restlichen Tage.
renew-expansion = Einen Zukauf
renew-expansion-hint = Die neue Lizenz umfasst die Geräte beider Lizenzen.
renew-next = Zeigen, was ich erhalte
renew-next-hint = Noch wird nichts geändert.
renew-own = Ihre Lizenzen
renew-sign-in = Wenn Sie sich anmelden, wählen Sie unter Ihren Lizenzen und brauchen keine alte Seriennummer.
renew-sign-in-go = Anmelden
renew-or-key-file = Oder die Schlüsseldatei statt der Seriennummer verwenden
hint-key-file = Die Datei, die mit unserer Nachricht kam und im Ordner des Programms liegt; ihr Name endet auf .key. Auch eine abgelaufene ist recht.
renew-go-on = Weiter
renew-without-title = Keine bisherige Lizenz zur Hand?
renew-without-text = Sie können die neue Seriennummer auch ohne sie registrieren. Dann entfällt, was eine Verlängerung bringt.
renew-without-see = Ansehen, was entfällt
held-title = Ihre bisherige Lizenz
held-expired = Abgelaufen am
held-example = Was eine Verlängerung bringt
held-example-text = { $months ->
    [one] Ein Beispiel: eine Lizenz für { $months } Monat, zum vollen Preis gekauft und heute registriert.
   *[other] Ein Beispiel: eine Lizenz für { $months } Monate, zum vollen Preis gekauft und heute registriert.
}
held-example-expansion = Dieselbe Lizenz als Zukauf würde neben ihren eigenen Geräten auch die dieser Lizenz (derzeit { $devices }) umfassen, bis zum { $day }.
held-new = Haben Sie die neue Seriennummer?
held-shop = Noch nichts gekauft?
held-shop-text = Gehen Sie zum Shop von { $vendor }. Der Link sagt, um welche Lizenz es geht; ihre Nummer brauchen Sie dort nicht einzugeben.
held-shop-renewal = Verlängerung kaufen
held-shop-expansion = Weitere Geräte dafür kaufen
held-no-shop = Kaufen Sie die neue Seriennummer bei { $vendor } und kommen Sie dann damit zurück.
without-title = Ohne bisherige Lizenz
without-text = Eine neue Seriennummer lässt sich auch allein registrieren. Sehen Sie zuerst, was dabei entfällt.
without-renewal = Wenn Sie eine Verlängerung gekauft haben
without-days = Die restlichen Tage der bisherigen Lizenz werden nicht angerechnet.
without-bonus = { $days ->
    [one] Eine zum vollen Preis gekaufte Lizenz erhält den Bonus von { $days } Tag nicht.
   *[other] Eine zum vollen Preis gekaufte Lizenz erhält den Bonus von { $days } Tagen nicht.
}
without-discount = { $days ->
    [one] Eine ermäßigt gekaufte Lizenz gilt { $days } Tag kürzer.
   *[other] Eine ermäßigt gekaufte Lizenz gilt { $days } Tage kürzer.
}
without-example = { $months ->
    [one] Ein Beispiel: { $months } Monat, heute registriert, gilt bis zum { $end } statt bis zum { $own }.
   *[other] Ein Beispiel: { $months } Monate, heute registriert, gelten bis zum { $end } statt bis zum { $own }.
}
without-old = Die bisherige Lizenz gilt für sich weiter, bis sie abläuft.
without-expansion = Wenn Sie einen Zukauf gemacht haben
without-devices = Die Geräte werden nicht zusammengezählt: Jede Lizenz umfasst ihre eigenen.
without-two = Sie haben dann zwei Lizenzen mit zwei Schlüsseldateien und zwei Ablaufdaten.
without-for-good = Ist sie einmal allein registriert, lässt sich das nicht mehr ändern.
without-back = Ich habe die bisherige Lizenz
without-go = Ohne sie registrieren
sum-title = Was Sie erhalten
sum-text = Prüfen Sie die Rechnung. Noch wurde nichts geändert.
sum-old = Ihre bisherige Lizenz
sum-new = Die neue Lizenz
sum-caption = Wie das Ablaufdatum zustande kommt
sum-own = { $months ->
    [one] { $day } plus { $months } Monat
   *[other] { $day } plus { $months } Monate
}
sum-old-end = Ihre bisherige Lizenz gilt bis
sum-carried = Restliche Tage Ihrer bisherigen Lizenz
sum-bonus = Bonus für die Verlängerung
sum-deducted = Abgezogen: ermäßigt gekauft, wozu die bisherige Lizenz nicht berechtigt
sum-plus = { $days ->
    [one] + { $days } Tag
   *[other] + { $days } Tage
}
sum-minus = { $days ->
    [one] − { $days } Tag
   *[other] − { $days } Tage
}
sum-later = Der spätere von beiden Tagen: gültig bis
sum-least = Eine Lizenz gilt mindestens einen Tag.
sum-devices = { $old } + { $new } = { $all }
sum-consequence = Ihre bisherige Lizenz ({ $serial }) wird sofort gesperrt und später gelöscht. Ersetzen Sie auf Ihren Geräten deren Schlüsseldatei durch die neue.
sum-renew = Jetzt verlängern
sum-add = Jetzt hinzufügen
sum-back = Etwas anderes eingeben
renewed-title = Verlängert
expanded-title = Hinzugefügt
renewed-text = Die neue Schlüsseldatei ist auch an { $address } unterwegs. Ersetzen Sie damit die alte auf Ihren Geräten.
renewed-old = Die bisherige Lizenz
renewed-old-text = { $product } ({ $serial }) ist jetzt gesperrt.
renewed-deletion = Sie wird am { $day } gelöscht.
renewed-told = Wir schreiben Ihnen vorher noch einmal, am { $day }.
renewed-untold = Dazu kommt keine weitere Nachricht.

## Seriennummer austauschen

replace-title = Seriennummer austauschen
replace-text = Ist Ihre Seriennummer in falschen Händen? Tauschen Sie sie aus: Die alte gilt sofort nicht mehr, und die neue kommt per E-Mail.
replace-door-text = Das kann nur, wem die Lizenz gehört. Melden Sie sich zuerst an und wählen Sie dann neben der Lizenz „Seriennummer austauschen“.
replace-door-go = Anmelden
replace-rule = { $days ->
    [one] Das ist kostenlos, solange noch mindestens { $days } Tag bleibt.
   *[other] Das ist kostenlos, solange noch mindestens { $days } Tage bleiben.
}
replace-none = Keine Ihrer Lizenzen ist aktiv oder wegen ihrer Seriennummer gesperrt.
replace-quota = Verbleibender kostenloser Austausch
replace-quota-of = { $left } von { $free }
replace-days-left = Restliche Tage
replace-confirm-title = Diese Seriennummer austauschen?
replace-confirm-old = Die alte Seriennummer und ihre Schlüsseldatei gelten sofort nicht mehr, auf keinem Gerät.
replace-confirm-new = Eine neue Seriennummer mit demselben Ablaufdatum kommt mit ihrer Schlüsseldatei an { $address }. Sie gilt sofort.
replace-confirm-quota = Das verbraucht einen kostenlosen Austausch.
replace-confirm-go = Jetzt austauschen
replace-back = Andere Lizenz wählen
replaced-title = Seriennummer ausgetauscht
replaced-text = Die neue Seriennummer ist an { $address } unterwegs. Ihre Lizenz gilt schon; bringen Sie die neue Schlüsseldatei auf Ihre Geräte.
replaced-old = Die alte Seriennummer { $serial } ist gesperrt.
replaced-go = Alle Lizenzen

## Wenn etwas nicht klappt

not-found-title = Hier ist nichts
not-found-text = Vielleicht enthält die Adresse einen Tippfehler, oder die Seite ist umgezogen.
not-found-go = Zur Startseite
refused-title = Das hat nicht geklappt
refused-go = Zurück
broken-title = Bei uns ist etwas schiefgegangen
broken-text = Es liegt nicht an Ihnen. Versuchen Sie es in einer Minute noch einmal; geschieht es wieder, nennen Sie { $vendor } diese Kennung:
broken-mark = Kennung:
problem-empty = Bitte füllen Sie dieses Feld aus.
problem-not-an-address = Das ist keine E-Mail-Adresse. Eine sieht so aus: name@example.com.
problem-same-address = Das ist bereits Ihre Adresse.
problem-not-a-serial = Eine Seriennummer hat 16 Buchstaben und Ziffern: XXXX-XXXX-XXXX-XXXX.
problem-doubtful-serial = Sehen Sie sich diese Nummer noch einmal an: Ihre letzten zwei Zeichen prüfen die anderen, und hier passen sie nicht.
problem-not-a-key-file = Das ist keine vollständige Schlüsseldatei. Wählen Sie die Datei so, wie sie kam, oder fügen Sie ihren ganzen Text ein.
problem-foreign-key-file = Diese Schlüsseldatei stammt nicht von hier.
problem-changed-key-file = Diese Schlüsseldatei wurde nachträglich geändert. Wählen Sie sie so, wie sie mit unserer Nachricht kam.
problem-not-a-name = Ein Name hat keine Zeilenumbrüche und höchstens 200 Zeichen.
problem-not-a-zone = Diese Zeitzone gibt es nicht. Wählen Sie eine aus der Liste.
problem-no-replacement-left = Diese Seriennummer lässt sich nicht mehr kostenlos austauschen. Bitten Sie den Hersteller um Hilfe.
problem-too-few-days-left = Es bleiben zu wenige Tage, um die Seriennummer auszutauschen. Verlängern Sie stattdessen die Lizenz.
problem-address-just-changed = Die Adresse Ihrer Lizenzen wurde vor Kurzem geändert. Solange sich das rückgängig machen lässt, wird keine Seriennummer ausgetauscht und nichts gelöscht.
problem-too-many-tries = Zu viele Versuche sind misslungen. Warten Sie ein paar Minuten bis zum nächsten.
problem-no-match = Keine Lizenz hat diese Seriennummer und diese Adresse. Vergleichen Sie beide mit der Nachricht, in der die Seriennummer kam.
problem-already-registered = Diese Seriennummer ist schon registriert. Ihre Schlüsseldatei finden Sie im Portal.
problem-not-registered = Diese Lizenz ist noch nicht registriert. Registrieren Sie zuerst ihre Seriennummer.
problem-blocked = Diese Lizenz ist gesperrt. Eine Nachricht dazu steht im Portal.
problem-already-renewed = Diese Lizenz wurde schon verlängert. Geben Sie die Lizenz an, die sie abgelöst hat.
problem-same-license = Die bisherige und die neue Seriennummer sind gleich. Geben Sie zwei verschiedene an.
problem-broken-form = Das Formular kam nicht vollständig an. Öffnen Sie seine Seite erneut und füllen Sie es noch einmal aus.
problem-clock-stays = Die Uhr geht nur vorwärts, und weiter geht es nicht.
problem-not-here = Das geht hier nicht.

## Die Demonstration

demo-title = Sehen Sie Tenure bei der Arbeit zu
demo-what-1 = Tenure bewahrt die Lizenzen eines Softwareherstellers auf und sagt allen, denen sie gehören, in ihrer Sprache und zu ihrer Ortszeit, was mit der Lizenz geschieht.
demo-what-2 = Jede Nachricht geht genau einmal hinaus, nur solange sie stimmt, und bleibt im Portal lesbar.
demo-what-3 = Hier läuft es in einer Sandbox: Die Personen sind erfunden, die Uhr stellen Sie, und keine E-Mail verlässt diese Seite.
demo-jumps = Auf dieser Seite
demo-jump-programme = Sechs Nachrichten
demo-jump-decisions = Entscheidungen
demo-clock-title = Die Uhr
demo-next = Nächste fällige Nachricht:
demo-next-none = In absehbarer Zeit ist nichts fällig.
demo-move-notice = Zur nächsten Nachricht
demo-move-day = +1 Tag
demo-move-week = +1 Woche
demo-move-month = +1 Monat
demo-move-sleep = Einen Monat schlafen, dann aufwachen
demo-sleep-hint = Solange Tenure schläft, geht nichts hinaus. Nach dem Aufwachen sendet es zu jeder Lizenz nur die neueste Nachricht und sagt, was es ausgelassen hat.
report-title = Was geschehen ist
report-slept = Tenure hat geschlafen, ist aufgewacht und hat aufgeholt.
report-accepted = { $count ->
    [one] { $count } Nachricht versandt
   *[other] { $count } Nachrichten versandt
}
report-superseded = { $count ->
    [one] { $count } ausgelassen zugunsten einer neueren
   *[other] { $count } ausgelassen zugunsten von neueren
}
report-late = { $count ->
    [one] { $count } ausgelassen: zu spät
   *[other] { $count } ausgelassen: zu spät
}
report-canceled = { $count ->
    [one] { $count } abgesagt: Der Grund entfiel
   *[other] { $count } abgesagt: Der Grund entfiel
}
report-deferred = { $count ->
    [one] { $count } wird noch einmal versucht
   *[other] { $count } werden noch einmal versucht
}
report-failed = { $count ->
    [one] { $count } endgültig abgelehnt
   *[other] { $count } endgültig abgelehnt
}
report-deleted = { $count ->
    [one] { $count } Lizenz gelöscht
   *[other] { $count } Lizenzen gelöscht
}
report-nothing = Es war nichts fällig.
demo-programme-title = Die sechs Nachrichten des Programms
demo-programme-seen = Bisher gesehen: { $seen } von { $total }.
demo-seen = gesehen
demo-not-seen = noch nicht
guide-next = Als Nächstes:
guide-all = Sie haben alle gesehen. Stellen Sie die Uhr weiter und sehen Sie zu, oder schlüpfen Sie in die Rolle einer der Personen.
guide-key-file = Registrieren Sie die Seriennummer, die im ersten Formular unten bereitsteht. Die Schlüsseldatei kommt sofort.
guide-mobile-offer = Registrieren Sie im ersten Formular unten eine Seriennummer für ein Produkt für zu Hause. Das Angebot kommt mit der Schlüsseldatei.
guide-account-invitation = Registrieren Sie eine Seriennummer für jemanden, der sich noch nie angemeldet hat: im ersten Formular unten.
guide-renewal-reminder = Drücken Sie „Zur nächsten Nachricht“, bis eine Erinnerung hinausgeht.
guide-theft-attempt = Versuchen Sie im dritten Formular unten eine falsche Adresse. Die Warnung kommt sofort.
guide-blocked-license-deletion = Verlängern Sie im zweiten Formular unten eine Lizenz für zu Hause und stellen Sie die Uhr weiter. Die Nachricht kommt 30 Tage, bevor die alte Lizenz gelöscht wird.
demo-mails-title = Abgefangene E-Mails
demo-mails-none = Noch keine E-Mails. Stellen Sie die Uhr weiter, oder registrieren Sie eine Seriennummer.
demo-shown = { $count ->
    [one] Die neueste: { $shown } von { $count }
   *[other] Die neuesten: { $shown } von { $count }
}
demo-decisions-title = Was entschieden wurde und warum
demo-decisions-none = Noch wurde nichts entschieden. Stellen Sie die Uhr weiter.
state-due = Wartet
state-sending = Wird versandt
state-unknown = Antwort verloren
state-accepted = Versandt
state-bounced = Kam zurück
state-complained = Unerwünscht
state-superseded = Überholt
state-late = Zu spät
state-canceled = Abgesagt
state-held = Nur im Portal
state-failed = Abgelehnt
why-renewed = Die Lizenz wurde verlängert; es stimmte also nicht mehr.
why-expanded = Ein Zukauf hat die Lizenz abgelöst.
why-replaced = Die Seriennummer wurde ausgetauscht.
why-blocked = Die Lizenz wurde gesperrt.
why-lifted = Die Sperre wurde aufgehoben.
why-deleted = Die Lizenz wurde gelöscht.
why-corrected = Die Daten der Lizenz wurden berichtigt.
why-unscheduled = Diesen Termin gibt es im Nachrichtenplan nicht mehr.
why-no_address = Die Lizenz hat keine Adresse.
why-already_has = Was angeboten wird, ist schon vorhanden.
why-operator = Sie wurde an der Konsole abgesagt.
why-out_of_time = Die Antwort des Mailservers ging verloren, und die Zeit verstrich.
why-newer_step_due = Eine neuere war ebenfalls fällig; nur diese ging hinaus.
why-limit_passed = Ihre Zeit war vorbei, bevor sie versandt werden konnte.
why-declined = E-Mails dieser Art sind abbestellt; im Portal steht die Nachricht.
why-suppressed = Die Adresse nimmt keine E-Mails an; im Portal steht die Nachricht.
why-other = Der Mailserver nannte einen anderen Grund.
demo-forms-title = Probieren Sie es aus
form-register-title = Seriennummer registrieren
form-register-hint = Die Laufzeit beginnt, und die Schlüsseldatei geht sofort hinaus.
form-register-go = Registrieren
form-register-done = Registriert. Die Schlüsseldatei liegt bei den abgefangenen E-Mails.
form-renew-title = Lizenz verlängern
form-renew-hint = Die neue Lizenz übernimmt die restlichen Tage; die Erinnerungen der alten werden abgesagt.
form-renew-go = Verlängern
form-renew-done = Verlängert. Die alte Lizenz ist gesperrt, ihre Erinnerungen sind abgesagt.
form-theft-title = Falsche Adresse versuchen
form-theft-hint = Sie erhalten die Antwort, die Fremde erhielten. An die Adresse der Lizenz geht eine Warnung.
form-theft-go = Versuchen
form-theft-done = Die fremde Person hat nichts erfahren. Die Warnung ist versandt.
demo-holders-title = Erfundene Lizenzinhaber
demo-holders-text = Jede dieser Personen lebt in einer eigenen Zeitzone: Nachrichten kommen zur dortigen Sendestunde, nicht zur hiesigen.
holder-language = Sprache: { $language }
holder-next = Als Nächstes:
holder-next-none = Mehr ist nicht geplant.
holder-be = In diese Rolle schlüpfen
mail-to = An
mail-when = Abgefangen
mail-kind = Nachricht
mail-other = Ein Link zum Anmelden oder andere E-Mail auf Wunsch
mail-faces = Ansichten dieser E-Mail
mail-html = Wie sie aussieht
mail-text = Als Text
mail-source = Quelltext

# Eine Art von Nachrichten abbestellen
decline-title = Weniger Nachrichten erhalten
decline-text = Nachrichten dieser Art kommen nicht mehr per E-Mail: „{ $kind }“. Unter Ihren Nachrichten finden Sie sie weiterhin.
decline-go = Diese Nachrichten abbestellen
decline-duties = Schlüsseldateien, Erinnerungen vor dem Ablauf, versuchter Lizenzdiebstahl und Löschungen werden immer per E-Mail mitgeteilt.
decline-done-title = Abbestellt
decline-done-text = „{ $kind }“ kommt nicht mehr per E-Mail. Unter Ihren Nachrichten finden Sie solche Nachrichten weiterhin.
decline-done-go = Zu meinen Nachrichten

sign-in-then = Danach bringen wir Sie dorthin zurück, wohin Sie wollten.
sign-in-sent-here = Öffnen Sie den Link in diesem Browser, oder geben Sie den Code hier ein.
field-code = Code aus der Nachricht
hint-code = Acht Ziffern. Sie können sie auf jedem Gerät ablesen.
sign-in-code-go = Anmelden
sign-in-code-left = { $count ->
    [one] Sie haben noch { $count } Versuch.
   *[other] Sie haben noch { $count } Versuche.
}
problem-wrong-code = Das ist nicht der Code aus der neuesten Nachricht.
sign-in-elsewhere-title = Öffnen Sie diesen Link dort, wo Sie ihn angefordert haben
sign-in-elsewhere-text = Zu Ihrer Sicherheit öffnet er sich nur in dem Browser, in dem die Adresse eingegeben wurde. Es wurde nichts verbraucht.
sign-in-elsewhere-code = Sie lesen die Nachricht auf einem anderen Gerät? Geben Sie ihren Code dort auf der geöffneten Seite ein.
sign-in-elsewhere-again = Sie möchten sich hier anmelden? Dann fordern Sie hier eine neue Nachricht an.
sign-in-elsewhere-go = Hier anmelden
sign-in-elsewhere-not-you = Sie haben das nicht angefordert? Dann schließen Sie diese Seite, und geben Sie den Code niemandem.
why-undone = Die Änderung der Adresse, von der sie berichtet, wurde zurückgenommen.
why-erased = Die Daten des Inhabers wurden gelöscht.
my-profile = Profil
profile-saved = Gespeichert.
profile-you = Über Sie
profile-save = Speichern
profile-sent = Was wir Ihnen senden
profile-sent-text = Jede Nachricht steht auch in Mein { $vendor }, was immer Sie hier wählen.
profile-choose = Per E-Mail, wenn Sie möchten
profile-save-choice = Auswahl speichern
profile-always = Immer per E-Mail
profile-always-text = Diese Nachrichten bringen Ihnen, was Sie für Ihre Lizenz brauchen, oder schützen sie vor Fremden und vor Verlust. Deshalb lassen sie sich nicht abbestellen.
profile-visits = Wo Sie angemeldet sind
profile-visits-text = Sie kennen eines davon nicht? Melden Sie es ab. Eine Anmeldung endet nach 12 Stunden von selbst.
visit-browser-on = { $browser } auf { $platform }
visit-unknown = Ein Browser, den wir nicht kennen
visit-here = Dieses Gerät
visit-begun = Angemeldet:
visit-seen = Zuletzt hier, auf die Stunde genau:
visit-end = Abmelden
visit-end-others = Alle anderen Geräte abmelden
profile-passkeys = Passkeys
profile-passkeys-text = Mit einem Passkey melden Sie sich per Fingerabdruck, Gesicht oder PIN Ihres Geräts an und warten auf keine E-Mail. Der Weg per E-Mail bleibt immer offen. Ein Passkey, den Sie hier entfernen, meldet niemanden mehr an, auch wenn Ihr Gerät ihn noch anbietet.
passkey-or = Oder ohne auf eine E-Mail zu warten:
passkey-sign-in = Mit einem Passkey anmelden
passkey-made = Hinzugefügt:
passkey-used = Zuletzt benutzt:
passkey-unused = Noch nicht benutzt
passkey-unnamed = Passkey
passkey-remove = Entfernen
passkey-name = Name des neuen Passkeys
passkey-name-hint = Damit Sie ihn wiedererkennen, zum Beispiel „Telefon“ oder „Büro“. Bleibt das Feld leer, bekommt er den Namen dieses Browsers.
passkey-add = Passkey hinzufügen
passkey-problem-canceled = Es ist nichts geschehen: Sie haben abgebrochen, oder es hat zu lange gedauert. Versuchen Sie es noch einmal, oder melden Sie sich per E-Mail an.
passkey-problem-gone = Das hat zu lange gedauert. Versuchen Sie es bitte noch einmal.
passkey-problem-wrong = Mit diesem Passkey können Sie sich hier nicht anmelden. Vielleicht wurde er entfernt. Melden Sie sich per E-Mail an.
passkey-problem-wait = Zu viele Versuche waren falsch. Warten Sie einige Minuten, oder melden Sie sich per E-Mail an.
passkey-problem-known = Dieses Gerät hat schon einen Passkey von Ihnen.
passkey-problem-many = Sie haben so viele Passkeys, wie möglich sind. Entfernen Sie zuerst einen.
passkey-problem-failed = Das hat nicht geklappt. Versuchen Sie es bitte gleich noch einmal.
profile-calendar = Kalender
profile-calendar-text = Sehen Sie die letzten Tage Ihrer Lizenzen in Ihrem Kalender. Er folgt von selbst: Nach einer Verlängerung verschwindet der alte Tag, und der neue erscheint.
calendar-make = Kalender anlegen
calendar-again = Neue Adresse anlegen
calendar-revoke = Adresse widerrufen
calendar-since = Ihr Kalender hat seine Adresse seit:
calendar-made = Ihr Kalender ist fertig. Eine ältere Adresse gilt nicht mehr.
calendar-address = Adresse Ihres Kalenders
calendar-secret = Sie wird nur jetzt gezeigt, und wer sie hat, sieht Ihre Produkte und Tage. Fügen Sie sie Ihrem Kalenderprogramm als Abonnement hinzu.
calendar-subscribe = Im Kalenderprogramm abonnieren
calendar-name = Lizenzen von { $vendor }
calendar-summary = { $product }: Die Lizenz endet heute
calendar-description = Seriennummer { $serial }. Sie gilt bis zum Ende dieses Tages.
profile-data = Ihre Daten
profile-data-text = Alles, was über Sie gespeichert ist, in einer Datei: Profil, Lizenzen, Nachrichten, was mit Ihren Lizenzen geschah und wo Sie angemeldet sind.
profile-export = Meine Daten herunterladen

profile-erase-text = All das kann endgültig gelöscht werden. Was dann bleibt und was das für Sie bedeutet, erfahren Sie vorher.
profile-erase = Meine Daten löschen
erase-title = Meine Daten löschen
erase-lead = Damit verschwinden Ihr Name, Ihre Adresse und alles, was Ihnen mitgeteilt wurde, aus dem, was { $vendor } hier speichert. Das lässt sich nicht rückgängig machen.
erase-gone = Was gelöscht wird
erase-gone-profile = Ihr Name, Ihre E-Mail-Adresse, Ihre Sprache und Zeitzone und was Sie im Profil gewählt haben.
erase-gone-messages = Der Wortlaut aller Nachrichten an Sie im Portal. Was in Ihrem Postfach liegt, bleibt dort.
erase-gone-account = Ihre Besuche und Geräte, Passkeys, der Kalender und Ihre Bibliothek.
erase-gone-tie = Was Ihre Lizenzen mit Ihnen verbindet.
erase-kept = Was bleibt und warum
erase-kept-licenses = Ihre Lizenzen ohne Sie: Produkt, Seriennummer, Daten der Laufzeit und welche an die Stelle einer anderen trat. Sie belegen, was verkauft wurde, und verhindern, dass eine Seriennummer zweimal verwendet wird.
erase-kept-number = Die Nummer, unter der { $vendor } eine Lizenz selbst führt, etwa die einer Bestellung: An ihr wird eine alte Liste erkannt und bringt Ihre Daten nicht zurück. Was { $vendor } unter dieser Nummer anderswo aufbewahrt, wird hier nicht gelöscht.
erase-kept-proof = Dass Nachrichten dazu gesendet wurden und wann, ohne Wortlaut und Adresse: { $vendor } muss das belegen können.
erase-kept-record = Dass eine Löschung stattfand und wann, nicht wessen Daten es waren.
erase-kept-copies = Sicherungskopien, die { $vendor } früher gemacht hat, enthalten Ihre Daten, bis neuere an ihre Stelle treten.
erase-then = Was das für Sie bedeutet
erase-then-works = Ihr Produkt arbeitet mit seiner Schlüsseldatei weiter, bis zum letzten Tag der Lizenz.
erase-then-silence = Es kommen keine Nachrichten mehr, auch keine Erinnerung vor dem Ende einer Lizenz. Eine, die gerade unterwegs ist, kann noch ankommen.
erase-then-lost = Niemand kann Ihre Seriennummern und Schlüsseldateien noch über Ihre Adresse finden, auch { $vendor } nicht.
erase-then-renewal = Diese Lizenzen lassen sich nicht mehr unter Mitnahme der übrigen Tage verlängern, und eine gestohlene Seriennummer wird nicht mehr ausgetauscht.
erase-then-unregistered = Eine Seriennummer, die noch nicht registriert ist, kann registrieren, wer sie kennt: Bewahren Sie sie sicher auf.
erase-then-again = Eine neue Lizenz mit derselben Adresse können Sie jederzeit registrieren. Sie beginnt von vorn.
erase-save = Sichern Sie zuerst, was Sie brauchen
erase-save-licenses = Auf den Zertifikaten stehen die ganzen Seriennummern. Drucken Sie sie aus oder schreiben Sie die Nummern auf.
erase-save-more = { $count ->
    [one] { $count } weitere Lizenz ist gültig
   *[other] { $count } weitere Lizenzen sind gültig
}
erase-confirm = Endgültig löschen
erase-sign-in = Zu Ihrem Schutz braucht es dafür eine Anmeldung aus den letzten { $minutes } Minuten. Melden Sie sich noch einmal an; danach bringen wir Sie hierher zurück.
erase-sign-in-go = Noch einmal anmelden
erase-type = Geben Sie zur Bestätigung Ihre Adresse ein: { $address }
erase-go = Meine Daten endgültig löschen
erase-stay = Alles lassen, wie es ist
erased-title = Ihre Daten sind gelöscht
erased-text = { $vendor } hat Ihren Namen und Ihre Adresse hier nicht mehr, und Sie sind überall abgemeldet.
erased-licenses = { $count ->
    [0] Ihre Nachrichten und Ihr Konto sind gelöscht.
    [one] Eine Lizenz gehört jetzt niemandem. Ihr Produkt arbeitet mit seiner Schlüsseldatei weiter.
   *[other] { $count } Lizenzen gehören jetzt niemandem. Ihre Produkte arbeiten mit ihren Schlüsseldateien weiter.
}
erased-at = Gelöscht
erased-number = Nummer dieser Löschung
erased-number-hint = Bewahren Sie sie auf, wenn Sie möchten: Sie belegt, dass eine Löschung stattfand und wann, und sagt nicht, wessen Daten es waren.
erased-home = Zur Startseite
problem-other-address = Das ist nicht die Adresse, mit der Sie angemeldet sind.
problem-sign-in-again = Ihre Anmeldung liegt dafür zu lange zurück. Melden Sie sich noch einmal an.

## Die Adresse ändern

profile-address = E-Mail-Adresse
profile-address-text = An diese Adresse gehen die Nachrichten zu Ihren Lizenzen, und mit ihr melden Sie sich an. Möchten Sie eine andere, geben Sie sie hier an: Wir senden eine Nachricht dorthin, und sobald Sie sie bestätigt haben, sind alle Ihre Lizenzen der neuen Adresse zugeordnet.
field-new-address = Neue E-Mail-Adresse
address-ask = Nachricht senden
address-sent = Die Nachricht ist unterwegs.
address-waits = Wartet auf Bestätigung:
address-waits-text = Öffnen Sie den Link aus der Nachricht hier, wo Sie angemeldet sind. Vorher ändert sich nichts.
address-waits-until = Der Link gilt bis
address-again = Erneut senden
address-cancel = Änderung abbrechen
address-before = Vorher waren Ihre Lizenzen dieser Adresse zugeordnet:
address-undo-until = Von dort lässt sich die Änderung rückgängig machen, und keine Seriennummer wird ausgetauscht, bis
address-confirm-title = Adresse ändern?
address-confirm-text = Alle Ihre Lizenzen werden der neuen Adresse zugeordnet.
address-confirm-now = Bisherige Adresse
address-confirm-mail = Nachrichten dazu kommen an die neue Adresse, und Sie melden sich mit ihr an.
address-confirm-visits = Andere Geräte werden abgemeldet.
address-confirm-undo = Wir benachrichtigen die alte Adresse. Von dort lässt sich die Änderung 72 Stunden lang rückgängig machen; in dieser Zeit kann keine Seriennummer ausgetauscht werden.
address-confirm-go = Adresse ändern
address-confirm-not = Das möchten Sie nicht? Verlassen Sie diese Seite, dann ändert sich nichts.
address-elsewhere-title = Zum Bestätigen anmelden
address-elsewhere-text = Damit eine vertippte Adresse niemandem Ihre Lizenzen gibt, lässt sich eine neue nur nach der Anmeldung bestätigen. Öffnen Sie diesen Link auf dem Gerät, auf dem Sie ihn angefordert haben, oder melden Sie sich hier mit der Adresse an, der Ihre Lizenzen jetzt zugeordnet sind.
address-elsewhere-go = Hier anmelden
address-elsewhere-not = Sie haben das nicht angefordert? Dann brauchen Sie nichts zu tun: Es ändert sich nichts.
address-failed-title = Dieser Link gilt nicht mehr
address-failed-text = Er wurde schon benutzt oder abgebrochen, oder er ist zu alt. Ihr Profil zeigt, welcher Adresse Ihre Lizenzen zugeordnet sind, und sendet eine neue Nachricht.
address-failed-go = Zu meinem Profil
address-taken-title = Diese Adresse ist nicht möglich
address-taken-text = Ihre Lizenzen lassen sich dieser Adresse nicht zuordnen, und nichts hat sich geändert. Geben Sie in Ihrem Profil eine andere an, oder bitten Sie { $vendor } um Hilfe.
address-done-title = Die Adresse ist geändert
address-done-text = Alle Ihre Lizenzen sind jetzt { $address } zugeordnet. Melden Sie sich von nun an mit dieser Adresse an.
address-done-undo = Wir benachrichtigen { $old }. Von dort lässt sich die Änderung 72 Stunden lang rückgängig machen; in dieser Zeit kann keine Seriennummer ausgetauscht werden.
undo-title = Adressänderung rückgängig machen?
undo-text = Alle Lizenzen werden wieder { $old } zugeordnet.
undo-now = Jetzt sind sie zugeordnet:
undo-until = Das ist möglich bis
undo-out = Alle angemeldeten Geräte werden abgemeldet. Passkeys und die Adresse des Kalenders gelten dann nicht mehr.
undo-later = Auch spätere Änderungen der Adresse werden rückgängig gemacht.
undo-go = Änderung rückgängig machen
undo-not = Wollten Sie die Änderung so? Dann brauchen Sie nichts zu tun.
undone-title = Die Änderung ist rückgängig gemacht
undone-text = Alle Lizenzen sind wieder { $address } zugeordnet. Niemand ist mehr angemeldet; Passkeys und die Adresse des Kalenders gelten nicht mehr.
undone-next = Melden Sie sich an, und sehen Sie nach, ob alles stimmt. Falls jemand Fremdes eine Seriennummer gesehen haben kann, tauschen Sie sie aus.
undone-go = Anmelden
undo-over-title = Das lässt sich hier nicht mehr rückgängig machen
undo-over-text = Eine Adressänderung lässt sich 72 Stunden lang rückgängig machen. Falls Sie sie nicht wollten, bitten Sie { $vendor } um Hilfe.
undo-over-go = Zu { $vendor }
possible-from = Möglich ab
