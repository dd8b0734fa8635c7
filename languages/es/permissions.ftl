### What permissions and commands are for, as people read it. Each phrase follows "You can't", "asked to" or "needs
### permission to". The codes of permissions are shown only by /wa-access.

permission-groups-read = ver grupos y miembros
permission-invites-read = ver enlaces de invitación
permission-members-add = añadir personas
permission-groups-edit = cambiar el nombre, la descripción y la imagen de los grupos
permission-members-remove = quitar personas
permission-members-approve = aprobar o rechazar solicitudes para unirse
permission-invites-revoke = anular enlaces de invitación
permission-groups-create = crear grupos
permission-groups-join = entrar en grupos
permission-groups-leave = salir de grupos
permission-groups-settings = cambiar los ajustes de los grupos
permission-admins-manage = elegir los admins de los grupos
permission-members-export = exportar listas de miembros
permission-audit-read = leer el registro de auditoría
permission-groups-delete = eliminar grupos
permission-access-manage = gestionar permisos

## A single command, where its permission covers several

action-rename = cambiar nombres de grupos
action-describe = cambiar descripciones de grupos
action-picture = cambiar imágenes de grupos
action-list = ver la lista de grupos
action-show = ver grupos
action-members-list = ver la lista de miembros
action-members-find = buscar miembros
action-settings-show = ver los ajustes de los grupos
action-join-requests = ver las solicitudes para unirse
action-preview = ver adónde llevan enlaces de invitación
action-sessions = ver las cuentas de WhatsApp
action-audit-export = exportar el registro de auditoría
action-audit-stop = detener trabajos de otras personas
action-access-see = ver permisos
action-setup = configurar Usher
action-requests = ver solicitudes
action-help = leer la ayuda
