### Questions before something that cannot be taken back, and longer work.

ask-leave = ¿Salir de este grupo? La cuenta solo podrá volver con un enlace de invitación y ya no podrá gestionar el grupo.
ask-leave-yes = Salir
ask-delete = ¿Eliminar este grupo para todos sus miembros? No se puede recuperar. Se te pedirá que escribas su nombre.
ask-delete-nameless = ¿Eliminar este grupo para todos sus miembros? No se puede recuperar. El grupo no tiene un nombre visible, así que se te pedirá que escribas su ID.
ask-delete-yes = Eliminar…
ask-remove = ¿Quitar a { $count ->
    [one] { $count } persona
   *[other] { $count } personas
} de este grupo?
ask-remove-yes = Quitar
ask-revoke = ¿Anular el enlace de invitación? El enlace actual dejará de funcionar al instante, se haya compartido donde se haya compartido, y se creará uno nuevo.
ask-revoke-yes = Anular
ask-other = ¿Continuar?
ask-other-yes = Continuar
ask-seconds = Válido durante 60 segundos.

# Title of a window; at most 45 characters
delete-title = ¿Eliminar este grupo?
# At most 45 characters
delete-field = Escribe el nombre del grupo para eliminarlo
# At most 45 characters
delete-field-id = Escribe el ID del grupo para eliminarlo
cancelled = Cancelado
not-confirmed = No se confirmó a tiempo
not-confirmed-text = No se cambió nada. Si aún lo quieres, vuelve a usar el comando.

working = En curso…
working-far = En curso: { $answered } de { $all } peticiones completadas.
working-api-pause = La API de grupos pide una pausa; Usher continuará por sí solo a esta hora: { $time }.
working-slowly = A esta cuenta le queda poco de lo que puede añadir en un día, así que Usher va despacio. Continuará a esta hora: { $time }.
