### Requests: somebody asks for what they may do only with approval. "Wishes" say what for.

request-asks = { $who } quiere { $wish }.
request-asked = { $who } quería { $wish }.
request-you-asked = Querías { $wish }.
request-waits = **En espera de aprobación:** { $wish }.

field-needs = Requiere permiso para
field-asked-in = Solicitado en
field-good-until = Expira
field-not-carried-out = Nota
field-not-shown = No se muestra todo
request-more-people = Aquí se muestran { $shown } de { $people } personas. **Detalles** tiene un archivo con todas.
request-more-text = El texto es demasiado largo para mostrarlo aquí. **Detalles** lo tiene completo en un archivo.
request-more-picture = **Detalles** muestra la imagen.
field-invite-link = Enlace de invitación
# Each followed by a text of the requester's own, in a block
field-new-name = Nombre nuevo
field-new-picture = Enlace de la imagen
field-new-settings = Ajustes nuevos
field-approved-by = Aprobada por
button-approve = Aprobar
button-deny = Rechazar
button-details = Detalles
can-be-approved-again = Puedes volver a aprobarla.
press-unread = Resultado aún desconocido
press-unread-text = Usher no puede leer sus datos en este momento, así que no sabe el resultado de tu pulsación. La solicitud lo muestra. Si en un minuto aún tiene sus botones, vuelve a pulsar.

request-posted = Usher la envió a quienes pueden aprobarla. Recibirás un aviso.
request-posted-later = Usher aún no pudo publicarla y lo sigue intentando. Recibirás un aviso.
request-not-posted = ⚠️ **Usher no puede publicar en el canal de aprobaciones.** Pide a un administrador que lo arregle con `/wa-setup`. Usher lo sigue intentando hasta que la solicitud expire.
request-take-back = Retirar: /wa-request cancel

# Title of a window; at most 45 characters
deny-title = Rechazar esta solicitud
# At most 45 characters
deny-field = Motivo (opcional; lo ve quien la hizo)

requests = Solicitudes
requests-none = No hay solicitudes en las últimas 24 horas.
request-line = { $who }: { $wish } · **{ $title }** · { $state }
request-taken-back = Solicitud #{ $request } retirada. No se cambió nada.

## How a request stands

state-open = abierta, expira el { $time }
state-open-unposted = abierta, aún sin publicar, expira el { $time }
state-open-unpostable = abierta, **Usher no puede publicarla**, expira el { $time }
state-approved = aprobada por { $by }
state-denied = rechazada por { $by }
state-cancelled = retirada
state-expired = expirada
state-void = ya no es posible

somebody = alguien
ending-open = Abierta, expira el { $time }.
ending-being-done = Aprobada por { $by }. Usher está trabajando en ella.
ending-nothing = Aprobada por { $by }. No había nada que cambiar, o no se pudo cambiar nada.
# A sentence follows
ending-approved = Aprobada por { $by }.
ending-done = Aprobada por { $by }. Hecho.
ending-denied = Rechazada por { $by }. No se cambió nada.
# The reason follows
ending-why = Motivo:
ending-cancelled = { $who } retiró esta solicitud. No se cambió nada.
ending-expired = Nadie decidió a tiempo. No se cambió nada.
ending-void = { $by } la aprobó, pero { $who } ya no tiene permiso para solicitarla. No se cambió nada.
trouble-unknown = **Sin confirmar** ({ $cause }). Puede que haya funcionado o puede que no.
trouble-watched = Usher sigue comprobándolo durante una hora.
trouble-failed = No se hizo ({ $cause }). No se cambió nada.
trouble-other = No se hizo ({ $cause }). No se cambió nada.

about-invite = Una invitación

## Wishes. They follow "wants to".

wish-create = crear un grupo
wish-create-with = crear un grupo con { $people }
wish-rename = cambiar el nombre de este grupo
wish-undescribe = quitar la descripción de este grupo
wish-describe = cambiar la descripción de este grupo
wish-settings = cambiar los ajustes de este grupo
wish-settings-show = ver los ajustes de este grupo
wish-join-requests = ver las solicitudes para unirse a este grupo
wish-approve = dejar que { $people } se una a este grupo
wish-decline = rechazar la solicitud de { $people } para unirse a este grupo
wish-leave = hacer que Usher salga de este grupo
wish-delete = **eliminar este grupo para todos sus miembros**
wish-join = hacer que Usher se una a un grupo con un enlace de invitación
wish-add = añadir a { $people } a este grupo
wish-remove = quitar a { $people } de este grupo
wish-promote = dar el rol de admin a { $people }
wish-demote = quitar el rol de admin a { $people }
wish-show-invite = ver el enlace de invitación de este grupo
wish-revoke-invite = anular el enlace de invitación de este grupo y recibir uno nuevo
wish-show = ver este grupo
wish-members = ver los miembros de este grupo
wish-list = ver la lista de grupos
wish-preview = ver adónde lleva un enlace de invitación
wish-sessions = ver las cuentas de WhatsApp
