### Permissions of roles, and the setup of a server.

granted = Permisos añadidos
granted-held = { $role } ahora tiene { $rights }{ $scope }
granted-asked = { $role } ahora puede solicitar { $rights }{ $scope }
# Below the line before
granted-asked-how = Alguien que tenga el permiso debe aprobar cada solicitud.
granted-no-effect = Se omitieron, porque los permisos para grupos nuevos no se pueden limitar a un grupo: { $capabilities }
granted-footer = Se aplica de inmediato.
revoked = Permisos quitados
revoked-lost = Quitados a { $role }: { $rights }
revoked-footer = Se aplica de inmediato. Los administradores siempre tienen todos los permisos.
# Permissions that need approval, in a list
rights-by-approval = { $rights } (con aprobación)
# Follows permissions
in-group = en { $group }
in-session = con la cuenta de WhatsApp { $session }

grants = Permisos
grants-none = No hay permisos que mostrar aquí. Un rol sin permisos no puede usar Usher; los administradores siempre pueden. Añade permisos con `/wa-access grant`.
grants-narrow = …y { $more } más. Usa la opción `role` para ver un solo rol.
grants-footer = Lo “fijado por el propietario del bot” no se puede cambiar aquí. Los administradores pueden hacerlo todo.
grant-may-ask = puede solicitar { $rights }
grant-of-file = fijado por el propietario del bot
grant-of-discord = fijado aquí

rights-of = Permisos de una persona
rights-of-administrator = { $who } es administrador y puede hacerlo todo.
rights-of-nobody = { $who } no tiene permisos aquí. Añade permisos a uno de sus roles con `/wa-access grant`.
rights-of-somebody = { $who } puede:
# The line goes on with the roles
rights-through = { $capability } · por { $roles }
rights-if-approved = { $capability } · con aprobación · por { $roles }
# $scope is such as “in Alpha Team”
not-everywhere = { $role } solo { $scope }
field-not = No permitido

## Setup

set-up = Configuración
set-up-text = Elige los canales y un rol de moderación en los menús de abajo. Los botones cambian el país de los números de teléfono y el texto de las invitaciones.
set-up-done = ✅ { $what }
set-up-not-set = ⚠️ **Sin cambios.** { $why }
set-up-moderators = { $role } ahora puede ver y cambiar grupos, añadir y quitar personas, y gestionar los enlaces de invitación.
set-up-log = Canal de registro: { $channel }
set-up-log-gone = Canal de registro desactivado.
set-up-approvals = Canal de aprobaciones: { $channel }
set-up-approvals-gone = Canal de aprobaciones desactivado.
set-up-approvals-role = Las solicitudes nuevas mencionan a { $role }.
set-up-approvals-role-gone = Las solicitudes nuevas no mencionan ningún rol.
set-up-mentions = Menciona a { $role } en cada solicitud nueva.
set-up-mentions-nobody = ⚠️ **La mención no avisa a nadie.** Permite que cualquiera mencione este rol, o dale a Usher Mention @everyone, @here, and All Roles en este canal.
set-up-role-gone = ⚠️ **Este servidor no tiene ese rol.** Elige otro.
set-up-alerts = Los avisos sobre cuentas de WhatsApp mencionan a { $role }.
set-up-alerts-role-gone = ⚠️ **Este servidor no tiene ese rol.** Avisa al propietario del bot.
mentions-everyone = Es @everyone
mentions-everyone-text = Usher nunca menciona a @everyone. Elige otro rol. No se cambió nada.
set-up-no-sessions = La cuenta de WhatsApp fijada para este servidor no existe. Avisa al propietario del bot.
set-up-unreadable = Usher no pudo leer las cuentas. { $why }
set-up-no-log = Sin configurar. Elige un canal para tener constancia de cada cambio y de cada intento denegado, y recibir un aviso cuando se desconecte una cuenta de WhatsApp.
set-up-no-approvals = Sin configurar. Solo hace falta si algunos roles deben pedir aprobación.
set-up-no-approvals-no-notices = Sin configurar. Hace falta si algunos roles deben pedir aprobación, o para recibir avisos de quienes piden unirse.
set-up-approvals-wanted = ⚠️ **Hace falta:** algunos roles deben pedir aprobación, pero no hay un canal para las solicitudes.
set-up-footer = Más opciones: /wa-access grant (otros permisos, o solo algunos grupos)
set-up-fixed = { $setting } (fijado por el propietario del bot)
set-up-lacks = ⚠️ **Usher no puede publicar ahí.** Dale { $permissions } en este canal.
set-up-gone = ⚠️ **Este servidor no tiene ese canal.** Elige otro.
set-up-silent = Usher no pudo comprobar si puede publicar ahí.
set-up-log-waits = ⚠️ **Discord rechaza aquí las entradas de Usher desde el { $since }.** { $count ->
    [one] Hay { $count } entrada
   *[other] Hay { $count } entradas
} en espera. Usher las publicará en orden en cuanto pueda.
set-up-no-roles = Ninguno. Solo los administradores pueden usar Usher.
set-up-roles-silent = Usher no pudo leer los roles de Discord.
set-up-all-roles = Ninguno. Todos los roles tienen permisos.
set-up-bare-roles = Estos roles no dan permisos en Usher.
set-up-country = País de los números de teléfono: { $country }
set-up-country-gone = Este servidor ya no tiene un país propio.
set-up-country-default = { $country } (valor del propietario del bot para todos los servidores)
set-up-country-meaning = Los números sin código de país se leen como números de este país.
set-up-no-country = Sin configurar. Usher no puede saber de qué país es un número sin código de país.
set-up-country-proposed = Sugerencia: { $country }, por el número de la cuenta de WhatsApp conectada.
set-up-invitation = Las invitaciones ahora usan tu propio texto.
set-up-invitation-gone = Las invitaciones vuelven a usar el texto predeterminado en el idioma de este servidor.
field-accounts = Cuentas de WhatsApp
field-log-channel = Canal de registro
field-approvals-channel = Canal de aprobaciones
field-country = País de los números de teléfono
field-invitation = Invitación a grupos de WhatsApp
field-roles-with = Roles con permisos
field-roles-without = Roles sin permisos
menu-moderators = Dar permisos de moderación a un rol
menu-approvals-role = Rol que mencionar en las solicitudes nuevas
# A button
button-country = País…
# A button
button-use-country = Usar { $country }
# At most 45 characters
country-title = País de los números de teléfono
# At most 45 characters
country-label = País
# At most 100 characters
country-hint = Por ejemplo BR, +55 o Brasil. Déjalo vacío para quitar el país propio de este servidor.
# A button
button-set-invitation = Invitación…
# At most 45 characters
invitation-title = Invitación
# At most 45 characters
invitation-label = Texto con { $group } y { $link }
# At most 100 characters
invitation-hint = Déjalo vacío para usar el texto predeterminado en el idioma de este servidor.

# A choice beside "all", when a role gets permissions that need approval; at most 90 characters
choice-all = todos los permisos que das aquí

## A log channel that refuses entries

# A title
log-closed = Usher no puede publicar en el canal de registro
log-closed-text = Discord rechaza las entradas de Usher en { $channel } desde el { $since }. { $count ->
    [one] Hay { $count } entrada
   *[other] Hay { $count } entradas
} en espera. Usher las publicará en orden en cuanto pueda. Un administrador puede arreglarlo: `/wa-setup` muestra qué falta.
