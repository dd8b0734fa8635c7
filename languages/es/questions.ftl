### Questions before something that cannot be undone, and longer work.

ask-leave = ¿Salir de este grupo? Usher ya no podrá gestionarlo y necesitará un enlace de invitación para volver.
ask-leave-yes = Salir
ask-delete = ¿Eliminar este grupo para todos sus miembros? No se puede deshacer. Usher te pide que escribas el nombre del grupo.
ask-delete-nameless = ¿Eliminar este grupo para todos sus miembros? No se puede deshacer. El grupo no tiene un nombre visible, así que Usher te pide que escribas su ID.
ask-delete-yes = Eliminar…
ask-remove = ¿Quitar a { $count ->
    [one] { $count } persona
   *[other] { $count } personas
} de este grupo?
ask-remove-yes = Quitar
ask-approve = { $count ->
    [one] ¿Dejar que { $count } persona se una a este grupo?
   *[other] ¿Dejar que { $count } personas se unan a este grupo?
}
ask-approve-yes = Aprobar
ask-decline = { $count ->
    [one] ¿Rechazar la solicitud de { $count } persona para unirse a este grupo?
   *[other] ¿Rechazar las solicitudes de { $count } personas para unirse a este grupo?
}
ask-decline-yes = Rechazar
ask-hidden = { $count ->
    [one] { $count } persona más lo pide, pero oculta su número. Decídelo en WhatsApp.
   *[other] { $count } personas más lo piden, pero ocultan su número. Decídelo en WhatsApp.
}
ask-revoke = ¿Anular el enlace de invitación? El enlace actual dejará de funcionar en todas partes. Recibirás uno nuevo.
ask-revoke-yes = Anular
ask-other = ¿Continuar?
ask-other-yes = Continuar

# Title of a window; at most 45 characters with a name of 25
delete-title = Eliminar { $group }
# At most 45 characters
delete-field = Para confirmar, escribe el nombre del grupo
# At most 45 characters
delete-field-id = Para confirmar, escribe el ID del grupo
cancelled = Cancelado
not-confirmed = Expirado
not-confirmed-text = No confirmaste a tiempo. No se cambió nada. Vuelve a usar el comando si aún quieres { $wish }.

working = En curso…
working-far = En curso… { $answered } de { $all } pasos hechos
working-api-pause = WhatsApp pidió una pausa. Continúa automáticamente { $time }.
working-slowly = El límite diario está cerca y Usher va más despacio. Continúa { $time }.
