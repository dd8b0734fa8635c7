### Why people do things: the option `reason`, `/wa-audit reason`, and the setting that makes reasons mandatory.

field-reason = Motivo
reason-by = El motivo es de { $who }.
# The reason follows
deed-reason-changed = { $who } cambió el motivo de la entrada #{ $case }
deed-reasons-mandatory = { $who } hizo obligatorios los motivos.
deed-reasons-optional = { $who } hizo opcionales los motivos.
action-audit-reason = cambiar motivos en el registro de auditoría
action-audit-reason-of-others = cambiar motivos de otras personas en el registro de auditoría
# An action, such as “rename groups”
action-promote = nombrar admins
action-demote = quitar admins
reason-missing = Falta el motivo
reason-missing-text = En este servidor debes decir por qué. Vuelve a usar el comando con la opción { $option }. No se cambió nada.
no-reason-for-refusal = Usher denegó este intento, así que no tiene motivo.
bad-reason-long = Motivo demasiado largo: { $given } caracteres (límite: { $max }).
reason-saved = Motivo guardado
reason-saved-text = La entrada #{ $case } ya lo muestra.
field-reasons = Motivos
set-up-reasons-mandatory = Hay que decir por qué al quitar personas o admins, salir de un grupo o eliminarlo, o anular un enlace de invitación.
set-up-reasons-optional = Opcional: los comandos que quitan, eliminan, salen o anulan tienen la opción `reason`.
set-up-reasons-on = Los motivos ahora son obligatorios.
set-up-reasons-off = Los motivos ahora son opcionales.
# Buttons
button-reasons-on = Hacer obligatorios los motivos
button-reasons-off = Hacer opcionales los motivos
