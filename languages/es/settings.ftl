### Settings of a group, and requests to join it.

setting-writers-everyone = Todos pueden enviar mensajes.
setting-writers-admins = Solo los admins pueden enviar mensajes.
setting-editors-everyone = Todos pueden cambiar el nombre, la imagen y la descripción.
setting-editors-admins = Solo los admins pueden cambiar el nombre, la imagen y la descripción.
setting-adders-everyone = Todos pueden añadir miembros.
setting-adders-admins = Solo los admins pueden añadir miembros.
setting-approval-on = Un admin debe aprobar a quien se une con el enlace.
setting-approval-off = Cualquiera con el enlace se une sin aprobación.
setting-changed = Cambiado
setting-was-so = Ya estaba así
setting-not-changed = No cambiado
setting-unconfirmed = Sin confirmar. Revisa los ajustes antes de volver a usar el comando
settings-unknown = El servicio de WhatsApp no dijo los ajustes de este grupo.
in-community = Pertenece a una comunidad
# Values of the options of a command
choice-everyone = Todos
choice-admins = Solo admins
choice-approval-on = Un admin aprueba
choice-approval-off = Sin aprobación

## Requests to join

join-requests-count = { $count ->
    [one] { $count } persona pide unirse
   *[other] { $count } personas piden unirse
}
join-requests-none = Nadie pide unirse en este momento.
join-requests-not-needed = Nadie pide unirse: cualquiera con el enlace se une sin aprobación.
menu-approve = Aprobar…
menu-decline = Rechazar…
button-approve-all = Aprobar a todos
button-decline-all = Rechazar a todos
button-join-requests = Ver solicitudes
join-notice-as-of = Actualizado { $when }.
join-notice-replaced = Un mensaje más reciente tiene el número actual.
join-notice-unreachable = Usher ya no ve las solicitudes de este grupo.
# What became of a request; the people follow
request-result-approved = Ya en el grupo
request-result-declined = Rechazado
request-result-not-asking = No pidió unirse
request-result-not-in = La solicitud ya no está, pero el número no aparece en la lista de miembros. Revisa la lista
request-result-still-asking = WhatsApp no lo decidió; la solicitud sigue abierta
request-result-unconfirmed = Sin confirmar. Revisa las solicitudes antes de volver a usar el comando
