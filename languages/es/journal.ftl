### What was done, for others to read: notices in the channel, the log channel and the journal.

deed-created = { $who } creó este grupo.
deed-created-with = { $who } creó este grupo con { $people }.
deed-renamed = { $who } cambió el nombre de **{ $before }** a **{ $after }**
deed-described = { $who } cambió la descripción.
deed-picture = { $who } cambió la imagen.
deed-left = { $who } hizo que la cuenta saliera de este grupo.
deed-deleted = { $who } eliminó este grupo.
deed-joined = { $who } hizo que la cuenta se uniera a este grupo.
deed-added = { $who } añadió a { $people }.
deed-removed = { $who } quitó del grupo a { $people }.
deed-promoted = { $who } dio el rol de admin a { $people }.
deed-demoted = { $who } quitó el rol de admin a { $people }.
deed-invite-revoked = { $who } anuló el enlace de invitación; el anterior ya no funciona.
deed-invite-shown = { $who } miró el enlace de invitación.
deed-journal-exported = { $who } exportó { $rows ->
    [one] { $rows } caso
   *[other] { $rows } casos
} del registro a un archivo.
deed-granted = { $who } dio permisos a { $grant }.
deed-rights-revoked = { $who } quitó permisos a { $grant }.
deed-log-channel = { $who } eligió { $channel } como canal de registro.
deed-log-channel-gone = { $who } quitó el canal de registro.
deed-approvals-channel = { $who } eligió { $channel } como canal de aprobaciones.
deed-approvals-channel-gone = { $who } quitó el canal de aprobaciones.
deed-country = { $who } eligió { $country } como país de los números de teléfono.
deed-country-gone = { $who } quitó el país de los números de teléfono.
deed-invitation = { $who } cambió el texto de las invitaciones.
deed-invitation-gone = { $who } quitó el texto propio de las invitaciones.
deed-approved = { $by } lo aprobó.
who-owner = El propietario del bot
who-erased = Una persona cuyos datos se borraron

## Cases of the journal

case-nothing = { $who } usó { $operation }, sin que cambiara nada.
case-used = { $who } usó { $operation }.
case-used-result = { $who } usó { $operation }: { $result }.
case-used-for = { $who } usó { $operation } para { $count ->
    [one] { $count } persona
   *[other] { $count } personas
}: { $result }.
case-refused = A { $who } se le denegó { $operation }, que requiere { $capability }.
case-refused-more = Y { $count ->
    [one] { $count } denegación más
   *[other] { $count } denegaciones más
} de la misma persona en ese minuto, sin entrada propia.
more-refusals = A { $who } se le denegó algo { $count ->
    [one] { $count } vez más
   *[other] { $count } veces más
} en el último minuto. El registro de auditoría tiene las primeras.
case-denied = { $who } solicitó { $operation } y { $by } lo rechazó.
case-denied-why = { $who } solicitó { $operation } y { $by } lo rechazó: { $reason }
case-taken-back = { $who } solicitó { $operation } y retiró la solicitud.
case-expired = { $who } solicitó { $operation } y nadie decidió a tiempo.
case-failed = { $who } intentó { $operation }; falló ({ $cause }) y no cambió nada.
case-unknown = { $who } usó { $operation }; **no está confirmado que se hiciera** ({ $cause }).
result-open = abierto
result-done = hecho
result-failed = fallido
result-refused = denegado
result-unknown = sin confirmar

cases = Casos
cases-none = No hay ningún caso así que puedas ver.
cases-none-near = Nada entre los { $count } casos revisados aquí. Los botones siguen buscando.
cases-footer = /wa-audit show lo cuenta todo de un caso.
# A case in a list
case-line-in = { $operation } en **{ $group }**: { $result }
case-line = { $operation }: { $result }

field-when = Cuándo
field-result = Resultado
field-operation = Operación
field-channel = Canal
field-tries = Intentos
field-group = Grupo
field-people = Personas

journal = Registro
journal-exported = { $rows ->
    [one] { $rows } caso
   *[other] { $rows } casos
}, en un archivo para hojas de cálculo. Contiene cosas que los miembros quizá no quieran que vean otros.
journal-cut = { $missing ->
    [one] { $missing } caso anterior no cabía.
   *[other] { $missing } casos anteriores no cabían.
} El resto se ve con `/wa-audit recent`. Para tener todos los casos en un archivo, exporta más a menudo, con `days`.

## After an interruption

interrupted = Tras una interrupción
interrupted-done = Lo que pediste se terminó con retraso: { $deed }
interrupted-unknown = { $who }, lo que pediste se interrumpió y no está confirmado que se hiciera. Mira el grupo antes de repetir el comando.
interrupted-nothing = { $who }, lo que pediste se interrumpió. No se cambió nada. Si aún lo quieres, vuelve a usar el comando.
