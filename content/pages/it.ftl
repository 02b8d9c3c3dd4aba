# Le parole delle pagine in italiano. Il nome del produttore viene dalle impostazioni, come { $vendor }.

language-name = Italiano

## In ogni pagina

skip-to-content = Vai al contenuto
languages = Lingua
footer-vendor = Sito di { $vendor }
ribbon-text = Questa è una dimostrazione: nessun messaggio lascia questo computer.
ribbon-back = Torna alla dimostrazione
ribbon-home = La pagina iniziale dei titolari

## Date, elenchi e passi

date-day = { $day } { $month ->
    [1] gennaio
    [2] febbraio
    [3] marzo
    [4] aprile
    [5] maggio
    [6] giugno
    [7] luglio
    [8] agosto
    [9] settembre
    [10] ottobre
    [11] novembre
   *[12] dicembre
} { $year }
date-weekday = { $weekday ->
    [1] lunedì
    [2] martedì
    [3] mercoledì
    [4] giovedì
    [5] venerdì
    [6] sabato
   *[7] domenica
}
date-clock = { $hour }:{ $minute }
date-moment = { $day }, ore { $clock }
list-two = { $before } e { $next }
list-more = { $before }, { $next }
list-last = { $before } e { $next }
steps-two = { $before }, poi { $next }
steps-more = { $before }, { $next }
steps-last = { $before }, poi { $next }
at-once-registration = subito dopo la registrazione
at-once-renewal = subito dopo il rinnovo
at-once-theft-attempt = non appena il tentativo viene rilevato
at-once-block = non appena la licenza viene bloccata
before-expiry = { $last ->
    [one] { $days } giorno prima della scadenza
    [many] { $days } giorni prima della scadenza
   *[other] { $days } giorni prima della scadenza
}
on-expiry = il giorno della scadenza
after-expiry = { $last ->
    [one] { $days } giorno dopo la scadenza
    [many] { $days } giorni dopo la scadenza
   *[other] { $days } giorni dopo la scadenza
}
before-deletion = { $last ->
    [one] { $days } giorno prima della data di scadenza della licenza bloccata
    [many] { $days } giorni prima della data di scadenza della licenza bloccata
   *[other] { $days } giorni prima della data di scadenza della licenza bloccata
}

## I tipi di messaggi

kind-serial-number = Numero di serie
kind-key-file = File chiave
kind-mobile-offer = Protezione per dispositivi mobili
kind-account-invitation = Invito a creare un account
kind-renewal-reminder = Promemoria di rinnovo
kind-renewal-confirmation = Rinnovo confermato
kind-theft-attempt = Tentato furto di una licenza
kind-license-blocked = Licenza bloccata
kind-license-replaced = Numero di serie sostituito
kind-blocked-license-deletion = Eliminazione di una licenza bloccata
kind-address-changed = Indirizzo modificato

about-serial-number = Porta il numero di serie di una licenza emessa per chi lo riceve.
about-key-file = Porta il file chiave della licenza, una volta registrato il suo numero di serie.
about-mobile-offer = Informa che anche i dispositivi mobili si possono proteggere gratis.
about-account-invitation = Invita nell’area Il mio { $vendor } chi ancora non la usa.
about-renewal-reminder = Avvisa che la licenza sta per scadere, o è scaduta, e spiega come rinnovarla. Dopo un rinnovo non arrivano altri promemoria.
about-renewal-confirmation = Conferma che la licenza è stata rinnovata e indica fino a quando vale quella nuova.
about-theft-attempt = Avverte che qualcuno ha indicato il numero di serie con un indirizzo e-mail diverso da quello della licenza: quando, dove e quante volte. Il numero di serie si può sostituire.
about-license-blocked = Informa che una licenza non funziona più, e perché.
about-license-replaced = Porta il nuovo numero di serie e il file chiave dopo una sostituzione.
about-blocked-license-deletion = Dopo un rinnovo o un acquisto aggiuntivo la licenza precedente viene bloccata. Questo messaggio dice in quale giorno verrà eliminata; se arriva in ritardo, l’eliminazione attende altrettanto.
about-address-changed = Va al vecchio e al nuovo indirizzo quando l’indirizzo delle licenze cambia.

## Pagina iniziale

home-title = Licenze in buone mani
home-lead = { $vendor } custodisce qui le licenze e informa per tempo su ciò che accade loro.
home-my-text = Messaggi, licenze e file chiave in un solo posto.
home-my-how = Senza password: un link arriva per e-mail.
home-my-go = Accedi
home-register-text = C’è un numero di serie da registrare? Il file chiave arriva subito.
home-renew-text = Bastano la licenza e il nuovo numero di serie per vedere che cosa si ottiene, prima che cambi qualcosa.
home-renew-go = Rinnova
home-schedule-text = Quali messaggi sulla licenza arriveranno da noi, e quando.
home-schedule-go = Vedi i messaggi

## I messaggi in arrivo

schedule-title = I messaggi in arrivo
schedule-lead = { $vendor } invia questi messaggi ai titolari delle sue licenze. Arrivano per e-mail all’indirizzo della licenza, nella lingua scelta, e restano leggibili nell’area Il mio { $vendor }.
schedule-home = Per la casa
schedule-business = Per le aziende
schedule-not-sent = non inviato
schedule-hour = Invio alle ore { $clock }, ora locale.
schedule-note = Nota { $number }
schedule-note-back = Torna al punto della nota { $number }
schedule-always-title = Inviati quando accade qualcosa
schedule-always-text = Questi messaggi portano qualcosa di necessario o proteggono le licenze. Li ricevono tutti, subito.
schedule-decline-title = Quali messaggi non ricevere più
schedule-decline-text = Un messaggio facoltativo termina con un apposito link: un clic, e non arrivano più e-mail di quel tipo. Il messaggio resta nell’area Il mio { $vendor }. Tutti gli altri messaggi vengono sempre inviati, perché da essi dipende la licenza.
schedule-notes-title = Note
decline-never = Sempre inviato: non è facoltativo.
decline-always = Si può non ricevere più.
decline-after-expiry = I promemoria dopo la data di scadenza si possono non ricevere più; gli altri vengono sempre inviati.
note-of-license = Non inviato per { $products }.
note-of-holder = Non inviato ai titolari che hanno già { $products }.

## Accesso

field-email = Indirizzo e-mail
field-serial = Numero di serie
field-previous = Numero di serie precedente
field-new-serial = Nuovo numero di serie
field-key-file = File chiave della licenza attuale
field-key-text = Oppure il suo testo
field-product = Prodotto
field-name = Nome o azienda (facoltativo)
field-language = Lingua dei nostri messaggi
field-zone = Fuso orario
field-wrong-email = Un indirizzo e-mail che non è quello del titolare
sign-in-title = Accesso a Il mio { $vendor }
sign-in-text = Basta l’indirizzo e-mail della licenza: lì inviamo un link e un codice. Non serve una password.
sign-in-send = Invia il link
sign-in-sent-title = È ora di guardare nella posta
sign-in-sent-text = Se a questo indirizzo è associata una licenza, un messaggio è in arrivo. Il link e il codice funzionano una sola volta, per { $minutes ->
    [one] { $minutes } minuto
    [many] { $minutes } minuti
   *[other] { $minutes } minuti
}.
sign-in-sent-nothing = Non è arrivato nulla? Può essere nella posta indesiderata, oppure l’indirizzo giusto è quello a cui è stato inviato il numero di serie.
sign-in-again = Prova un altro indirizzo
sign-in-confirm-text = Ancora un clic per accedere da questo dispositivo.
sign-in-confirm-go = Accedi
sign-in-confirm-not-you = La richiesta è inattesa? Basta chiudere questa pagina; non è successo nulla.
sign-in-failed-title = Questo link o codice non funziona più
sign-in-failed-text = È già stato usato, è troppo vecchio, oppure sono stati inseriti troppi codici errati. Un nuovo messaggio arriva subito.
sign-in-failed-go = Richiedi un nuovo messaggio

## Il portale

my-title = Il mio { $vendor }
my-messages = Messaggi
my-licenses = Licenze
my-unread = { $count ->
    [one] ({ $count } da leggere)
    [many] ({ $count } da leggere)
   *[other] ({ $count } da leggere)
}
my-signed-in = Accesso:
my-sign-out = Esci
came-back-title = La posta inviata a { $address } torna indietro
came-back-since = Dal { $day } non inviamo più nulla a questo indirizzo. Tutti i messaggi sono qui nel portale.
came-back-do = L’indirizzo funziona? Basta far inviare lì un link di accesso: dopo averlo usato, i messaggi arrivano di nuovo a questo indirizzo.
came-back-send = Invia un link a questo indirizzo
came-back-change = Altro indirizzo: il profilo
about-more = { $count ->
    [one] e { $count } altra licenza
    [many] e altre { $count } licenze
   *[other] e altre { $count } licenze
}
messages-none = Ancora nessun messaggio. Ciò che accade alla licenza comparirà qui.
messages-pages = Messaggi più recenti e meno recenti
messages-newer = Più recenti
messages-older = Meno recenti
message-unread = Da leggere
message-back = Tutti i messaggi
message-sent = Data
message-about = Licenza
message-fate = E-mail
messages-all-read = Segna tutti come letti
messages-filter = Scelta dei messaggi
messages-filter-go = Mostra
messages-every-license = Tutte le licenze
messages-every-kind = Tutti i tipi
messages-count = { $count ->
    [0] Nessun messaggio
    [one] { $count } messaggio
    [many] { $count } messaggi
   *[other] { $count } messaggi
}
messages-show-all = Mostra tutti i messaggi
messages-no-match = Nessun messaggio corrisponde a questa scelta.
message-eml = Salva l’e-mail completa (.eml)
message-eml-anew = Il file contiene le stesse parole dell’e-mail inviata; una versione più recente del programma lo scrive in forma un po’ diversa.
message-eml-alone = Questo messaggio è arrivato con altri in un’unica e-mail; il file contiene solo questo, per intero.
message-mark-unread = Segna come da leggere
fate-text-waiting = Parte verso { $address } non appena il server di posta la accetta.
fate-text-accepted = Il server di posta di { $address } l’ha accettata:
fate-text-unknown = È partita verso { $address }, ma la risposta del server di posta è andata persa. Ce ne occupiamo noi; può darsi che arrivi due volte.
fate-text-bounced = È tornata indietro da { $address }. Il messaggio resta comunque qui. Inviata:
fate-text-failed = Il server di posta di { $address } l’ha rifiutata. Il messaggio resta comunque qui. Rilevato:
fate-text-declined = È stato scelto di non ricevere queste e-mail. Il messaggio resta comunque qui.
fate-text-held = { $address } non accetta le nostre e-mail. Il messaggio resta comunque qui.
message-files = File
fate-waiting = In arrivo
fate-accepted = E-mail inviata
fate-unknown = E-mail inviata, non ancora confermata
fate-bounced = E-mail tornata indietro
fate-failed = E-mail rifiutata
fate-declined = Niente e-mail, come richiesto
fate-held = Niente e-mail: l’indirizzo non ne accetta
status-active = Attiva
status-unregistered = Da registrare
status-expired = Scaduta
status-blocked = Bloccata
status-deleted = Eliminata
license-days-left = { $days ->
    [0] Scade oggi
    [one] { $days } giorno rimasto
    [many] { $days } giorni rimasti
   *[other] { $days } giorni rimasti
}
license-days-past = { $days ->
    [one] Scaduta da { $days } giorno
    [many] Scaduta da { $days } giorni
   *[other] Scaduta da { $days } giorni
}
license-to-register = Registrando il numero di serie si ottiene il file chiave.
license-registered = Registrazione
license-expires = Scadenza
license-devices = Dispositivi
license-blocked-on = Blocco
license-deletion = Eliminazione
license-valid-until = Valida fino al giorno
license-renew = Rinnova o aggiungi dispositivi
license-replace = Sostituisci il numero di serie
my-library = Biblioteca
library-lead = Brevi pagine di aiuto sulle licenze. Quelle da ritrovare si possono conservare.
library-mine = La mia biblioteca
library-mine-none = Ancora nessuna pagina. «+ Aggiungi alla biblioteca» ne conserva una qui.
library-all = Tutte le pagine
library-add = + Aggiungi alla biblioteca
library-kept = Nella mia biblioteca
library-remove = Togli dalla mia biblioteca
library-back = Tutte le pagine di aiuto
count-days = { $count ->
    [one] { $count } giorno
    [many] { $count } giorni
   *[other] { $count } giorni
}
count-months = { $count ->
    [one] { $count } mese
    [many] { $count } mesi
   *[other] { $count } mesi
}
licenses-tabs = Licenze per stato
tab-active = Attive
tab-expired = Scadute
tab-blocked = Bloccate
tab-none-active = Nessuna licenza è attiva. Si può registrare un numero di serie o guardare tra quelle scadute.
tab-none-expired = Nulla è scaduto. Prima che accada arriva un promemoria.
tab-none-blocked = Nessuna licenza è bloccata.
license-back = Tutte le licenze
license-certificate = Certificato da stampare
license-previous = Ha sostituito:
license-successor = Sostituita da:
license-coming = In programma
license-coming-text = Questi messaggi arriveranno se nulla cambia. Un rinnovo mette fine ai promemoria.
license-coming-none = Nessun messaggio è previsto per questa licenza.
license-past = Cronologia
license-attempts = Tentativi di usare il numero di serie
license-attempts-text = { $count ->
    [one] Qualcuno ha indicato il numero di serie { $count } volta con un indirizzo e-mail diverso da quello della licenza. Nulla è stato rivelato.
    [many] Qualcuno ha indicato il numero di serie { $count } volte con un indirizzo e-mail diverso da quello della licenza. Nulla è stato rivelato.
   *[other] Qualcuno ha indicato il numero di serie { $count } volte con un indirizzo e-mail diverso da quello della licenza. Nulla è stato rivelato.
}
license-attempts-times = { $count ->
    [one] { $count } volta
    [many] { $count } volte
   *[other] { $count } volte
}
service-registration = registrazione
service-renewal = rinnovo
service-expansion = acquisto aggiuntivo
service-replacement = sostituzione del numero di serie
service-key-file = richiesta del file chiave
life-issued = Numero di serie emesso
life-imported = Ripresa da dati precedenti
life-corrected = Date corrette
life-registered = Registrata
life-renewal = Registrata come rinnovo
life-expansion = Registrata come acquisto aggiuntivo
life-replacement = Emessa al posto di un numero di serie rubato
life-key-file-asked = File chiave richiesto di nuovo
life-renewed = Rinnovata: un’altra licenza l’ha sostituita
life-expanded = Ampliata: un’altra licenza l’ha sostituita
life-replaced = Numero di serie sostituito
life-blocked = Bloccata
life-lifted = Sbloccata
life-deleted = Eliminata
life-address-changed = Associata a un altro indirizzo e-mail
life-address-restored = Modifica dell’indirizzo annullata
certificate-title = Certificato di licenza
certificate-text = { $vendor } certifica che questa licenza è registrata per il suo titolare.
certificate-holder = Titolare
certificate-key = File chiave firmato con
certificate-id = Licenza
certificate-made = Data del certificato
certificate-back = Torna alla licenza
certificate-care = Questa è l’unica pagina con il numero di serie completo. Va stampata e conservata in un luogo sicuro: chi conosce il numero potrebbe provare a usarlo.
license-key-file = Scarica il file chiave
blocked-renewed = È stata rinnovata: la nuova licenza l’ha sostituita.
blocked-expanded = Un acquisto aggiuntivo l’ha sostituita.
blocked-compromised = Il suo numero di serie è stato sostituito perché noto ad altri.
blocked-other = È stata bloccata dal produttore.

## Registrazione

form-problems = { $count ->
    [one] { $count } campo da rivedere
    [many] { $count } campi da rivedere
   *[other] { $count } campi da rivedere
}
hint-serial = Così come appare nel messaggio o sulla scheda in cui è arrivato. Minuscole, spazi e trattini mancanti non contano; O vale come 0, I e L come 1.
doubt-groups = { $count ->
    [one] Se un solo carattere è sbagliato, si trova nel gruppo { $groups } dei quattro.
    [many] Se un solo carattere è sbagliato, si trova in uno di questi gruppi dei quattro: { $groups }.
   *[other] Se un solo carattere è sbagliato, si trova in uno di questi gruppi dei quattro: { $groups }.
}
doubt-go-on = È scritto esattamente così
doubt-go-on-hint = Alcuni numeri meno recenti non hanno questo controllo. La casella va spuntata solo dopo aver confrontato ogni carattere.
hint-zone = I messaggi con una data arrivano all’ora di invio di quel fuso.
register-title = Registra un numero di serie
register-text = La licenza inizia oggi e il suo file chiave arriva subito: qui e per e-mail.
register-or-renew = C’è già una licenza?
register-or-renew-go = Meglio rinnovarla e conservarne i giorni.
hint-register-email = L’indirizzo a cui è stato inviato il numero di serie. Se era su una scheda o è un regalo: il proprio.
register-go = Registra
register-again-hint = È già registrato? Inserendo di nuovo gli stessi dati, il file chiave viene inviato ancora una volta.
registered-title = Registrazione completata
registered-text = La licenza funziona da oggi. Il file chiave è in arrivo anche all’indirizzo { $address }.
registered-again-title = Il file chiave è di nuovo in arrivo
registered-again-text = Questo numero di serie era già registrato. Inviamo di nuovo il suo file chiave all’indirizzo { $address }.
fetch-minutes = { $minutes ->
    [one] Questa pagina resta aperta per { $minutes } minuto; poi il file chiave si trova nella posta.
    [many] Questa pagina resta aperta per { $minutes } minuti; poi il file chiave si trova nella posta.
   *[other] Questa pagina resta aperta per { $minutes } minuti; poi il file chiave si trova nella posta.
}
done-my = Le licenze nell’area Il mio { $vendor }
unmatched-title = Non ha funzionato
unmatched-text = Non abbiamo trovato una licenza utilizzabile qui con questo numero di serie e questo indirizzo. Entrambi vanno confrontati, carattere per carattere, con il messaggio in cui è arrivato il numero di serie.
unmatched-mail = Se i dati sono giusti, abbiamo inviato un messaggio all’indirizzo della licenza: spiega che cosa fare.
unmatched-go = Riprova
too-many-title = Serve un po’ di pazienza
too-many-text = Troppi tentativi non riusciti. Si può riprovare tra { $minutes ->
    [one] { $minutes } minuto
    [many] { $minutes } minuti
   *[other] { $minutes } minuti
}.
too-many-why = I dati inseriti non sono stati verificati. La pausa protegge i titolari da chi tira a indovinare; nulla è stato modificato o bloccato.
too-many-holder = La licenza è di chi legge? Dopo l’accesso, per le proprie licenze non c’è pausa.
too-many-sign-in = Accedi
too-many-go = Torna al modulo

## Rinnovo

renew-title = Rinnova una licenza
renew-text = Basta indicare la licenza attuale per vedere che cosa offre un rinnovo, prima che cambi qualcosa e prima di acquistare.
hint-renew-email = L’indirizzo della licenza attuale. Anche quella nuova vi sarà associata.
renew-how = Che cosa è stato acquistato?
renew-renewal = Un rinnovo
renew-renewal-hint = La nuova licenza riprende i giorni rimasti.
renew-expansion = Un acquisto aggiuntivo
renew-expansion-hint = La nuova licenza comprende i dispositivi di entrambe.
renew-next = Mostra che cosa si ottiene
renew-next-hint = Per ora non cambia nulla.
renew-own = Le licenze
renew-sign-in = Dopo l’accesso si sceglie tra le proprie licenze, senza il vecchio numero di serie.
renew-sign-in-go = Accedi
renew-or-key-file = Oppure usa il file chiave al posto del numero di serie
hint-key-file = Il file arrivato con il nostro messaggio, che si trova nella cartella del programma; il suo nome finisce in .key. Va bene anche se scaduto.
renew-go-on = Continua
renew-without-title = La vecchia licenza non è a portata di mano?
renew-without-text = Il nuovo numero di serie si può registrare anche senza, perdendo ciò che offre un rinnovo.
renew-without-see = Vedi che cosa si perde
held-title = La licenza attuale
held-expired = Scaduta il giorno
held-example = Che cosa offre un rinnovo
held-example-text = { $months ->
    [one] Un esempio: una licenza di { $months } mese, acquistata a prezzo pieno e registrata oggi.
    [many] Un esempio: una licenza di { $months } mesi, acquistata a prezzo pieno e registrata oggi.
   *[other] Un esempio: una licenza di { $months } mesi, acquistata a prezzo pieno e registrata oggi.
}
held-example-expansion = Come acquisto aggiuntivo, la stessa licenza comprenderebbe i propri dispositivi e quelli di questa licenza (ora { $devices }), fino al giorno { $day }.
held-new = C’è già il nuovo numero di serie?
held-shop = Ancora nessun acquisto?
held-shop-text = Il negozio di { $vendor } è a un clic. Il link dice per quale licenza è l’acquisto: non occorre inserirne il numero.
held-shop-renewal = Acquista un rinnovo
held-shop-expansion = Acquista altri dispositivi
held-no-shop = Il nuovo numero di serie si acquista presso { $vendor }; poi si torna qui con il numero.
without-title = Senza la vecchia licenza
without-text = Un nuovo numero di serie si può registrare da solo. Prima è bene vedere che cosa si perde.
without-renewal = Se è stato acquistato un rinnovo
without-days = I giorni rimasti sulla vecchia licenza non vengono aggiunti.
without-bonus = { $days ->
    [one] Una licenza acquistata a prezzo pieno non riceve il bonus di { $days } giorno.
    [many] Una licenza acquistata a prezzo pieno non riceve il bonus di { $days } giorni.
   *[other] Una licenza acquistata a prezzo pieno non riceve il bonus di { $days } giorni.
}
without-discount = { $days ->
    [one] Una licenza acquistata a prezzo scontato dura { $days } giorno in meno.
    [many] Una licenza acquistata a prezzo scontato dura { $days } giorni in meno.
   *[other] Una licenza acquistata a prezzo scontato dura { $days } giorni in meno.
}
without-example = { $months ->
    [one] Un esempio: { $months } mese, con registrazione oggi, vale fino al giorno { $end } invece che fino al giorno { $own }.
    [many] Un esempio: { $months } mesi, con registrazione oggi, valgono fino al giorno { $end } invece che fino al giorno { $own }.
   *[other] Un esempio: { $months } mesi, con registrazione oggi, valgono fino al giorno { $end } invece che fino al giorno { $own }.
}
without-old = La vecchia licenza continua per conto suo fino alla scadenza.
without-expansion = Se è stato fatto un acquisto aggiuntivo
without-devices = I dispositivi non si sommano: ogni licenza comprende i propri.
without-two = Le licenze saranno due, con due file chiave e due date di scadenza.
without-for-good = Una volta registrato da solo, questo non si può più cambiare.
without-back = Ho la vecchia licenza
without-go = Registra senza
sum-title = Che cosa si ottiene
sum-text = Il conto è da verificare. Per ora nulla è cambiato.
sum-old = La licenza attuale
sum-new = La nuova licenza
sum-caption = Come si calcola la data di scadenza
sum-own = { $months ->
    [one] { $day } più { $months } mese
    [many] { $day } più { $months } mesi
   *[other] { $day } più { $months } mesi
}
sum-old-end = La licenza attuale è valida fino al giorno
sum-carried = Giorni rimasti sulla licenza attuale
sum-bonus = Bonus per il rinnovo
sum-deducted = Detrazione: acquisto a prezzo scontato, al quale la licenza attuale non dà diritto
sum-plus = { $days ->
    [one] + { $days } giorno
    [many] + { $days } giorni
   *[other] + { $days } giorni
}
sum-minus = { $days ->
    [one] − { $days } giorno
    [many] − { $days } giorni
   *[other] − { $days } giorni
}
sum-later = La data più lontana delle due: valida fino al giorno
sum-least = Una licenza dura almeno un giorno.
sum-devices = { $old } + { $new } = { $all }
sum-consequence = La licenza attuale ({ $serial }) viene bloccata subito e più tardi eliminata. Sui dispositivi, il suo file chiave va sostituito con quello nuovo.
sum-renew = Rinnova ora
sum-add = Aggiungi ora
sum-back = Inserisci altri dati
renewed-title = Rinnovo completato
expanded-title = Ampliamento completato
renewed-text = Il nuovo file chiave è in arrivo anche all’indirizzo { $address }. Va messo sui dispositivi al posto di quello vecchio.
renewed-old = La vecchia licenza
renewed-old-text = { $product } ({ $serial }) è ora bloccata.
renewed-deletion = Verrà eliminata il giorno { $day }.
renewed-told = Prima di allora arriverà ancora un messaggio, il giorno { $day }.
renewed-untold = Non verrà inviato nessun altro messaggio al riguardo.

## Sostituzione di un numero di serie

replace-title = Sostituisci un numero di serie
replace-text = Altri conoscono il numero di serie? Si può sostituire: quello vecchio smette subito di funzionare e quello nuovo arriva per e-mail.
replace-door-text = Può farlo solo il titolare: dopo l’accesso, basta scegliere «Sostituisci il numero di serie» accanto alla licenza.
replace-door-go = Accedi
replace-rule = { $days ->
    [one] È gratis finché resta almeno { $days } giorno.
    [many] È gratis finché restano almeno { $days } giorni.
   *[other] È gratis finché restano almeno { $days } giorni.
}
replace-none = Nessuna delle licenze è attiva o bloccata a causa del numero di serie.
replace-quota = Sostituzioni gratuite rimaste
replace-quota-of = { $left } su { $free }
replace-days-left = Giorni rimasti
replace-confirm-title = Sostituire questo numero di serie?
replace-confirm-old = Il vecchio numero di serie e il suo file chiave smettono subito di funzionare, su ogni dispositivo.
replace-confirm-new = Un nuovo numero di serie con la stessa data di scadenza arriva all’indirizzo { $address }, con il suo file chiave. Funziona da subito.
replace-confirm-quota = Così si usa una sostituzione gratuita.
replace-confirm-go = Sostituisci ora
replace-back = Scegli un’altra licenza
replaced-title = Numero di serie sostituito
replaced-text = Il nuovo numero di serie è in arrivo all’indirizzo { $address }. La sua licenza funziona già; il nuovo file chiave va messo sui dispositivi.
replaced-old = Il vecchio numero di serie { $serial } è bloccato.
replaced-go = Tutte le licenze

## Quando qualcosa non funziona

not-found-title = Qui non c’è nulla
not-found-text = Forse l’indirizzo contiene un errore di battitura, o la pagina è stata spostata.
not-found-go = Vai alla pagina iniziale
refused-title = Non ha funzionato
refused-go = Indietro
broken-title = Qualcosa si è rotto da parte nostra
broken-text = La causa è qui da noi. Si può riprovare tra un minuto; se accade di nuovo, { $vendor } può risalire al problema con questo codice:
broken-mark = Codice:
problem-empty = Questo campo va compilato.
problem-not-an-address = Non è un indirizzo e-mail. Un esempio: nome@example.com.
problem-same-address = Questo è già il Suo indirizzo.
problem-not-a-serial = Un numero di serie ha 16 lettere e cifre: XXXX-XXXX-XXXX-XXXX.
problem-doubtful-serial = Questo numero è da rivedere: gli ultimi due caratteri controllano gli altri, e qui non corrispondono.
problem-not-a-key-file = Non è un file chiave completo. Serve il file così come è arrivato, oppure tutto il suo testo.
problem-foreign-key-file = Questo file chiave non è stato creato qui.
problem-changed-key-file = Questo file chiave è stato modificato dopo la creazione. Serve così come è arrivato con il nostro messaggio.
problem-not-a-name = Un nome non va a capo e ha al massimo 200 caratteri.
problem-not-a-zone = Questo fuso orario non esiste. Va scelto dall’elenco.
problem-no-replacement-left = Il suo numero di serie non si può più sostituire gratis. Il produttore può aiutare.
problem-too-few-days-left = Restano troppo pochi giorni per sostituire il numero di serie. In alternativa, la licenza si può rinnovare.
problem-address-just-changed = L’indirizzo delle licenze è cambiato da poco. Finché la modifica si può annullare, nessun numero di serie viene sostituito e nessun dato viene cancellato.
problem-too-many-tries = Troppi tentativi non riusciti. Il prossimo è possibile tra qualche minuto.
problem-no-match = Nessuna licenza ha questo numero di serie e questo indirizzo. Entrambi vanno confrontati con il messaggio in cui è arrivato il numero di serie.
problem-already-registered = Questo numero di serie è già registrato. Il suo file chiave si trova nel portale.
problem-not-registered = Questa licenza non è ancora registrata. Prima va registrato il suo numero di serie.
problem-blocked = Questa licenza è bloccata. Nel portale c’è un messaggio al riguardo.
problem-already-renewed = Questa licenza è già stata rinnovata. Va indicata la licenza che l’ha sostituita.
problem-same-license = Il vecchio e il nuovo numero di serie sono uguali. Ne servono due diversi.
problem-broken-form = Il modulo non è arrivato completo. Va riaperta la sua pagina e compilato ancora una volta.
problem-clock-stays = L’orologio va solo in avanti, ed è arrivato in fondo.
problem-not-here = Qui non è possibile.

## La dimostrazione

demo-title = Tenure al lavoro
demo-what-1 = Tenure custodisce le licenze di un produttore di software e dice a ogni titolare, nella sua lingua e alla sua ora locale, che cosa accade alla licenza.
demo-what-2 = Ogni messaggio parte esattamente una volta, solo finché è vero, e resta leggibile nel portale del titolare.
demo-what-3 = Qui funziona in un ambiente chiuso: i titolari sono inventati, l’orologio si sposta a piacere e la posta non va oltre questa pagina.
demo-jumps = In questa pagina
demo-jump-programme = Sei messaggi
demo-jump-decisions = Decisioni
demo-clock-title = L’orologio
demo-next = Prossimo messaggio:
demo-next-none = Nessun messaggio in vista.
demo-move-notice = Al prossimo messaggio
demo-move-day = +1 giorno
demo-move-week = +1 settimana
demo-move-month = +1 mese
demo-move-sleep = Dormi un mese, poi svegliati
demo-sleep-hint = Mentre Tenure dorme, non parte nulla. Al risveglio invia solo il passo più recente di ogni licenza e dice che cosa ha tralasciato.
report-title = Che cosa è successo
report-slept = Tenure ha dormito, si è svegliato e si è rimesso in pari.
report-accepted = { $count ->
    [one] { $count } messaggio inviato
    [many] { $count } messaggi inviati
   *[other] { $count } messaggi inviati
}
report-superseded = { $count ->
    [one] { $count } tralasciato per un passo più recente
    [many] { $count } tralasciati per passi più recenti
   *[other] { $count } tralasciati per passi più recenti
}
report-late = { $count ->
    [one] { $count } tralasciato: troppo tardi
    [many] { $count } tralasciati: troppo tardi
   *[other] { $count } tralasciati: troppo tardi
}
report-canceled = { $count ->
    [one] { $count } annullato: motivo venuto meno
    [many] { $count } annullati: motivo venuto meno
   *[other] { $count } annullati: motivo venuto meno
}
report-deferred = { $count ->
    [one] { $count } da ritentare
    [many] { $count } da ritentare
   *[other] { $count } da ritentare
}
report-failed = { $count ->
    [one] { $count } rifiutato definitivamente
    [many] { $count } rifiutati definitivamente
   *[other] { $count } rifiutati definitivamente
}
report-deleted = { $count ->
    [one] { $count } licenza eliminata
    [many] { $count } licenze eliminate
   *[other] { $count } licenze eliminate
}
report-nothing = Non c’era nulla da inviare.
demo-programme-title = I sei messaggi del programma
demo-programme-seen = Visti finora: { $seen } su { $total }.
demo-seen = visto
demo-not-seen = non ancora
guide-next = Prossimo passo:
guide-all = Sono stati visti tutti. Si può spostare avanti l’orologio e guardare, o mettersi nei panni di un titolare.
guide-key-file = registrare il numero di serie già pronto nel primo modulo qui sotto. Il file chiave arriva subito.
guide-mobile-offer = registrare il numero di serie di un prodotto per la casa nel primo modulo qui sotto. L’offerta arriva con il file chiave.
guide-account-invitation = registrare un numero di serie per un titolare che non ha mai fatto l’accesso: nel primo modulo qui sotto.
guide-renewal-reminder = premere «Al prossimo messaggio» finché parte un promemoria.
guide-theft-attempt = provare un indirizzo errato nel terzo modulo qui sotto. L’avviso al titolare parte subito.
guide-blocked-license-deletion = rinnovare una licenza per la casa nel secondo modulo qui sotto, poi spostare avanti l’orologio. Il messaggio arriva 30 giorni prima che la vecchia licenza venga eliminata.
demo-mails-title = Posta trattenuta
demo-mails-none = Ancora nessuna e-mail. Basta spostare avanti l’orologio o registrare un numero di serie.
demo-shown = { $count ->
    [one] La più recente: { $shown } su { $count }
    [many] Le più recenti: { $shown } su { $count }
   *[other] Le più recenti: { $shown } su { $count }
}
demo-decisions-title = Che cosa è stato deciso, e perché
demo-decisions-none = Ancora nessuna decisione. Basta spostare avanti l’orologio.
state-due = In attesa
state-sending = In corso di invio
state-unknown = Risposta persa
state-accepted = Inviato
state-bounced = Tornato indietro
state-complained = Indesiderato
state-superseded = Superato
state-late = In ritardo
state-canceled = Annullato
state-held = Solo nel portale
state-failed = Rifiutato
why-renewed = La licenza è stata rinnovata, quindi non era più vero.
why-expanded = Un acquisto aggiuntivo ha sostituito la licenza.
why-replaced = Il numero di serie è stato sostituito.
why-blocked = La licenza è stata bloccata.
why-lifted = Il blocco è stato tolto.
why-deleted = La licenza è stata eliminata.
why-corrected = Le date della licenza sono state corrette.
why-unscheduled = Il programma degli invii non prevede più questo passo.
why-no_address = La licenza non ha un indirizzo.
why-already_has = Ciò che viene offerto c’è già.
why-operator = Un operatore l’ha annullato.
why-out_of_time = La risposta del server di posta è andata persa e il tempo è passato.
why-newer_step_due = Anche un passo più recente era da inviare, ed è partito solo quello.
why-limit_passed = Il suo tempo è passato prima dell’invio.
why-declined = Le e-mail di questo tipo non sono richieste; il messaggio è nel portale.
why-suppressed = L’indirizzo non accetta posta; il messaggio è nel portale.
why-other = Il server di posta ha indicato un altro motivo.
demo-forms-title = Prova
form-register-title = Registra un numero di serie
form-register-hint = La durata inizia e il file chiave parte subito.
form-register-go = Registra
form-register-done = Registrazione completata. Il file chiave è nella posta trattenuta.
form-renew-title = Rinnova una licenza
form-renew-hint = La nuova licenza riprende i giorni rimasti; i promemoria di quella vecchia vengono annullati.
form-renew-go = Rinnova
form-renew-done = Rinnovo completato. La vecchia licenza è bloccata e i suoi promemoria sono annullati.
form-theft-title = Prova un indirizzo errato
form-theft-hint = La risposta è quella che riceverebbe un estraneo. Al titolare arriva un avviso.
form-theft-go = Prova
form-theft-done = L’estraneo non ha saputo nulla. L’avviso al titolare è partito.
demo-holders-title = Titolari di esempio
demo-holders-text = Ogni titolare vive nel proprio fuso orario: un messaggio arriva all’ora di invio di là, non di qui.
holder-language = Lingua: { $language }
holder-next = Prossimo passo:
holder-next-none = Non è previsto altro.
holder-be = Mettiti nei suoi panni
mail-to = A
mail-when = Trattenuta
mail-kind = Messaggio
mail-other = Un link di accesso, o altra posta richiesta
mail-faces = Viste di questa e-mail
mail-html = Come appare
mail-text = Come testo
mail-source = Sorgente

# Non ricevere più un tipo di messaggi
decline-title = Meno messaggi
decline-text = I messaggi di questo tipo non arriveranno più per e-mail: «{ $kind }». Resteranno tra i messaggi del portale.
decline-go = Non ricevere più questi messaggi
decline-duties = File chiave, promemoria prima della scadenza, tentati furti ed eliminazioni vengono sempre comunicati per e-mail.
decline-done-title = Fatto
decline-done-text = «{ $kind }» non arriverà più per e-mail. Messaggi simili resteranno nel portale.
decline-done-go = Vai ai messaggi

sign-in-then = Poi La riportiamo dove stava andando.
sign-in-sent-here = Apra il link in questo browser oppure inserisca qui il codice.
field-code = Codice del messaggio
hint-code = Otto cifre. Può leggerle su qualsiasi dispositivo.
sign-in-code-go = Accedi
sign-in-code-left = { $count ->
    [one] Le resta { $count } tentativo.
    [many] Le restano { $count } tentativi.
   *[other] Le restano { $count } tentativi.
}
problem-wrong-code = Questo non è il codice dell’ultimo messaggio.
sign-in-elsewhere-title = Apra questo link dove lo ha richiesto
sign-in-elsewhere-text = Per la Sua sicurezza si apre solo nel browser in cui è stato inserito l’indirizzo. Non è stato consumato nulla.
sign-in-elsewhere-code = Legge il messaggio su un altro dispositivo? Inserisca lì il codice, nella pagina aperta.
sign-in-elsewhere-again = Vuole accedere qui? Allora richieda qui un nuovo messaggio.
sign-in-elsewhere-go = Accedi qui
sign-in-elsewhere-not-you = Non lo ha richiesto Lei? Chiuda questa pagina e non dia il codice a nessuno.
why-undone = Il cambio di indirizzo di cui parla è stato annullato.
why-erased = I dati del titolare sono stati cancellati.
my-profile = Profilo
profile-saved = Salvato.
profile-you = Su di Lei
profile-save = Salva
profile-sent = Che cosa Le inviamo
profile-sent-text = Ogni messaggio si trova anche in Il mio { $vendor }, qualunque sia la scelta qui.
profile-choose = Per e-mail, se lo desidera
profile-save-choice = Salva la scelta
profile-always = Sempre per e-mail
profile-always-text = Questi messaggi portano ciò che serve per la licenza, o la proteggono da estranei e dalla perdita. Per questo non si possono rifiutare.
profile-visits = Dove ha effettuato l’accesso
profile-visits-text = Non ne riconosce uno? Lo disconnetta. Un accesso termina da solo dopo 12 ore.
visit-browser-on = { $browser }, { $platform }
visit-unknown = Un browser che non conosciamo
visit-here = Questo dispositivo
visit-begun = Accesso:
visit-seen = Ultima visita, con la precisione di un’ora:
visit-end = Disconnetti
visit-end-others = Disconnetti tutti gli altri dispositivi
profile-passkeys = Passkey
profile-passkeys-text = Con una passkey accede con l’impronta, il volto o il PIN del dispositivo, senza aspettare messaggi. L’accesso via e-mail resta sempre aperto. Una passkey rimossa qui non permette più di accedere, anche se il dispositivo la propone ancora.
passkey-or = Oppure senza aspettare un messaggio:
passkey-sign-in = Accedi con una passkey
passkey-made = Aggiunta:
passkey-used = Ultimo uso:
passkey-unused = Non ancora usata
passkey-unnamed = Passkey
passkey-remove = Rimuovi
passkey-name = Nome della nuova passkey
passkey-name-hint = Per riconoscerla in seguito, per esempio Telefono o Ufficio. Se il campo resta vuoto, prende il nome di questo browser.
passkey-add = Aggiungi una passkey
passkey-problem-canceled = Non è successo nulla: l’operazione è stata annullata o ha richiesto troppo tempo. Riprovi, oppure acceda via e-mail.
passkey-problem-gone = Ci è voluto troppo tempo. Riprovi.
passkey-problem-wrong = Questa passkey non permette di accedere qui. Forse è stata rimossa. Acceda via e-mail.
passkey-problem-wait = Troppi tentativi errati. Attenda qualche minuto, oppure acceda via e-mail.
passkey-problem-known = Questo dispositivo ha già una Sua passkey.
passkey-problem-many = Ha già il numero massimo di passkey. Ne rimuova prima una.
passkey-problem-failed = Non ha funzionato. Riprovi tra un momento.
profile-calendar = Calendario
profile-calendar-text = Tenga gli ultimi giorni delle licenze nel Suo calendario. Si aggiorna da solo: dopo un rinnovo il vecchio giorno scompare e compare quello nuovo.
calendar-make = Crea un calendario
calendar-again = Crea un nuovo indirizzo
calendar-revoke = Revoca l’indirizzo
calendar-since = Il calendario ha il suo indirizzo dal:
calendar-made = Il calendario è pronto. Un indirizzo precedente non funziona più.
calendar-address = Indirizzo del calendario
calendar-secret = Viene mostrato solo ora, e chi lo possiede può vedere prodotti e date. Lo aggiunga al programma di calendario come abbonamento.
calendar-subscribe = Abbonati nel mio calendario
calendar-name = Licenze di { $vendor }
calendar-summary = { $product }: la licenza termina oggi
calendar-description = Numero di serie { $serial }. È valida fino alla fine di questo giorno.
profile-data = I Suoi dati
profile-data-text = Tutto ciò che è conservato su di Lei, in un solo file: profilo, licenze, messaggi, che cosa è successo alle licenze e dove ha effettuato l’accesso.
profile-export = Scarica i miei dati

profile-erase-text = Tutto questo può essere cancellato per sempre. Prima diciamo che cosa resta e che cosa cambia per Lei.
profile-erase = Cancella i miei dati
erase-title = Cancella i miei dati
erase-lead = Il Suo nome, il Suo indirizzo e tutto ciò che Le è stato scritto scompaiono da ciò che { $vendor } conserva qui. Non si può annullare.
erase-gone = Che cosa viene cancellato
erase-gone-profile = Nome, indirizzo e-mail, lingua, fuso orario e ciò che è stato scelto nel profilo.
erase-gone-messages = Il testo di tutti i messaggi nel portale. Ciò che è nella Sua casella di posta vi resta.
erase-gone-account = Accessi e dispositivi, passkey, calendario e biblioteca.
erase-gone-tie = Ciò che lega le licenze a Lei.
erase-kept = Che cosa resta, e perché
erase-kept-licenses = Le licenze senza i Suoi dati: prodotto, numero di serie, date e quale ne ha sostituita un’altra. Provano che cosa è stato venduto e impediscono che un numero di serie sia usato due volte.
erase-kept-number = Il numero con cui { $vendor } identifica una licenza nei propri sistemi, per esempio quello di un ordine: grazie a esso un vecchio elenco viene riconosciuto e non riporta qui i Suoi dati. Ciò che { $vendor } conserva altrove sotto quel numero non viene cancellato qui.
erase-kept-proof = Il fatto che siano stati inviati messaggi su di esse, e quando, senza testo né indirizzo: { $vendor } deve poterlo dimostrare.
erase-kept-record = Il fatto che ci sia stata una cancellazione, e quando, senza dire di chi.
erase-kept-copies = Le copie di sicurezza che { $vendor } ha fatto in precedenza contengono i Suoi dati finché altre più recenti non le sostituiscono.
erase-then = Che cosa cambia per Lei
erase-then-works = Il prodotto continua a funzionare con il file chiave, fino all’ultimo giorno della licenza.
erase-then-silence = Non arrivano più messaggi, né promemoria prima della fine di una licenza. Uno che è in viaggio in questo momento può ancora arrivare.
erase-then-lost = Nessuno può più trovare i Suoi numeri di serie e file chiave tramite l’indirizzo, nemmeno { $vendor }.
erase-then-renewal = Queste licenze non si possono più rinnovare conservando i giorni rimasti, né si può sostituire un numero di serie rubato.
erase-then-unregistered = Un numero di serie non ancora registrato può essere registrato da chiunque lo conosca: lo conservi in un luogo sicuro.
erase-then-again = In qualsiasi momento può registrare una nuova licenza con lo stesso indirizzo. Si riparte da zero.
erase-save = Prima salvi ciò che Le serve
erase-save-licenses = I certificati riportano i numeri di serie completi. Li stampi, oppure annoti i numeri.
erase-save-more = { $count ->
    [one] un’altra licenza valida
    [many] altre { $count } licenze valide
   *[other] altre { $count } licenze valide
}
erase-confirm = Cancella per sempre
erase-sign-in = Per la Sua protezione serve un accesso degli ultimi { $minutes } minuti. Acceda ancora una volta e La riporteremo qui.
erase-sign-in-go = Accedi ancora una volta
erase-type = Per confermare, scriva il Suo indirizzo: { $address }
erase-go = Cancella per sempre i miei dati
erase-stay = Lascia tutto com’è
erased-title = I Suoi dati sono stati cancellati
erased-text = { $vendor } non ha più qui il Suo nome né il Suo indirizzo, e tutti i Suoi accessi sono chiusi.
erased-licenses = { $count ->
    [0] I Suoi messaggi e il Suo account non esistono più.
    [one] Una licenza ora non è di nessuno. Il suo prodotto continua a funzionare con il file chiave.
    [many] { $count } licenze ora non sono di nessuno. I loro prodotti continuano a funzionare con i file chiave.
   *[other] { $count } licenze ora non sono di nessuno. I loro prodotti continuano a funzionare con i file chiave.
}
erased-at = Cancellazione
erased-number = Numero di questa cancellazione
erased-number-hint = Lo conservi, se vuole: prova che c’è stata una cancellazione e quando, e non dice di chi.
erased-home = Alla pagina iniziale
problem-other-address = Questo non è l’indirizzo con cui è stato effettuato l’accesso.
problem-sign-in-again = L’accesso risale a troppo tempo fa. Acceda ancora una volta.

## Cambiare l’indirizzo

profile-address = Indirizzo e-mail
profile-address-text = A questo indirizzo arrivano i messaggi sulle licenze, e con esso si accede. Per averne un altro basta indicarlo qui: inviamo un messaggio e, appena confermato, tutte le licenze sono associate al nuovo indirizzo.
field-new-address = Nuovo indirizzo e-mail
address-ask = Invia il messaggio
address-sent = Il messaggio è in arrivo.
address-waits = In attesa di conferma:
address-waits-text = Il link del messaggio va aperto qui, dove l’accesso è già attivo. Fino ad allora non cambia nulla.
address-waits-until = Il link funziona fino a:
address-again = Invia di nuovo
address-cancel = Annulla la modifica
address-before = In precedenza le licenze erano associate a questo indirizzo:
address-undo-until = Da lì si può annullare la modifica, e nessun numero di serie viene sostituito, fino a:
address-confirm-title = Cambiare l’indirizzo?
address-confirm-text = Tutte le licenze saranno associate al nuovo indirizzo.
address-confirm-now = Indirizzo attuale
address-confirm-mail = I messaggi che le riguardano arriveranno al nuovo indirizzo, e con esso si accederà.
address-confirm-visits = Gli altri dispositivi saranno disconnessi.
address-confirm-undo = Avvisiamo il vecchio indirizzo. Da lì la modifica si può annullare per 72 ore; in questo periodo nessun numero di serie può essere sostituito.
address-confirm-go = Cambia l’indirizzo
address-confirm-not = Non è ciò che desidera? Basta lasciare questa pagina e non cambia nulla.
address-elsewhere-title = Accedere per confermare
address-elsewhere-text = Perché un indirizzo digitato male non dia le licenze a nessuno, un nuovo indirizzo si può confermare solo dopo l’accesso. Il link va aperto sul dispositivo da cui è stato richiesto, oppure si può accedere qui con l’indirizzo attuale delle licenze.
address-elsewhere-go = Accedi qui
address-elsewhere-not = Non lo ha richiesto Lei? Non occorre fare nulla: non cambia nulla.
address-failed-title = Questo link non funziona più
address-failed-text = È già stato usato o annullato, oppure è troppo vecchio. Il profilo mostra l’indirizzo attuale delle licenze e invia un nuovo messaggio.
address-failed-go = Vai al profilo
address-taken-title = Questo indirizzo non è possibile
address-taken-text = Le licenze non si possono associare a questo indirizzo, e nulla è cambiato. Nel profilo se ne può indicare un altro; per assistenza: { $vendor }.
address-done-title = L’indirizzo è cambiato
address-done-text = Tutte le licenze sono ora associate a { $address }. D’ora in poi si accede con questo indirizzo.
address-done-undo = Avvisiamo { $old }. Da lì la modifica si può annullare per 72 ore; in questo periodo nessun numero di serie può essere sostituito.
undo-title = Annullare la modifica dell’indirizzo?
undo-text = Tutte le licenze saranno di nuovo associate a { $old }.
undo-now = Ora sono associate a
undo-until = È possibile fino a:
undo-out = Tutti i dispositivi saranno disconnessi. Le passkey e l’indirizzo del calendario non funzioneranno più.
undo-later = Saranno annullate anche le modifiche successive dell’indirizzo.
undo-go = Annulla la modifica
undo-not = La modifica è voluta? Non occorre fare nulla.
undone-title = La modifica è annullata
undone-text = Tutte le licenze sono di nuovo associate a { $address }. Tutti i dispositivi sono stati disconnessi; le passkey e l’indirizzo del calendario non funzionano più.
undone-next = Conviene accedere e verificare che tutto sia in ordine. Se un estraneo può aver visto un numero di serie, è bene sostituirlo.
undone-go = Accedi
undo-over-title = Qui non si può più annullare
undo-over-text = Una modifica dell’indirizzo si può annullare per 72 ore. Se non era voluta, per assistenza: { $vendor }.
undo-over-go = Vai a { $vendor }
possible-from = Possibile da:
