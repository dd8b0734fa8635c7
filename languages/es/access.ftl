### Rights of roles, and the set-up of a server.

granted = Permisos concedidos
granted-held = { $role } ahora puede usar { $rights }{ $scope }
granted-asked = Debe aprobarlo quien ya tenga ese permiso: { $role } ahora puede solicitar { $rights }{ $scope }
granted-no-effect = Para un solo grupo, { $capabilities } no tiene efecto: se refiere a grupos que aún no existen.
granted-footer = Se aplica de inmediato.
revoked = Permisos retirados
revoked-lost = { $role } ya no tiene { $rights }
revoked-footer = Se aplica de inmediato. Los administradores lo conservan todo.
# Rights that one has only if somebody approves, in a list
rights-by-approval = { $rights } con aprobación
# Follows rights
in-group = en { $group }
in-session = en la sesión { $session }

grants = Permisos de los roles
grants-none = Ningún rol tiene permisos aquí. Los administradores pueden hacerlo todo y los demás, nada.
grants-narrow = … y { $more } más. La opción `role` reduce la lista.
grants-footer = “archivo”: lo fijó quien gestiona el bot y no se cambia aquí. Los administradores pueden hacerlo todo.
grant-may-ask = puede solicitar { $rights }
grant-of-file = archivo
grant-of-discord = Discord

rights-of = ¿Qué puede hacer?
rights-of-administrator = { $who } tiene permiso de Administrador en este servidor, así que puede hacerlo todo.
rights-of-nobody = { $who } no puede hacer nada aquí.
rights-of-somebody = { $who } puede usar:
rights-through = { $capability } gracias a { $roles }
rights-if-approved = { $capability } si alguien lo aprueba, gracias a { $roles }
not-everywhere = { $role } (no en todas partes)
field-not = No puede

## Set-up

set-up = Configuración de este servidor
set-up-text = Lo que ya está y lo que falta. Configúralo con los menús y botones de abajo.
set-up-done = **Hecho:** { $what }
set-up-not-set = **Sin configurar:** { $why }
set-up-moderators = { $role } ahora es un rol de moderación.
set-up-log = { $channel } ahora es el canal de registro.
set-up-log-gone = Ya no hay canal de registro.
set-up-approvals = { $channel } ahora es el canal de aprobaciones.
set-up-approvals-gone = Ya no hay canal de aprobaciones.
set-up-no-sessions = La API de grupos no conoce ninguna sesión de este servidor. Quien gestiona el bot debe revisar su configuración.
set-up-unreadable = No se pudo leer: { $why }
set-up-no-log = Sin configurar. De los cambios y las denegaciones solo se entera quien usó el comando.
set-up-no-approvals = Sin configurar. Hará falta cuando alguien solo pueda hacer algo con aprobación.
set-up-approvals-wanted = **Sin configurar, y hace falta:** algunos roles solo pueden hacer ciertas cosas con aprobación, y no hay dónde pedirla.
set-up-footer = Con /wa-access grant das otros permisos a los roles; si quieres, solo para algunos grupos.
set-up-fixed = { $setting } (fijado por quien gestiona el bot)
set-up-lacks = **Usher no puede escribir ahí.** Le falta: { $permissions }. Cambia los permisos del canal.
set-up-gone = **Ese canal ya no existe.**
set-up-silent = Discord no indicó si Usher puede escribir ahí.
set-up-log-waits = **Discord rechaza aquí las entradas de Usher desde { $since }.** { $count ->
    [one] Espera { $count } entrada
   *[other] Esperan { $count } entradas
}. Usher las guarda y las publica en orden en cuanto pueda.
set-up-no-roles = Ninguno: solo los administradores pueden usar Usher.
set-up-roles-silent = Discord no indicó qué roles hay.
set-up-all-roles = Ninguno: todos los roles tienen permisos.
set-up-bare-roles = No pueden hacer nada, así que no necesitan nada aquí.
set-up-country = Los números sin código de país se leen ahora como números de { $country }.
set-up-country-gone = Este servidor ya no tiene un país propio.
set-up-country-default = { $country } (el valor para todos los servidores, fijado por quien gestiona el bot)
set-up-country-meaning = Los números sin código de país se leen como números de este país.
set-up-no-country = Sin configurar. Usher no puede saber de qué país es un número sin código de país.
set-up-country-proposed = Propuesta: { $country }, según el número de la cuenta de WhatsApp conectada.
set-up-invitation = Las invitaciones tienen ahora tu propio texto.
set-up-invitation-gone = Las invitaciones tienen ahora el texto en el idioma de este servidor.
field-accounts = Cuentas de WhatsApp
field-log-channel = Canal de registro
field-approvals-channel = Canal de aprobaciones
field-country = País de los números de teléfono
field-invitation = Invitación a grupos de WhatsApp
field-roles-with = Roles con permisos
field-roles-without = Roles sin permisos
menu-moderators = Elegir un rol de moderación
# A button
button-country = País…
# A button
button-use-country = Usar { $country }
# At most 45 characters
country-title = País de los números de teléfono
# At most 45 characters
country-label = País
# At most 100 characters
country-hint = BR, +55 o Brasil. Vacío: ningún país propio.
# A button
button-set-invitation = Invitación…
# At most 45 characters
invitation-title = Invitación
# At most 45 characters
invitation-label = Texto con { $group } y { $link }
# At most 100 characters
invitation-hint = Vacío: el texto en el idioma de este servidor

# A choice beside "all", when a role is given rights that need approval; at most 90 characters
choice-all = todos los permisos que das ahora

## A log channel that refuses entries

# A title
log-closed = Usher no puede escribir en el canal de registro
log-closed-text = Discord rechaza las entradas de Usher en { $channel } desde { $since }. { $count ->
    [one] Espera { $count } entrada
   *[other] Esperan { $count } entradas
}. Usher las guarda y las publica en orden en cuanto pueda. Un administrador puede cambiar el canal o sus permisos: `/wa-setup` muestra qué falta.
