# Las palabras de las páginas en español. El nombre del fabricante viene de los ajustes, como { $vendor }.

language-name = Español

## En cada página

skip-to-content = Ir al contenido
languages = Idioma
footer-vendor = Visitar { $vendor }
ribbon-text = Esto es una demostración: ningún mensaje sale de este equipo.
ribbon-back = Volver a la demostración
ribbon-home = La página de inicio de los titulares

## Fechas, listas y pasos

date-day = { $day } de { $month ->
    [1] enero
    [2] febrero
    [3] marzo
    [4] abril
    [5] mayo
    [6] junio
    [7] julio
    [8] agosto
    [9] septiembre
    [10] octubre
    [11] noviembre
   *[12] diciembre
} de { $year }
date-weekday = { $weekday ->
    [1] lunes
    [2] martes
    [3] miércoles
    [4] jueves
    [5] viernes
    [6] sábado
   *[7] domingo
}
date-clock = { $hour }:{ $minute }
date-moment = { $day }, { $clock }
list-two = { $before } y { $next }
list-more = { $before }, { $next }
list-last = { $before } y { $next }
steps-two = { $before }, y luego { $next }
steps-more = { $before }, { $next }
steps-last = { $before }, y luego { $next }
at-once-registration = inmediatamente después del registro
at-once-renewal = inmediatamente después de la renovación
at-once-theft-attempt = en cuanto se detecta el intento
at-once-block = en cuanto se bloquea la licencia
before-expiry = { $last ->
    [one] { $days } día antes de la caducidad
    [many] { $days } días antes de la caducidad
   *[other] { $days } días antes de la caducidad
}
on-expiry = el día de la caducidad
after-expiry = { $last ->
    [one] { $days } día después de la caducidad
    [many] { $days } días después de la caducidad
   *[other] { $days } días después de la caducidad
}
before-deletion = { $last ->
    [one] { $days } día antes de la fecha de caducidad de la licencia bloqueada
    [many] { $days } días antes de la fecha de caducidad de la licencia bloqueada
   *[other] { $days } días antes de la fecha de caducidad de la licencia bloqueada
}

## Los tipos de mensajes

kind-serial-number = Número de serie
kind-key-file = Archivo de clave
kind-mobile-offer = Protección para dispositivos móviles
kind-account-invitation = Invitación a crear una cuenta
kind-renewal-reminder = Recordatorio de renovación
kind-renewal-confirmation = Renovación confirmada
kind-theft-attempt = Intento de robo de una licencia
kind-license-blocked = Licencia bloqueada
kind-license-replaced = Número de serie sustituido
kind-blocked-license-deletion = Eliminación de una licencia bloqueada
kind-address-changed = Cambio de dirección

about-serial-number = Le trae el número de serie de una licencia emitida a su nombre.
about-key-file = Le trae el archivo de clave de su licencia una vez registrado su número de serie.
about-mobile-offer = Le informa de que sus dispositivos móviles se pueden proteger gratis.
about-account-invitation = Le invita a usar Mi { $vendor }, si todavía no lo usa.
about-renewal-reminder = Le avisa de que su licencia va a caducar, o ha caducado, y de cómo renovarla. Después de una renovación no llegan más recordatorios.
about-renewal-confirmation = Confirma que su licencia se ha renovado y hasta cuándo es válida la nueva.
about-theft-attempt = Le advierte de que alguien indicó su número de serie con una dirección de correo electrónico que no es la suya: cuándo, dónde y cuántas veces. El número de serie se puede sustituir.
about-license-blocked = Le informa de que una licencia ya no funciona y por qué.
about-license-replaced = Le trae el nuevo número de serie y el archivo de clave después de una sustitución.
about-blocked-license-deletion = Después de una renovación o de una compra adicional, la licencia anterior se bloquea. Este mensaje dice qué día se eliminará; si llega más tarde, la eliminación espera otro tanto.
about-address-changed = Se envía a la dirección antigua y a la nueva cuando cambia la dirección de sus licencias.

## Inicio

home-title = Sus licencias, en buenas manos
home-lead = { $vendor } guarda aquí sus licencias y le informa a tiempo de lo que ocurre con ellas.
home-my-text = Sus mensajes, sus licencias y sus archivos de clave en un solo lugar.
home-my-how = Sin contraseña: un enlace llega por correo electrónico.
home-my-go = Iniciar sesión
home-register-text = ¿Tiene un número de serie? Regístrelo y reciba al momento el archivo de clave.
home-renew-text = Indique su licencia y el nuevo número de serie, y vea lo que obtiene antes de que cambie nada.
home-renew-go = Renovar
home-schedule-text = Qué mensajes recibirá de nosotros sobre su licencia y cuándo.
home-schedule-go = Ver los mensajes

## Mensajes que puede esperar

schedule-title = Mensajes que puede esperar
schedule-lead = { $vendor } envía estos mensajes a los titulares de sus licencias. Llegan por correo electrónico a la dirección de la licencia, en su idioma, y se pueden leer siempre en Mi { $vendor }.
schedule-home = Para el hogar
schedule-business = Para empresas
schedule-not-sent = no se envía
schedule-hour = Se envía a las { $clock }, en su hora local.
schedule-note = Nota { $number }
schedule-note-back = Volver al lugar de la nota { $number }
schedule-always-title = Se envían cuando ocurre algo
schedule-always-text = Estos mensajes traen algo que necesita o protegen sus licencias. Los reciben todos los titulares, al momento.
schedule-decline-title = Qué puede dejar de recibir
schedule-decline-text = Un mensaje opcional lleva al final un enlace para ello: un clic y no llegan más correos de ese tipo. El mensaje se sigue encontrando en Mi { $vendor }. Todos los demás mensajes se envían siempre, porque su licencia depende de ellos.
schedule-notes-title = Notas
decline-never = Se envía siempre: no es opcional.
decline-always = Se puede dejar de recibir.
decline-after-expiry = Los recordatorios posteriores a la fecha de caducidad se pueden dejar de recibir; los demás se envían siempre.
note-of-license = No se envía para { $products }.
note-of-holder = No se envía a titulares que ya tienen { $products }.

## Inicio de sesión

field-email = Dirección de correo electrónico
field-serial = Número de serie
field-previous = Número de serie anterior
field-new-serial = Nuevo número de serie
field-key-file = Archivo de clave de la licencia que tiene
field-key-text = O su texto
field-product = Producto
field-name = Su nombre o empresa (opcional)
field-language = Idioma de nuestros mensajes
field-zone = Su zona horaria
field-wrong-email = Una dirección de correo electrónico que no es la del titular
sign-in-title = Iniciar sesión en Mi { $vendor }
sign-in-text = Indique la dirección de correo electrónico de su licencia. Enviaremos allí un enlace y un código; no hace falta contraseña.
sign-in-send = Enviar el enlace
sign-in-sent-title = Mire en su buzón
sign-in-sent-text = Si hay una licencia asociada a esta dirección, un mensaje está en camino. Su enlace y su código funcionan una sola vez, durante { $minutes ->
    [one] { $minutes } minuto
    [many] { $minutes } minutos
   *[other] { $minutes } minutos
}.
sign-in-sent-nothing = ¿No ha llegado nada? Mire en el correo no deseado o pruebe con la dirección a la que se envió su número de serie.
sign-in-again = Probar otra dirección
sign-in-confirm-text = Un clic más y la sesión quedará iniciada en este dispositivo.
sign-in-confirm-go = Iniciar sesión
sign-in-confirm-not-you = ¿No lo ha solicitado? Cierre esta página; no ha ocurrido nada.
sign-in-failed-title = Este enlace o código ya no funciona
sign-in-failed-text = Ya se usó, es demasiado antiguo o se escribieron demasiados códigos erróneos. Pida un mensaje nuevo; llega al momento.
sign-in-failed-go = Pedir un mensaje nuevo

## El portal

my-title = Mi { $vendor }
my-messages = Mensajes
my-licenses = Licencias
my-unread = { $count ->
    [one] ({ $count } sin leer)
    [many] ({ $count } sin leer)
   *[other] ({ $count } sin leer)
}
my-signed-in = Sesión iniciada:
my-sign-out = Cerrar sesión
came-back-title = El correo enviado a { $address } vuelve
came-back-since = Desde el { $day } no enviamos nada allí. Todos sus mensajes están aquí, en el portal.
came-back-do = ¿Funciona la dirección? Pida que se envíe allí un enlace para iniciar sesión. Cuando lo haya usado, los mensajes volverán a enviarse allí.
came-back-send = Enviar un enlace a esta dirección
came-back-change = Otra dirección: su perfil
about-more = { $count ->
    [one] y { $count } licencia más
    [many] y { $count } licencias más
   *[other] y { $count } licencias más
}
messages-none = Todavía no hay mensajes. Cuando ocurra algo con su licencia, lo encontrará aquí.
messages-pages = Mensajes más recientes y más antiguos
messages-newer = Más recientes
messages-older = Más antiguos
message-unread = Sin leer
message-back = Todos los mensajes
message-sent = Fecha
message-about = Licencia
message-fate = Correo electrónico
messages-all-read = Marcar todo como leído
messages-filter = Elegir mensajes
messages-filter-go = Mostrar
messages-every-license = Todas las licencias
messages-every-kind = Todos los tipos
messages-count = { $count ->
    [0] Ningún mensaje
    [one] { $count } mensaje
    [many] { $count } mensajes
   *[other] { $count } mensajes
}
messages-show-all = Mostrar todos los mensajes
messages-no-match = Ningún mensaje corresponde a esta selección.
message-eml = Guardar el correo completo (.eml)
message-eml-anew = El archivo tiene las mismas palabras que el correo enviado; una versión más reciente del programa lo escribe de forma algo distinta.
message-eml-alone = Este mensaje llegó junto con otros en un solo correo; el archivo contiene solo este, completo.
message-mark-unread = Marcar como no leído
fate-text-waiting = Saldrá hacia { $address } en cuanto el servidor de correo lo acepte.
fate-text-accepted = El servidor de correo de { $address } lo aceptó:
fate-text-unknown = Salió hacia { $address }, pero se perdió la respuesta del servidor de correo. Nos ocupamos de ello; puede que llegue dos veces.
fate-text-bounced = Volvió de { $address }. El mensaje está aquí de todos modos. Se envió:
fate-text-failed = El servidor de correo de { $address } lo rechazó. El mensaje está aquí de todos modos. Detectado:
fate-text-declined = Usted eligió no recibir estos correos. El mensaje está aquí de todos modos.
fate-text-held = { $address } no acepta nuestros correos. El mensaje está aquí de todos modos.
message-files = Archivos
fate-waiting = En camino
fate-accepted = Correo enviado
fate-unknown = Correo enviado, aún sin confirmar
fate-bounced = El correo volvió
fate-failed = Correo rechazado
fate-declined = Sin correo, como usted eligió
fate-held = Sin correo: su dirección no lo acepta
status-active = Activa
status-unregistered = Por registrar
status-expired = Caducada
status-blocked = Bloqueada
status-deleted = Eliminada
license-days-left = { $days ->
    [0] Caduca hoy
    [one] Queda { $days } día
    [many] Quedan { $days } días
   *[other] Quedan { $days } días
}
license-days-past = { $days ->
    [one] Caducó hace { $days } día
    [many] Caducó hace { $days } días
   *[other] Caducó hace { $days } días
}
license-to-register = Registre su número de serie para obtener el archivo de clave.
license-registered = Registrada el
license-expires = Caduca el
license-devices = Dispositivos
license-blocked-on = Bloqueada el
license-deletion = Se eliminará el
license-valid-until = Válida hasta el
license-renew = Renovar o añadir dispositivos
license-replace = Sustituir el número de serie
my-library = Biblioteca
library-lead = Páginas breves de ayuda sobre licencias. Guarde las que quiera volver a encontrar.
library-mine = Mi biblioteca
library-mine-none = Todavía no guarda ninguna página. Con «+ Añadir a la biblioteca» la guarda aquí.
library-all = Todas las páginas
library-add = + Añadir a la biblioteca
library-kept = En mi biblioteca
library-remove = Quitar de mi biblioteca
library-back = Todas las páginas de ayuda
count-days = { $count ->
    [one] { $count } día
    [many] { $count } días
   *[other] { $count } días
}
count-months = { $count ->
    [one] { $count } mes
    [many] { $count } meses
   *[other] { $count } meses
}
licenses-tabs = Licencias según su estado
tab-active = Activas
tab-expired = Caducadas
tab-blocked = Bloqueadas
tab-none-active = Ninguna licencia está activa. Registre un número de serie o mire entre las caducadas.
tab-none-expired = No ha caducado nada. Avisamos antes de que ocurra.
tab-none-blocked = Ninguna licencia está bloqueada.
license-back = Todas las licencias
license-certificate = Certificado para imprimir
license-previous = Sustituyó a:
license-successor = Sustituida por:
license-coming = Lo que viene
license-coming-text = Estos mensajes llegarán si nada cambia. Una renovación pone fin a los recordatorios.
license-coming-none = No hay ningún mensaje previsto sobre esta licencia.
license-past = Lo que ha pasado
license-attempts = Intentos de usar su número de serie
license-attempts-text = { $count ->
    [one] Alguien indicó su número de serie { $count } vez con una dirección de correo electrónico que no es la suya. No se reveló nada.
    [many] Alguien indicó su número de serie { $count } veces con una dirección de correo electrónico que no es la suya. No se reveló nada.
   *[other] Alguien indicó su número de serie { $count } veces con una dirección de correo electrónico que no es la suya. No se reveló nada.
}
license-attempts-times = { $count ->
    [one] { $count } vez
    [many] { $count } veces
   *[other] { $count } veces
}
service-registration = registro
service-renewal = renovación
service-expansion = compra adicional
service-replacement = sustitución del número de serie
service-key-file = solicitud del archivo de clave
life-issued = Número de serie emitido
life-imported = Tomada de registros anteriores
life-corrected = Fechas corregidas
life-registered = Registrada
life-renewal = Registrada como renovación
life-expansion = Registrada como compra adicional
life-replacement = Emitida en lugar de un número de serie robado
life-key-file-asked = Archivo de clave solicitado de nuevo
life-renewed = Renovada: otra licencia la sustituyó
life-expanded = Ampliada: otra licencia la sustituyó
life-replaced = Número de serie sustituido
life-blocked = Bloqueada
life-lifted = Bloqueo levantado
life-deleted = Eliminada
life-address-changed = Asociada a otra dirección de correo
life-address-restored = Cambio de dirección deshecho
certificate-title = Certificado de licencia
certificate-text = { $vendor } certifica que esta licencia está registrada a favor de su titular.
certificate-holder = Titular
certificate-key = Archivo de clave firmado con
certificate-id = Licencia
certificate-made = Fecha del certificado
certificate-back = Volver a la licencia
certificate-care = Esta es la única página con el número de serie completo. Imprímala y guárdela en un lugar seguro: quien conozca el número podría intentar usarlo.
license-key-file = Descargar el archivo de clave
blocked-renewed = Se renovó: la nueva licencia la ha sustituido.
blocked-expanded = Una compra adicional la ha sustituido.
blocked-compromised = Se sustituyó su número de serie porque lo conocían otras personas.
blocked-other = La bloqueó el fabricante.

## Registro

form-problems = { $count ->
    [one] Revise { $count } campo
    [many] Revise { $count } campos
   *[other] Revise { $count } campos
}
hint-serial = Tal como figura en el mensaje o la tarjeta en que llegó. No importan las minúsculas, los espacios ni los guiones que falten; la O cuenta como 0, y la I y la L como 1.
doubt-groups = { $count ->
    [one] Si hay un solo carácter erróneo, búsquelo en el grupo { $groups } de los cuatro.
    [many] Si hay un solo carácter erróneo, búsquelo en uno de estos grupos de los cuatro: { $groups }.
   *[other] Si hay un solo carácter erróneo, búsquelo en uno de estos grupos de los cuatro: { $groups }.
}
doubt-go-on = Está escrito exactamente así
doubt-go-on-hint = Algunos números antiguos no tienen esta comprobación. Marque la casilla solo después de comparar cada carácter.
hint-zone = Los mensajes con fecha llegan a la hora de envío de esa zona.
register-title = Registrar un número de serie
register-text = Su licencia empieza hoy y recibe su archivo de clave: aquí, al momento, y por correo electrónico.
register-or-renew = ¿Ya tiene una licencia?
register-or-renew-go = Renuévela en su lugar y conserve los días restantes.
hint-register-email = La dirección a la que se envió el número de serie. Si llegó en una tarjeta o como regalo: la suya.
register-go = Registrar
register-again-hint = ¿Ya lo registró? Escriba otra vez lo mismo y le enviaremos de nuevo el archivo de clave.
registered-title = Registro completado
registered-text = Su licencia funciona desde hoy. El archivo de clave también va en camino a { $address }.
registered-again-title = El archivo de clave vuelve a estar en camino
registered-again-text = Este número de serie ya estaba registrado. Enviamos de nuevo su archivo de clave a { $address }.
fetch-minutes = { $minutes ->
    [one] Esta página está abierta { $minutes } minuto; después, el archivo de clave estará en su buzón.
    [many] Esta página está abierta { $minutes } minutos; después, el archivo de clave estará en su buzón.
   *[other] Esta página está abierta { $minutes } minutos; después, el archivo de clave estará en su buzón.
}
done-my = Sus licencias en Mi { $vendor }
unmatched-title = No ha funcionado
unmatched-text = No hemos encontrado ninguna licencia que se pueda usar aquí con este número de serie y esta dirección. Compare ambos, carácter por carácter, con el mensaje en el que llegó el número de serie.
unmatched-mail = Si los datos son correctos, hemos enviado un mensaje a la dirección de la licencia: en él se explica qué hacer.
unmatched-go = Intentar de nuevo
too-many-title = Espere un poco, por favor
too-many-text = Demasiados intentos han fallado. Puede intentarlo de nuevo en { $minutes ->
    [one] { $minutes } minuto
    [many] { $minutes } minutos
   *[other] { $minutes } minutos
}.
too-many-why = No hemos comprobado lo que escribió. Esta pausa protege a los titulares de quienes intentan adivinar; no se ha cambiado ni bloqueado nada suyo.
too-many-holder = ¿La licencia es suya? Inicie sesión: para sus propias licencias no hay pausa.
too-many-sign-in = Iniciar sesión
too-many-go = Volver al formulario

## Renovación

renew-title = Renovar una licencia
renew-text = Indique la licencia que tiene. Verá lo que aporta una renovación antes de que cambie nada y antes de comprar.
hint-renew-email = La dirección de la licencia que tiene. La nueva también quedará asociada a ella.
renew-how = ¿Qué ha comprado?
renew-renewal = Una renovación
renew-renewal-hint = La nueva licencia suma los días restantes.
renew-expansion = Una compra adicional
renew-expansion-hint = La nueva licencia cubre los dispositivos de ambas.
renew-next = Ver lo que obtengo
renew-next-hint = Todavía no cambia nada.
renew-own = Sus licencias
renew-sign-in = Con la sesión iniciada puede elegir entre sus licencias y no necesita el número de serie antiguo.
renew-sign-in-go = Iniciar sesión
renew-or-key-file = O usar el archivo de clave en lugar del número de serie
hint-key-file = El archivo que llegó con nuestro mensaje y está en la carpeta del programa; su nombre termina en .key. También sirve uno caducado.
renew-go-on = Continuar
renew-without-title = ¿No tiene a mano una licencia anterior?
renew-without-text = Puede registrar el nuevo número de serie sin ella y perder lo que aporta una renovación.
renew-without-see = Ver lo que se pierde
held-title = La licencia que tiene
held-expired = Caducó el
held-example = Lo que aporta una renovación
held-example-text = { $months ->
    [one] Un ejemplo: una licencia de { $months } mes, comprada al precio completo y registrada hoy.
    [many] Un ejemplo: una licencia de { $months } meses, comprada al precio completo y registrada hoy.
   *[other] Un ejemplo: una licencia de { $months } meses, comprada al precio completo y registrada hoy.
}
held-example-expansion = La misma licencia como compra adicional cubriría sus propios dispositivos y los de esta licencia (ahora { $devices }), hasta el { $day }.
held-new = ¿Tiene el nuevo número de serie?
held-shop = ¿Todavía no ha comprado nada?
held-shop-text = Vaya a la tienda de { $vendor }. El enlace dice para qué licencia es, así que allí no hace falta escribir su número.
held-shop-renewal = Comprar una renovación
held-shop-expansion = Comprar más dispositivos para ella
held-no-shop = Compre el nuevo número de serie a { $vendor } y vuelva después con él.
without-title = Sin licencia anterior
without-text = Un número de serie nuevo se puede registrar solo. Mire antes lo que se pierde.
without-renewal = Si compró una renovación
without-days = Los días que le quedan a la licencia anterior no se suman.
without-bonus = { $days ->
    [one] Una licencia comprada al precio completo no recibe el regalo de { $days } día.
    [many] Una licencia comprada al precio completo no recibe el regalo de { $days } días.
   *[other] Una licencia comprada al precio completo no recibe el regalo de { $days } días.
}
without-discount = { $days ->
    [one] Una licencia comprada con descuento dura { $days } día menos.
    [many] Una licencia comprada con descuento dura { $days } días menos.
   *[other] Una licencia comprada con descuento dura { $days } días menos.
}
without-example = { $months ->
    [one] Un ejemplo: { $months } mes, registrado hoy, llega hasta el { $end } en lugar del { $own }.
    [many] Un ejemplo: { $months } meses, registrados hoy, llegan hasta el { $end } en lugar del { $own }.
   *[other] Un ejemplo: { $months } meses, registrados hoy, llegan hasta el { $end } en lugar del { $own }.
}
without-old = La licencia anterior sigue por su cuenta hasta que caduque.
without-expansion = Si hizo una compra adicional
without-devices = Los dispositivos no se suman: cada licencia cubre los suyos.
without-two = Tendrá entonces dos licencias, con dos archivos de clave y dos fechas de caducidad.
without-for-good = Una vez registrado solo, esto no se puede cambiar.
without-back = Tengo la licencia anterior
without-go = Registrar sin ella
sum-title = Lo que obtiene
sum-text = Compruebe la cuenta. Todavía no ha cambiado nada.
sum-old = La licencia que tiene
sum-new = La nueva licencia
sum-caption = Cómo se calcula la fecha de caducidad
sum-own = { $months ->
    [one] { $day } más { $months } mes
    [many] { $day } más { $months } meses
   *[other] { $day } más { $months } meses
}
sum-old-end = La licencia que tiene es válida hasta el
sum-carried = Días restantes de la licencia que tiene
sum-bonus = Días de regalo por renovar
sum-deducted = Descontado: comprada con un descuento al que la licencia que tiene no da derecho
sum-plus = { $days ->
    [one] + { $days } día
    [many] + { $days } días
   *[other] + { $days } días
}
sum-minus = { $days ->
    [one] − { $days } día
    [many] − { $days } días
   *[other] − { $days } días
}
sum-later = La más tardía de ambas fechas: válida hasta el
sum-least = Una licencia dura al menos un día.
sum-devices = { $old } + { $new } = { $all }
sum-consequence = La licencia que tiene ({ $serial }) se bloquea de inmediato y más adelante se elimina. Sustituya su archivo de clave por el nuevo en sus dispositivos.
sum-renew = Renovar ahora
sum-add = Añadir ahora
sum-back = Escribir otros datos
renewed-title = Renovación completada
expanded-title = Ampliación completada
renewed-text = El nuevo archivo de clave también va en camino a { $address }. Póngalo en sus dispositivos en lugar del antiguo.
renewed-old = La licencia anterior
renewed-old-text = { $product } ({ $serial }) está ahora bloqueada.
renewed-deletion = Se eliminará el { $day }.
renewed-told = Le escribiremos una vez más antes, el { $day }.
renewed-untold = No se envía ningún otro mensaje sobre ella.

## Sustitución de un número de serie

replace-title = Sustituir un número de serie
replace-text = ¿Otras personas conocen su número de serie? Sustitúyalo: el antiguo deja de funcionar al momento y el nuevo llega por correo electrónico.
replace-door-text = Solo puede hacerlo el titular. Inicie sesión y elija después «Sustituir el número de serie» junto a la licencia.
replace-door-go = Iniciar sesión
replace-rule = { $days ->
    [one] Es gratis mientras quede al menos { $days } día.
    [many] Es gratis mientras queden al menos { $days } días.
   *[other] Es gratis mientras queden al menos { $days } días.
}
replace-none = Ninguna de sus licencias está activa ni bloqueada por su número de serie.
replace-quota = Sustituciones gratuitas restantes
replace-quota-of = { $left } de { $free }
replace-days-left = Días restantes
replace-confirm-title = ¿Sustituir este número de serie?
replace-confirm-old = El número de serie antiguo y su archivo de clave dejan de funcionar al momento, en todos los dispositivos.
replace-confirm-new = Un nuevo número de serie con la misma fecha de caducidad llegará a { $address } con su archivo de clave. Funciona de inmediato.
replace-confirm-quota = Esto consume una sustitución gratuita.
replace-confirm-go = Sustituir ahora
replace-back = Elegir otra licencia
replaced-title = Número de serie sustituido
replaced-text = El nuevo número de serie va en camino a { $address }. Su licencia ya funciona; ponga el nuevo archivo de clave en sus dispositivos.
replaced-old = El número de serie antiguo { $serial } está bloqueado.
replaced-go = Todas las licencias

## Cuando algo no funciona

not-found-title = Aquí no hay nada
not-found-text = Puede que la dirección esté mal escrita o que la página se haya movido.
not-found-go = Ir a la página de inicio
refused-title = No ha funcionado
refused-go = Volver
broken-title = Algo ha fallado por nuestra parte
broken-text = No es culpa suya. Inténtelo de nuevo dentro de un minuto; si vuelve a ocurrir, dé a { $vendor } esta referencia:
broken-mark = Referencia:
problem-empty = Rellene este campo.
problem-not-an-address = No es una dirección de correo electrónico. Se escribe así: nombre@example.com.
problem-same-address = Esta ya es su dirección.
problem-not-a-serial = Un número de serie tiene 16 letras y cifras: XXXX-XXXX-XXXX-XXXX.
problem-doubtful-serial = Mire este número otra vez: sus dos últimos caracteres comprueban los demás, y aquí no concuerdan.
problem-not-a-key-file = No es un archivo de clave completo. Elija el archivo tal como llegó o pegue todo su texto.
problem-foreign-key-file = Este archivo de clave no se hizo aquí.
problem-changed-key-file = Este archivo de clave se modificó después de crearse. Elíjalo tal como llegó con nuestro mensaje.
problem-not-a-name = Un nombre no tiene saltos de línea y tiene 200 caracteres como máximo.
problem-not-a-zone = Esa zona horaria no existe. Elija una de la lista.
problem-no-replacement-left = Su número de serie ya no se puede sustituir gratis. Pida ayuda al fabricante.
problem-too-few-days-left = Quedan muy pocos días para sustituir su número de serie. Renueve la licencia en su lugar.
problem-address-just-changed = La dirección de sus licencias ha cambiado hace poco. Mientras se pueda deshacer, no se sustituye ningún número de serie ni se borran datos.
problem-too-many-tries = Demasiados intentos han fallado. Espere unos minutos antes del siguiente.
problem-no-match = Ninguna licencia tiene este número de serie y esta dirección. Compare ambos con el mensaje en el que llegó el número de serie.
problem-already-registered = Este número de serie ya está registrado. Su archivo de clave está en el portal.
problem-not-registered = Esta licencia todavía no está registrada. Registre antes su número de serie.
problem-blocked = Esta licencia está bloqueada. Hay un mensaje sobre ello en el portal.
problem-already-renewed = Esta licencia ya se renovó. Indique la licencia que la sustituyó.
problem-same-license = El número de serie antiguo y el nuevo son iguales. Indique dos distintos.
problem-broken-form = El formulario no llegó completo. Abra su página de nuevo y rellénelo otra vez.
problem-clock-stays = El reloj solo va hacia delante y ya no puede avanzar más.
problem-not-here = Esto no se puede hacer aquí.

## La demostración

demo-title = Vea Tenure en acción
demo-what-1 = Tenure guarda las licencias de un fabricante de software y cuenta a cada titular, en su idioma y a su hora local, lo que ocurre con su licencia.
demo-what-2 = Cada mensaje sale exactamente una vez, solo mientras es cierto, y se puede leer siempre en el portal del titular.
demo-what-3 = Aquí funciona en un entorno cerrado: los titulares son inventados, usted mueve el reloj y el correo no sale de esta página.
demo-jumps = En esta página
demo-jump-programme = Seis mensajes
demo-jump-decisions = Decisiones
demo-clock-title = El reloj
demo-next = Próximo mensaje:
demo-next-none = No hay ningún mensaje a la vista.
demo-move-notice = Al próximo mensaje
demo-move-day = +1 día
demo-move-week = +1 semana
demo-move-month = +1 mes
demo-move-sleep = Dormir un mes y despertar
demo-sleep-hint = Mientras Tenure duerme, no sale nada. Al despertar envía solo el paso más reciente de cada licencia y dice lo que ha omitido.
report-title = Qué ha ocurrido
report-slept = Tenure durmió, despertó y se puso al día.
report-accepted = { $count ->
    [one] { $count } mensaje enviado
    [many] { $count } mensajes enviados
   *[other] { $count } mensajes enviados
}
report-superseded = { $count ->
    [one] { $count } omitido por un paso más reciente
    [many] { $count } omitidos por pasos más recientes
   *[other] { $count } omitidos por pasos más recientes
}
report-late = { $count ->
    [one] { $count } omitido: demasiado tarde
    [many] { $count } omitidos: demasiado tarde
   *[other] { $count } omitidos: demasiado tarde
}
report-canceled = { $count ->
    [one] { $count } cancelado: su motivo desapareció
    [many] { $count } cancelados: su motivo desapareció
   *[other] { $count } cancelados: su motivo desapareció
}
report-deferred = { $count ->
    [one] { $count } se intentará de nuevo
    [many] { $count } se intentarán de nuevo
   *[other] { $count } se intentarán de nuevo
}
report-failed = { $count ->
    [one] { $count } rechazado definitivamente
    [many] { $count } rechazados definitivamente
   *[other] { $count } rechazados definitivamente
}
report-deleted = { $count ->
    [one] { $count } licencia eliminada
    [many] { $count } licencias eliminadas
   *[other] { $count } licencias eliminadas
}
report-nothing = No había nada que enviar.
demo-programme-title = Los seis mensajes del programa
demo-programme-seen = Vistos hasta ahora: { $seen } de { $total }.
demo-seen = visto
demo-not-seen = todavía no
guide-next = A continuación:
guide-all = Los ha visto todos. Adelante el reloj y mire, o póngase en el lugar de un titular.
guide-key-file = registre el número de serie que está listo en el primer formulario de abajo. El archivo de clave llega al momento.
guide-mobile-offer = registre un número de serie de un producto para el hogar en el primer formulario de abajo. La oferta llega con el archivo de clave.
guide-account-invitation = registre un número de serie para un titular que nunca haya iniciado sesión: en el primer formulario de abajo.
guide-renewal-reminder = pulse «Al próximo mensaje» hasta que salga un recordatorio.
guide-theft-attempt = pruebe una dirección errónea en el tercer formulario de abajo. El titular recibe un aviso al momento.
guide-blocked-license-deletion = renueve una licencia para el hogar en el segundo formulario de abajo y adelante el reloj. El mensaje llega 30 días antes de que se elimine la licencia antigua.
demo-mails-title = Correo retenido
demo-mails-none = Todavía no hay correo. Adelante el reloj o registre un número de serie.
demo-shown = { $count ->
    [one] El más reciente: { $shown } de { $count }
    [many] Los más recientes: { $shown } de { $count }
   *[other] Los más recientes: { $shown } de { $count }
}
demo-decisions-title = Qué se decidió y por qué
demo-decisions-none = Todavía no se ha decidido nada. Adelante el reloj.
state-due = En espera
state-sending = Enviándose
state-unknown = Respuesta perdida
state-accepted = Enviado
state-bounced = Devuelto
state-complained = No deseado
state-superseded = Superado
state-late = Tarde
state-canceled = Cancelado
state-held = Solo en el portal
state-failed = Rechazado
why-renewed = La licencia se renovó, así que esto ya no era cierto.
why-expanded = Una compra adicional sustituyó la licencia.
why-replaced = Se sustituyó el número de serie.
why-blocked = Se bloqueó la licencia.
why-lifted = Se levantó el bloqueo.
why-deleted = Se eliminó la licencia.
why-corrected = Se corrigieron las fechas de la licencia.
why-unscheduled = El calendario ya no incluye este paso.
why-no_address = La licencia no tiene dirección.
why-already_has = Lo que se ofrece ya está disponible.
why-operator = Lo canceló el equipo del fabricante.
why-out_of_time = Se perdió la respuesta del servidor de correo y se agotó el plazo.
why-newer_step_due = También tocaba un paso más reciente, y solo salió ese.
why-limit_passed = Se agotó su plazo antes de que pudiera enviarse.
why-declined = Se eligió no recibir correos de este tipo; el mensaje está en el portal.
why-suppressed = La dirección no acepta correo; el mensaje está en el portal.
why-other = El servidor de correo dio otro motivo.
demo-forms-title = Pruébelo
form-register-title = Registrar un número de serie
form-register-hint = Empieza el plazo y el archivo de clave sale al momento.
form-register-go = Registrar
form-register-done = Registro completado. El archivo de clave está en el correo retenido.
form-renew-title = Renovar una licencia
form-renew-hint = La nueva licencia suma los días restantes; los recordatorios de la antigua se cancelan.
form-renew-go = Renovar
form-renew-done = Renovación completada. La licencia antigua está bloqueada y sus recordatorios, cancelados.
form-theft-title = Probar una dirección errónea
form-theft-hint = Recibe la respuesta que recibiría una persona ajena. El titular recibe un aviso.
form-theft-go = Probar
form-theft-done = La persona ajena no supo nada. El titular ha recibido el aviso.
demo-holders-title = Titulares de ejemplo
demo-holders-text = Cada titular vive en su propia zona horaria: un mensaje llega a la hora de envío de allí, no de aquí.
holder-language = Idioma: { $language }
holder-next = A continuación:
holder-next-none = No hay nada más previsto.
holder-be = Ponerse en su lugar
mail-to = Para
mail-when = Retenido
mail-kind = Mensaje
mail-other = Un enlace para iniciar sesión u otro correo solicitado
mail-faces = Vistas de este correo
mail-html = Como se ve
mail-text = Como texto
mail-source = Código fuente

# Dejar de recibir un tipo de mensajes
decline-title = Recibir menos mensajes
decline-text = Los mensajes de este tipo ya no llegarán por correo electrónico: «{ $kind }». Los seguirá encontrando entre sus mensajes.
decline-go = Dejar de recibir estos mensajes
decline-duties = Los archivos de clave, los recordatorios antes de la caducidad, los intentos de robo y las eliminaciones se comunican siempre por correo electrónico.
decline-done-title = Hecho
decline-done-text = «{ $kind }» ya no llegará por correo electrónico. Seguirá encontrando esos mensajes entre los suyos.
decline-done-go = A mis mensajes

sign-in-then = Después le llevaremos de vuelta adonde iba.
sign-in-sent-here = Abra el enlace en este navegador o escriba el código aquí.
field-code = Código del mensaje
hint-code = Ocho cifras. Puede leerlas en cualquier dispositivo.
sign-in-code-go = Iniciar sesión
sign-in-code-left = { $count ->
    [one] Le queda { $count } intento.
    [many] Le quedan { $count } intentos.
   *[other] Le quedan { $count } intentos.
}
problem-wrong-code = Este no es el código del último mensaje.
sign-in-elsewhere-title = Abra este enlace donde lo pidió
sign-in-elsewhere-text = Por su seguridad, solo se abre en el navegador en el que se indicó la dirección. No se ha gastado nada.
sign-in-elsewhere-code = ¿Lee el mensaje en otro dispositivo? Escriba su código allí, en la página abierta.
sign-in-elsewhere-again = ¿Quiere iniciar sesión aquí? Entonces pida aquí un mensaje nuevo.
sign-in-elsewhere-go = Iniciar sesión aquí
sign-in-elsewhere-not-you = ¿No lo ha pedido usted? Cierre esta página y no dé el código a nadie.
why-undone = El cambio de dirección del que informa se deshizo.
why-erased = Los datos del titular se borraron.
my-profile = Perfil
profile-saved = Guardado.
profile-you = Sobre usted
profile-save = Guardar
profile-sent = Qué le enviamos
profile-sent-text = Cada mensaje está también en Mi { $vendor }, elija lo que elija aquí.
profile-choose = Por correo, si lo desea
profile-save-choice = Guardar la elección
profile-always = Siempre por correo
profile-always-text = Estos mensajes le traen lo que necesita para su licencia o la protegen de extraños y de perderse. Por eso no se puede renunciar a ellos.
profile-visits = Dónde ha iniciado sesión
profile-visits-text = ¿No reconoce alguno? Cierre su sesión. Una sesión termina por sí sola a las 12 horas.
visit-browser-on = { $browser }, { $platform }
visit-unknown = Un navegador que no conocemos
visit-here = Este dispositivo
visit-begun = Inicio de sesión:
visit-seen = Última visita, con precisión de una hora:
visit-end = Cerrar sesión
visit-end-others = Cerrar la sesión en los demás dispositivos
profile-passkeys = Llaves de acceso
profile-passkeys-text = Con una llave de acceso inicia sesión con su huella, su cara o el PIN de su dispositivo, sin esperar ningún mensaje. El acceso por correo electrónico sigue siempre abierto. Una llave que elimine aquí ya no sirve para entrar, aunque su dispositivo la siga ofreciendo.
passkey-or = O sin esperar ningún mensaje:
passkey-sign-in = Iniciar sesión con una llave de acceso
passkey-made = Añadida:
passkey-used = Último uso:
passkey-unused = Aún no se ha usado
passkey-unnamed = Llave de acceso
passkey-remove = Eliminar
passkey-name = Nombre de la nueva llave de acceso
passkey-name-hint = Para reconocerla después, por ejemplo Teléfono u Oficina. Si lo deja vacío, recibe el nombre de este navegador.
passkey-add = Añadir una llave de acceso
passkey-problem-canceled = No ha pasado nada: usted canceló, o tardó demasiado. Inténtelo de nuevo, o inicie sesión por correo electrónico.
passkey-problem-gone = Ha tardado demasiado. Inténtelo otra vez.
passkey-problem-wrong = Esta llave de acceso no sirve para entrar aquí. Quizá se eliminó. Inicie sesión por correo electrónico.
passkey-problem-wait = Demasiados intentos incorrectos. Espere unos minutos, o inicie sesión por correo electrónico.
passkey-problem-known = Este dispositivo ya tiene una llave de acceso suya.
passkey-problem-many = Tiene todas las llaves de acceso posibles. Elimine primero una.
passkey-problem-failed = No ha funcionado. Inténtelo otra vez dentro de un momento.
profile-calendar = Calendario
profile-calendar-text = Tenga los últimos días de sus licencias en su calendario. Se actualiza solo: tras una renovación, el día antiguo desaparece y aparece el nuevo.
calendar-make = Crear un calendario
calendar-again = Crear una dirección nueva
calendar-revoke = Revocar la dirección
calendar-since = Su calendario tiene su dirección desde:
calendar-made = Su calendario está listo. Una dirección anterior ya no funciona.
calendar-address = Dirección de su calendario
calendar-secret = Se muestra solo ahora, y quien la tenga puede ver sus productos y fechas. Añádala a su programa de calendario como suscripción.
calendar-subscribe = Suscribirse en mi calendario
calendar-name = Licencias de { $vendor }
calendar-summary = { $product }: la licencia termina hoy
calendar-description = Número de serie { $serial }. Es válida hasta el final de este día.
profile-data = Sus datos
profile-data-text = Todo lo que se guarda sobre usted, en un archivo: perfil, licencias, mensajes, lo que ocurrió con sus licencias y dónde ha iniciado sesión.
profile-export = Descargar mis datos

profile-erase-text = Todo esto se puede borrar para siempre. Antes le diremos qué queda entonces y qué significa para usted.
profile-erase = Borrar mis datos
erase-title = Borrar mis datos
erase-lead = Con esto, su nombre, su dirección y todo lo que se le escribió desaparecen de lo que { $vendor } guarda aquí. No se puede deshacer.
erase-gone = Qué se borra
erase-gone-profile = Su nombre, su dirección de correo electrónico, su idioma, su zona horaria y lo que eligió en el perfil.
erase-gone-messages = El texto de todos los mensajes en el portal. Lo que está en su buzón se queda allí.
erase-gone-account = Sus visitas y dispositivos, llaves de acceso, calendario y biblioteca.
erase-gone-tie = Lo que une sus licencias con usted.
erase-kept = Qué se conserva y por qué
erase-kept-licenses = Sus licencias sin usted: producto, número de serie, fechas y cuál sustituyó a otra. Prueban lo que se vendió e impiden que un número de serie se use dos veces.
erase-kept-number = El número con el que { $vendor } identifica una licencia en sus propios sistemas, por ejemplo el de un pedido: gracias a él se reconoce una lista antigua, que así no devuelve aquí sus datos. Lo que { $vendor } guarda en otro lugar con ese número no se borra aquí.
erase-kept-proof = Que se enviaron mensajes sobre ellas y cuándo, sin texto ni dirección: { $vendor } tiene que poder demostrarlo.
erase-kept-record = Que hubo un borrado y cuándo, sin decir de quién.
erase-kept-copies = Las copias de seguridad que { $vendor } hizo antes tienen sus datos hasta que otras más recientes las sustituyan.
erase-then = Qué significa para usted
erase-then-works = Su producto sigue funcionando con su archivo de clave hasta el último día de la licencia.
erase-then-silence = Ya no llega ningún mensaje ni recordatorio antes de que termine una licencia. Uno que esté en camino en este momento aún puede llegar.
erase-then-lost = Nadie puede ya encontrar sus números de serie y archivos de clave por su dirección, tampoco { $vendor }.
erase-then-renewal = Estas licencias ya no se pueden renovar conservando los días que quedan, ni se puede sustituir un número de serie robado.
erase-then-unregistered = Un número de serie que aún no está registrado puede registrarlo cualquiera que lo conozca: guárdelo bien.
erase-then-again = Puede registrar en cualquier momento una licencia nueva con la misma dirección. Empieza desde cero.
erase-save = Guarde primero lo que necesite
erase-save-licenses = Los certificados llevan sus números de serie completos. Imprímalos o anote los números.
erase-save-more = { $count ->
    [one] { $count } licencia vigente más
    [many] { $count } licencias vigentes más
   *[other] { $count } licencias vigentes más
}
erase-confirm = Borrar para siempre
erase-sign-in = Para su protección hace falta haber iniciado sesión en los últimos { $minutes } minutos. Inicie sesión otra vez y le traeremos de vuelta aquí.
erase-sign-in-go = Iniciar sesión otra vez
erase-type = Para confirmar, escriba su dirección: { $address }
erase-go = Borrar mis datos para siempre
erase-stay = Dejar todo como está
erased-title = Sus datos se han borrado
erased-text = { $vendor } ya no tiene aquí su nombre ni su dirección, y todas sus sesiones están cerradas.
erased-licenses = { $count ->
    [0] Sus mensajes y su cuenta ya no existen.
    [one] Una licencia ya no es de nadie. Su producto sigue funcionando con su archivo de clave.
    [many] { $count } licencias ya no son de nadie. Sus productos siguen funcionando con sus archivos de clave.
   *[other] { $count } licencias ya no son de nadie. Sus productos siguen funcionando con sus archivos de clave.
}
erased-at = Borrado
erased-number = Número de este borrado
erased-number-hint = Guárdelo si quiere: prueba que hubo un borrado y cuándo, y no dice de quién.
erased-home = A la página principal
problem-other-address = Esta no es la dirección con la que ha iniciado sesión.
problem-sign-in-again = Ha pasado demasiado tiempo desde que inició sesión. Inicie sesión otra vez.

## Cambiar la dirección

profile-address = Dirección de correo electrónico
profile-address-text = A esta dirección llegan los mensajes sobre sus licencias, y con ella inicia sesión. Si desea otra, indíquela aquí: enviaremos un mensaje a ella y, en cuanto lo confirme, todas sus licencias quedarán asociadas a la nueva dirección.
field-new-address = Nueva dirección de correo electrónico
address-ask = Enviar el mensaje
address-sent = El mensaje está en camino.
address-waits = Pendiente de confirmación:
address-waits-text = Abra el enlace del mensaje aquí, donde ha iniciado sesión. Hasta entonces no cambia nada.
address-waits-until = El enlace funciona hasta
address-again = Enviar de nuevo
address-cancel = Cancelar el cambio
address-before = Antes sus licencias estaban asociadas a esta dirección:
address-undo-until = Desde allí se puede deshacer el cambio, y no se sustituye ningún número de serie, hasta
address-confirm-title = ¿Cambiar la dirección?
address-confirm-text = Todas sus licencias quedarán asociadas a la nueva dirección.
address-confirm-now = Dirección actual
address-confirm-mail = Los mensajes sobre ellas llegarán a la nueva dirección, y usted iniciará sesión con ella.
address-confirm-visits = Se cerrará la sesión en los demás dispositivos.
address-confirm-undo = Avisaremos a la dirección anterior. Desde allí se puede deshacer el cambio durante 72 horas; en ese tiempo no se puede sustituir ningún número de serie.
address-confirm-go = Cambiar la dirección
address-confirm-not = ¿No es lo que desea? Salga de esta página y no cambiará nada.
address-elsewhere-title = Inicie sesión para confirmar
address-elsewhere-text = Para que una dirección mal escrita no dé sus licencias a nadie, una nueva solo se puede confirmar tras iniciar sesión. Abra este enlace en el dispositivo en el que lo pidió, o inicie sesión aquí con la dirección que tienen ahora sus licencias.
address-elsewhere-go = Iniciar sesión aquí
address-elsewhere-not = ¿No lo ha pedido usted? No tiene que hacer nada: no cambia nada.
address-failed-title = Este enlace ya no funciona
address-failed-text = Ya se usó o se canceló, o es demasiado antiguo. Su perfil muestra la dirección actual de sus licencias y envía un mensaje nuevo.
address-failed-go = A mi perfil
address-taken-title = Esta dirección no es posible
address-taken-text = Sus licencias no se pueden asociar a esta dirección, y no ha cambiado nada. Indique otra en su perfil o pida ayuda: { $vendor }.
address-done-title = La dirección ha cambiado
address-done-text = Todas sus licencias están asociadas ahora a { $address }. Desde ahora inicie sesión con esta dirección.
address-done-undo = Avisaremos a { $old }. Desde allí se puede deshacer el cambio durante 72 horas; en ese tiempo no se puede sustituir ningún número de serie.
undo-title = ¿Deshacer el cambio de dirección?
undo-text = Todas las licencias volverán a estar asociadas a { $old }.
undo-now = Ahora están asociadas a
undo-until = Es posible hasta
undo-out = Se cerrarán todas las sesiones abiertas. Las claves de acceso y la dirección del calendario dejarán de funcionar.
undo-later = También se desharán los cambios de dirección posteriores.
undo-go = Deshacer el cambio
undo-not = ¿El cambio lo ha hecho usted? Entonces no tiene que hacer nada.
undone-title = El cambio se ha deshecho
undone-text = Todas las licencias vuelven a estar asociadas a { $address }. Se han cerrado todas las sesiones; las claves de acceso y la dirección del calendario ya no funcionan.
undone-next = Inicie sesión y compruebe que todo está en orden. Si alguien ajeno ha podido ver un número de serie, sustitúyalo.
undone-go = Iniciar sesión
undo-over-title = Esto ya no se puede deshacer aquí
undo-over-text = Un cambio de dirección se puede deshacer durante 72 horas. Si usted no lo deseaba, pida ayuda: { $vendor }.
undo-over-go = Ir a { $vendor }
possible-from = Posible desde
