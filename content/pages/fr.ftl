# Les mots des pages en français. Le nom de l’éditeur vient des réglages : { $vendor }.

language-name = Français

## Sur chaque page

skip-to-content = Aller au contenu
languages = Langue
footer-vendor = Visiter le site { $vendor }
ribbon-text = Ceci est une démonstration : aucun message ne quitte cette machine.
ribbon-back = Retour à la démonstration
ribbon-home = La page d’accueil des titulaires

## Dates, listes et étapes

date-day = { $day ->
    [one] { $day }er
    [many] { $day }
   *[other] { $day }
} { $month ->
    [1] janvier
    [2] février
    [3] mars
    [4] avril
    [5] mai
    [6] juin
    [7] juillet
    [8] août
    [9] septembre
    [10] octobre
    [11] novembre
   *[12] décembre
} { $year }
date-weekday = { $weekday ->
    [1] lundi
    [2] mardi
    [3] mercredi
    [4] jeudi
    [5] vendredi
    [6] samedi
   *[7] dimanche
}
date-clock = { $hour }:{ $minute }
date-moment = { $day } à { $clock }
list-two = { $before } et { $next }
list-more = { $before }, { $next }
list-last = { $before } et { $next }
steps-two = { $before }, puis { $next }
steps-more = { $before }, { $next }
steps-last = { $before }, puis { $next }
at-once-registration = immédiatement après l’enregistrement
at-once-renewal = immédiatement après le renouvellement
at-once-theft-attempt = dès que la tentative est constatée
at-once-block = dès que la licence est bloquée
before-expiry = { $last ->
    [one] { $days } jour avant l’expiration
    [many] { $days } jours avant l’expiration
   *[other] { $days } jours avant l’expiration
}
on-expiry = le jour de l’expiration
after-expiry = { $last ->
    [one] { $days } jour après l’expiration
    [many] { $days } jours après l’expiration
   *[other] { $days } jours après l’expiration
}
before-deletion = { $last ->
    [one] { $days } jour avant la date d’expiration de la licence bloquée
    [many] { $days } jours avant la date d’expiration de la licence bloquée
   *[other] { $days } jours avant la date d’expiration de la licence bloquée
}

## Les types de messages

kind-serial-number = Numéro de série
kind-key-file = Fichier clé
kind-mobile-offer = Protection des appareils mobiles
kind-account-invitation = Invitation à créer un compte
kind-renewal-reminder = Rappel de renouvellement
kind-renewal-confirmation = Renouvellement confirmé
kind-theft-attempt = Tentative de vol de licence
kind-license-blocked = Licence bloquée
kind-license-replaced = Numéro de série remplacé
kind-blocked-license-deletion = Suppression d’une licence bloquée
kind-address-changed = Adresse modifiée

about-serial-number = Vous apporte le numéro de série d’une licence émise pour vous.
about-key-file = Vous apporte le fichier clé de votre licence une fois son numéro de série enregistré.
about-mobile-offer = Vous indique que vos appareils mobiles peuvent être protégés gratuitement.
about-account-invitation = Vous invite à utiliser Mon { $vendor }, si ce n’est pas encore le cas.
about-renewal-reminder = Vous prévient que votre licence va expirer ou a expiré, et explique comment la renouveler. Après un renouvellement, il n’y a plus de rappels.
about-renewal-confirmation = Confirme que votre licence a été renouvelée et indique jusqu’à quand la nouvelle est valable.
about-theft-attempt = Vous avertit que quelqu’un a saisi votre numéro de série avec une adresse e-mail qui n’est pas la vôtre : quand, où et combien de fois. Vous pouvez faire remplacer le numéro de série.
about-license-blocked = Vous indique qu’une licence ne fonctionne plus, et pourquoi.
about-license-replaced = Vous apporte le nouveau numéro de série et le fichier clé après un remplacement.
about-blocked-license-deletion = Après un renouvellement ou un achat complémentaire, votre ancienne licence est bloquée. Ce message indique quel jour elle sera supprimée ; s’il arrive en retard, la suppression attend d’autant.
about-address-changed = Est envoyé à l’ancienne et à la nouvelle adresse quand l’adresse de vos licences change.

## Accueil

home-title = Vos licences, entre de bonnes mains
home-lead = { $vendor } conserve ici vos licences et vous prévient à temps de ce qui les concerne.
home-my-text = Vos messages, vos licences et leurs fichiers clés en un seul endroit.
home-my-how = Sans mot de passe : un lien arrive par e-mail.
home-my-go = Se connecter
home-register-text = Vous avez un numéro de série ? Enregistrez-le et recevez aussitôt le fichier clé.
home-renew-text = Indiquez votre licence et le nouveau numéro de série : vous voyez ce que vous obtenez avant que quoi que ce soit ne change.
home-renew-go = Renouveler
home-schedule-text = Les messages que vous recevrez de notre part au sujet de votre licence, et quand.
home-schedule-go = Voir les messages

## Les messages à attendre

schedule-title = Les messages à attendre
schedule-lead = { $vendor } envoie ces messages aux titulaires de ses licences. Ils arrivent par e-mail à l’adresse de la licence, dans votre langue, et restent lisibles dans Mon { $vendor }.
schedule-home = Pour la maison
schedule-business = Pour les entreprises
schedule-not-sent = pas d’envoi
schedule-hour = Envoi à { $clock }, à votre heure locale.
schedule-note = Note { $number }
schedule-note-back = Revenir à l’appel de la note { $number }
schedule-always-title = Envoyés dès que cela se produit
schedule-always-text = Ces messages vous apportent ce dont vous avez besoin ou protègent vos licences. Tout le monde les reçoit, immédiatement.
schedule-decline-title = Ce que vous pouvez ne plus recevoir
schedule-decline-text = Un message facultatif se termine par un lien prévu pour cela : un clic, et vous ne recevez plus d’e-mails de ce type. Le message reste dans Mon { $vendor }. Tous les autres messages sont toujours envoyés, car votre licence en dépend.
schedule-notes-title = Notes
decline-never = Toujours envoyé : ce message n’est pas facultatif.
decline-always = Vous pouvez ne plus le recevoir.
decline-after-expiry = Vous pouvez ne plus recevoir les rappels après la date d’expiration ; les autres sont toujours envoyés.
note-of-license = Pas d’envoi pour { $products }.
note-of-holder = Pas d’envoi aux titulaires qui ont déjà { $products }.

## Connexion

field-email = Adresse e-mail
field-serial = Numéro de série
field-previous = Ancien numéro de série
field-new-serial = Nouveau numéro de série
field-key-file = Fichier clé de la licence que vous avez
field-key-text = Ou son texte
field-product = Produit
field-name = Votre nom ou votre entreprise (facultatif)
field-language = Langue de nos messages
field-zone = Votre fuseau horaire
field-wrong-email = Une adresse e-mail qui n’est pas celle du titulaire
sign-in-title = Se connecter à Mon { $vendor }
sign-in-text = Indiquez l’adresse e-mail de votre licence. Nous y envoyons un lien et un code ; aucun mot de passe n’est nécessaire.
sign-in-send = Recevoir un lien
sign-in-sent-title = Consultez votre boîte de réception
sign-in-sent-text = Si une licence est rattachée à cette adresse, un message est en route. Son lien et son code fonctionnent une seule fois, pendant { $minutes ->
    [one] { $minutes } minute
    [many] { $minutes } minutes
   *[other] { $minutes } minutes
}.
sign-in-sent-nothing = Rien reçu ? Regardez dans les courriers indésirables, ou essayez l’adresse à laquelle votre numéro de série a été envoyé.
sign-in-again = Essayer une autre adresse
sign-in-confirm-text = Encore un clic, et la session s’ouvre sur cet appareil.
sign-in-confirm-go = Se connecter
sign-in-confirm-not-you = Vous n’avez rien demandé ? Fermez cette page ; rien ne s’est passé.
sign-in-failed-title = Ce lien ou ce code ne fonctionne plus
sign-in-failed-text = Il a déjà servi, il est trop ancien, ou trop de codes erronés ont été saisis. Demandez un nouveau message ; il arrive aussitôt.
sign-in-failed-go = Recevoir un nouveau message

## Le portail

my-title = Mon { $vendor }
my-messages = Messages
my-licenses = Licences
my-unread = { $count ->
    [one] ({ $count } non lu)
    [many] ({ $count } non lus)
   *[other] ({ $count } non lus)
}
my-signed-in = Session ouverte :
my-sign-out = Se déconnecter
came-back-title = Les e-mails envoyés à { $address } reviennent
came-back-since = Depuis le { $day }, nous n’y envoyons plus rien. Tous vos messages sont ici, sur le portail.
came-back-do = L’adresse fonctionne ? Faites-y envoyer un lien de connexion. Une fois que vous l’aurez utilisé, les messages y seront de nouveau envoyés.
came-back-send = Envoyer un lien à cette adresse
came-back-change = Autre adresse : votre profil
about-more = { $count ->
    [one] et { $count } autre licence
    [many] et { $count } autres licences
   *[other] et { $count } autres licences
}
messages-none = Pas encore de messages. Ce qui arrive à votre licence s’affichera ici.
messages-pages = Messages plus récents et plus anciens
messages-newer = Plus récents
messages-older = Plus anciens
message-unread = Non lu
message-back = Tous les messages
message-sent = Date
message-about = Licence
message-fate = E-mail
messages-all-read = Tout marquer comme lu
messages-filter = Choisir les messages
messages-filter-go = Afficher
messages-every-license = Toutes les licences
messages-every-kind = Tous les types
messages-count = { $count ->
    [0] Aucun message
    [one] { $count } message
    [many] { $count } messages
   *[other] { $count } messages
}
messages-show-all = Afficher tous les messages
messages-no-match = Aucun message ne correspond à ce choix.
message-eml = Enregistrer l’e-mail complet (.eml)
message-eml-anew = Le fichier contient les mêmes mots que l’e-mail envoyé ; une version plus récente du programme lui donne une forme un peu différente.
message-eml-alone = Ce message est arrivé avec d’autres dans un seul e-mail ; le fichier contient celui-ci seul, en entier.
message-mark-unread = Marquer comme non lu
fate-text-waiting = Il part vers { $address } dès que le serveur de messagerie l’accepte.
fate-text-accepted = Le serveur de messagerie de l’adresse { $address } l’a accepté :
fate-text-unknown = Il est parti vers { $address }, mais la réponse du serveur de messagerie s’est perdue. Nous nous en occupons ; il arrivera peut-être deux fois.
fate-text-bounced = Il a été renvoyé par { $address }. Le message reste néanmoins ici. Envoyé :
fate-text-failed = Le serveur de messagerie de l’adresse { $address } l’a refusé. Le message reste néanmoins ici. Constaté :
fate-text-declined = Vous avez choisi de ne plus recevoir ces e-mails. Le message reste néanmoins ici.
fate-text-held = { $address } n’accepte pas nos e-mails. Le message reste néanmoins ici.
message-files = Fichiers
fate-waiting = En route
fate-accepted = E-mail envoyé
fate-unknown = E-mail envoyé, pas encore confirmé
fate-bounced = E-mail renvoyé
fate-failed = E-mail refusé
fate-declined = Pas d’e-mail, selon votre choix
fate-held = Pas d’e-mail : votre adresse n’en accepte pas
status-active = Active
status-unregistered = À enregistrer
status-expired = Expirée
status-blocked = Bloquée
status-deleted = Supprimée
license-days-left = { $days ->
    [0] Expire aujourd’hui
    [one] { $days } jour restant
    [many] { $days } jours restants
   *[other] { $days } jours restants
}
license-days-past = { $days ->
    [one] Expirée depuis { $days } jour
    [many] Expirée depuis { $days } jours
   *[other] Expirée depuis { $days } jours
}
license-to-register = Enregistrez son numéro de série pour obtenir le fichier clé.
license-registered = Enregistrée le
license-expires = Expire le
license-devices = Appareils
license-blocked-on = Bloquée le
license-deletion = Sera supprimée le
license-valid-until = Valable jusqu’au
license-renew = Renouveler ou ajouter des appareils
license-replace = Remplacer le numéro de série
my-library = Bibliothèque
library-lead = De courtes pages d’aide sur les licences. Gardez celles que vous voulez retrouver.
library-mine = Ma bibliothèque
library-mine-none = Vous ne gardez encore aucune page. « + Ajouter à la bibliothèque » en garde une ici.
library-all = Toutes les pages
library-add = + Ajouter à la bibliothèque
library-kept = Dans ma bibliothèque
library-remove = Retirer de ma bibliothèque
library-back = Toutes les pages d’aide
count-days = { $count ->
    [one] { $count } jour
    [many] { $count } jours
   *[other] { $count } jours
}
count-months = { $count ->
    [one] { $count } mois
    [many] { $count } mois
   *[other] { $count } mois
}
licenses-tabs = Licences selon leur état
tab-active = Actives
tab-expired = Expirées
tab-blocked = Bloquées
tab-none-active = Aucune licence n’est active. Enregistrez un numéro de série, ou regardez parmi les licences expirées.
tab-none-expired = Rien n’a expiré. Vous recevrez un rappel à temps.
tab-none-blocked = Aucune licence n’est bloquée.
license-back = Toutes les licences
license-certificate = Certificat à imprimer
license-previous = A remplacé :
license-successor = Remplacée par :
license-coming = À venir
license-coming-text = Ces messages arriveront si rien ne change. Un renouvellement met fin aux rappels.
license-coming-none = Aucun message n’est prévu au sujet de cette licence.
license-past = Historique
license-attempts = Tentatives d’utiliser son numéro de série
license-attempts-text = { $count ->
    [one] Quelqu’un a saisi son numéro de série { $count } fois avec une adresse e-mail qui n’est pas la vôtre. Rien n’a été divulgué.
    [many] Quelqu’un a saisi son numéro de série { $count } fois avec une adresse e-mail qui n’est pas la vôtre. Rien n’a été divulgué.
   *[other] Quelqu’un a saisi son numéro de série { $count } fois avec une adresse e-mail qui n’est pas la vôtre. Rien n’a été divulgué.
}
license-attempts-times = { $count ->
    [one] { $count } fois
    [many] { $count } fois
   *[other] { $count } fois
}
service-registration = enregistrement
service-renewal = renouvellement
service-expansion = achat complémentaire
service-replacement = remplacement du numéro de série
service-key-file = demande du fichier clé
life-issued = Numéro de série émis
life-imported = Reprise de données antérieures
life-corrected = Dates corrigées
life-registered = Enregistrée
life-renewal = Enregistrée comme renouvellement
life-expansion = Enregistrée comme achat complémentaire
life-replacement = Émise à la place d’un numéro de série volé
life-key-file-asked = Fichier clé demandé de nouveau
life-renewed = Renouvelée : une autre licence l’a remplacée
life-expanded = Étendue : une autre licence l’a remplacée
life-replaced = Numéro de série remplacé
life-blocked = Bloquée
life-lifted = Débloquée
life-deleted = Supprimée
life-address-changed = Rattachée à une autre adresse e-mail
life-address-restored = Changement d’adresse annulé
certificate-title = Certificat de licence
certificate-text = { $vendor } certifie que cette licence est enregistrée pour son titulaire.
certificate-holder = Titulaire
certificate-key = Fichier clé signé avec
certificate-id = Licence
certificate-made = Établi le
certificate-back = Retour à la licence
certificate-care = C’est la seule page qui porte le numéro de série en entier. Imprimez-la et gardez-la en lieu sûr : quiconque connaît le numéro pourrait essayer de l’utiliser.
license-key-file = Télécharger le fichier clé
blocked-renewed = Vous l’avez renouvelée : la nouvelle licence l’a remplacée.
blocked-expanded = Un achat complémentaire l’a remplacée.
blocked-compromised = Son numéro de série a été remplacé, car il était connu d’autres personnes.
blocked-other = Elle a été bloquée par l’éditeur.

## Enregistrement

form-problems = { $count ->
    [one] { $count } champ est à revoir
    [many] { $count } champs sont à revoir
   *[other] { $count } champs sont à revoir
}
hint-serial = Tel qu’il figure dans le message ou sur la carte qui l’a apporté. Minuscules, espaces et tirets manquants sont sans importance ; O compte comme 0, I et L comme 1.
doubt-groups = { $count ->
    [one] S’il y a un seul caractère erroné, cherchez-le dans le groupe { $groups } (sur quatre).
    [many] S’il y a un seul caractère erroné, cherchez-le dans l’un de ces groupes (sur quatre) : { $groups }.
   *[other] S’il y a un seul caractère erroné, cherchez-le dans l’un de ces groupes (sur quatre) : { $groups }.
}
doubt-go-on = Il est écrit exactement ainsi
doubt-go-on-hint = Certains numéros plus anciens n’ont pas ce contrôle. Ne cochez cette case qu’après avoir comparé chaque caractère.
hint-zone = Les messages à date fixe y arrivent à l’heure d’envoi locale.
register-title = Enregistrer un numéro de série
register-text = Votre licence commence aujourd’hui et vous recevez son fichier clé : ici, tout de suite, et par e-mail.
register-or-renew = Vous avez déjà une licence ?
register-or-renew-go = Renouvelez-la plutôt, et gardez ses jours restants.
hint-register-email = L’adresse à laquelle le numéro de série a été envoyé. S’il figurait sur une carte ou vous a été offert : la vôtre.
register-go = Enregistrer
register-again-hint = Déjà enregistré ? Saisissez de nouveau les mêmes données, et nous renverrons le fichier clé.
registered-title = Enregistrement terminé
registered-text = Votre licence fonctionne dès aujourd’hui. Le fichier clé est aussi en route vers { $address }.
registered-again-title = Le fichier clé est de nouveau en route
registered-again-text = Ce numéro de série était déjà enregistré. Nous envoyons de nouveau son fichier clé à { $address }.
fetch-minutes = { $minutes ->
    [one] Cette page reste ouverte { $minutes } minute ; ensuite, le fichier clé se trouve dans votre boîte de réception.
    [many] Cette page reste ouverte { $minutes } minutes ; ensuite, le fichier clé se trouve dans votre boîte de réception.
   *[other] Cette page reste ouverte { $minutes } minutes ; ensuite, le fichier clé se trouve dans votre boîte de réception.
}
done-my = Vos licences dans Mon { $vendor }
unmatched-title = Cela n’a pas fonctionné
unmatched-text = Nous n’avons trouvé aucune licence utilisable ici avec ce numéro de série et cette adresse. Comparez les deux, caractère par caractère, avec le message qui vous a apporté le numéro de série.
unmatched-mail = Si vos données sont exactes, nous avons envoyé un message à l’adresse de la licence : il dit quoi faire ensuite.
unmatched-go = Réessayer
too-many-title = Veuillez patienter un peu
too-many-text = Trop d’essais ont échoué. Vous pourrez réessayer dans { $minutes ->
    [one] { $minutes } minute
    [many] { $minutes } minutes
   *[other] { $minutes } minutes
}.
too-many-why = Nous n’avons pas vérifié vos données. Cette pause protège les titulaires contre les inconnus qui devinent ; rien n’a été modifié ni bloqué chez vous.
too-many-holder = La licence est à vous ? Connectez-vous : pour vos propres licences, il n’y a pas de pause.
too-many-sign-in = Se connecter
too-many-go = Retour au formulaire

## Renouvellement

renew-title = Renouveler une licence
renew-text = Indiquez la licence que vous avez. Vous voyez ce qu’apporte un renouvellement avant que quoi que ce soit ne change, et avant d’acheter.
hint-renew-email = L’adresse de la licence que vous avez. La nouvelle y sera rattachée aussi.
renew-how = Qu’avez-vous acheté ?
renew-renewal = Un renouvellement
renew-renewal-hint = La nouvelle licence reprend les jours restants.
renew-expansion = Un achat complémentaire
renew-expansion-hint = La nouvelle licence couvre les appareils des deux.
renew-next = Voir ce que j’obtiens
renew-next-hint = Rien ne change encore.
renew-own = Vos licences
renew-sign-in = Après connexion, vous choisissez parmi vos licences, sans avoir besoin de l’ancien numéro de série.
renew-sign-in-go = Se connecter
renew-or-key-file = Ou utiliser le fichier clé au lieu du numéro de série
hint-key-file = Le fichier joint à notre message, qui se trouve dans le dossier du programme ; son nom se termine par .key. Même expiré, il convient.
renew-go-on = Continuer
renew-without-title = Pas d’ancienne licence sous la main ?
renew-without-text = Vous pouvez enregistrer le nouveau numéro de série sans elle, et perdre ce qu’apporte un renouvellement.
renew-without-see = Voir ce qui serait perdu
held-title = La licence que vous avez
held-expired = Expirée le
held-example = Ce qu’apporte un renouvellement
held-example-text = { $months ->
    [one] Exemple : une licence de { $months } mois, achetée au prix plein et enregistrée aujourd’hui.
    [many] Exemple : une licence de { $months } mois, achetée au prix plein et enregistrée aujourd’hui.
   *[other] Exemple : une licence de { $months } mois, achetée au prix plein et enregistrée aujourd’hui.
}
held-example-expansion = En achat complémentaire, la même licence couvrirait ses propres appareils et ceux de cette licence (actuellement { $devices }), jusqu’au { $day }.
held-new = Vous avez le nouveau numéro de série ?
held-shop = Pas encore d’achat ?
held-shop-text = Passez à la boutique { $vendor }. Le lien indique de quelle licence il s’agit : pas besoin d’y saisir son numéro.
held-shop-renewal = Acheter un renouvellement
held-shop-expansion = Acheter des appareils en plus
held-no-shop = Achetez le nouveau numéro de série chez { $vendor }, puis revenez ici avec ce numéro.
without-title = Sans ancienne licence
without-text = Un nouveau numéro de série peut être enregistré seul. Voyez d’abord ce que cela coûte.
without-renewal = Si vous avez acheté un renouvellement
without-days = Les jours restants de l’ancienne licence ne sont pas ajoutés.
without-bonus = { $days ->
    [one] Une licence achetée au prix plein ne reçoit pas le bonus de { $days } jour.
    [many] Une licence achetée au prix plein ne reçoit pas le bonus de { $days } jours.
   *[other] Une licence achetée au prix plein ne reçoit pas le bonus de { $days } jours.
}
without-discount = { $days ->
    [one] Une licence achetée à prix réduit dure { $days } jour de moins.
    [many] Une licence achetée à prix réduit dure { $days } jours de moins.
   *[other] Une licence achetée à prix réduit dure { $days } jours de moins.
}
without-example = { $months ->
    [one] Exemple : { $months } mois, enregistré aujourd’hui, va jusqu’au { $end } au lieu du { $own }.
    [many] Exemple : { $months } mois, enregistrés aujourd’hui, vont jusqu’au { $end } au lieu du { $own }.
   *[other] Exemple : { $months } mois, enregistrés aujourd’hui, vont jusqu’au { $end } au lieu du { $own }.
}
without-old = L’ancienne licence continue de son côté jusqu’à son expiration.
without-expansion = Si vous avez fait un achat complémentaire
without-devices = Les appareils ne s’additionnent pas : chaque licence couvre les siens.
without-two = Vous aurez alors deux licences, avec deux fichiers clés et deux dates d’expiration.
without-for-good = Une fois le numéro enregistré seul, cela ne peut plus être changé.
without-back = J’ai l’ancienne licence
without-go = Enregistrer sans elle
sum-title = Ce que vous obtenez
sum-text = Vérifiez le calcul. Rien n’a encore changé.
sum-old = La licence que vous avez
sum-new = La nouvelle licence
sum-caption = Comment se calcule la date d’expiration
sum-own = { $months ->
    [one] { $day } plus { $months } mois
    [many] { $day } plus { $months } mois
   *[other] { $day } plus { $months } mois
}
sum-old-end = La licence que vous avez est valable jusqu’au
sum-carried = Jours restants de la licence que vous avez
sum-bonus = Bonus de renouvellement
sum-deducted = Déduction : achat à prix réduit, auquel la licence que vous avez ne donne pas droit
sum-plus = { $days ->
    [one] + { $days } jour
    [many] + { $days } jours
   *[other] + { $days } jours
}
sum-minus = { $days ->
    [one] − { $days } jour
    [many] − { $days } jours
   *[other] − { $days } jours
}
sum-later = La plus tardive des deux dates : valable jusqu’au
sum-least = Une licence dure au moins un jour.
sum-devices = { $old } + { $new } = { $all }
sum-consequence = La licence que vous avez ({ $serial }) est bloquée immédiatement, puis supprimée plus tard. Sur vos appareils, remplacez son fichier clé par le nouveau.
sum-renew = Renouveler maintenant
sum-add = Ajouter maintenant
sum-back = Saisir autre chose
renewed-title = Renouvellement terminé
expanded-title = Ajout terminé
renewed-text = Le nouveau fichier clé est aussi en route vers { $address }. Mettez-le sur vos appareils à la place de l’ancien.
renewed-old = L’ancienne licence
renewed-old-text = { $product } ({ $serial }) est maintenant bloquée.
renewed-deletion = Elle sera supprimée le { $day }.
renewed-told = Nous vous écrirons encore une fois avant cela, le { $day }.
renewed-untold = Aucun autre message n’est envoyé à son sujet.

## Remplacement d’un numéro de série

replace-title = Remplacer un numéro de série
replace-text = D’autres personnes connaissent votre numéro de série ? Remplacez-le : l’ancien cesse aussitôt de fonctionner, et le nouveau arrive par e-mail.
replace-door-text = Le titulaire seul peut le faire. Connectez-vous d’abord, puis choisissez « Remplacer le numéro de série » à côté de la licence.
replace-door-go = Se connecter
replace-rule = { $days ->
    [one] C’est gratuit tant qu’il reste au moins { $days } jour.
    [many] C’est gratuit tant qu’il reste au moins { $days } jours.
   *[other] C’est gratuit tant qu’il reste au moins { $days } jours.
}
replace-none = Aucune de vos licences n’est active ou bloquée à cause de son numéro de série.
replace-quota = Remplacements gratuits restants
replace-quota-of = { $left } sur { $free }
replace-days-left = Jours restants
replace-confirm-title = Remplacer ce numéro de série ?
replace-confirm-old = L’ancien numéro de série et son fichier clé cessent aussitôt de fonctionner, sur tous les appareils.
replace-confirm-new = Un nouveau numéro de série, avec la même date d’expiration, arrive à { $address } avec son fichier clé. Il fonctionne immédiatement.
replace-confirm-quota = Cela compte pour un remplacement gratuit.
replace-confirm-go = Remplacer maintenant
replace-back = Choisir une autre licence
replaced-title = Numéro de série remplacé
replaced-text = Le nouveau numéro de série est en route vers { $address }. Sa licence fonctionne déjà ; mettez le nouveau fichier clé sur vos appareils.
replaced-old = L’ancien numéro de série { $serial } est bloqué.
replaced-go = Toutes les licences

## Quand quelque chose ne fonctionne pas

not-found-title = Il n’y a rien ici
not-found-text = L’adresse contient peut-être une faute de frappe, ou la page a été déplacée.
not-found-go = Aller à la page d’accueil
refused-title = Cela n’a pas fonctionné
refused-go = Retour
broken-title = Quelque chose s’est cassé de notre côté
broken-text = Vous n’y êtes pour rien. Réessayez dans une minute ; si cela se reproduit, communiquez ce repère à { $vendor } :
broken-mark = Repère :
problem-empty = Remplissez ce champ.
problem-not-an-address = Ce n’est pas une adresse e-mail. Exemple : nom@example.com.
problem-same-address = C’est déjà votre adresse.
problem-not-a-serial = Un numéro de série compte 16 lettres et chiffres : XXXX-XXXX-XXXX-XXXX.
problem-doubtful-serial = Relisez ce numéro : ses deux derniers caractères contrôlent les autres, et ici ils ne correspondent pas.
problem-not-a-key-file = Ce fichier clé n’est pas complet. Choisissez le fichier tel que vous l’avez reçu, ou collez tout son texte.
problem-foreign-key-file = Ce fichier clé ne vient pas d’ici.
problem-changed-key-file = Ce fichier clé a été modifié après sa création. Choisissez-le tel qu’il est arrivé avec notre message.
problem-not-a-name = Un nom n’a pas de retour à la ligne et compte 200 caractères au plus.
problem-not-a-zone = Ce fuseau horaire n’existe pas. Choisissez-en un dans la liste.
problem-no-replacement-left = Son numéro de série ne peut plus être remplacé gratuitement. Demandez de l’aide à l’éditeur.
problem-too-few-days-left = Il reste trop peu de jours pour remplacer son numéro de série. Renouvelez plutôt la licence.
problem-address-just-changed = L’adresse de vos licences a changé récemment. Tant que cela peut être annulé, aucun numéro de série n’est remplacé et aucune donnée n’est effacée.
problem-too-many-tries = Trop d’essais ont échoué. Attendez quelques minutes avant le prochain.
problem-no-match = Aucune licence n’a ce numéro de série et cette adresse. Comparez les deux avec le message qui vous a apporté le numéro de série.
problem-already-registered = Ce numéro de série est déjà enregistré. Son fichier clé se trouve dans le portail.
problem-not-registered = Cette licence n’est pas encore enregistrée. Enregistrez d’abord son numéro de série.
problem-blocked = Cette licence est bloquée. Un message à ce sujet se trouve dans le portail.
problem-already-renewed = Cette licence a déjà été renouvelée. Indiquez la licence qui l’a remplacée.
problem-same-license = L’ancien et le nouveau numéro de série sont identiques. Indiquez-en deux différents.
problem-broken-form = Le formulaire n’est pas arrivé en entier. Ouvrez de nouveau sa page et remplissez-le encore une fois.
problem-clock-stays = L’horloge ne va que vers l’avant, et elle est arrivée au bout.
problem-not-here = Ce n’est pas possible ici.

## La démonstration

demo-title = Voir Tenure à l’œuvre
demo-what-1 = Tenure conserve les licences d’un éditeur de logiciels et dit à chaque titulaire, dans sa langue et à son heure locale, ce qui arrive à sa licence.
demo-what-2 = Chaque message part exactement une fois, seulement tant qu’il est vrai, et reste lisible dans le portail du titulaire.
demo-what-3 = Ici, tout se passe en vase clos : les titulaires sont inventés, vous avancez l’horloge, et les e-mails ne quittent pas cette page.
demo-jumps = Sur cette page
demo-jump-programme = Six messages
demo-jump-decisions = Décisions
demo-clock-title = L’horloge
demo-next = Prochain message :
demo-next-none = Aucun message n’est en vue.
demo-move-notice = Au prochain message
demo-move-day = +1 jour
demo-move-week = +1 semaine
demo-move-month = +1 mois
demo-move-sleep = Dormir un mois, puis se réveiller
demo-sleep-hint = Pendant que Tenure dort, rien ne part. À son réveil, il n’envoie que l’étape la plus récente de chaque licence, et dit ce qu’il a laissé de côté.
report-title = Ce qui s’est passé
report-slept = Tenure a dormi, s’est réveillé et a rattrapé son retard.
report-accepted = { $count ->
    [one] { $count } message envoyé
    [many] { $count } messages envoyés
   *[other] { $count } messages envoyés
}
report-superseded = { $count ->
    [one] { $count } laissé de côté pour une étape plus récente
    [many] { $count } laissés de côté pour des étapes plus récentes
   *[other] { $count } laissés de côté pour des étapes plus récentes
}
report-late = { $count ->
    [one] { $count } laissé de côté : trop tard
    [many] { $count } laissés de côté : trop tard
   *[other] { $count } laissés de côté : trop tard
}
report-canceled = { $count ->
    [one] { $count } annulé : sa raison a disparu
    [many] { $count } annulés : leur raison a disparu
   *[other] { $count } annulés : leur raison a disparu
}
report-deferred = { $count ->
    [one] { $count } sera tenté de nouveau
    [many] { $count } seront tentés de nouveau
   *[other] { $count } seront tentés de nouveau
}
report-failed = { $count ->
    [one] { $count } définitivement refusé
    [many] { $count } définitivement refusés
   *[other] { $count } définitivement refusés
}
report-deleted = { $count ->
    [one] { $count } licence supprimée
    [many] { $count } licences supprimées
   *[other] { $count } licences supprimées
}
report-nothing = Rien n’était à envoyer.
demo-programme-title = Les six messages du programme
demo-programme-seen = Vus jusqu’ici : { $seen } sur { $total }.
demo-seen = vu
demo-not-seen = pas encore
guide-next = Ensuite :
guide-all = Vous les avez tous vus. Avancez l’horloge et regardez, ou prenez la place d’un titulaire.
guide-key-file = enregistrez le numéro de série prêt dans le premier formulaire ci-dessous. Le fichier clé arrive aussitôt.
guide-mobile-offer = enregistrez un numéro de série d’un produit pour la maison dans le premier formulaire ci-dessous. L’offre arrive avec le fichier clé.
guide-account-invitation = enregistrez un numéro de série pour un titulaire qui n’a encore jamais ouvert de session : premier formulaire ci-dessous.
guide-renewal-reminder = appuyez sur « Au prochain message » jusqu’à ce qu’un rappel parte.
guide-theft-attempt = essayez une adresse erronée dans le troisième formulaire ci-dessous. Le titulaire est averti aussitôt.
guide-blocked-license-deletion = renouvelez une licence pour la maison dans le deuxième formulaire ci-dessous, puis avancez l’horloge. Le message arrive 30 jours avant la suppression de l’ancienne licence.
demo-mails-title = E-mails retenus
demo-mails-none = Pas encore d’e-mails. Avancez l’horloge, ou enregistrez un numéro de série.
demo-shown = { $count ->
    [one] Le plus récent : { $shown } sur { $count }
    [many] Les plus récents : { $shown } sur { $count }
   *[other] Les plus récents : { $shown } sur { $count }
}
demo-decisions-title = Ce qui a été décidé, et pourquoi
demo-decisions-none = Rien n’a encore été décidé. Avancez l’horloge.
state-due = En attente
state-sending = En cours d’envoi
state-unknown = Réponse perdue
state-accepted = Envoyé
state-bounced = Renvoyé
state-complained = Indésirable
state-superseded = Dépassé
state-late = Trop tard
state-canceled = Annulé
state-held = Portail seulement
state-failed = Refusé
why-renewed = La licence a été renouvelée ; ce n’était donc plus vrai.
why-expanded = Un achat complémentaire a remplacé la licence.
why-replaced = Le numéro de série a été remplacé.
why-blocked = La licence a été bloquée.
why-lifted = La licence a été débloquée.
why-deleted = La licence a été supprimée.
why-corrected = Les dates de la licence ont été corrigées.
why-unscheduled = Le calendrier ne comporte plus cette étape.
why-no_address = La licence n’a pas d’adresse.
why-already_has = Ce qui est proposé est déjà là.
why-operator = L’équipe de l’éditeur l’a annulé.
why-out_of_time = La réponse du serveur de messagerie s’est perdue, et le délai est passé.
why-newer_step_due = Une étape plus récente était due aussi ; elle seule est partie.
why-limit_passed = Son délai est passé avant l’envoi.
why-declined = Les e-mails de ce type ne sont plus souhaités ; le message est dans le portail.
why-suppressed = L’adresse n’accepte pas d’e-mails ; le message est dans le portail.
why-other = Le serveur de messagerie a donné une autre raison.
demo-forms-title = À vous d’essayer
form-register-title = Enregistrer un numéro de série
form-register-hint = La durée commence, et le fichier clé part aussitôt.
form-register-go = Enregistrer
form-register-done = C’est enregistré. Le fichier clé est parmi les e-mails retenus.
form-renew-title = Renouveler une licence
form-renew-hint = La nouvelle licence reprend les jours restants ; les rappels de l’ancienne sont annulés.
form-renew-go = Renouveler
form-renew-done = C’est renouvelé. L’ancienne licence est bloquée, ses rappels sont annulés.
form-theft-title = Essayer une adresse erronée
form-theft-hint = Vous recevez la réponse qu’aurait un inconnu. Le titulaire reçoit un avertissement.
form-theft-go = Essayer
form-theft-done = L’inconnu n’a rien appris. Le titulaire est prévenu.
demo-holders-title = Titulaires d’exemple
demo-holders-text = Chaque titulaire vit dans son propre fuseau horaire : un message arrive à l’heure d’envoi de là-bas, pas d’ici.
holder-language = Langue : { $language }
holder-next = Ensuite :
holder-next-none = Rien d’autre n’est prévu.
holder-be = Prendre cette place
mail-to = À
mail-when = Retenu
mail-kind = Message
mail-other = Un lien de connexion, ou un autre e-mail demandé
mail-faces = Vues de cet e-mail
mail-html = Mise en page
mail-text = Texte
mail-source = Source brute

# Ne plus recevoir un type de messages
decline-title = Recevoir moins de messages
decline-text = Les messages de ce type n’arriveront plus par e-mail : « { $kind } ». Vous les retrouverez toujours parmi vos messages.
decline-go = Ne plus recevoir ces messages
decline-duties = Les fichiers clés, les rappels avant l’expiration, les tentatives de vol et les suppressions sont toujours signalés par e-mail.
decline-done-title = C’est noté
decline-done-text = « { $kind } » n’arrivera plus par e-mail. Vous retrouverez toujours ces messages parmi les vôtres.
decline-done-go = Vers mes messages

sign-in-then = Ensuite, nous vous ramenons là où vous alliez.
sign-in-sent-here = Ouvrez le lien dans ce navigateur, ou saisissez le code ici.
field-code = Code du message
hint-code = Huit chiffres. Vous pouvez les lire sur n’importe quel appareil.
sign-in-code-go = Se connecter
sign-in-code-left = { $count ->
    [one] Il vous reste { $count } essai.
    [many] Il vous reste { $count } essais.
   *[other] Il vous reste { $count } essais.
}
problem-wrong-code = Ce n’est pas le code du dernier message.
sign-in-elsewhere-title = Ouvrez ce lien là où vous l’avez demandé
sign-in-elsewhere-text = Pour votre sécurité, il ne s’ouvre que dans le navigateur où l’adresse a été saisie. Rien n’a été utilisé.
sign-in-elsewhere-code = Vous lisez le message sur un autre appareil ? Saisissez son code là-bas, sur la page ouverte.
sign-in-elsewhere-again = Vous voulez vous connecter ici ? Demandez alors un nouveau message ici.
sign-in-elsewhere-go = Se connecter ici
sign-in-elsewhere-not-you = Vous n’avez rien demandé ? Fermez cette page, et ne donnez le code à personne.
why-undone = Le changement d’adresse dont il parle a été annulé.
why-erased = Les données du titulaire ont été effacées.
my-profile = Profil
profile-saved = Enregistré.
profile-you = À propos de vous
profile-save = Enregistrer
profile-sent = Ce que nous vous envoyons
profile-sent-text = Chaque message se trouve aussi dans Mon { $vendor }, quel que soit votre choix ici.
profile-choose = Par e-mail, si vous le souhaitez
profile-save-choice = Enregistrer le choix
profile-always = Toujours par e-mail
profile-always-text = Ces messages vous apportent ce dont vous avez besoin pour votre licence, ou la protègent des inconnus et de la perte. C’est pourquoi vous ne pouvez pas y renoncer.
profile-visits = Où vous êtes connecté
profile-visits-text = Vous ne reconnaissez pas l’un d’eux ? Déconnectez-le. Une connexion se termine d’elle-même au bout de 12 heures.
visit-browser-on = { $browser }, { $platform }
visit-unknown = Un navigateur que nous ne connaissons pas
visit-here = Cet appareil
visit-begun = Connexion :
visit-seen = Dernière visite, à l’heure près :
visit-end = Déconnecter
visit-end-others = Déconnecter tous les autres appareils
profile-passkeys = Clés d’accès
profile-passkeys-text = Avec une clé d’accès, vous vous connectez par empreinte digitale, par reconnaissance faciale ou avec le code de votre appareil, sans attendre de message. La connexion par e-mail reste toujours possible. Une clé supprimée ici ne permet plus de se connecter, même si votre appareil la propose encore.
passkey-or = Ou sans attendre de message :
passkey-sign-in = Se connecter avec une clé d’accès
passkey-made = Ajoutée :
passkey-used = Dernière utilisation :
passkey-unused = Pas encore utilisée
passkey-unnamed = Clé d’accès
passkey-remove = Supprimer
passkey-name = Nom de la nouvelle clé d’accès
passkey-name-hint = Pour la reconnaître plus tard, par exemple Téléphone ou Bureau. Si vous laissez ce champ vide, elle prend le nom de ce navigateur.
passkey-add = Ajouter une clé d’accès
passkey-problem-canceled = Rien ne s’est passé : vous avez annulé, ou cela a pris trop de temps. Réessayez, ou connectez-vous par e-mail.
passkey-problem-gone = Cela a pris trop de temps. Veuillez réessayer.
passkey-problem-wrong = Cette clé d’accès ne permet pas de se connecter ici. Elle a peut-être été supprimée. Connectez-vous plutôt par e-mail.
passkey-problem-wait = Trop d’essais incorrects. Attendez quelques minutes, ou connectez-vous par e-mail.
passkey-problem-known = Cet appareil a déjà une clé d’accès à votre nom.
passkey-problem-many = Vous avez le nombre maximal de clés d’accès. Supprimez-en d’abord une.
passkey-problem-failed = Cela n’a pas fonctionné. Veuillez réessayer dans un instant.
profile-calendar = Calendrier
profile-calendar-text = Ayez les derniers jours de vos licences dans votre calendrier. Il suit de lui-même : après un renouvellement, l’ancien jour disparaît et le nouveau apparaît.
calendar-make = Créer un calendrier
calendar-again = Créer une nouvelle adresse
calendar-revoke = Révoquer l’adresse
calendar-since = Votre calendrier a son adresse depuis :
calendar-made = Votre calendrier est prêt. Une adresse plus ancienne ne fonctionne plus.
calendar-address = Adresse de votre calendrier
calendar-secret = Elle n’est montrée que maintenant, et qui la possède voit vos produits et vos dates. Ajoutez-la à votre calendrier comme abonnement.
calendar-subscribe = S’abonner dans mon calendrier
calendar-name = Licences de { $vendor }
calendar-summary = { $product } : la licence se termine aujourd’hui
calendar-description = Numéro de série { $serial }. Elle est valable jusqu’à la fin de ce jour.
profile-data = Vos données
profile-data-text = Tout ce qui est conservé à votre sujet, dans un seul fichier : profil, licences, messages, ce qui est arrivé à vos licences et où vous êtes connecté.
profile-export = Télécharger mes données

profile-erase-text = Tout cela peut être effacé définitivement. Ce qui reste alors, et ce que cela change pour vous, est expliqué avant.
profile-erase = Effacer mes données
erase-title = Effacer mes données
erase-lead = Votre nom, votre adresse et tout ce qui vous a été écrit disparaissent de ce que { $vendor } conserve ici. C’est irréversible.
erase-gone = Ce qui est effacé
erase-gone-profile = Votre nom, votre adresse e-mail, votre langue, votre fuseau horaire et vos choix dans le profil.
erase-gone-messages = Le texte de tous les messages dans le portail. Ce qui est dans votre boîte aux lettres y reste.
erase-gone-account = Vos visites et appareils, clés d’accès, calendrier et bibliothèque.
erase-gone-tie = Ce qui relie vos licences à vous.
erase-kept = Ce qui est conservé, et pourquoi
erase-kept-licenses = Vos licences sans vous : produit, numéro de série, dates, et laquelle en a remplacé une autre. Elles prouvent ce qui a été vendu et empêchent qu’un numéro de série serve deux fois.
erase-kept-number = Le numéro sous lequel { $vendor } gère de son côté une licence, par exemple celui d’une commande : grâce à lui, une ancienne liste est reconnue et ne ramène pas vos données. Ce que { $vendor } conserve ailleurs sous ce numéro n’est pas effacé ici.
erase-kept-proof = Le fait que des messages à leur sujet ont été envoyés, et quand, sans texte ni adresse : { $vendor } doit pouvoir le prouver.
erase-kept-record = Le fait qu’un effacement a eu lieu, et quand, sans dire de qui.
erase-kept-copies = Les sauvegardes que { $vendor } a faites auparavant contiennent vos données jusqu’à ce que de plus récentes les remplacent.
erase-then = Ce que cela change pour vous
erase-then-works = Votre produit continue de fonctionner avec son fichier clé, jusqu’au dernier jour de la licence.
erase-then-silence = Plus aucun message n’arrive, ni aucun rappel avant la fin d’une licence. Un message en route à cet instant peut encore arriver.
erase-then-lost = Personne ne peut plus retrouver vos numéros de série et vos fichiers clés par votre adresse, { $vendor } non plus.
erase-then-renewal = Ces licences ne peuvent plus être renouvelées en gardant les jours restants, et un numéro de série volé ne peut plus être remplacé.
erase-then-unregistered = Un numéro de série pas encore enregistré peut l’être par quiconque le connaît : gardez-le en lieu sûr.
erase-then-again = Vous pouvez à tout moment enregistrer une nouvelle licence avec la même adresse. Tout repart alors de zéro.
erase-save = Gardez d’abord ce qu’il vous faut
erase-save-licenses = Les certificats portent vos numéros de série en entier. Imprimez-les ou notez les numéros.
erase-save-more = { $count ->
    [one] { $count } autre licence en cours
    [many] { $count } autres licences en cours
   *[other] { $count } autres licences en cours
}
erase-confirm = Effacer définitivement
erase-sign-in = Pour votre protection, il faut une connexion des { $minutes } dernières minutes. Connectez-vous encore une fois, et nous vous ramenons ici.
erase-sign-in-go = Se connecter encore une fois
erase-type = Pour confirmer, saisissez votre adresse : { $address }
erase-go = Effacer définitivement mes données
erase-stay = Tout laisser en l’état
erased-title = Vos données ont été effacées
erased-text = { $vendor } n’a plus ici ni votre nom ni votre adresse, et toutes vos connexions sont fermées.
erased-licenses = { $count ->
    [0] Vos messages et votre compte n’existent plus.
    [one] Une licence n’appartient plus à personne. Son produit continue de fonctionner avec son fichier clé.
    [many] { $count } licences n’appartiennent plus à personne. Leurs produits continuent de fonctionner avec leurs fichiers clés.
   *[other] { $count } licences n’appartiennent plus à personne. Leurs produits continuent de fonctionner avec leurs fichiers clés.
}
erased-at = Effacement
erased-number = Numéro de cet effacement
erased-number-hint = Gardez-le si vous le souhaitez : il prouve qu’un effacement a eu lieu, et quand, sans dire de qui.
erased-home = Vers la page d’accueil
problem-other-address = Ce n’est pas l’adresse de votre connexion.
problem-sign-in-again = Votre connexion est trop ancienne pour cela. Connectez-vous encore une fois.

## Changer d’adresse

profile-address = Adresse e-mail
profile-address-text = Les messages sur vos licences arrivent à cette adresse, et vous vous connectez avec elle. Pour en changer, indiquez la nouvelle ici : nous y envoyons un message, et dès que vous l’aurez confirmé, toutes vos licences y seront rattachées.
field-new-address = Nouvelle adresse e-mail
address-ask = Envoyer le message
address-sent = Le message est en route.
address-waits = En attente de confirmation :
address-waits-text = Ouvrez le lien du message ici, où vous avez ouvert votre session. D’ici là, rien ne change.
address-waits-until = Le lien fonctionne jusqu’au
address-again = Envoyer de nouveau
address-cancel = Abandonner le changement
address-before = Auparavant, vos licences étaient rattachées à cette adresse :
address-undo-until = De là, le changement peut être annulé, et aucun numéro de série n’est remplacé, jusqu’au
address-confirm-title = Changer d’adresse ?
address-confirm-text = Toutes vos licences seront rattachées à la nouvelle adresse.
address-confirm-now = Adresse actuelle
address-confirm-mail = Les messages qui les concernent arriveront à la nouvelle adresse, et vous vous connecterez avec elle.
address-confirm-visits = Les autres appareils seront déconnectés.
address-confirm-undo = Nous prévenons l’ancienne adresse. De là, le changement peut être annulé pendant 72 heures ; pendant ce délai, aucun numéro de série ne peut être remplacé.
address-confirm-go = Changer d’adresse
address-confirm-not = Ce n’est pas ce que vous voulez ? Quittez cette page, et rien ne change.
address-elsewhere-title = Connectez-vous pour confirmer
address-elsewhere-text = Pour qu’une faute de frappe ne donne vos licences à personne, une nouvelle adresse ne peut être confirmée qu’après connexion. Ouvrez ce lien sur l’appareil où vous l’avez demandé, ou connectez-vous ici avec l’adresse actuelle de vos licences.
address-elsewhere-go = Se connecter ici
address-elsewhere-not = Vous n’avez rien demandé ? Vous n’avez rien à faire : rien ne change.
address-failed-title = Ce lien ne fonctionne plus
address-failed-text = Il a déjà servi, il a été abandonné ou il est trop ancien. Votre profil montre l’adresse actuelle de vos licences et envoie un nouveau message.
address-failed-go = Vers mon profil
address-taken-title = Cette adresse n’est pas possible
address-taken-text = Vos licences ne peuvent pas être rattachées à cette adresse, et rien n’a changé. Indiquez-en une autre dans votre profil, ou demandez de l’aide : { $vendor }.
address-done-title = L’adresse a changé
address-done-text = Toutes vos licences sont désormais rattachées à { $address }. Connectez-vous dorénavant avec cette adresse.
address-done-undo = Nous prévenons { $old }. De là, le changement peut être annulé pendant 72 heures ; pendant ce délai, aucun numéro de série ne peut être remplacé.
undo-title = Annuler le changement d’adresse ?
undo-text = Toutes les licences seront de nouveau rattachées à { $old }.
undo-now = Elles sont actuellement rattachées à
undo-until = C’est possible jusqu’au
undo-out = Tous les appareils connectés seront déconnectés. Les clés d’accès et l’adresse du calendrier ne fonctionneront plus.
undo-later = Les changements d’adresse ultérieurs seront annulés aussi.
undo-go = Annuler le changement
undo-not = Ce changement vient de vous ? Vous n’avez rien à faire.
undone-title = Le changement est annulé
undone-text = Toutes les licences sont de nouveau rattachées à { $address }. Plus aucun appareil n’est connecté ; les clés d’accès et l’adresse du calendrier ne fonctionnent plus.
undone-next = Connectez-vous et vérifiez que tout est en ordre. Si quelqu’un d’autre a pu voir un numéro de série, remplacez-le.
undone-go = Se connecter
undo-over-title = Ce n’est plus possible ici
undo-over-text = Un changement d’adresse peut être annulé pendant 72 heures. Si vous ne l’avez pas voulu, demandez de l’aide : { $vendor }.
undo-over-go = Vers { $vendor }
possible-from = Possible à partir du
