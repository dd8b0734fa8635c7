### What was done, for others to read: notices in the channel, the log channel and the audit log.

deed-created = { $who } creó este grupo.
deed-created-with = { $who } creó este grupo con { $people }.
deed-renamed = { $who } cambió el nombre de **{ $before }** a **{ $after }**
deed-described = { $who } cambió la descripción.
deed-picture = { $who } cambió la imagen.
deed-left = { $who } hizo que Usher saliera de este grupo.
deed-deleted = { $who } eliminó este grupo.
deed-joined = { $who } hizo que Usher se uniera a este grupo.
deed-added = { $who } añadió a { $people }.
deed-removed = { $who } quitó a { $people }.
deed-promoted = { $who } dio el rol de admin a { $people }.
deed-demoted = { $who } quitó el rol de admin a { $people }.
# An entry of an older release, which does not say whether they became admins
deed-admins-changed = { $who } cambió el rol de admin de { $people }.
deed-settings = { $who } cambió los ajustes del grupo. { $settings }
deed-requests-approved = { $who } dejó que { $people } se uniera.
deed-requests-declined = { $who } rechazó la solicitud de { $people } para unirse.
deed-invite-revoked = { $who } anuló el enlace de invitación. El anterior ya no funciona.
deed-invite-shown = { $who } consultó el enlace de invitación.
deed-journal-exported = { $who } exportó { $rows ->
    [one] { $rows } entrada
   *[other] { $rows } entradas
} del registro.
deed-granted = { $who } añadió permisos a { $grant }
deed-rights-revoked = { $who } quitó permisos a { $grant }
deed-log-channel = { $who } eligió { $channel } como canal de registro.
deed-log-channel-gone = { $who } desactivó el canal de registro.
deed-approvals-channel = { $who } eligió { $channel } como canal de aprobaciones.
deed-approvals-channel-gone = { $who } desactivó el canal de aprobaciones.
deed-approvals-role = { $who } eligió { $role } como rol que mencionan las solicitudes nuevas.
deed-approvals-role-gone = { $who } quitó el rol que mencionan las solicitudes nuevas.
deed-country = { $who } eligió { $country } como país de los números de teléfono.
deed-country-gone = { $who } quitó el país de los números de teléfono de este servidor.
deed-invitation = { $who } cambió el texto de las invitaciones.
deed-invitation-gone = { $who } volvió al texto predeterminado de las invitaciones.
deed-approved = Aprobado por { $by }.
who-owner = El propietario del bot
who-erased = Una persona cuyos datos se borraron

## Entries of the audit log. $action is such as “rename groups”.

case-nothing = { $who } intentó { $action }; { $result }.
# What did not happen, in case-nothing
nothing-added = no se añadió a nadie
nothing-removed = no se quitó a nadie
nothing-promoted = nadie pasó a ser admin
nothing-demoted = nadie perdió el rol de admin
nothing-else = no cambió nada
case-used = { $who } usó el comando para { $action }.
case-used-result = { $who } usó el comando para { $action }: { $result }.
case-used-for = { $who } usó el comando para { $action } con { $count ->
    [one] { $count } persona
   *[other] { $count } personas
}: { $result }.
case-refused = { $who } intentó { $action } (sin permiso).
case-refused-more = Y { $count ->
    [one] { $count } intento denegado más
   *[other] { $count } intentos denegados más
} de la misma persona en ese minuto, sin entrada propia.
more-refusals = Usher denegó { $count ->
    [one] { $count } intento más
   *[other] { $count } intentos más
} de { $who } en el último minuto. El registro de auditoría tiene los primeros.
# The reason follows, if there is one
case-denied = { $by } rechazó una solicitud: { $who } quería { $action }.
case-taken-back = { $who } retiró una solicitud para { $action }.
case-expired = Una solicitud expiró: { $who } quería { $action }.
case-failed = { $who } intentó { $action }. Falló y no se cambió nada ({ $cause }).
case-unknown = { $who } intentó { $action }. **Sin confirmar** ({ $cause }): puede que haya funcionado o puede que no.
case-unconfirmed = { $who } intentó { $action }. **Sin confirmar**: puede que haya funcionado o puede que no.
case-unconfirmed-people = **Sin confirmar** para { $count ->
    [one] { $count } persona
   *[other] { $count } personas
}. Comprueba el grupo.
result-open = en curso
result-done = hecho
result-nothing = sin cambios
result-failed = fallido
result-refused = denegado
result-unknown = sin confirmar

cases = Registro de auditoría
cases-none = No se encontraron entradas.
cases-none-near = Nada en las últimas { $count } entradas que revisó Usher. Los botones de abajo siguen buscando.
cases-footer = Detalles de una entrada: /wa-audit show

field-when = Cuándo
field-result = Resultado
field-operation = Acción
field-channel = Canal
field-tries = Intentos
field-group = Grupo
field-people = Personas

journal = Registro de auditoría exportado
journal-exported = { $rows ->
    [one] Se exportó { $rows } entrada
   *[other] Se exportaron { $rows } entradas
}. El archivo tiene datos privados; compártelo con cuidado.
journal-cut = { $missing ->
    [one] { $missing } entrada más antigua no cabía.
   *[other] { $missing } entradas más antiguas no cabían.
} Mira el resto con `/wa-audit recent`. Para tener todas las entradas en un archivo, exporta más a menudo y usa `days`.

## After an interruption

interrupted = Usher se reinició
interrupted-done = Terminado después de un reinicio: { $deed }
interrupted-unknown = { $who }, Usher se reinició durante tu comando y no está confirmado que surtiera efecto. Comprueba el grupo antes de volver a usar el comando.
interrupted-nothing = { $who }, Usher se reinició durante tu comando. No se cambió nada. Vuelve a usar el comando si aún lo quieres.
