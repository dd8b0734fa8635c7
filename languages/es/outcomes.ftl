### What was done, told to the person who asked.

renamed = Nombre cambiado: **{ $before }** → **{ $after }**
described = La nueva descripción:
description-removed = Se quitó la descripción.
picture-set = El grupo tiene una nueva imagen.
left = La cuenta salió de este grupo.
deleted = Se eliminó este grupo.
joined = La cuenta se unió a este grupo.
sessions = Sesiones
sessions-none = La API de grupos no conoce ninguna de las sesiones de este servidor.

created-alone = Se creó el grupo; de momento solo está la cuenta.
created-all-joined = Se creó el grupo, con { $count ->
    [one] { $count } persona añadida
   *[other] { $count } personas añadidas
}.
created-some-joined = Se creó el grupo; entraron { $joined } de { $count ->
    [one] { $count } persona
   *[other] { $count } personas
}.
created-not-described = No se pudo poner la descripción; con `/wa-group describe` puedes intentarlo de nuevo.

groups = Grupos
groups-none = Aquí no hay ningún grupo que puedas ver.
groups-none-found = Ningún grupo que puedas ver tiene “{ $search }” en su nombre.
entries-unread = { $count ->
    [one] { $count } entrada más de esta lista no se pudo leer y no se muestra
   *[other] { $count } entradas más de esta lista no se pudieron leer y no se muestran
}.

field-owner = Propietario
field-admins = Admins
field-admins-now = Admins ahora
field-invited-by = Invitación creada por
field-members-shown = Miembros que muestra WhatsApp
admins-unreadable = no se pudieron leer
previewed = Aquí lleva esta invitación. La cuenta no se unió a nada.

invite-shown = Quien tenga este enlace puede unirse. Funciona hasta que se anule.
invite-revoked = El enlace de invitación anterior ya no funciona. El nuevo:
invite-revoked-unread = El enlace de invitación anterior ya no funciona. Con `/wa-group invite show` verás el nuevo.
field-invite-needed = Enlace para quienes necesitan invitación
field-rest = El resto
rest-later = Podrás añadir a las personas pendientes a partir de: { $time }.
done-before = Esto ya se hizo; vuelve a usar el comando para verlo.

## What became of people who were to be added. Followed by their number, and by who they are.

standing-added = Ahora en el grupo
standing-already-member = Ya estaba en el grupo
standing-private = Sin añadir: su configuración de privacidad no lo permite; envíale una invitación
standing-must-be-invited = Sin añadir: necesita invitación
standing-not-added = Sin añadir: no está en WhatsApp o no permite que otros le añadan
standing-not-on-whatsapp = No está en WhatsApp
standing-left-recently = Salió hace poco y aún no puede volver así; envíale una invitación
standing-group-full = Sin añadir: el grupo está lleno
standing-refused = WhatsApp no lo permitió; envíale una invitación
standing-number-refused = El servidor de WhatsApp rechazó el número; compruébalo
standing-not-asked = Pendiente: aún no se intentó; se puede añadir con el mismo comando
standing-unconfirmed = No se sabe: se pidió, pero no se confirmó. Mira los miembros antes de volver a intentarlo

## Of people who were to be removed.

removal-removed = Fuera del grupo ahora
removal-no-member = No estaba en el grupo
removal-creator = Creó el grupo y no se puede quitar
removal-own-account = Es la cuenta propia de Usher; usa `/wa-group leave`
removal-still-there = Sigue en el grupo
removal-unconfirmed = No se sabe: se pidió, pero no se confirmó. Mira los miembros antes de volver a intentarlo

## Of people who were to become admins, or to be admins no more.

admin-made = Ahora es admin
admin-taken = Ya no es admin
admin-was-already = Ya era admin
admin-was-none = No era admin
admin-no-member = No está en el grupo
admin-creator = Creó el grupo y no puede dejar de ser admin
admin-own-account = Es la cuenta propia de Usher, cuyo rol Usher no cambia; para salir del grupo usa `/wa-group leave`
admin-not-changed = WhatsApp no lo cambió
admin-unconfirmed = No se sabe: se pidió, pero no se confirmó. Mira los admins antes de volver a intentarlo

## WhatsApp accounts, and why one is not connected.

status-connected = conectada
status-connecting = conectando
status-disconnected = sin conexión
reason-scan-qr = hay que escanear el código QR con el teléfono
reason-auto-reconnect = se está reconectando sola
reason-failed = falló la conexión
reason-manual-stop = alguien la detuvo
reason-qr-timeout = no se escaneó el código QR a tiempo
reason-logged-out = el teléfono cerró la sesión
reason-temporary-ban = WhatsApp suspendió la cuenta por un tiempo
reason-stream-error = WhatsApp cerró la conexión
