### What was done, told to the person who asked.

renamed = Nombre cambiado: **{ $before }** → **{ $after }**
# The text follows
described = Descripción cambiada:
description-removed = Descripción quitada.
picture-set = Imagen cambiada.
left = Usher salió de este grupo.
deleted = Grupo eliminado para todos sus miembros.
joined = Usher se unió a este grupo.
sessions = Cuentas de WhatsApp
sessions-none = El servicio de WhatsApp no conoce ninguna cuenta de este servidor. Avisa al propietario del bot.

created-alone = Grupo creado. Solo está Usher. Añade personas con `/wa-group members add`.
created-all-joined = Grupo creado. Se añadió a { $count ->
    [one] { $count } persona
   *[other] { $count } personas
}.
created-some-joined = Grupo creado. Se añadió a { $joined } de { $count ->
    [one] { $count } persona
   *[other] { $count } personas
}.
created-not-described = No se puso la descripción. Prueba con `/wa-group describe`.

groups = Grupos
groups-none = No tienes grupos aquí.
groups-none-found = Ningún grupo que puedas ver coincide con **{ $search }**
entries-unread = { $count ->
    [one] No se pudo leer { $count } entrada más, y no se muestra.
   *[other] No se pudieron leer { $count } entradas más, y no se muestran.
}

field-owner = Propietario
field-admins = Admins
field-admins-now = Admins ahora
field-invited-by = Enlace creado por
field-members-shown = Algunos de los miembros
admins-unreadable = Usher no pudo leerlos
previewed = Solo vista previa. No cambió nada.

invite-shown = Cualquiera que tenga este enlace puede unirse hasta que lo anules.
# The link follows
invite-revoked = El enlace anterior ya no funciona. Enlace nuevo:
invite-revoked-unread = El enlace anterior ya no funciona. Consulta el nuevo con `/wa-group invite show`.
field-invite-needed = Envíales este enlace de invitación
field-rest = Sin terminar
rest-later = Podrás añadir a las demás a partir de esta hora: { $time }.
done-before = Hecho. Vuelve a usar el comando para ver el resultado.

## What became of people who were to be added. Followed by their number, and by who they are.

standing-added = Se añadió al grupo
standing-already-member = Ya en el grupo
standing-private = No se añadió: su configuración de privacidad no lo permite. Envía el enlace de invitación
standing-must-be-invited = No se añadió: WhatsApp solo permite unirse con el enlace de invitación
standing-not-added = No se añadió: sin cuenta de WhatsApp, o sin permitir que otros añadan
standing-not-on-whatsapp = Sin cuenta de WhatsApp
standing-left-recently = No se añadió: salida reciente del grupo. Envía el enlace de invitación
standing-group-full = No se añadió: el grupo está lleno
standing-refused = No se añadió: WhatsApp lo rechazó. Envía el enlace de invitación
standing-number-refused = No se añadió: WhatsApp rechazó el número. Compruébalo
standing-not-asked = No se intentó. Vuelve a usar el comando para añadir
standing-unconfirmed = Sin confirmar. Comprueba la lista de miembros antes de volver a usar el comando

## Of people who were to be removed.

removal-removed = Se quitó del grupo
removal-no-member = Ya fuera del grupo
removal-creator = Creador del grupo; no se puede quitar
removal-own-account = El número de Usher; usa `/wa-group leave`
removal-still-there = Aún en el grupo
removal-unconfirmed = Sin confirmar. Comprueba la lista de miembros antes de volver a usar el comando

## Of people who were to become admins, or to be admins no more.

admin-made = Ahora con rol de admin
admin-taken = Ya sin rol de admin
admin-was-already = Ya con rol de admin
admin-was-none = Sin rol de admin que quitar
admin-no-member = Fuera del grupo
admin-creator = Creador del grupo; siempre es admin
admin-own-account = El número de Usher; Usher no cambia su propio rol. Para salir del grupo, usa `/wa-group leave`
admin-not-changed = WhatsApp no lo cambió
admin-unconfirmed = Sin confirmar. Comprueba los admins antes de volver a usar el comando

## WhatsApp accounts, and why one is not connected.

status-connected = conectada
status-connecting = conectando
status-disconnected = sin conexión
reason-scan-qr = alguien debe escanear el código QR con el teléfono
reason-auto-reconnect = se está reconectando sola
reason-failed = falló la conexión
reason-manual-stop = detenida por una persona
reason-qr-timeout = nadie escaneó el código QR a tiempo
reason-logged-out = sesión cerrada en el teléfono; alguien debe volver a escanear el código QR
reason-temporary-ban = suspendida temporalmente por WhatsApp
reason-stream-error = WhatsApp cerró la conexión
