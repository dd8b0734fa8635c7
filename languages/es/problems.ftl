### Why somebody did not get what they asked for: a title, and what happened, whether anything changed, what to do next.

only-in-server = Usa esto en un servidor
only-in-server-text = Usher funciona en los canales de un servidor, no en mensajes directos.
not-set-up = Sin configurar aquí
not-set-up-text = Usher no está configurado para este servidor. Pide al propietario del bot que añada su ID: `{ $server }`
no-such-session = Cuenta de WhatsApp desconocida
no-such-session-text = Este servidor no tiene esa cuenta de WhatsApp. No se cambió nada. Elige una de estas: { $sessions }
no-such-group = Grupo no encontrado
# $name is what the person typed
no-such-group-text = Usher no encontró ningún grupo { $name } que puedas usar para esto. No se cambió nada.
which-group = ¿Qué grupo?
# The groups follow
which-group-text = El nombre { $name } lo tienen aquí varios grupos. Elige abajo el que quieres, o repite el comando con su ID:
answered-already = Ya respondiste a esto
answered-already-text = Espera el resultado. Esta pulsación no cambió nada.
no-longer-good = Ya no es válido
no-longer-good-text = No respondiste a tiempo, o ya respondiste. Esta pulsación no cambió nada. Si no ves ningún resultado, vuelve a usar el comando.
not-yours = Estos botones no son para ti
not-yours-text = Solo puede usarlos quien usó el comando. Para hacer lo mismo, usa tú el comando.
wrong-name = El nombre no coincide
# The name follows
wrong-name-text = No se eliminó nada. Pulsa otra vez el botón y escribe exactamente:
wrong-group-id = El ID no coincide
# The ID follows
wrong-group-id-text = No se eliminó nada. Pulsa otra vez el botón y escribe exactamente:
no-such-case = Entrada no encontrada
no-such-case-text = No hay ninguna entrada del registro con este número, o no puedes verla. `/wa-audit recent` muestra las últimas entradas.

## Usher itself

elsewhere = Ya se está respondiendo
elsewhere-text = Otra instancia de Usher responde a esto.
not-written = No disponible por el momento
not-written-text = Usher no puede guardar en su registro de auditoría en este momento, así que no hizo nada. Vuelve a intentarlo en un minuto.
too-late = Se agotó el tiempo
too-late-text = Discord no aceptó a tiempo la primera respuesta de Usher. No se cambió nada. Vuelve a usar el comando si aún lo quieres.
cut-short = Interrumpido
cut-short-text = Usher se reinició antes de empezar. No se cambió nada. Vuelve a usar el comando si aún lo quieres.
too-much-at-once = Usher está ocupado
too-much-at-once-text = Usher tiene demasiado que hacer en este momento. No se cambió nada. Vuelve a intentarlo en un minuto.
restarting = Usher se está reiniciando
restarting-text = Usher no acepta comandos nuevos hasta que se reinicie. No se cambió nada. Vuelve a intentarlo en un minuto.
unreadable = Usher no pudo leer esto
unreadable-text = Discord envió algo que esta versión de Usher no entiende. No se cambió nada. Envía al propietario del bot el código de error de abajo.
unknown-command = Comando desconocido
unknown-command-text = Usher ya no tiene este comando. No se cambió nada. Reinicia Discord (Ctrl+R) para actualizar tu lista de comandos.
fault = Algo salió mal
fault-text = Es un error de Usher. Comprueba el grupo antes de volver a usar el comando: puede haber cambiado. Envía al propietario del bot el código de error de abajo.

## Refusals. $action is such as “rename groups”.

refused = Sin permiso
refused-needs = No puedes { $action } aquí.
refused-elsewhere = Puedes { $action }, pero no aquí: solo en otros grupos o con otra cuenta de WhatsApp.
refused-only-asked = Solo puedes { $action } con aprobación, y este comando no se puede solicitar.
refused-nobody = Solo pueden los administradores de este servidor.
refused-one-role = Pídeselo a alguien con { $role }.
refused-roles = Pídeselo a alguien con uno de estos roles: { $roles }.

## Bad input

does-not-work = Revisa lo que escribiste
bad-session = Esto no es el nombre de una cuenta de WhatsApp. Elige una de la lista.
bad-group = Esto no es un ID de grupo. Elige un grupo de la lista.
bad-group-for-person = Esto es el ID de un grupo, no de una persona.
bad-person = Esto no es un número de teléfono. Escríbelo así: +55 11 99999-9999.
bad-phone = Esto no es un número de teléfono. Escríbelo con su código de país, así: +55 11 99999-9999.
bad-invite = Esto no es un enlace de invitación. Tiene esta forma: https://chat.whatsapp.com/…
bad-several-invites = Aquí hay varios enlaces de invitación. Indica solo el que quieres usar.
bad-name-empty = El nombre del grupo necesita al menos un carácter visible.
bad-name-long = Nombre demasiado largo: { $given } caracteres (límite: { $max }).
bad-description-long = Descripción demasiado larga: { $given } caracteres (límite: { $max }).
bad-picture-url = El enlace de la imagen debe empezar por https:// y no puede contener un usuario ni una contraseña.
bad-picture-url-private = El enlace de la imagen debe llevar a la internet pública, no a una red privada.
bad-picture-url-long = Enlace de la imagen demasiado largo: { $given } caracteres (límite: { $max }).
option-wanted = Añade una de estas opciones: { $options }.
too-many-people = Puedes crear un grupo con un máximo de { $max } personas (tienes { $given }). Añade a las demás después con `/wa-group members add`.
nobody-named = No indicaste a nadie
nobody-named-text = Añade al menos un número de teléfono. No se cambió nada.
nobody-asks = Nadie pide unirse
nobody-asks-text = Este grupo no tiene solicitudes para unirse en este momento. No se cambió nada.

## What the WhatsApp service answered

not-done = No se hizo
perhaps-changed = Puede que haya funcionado o puede que no. Comprueba el grupo antes de volver a usar el comando.
# The service's own words follow
api-says = Detalles:
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
api-refused = WhatsApp lo rechazó
api-refused-text = El servicio de WhatsApp no aceptó lo que envió Usher.
api-key = Usher no puede iniciar sesión
api-key-text = El servicio de WhatsApp no acepta la clave de API de Usher.
api-key-next = Avisa al propietario del bot de que la clave no es válida.
api-forbidden = No permitido en WhatsApp
api-forbidden-text = WhatsApp no permite que Usher haga esto. Casi siempre es porque Usher no es admin del grupo.
api-forbidden-next = Pide a un admin del grupo que haga admin al número de Usher y vuelve a intentarlo. Algunas cosas solo puede hacerlas el creador del grupo.
api-no-group = Grupo no encontrado en WhatsApp
api-no-group-text = WhatsApp no conoce este grupo. Puede que se haya eliminado o que Usher ya no esté en él.
api-no-group-next = `/wa-group list` muestra tus grupos.
api-no-invite = El enlace de invitación no funciona
api-no-invite-text = WhatsApp no conoce este enlace de invitación. Puede que esté mal escrito o anulado.
api-no-invite-next = Pide un enlace nuevo.
api-conflict = No es posible en este momento
api-conflict-text = Esto no encaja con el estado actual del grupo.
api-no-join = Usher no pudo unirse
api-no-join-text = WhatsApp no permitió que Usher se uniera con este enlace. Puede que Usher ya esté en este grupo.
api-no-join-next = `/wa-group list` muestra tus grupos.
api-pause = WhatsApp limita las peticiones
api-pause-text = El servicio de WhatsApp pide a Usher que espere.
api-busy = Cuenta de WhatsApp ocupada
api-busy-text = Hay demasiados comandos en espera para esta cuenta de WhatsApp.
api-trouble = El servicio de WhatsApp no funciona
api-trouble-text = El servicio de WhatsApp falló varias veces seguidas, así que Usher espera antes de volver a intentarlo.
account-trouble = La cuenta de WhatsApp tiene problemas
account-trouble-text = Solo con la cuenta { $session } el servicio de WhatsApp falló varias veces seguidas, así que Usher espera antes de volver a usarla. Las demás cuentas no se ven afectadas.
api-not-connected = WhatsApp está desconectado
api-not-connected-text = La cuenta de WhatsApp no está conectada.
api-not-connected-why = La cuenta de WhatsApp no está conectada ({ $reason }).
api-not-connected-next = `/wa-session list` muestra las cuentas. Si sigue desconectada, avisa al propietario del bot.
api-silent = Sin acceso al servicio de WhatsApp
api-silent-text = Usher no puede acceder al servicio de WhatsApp, o la cuenta de WhatsApp no está conectada.
api-silent-next = `/wa-session list` muestra las cuentas. Si no es eso, vuelve a intentarlo en un minuto.
api-lost = Sin confirmación
api-lost-text = Usher no recibió una respuesta clara del servicio de WhatsApp.
api-garbled = Respuesta inesperada
api-garbled-text = El servicio de WhatsApp dio una respuesta que Usher no puede leer.
api-garbled-next = Si vuelve a pasar, envía al propietario del bot el código de error de abajo.

## Limits. $time is such as “in 6 seconds”.

too-fast = Más despacio
too-fast-text = { $count ->
    [one] Puedes cambiar grupos una vez por minuto. No se cambió nada. Inténtalo de nuevo a las { $time }.
   *[other] Puedes cambiar grupos { $count } veces por minuto. No se cambió nada. Inténtalo de nuevo a las { $time }.
}
too-fast-strict = { $count ->
    [one] Puedes crear grupos y añadir personas una vez por minuto. No se cambió nada. Inténtalo de nuevo a las { $time }.
   *[other] Puedes crear grupos y añadir personas { $count } veces por minuto. No se cambió nada. Inténtalo de nuevo a las { $time }.
}
asked-too-much-text = Usaste demasiados comandos en el último minuto. No se cambió nada. Puedes seguir { $time }.
enough-today = Límite diario alcanzado
enough-today-text = Para evitar una suspensión de WhatsApp, esta cuenta añade como máximo a { $budget ->
    [one] { $budget } persona
   *[other] { $budget } personas
} en 24 horas. Ahora puede añadir a { $left }. No se añadió a nadie.
enough-ever = Es más que el límite diario ({ $budget }). Envíales el enlace de invitación.
enough-until = Podrás añadirlas a todas a partir del { $time }, o enviar ya el enlace de invitación.

## Requests, permissions and settings

nowhere-to-ask = No hay canal de aprobaciones
nowhere-to-ask-text = Necesitas aprobación para { $action }, pero este servidor no tiene un canal de aprobaciones. No se cambió nada. Pide a un administrador que elija uno con `/wa-setup`.
too-many-requests = Demasiadas solicitudes abiertas
too-many-requests-text = Tienes { $open } solicitudes abiertas, que es el límite. No se cambió nada. Espera a que se decida una, o retira una con `/wa-request cancel`.
discord-silent = Discord no responde
discord-silent-text = Usher preguntó algo a Discord y no obtuvo respuesta. No se cambió nada. Vuelve a intentarlo en un minuto.
own-request = Es tu propia solicitud
own-request-text = No puedes aprobar tu propia solicitud. Debe decidir otra persona.
being-decided = Ya se está atendiendo
being-decided-text = Usher ya está trabajando en esta solicitud. La solicitud muestra el resultado. Si sigue abierta, vuelve a pulsar.
not-as-shown = La solicitud es otra
not-as-shown-text = Usher tiene guardada una solicitud distinta de la que mostraba este mensaje. Ahora el mensaje muestra la guardada: léela y vuelve a pulsar.
decided = Ya está decidida
decided-too-late = Esta solicitud expiró. No se cambió nada.
decided-void = La persona que hizo la solicitud ya no tiene permiso para solicitar esto. No se cambió nada.
decided-otherwise = Esta solicitud ya está { $how }. Tu pulsación no cambió nada.
no-such-request = Solicitud no encontrada
no-such-request-text = No tienes ninguna solicitud abierta con este número. `/wa-request list` muestra tus solicitudes.
beyond-own = No puedes dar estos permisos
beyond-own-text = Tú no los tienes aquí: { $capabilities }. No se cambió nada.
fixed = Fijado por el propietario del bot
fixed-grant = Este permiso está en el archivo de configuración. No se cambió nada. Solo el propietario del bot puede cambiarlo.
fixed-setting = Esto está fijado en el archivo de configuración. No se cambió nada. Solo el propietario del bot puede cambiarlo.
nothing-to-revoke = Nada que quitar
nothing-to-revoke-text = Este rol no tiene un permiso de este tipo dado desde aquí. No se cambió nada. `/wa-access show` muestra los permisos.
nothing-to-grant = Nada que añadir
nothing-to-grant-text = Este rol ya tiene todos estos permisos. No se cambió nada. `/wa-access show` muestra los permisos.
no-effect = No es posible para un solo grupo
no-effect-text = { $capabilities } no se puede limitar a un grupo, porque es para grupos nuevos. No se cambió nada. No uses la opción `group`.
set-already = Nada que cambiar
set-already-text = Ya está configurado así. No se cambió nada.
for-administrators = Solo para administradores
for-administrators-text = Necesitas el permiso de Administrador de este servidor para usar `/wa-setup`. No se cambió nada.
not-a-member = No está en este servidor
not-a-member-text = Esta persona no es miembro de este servidor. No se cambió nada.
cannot-write = Usher no puede publicar ahí
cannot-write-text = Usher no puede publicar en { $channel }. No se cambió nada. Dale allí los permisos Ver canal, Enviar mensajes e Insertar enlaces, y vuelve a elegirlo.
# A title
unknown-country = País desconocido
# $text is what the person typed
unknown-country-text = Usher no reconoce { $text } como país. No se cambió nada. Escribe sus dos letras, como `BR`, o su código, como `+55`.
# A title
bad-invitation = No se puede usar este texto
bad-invitation-text = El texto necesita { $place } donde va el enlace y puede tener hasta { $max } caracteres. No se cambió nada.
no-such-preset = El conjunto { $name } no existe en Usher. Elige uno de estos: { $all }.
no-such-capability = El permiso { $name } no existe en Usher. Elige entre: { $all }.
