### Why somebody did not get what they asked for: a title, and what happened, whether anything changed, what to do next.

only-in-server = Solo en un servidor
only-in-server-text = Usher funciona en los canales de un servidor, no en mensajes directos.
not-set-up = Sin configurar aquí
not-set-up-text = Este servidor no está en la configuración de Usher, así que nadie puede usarlo aquí. Quien gestiona el bot puede añadirlo. El ID del servidor es: `{ $server }`
no-such-session = No existe esa sesión
no-such-session-text = Este servidor no tiene esa sesión. Tiene: { $sessions }. No se cambió nada.
no-such-group = No existe ese grupo
no-such-group-text = No hay ningún grupo llamado { $name } que puedas usar para esto. Elige uno de los que aparecen mientras escribes o mira `/wa-group list`. No se cambió nada.
which-group = ¿Qué grupo?
which-group-text = El nombre { $name } lo tienen varios grupos. Usa el ID del que quieras:
no-longer-good = Ya no es válido
no-longer-good-text = Esta pregunta ya se respondió o se acabó su tiempo. Esta pulsación no cambió nada. Si ya respondiste antes, espera el resultado; si no, vuelve a usar el comando si aún lo quieres.
not-yours = No te corresponde
not-yours-text = Solo puede responder quien usó el comando.
wrong-name = Ese nombre no coincide
wrong-name-text = Lo que escribiste no es el nombre de este grupo. No se eliminó nada. Pulsa el botón otra vez y escribe este nombre:
wrong-group-id = Ese es otro ID
wrong-group-id-text = Lo que escribiste no es el id de este grupo. No se eliminó nada. Pulsa el botón de nuevo y escribe este id:
no-such-case = No existe ese caso
no-such-case-text = No hay ningún caso con ese número que puedas ver. `/wa-audit recent` muestra los últimos.

## Usher itself

elsewhere = En otro lugar
elsewhere-text = Otra copia de Usher responde a esto.
not-written = No se puede anotar
not-written-text = Usher anota todo lo que hace, y ahora mismo no puede. Por eso no se hizo nada. Vuelve a intentarlo en un minuto.
too-late = Demasiado tarde
too-late-text = Discord no aceptó a tiempo la primera respuesta de Usher. No se cambió nada. Si aún lo quieres, vuelve a usar el comando.
cut-short = Interrumpido
cut-short-text = Algo interrumpió a Usher antes de que empezara con esto. No se cambió nada. Si aún lo quieres, vuelve a usar el comando.
too-much-at-once = Demasiado a la vez
too-much-at-once-text = Usher tiene demasiado trabajo en este momento. No se cambió nada. Vuelve a intentarlo en un minuto.
restarting = Reiniciando
restarting-text = Usher se está reiniciando. No se cambió nada. Vuelve a intentarlo en un minuto.
unreadable = Usher no pudo leer esto
unreadable-text = Discord envió a Usher algo que esta versión no entiende. No se cambió nada. Avisa a la persona que administra Usher; con la referencia de abajo lo encontrará en el registro.
unknown-command = Comando desconocido
unknown-command-text = Usher ya no tiene este comando. Reinicia Discord para ver los actuales. No se cambió nada.
fault = Error de Usher
fault-text = Algo salió mal en Usher. Mira el grupo antes de volver a intentarlo: puede haber cambiado. Quien gestiona el bot encontrará la causa en sus logs con la referencia de abajo.

## Refusals

refused = No puedes hacer esto
refused-needs = Esto requiere { $capability }.
refused-elsewhere = Esto requiere { $capability }, que tienes para otros grupos o sesiones.
refused-only-asked = Esto requiere { $capability }, que solo puedes solicitar, y este comando no se puede solicitar.
refused-nobody = Ningún rol lo tiene aquí; los administradores del servidor, sí.
refused-one-role = Lo tiene el rol { $role }.
refused-roles = Lo tienen los roles { $roles }.

## Bad input

does-not-work = Así no funciona
# Follows each of the sentences below
nothing-sent = No se envió nada.
bad-session = El nombre de una sesión tiene de 1 a 64 letras, cifras, puntos, guiones o guiones bajos.
bad-group = El ID de un grupo tiene esta forma: 120363012345678901@g.us.
bad-group-for-person = Este es el ID de un grupo, no de una persona.
bad-person = Una persona se indica con su teléfono y código de país, como +55 11 99999-9999, o con un ID que termina en @lid.
bad-phone = Un número de teléfono tiene de 7 a 15 cifras y empieza por el código de país.
bad-invite = Una invitación es un enlace como https://chat.whatsapp.com/… o el código del final.
bad-several-invites = Aquí hay varios enlaces de invitación distintos. Indica solo el que quieras usar.
bad-name-empty = El nombre de un grupo no puede estar vacío: necesita un carácter visible.
bad-name-long = El nombre de un grupo puede tener como máximo { $max } caracteres; este tiene { $given }.
bad-description-long = Una descripción puede tener como máximo { $max } caracteres; esta tiene { $given }.
bad-picture-url = La dirección de una imagen empieza por https:// y no contiene usuario ni contraseña.
bad-picture-url-private = La dirección de una imagen debe estar en la internet pública. Una dirección de una red privada no sirve.
bad-picture-url-long = La dirección de una imagen tiene como máximo { $max } caracteres; esta tiene { $given }.
option-wanted = Hace falta una de estas opciones: { $options }.
too-many-people = Un grupo se puede crear con un máximo de { $max } personas, y aquí hay { $given }; añade al resto con `/wa-group members add`.
nobody-named = No indicaste a nadie
nobody-named-text = Indica al menos a una persona, por teléfono o ID. No se envió nada.

## What the groups API answered

not-done = No se hizo
perhaps-changed = Puede que se haya hecho o puede que no: compruébalo a mano antes de volver a intentarlo.
api-says = La API dice: “{ $words }”
try-again-after = Vuelve a intentarlo { $when }.
after-a-minute = en un minuto
after-seconds = en { $seconds ->
    [one] { $seconds } segundo
   *[other] { $seconds } segundos
}
after-minutes = en { $minutes ->
    [one] { $minutes } minuto
   *[other] { $minutes } minutos
}
api-refused = La API lo rechazó
api-refused-text = La API de grupos no aceptó esto.
api-key = Clave de Usher rechazada
api-key-text = La API de grupos no acepta la clave de Usher.
api-key-next = Quien gestiona el bot debe poner una válida; volver a intentarlo no sirve.
api-forbidden = La cuenta no puede hacer esto
api-forbidden-text = WhatsApp o la API de grupos no se lo permite a la cuenta: casi siempre es porque no es admin del grupo.
api-forbidden-next = Un admin del grupo puede hacerla admin; algunas cosas solo puede hacerlas quien creó el grupo.
api-not-there = No existe
api-not-there-text = La API de grupos no conoce ese grupo o esa invitación: puede que el grupo se haya eliminado, que la cuenta haya salido o que la invitación se haya anulado.
api-not-there-next = `/wa-group list` muestra los grupos que hay.
api-conflict = Ahora no es posible
api-conflict-text = Esto no encaja con el estado actual del grupo.
api-pause = Demasiadas peticiones
api-pause-text = La API de grupos pide una pausa.
api-busy = Ocupada
api-busy-text = Hay demasiadas peticiones en espera para esta sesión.
api-trouble = La API tiene problemas
api-trouble-text = La API de grupos falló varias veces seguidas, así que Usher la deja descansar un momento.
account-trouble = La cuenta de WhatsApp tiene problemas
account-trouble-text = La API de grupos falló varias veces seguidas con la cuenta «{ $session }», así que Usher no la usa por un momento. Las demás cuentas no se ven afectadas.
api-not-connected = La cuenta no está conectada
api-not-connected-text = La cuenta de la sesión no está conectada a WhatsApp.
api-not-connected-why = La cuenta de la sesión no está conectada a WhatsApp ({ $reason }).
api-not-connected-next = `/wa-session list` muestra las cuentas; quien gestiona la cuenta debe volver a conectarla.
api-silent = La API no responde
api-silent-text = No se puede acceder a la API de grupos o la sesión no está conectada.
api-silent-next = `/wa-session list` muestra las sesiones; si están bien, vuelve a intentarlo en un minuto.
api-lost = Se perdió la respuesta
api-lost-text = La API de grupos recibió esto y no indicó el resultado.
api-garbled = Respuesta incomprensible
api-garbled-text = La API de grupos dio una respuesta que Usher no puede leer.
api-garbled-next = Si vuelve a pasar, avisa a quien gestiona el bot.

## Limits

too-fast = Demasiado rápido
too-fast-text = Has cambiado muchas cosas en el último minuto. Ahora no se cambió nada. Podrás seguir a partir de esta hora: { $time }.
asked-too-much-text = Has pedido muchas cosas en el último minuto. Ahora no se cambió nada. Podrás seguir a partir de esta hora: { $time }.
enough-today = Suficiente por hoy
enough-today-text = WhatsApp suspende las cuentas que añaden a muchos desconocidos, así que esta cuenta añade como máximo a { $budget ->
    [one] { $budget } persona
   *[other] { $budget } personas
} en 24 horas. Ahora puede añadir a { $left }. No se añadió a nadie.
enough-ever = No se puede añadir a tantas personas en un solo día: el límite es { $budget }. Envíales el enlace de invitación.
enough-until = Se podrá añadir a todas a partir de: { $time }. Enviarles el enlace de invitación funciona ya.

## Requests, rights and settings

nowhere-to-ask = No hay dónde solicitarlo
nowhere-to-ask-text = Solo puedes usar { $capability } si alguien lo aprueba, y este servidor no tiene canal de aprobaciones. Un administrador puede elegir uno con `/wa-setup`. No se cambió nada.
too-many-requests = Demasiadas solicitudes
too-many-requests-text = Ya tienes { $open } solicitudes abiertas y no puedes tener más. Espera a que se decida una o retira alguna con `/wa-request cancel`. No se cambió nada.
discord-silent = Discord no responde
discord-silent-text = Usher consultó algo a Discord y no obtuvo respuesta. No se cambió nada. Vuelve a intentarlo en un minuto.
own-request = Tu propia solicitud
own-request-text = Debe decidirla otra persona; nadie aprueba sus propias solicitudes.
being-decided = Ahora mismo
being-decided-text = Usher ya está trabajando en esta solicitud. La solicitud mostrará el resultado. Si sigue abierta, vuelve a pulsar.
not-as-shown = No es lo que se mostró
not-as-shown-text = La solicitud guardada no es la que mostraba este mensaje. Ahora el mensaje la muestra como está guardada: léela y vuelve a pulsar.
decided = Ya está decidida
decided-too-late = El plazo de esta solicitud terminó. Ahora no se cambió nada.
decided-void = Esta solicitud ya no es posible: quien la hizo ya ni siquiera puede solicitarlo. Ahora no se cambió nada.
decided-otherwise = Esta solicitud ya se decidió: { $how }. Ahora no se cambió nada.
no-such-request = No existe esa solicitud
no-such-request-text = No tienes ninguna solicitud abierta con ese número. `/wa-request list` las muestra.
beyond-own = Más de lo que tienes
beyond-own-text = Nadie puede dar permisos que no tiene en el mismo lugar donde los da. No tienes: { $capabilities }. No se cambió nada.
fixed = Fijo
fixed-grant = Eso viene del archivo de configuración: solo puede quitarlo quien gestiona el bot, y nadie desde aquí. No se cambió nada.
fixed-setting = Esto lo fija el archivo de configuración. Quien gestiona el bot puede cambiarlo.
nothing-to-revoke = No hay nada que quitar
nothing-to-revoke-text = A ese rol no se le dio nada así aquí. `/wa-access show` muestra los permisos. No se cambió nada.
nothing-to-grant = Nada que añadir
nothing-to-grant-text = Ese rol ya tiene todo esto. `/wa-access show` muestra los permisos. No se cambió nada.
no-effect = Sin efecto en un solo grupo
no-effect-text = { $capabilities } no se puede limitar a un grupo: se refiere a grupos que aún no existen. Omite la opción `group`. No se cambió nada.
set-already = Nada que cambiar
set-already-text = Ya está configurado así. No se cambió nada.
for-administrators = Para administradores
for-administrators-text = Solo quien tiene el permiso de Administrador de Discord puede configurar un servidor. No se cambió nada.
not-a-member = No está en este servidor
not-a-member-text = Esa persona no es miembro de este servidor.
cannot-write = No se puede escribir ahí
cannot-write-text = Usher no puede escribir en { $channel }. Dale allí los permisos Ver canal, Enviar mensajes e Insertar enlaces, y vuelve a elegirlo. No se cambió nada.
# A title
unknown-country = País desconocido
unknown-country-text = Usher no reconoce { $text } como país. Escribe sus dos letras, como `BR`, o su código de país, como `+55`. No se cambió nada.
# A title
bad-invitation = No es una invitación
bad-invitation-text = El texto necesita { $place } en el lugar del enlace y tiene como máximo { $max } caracteres. No se cambió nada.
no-such-preset = El conjunto { $name } no existe. Existen: { $all }.
no-such-capability = El permiso { $name } no existe. Existen: { $all }.
