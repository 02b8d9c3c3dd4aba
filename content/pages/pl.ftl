# Słowa stron po polsku. Nazwa producenta pochodzi z ustawień, jako { $vendor }.

language-name = Polski

## Na każdej stronie

skip-to-content = Przejdź do treści
languages = Język
footer-vendor = Strona firmy { $vendor }
ribbon-text = To jest demonstracja: żadna wiadomość nie opuszcza tego komputera.
ribbon-back = Wróć do demonstracji
ribbon-home = Strona główna dla posiadaczy

## Daty, wyliczenia i terminy

date-day = { $day } { $month ->
    [1] stycznia
    [2] lutego
    [3] marca
    [4] kwietnia
    [5] maja
    [6] czerwca
    [7] lipca
    [8] sierpnia
    [9] września
    [10] października
    [11] listopada
   *[12] grudnia
} { $year }
date-weekday = { $weekday ->
    [1] poniedziałek
    [2] wtorek
    [3] środa
    [4] czwartek
    [5] piątek
    [6] sobota
   *[7] niedziela
}
date-clock = { $hour }:{ $minute }
date-moment = { $day }, { $clock }
list-two = { $before } i { $next }
list-more = { $before }, { $next }
list-last = { $before } i { $next }
steps-two = { $before } oraz { $next }
steps-more = { $before }, { $next }
steps-last = { $before } oraz { $next }
at-once-registration = od razu po rejestracji
at-once-renewal = od razu po odnowieniu
at-once-theft-attempt = od razu po wykryciu próby
at-once-block = od razu po zablokowaniu licencji
before-expiry = { $last ->
    [one] { $days } dzień przed wygaśnięciem
    [few] { $days } dni przed wygaśnięciem
    [many] { $days } dni przed wygaśnięciem
   *[other] { $days } dnia przed wygaśnięciem
}
on-expiry = w dniu wygaśnięcia
after-expiry = { $last ->
    [one] { $days } dzień po wygaśnięciu
    [few] { $days } dni po wygaśnięciu
    [many] { $days } dni po wygaśnięciu
   *[other] { $days } dnia po wygaśnięciu
}
before-deletion = { $last ->
    [one] { $days } dzień przed datą wygaśnięcia zablokowanej licencji
    [few] { $days } dni przed datą wygaśnięcia zablokowanej licencji
    [many] { $days } dni przed datą wygaśnięcia zablokowanej licencji
   *[other] { $days } dnia przed datą wygaśnięcia zablokowanej licencji
}

## Rodzaje wiadomości

kind-serial-number = Numer seryjny
kind-key-file = Plik klucza
kind-mobile-offer = Ochrona urządzeń mobilnych
kind-account-invitation = Zaproszenie do założenia konta
kind-renewal-reminder = Przypomnienie o odnowieniu
kind-renewal-confirmation = Potwierdzenie odnowienia
kind-theft-attempt = Próba kradzieży licencji
kind-license-blocked = Licencja zablokowana
kind-license-replaced = Wymiana numeru seryjnego
kind-blocked-license-deletion = Usunięcie zablokowanej licencji
kind-address-changed = Zmiana adresu

about-serial-number = Zawiera numer seryjny licencji, która została dla Ciebie wystawiona.
about-key-file = Zawiera plik klucza Twojej licencji, gdy zarejestrujesz jej numer seryjny.
about-mobile-offer = Informuje, że możesz bezpłatnie chronić swoje urządzenia mobilne.
about-account-invitation = Zaprasza do serwisu Mój { $vendor }, jeśli jeszcze z niego nie korzystasz.
about-renewal-reminder = Informuje, że licencja wkrótce wygaśnie lub już wygasła i jak ją odnowić. Po odnowieniu nie wysyłamy kolejnych przypomnień.
about-renewal-confirmation = Potwierdza, że licencja została odnowiona, i podaje, do kiedy obowiązuje nowa.
about-theft-attempt = Ostrzega, że ktoś podał Twój numer seryjny z adresem e-mail, który nie należy do Ciebie: kiedy, gdzie i ile razy. Numer seryjny można wymienić.
about-license-blocked = Informuje, że licencja już nie działa, i z jakiego powodu.
about-license-replaced = Zawiera nowy numer seryjny i plik klucza po wymianie numeru seryjnego.
about-blocked-license-deletion = Po odnowieniu lub dodatkowym zakupie poprzednia licencja zostaje zablokowana. Ta wiadomość podaje dzień jej usunięcia; jeśli przyjdzie później, usunięcie poczeka równie długo.
about-address-changed = Trafia na stary i na nowy adres, gdy zmieni się adres Twoich licencji.

## Strona główna

home-title = Twoje licencje w dobrych rękach
home-lead = { $vendor } przechowuje tu Twoje licencje i w porę informuje, co się z nimi dzieje.
home-my-text = Twoje wiadomości, licencje i pliki kluczy w jednym miejscu.
home-my-how = Hasło nie jest potrzebne: link przyjdzie e-mailem.
home-my-go = Zaloguj się
home-register-text = Masz numer seryjny? Zarejestruj go i od razu odbierz plik klucza.
home-renew-text = Podaj swoją licencję i nowy numer seryjny. Zobaczysz, co zyskasz, zanim cokolwiek się zmieni.
home-renew-go = Odnów
home-schedule-text = Jakie wiadomości o swojej licencji od nas otrzymasz i kiedy.
home-schedule-go = Zobacz wiadomości

## Jakich wiadomości się spodziewać

schedule-title = Jakich wiadomości się spodziewać
schedule-lead = { $vendor } wysyła te wiadomości posiadaczom swoich licencji. Przychodzą e-mailem na adres licencji, w Twoim języku, i pozostają do przeczytania w serwisie Mój { $vendor }.
schedule-home = Dla domu
schedule-business = Dla firm
schedule-not-sent = nie wysyłamy
schedule-hour = Wysyłana o { $clock } Twojego czasu lokalnego.
schedule-note = Przypis { $number }
schedule-note-back = Wróć do miejsca przypisu { $number }
schedule-always-title = Wysyłane, gdy tylko coś się wydarzy
schedule-always-text = Te wiadomości zawierają coś, czego potrzebujesz, albo chronią Twoje licencje. Otrzymuje je każdy, od razu.
schedule-decline-title = Z czego można zrezygnować
schedule-decline-text = Wiadomość, z której można zrezygnować, ma na końcu odpowiedni link: jedno kliknięcie i takie e-maile przestają przychodzić. Samą wiadomość nadal znajdziesz w serwisie Mój { $vendor }. Pozostałe wiadomości wysyłamy zawsze, bo zależy od nich Twoja licencja.
schedule-notes-title = Przypisy
decline-never = Wysyłana zawsze: nie można z niej zrezygnować.
decline-always = Można z niej zrezygnować.
decline-after-expiry = Z przypomnień po dacie wygaśnięcia można zrezygnować; pozostałe są wysyłane zawsze.
note-of-license = Nie dotyczy: { $products }.
note-of-holder = Nie wysyłamy posiadaczom, którzy mają już: { $products }.

## Logowanie

field-email = Adres e-mail
field-serial = Numer seryjny
field-previous = Poprzedni numer seryjny
field-new-serial = Nowy numer seryjny
field-key-file = Plik klucza licencji, którą masz
field-key-text = Albo jego treść
field-product = Produkt
field-name = Imię i nazwisko lub firma (można pominąć)
field-language = Język naszych wiadomości do Ciebie
field-zone = Twoja strefa czasowa
field-wrong-email = Adres e-mail, który nie należy do posiadacza
sign-in-title = Zaloguj się do serwisu Mój { $vendor }
sign-in-text = Podaj adres e-mail swojej licencji. Wyślemy na niego link i kod; hasło nie jest potrzebne.
sign-in-then = Potem wrócisz tam, dokąd idziesz.
sign-in-send = Wyślij mi link
sign-in-sent-title = Zajrzyj do skrzynki
sign-in-sent-text = Jeśli do tego adresu należy licencja, wiadomość jest już w drodze. Link i kod z niej działają jeden raz i są ważne przez { $minutes ->
    [one] { $minutes } minutę
    [few] { $minutes } minuty
    [many] { $minutes } minut
   *[other] { $minutes } minuty
}.
sign-in-sent-here = Otwórz link w tej przeglądarce albo wpisz kod tutaj.
field-code = Kod z wiadomości
hint-code = Osiem cyfr. Możesz je odczytać na dowolnym urządzeniu.
sign-in-code-go = Zaloguj się
sign-in-code-left = { $count ->
    [one] Została jeszcze { $count } próba.
    [few] Zostały jeszcze { $count } próby.
    [many] Zostało jeszcze { $count } prób.
   *[other] Zostało jeszcze { $count } próby.
}
problem-wrong-code = To nie jest kod z najnowszej wiadomości.
sign-in-elsewhere-title = Otwórz ten link tam, gdzie o niego poproszono
sign-in-elsewhere-text = Dla bezpieczeństwa otwiera się tylko w przeglądarce, w której podano adres. Nic nie zostało zużyte.
sign-in-elsewhere-code = Czytasz wiadomość na innym urządzeniu? Wpisz kod z niej tam, na otwartej stronie.
sign-in-elsewhere-again = Chcesz zalogować się tutaj? Poproś tutaj o nową wiadomość.
sign-in-elsewhere-go = Zaloguj się tutaj
sign-in-elsewhere-not-you = To nie Twoja prośba? Zamknij tę stronę i nie podawaj kodu nikomu.
sign-in-sent-nothing = Nic nie przyszło? Zajrzyj do spamu albo podaj adres, na który wysłano numer seryjny.
sign-in-again = Podaj inny adres
sign-in-confirm-text = Jeszcze jedno kliknięcie i zalogujesz się na tym urządzeniu.
sign-in-confirm-go = Zaloguj się
sign-in-confirm-not-you = To nie Twoja prośba? Zamknij tę stronę; nic się nie stało.
sign-in-failed-title = Ten link lub kod już nie działa
sign-in-failed-text = Został już użyty, jest za stary albo zbyt wiele razy wpisano zły kod. Poproś o nową wiadomość; przyjdzie od razu.
sign-in-failed-go = Poproś o nową wiadomość

## Portal

my-title = Mój { $vendor }
my-messages = Wiadomości
my-licenses = Licencje
my-unread = { $count ->
    [one] ({ $count } nieprzeczytana)
    [few] ({ $count } nieprzeczytane)
    [many] ({ $count } nieprzeczytanych)
   *[other] ({ $count } nieprzeczytanej)
}
my-signed-in = Zalogowano:
my-sign-out = Wyloguj się
came-back-title = Poczta na adres { $address } wraca
came-back-since = Od { $day } nie wysyłamy tam listów. Wszystkie wiadomości są tutaj, w portalu.
came-back-do = Adres działa? Poproś o link do logowania na ten adres. Gdy go użyjesz, listy znów będą tam przychodzić.
came-back-send = Wyślij link na ten adres
came-back-change = Inny adres: Twój profil
about-more = { $count ->
    [one] i jeszcze { $count } licencja
    [few] i jeszcze { $count } licencje
    [many] i jeszcze { $count } licencji
   *[other] i jeszcze { $count } licencji
}
messages-none = Nie ma jeszcze wiadomości. Gdy coś się wydarzy z Twoją licencją, znajdziesz to tutaj.
messages-pages = Nowsze i starsze wiadomości
messages-newer = Nowsze
messages-older = Starsze
message-unread = Nieprzeczytana
message-back = Wszystkie wiadomości
message-sent = Data
message-about = Licencja
message-fate = E-mail
messages-all-read = Oznacz wszystkie jako przeczytane
messages-filter = Wybór wiadomości
messages-filter-go = Pokaż
messages-every-license = Wszystkie licencje
messages-every-kind = Wszystkie rodzaje
messages-count = { $count ->
    [0] Brak wiadomości
    [one] { $count } wiadomość
    [few] { $count } wiadomości
    [many] { $count } wiadomości
   *[other] { $count } wiadomości
}
messages-show-all = Pokaż wszystkie wiadomości
messages-no-match = Żadna wiadomość nie pasuje do tego wyboru.
message-eml = Zapisz cały e-mail (.eml)
message-eml-anew = Plik zawiera te same słowa co wysłany e-mail; nowsza wersja programu zapisuje go w nieco innej postaci.
message-eml-alone = Ta wiadomość przyszła razem z innymi w jednym e-mailu; plik zawiera tylko ją, w całości.
message-mark-unread = Oznacz jako nieprzeczytaną
fate-text-waiting = Trafi na adres { $address }, gdy tylko serwer pocztowy go przyjmie.
fate-text-accepted = Serwer pocztowy adresu { $address } przyjął go:
fate-text-unknown = Został wysłany na adres { $address }, ale odpowiedź serwera pocztowego się zgubiła. Pilnujemy tego; może przyjść dwa razy.
fate-text-bounced = Wrócił z adresu { $address }. Mimo to wiadomość jest tutaj. Wysłano:
fate-text-failed = Serwer pocztowy adresu { $address } go odrzucił. Mimo to wiadomość jest tutaj. Stwierdzono:
fate-text-declined = Na Twoje życzenie nie wysyłamy takich e-maili. Mimo to wiadomość jest tutaj.
fate-text-held = Adres { $address } nie przyjmuje naszych e-maili. Mimo to wiadomość jest tutaj.
message-files = Pliki
fate-waiting = W drodze
fate-accepted = E-mail wysłany
fate-unknown = E-mail wysłany, czeka na potwierdzenie
fate-bounced = E-mail wrócił
fate-failed = E-mail odrzucony
fate-declined = Bez e-maila, zgodnie z Twoim życzeniem
fate-held = Bez e-maila: Twój adres nie przyjmuje poczty
status-active = Aktywna
status-unregistered = Do zarejestrowania
status-expired = Wygasła
status-blocked = Zablokowana
status-deleted = Usunięta
license-days-left = { $days ->
    [0] Wygasa dzisiaj
    [one] Pozostał { $days } dzień
    [few] Pozostały { $days } dni
    [many] Pozostało { $days } dni
   *[other] Pozostało { $days } dnia
}
license-days-past = { $days ->
    [one] Wygasła { $days } dzień temu
    [few] Wygasła { $days } dni temu
    [many] Wygasła { $days } dni temu
   *[other] Wygasła { $days } dnia temu
}
license-to-register = Zarejestruj jej numer seryjny, aby otrzymać plik klucza.
license-registered = Zarejestrowana
license-expires = Wygasa
license-devices = Urządzenia
license-blocked-on = Zablokowana
license-deletion = Zostanie usunięta
license-valid-until = Ważna do
license-renew = Odnów lub dodaj urządzenia
license-replace = Wymień numer seryjny
my-library = Biblioteka
library-lead = Krótkie strony pomocy o licencjach. Zachowaj te, do których chcesz wracać.
library-mine = Moja biblioteka
library-mine-none = Nie masz tu jeszcze żadnej strony. „+ Dodaj do biblioteki” zachowuje ją tutaj.
library-all = Wszystkie strony
library-add = + Dodaj do biblioteki
library-kept = W mojej bibliotece
library-remove = Usuń z mojej biblioteki
library-back = Wszystkie strony pomocy
count-days = { $count ->
    [one] { $count } dzień
    [few] { $count } dni
    [many] { $count } dni
   *[other] { $count } dnia
}
count-months = { $count ->
    [one] { $count } miesiąc
    [few] { $count } miesiące
    [many] { $count } miesięcy
   *[other] { $count } miesiąca
}
licenses-tabs = Licencje według stanu
tab-active = Aktywne
tab-expired = Wygasłe
tab-blocked = Zablokowane
tab-none-active = Żadna licencja nie jest aktywna. Zarejestruj numer seryjny albo zajrzyj do wygasłych.
tab-none-expired = Nic nie wygasło. Zanim coś wygaśnie, przypomnimy.
tab-none-blocked = Żadna licencja nie jest zablokowana.
license-back = Wszystkie licencje
license-certificate = Certyfikat do druku
license-previous = Zastąpiła licencję
license-successor = Zastąpiła ją licencja
license-coming = Co nastąpi
license-coming-text = Te wiadomości przyjdą, jeśli nic się nie zmieni. Odnowienie kończy przypomnienia.
license-coming-none = Nie planujemy wiadomości o tej licencji.
license-past = Co było
license-attempts = Próby użycia numeru seryjnego
license-attempts-text = { $count ->
    [one] Ktoś raz podał jej numer seryjny z adresem e-mail, który nie należy do Ciebie. Niczego nie ujawniliśmy.
    [few] Ktoś { $count } razy podał jej numer seryjny z adresem e-mail, który nie należy do Ciebie. Niczego nie ujawniliśmy.
    [many] Ktoś { $count } razy podał jej numer seryjny z adresem e-mail, który nie należy do Ciebie. Niczego nie ujawniliśmy.
   *[other] Ktoś { $count } razy podał jej numer seryjny z adresem e-mail, który nie należy do Ciebie. Niczego nie ujawniliśmy.
}
license-attempts-times = { $count ->
    [one] raz
    [few] { $count } razy
    [many] { $count } razy
   *[other] { $count } razy
}
service-registration = rejestracja
service-renewal = odnowienie
service-expansion = dodatkowy zakup
service-replacement = wymiana numeru seryjnego
service-key-file = prośba o plik klucza
life-issued = Wydano numer seryjny
life-imported = Przejęta z wcześniejszych zapisów
life-corrected = Poprawiono daty
life-registered = Zarejestrowana
life-renewal = Zarejestrowana jako odnowienie
life-expansion = Zarejestrowana jako dodatkowy zakup
life-replacement = Wydana w miejsce skradzionego numeru seryjnego
life-key-file-asked = Ponowna prośba o plik klucza
life-renewed = Odnowiona: zastąpiła ją inna licencja
life-expanded = Rozszerzona: zastąpiła ją inna licencja
life-replaced = Wymieniono numer seryjny
life-blocked = Zablokowana
life-lifted = Zdjęto blokadę
life-deleted = Usunięta
life-address-changed = Przypisana do innego adresu e-mail
life-address-restored = Cofnięto zmianę adresu
certificate-title = Certyfikat licencji
certificate-text = { $vendor } poświadcza, że ta licencja jest zarejestrowana na jej posiadacza.
certificate-holder = Posiadacz
certificate-key = Plik klucza podpisano kluczem
certificate-id = Licencja
certificate-made = Stan na dzień
certificate-back = Powrót do licencji
certificate-care = To jedyna strona z pełnym numerem seryjnym. Wydrukuj ją i przechowuj w bezpiecznym miejscu: kto zna ten numer, może próbować go użyć.
license-key-file = Pobierz plik klucza
blocked-renewed = Została odnowiona: zastąpiła ją nowa licencja.
blocked-expanded = Zastąpiła ją licencja z dodatkowego zakupu.
blocked-compromised = Jej numer seryjny został wymieniony, bo trafił w niepowołane ręce.
blocked-other = Została zablokowana przez producenta.

## Rejestracja

form-problems = { $count ->
    [one] { $count } pole wymaga poprawki
    [few] { $count } pola wymagają poprawki
    [many] { $count } pól wymaga poprawki
   *[other] { $count } pola wymaga poprawki
}
hint-serial = Jak w wiadomości lub na karcie, na której go otrzymano. Małe litery, spacje i brak łączników nie przeszkadzają; O liczy się jako 0, a I oraz L jako 1.
doubt-groups = { $count ->
    [one] Jeśli pomyłka jest jedna, szukaj jej w grupie { $groups } (z czterech).
    [few] Jeśli pomyłka jest jedna, szukaj jej w jednej z tych grup (z czterech): { $groups }.
    [many] Jeśli pomyłka jest jedna, szukaj jej w jednej z tych grup (z czterech): { $groups }.
   *[other] Jeśli pomyłka jest jedna, szukaj jej w jednej z tych grup (z czterech): { $groups }.
}
doubt-go-on = Jest zapisany dokładnie tak
doubt-go-on-hint = Niektóre starsze numery nie mają takiego sprawdzenia. Zaznacz to dopiero po porównaniu każdego znaku.
hint-zone = Wiadomości z terminem przychodzą o godzinie wysyłki tamtego czasu.
register-title = Zarejestruj numer seryjny
register-text = Twoja licencja zaczyna działać dzisiaj, a plik klucza otrzymasz od razu tutaj oraz e-mailem.
register-or-renew = Masz już licencję?
register-or-renew-go = Odnów ją i zachowaj jej dni.
hint-register-email = Adres, na który wysłano numer seryjny. Jeśli pochodzi z karty lub prezentu: Twój własny.
register-go = Zarejestruj
register-again-hint = Numer jest już zarejestrowany? Podaj te same dane, a wyślemy plik klucza jeszcze raz.
registered-title = Zarejestrowano
registered-text = Twoja licencja działa od dzisiaj. Plik klucza jest też w drodze na adres { $address }.
registered-again-title = Plik klucza jest znów w drodze
registered-again-text = Ten numer seryjny był już zarejestrowany. Jeszcze raz wysyłamy jego plik klucza na adres { $address }.
fetch-minutes = { $minutes ->
    [one] Ta strona jest dostępna przez { $minutes } minutę; później plik klucza znajdziesz w swojej skrzynce.
    [few] Ta strona jest dostępna przez { $minutes } minuty; później plik klucza znajdziesz w swojej skrzynce.
    [many] Ta strona jest dostępna przez { $minutes } minut; później plik klucza znajdziesz w swojej skrzynce.
   *[other] Ta strona jest dostępna przez { $minutes } minuty; później plik klucza znajdziesz w swojej skrzynce.
}
done-my = Twoje licencje w serwisie Mój { $vendor }
unmatched-title = To się nie udało
unmatched-text = Nie znaleźliśmy licencji, której można tu użyć z tym numerem seryjnym i tym adresem. Porównaj oba, znak po znaku, z wiadomością, w której przyszedł numer seryjny.
unmatched-mail = Jeśli podane dane są poprawne, na adres licencji wysłaliśmy wiadomość, co zrobić dalej.
unmatched-go = Spróbuj ponownie
too-many-title = Prosimy chwilę poczekać
too-many-text = Zbyt wiele prób się nie udało. Możesz spróbować ponownie za { $minutes ->
    [one] { $minutes } minutę
    [few] { $minutes } minuty
   *[many] { $minutes } minut
}.
too-many-why = Nie sprawdziliśmy wpisanych danych. Ta przerwa chroni posiadaczy licencji przed obcymi, którzy zgadują; nic nie zostało zmienione ani zablokowane.
too-many-holder = To Twoja licencja? Zaloguj się: przy własnych licencjach przerwy nie ma.
too-many-sign-in = Zaloguj się
too-many-go = Wróć do formularza

## Odnawianie

renew-title = Odnów licencję
renew-text = Podaj licencję, którą masz. Zobaczysz, co daje odnowienie, zanim cokolwiek się zmieni i zanim cokolwiek kupisz.
hint-renew-email = Adres licencji, którą masz. Nowa będzie należeć do tego samego adresu.
renew-how = Co kupiono?
renew-renewal = Odnowienie
renew-renewal-hint = Nowa licencja przejmie pozostałe dni.
renew-expansion = Dodatkowy zakup
renew-expansion-hint = Nowa licencja obejmie urządzenia z obu.
renew-next = Pokaż, co zyskam
renew-next-hint = Nic się jeszcze nie zmieni.
renew-own = Twoje licencje
renew-sign-in = Po zalogowaniu wybierzesz jedną ze swoich licencji i nie potrzebujesz starego numeru seryjnego.
renew-sign-in-go = Zaloguj się
renew-or-key-file = Albo użyj pliku klucza zamiast numeru seryjnego
hint-key-file = Plik, który przyszedł z naszą wiadomością i leży w folderze programu; jego nazwa kończy się na .key. Może być po terminie.
renew-go-on = Dalej
renew-without-title = Nie masz starej licencji pod ręką?
renew-without-text = Nowy numer seryjny można zarejestrować bez niej, ale przepada to, co daje odnowienie.
renew-without-see = Zobacz, co przepada
held-title = Licencja, którą masz
held-expired = Wygasła
held-example = Co daje odnowienie
held-example-text = { $months ->
    [one] Przykład: licencja na { $months } miesiąc, kupiona w pełnej cenie i zarejestrowana dzisiaj.
    [few] Przykład: licencja na { $months } miesiące, kupiona w pełnej cenie i zarejestrowana dzisiaj.
    [many] Przykład: licencja na { $months } miesięcy, kupiona w pełnej cenie i zarejestrowana dzisiaj.
   *[other] Przykład: licencja na { $months } miesiąca, kupiona w pełnej cenie i zarejestrowana dzisiaj.
}
held-example-expansion = Ta sama licencja jako dodatkowy zakup objęłaby oprócz własnych urządzeń także urządzenia tej licencji (obecnie: { $devices }), do { $day }.
held-new = Masz nowy numer seryjny?
held-shop = Nic jeszcze nie kupiono?
held-shop-text = Przejdź do sklepu producenta { $vendor }. Odnośnik mówi, której licencji dotyczy zakup, więc nie trzeba tam podawać jej numeru.
held-shop-renewal = Kup odnowienie
held-shop-expansion = Dokup urządzenia
held-no-shop = Kup nowy numer seryjny u producenta { $vendor }, a potem wróć z nim tutaj.
without-title = Bez starej licencji
without-text = Nowy numer seryjny można zarejestrować osobno. Najpierw zobacz, ile to kosztuje.
without-renewal = Jeśli kupiono odnowienie
without-days = Dni pozostałe na starej licencji nie zostaną doliczone.
without-bonus = { $days ->
    [one] Licencja kupiona w pełnej cenie nie dostanie premii: { $days } dnia.
    [few] Licencja kupiona w pełnej cenie nie dostanie premii: { $days } dni.
    [many] Licencja kupiona w pełnej cenie nie dostanie premii: { $days } dni.
   *[other] Licencja kupiona w pełnej cenie nie dostanie premii: { $days } dnia.
}
without-discount = { $days ->
    [one] Licencja kupiona ze zniżką będzie krótsza o { $days } dzień.
    [few] Licencja kupiona ze zniżką będzie krótsza o { $days } dni.
    [many] Licencja kupiona ze zniżką będzie krótsza o { $days } dni.
   *[other] Licencja kupiona ze zniżką będzie krótsza o { $days } dnia.
}
without-example = { $months ->
    [one] Przykład: licencja na { $months } miesiąc, zarejestrowana dzisiaj, będzie ważna do { $end } zamiast do { $own }.
    [few] Przykład: licencja na { $months } miesiące, zarejestrowana dzisiaj, będzie ważna do { $end } zamiast do { $own }.
    [many] Przykład: licencja na { $months } miesięcy, zarejestrowana dzisiaj, będzie ważna do { $end } zamiast do { $own }.
   *[other] Przykład: licencja na { $months } miesiąca, zarejestrowana dzisiaj, będzie ważna do { $end } zamiast do { $own }.
}
without-old = Stara licencja działa dalej osobno, aż wygaśnie.
without-expansion = Jeśli kupiono dodatkowe urządzenia
without-devices = Urządzenia się nie sumują: każda licencja obejmuje swoje.
without-two = Będziesz mieć dwie licencje, dwa pliki klucza i dwie daty wygaśnięcia.
without-for-good = Po osobnej rejestracji nie da się tego zmienić.
without-back = Mam starą licencję
without-go = Zarejestruj bez niej
sum-title = Co zyskasz
sum-text = Sprawdź rachunek. Nic się jeszcze nie zmieniło.
sum-old = Licencja, którą masz
sum-new = Nowa licencja
sum-caption = Jak powstaje data wygaśnięcia
sum-own = { $months ->
    [one] { $day } i { $months } miesiąc
    [few] { $day } i { $months } miesiące
    [many] { $day } i { $months } miesięcy
   *[other] { $day } i { $months } miesiąca
}
sum-old-end = Licencja, którą masz, jest ważna do
sum-carried = Dni pozostałe na licencji, którą masz
sum-bonus = Premia za odnowienie
sum-deducted = Odjęto: kupiono ze zniżką, do której obecna licencja nie uprawnia
sum-plus = { $days ->
    [one] + { $days } dzień
    [few] + { $days } dni
    [many] + { $days } dni
   *[other] + { $days } dnia
}
sum-minus = { $days ->
    [one] − { $days } dzień
    [few] − { $days } dni
    [many] − { $days } dni
   *[other] − { $days } dnia
}
sum-later = Późniejsza z dat: ważna do
sum-least = Licencja trwa co najmniej jeden dzień.
sum-devices = { $old } + { $new } = { $all }
sum-consequence = Licencja, którą masz ({ $serial }), zostanie od razu zablokowana, a później usunięta. Na urządzeniach zastąp jej plik klucza nowym.
sum-renew = Odnów teraz
sum-add = Dodaj teraz
sum-back = Podaj inne dane
renewed-title = Odnowiono
expanded-title = Dodano
renewed-text = Nowy plik klucza jest też w drodze na adres { $address }. Zastąp nim stary plik na swoich urządzeniach.
renewed-old = Stara licencja
renewed-old-text = { $product } ({ $serial }) jest już zablokowana.
renewed-deletion = Zostanie usunięta { $day }.
renewed-told = Przedtem napiszemy do Ciebie jeszcze raz: { $day }.
renewed-untold = Nie wyślemy już o niej żadnej wiadomości.

## Wymiana numeru seryjnego

replace-title = Wymień numer seryjny
replace-text = Twój numer seryjny trafił w niepowołane ręce? Wymień go: stary od razu przestanie działać, a nowy przyjdzie e-mailem.
replace-door-text = Może to zrobić tylko posiadacz. Najpierw się zaloguj, a potem wybierz przy licencji „Wymień numer seryjny”.
replace-door-go = Zaloguj się
replace-rule = { $days ->
    [one] Wymiana jest bezpłatna, dopóki pozostał co najmniej { $days } dzień.
    [few] Wymiana jest bezpłatna, dopóki pozostały co najmniej { $days } dni.
    [many] Wymiana jest bezpłatna, dopóki pozostało co najmniej { $days } dni.
   *[other] Wymiana jest bezpłatna, dopóki pozostało co najmniej { $days } dnia.
}
replace-none = Żadna z Twoich licencji nie jest aktywna ani zablokowana z powodu numeru seryjnego.
replace-quota = Pozostałe bezpłatne wymiany
replace-quota-of = { $left } z { $free }
replace-days-left = Pozostałe dni
replace-confirm-title = Wymienić ten numer seryjny?
replace-confirm-old = Stary numer seryjny i jego plik klucza od razu przestaną działać na każdym urządzeniu.
replace-confirm-new = Nowy numer seryjny z tą samą datą wygaśnięcia przyjdzie na adres { $address } razem z plikiem klucza. Działa od razu.
replace-confirm-quota = To zużyje jedną bezpłatną wymianę.
replace-confirm-go = Wymień teraz
replace-back = Wybierz inną licencję
replaced-title = Numer seryjny wymieniony
replaced-text = Nowy numer seryjny jest w drodze na adres { $address }. Jego licencja już działa; wgraj nowy plik klucza na swoje urządzenia.
replaced-old = Stary numer seryjny { $serial } jest zablokowany.
replaced-go = Wszystkie licencje

## Gdy coś nie działa

not-found-title = Tu niczego nie ma
not-found-text = Może w adresie jest literówka albo strona została przeniesiona.
not-found-go = Przejdź do strony głównej
refused-title = To się nie udało
refused-go = Wróć
broken-title = Coś się zepsuło po naszej stronie
broken-text = To nie Twoja wina. Spróbuj ponownie za minutę; jeśli to się powtórzy, podaj firmie { $vendor } ten znak:
broken-mark = Znak:
problem-empty = Wypełnij to pole.
problem-not-an-address = To nie jest adres e-mail. Adres wygląda tak: imie@example.com.
problem-same-address = To jest już Twój adres.
problem-not-a-serial = Numer seryjny ma 16 liter i cyfr: XXXX-XXXX-XXXX-XXXX.
problem-doubtful-serial = Spójrz na ten numer jeszcze raz: dwa ostatnie znaki sprawdzają pozostałe, a tutaj się nie zgadzają.
problem-not-a-key-file = To nie jest cały plik klucza. Wybierz plik w takiej postaci, w jakiej przyszedł, albo wklej całą jego treść.
problem-foreign-key-file = Ten plik klucza nie pochodzi od nas.
problem-changed-key-file = Ten plik klucza zmieniono po utworzeniu. Wybierz go w takiej postaci, w jakiej przyszedł z naszą wiadomością.
problem-not-a-name = Nazwa ma najwyżej 200 znaków i nie zawiera końców wiersza.
problem-not-a-zone = Nie ma takiej strefy czasowej. Wybierz jedną z listy.
problem-no-replacement-left = Tego numeru seryjnego nie można już wymienić bezpłatnie. Poproś producenta o pomoc.
problem-too-few-days-left = Pozostało za mało dni, aby wymienić numer seryjny. Zamiast tego odnów licencję.
problem-address-just-changed = Adres Twoich licencji niedawno się zmienił. Dopóki można to cofnąć, nie wymieniamy numerów seryjnych i nie usuwamy danych.
problem-too-many-tries = Zbyt wiele prób się nie udało. Przed następną odczekaj kilka minut.
problem-no-match = Nie ma licencji z tym numerem seryjnym i tym adresem. Porównaj oba z wiadomością, w której przyszedł numer seryjny.
problem-already-registered = Ten numer seryjny jest już zarejestrowany. Plik klucza znajdziesz w portalu.
problem-not-registered = Ta licencja nie jest jeszcze zarejestrowana. Najpierw zarejestruj jej numer seryjny.
problem-blocked = Ta licencja jest zablokowana. Wiadomość o tym jest w portalu.
problem-already-renewed = Ta licencja została już odnowiona. Podaj licencję, która ją zastąpiła.
problem-same-license = Stary i nowy numer seryjny są takie same. Podaj dwa różne.
problem-broken-form = Formularz nie dotarł w całości. Otwórz jego stronę i wypełnij go jeszcze raz.
problem-clock-stays = Zegar chodzi tylko do przodu, a dalej już nie pójdzie.
problem-not-here = Tego nie można tu zrobić.

## Demonstracja

demo-title = Zobacz Tenure przy pracy
demo-what-1 = Tenure przechowuje licencje producenta oprogramowania i informuje każdego posiadacza, w jego języku i według jego czasu, co dzieje się z licencją.
demo-what-2 = Każda wiadomość wychodzi dokładnie raz, tylko dopóki jest prawdziwa, i pozostaje do przeczytania w portalu posiadacza.
demo-what-3 = Tutaj działa w piaskownicy: posiadacze są zmyśleni, zegar przestawiasz Ty, a poczta nie wychodzi poza tę stronę.
demo-jumps = Na tej stronie
demo-jump-programme = Sześć wiadomości
demo-jump-decisions = Decyzje
demo-clock-title = Zegar
demo-next = Najbliższa wiadomość:
demo-next-none = W najbliższym czasie nie ma nic do wysłania.
demo-move-notice = Do następnej wiadomości
demo-move-day = +1 dzień
demo-move-week = +1 tydzień
demo-move-month = +1 miesiąc
demo-move-sleep = Uśpij na miesiąc i obudź
demo-sleep-hint = Gdy Tenure śpi, nic nie wychodzi. Po przebudzeniu wysyła dla każdej licencji tylko najnowszą wiadomość i mówi, co pominął.
report-title = Co się stało
report-slept = Tenure spał, obudził się i nadrobił zaległości.
report-accepted = { $count ->
    [one] Wysłano { $count } wiadomość
    [few] Wysłano { $count } wiadomości
    [many] Wysłano { $count } wiadomości
   *[other] Wysłano { $count } wiadomości
}
report-superseded = { $count ->
    [one] Pominięto { $count }: zastąpiła ją nowsza
    [few] Pominięto { $count }: zastąpiły je nowsze
    [many] Pominięto { $count }: zastąpiły je nowsze
   *[other] Pominięto { $count }: zastąpiły je nowsze
}
report-late = { $count ->
    [one] Pominięto { $count }: było za późno
    [few] Pominięto { $count }: było za późno
    [many] Pominięto { $count }: było za późno
   *[other] Pominięto { $count }: było za późno
}
report-canceled = { $count ->
    [one] Anulowano { $count }: straciła powód
    [few] Anulowano { $count }: straciły powód
    [many] Anulowano { $count }: straciły powód
   *[other] Anulowano { $count }: straciły powód
}
report-deferred = { $count ->
    [one] { $count } zostanie wysłana ponownie
    [few] { $count } zostaną wysłane ponownie
    [many] { $count } zostanie wysłanych ponownie
   *[other] { $count } zostanie wysłane ponownie
}
report-failed = { $count ->
    [one] { $count } ostatecznie odrzucona
    [few] { $count } ostatecznie odrzucone
    [many] { $count } ostatecznie odrzuconych
   *[other] { $count } ostatecznie odrzucone
}
report-deleted = { $count ->
    [one] Usunięto { $count } licencję
    [few] Usunięto { $count } licencje
    [many] Usunięto { $count } licencji
   *[other] Usunięto { $count } licencji
}
report-nothing = Nie było nic do wysłania.
demo-programme-title = Sześć wiadomości programu
demo-programme-seen = Obejrzane: { $seen } z { $total }.
demo-seen = obejrzana
demo-not-seen = jeszcze nie
guide-next = Teraz:
guide-all = Znasz już wszystkie. Przesuń zegar i patrz dalej albo wciel się w jednego z posiadaczy.
guide-key-file = zarejestruj numer seryjny, który czeka w pierwszym formularzu poniżej. Plik klucza przyjdzie od razu.
guide-mobile-offer = zarejestruj w pierwszym formularzu poniżej numer seryjny produktu dla domu. Oferta przyjdzie razem z plikiem klucza.
guide-account-invitation = zarejestruj numer seryjny posiadacza, który jeszcze nigdy się nie logował: służy do tego pierwszy formularz poniżej.
guide-renewal-reminder = naciskaj „Do następnej wiadomości”, aż wyjdzie przypomnienie.
guide-theft-attempt = podaj zły adres w trzecim formularzu poniżej. Posiadacz zostanie od razu ostrzeżony.
guide-blocked-license-deletion = odnów licencję dla domu w drugim formularzu poniżej i przesuwaj zegar. Wiadomość przyjdzie 30 dni przed usunięciem starej licencji.
demo-mails-title = Przechwycona poczta
demo-mails-none = Nie ma jeszcze poczty. Przesuń zegar albo zarejestruj numer seryjny.
demo-shown = { $count ->
    [one] Najnowsze: { $shown } z { $count }
    [few] Najnowsze: { $shown } z { $count }
    [many] Najnowsze: { $shown } z { $count }
   *[other] Najnowsze: { $shown } z { $count }
}
demo-decisions-title = Co postanowiono i dlaczego
demo-decisions-none = Niczego jeszcze nie postanowiono. Przesuń zegar.
state-due = Czeka
state-sending = W trakcie wysyłania
state-unknown = Brak odpowiedzi
state-accepted = Wysłana
state-bounced = Wróciła
state-complained = Niechciana
state-superseded = Zastąpiona
state-late = Spóźniona
state-canceled = Anulowana
state-held = Tylko w portalu
state-failed = Odrzucona
why-renewed = Licencja została odnowiona, więc to już nie była prawda.
why-expanded = Licencję zastąpił dodatkowy zakup.
why-replaced = Numer seryjny został wymieniony.
why-blocked = Licencja została zablokowana.
why-lifted = Blokada została zdjęta.
why-deleted = Licencja została usunięta.
why-corrected = Daty licencji zostały poprawione.
why-unscheduled = Tego terminu nie ma już w rozkładzie.
why-no_address = Licencja nie ma adresu.
why-already_has = To, co oferujemy, już jest.
why-operator = Anulował ją operator.
why-out_of_time = Odpowiedź serwera poczty zaginęła, a czas minął.
why-undone = Zmiana adresu, o której mówi ta wiadomość, została cofnięta.
why-erased = Dane posiadacza zostały usunięte.
why-newer_step_due = Nadszedł też czas nowszej, więc wyszła tylko tamta.
why-limit_passed = Jej czas minął, zanim można ją było wysłać.
why-declined = Z takich e-maili zrezygnowano; wiadomość jest w portalu.
why-suppressed = Adres nie przyjmuje poczty; wiadomość jest w portalu.
why-other = Serwer poczty podał inny powód.
demo-forms-title = Spróbuj
form-register-title = Zarejestruj numer seryjny
form-register-hint = Zaczyna się okres ważności i od razu wychodzi plik klucza.
form-register-go = Zarejestruj
form-register-done = Zarejestrowano. Plik klucza jest w przechwyconej poczcie.
form-renew-title = Odnów licencję
form-renew-hint = Nowa licencja przejmuje pozostałe dni; przypomnienia starej zostają anulowane.
form-renew-go = Odnów
form-renew-done = Odnowiono. Stara licencja jest zablokowana, jej przypomnienia anulowane.
form-theft-title = Podaj zły adres
form-theft-hint = Dostaniesz odpowiedź, jaką dostałby obcy. Posiadacz dostanie ostrzeżenie.
form-theft-go = Spróbuj
form-theft-done = Obcy nie dowiedział się niczego. Posiadacz został ostrzeżony.
demo-holders-title = Przykładowi posiadacze
demo-holders-text = Każdy żyje w swojej strefie czasowej: wiadomość przychodzi o godzinie wysyłki tam, a nie tu.
holder-language = Język: { $language }
holder-next = Następnie:
holder-next-none = Nic więcej nie jest zaplanowane.
holder-be = Wciel się
mail-to = Do
mail-when = Przechwycono
mail-kind = Wiadomość
mail-other = Link do logowania lub inna poczta na życzenie
mail-faces = Postacie tej wiadomości
mail-html = Tak wygląda
mail-text = Jako tekst
mail-source = Surowe źródło

# Rezygnacja z rodzaju wiadomości
decline-title = Mniej wiadomości e-mail
decline-text = Wiadomości tego rodzaju nie będą już przychodzić e-mailem: „{ $kind }”. Nadal będą widoczne wśród wiadomości w portalu.
decline-go = Rezygnuję z tych wiadomości
decline-duties = O plikach klucza, zbliżającym się końcu licencji, próbach kradzieży i usuwaniu licencji zawsze informujemy e-mailem.
decline-done-title = Gotowe
decline-done-text = Wiadomości „{ $kind }” nie będą już przychodzić e-mailem. Nadal będą widoczne wśród wiadomości w portalu.
decline-done-go = Przejdź do wiadomości

## Profil

my-profile = Profil
profile-saved = Zapisano.
profile-you = O Tobie
profile-save = Zapisz
profile-sent = Co do Ciebie wysyłamy
profile-sent-text = Każda wiadomość jest też w portalu Mój { $vendor }, cokolwiek tu wybierzesz.
profile-choose = E-mailem, jeśli chcesz
profile-save-choice = Zapisz wybór
profile-always = Zawsze e-mailem
profile-always-text = Te wiadomości przynoszą to, czego potrzebujesz do licencji, albo chronią ją przed obcymi i przed utratą. Dlatego nie można z nich zrezygnować.
profile-visits = Twoje sesje
profile-visits-text = Nie rozpoznajesz którejś z nich? Zakończ ją przyciskiem „Wyloguj”. Każda sesja kończy się sama po 12 godzinach.
visit-browser-on = { $browser }, { $platform }
visit-unknown = Nieznana przeglądarka
visit-here = To urządzenie
visit-begun = Zalogowano:
visit-seen = Ostatnio, z dokładnością do godziny:
visit-end = Wyloguj
visit-end-others = Wyloguj wszystkie inne urządzenia
profile-passkeys = Klucze dostępu
profile-passkeys-text = Kluczem dostępu logujesz się odciskiem palca, twarzą albo kodem PIN urządzenia, bez czekania na wiadomość. Zawsze możesz też zalogować się przez e-mail. Klucz usunięty tutaj już nie loguje, nawet jeśli urządzenie nadal go podpowiada.
passkey-or = Albo bez czekania na wiadomość:
passkey-sign-in = Zaloguj się kluczem dostępu
passkey-made = Dodano:
passkey-used = Ostatnio użyto:
passkey-unused = Jeszcze nieużywany
passkey-unnamed = Klucz dostępu
passkey-remove = Usuń
passkey-name = Nazwa nowego klucza
passkey-name-hint = Po niej go później rozpoznasz, na przykład Telefon albo Biuro. Bez niej klucz dostanie nazwę tej przeglądarki.
passkey-add = Dodaj klucz dostępu
passkey-problem-canceled = Nic się nie stało: anulowano pytanie albo trwało to zbyt długo. Spróbuj ponownie albo zaloguj się przez e-mail.
passkey-problem-gone = Trwało to zbyt długo. Spróbuj jeszcze raz.
passkey-problem-wrong = Tym kluczem nie można się tu zalogować. Być może został usunięty. Zaloguj się przez e-mail.
passkey-problem-wait = Zbyt wiele nieudanych prób. Odczekaj kilka minut albo zaloguj się przez e-mail.
passkey-problem-known = To urządzenie ma już Twój klucz dostępu.
passkey-problem-many = Masz już tyle kluczy, ile można mieć. Najpierw usuń któryś z nich.
passkey-problem-failed = Nie udało się. Spróbuj jeszcze raz za chwilę.
profile-calendar = Kalendarz
profile-calendar-text = Miej ostatnie dni swoich licencji w kalendarzu. Zmienia się sam: po odnowieniu stary dzień znika, a pojawia się nowy.
calendar-make = Utwórz kalendarz
calendar-again = Utwórz nowy adres
calendar-revoke = Unieważnij adres
calendar-since = Twój kalendarz ma swój adres od:
calendar-made = Kalendarz jest gotowy. Starszy adres już nie działa.
calendar-address = Adres kalendarza
calendar-secret = Pokazujemy go tylko teraz, a kto go zna, widzi Twoje produkty i daty. Dodaj go w programie do kalendarza jako subskrypcję.
calendar-subscribe = Subskrybuj w moim kalendarzu
calendar-name = Licencje: { $vendor }
calendar-summary = { $product }: dziś kończy się licencja
calendar-description = Numer seryjny { $serial }. Licencja jest ważna do końca tego dnia.
profile-data = Twoje dane
profile-data-text = Wszystko, co o Tobie przechowujemy, w jednym pliku: profil, licencje, wiadomości, to, co działo się z licencjami, i Twoje sesje.
profile-export = Pobierz moje dane

profile-erase-text = Wszystko to można usunąć na zawsze. Najpierw powiemy, co wtedy zostanie i co to dla Ciebie oznacza.
profile-erase = Usuń moje dane
erase-title = Usuń moje dane
erase-lead = Z tego, co { $vendor } tu przechowuje, znikną Twoje imię i nazwisko, adres i treść wszystkich wiadomości. Tego nie można cofnąć.
erase-gone = Co zostanie usunięte
erase-gone-profile = Imię i nazwisko, adres e-mail, język, strefa czasowa i to, co wybrano w profilu.
erase-gone-messages = Treść wszystkich wiadomości do Ciebie w portalu. To, co jest w Twojej skrzynce, tam pozostanie.
erase-gone-account = Sesje i urządzenia, klucze dostępu, kalendarz i Moja biblioteka.
erase-gone-tie = To, co łączy licencje z Tobą.
erase-kept = Co zostanie i dlaczego
erase-kept-licenses = Licencje bez Twoich danych: produkt, numer seryjny, daty i to, która którą zastąpiła. Są dowodem sprzedaży i nie pozwalają użyć numeru seryjnego dwa razy.
erase-kept-number = Numer, pod którym { $vendor } prowadzi licencję u siebie, na przykład numer zamówienia. Dzięki niemu dawna lista nie przywróci Twoich danych. To, co { $vendor } przechowuje pod tym numerem gdzie indziej, nie jest usuwane tutaj.
erase-kept-proof = To, że wysłano wiadomości o nich i kiedy, bez treści i adresu: { $vendor } musi móc to wykazać.
erase-kept-record = To, że usunięto dane i kiedy, ale nie czyje.
erase-kept-copies = Kopie zapasowe, które { $vendor } ma z wcześniejszych dni, zawierają Twoje dane, dopóki nie zastąpią ich nowsze.
erase-then = Co to dla Ciebie oznacza
erase-then-works = Produkt działa dalej z plikiem klucza, do ostatniego dnia licencji.
erase-then-silence = Nie będzie już żadnych wiadomości ani przypomnień przed końcem licencji. Wiadomość, która jest właśnie w drodze, może jeszcze dojść.
erase-then-lost = Nikt już nie znajdzie Twoich numerów seryjnych i plików klucza po adresie; { $vendor } także nie.
erase-then-renewal = Tych licencji nie będzie już można odnowić z zachowaniem pozostałych dni ani wymienić skradzionego numeru seryjnego.
erase-then-unregistered = Numer seryjny, który nie jest jeszcze zarejestrowany, może zarejestrować każdy, kto go zna: przechowuj go w bezpiecznym miejscu.
erase-then-again = Nową licencję z tym samym adresem można zarejestrować w każdej chwili. Wszystko zacznie się wtedy od nowa.
erase-save = Najpierw zapisz to, czego potrzebujesz
erase-save-licenses = Na certyfikatach są pełne numery seryjne. Wydrukuj je albo zapisz numery.
erase-save-more = { $count ->
    [one] działa jeszcze { $count } licencja
    [few] działają jeszcze { $count } licencje
    [many] działa jeszcze { $count } licencji
   *[other] działa jeszcze { $count } licencji
}
erase-confirm = Usuń na zawsze
erase-sign-in = Dla Twojego bezpieczeństwa potrzebne jest logowanie z ostatnich { $minutes } minut. Zaloguj się jeszcze raz, a wrócisz na tę stronę.
erase-sign-in-go = Zaloguj się jeszcze raz
erase-type = Aby potwierdzić, wpisz swój adres: { $address }
erase-go = Usuń moje dane na zawsze
erase-stay = Zostaw wszystko, jak jest
erased-title = Twoje dane zostały usunięte
erased-text = { $vendor } nie ma tu już Twojego imienia i nazwiska ani adresu, a wszystkie Twoje sesje są zakończone.
erased-licenses = { $count ->
    [0] Nie ma już Twoich wiadomości ani konta.
    [one] Jedna licencja nie należy teraz do nikogo. Jej produkt działa dalej z plikiem klucza.
    [few] { $count } licencje nie należą teraz do nikogo. Ich produkty działają dalej z plikami klucza.
    [many] { $count } licencji nie należy teraz do nikogo. Ich produkty działają dalej z plikami klucza.
   *[other] { $count } licencji nie należy teraz do nikogo. Ich produkty działają dalej z plikami klucza.
}
erased-at = Usunięto
erased-number = Numer tego usunięcia
erased-number-hint = Możesz go zachować: dowodzi, że usunięto dane i kiedy, a nie mówi czyje.
erased-home = Na stronę główną
problem-other-address = To nie jest adres, z którego pochodzi to logowanie.
problem-sign-in-again = Od logowania minęło zbyt dużo czasu. Zaloguj się jeszcze raz.

## Zmiana adresu

profile-address = Adres e-mail
profile-address-text = Na ten adres przychodzą wiadomości o Twoich licencjach, nim też się logujesz. Jeśli chcesz go zmienić, podaj tu nowy: wyślemy tam wiadomość, a gdy ją potwierdzisz, wszystkie Twoje licencje będą przypisane do nowego adresu.
field-new-address = Nowy adres e-mail
address-ask = Wyślij wiadomość
address-sent = Wiadomość jest już w drodze.
address-waits = Czeka na potwierdzenie:
address-waits-text = Otwórz link z wiadomości tutaj, na zalogowanym urządzeniu. Do tego czasu nic się nie zmieni.
address-waits-until = Link działa do:
address-again = Wyślij ponownie
address-cancel = Anuluj zmianę
address-before = Wcześniej Twoje licencje były przypisane do adresu:
address-undo-until = Stamtąd można cofnąć zmianę, a numerów seryjnych nie można wymienić, do:
address-confirm-title = Zmienić adres?
address-confirm-text = Wszystkie Twoje licencje będą przypisane do nowego adresu.
address-confirm-now = Obecny adres
address-confirm-mail = Wiadomości o nich będą przychodzić na nowy adres, on też posłuży do logowania.
address-confirm-visits = Inne urządzenia zostaną wylogowane.
address-confirm-undo = Powiadomimy stary adres. Przez 72 godziny można stamtąd cofnąć zmianę; w tym czasie nie można wymienić żadnego numeru seryjnego.
address-confirm-go = Zmień adres
address-confirm-not = Nie o to chodziło? Opuść tę stronę, a nic się nie zmieni.
address-elsewhere-title = Zaloguj się, aby potwierdzić
address-elsewhere-text = Aby przez pomyłkę w adresie licencje nie trafiły do kogoś innego, nowy adres można potwierdzić tylko po zalogowaniu. Otwórz ten link na urządzeniu, z którego wysłano prośbę, albo zaloguj się tutaj adresem, do którego licencje są teraz przypisane.
address-elsewhere-go = Zaloguj się tutaj
address-elsewhere-not = To nie Twoja prośba? Nie trzeba nic robić: nic się nie zmieni.
address-failed-title = Ten link już nie działa
address-failed-text = Został już użyty lub anulowany albo jest za stary. W profilu widać obecny adres licencji; stamtąd można też wysłać nową wiadomość.
address-failed-go = Przejdź do profilu
address-taken-title = Nie można przyjąć tego adresu
address-taken-text = Twoich licencji nie można przypisać do tego adresu; nic się nie zmieniło. Podaj w profilu inny adres albo poproś o pomoc: { $vendor }.
address-done-title = Adres został zmieniony
address-done-text = Wszystkie Twoje licencje są teraz przypisane do adresu { $address }. Od teraz loguj się tym adresem.
address-done-undo = Powiadomimy o tym { $old }. Przez 72 godziny można stamtąd cofnąć zmianę; w tym czasie nie można wymienić żadnego numeru seryjnego.
undo-title = Cofnąć zmianę adresu?
undo-text = Wszystkie licencje będą znowu przypisane do adresu { $old }.
undo-now = Teraz są przypisane do:
undo-until = Można to zrobić do:
undo-out = Wszystkie zalogowane urządzenia zostaną wylogowane. Klucze dostępu i adres kalendarza przestaną działać.
undo-later = Późniejsze zmiany adresu też zostaną cofnięte.
undo-go = Cofnij zmianę
undo-not = Ta zmiana była zamierzona? Nie trzeba nic robić.
undone-title = Zmiana została cofnięta
undone-text = Wszystkie licencje są znowu przypisane do adresu { $address }. Wszystkie urządzenia zostały wylogowane; klucze dostępu i adres kalendarza już nie działają.
undone-next = Zaloguj się i sprawdź, czy wszystko jest w porządku. Jeśli ktoś obcy mógł zobaczyć numer seryjny, wymień go.
undone-go = Zaloguj się
undo-over-title = Tego nie można już tu cofnąć
undo-over-text = Zmianę adresu można cofnąć przez 72 godziny. Jeśli nie była zamierzona, poproś o pomoc: { $vendor }.
undo-over-go = Strona { $vendor }
possible-from = Możliwe od:
