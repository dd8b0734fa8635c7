### Requests: somebody asks for what they may do only with somebody's approval. "Wishes" say what for.

request-asks = { $who } solicita { $wish }.
request-asked = { $who } solicitó { $wish }.
request-you-asked = Solicitaste { $wish }.
request-waits = Esto necesita la aprobación de alguien, así que Usher la ha solicitado por ti: { $wish }.

field-needs = Requiere
field-asked-in = Solicitado en
field-good-until = Válida hasta
field-not-carried-out = No se llevó a cabo
field-not-shown = No se muestra todo
request-more-people = Aquí se nombran { $shown } de { $people } personas. **Detalles** tiene un archivo con todas.
request-more-text = El texto es demasiado largo para mostrarlo aquí entero. **Detalles** lo tiene como archivo.
request-more-picture = **Detalles** muestra la imagen.
field-invite-link = Enlace de invitación
# Each followed by a text of the asker's own, in a block
field-new-name = Nombre nuevo
field-new-picture = Dirección de la imagen
field-approved-by = Aprobada por
button-approve = Aprobar
button-deny = Rechazar
button-details = Detalles
can-be-approved-again = Se puede volver a aprobar.
press-unread = No se pudo leer
press-unread-text = Usher no puede leer su almacén en este momento y no sabe qué resultó de tu pulsación. La solicitud lo muestra: mientras tenga sus botones, pulsa otra vez en un minuto.

request-posted = Se publicó para quienes pueden decidir. Recibirás un aviso con el resultado.
request-posted-later = Aún no se pudo publicar; Usher lo volverá a intentar. Recibirás un aviso con el resultado.
request-not-posted = **No se puede publicar:** Usher no puede escribir en el canal de aprobaciones o el canal ya no existe. Un administrador puede arreglarlo con `/wa-setup`; Usher lo seguirá intentando mientras la solicitud sea válida.
request-take-back = /wa-request cancel la retira

# Title of a window; at most 45 characters
deny-title = Rechazar esta solicitud
# At most 45 characters
deny-field = ¿Por qué? Lo leerá quien la hizo (opcional)

requests = Solicitudes
requests-none = No hay ninguna solicitud del último día. Quien necesita aprobación para hacer algo solo tiene que usar el comando: Usher la solicita.
request-line = { $who }: { $wish } en **{ $title }** · { $state }
request-taken-back = Se retiró la solicitud { $request }. No se cambió nada.

## How a request stands

state-open = abierta, válida hasta: { $time }
state-open-unposted = abierta, aún sin publicar, válida hasta: { $time }
state-open-unpostable = abierta, **no se puede publicar**, válida hasta: { $time }
state-approved = aprobada por { $by }
state-denied = rechazada por { $by }
state-cancelled = cancelada
state-expired = caducada
state-void = ya no es posible

somebody = Alguien
ending-open = Está abierta y es válida hasta: { $time }.
ending-being-done = { $by } la aprobó. Se está llevando a cabo.
ending-nothing = { $by } la aprobó. Se llevó a cabo y no cambió nada.
ending-deed = { $by } la aprobó: { $deed }
ending-done = { $by } la aprobó. Se llevó a cabo.
ending-trouble = { $by } la aprobó. { $trouble }
ending-denied = { $by } la rechazó. No se cambió nada.
ending-why = Motivo:
ending-cancelled = La retiró quien la hizo. No se cambió nada.
ending-expired = Nadie decidió a tiempo. No se cambió nada.
ending-void = { $by } la aprobó, pero ya no es posible: { $who } ya ni siquiera puede solicitarlo. No se cambió nada.
trouble-unknown = **No está confirmado que se hiciera** ({ $cause }).
trouble-watched = Usher vuelve a mirar durante una hora.
trouble-failed = Falló ({ $cause }); no se cambió nada.
trouble-other = No se pudo llevar a cabo ({ $cause }). No se cambió nada.

about-invite = Una invitación

## Wishes. They follow "asks to".

wish-create = crear un grupo
wish-create-with = crear un grupo con { $people }
wish-rename = cambiar el nombre de este grupo
wish-undescribe = quitar la descripción de este grupo
wish-describe = cambiar la descripción de este grupo
wish-leave = hacer que la cuenta salga de este grupo
wish-delete = **eliminar este grupo para todos sus miembros**
wish-join = hacer que la cuenta se una a un grupo con un enlace de invitación
wish-add = añadir a { $people } a este grupo
wish-remove = quitar a { $people } de este grupo
wish-promote = dar el rol de admin a { $people }
wish-demote = quitar el rol de admin a { $people }
wish-show-invite = ver el enlace de invitación de este grupo
wish-revoke-invite = anular el enlace de invitación de este grupo y crear uno nuevo
wish-show = ver este grupo
wish-members = ver los miembros de este grupo
wish-list = ver la lista de grupos
wish-preview = ver adónde lleva un enlace de invitación
wish-sessions = ver las cuentas de WhatsApp
