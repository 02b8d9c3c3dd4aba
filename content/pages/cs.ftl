# Texty stránek v češtině. Název výrobce pochází z nastavení, jako { $vendor }.

language-name = Čeština

## Na každé stránce

skip-to-content = Přejít k obsahu
languages = Jazyk
footer-vendor = Web společnosti { $vendor }
ribbon-text = Toto je ukázka: žádná zpráva neopustí tento počítač.
ribbon-back = Zpět na ukázku
ribbon-home = Úvodní stránka pro držitele

## Data, výčty a termíny

date-day = { $day }. { $month ->
    [1] ledna
    [2] února
    [3] března
    [4] dubna
    [5] května
    [6] června
    [7] července
    [8] srpna
    [9] září
    [10] října
    [11] listopadu
   *[12] prosince
} { $year }
date-weekday = { $weekday ->
    [1] pondělí
    [2] úterý
    [3] středa
    [4] čtvrtek
    [5] pátek
    [6] sobota
   *[7] neděle
}
date-clock = { $hour }:{ $minute }
date-moment = { $day }, { $clock }
list-two = { $before } a { $next }
list-more = { $before }, { $next }
list-last = { $before } a { $next }
steps-two = { $before } a také { $next }
steps-more = { $before }, { $next }
steps-last = { $before } a také { $next }
at-once-registration = ihned po registraci
at-once-renewal = ihned po prodloužení
at-once-theft-attempt = ihned po zjištění pokusu
at-once-block = ihned po zablokování licence
before-expiry = { $last ->
    [one] { $days } den před vypršením
    [few] { $days } dny před vypršením
    [many] { $days } dne před vypršením
   *[other] { $days } dní před vypršením
}
on-expiry = v den vypršení
after-expiry = { $last ->
    [one] { $days } den po vypršení
    [few] { $days } dny po vypršení
    [many] { $days } dne po vypršení
   *[other] { $days } dní po vypršení
}
before-deletion = { $last ->
    [one] { $days } den před datem vypršení zablokované licence
    [few] { $days } dny před datem vypršení zablokované licence
    [many] { $days } dne před datem vypršení zablokované licence
   *[other] { $days } dní před datem vypršení zablokované licence
}

## Druhy zpráv

kind-serial-number = Sériové číslo
kind-key-file = Soubor s klíčem
kind-mobile-offer = Ochrana mobilních zařízení
kind-account-invitation = Pozvánka k vytvoření účtu
kind-renewal-reminder = Připomenutí prodloužení
kind-renewal-confirmation = Potvrzení prodloužení
kind-theft-attempt = Pokus o krádež licence
kind-license-blocked = Licence zablokována
kind-license-replaced = Výměna sériového čísla
kind-blocked-license-deletion = Smazání zablokované licence
kind-address-changed = Změna adresy

about-serial-number = Obsahuje sériové číslo licence, která vám byla vystavena.
about-key-file = Obsahuje soubor s klíčem vaší licence, jakmile je její sériové číslo zaregistrováno.
about-mobile-offer = Sděluje, že svá mobilní zařízení můžete chránit zdarma.
about-account-invitation = Zve vás do služby Můj { $vendor }, pokud ji ještě nepoužíváte.
about-renewal-reminder = Sděluje, že licence brzy vyprší nebo už vypršela a jak ji prodloužit. Po prodloužení už další připomenutí neposíláme.
about-renewal-confirmation = Potvrzuje, že licence byla prodloužena, a uvádí, do kdy platí ta nová.
about-theft-attempt = Varuje, že někdo zadal vaše sériové číslo s e-mailovou adresou, která vám nepatří: kdy, kde a kolikrát. Sériové číslo lze vyměnit.
about-license-blocked = Sděluje, že licence už nefunguje a proč.
about-license-replaced = Obsahuje nové sériové číslo a soubor s klíčem po výměně sériového čísla.
about-blocked-license-deletion = Po prodloužení nebo dokoupení se předchozí licence zablokuje. Tato zpráva uvádí, který den bude smazána; pokud přijde později, smazání o stejnou dobu počká.
about-address-changed = Přichází na starou i novou adresu, když se adresa vašich licencí změní.

## Úvod

home-title = Vaše licence v dobrých rukou
home-lead = { $vendor } zde vede vaše licence a včas vám sděluje, co se s nimi děje.
home-my-text = Vaše zprávy, licence a soubory s klíčem na jednom místě.
home-my-how = Heslo není potřeba: odkaz přijde e-mailem.
home-my-go = Přihlásit se
home-register-text = Máte sériové číslo? Zaregistrujte ho a soubor s klíčem získáte ihned.
home-renew-text = Uveďte svou licenci a nové sériové číslo a uvidíte, co získáte, než se cokoli stane.
home-renew-go = Prodloužit
home-schedule-text = Jaké zprávy o své licenci od nás dostanete a kdy.
home-schedule-go = Zobrazit zprávy

## Jaké zprávy čekat

schedule-title = Jaké zprávy čekat
schedule-lead = { $vendor } posílá tyto zprávy držitelům svých licencí. Přicházejí e-mailem na adresu licence, ve vašem jazyce, a zůstávají k přečtení ve službě Můj { $vendor }.
schedule-home = Pro domácnosti
schedule-business = Pro firmy
schedule-not-sent = neposílá se
schedule-hour = Čas odeslání: { $clock } vašeho místního času.
schedule-note = Poznámka { $number }
schedule-note-back = Zpět na místo poznámky { $number }
schedule-always-title = Posílají se, kdykoli se něco stane
schedule-always-text = Tyto zprávy vám přinášejí něco potřebného nebo chrání vaše licence. Dostávají je všichni, ihned.
schedule-decline-title = Které zprávy nemusíte dostávat
schedule-decline-text = Zpráva, kterou nemusíte dostávat, má na konci příslušný odkaz: jedno kliknutí a takové e-maily už nepřijdou. Samotnou zprávu najdete dál ve službě Můj { $vendor }. Všechny ostatní zprávy posíláme vždy, protože na nich závisí vaše licence.
schedule-notes-title = Poznámky
decline-never = Posílá se vždy a nelze ji vypnout.
decline-always = Nemusíte ji dostávat.
decline-after-expiry = Připomenutí po datu vypršení nemusíte dostávat; ostatní se posílají vždy.
note-of-license = Neposílá se pro: { $products }.
note-of-holder = Neposílá se držitelům, kteří už mají: { $products }.

## Přihlášení

field-email = E-mailová adresa
field-serial = Sériové číslo
field-previous = Předchozí sériové číslo
field-new-serial = Nové sériové číslo
field-key-file = Soubor s klíčem licence, kterou máte
field-key-text = Nebo jeho text
field-product = Produkt
field-name = Vaše jméno nebo firma (nepovinné)
field-language = Jazyk našich zpráv pro vás
field-zone = Vaše časové pásmo
field-wrong-email = E-mailová adresa, která držiteli nepatří
sign-in-title = Přihlášení do služby Můj { $vendor }
sign-in-text = Zadejte e-mailovou adresu své licence. Pošleme na ni odkaz a kód; heslo není potřeba.
sign-in-send = Poslat odkaz
sign-in-sent-title = Podívejte se do své schránky
sign-in-sent-text = Pokud je na tuto adresu vedena licence, zpráva je na cestě. Odkaz i kód v ní fungují jednou, po dobu { $minutes ->
    [one] { $minutes } minuty
    [few] { $minutes } minut
    [many] { $minutes } minuty
   *[other] { $minutes } minut
}.
sign-in-sent-nothing = Nic nepřišlo? Podívejte se mezi nevyžádanou poštu nebo zkuste adresu, na kterou bylo posláno sériové číslo.
sign-in-again = Zkusit jinou adresu
sign-in-confirm-text = Ještě jedno kliknutí a přihlášení na tomto zařízení bude hotové.
sign-in-confirm-go = Přihlásit se
sign-in-confirm-not-you = Žádost nepochází od vás? Zavřete tuto stránku; nic se nestalo.
sign-in-failed-title = Tento odkaz nebo kód už nefunguje
sign-in-failed-text = Byl už použit, je příliš starý, nebo byl příliš mnohokrát zadán nesprávný kód. Požádejte o novou zprávu; přijde ihned.
sign-in-failed-go = Poslat novou zprávu

## Portál

my-title = Můj { $vendor }
my-messages = Zprávy
my-licenses = Licence
my-unread = { $count ->
    [one] ({ $count } nepřečtená)
    [few] ({ $count } nepřečtené)
    [many] ({ $count } nepřečtené)
   *[other] ({ $count } nepřečtených)
}
my-signed-in = Přihlášení:
my-sign-out = Odhlásit se
came-back-title = Pošta na adresu { $address } se vrací
came-back-since = Od { $day } tam nic neposíláme. Všechny zprávy najdete zde na portálu.
came-back-do = Funguje adresa? Nechte si na ni poslat odkaz k přihlášení. Jakmile ho použijete, zprávy tam budou zase chodit.
came-back-send = Poslat odkaz na tuto adresu
came-back-change = Jiná adresa: váš profil
about-more = { $count ->
    [one] a ještě { $count } licence
    [few] a ještě { $count } licence
    [many] a ještě { $count } licence
   *[other] a ještě { $count } licencí
}
messages-none = Zatím žádné zprávy. Když se s vaší licencí něco stane, najdete to zde.
messages-pages = Novější a starší zprávy
messages-newer = Novější
messages-older = Starší
message-unread = Nepřečtená
message-back = Všechny zprávy
message-sent = Datum
message-about = Licence
message-fate = E-mail
messages-all-read = Označit vše jako přečtené
messages-filter = Výběr zpráv
messages-filter-go = Zobrazit
messages-every-license = Všechny licence
messages-every-kind = Všechny druhy
messages-count = { $count ->
    [0] Žádné zprávy
    [one] { $count } zpráva
    [few] { $count } zprávy
    [many] { $count } zprávy
   *[other] { $count } zpráv
}
messages-show-all = Zobrazit všechny zprávy
messages-no-match = Tomuto výběru neodpovídá žádná zpráva.
message-eml = Uložit celý e-mail (.eml)
message-eml-anew = Soubor obsahuje stejná slova jako odeslaný e-mail; novější verze programu je zapisuje v trochu jiné podobě.
message-eml-alone = Tato zpráva přišla s jinými v jednom e-mailu; soubor obsahuje jen ji, celou.
message-mark-unread = Označit jako nepřečtenou
fate-text-waiting = Odejde na adresu { $address }, jakmile ho poštovní server přijme.
fate-text-accepted = Poštovní server adresy { $address } ho přijal:
fate-text-unknown = Odešel na adresu { $address }, ale odpověď poštovního serveru se ztratila. Hlídáme to; může přijít dvakrát.
fate-text-bounced = Vrátil se z adresy { $address }. Zpráva je přesto k dispozici zde. Odesláno:
fate-text-failed = Poštovní server adresy { $address } ho odmítl. Zpráva je přesto k dispozici zde. Zjištěno:
fate-text-declined = Na vaše přání takové e-maily neposíláme. Zpráva je přesto k dispozici zde.
fate-text-held = Adresa { $address } naše e-maily nepřijímá. Zpráva je přesto k dispozici zde.
message-files = Soubory
fate-waiting = Na cestě
fate-accepted = E-mail odeslán
fate-unknown = E-mail odeslán, zatím nepotvrzen
fate-bounced = E-mail se vrátil
fate-failed = E-mail odmítnut
fate-declined = Bez e-mailu, podle vašeho přání
fate-held = Bez e-mailu: vaše adresa e-maily nepřijímá
status-active = Aktivní
status-unregistered = K registraci
status-expired = Vypršela
status-blocked = Zablokovaná
status-deleted = Smazána
license-days-left = { $days ->
    [0] Vyprší dnes
    [one] Zbývá { $days } den
    [few] Zbývají { $days } dny
    [many] Zbývá { $days } dne
   *[other] Zbývá { $days } dní
}
license-days-past = { $days ->
    [one] Vypršela před { $days } dnem
    [few] Vypršela před { $days } dny
    [many] Vypršela před { $days } dne
   *[other] Vypršela před { $days } dny
}
license-to-register = Zaregistrujte její sériové číslo a získáte soubor s klíčem.
license-registered = Zaregistrována
license-expires = Vyprší
license-devices = Zařízení
license-blocked-on = Zablokována
license-deletion = Bude smazána
license-valid-until = Platí do
license-renew = Prodloužit nebo přidat zařízení
license-replace = Vyměnit sériové číslo
my-library = Knihovna
library-lead = Krátké stránky nápovědy o licencích. Ponechte si ty, ke kterým se chcete vracet.
library-mine = Moje knihovna
library-mine-none = Zatím tu není žádná stránka. „+ Přidat do knihovny“ ji sem uloží.
library-all = Všechny stránky
library-add = + Přidat do knihovny
library-kept = V mé knihovně
library-remove = Odebrat z mé knihovny
library-back = Všechny stránky nápovědy
count-days = { $count ->
    [one] { $count } den
    [few] { $count } dny
    [many] { $count } dne
   *[other] { $count } dní
}
count-months = { $count ->
    [one] { $count } měsíc
    [few] { $count } měsíce
    [many] { $count } měsíce
   *[other] { $count } měsíců
}
licenses-tabs = Licence podle stavu
tab-active = Aktivní
tab-expired = Vypršelé
tab-blocked = Zablokované
tab-none-active = Žádná licence není aktivní. Zaregistrujte sériové číslo nebo se podívejte mezi vypršelé.
tab-none-expired = Nic nevypršelo. Než se to stane, připomeneme to.
tab-none-blocked = Žádná licence není zablokovaná.
license-back = Všechny licence
license-certificate = Certifikát k vytištění
license-previous = Nahradila licenci
license-successor = Nahradila ji licence
license-coming = Co přijde
license-coming-text = Tyto zprávy přijdou, pokud se nic nezmění. Prodloužením připomenutí skončí.
license-coming-none = O této licenci není naplánována žádná zpráva.
license-past = Co bylo
license-attempts = Pokusy o použití jejího sériového čísla
license-attempts-text = { $count ->
    [one] Někdo jednou zadal její sériové číslo s e-mailovou adresou, která vám nepatří. Nic nebylo vyzrazeno.
    [few] Někdo { $count }krát zadal její sériové číslo s e-mailovou adresou, která vám nepatří. Nic nebylo vyzrazeno.
    [many] Někdo { $count }krát zadal její sériové číslo s e-mailovou adresou, která vám nepatří. Nic nebylo vyzrazeno.
   *[other] Někdo { $count }krát zadal její sériové číslo s e-mailovou adresou, která vám nepatří. Nic nebylo vyzrazeno.
}
license-attempts-times = { $count ->
    [one] jednou
    [few] { $count }krát
    [many] { $count }krát
   *[other] { $count }krát
}
service-registration = registrace
service-renewal = prodloužení
service-expansion = dokoupení
service-replacement = výměna sériového čísla
service-key-file = žádost o soubor s klíčem
life-issued = Vystaveno sériové číslo
life-imported = Převzata z dřívějších záznamů
life-corrected = Opravena data
life-registered = Zaregistrována
life-renewal = Zaregistrována jako prodloužení
life-expansion = Zaregistrována jako dokoupení
life-replacement = Vystavena místo ukradeného sériového čísla
life-key-file-asked = Opakovaná žádost o soubor s klíčem
life-renewed = Prodloužena: nahradila ji jiná licence
life-expanded = Rozšířena: nahradila ji jiná licence
life-replaced = Sériové číslo vyměněno
life-blocked = Zablokována
life-lifted = Zablokování zrušeno
life-deleted = Smazána
life-address-changed = Převedena na jinou e-mailovou adresu
life-address-restored = Změna adresy vrácena
certificate-title = Certifikát licence
certificate-text = { $vendor } potvrzuje, že tato licence je zaregistrována na svého držitele.
certificate-holder = Držitel
certificate-key = Soubor s klíčem podepsán klíčem
certificate-id = Licence
certificate-made = Stav ke dni
certificate-back = Zpět k licenci
certificate-care = Toto je jediná stránka s celým sériovým číslem. Vytiskněte ji a uložte na bezpečném místě: kdo číslo zná, mohl by se ho pokusit použít.
license-key-file = Stáhnout soubor s klíčem
blocked-renewed = Byla prodloužena: nahradila ji nová licence.
blocked-expanded = Nahradila ji licence z dokoupení.
blocked-compromised = Její sériové číslo bylo vyměněno, protože se dostalo do nesprávných rukou.
blocked-other = Byla zablokována výrobcem.

## Registrace

form-problems = { $count ->
    [one] { $count } pole je třeba opravit
    [few] { $count } pole je třeba opravit
    [many] { $count } pole je třeba opravit
   *[other] { $count } polí je třeba opravit
}
hint-serial = Tak, jak stojí ve zprávě nebo na kartě, se kterou přišlo. Malá písmena, mezery a chybějící spojovníky nevadí; O platí jako 0, I a L jako 1.
doubt-groups = { $count ->
    [one] Pokud je chybný jeden znak, hledejte ho ve skupině { $groups } ze čtyř.
    [few] Pokud je chybný jeden znak, hledejte ho v jedné z těchto skupin ze čtyř: { $groups }.
    [many] Pokud je chybný jeden znak, hledejte ho v jedné z těchto skupin ze čtyř: { $groups }.
   *[other] Pokud je chybný jeden znak, hledejte ho v jedné z těchto skupin ze čtyř: { $groups }.
}
doubt-go-on = Je napsáno přesně takto
doubt-go-on-hint = Některá starší čísla tuto kontrolu nemají. Zaškrtněte to až po porovnání všech znaků.
hint-zone = Zprávy s datem přicházejí v hodinu odesílání v tomto pásmu.
register-title = Registrace sériového čísla
register-text = Vaše licence začne platit dnes a soubor s klíčem získáte ihned zde i e-mailem.
register-or-renew = Už máte licenci?
register-or-renew-go = Prodlužte ji a zachovejte si její dny.
hint-register-email = Adresa, na kterou bylo sériové číslo posláno. Pokud je z karty nebo jako dárek: vaše vlastní.
register-go = Zaregistrovat
register-again-hint = Číslo už je zaregistrované? Zadejte znovu totéž a soubor s klíčem pošleme ještě jednou.
registered-title = Zaregistrováno
registered-text = Vaše licence platí ode dneška. Soubor s klíčem je na cestě i na adresu { $address }.
registered-again-title = Soubor s klíčem je znovu na cestě
registered-again-text = Toto sériové číslo už bylo zaregistrováno. Jeho soubor s klíčem posíláme na adresu { $address } ještě jednou.
fetch-minutes = { $minutes ->
    [one] Tato stránka je dostupná { $minutes } minutu; potom najdete soubor s klíčem ve své schránce.
    [few] Tato stránka je dostupná { $minutes } minuty; potom najdete soubor s klíčem ve své schránce.
    [many] Tato stránka je dostupná { $minutes } minuty; potom najdete soubor s klíčem ve své schránce.
   *[other] Tato stránka je dostupná { $minutes } minut; potom najdete soubor s klíčem ve své schránce.
}
done-my = Vaše licence ve službě Můj { $vendor }
unmatched-title = To se nepodařilo
unmatched-text = Nenašli jsme licenci, kterou by zde bylo možné s tímto sériovým číslem a touto adresou použít. Porovnejte obojí, znak po znaku, se zprávou, ve které sériové číslo přišlo.
unmatched-mail = Pokud jsou zadané údaje správné, poslali jsme na adresu licence zprávu, jak postupovat dál.
unmatched-go = Zkusit znovu
too-many-title = Počkejte prosím chvíli
too-many-text = Příliš mnoho neúspěšných pokusů. Zkusit to znovu můžete za { $minutes ->
    [one] { $minutes } minutu
    [few] { $minutes } minuty
    [many] { $minutes } minuty
   *[other] { $minutes } minut
}.
too-many-why = Zadané údaje jsme nekontrolovali. Přestávka chrání držitele licencí před cizími lidmi, kteří hádají; nic vašeho se nezměnilo ani nezablokovalo.
too-many-holder = Je licence vaše? Přihlaste se: u vlastních licencí žádná přestávka není.
too-many-sign-in = Přihlásit se
too-many-go = Zpět k formuláři

## Prodloužení

renew-title = Prodloužení licence
renew-text = Uveďte licenci, kterou máte. Uvidíte, co prodloužení přinese, než se cokoli stane a než cokoli koupíte.
hint-renew-email = Adresa licence, kterou máte. Na ni bude vedena i ta nová.
renew-how = O jaký nákup jde?
renew-renewal = Prodloužení
renew-renewal-hint = Nová licence převezme zbývající dny.
renew-expansion = Dokoupení
renew-expansion-hint = Nová licence zahrne zařízení z obou.
renew-next = Zobrazit, co získám
renew-next-hint = Zatím se nic nezmění.
renew-own = Vaše licence
renew-sign-in = Po přihlášení si vyberete ze svých licencí a staré sériové číslo nepotřebujete.
renew-sign-in-go = Přihlásit se
renew-or-key-file = Nebo místo sériového čísla použijte soubor s klíčem
hint-key-file = Soubor, který přišel s naší zprávou a leží ve složce programu; jeho název končí na .key. Poslouží i vypršelý.
renew-go-on = Pokračovat
renew-without-title = Nemáte starou licenci po ruce?
renew-without-text = Nové sériové číslo lze zaregistrovat i bez ní, ale přijdete o to, co prodloužení přináší.
renew-without-see = Zobrazit, o co přijdete
held-title = Licence, kterou máte
held-expired = Vypršela
held-example = Co prodloužení přináší
held-example-text = { $months ->
    [one] Příklad: licence na { $months } měsíc, koupená za plnou cenu a zaregistrovaná dnes.
    [few] Příklad: licence na { $months } měsíce, koupená za plnou cenu a zaregistrovaná dnes.
    [many] Příklad: licence na { $months } měsíce, koupená za plnou cenu a zaregistrovaná dnes.
   *[other] Příklad: licence na { $months } měsíců, koupená za plnou cenu a zaregistrovaná dnes.
}
held-example-expansion = Stejná licence jako dokoupení by vedle svých vlastních zahrnula i zařízení této licence (nyní: { $devices }), do { $day }.
held-new = Máte nové sériové číslo?
held-shop = Zatím bez nákupu?
held-shop-text = Přejděte do obchodu společnosti { $vendor }. Odkaz říká, ke které licenci nákup patří, takže tam její číslo zadávat nemusíte.
held-shop-renewal = Koupit prodloužení
held-shop-expansion = Dokoupit zařízení
held-no-shop = Kupte nové sériové číslo u společnosti { $vendor } a vraťte se s ním sem.
without-title = Bez staré licence
without-text = Nové sériové číslo lze zaregistrovat samostatně. Nejdříve se podívejte, o co tím přijdete.
without-renewal = Při nákupu prodloužení
without-days = Dny, které zbývají ze staré licence, se nepřipočtou.
without-bonus = { $days ->
    [one] Licence koupená za plnou cenu nedostane bonus: { $days } den.
    [few] Licence koupená za plnou cenu nedostane bonus: { $days } dny.
    [many] Licence koupená za plnou cenu nedostane bonus: { $days } dne.
   *[other] Licence koupená za plnou cenu nedostane bonus: { $days } dní.
}
without-discount = { $days ->
    [one] Licence koupená se slevou bude o { $days } den kratší.
    [few] Licence koupená se slevou bude o { $days } dny kratší.
    [many] Licence koupená se slevou bude o { $days } dne kratší.
   *[other] Licence koupená se slevou bude o { $days } dní kratší.
}
without-example = { $months ->
    [one] Příklad: licence na { $months } měsíc, zaregistrovaná dnes, bude platit do { $end } místo do { $own }.
    [few] Příklad: licence na { $months } měsíce, zaregistrovaná dnes, bude platit do { $end } místo do { $own }.
    [many] Příklad: licence na { $months } měsíce, zaregistrovaná dnes, bude platit do { $end } místo do { $own }.
   *[other] Příklad: licence na { $months } měsíců, zaregistrovaná dnes, bude platit do { $end } místo do { $own }.
}
without-old = Stará licence poběží samostatně dál, dokud nevyprší.
without-expansion = Při dokoupení
without-devices = Zařízení se nesčítají: každá licence zahrnuje svá vlastní.
without-two = Budete mít dvě licence se dvěma soubory s klíčem a dvěma daty vypršení.
without-for-good = Po samostatné registraci to už nelze změnit.
without-back = Starou licenci mám
without-go = Zaregistrovat bez ní
sum-title = Co získáte
sum-text = Zkontrolujte výpočet. Zatím se nic nezměnilo.
sum-old = Licence, kterou máte
sum-new = Nová licence
sum-caption = Jak datum vypršení vzniklo
sum-own = { $months ->
    [one] { $months } měsíc od { $day }
    [few] { $months } měsíce od { $day }
    [many] { $months } měsíce od { $day }
   *[other] { $months } měsíců od { $day }
}
sum-old-end = Licence, kterou máte, platí do
sum-carried = Dny zbývající z licence, kterou máte
sum-bonus = Bonus za prodloužení
sum-deducted = Odečteno: koupeno se slevou, na kterou licence, kterou máte, nedává nárok
sum-plus = { $days ->
    [one] + { $days } den
    [few] + { $days } dny
    [many] + { $days } dne
   *[other] + { $days } dní
}
sum-minus = { $days ->
    [one] − { $days } den
    [few] − { $days } dny
    [many] − { $days } dne
   *[other] − { $days } dní
}
sum-later = Pozdější z obou dat: platí do
sum-least = Licence platí nejméně jeden den.
sum-devices = { $old } + { $new } = { $all }
sum-consequence = Licence, kterou máte ({ $serial }), bude ihned zablokována a později smazána. Na svých zařízeních nahraďte její soubor s klíčem novým.
sum-renew = Prodloužit nyní
sum-add = Přidat nyní
sum-back = Zadat něco jiného
renewed-title = Prodlouženo
expanded-title = Přidáno
renewed-text = Nový soubor s klíčem je na cestě i na adresu { $address }. Na svých zařízeních jím nahraďte ten starý.
renewed-old = Stará licence
renewed-old-text = { $product } ({ $serial }) je teď zablokovaná.
renewed-deletion = Bude smazána { $day }.
renewed-told = Předtím vám ještě jednou napíšeme, { $day }.
renewed-untold = Žádná další zpráva o ní nepřijde.

## Výměna sériového čísla

replace-title = Výměna sériového čísla
replace-text = Dostalo se vaše sériové číslo do nesprávných rukou? Vyměňte ho: staré ihned přestane platit a nové přijde e-mailem.
replace-door-text = To může udělat jen držitel. Nejdříve se přihlaste a potom u licence zvolte „Vyměnit sériové číslo“.
replace-door-go = Přihlásit se
replace-rule = { $days ->
    [one] Výměna je zdarma, dokud zbývá alespoň { $days } den.
    [few] Výměna je zdarma, dokud zbývají alespoň { $days } dny.
    [many] Výměna je zdarma, dokud zbývá alespoň { $days } dne.
   *[other] Výměna je zdarma, dokud zbývá alespoň { $days } dní.
}
replace-none = Žádná z vašich licencí není aktivní ani zablokovaná kvůli sériovému číslu.
replace-quota = Zbývající výměny zdarma
replace-quota-of = { $left } z { $free }
replace-days-left = Zbývající dny
replace-confirm-title = Vyměnit toto sériové číslo?
replace-confirm-old = Staré sériové číslo a jeho soubor s klíčem ihned přestanou platit na všech zařízeních.
replace-confirm-new = Nové sériové číslo se stejným datem vypršení přijde na adresu { $address } i se souborem s klíčem. Platí ihned.
replace-confirm-quota = Tím se využije jedna výměna zdarma.
replace-confirm-go = Vyměnit nyní
replace-back = Vybrat jinou licenci
replaced-title = Sériové číslo vyměněno
replaced-text = Nové sériové číslo je na cestě na adresu { $address }. Jeho licence už platí; vyberte nový soubor s klíčem na svých zařízeních.
replaced-old = Staré sériové číslo { $serial } je zablokované.
replaced-go = Všechny licence

## Když něco nefunguje

not-found-title = Tady nic není
not-found-text = V adrese je možná překlep nebo se stránka přesunula.
not-found-go = Přejít na úvodní stránku
refused-title = To se nepodařilo
refused-go = Zpět
broken-title = Něco se pokazilo na naší straně
broken-text = Není to vaší vinou. Zkuste to za minutu znovu; pokud se to bude opakovat, sdělte společnosti { $vendor } tuto značku:
broken-mark = Značka:
problem-empty = Vyplňte toto pole.
problem-not-an-address = Toto není e-mailová adresa. Adresa vypadá takto: jmeno@example.com.
problem-same-address = To už je vaše adresa.
problem-not-a-serial = Sériové číslo má 16 písmen a číslic: XXXX-XXXX-XXXX-XXXX.
problem-doubtful-serial = Podívejte se na toto číslo ještě jednou: poslední dva znaky kontrolují ostatní a zde nesouhlasí.
problem-not-a-key-file = Toto není celý soubor s klíčem. Vyberte soubor tak, jak přišel, nebo vložte celý jeho text.
problem-foreign-key-file = Tento soubor s klíčem nevznikl u nás.
problem-changed-key-file = Tento soubor s klíčem byl po vytvoření změněn. Vyberte ho tak, jak přišel s naší zprávou.
problem-not-a-name = Jméno má nejvýše 200 znaků a žádné konce řádků.
problem-not-a-zone = Takové časové pásmo neexistuje. Vyberte jedno ze seznamu.
problem-no-replacement-left = Její sériové číslo už nelze vyměnit zdarma. Požádejte výrobce o pomoc.
problem-too-few-days-left = Na výměnu jejího sériového čísla zbývá příliš málo dní. Místo toho licenci prodlužte.
problem-address-just-changed = Adresa vašich licencí se nedávno změnila. Dokud to lze vrátit, nevyměníme žádné sériové číslo a nevymažeme žádné údaje.
problem-too-many-tries = Příliš mnoho neúspěšných pokusů. Před dalším několik minut počkejte.
problem-no-match = Žádná licence nemá toto sériové číslo a tuto adresu. Porovnejte obojí se zprávou, ve které sériové číslo přišlo.
problem-already-registered = Toto sériové číslo už je zaregistrované. Jeho soubor s klíčem najdete na portálu.
problem-not-registered = Tato licence ještě není zaregistrovaná. Nejdříve zaregistrujte její sériové číslo.
problem-blocked = Tato licence je zablokovaná. Zprávu o tom najdete na portálu.
problem-already-renewed = Tato licence už byla prodloužena. Uveďte licenci, která ji nahradila.
problem-same-license = Staré a nové sériové číslo jsou stejné. Uveďte dvě různá.
problem-broken-form = Formulář nedorazil celý. Otevřete jeho stránku a vyplňte ho ještě jednou.
problem-clock-stays = Hodiny jdou jen dopředu a dál už to nejde.
problem-not-here = To zde nelze udělat.

## Ukázka

demo-title = Podívejte se na Tenure při práci
demo-what-1 = Tenure vede licence výrobce softwaru a sděluje každému držiteli, v jeho jazyce a v jeho místním čase, co se s licencí děje.
demo-what-2 = Každá zpráva odejde přesně jednou, jen dokud je pravdivá, a zůstává k přečtení na portálu držitele.
demo-what-3 = Zde běží ve zkušebním prostředí: držitelé jsou smyšlení, hodiny posouváte vy a pošta neopustí tuto stránku.
demo-jumps = Na této stránce
demo-jump-programme = Šest zpráv
demo-jump-decisions = Rozhodnutí
demo-clock-title = Hodiny
demo-next = Nejbližší zpráva:
demo-next-none = V dohledné době není co poslat.
demo-move-notice = K další zprávě
demo-move-day = +1 den
demo-move-week = +1 týden
demo-move-month = +1 měsíc
demo-move-sleep = Uspat na měsíc a probudit
demo-sleep-hint = Dokud Tenure spí, nic neodchází. Po probuzení pošle pro každou licenci jen nejnovější zprávu a řekne, co vynechal.
report-title = Co se stalo
report-slept = Tenure spal, probudil se a vše dohnal.
report-accepted = { $count ->
    [one] Odeslána { $count } zpráva
    [few] Odeslány { $count } zprávy
    [many] Odesláno { $count } zprávy
   *[other] Odesláno { $count } zpráv
}
report-superseded = { $count ->
    [one] Vynecháno { $count }: nahradila ji novější
    [few] Vynecháno { $count }: nahradily je novější
    [many] Vynecháno { $count }: nahradily je novější
   *[other] Vynecháno { $count }: nahradily je novější
}
report-late = { $count ->
    [one] Vynecháno { $count }: příliš pozdě
    [few] Vynecháno { $count }: příliš pozdě
    [many] Vynecháno { $count }: příliš pozdě
   *[other] Vynecháno { $count }: příliš pozdě
}
report-canceled = { $count ->
    [one] Zrušeno { $count }: důvod pominul
    [few] Zrušeno { $count }: důvod pominul
    [many] Zrušeno { $count }: důvod pominul
   *[other] Zrušeno { $count }: důvod pominul
}
report-deferred = { $count ->
    [one] { $count } se zkusí odeslat znovu
    [few] { $count } se zkusí odeslat znovu
    [many] { $count } se zkusí odeslat znovu
   *[other] { $count } se zkusí odeslat znovu
}
report-failed = { $count ->
    [one] Definitivně odmítnuto: { $count }
    [few] Definitivně odmítnuto: { $count }
    [many] Definitivně odmítnuto: { $count }
   *[other] Definitivně odmítnuto: { $count }
}
report-deleted = { $count ->
    [one] Smazána { $count } licence
    [few] Smazány { $count } licence
    [many] Smazáno { $count } licence
   *[other] Smazáno { $count } licencí
}
report-nothing = Nebylo co poslat.
demo-programme-title = Šest zpráv programu
demo-programme-seen = Zatím zobrazeno: { $seen } z { $total }.
demo-seen = zobrazena
demo-not-seen = zatím ne
guide-next = Dále:
guide-all = Znáte už všechny. Posuňte hodiny dál a sledujte, nebo se staňte jedním z držitelů.
guide-key-file = zaregistrujte sériové číslo, které je připraveno v prvním formuláři níže. Soubor s klíčem přijde ihned.
guide-mobile-offer = zaregistrujte v prvním formuláři níže sériové číslo produktu pro domácnosti. Nabídka přijde spolu se souborem s klíčem.
guide-account-invitation = zaregistrujte v prvním formuláři níže sériové číslo pro držitele bez jediného přihlášení.
guide-renewal-reminder = stiskněte „K další zprávě“, dokud neodejde připomenutí.
guide-theft-attempt = zkuste ve třetím formuláři níže nesprávnou adresu. Držitel dostane ihned varování.
guide-blocked-license-deletion = prodlužte ve druhém formuláři níže licenci pro domácnosti a posuňte hodiny dál. Zpráva přijde 30 dní před smazáním staré licence.
demo-mails-title = Zachycená pošta
demo-mails-none = Zatím žádná pošta. Posuňte hodiny nebo zaregistrujte sériové číslo.
demo-shown = { $count ->
    [one] Nejnovější: { $shown } z { $count }
    [few] Nejnovější: { $shown } z { $count }
    [many] Nejnovější: { $shown } z { $count }
   *[other] Nejnovější: { $shown } z { $count }
}
demo-decisions-title = Co bylo rozhodnuto a proč
demo-decisions-none = Zatím nebylo nic rozhodnuto. Posuňte hodiny.
state-due = Čeká
state-sending = Odesílá se
state-unknown = Odpověď ztracena
state-accepted = Odeslána
state-bounced = Vrátila se
state-complained = Nevyžádaná
state-superseded = Nahrazena
state-late = Pozdě
state-canceled = Zrušena
state-held = Jen na portálu
state-failed = Odmítnuta
why-renewed = Licence byla prodloužena, takže to už nebyla pravda.
why-expanded = Licenci nahradilo dokoupení.
why-replaced = Sériové číslo bylo vyměněno.
why-blocked = Licence byla zablokována.
why-lifted = Zablokování bylo zrušeno.
why-deleted = Licence byla smazána.
why-corrected = Data licence byla opravena.
why-unscheduled = Rozvrh už tento krok neobsahuje.
why-no_address = Licence nemá adresu.
why-already_has = To, co se nabízí, už je k dispozici.
why-operator = Zrušil ji operátor.
why-out_of_time = Odpověď poštovního serveru se ztratila a čas uplynul.
why-newer_step_due = Nastal i čas novější, takže odešla jen ta.
why-limit_passed = Její čas uplynul dřív, než mohla odejít.
why-declined = E-maily tohoto druhu jsou vypnuté; zpráva je na portálu.
why-suppressed = Adresa nepřijímá poštu; zpráva je na portálu.
why-other = Poštovní server uvedl jiný důvod.
demo-forms-title = Vyzkoušejte si to
form-register-title = Zaregistrovat sériové číslo
form-register-hint = Začne doba platnosti a ihned odejde soubor s klíčem.
form-register-go = Zaregistrovat
form-register-done = Zaregistrováno. Soubor s klíčem je v zachycené poště.
form-renew-title = Prodloužit licenci
form-renew-hint = Nová licence převezme zbývající dny; připomenutí té staré se zruší.
form-renew-go = Prodloužit
form-renew-done = Prodlouženo. Stará licence je zablokovaná a její připomenutí zrušena.
form-theft-title = Zkusit nesprávnou adresu
form-theft-hint = Dostanete odpověď, jakou by dostal někdo cizí. Držitel dostane varování.
form-theft-go = Zkusit
form-theft-done = Nikdo cizí se nic nedozvěděl. Držitel dostal varování.
demo-holders-title = Ukázkoví držitelé
demo-holders-text = Každý žije ve svém časovém pásmu: zpráva přichází v hodinu odesílání tam, ne zde.
holder-language = Jazyk: { $language }
holder-next = Dále:
holder-next-none = Nic dalšího není naplánováno.
holder-be = Stát se tímto držitelem
mail-to = Komu
mail-when = Zachyceno
mail-kind = Zpráva
mail-other = Přihlašovací odkaz nebo jiná vyžádaná pošta
mail-faces = Podoby tohoto e-mailu
mail-html = Jak vypadá
mail-text = Jako text
mail-source = Zdrojový kód

# Vypnutí druhu zpráv
decline-title = Dostávat méně zpráv
decline-text = Zprávy tohoto druhu už nebudou chodit e-mailem: „{ $kind }“. Najdete je dál mezi svými zprávami.
decline-go = Tyto zprávy už nedostávat
decline-duties = Soubory s klíčem, připomenutí před vypršením, pokusy o krádež a smazání oznamujeme e-mailem vždy.
decline-done-title = Hotovo
decline-done-text = Zprávy „{ $kind }“ už nebudou chodit e-mailem. Najdete je dál mezi svými zprávami.
decline-done-go = Přejít na mé zprávy

sign-in-then = Potom vás vrátíme tam, kam jste šli.
sign-in-sent-here = Otevřete odkaz v tomto prohlížeči, nebo zadejte kód sem.
field-code = Kód ze zprávy
hint-code = Osm číslic. Můžete si je přečíst na kterémkoli zařízení.
sign-in-code-go = Přihlásit se
sign-in-code-left = { $count ->
    [one] Zbývá { $count } pokus.
    [few] Zbývají { $count } pokusy.
    [many] Zbývá { $count } pokusu.
   *[other] Zbývá { $count } pokusů.
}
problem-wrong-code = To není kód z nejnovější zprávy.
sign-in-elsewhere-title = Otevřete tento odkaz tam, kde jste o něj požádali
sign-in-elsewhere-text = Pro vaši bezpečnost se otevře jen v prohlížeči, ve kterém byla adresa zadána. Nic se nespotřebovalo.
sign-in-elsewhere-code = Čtete zprávu na jiném zařízení? Zadejte její kód tam, na otevřené stránce.
sign-in-elsewhere-again = Chcete se přihlásit zde? Pak si zde vyžádejte novou zprávu.
sign-in-elsewhere-go = Přihlásit se zde
sign-in-elsewhere-not-you = Nežádali jste o to? Zavřete tuto stránku a kód nikomu nedávejte.
why-undone = Změna adresy, o které mluví, byla vrácena.
why-erased = Údaje držitele byly vymazány.
my-profile = Profil
profile-saved = Uloženo.
profile-you = O vás
profile-save = Uložit
profile-sent = Co vám posíláme
profile-sent-text = Každá zpráva je také v portálu Můj { $vendor }, ať zde zvolíte cokoli.
profile-choose = E-mailem, pokud chcete
profile-save-choice = Uložit volbu
profile-always = Vždy e-mailem
profile-always-text = Tyto zprávy vám přinášejí, co pro licenci potřebujete, nebo ji chrání před cizími lidmi a před ztrátou. Proto je nelze odmítnout.
profile-visits = Kde jste přihlášeni
profile-visits-text = Některé z nich neznáte? Odhlaste je. Přihlášení skončí samo po 12 hodinách.
visit-browser-on = { $browser }, { $platform }
visit-unknown = Neznámý prohlížeč
visit-here = Toto zařízení
visit-begun = Přihlášení:
visit-seen = Naposledy, s přesností na hodinu:
visit-end = Odhlásit
visit-end-others = Odhlásit všechna ostatní zařízení
profile-passkeys = Přístupové klíče
profile-passkeys-text = S přístupovým klíčem se přihlásíte otiskem prstu, tváří nebo kódem PIN svého zařízení a nečekáte na žádnou zprávu. Cesta přes e-mail zůstává vždy otevřená. Klíč, který zde odeberete, už nepřihlašuje, i když ho zařízení stále nabízí.
passkey-or = Nebo bez čekání na zprávu:
passkey-sign-in = Přihlásit se přístupovým klíčem
passkey-made = Přidáno:
passkey-used = Naposledy použito:
passkey-unused = Zatím nepoužit
passkey-unnamed = Přístupový klíč
passkey-remove = Odebrat
passkey-name = Název nového klíče
passkey-name-hint = Abyste ho později poznali, například Telefon nebo Kancelář. Bez názvu dostane jméno tohoto prohlížeče.
passkey-add = Přidat přístupový klíč
passkey-problem-canceled = Nic se nestalo: akce byla zrušena, nebo trvala příliš dlouho. Zkuste to znovu, nebo se přihlaste e-mailem.
passkey-problem-gone = Trvalo to příliš dlouho. Zkuste to prosím znovu.
passkey-problem-wrong = Tímto klíčem se zde přihlásit nelze. Možná byl odebrán. Přihlaste se e-mailem.
passkey-problem-wait = Příliš mnoho chybných pokusů. Počkejte několik minut, nebo se přihlaste e-mailem.
passkey-problem-known = Toto zařízení už váš přístupový klíč má.
passkey-problem-many = Máte tolik klíčů, kolik je možné. Nejprve některý odeberte.
passkey-problem-failed = Nepodařilo se to. Zkuste to prosím za chvíli znovu.
profile-calendar = Kalendář
profile-calendar-text = Mějte poslední dny svých licencí v kalendáři. Mění se sám: po prodloužení starý den zmizí a objeví se nový.
calendar-make = Vytvořit kalendář
calendar-again = Vytvořit novou adresu
calendar-revoke = Zrušit adresu
calendar-since = Váš kalendář má svou adresu od:
calendar-made = Kalendář je hotový. Starší adresa už nefunguje.
calendar-address = Adresa vašeho kalendáře
calendar-secret = Ukážeme ji jen teď, a kdo ji má, vidí vaše produkty a data. Přidejte ji do svého kalendáře jako odběr.
calendar-subscribe = Odebírat v mém kalendáři
calendar-name = Licence: { $vendor }
calendar-summary = { $product }: dnes končí licence
calendar-description = Sériové číslo { $serial }. Licence platí do konce tohoto dne.
profile-data = Vaše údaje
profile-data-text = Vše, co o vás uchováváme, v jednom souboru: profil, licence, zprávy, co se s licencemi dělo a kde jste přihlášeni.
profile-export = Stáhnout moje údaje

profile-erase-text = Toto všechno lze navždy vymazat. Co potom zůstane a co to pro vás znamená, řekneme předem.
profile-erase = Vymazat moje údaje
erase-title = Vymazat moje údaje
erase-lead = Z toho, co { $vendor } zde uchovává, zmizí vaše jméno, adresa a vše, co vám bylo napsáno. Nelze to vrátit.
erase-gone = Co bude vymazáno
erase-gone-profile = Jméno, e-mailová adresa, jazyk, časové pásmo a to, co je zvoleno v profilu.
erase-gone-messages = Text všech zpráv v portálu. Co je ve vaší schránce, tam zůstane.
erase-gone-account = Návštěvy a zařízení, přístupové klíče, kalendář a knihovna.
erase-gone-tie = To, co spojuje licence s vámi.
erase-kept = Co zůstane a proč
erase-kept-licenses = Licence bez vašich údajů: produkt, sériové číslo, data a to, která nahradila kterou. Dokládají, co bylo prodáno, a brání použít sériové číslo dvakrát.
erase-kept-number = Číslo, pod kterým { $vendor } vede licenci u sebe, například číslo objednávky. Podle něj se pozná starý seznam a vaše údaje sem nevrátí. Co { $vendor } uchovává pod tímto číslem jinde, se zde nemaže.
erase-kept-proof = Že o nich byly odeslány zprávy a kdy, bez textu a adresy: { $vendor } to musí umět doložit.
erase-kept-record = Že došlo k výmazu a kdy, nikoli čí údaje to byly.
erase-kept-copies = Zálohy, které { $vendor } má z dřívějška, obsahují vaše údaje, dokud je nenahradí novější.
erase-then = Co to pro vás znamená
erase-then-works = Produkt funguje dál se souborem s klíčem, až do posledního dne licence.
erase-then-silence = Nepřijdou už žádné zprávy ani upomínky před koncem licence. Zpráva, která je právě na cestě, může ještě dorazit.
erase-then-lost = Vaše sériová čísla a soubory s klíčem už podle adresy nikdo nenajde, ani { $vendor }.
erase-then-renewal = Tyto licence už nelze prodloužit se započtením zbývajících dnů a ukradené sériové číslo nelze vyměnit.
erase-then-unregistered = Sériové číslo, které ještě není zaregistrované, může zaregistrovat každý, kdo ho zná: dobře ho uschovejte.
erase-then-again = Novou licenci se stejnou adresou můžete zaregistrovat kdykoli. Začne se od začátku.
erase-save = Nejdřív si uložte, co potřebujete
erase-save-licenses = Na certifikátech jsou celá sériová čísla. Vytiskněte je, nebo si čísla opište.
erase-save-more = { $count ->
    [one] { $count } další platná licence
    [few] { $count } další platné licence
    [many] { $count } další platné licence
   *[other] { $count } dalších platných licencí
}
erase-confirm = Vymazat navždy
erase-sign-in = Pro vaši ochranu je potřeba přihlášení z posledních { $minutes } minut. Přihlaste se ještě jednou a vrátíme vás sem.
erase-sign-in-go = Přihlásit se ještě jednou
erase-type = Pro potvrzení napište svou adresu: { $address }
erase-go = Vymazat moje údaje navždy
erase-stay = Nechat vše, jak je
erased-title = Vaše údaje jsou vymazány
erased-text = { $vendor } zde už nemá vaše jméno ani adresu a všechna vaše přihlášení jsou ukončena.
erased-licenses = { $count ->
    [0] Vaše zprávy a účet už neexistují.
    [one] Jedna licence teď nepatří nikomu. Její produkt funguje dál se souborem s klíčem.
    [few] { $count } licence teď nepatří nikomu. Jejich produkty fungují dál se soubory s klíčem.
    [many] { $count } licence teď nepatří nikomu. Jejich produkty fungují dál se soubory s klíčem.
   *[other] { $count } licencí teď nepatří nikomu. Jejich produkty fungují dál se soubory s klíčem.
}
erased-at = Vymazáno
erased-number = Číslo tohoto výmazu
erased-number-hint = Můžete si ho uschovat: dokládá, že k výmazu došlo a kdy, a neříká, čí údaje to byly.
erased-home = Na úvodní stránku
problem-other-address = Toto není adresa, kterou jste přihlášeni.
problem-sign-in-again = Od přihlášení uplynulo příliš mnoho času. Přihlaste se ještě jednou.

## Změna adresy

profile-address = E-mailová adresa
profile-address-text = Na tuto adresu chodí zprávy o vašich licencích a s ní se přihlašujete. Chcete-li jinou, zadejte ji zde: pošleme na ni zprávu, a jakmile ji potvrdíte, budou všechny vaše licence vedeny na novou adresu.
field-new-address = Nová e-mailová adresa
address-ask = Poslat zprávu
address-sent = Zpráva je na cestě.
address-waits = Čeká na potvrzení:
address-waits-text = Odkaz ze zprávy otevřete zde, na přihlášeném zařízení. Do té doby se nic nezmění.
address-waits-until = Odkaz platí do:
address-again = Poslat znovu
address-cancel = Zrušit změnu
address-before = Dříve byly vaše licence vedeny na tuto adresu:
address-undo-until = Odtud lze změnu vrátit a žádné sériové číslo nelze vyměnit do:
address-confirm-title = Změnit adresu?
address-confirm-text = Všechny vaše licence budou vedeny na novou adresu.
address-confirm-now = Nynější adresa
address-confirm-mail = Zprávy o nich budou chodit na novou adresu a s ní se budete přihlašovat.
address-confirm-visits = Ostatní zařízení budou odhlášena.
address-confirm-undo = Starou adresu o tom zpravíme. Odtud lze změnu po dobu 72 hodin vrátit; v této době nelze vyměnit žádné sériové číslo.
address-confirm-go = Změnit adresu
address-confirm-not = Nechcete to? Opusťte tuto stránku a nic se nezmění.
address-elsewhere-title = Pro potvrzení se přihlaste
address-elsewhere-text = Aby překlep v adrese nedal vaše licence nikomu cizímu, lze novou adresu potvrdit jen po přihlášení. Otevřete tento odkaz na zařízení, na kterém vznikla žádost, nebo se přihlaste zde adresou, na kterou jsou licence vedeny teď.
address-elsewhere-go = Přihlásit se zde
address-elsewhere-not = Nežádali jste o to? Není třeba nic dělat: nic se nezmění.
address-failed-title = Tento odkaz už nefunguje
address-failed-text = Byl už použit nebo zrušen, případně je příliš starý. Profil ukazuje, na jakou adresu jsou licence vedeny, a pošle novou zprávu.
address-failed-go = Přejít na můj profil
address-taken-title = Tuto adresu nelze použít
address-taken-text = Vaše licence nelze vést na tuto adresu a nic se nezměnilo. Zadejte v profilu jinou, nebo požádejte o pomoc: { $vendor }.
address-done-title = Adresa je změněna
address-done-text = Všechny vaše licence jsou teď vedeny na adresu { $address }. Od nynějška se přihlašujte touto adresou.
address-done-undo = Adresu { $old } o tom zpravíme. Odtud lze změnu po dobu 72 hodin vrátit; v této době nelze vyměnit žádné sériové číslo.
undo-title = Vrátit změnu adresy?
undo-text = Všechny licence budou znovu vedeny na adresu { $old }.
undo-now = Teď jsou vedeny na adresu
undo-until = Lze to udělat do:
undo-out = Všechna přihlášená zařízení budou odhlášena. Přístupové klíče a adresa kalendáře přestanou fungovat.
undo-later = Vráceny budou i pozdější změny adresy.
undo-go = Vrátit změnu
undo-not = Pochází změna od vás? Není třeba nic dělat.
undone-title = Změna je vrácena
undone-text = Všechny licence jsou znovu vedeny na adresu { $address }. Všechna zařízení byla odhlášena; přístupové klíče a adresa kalendáře už nefungují.
undone-next = Přihlaste se a zkontrolujte, zda je vše v pořádku. Pokud mohl někdo cizí vidět sériové číslo, vyměňte je.
undone-go = Přihlásit se
undo-over-title = Zde to už vrátit nelze
undo-over-text = Změnu adresy lze vrátit po dobu 72 hodin. Pokud jste ji nechtěli, požádejte o pomoc: { $vendor }.
undo-over-go = Přejít na { $vendor }
possible-from = Možné od:
