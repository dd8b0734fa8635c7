not-offered = No disponible aquí
not-offered-delete = El servicio de WhatsApp de este servidor no puede eliminar grupos.
not-offered-delete-next = Usher puede salir del grupo: `/wa-group leave`.
not-offered-no-description = El servicio de WhatsApp de este servidor no puede quitar una descripción.
not-offered-no-description-next = Escribe una nueva en su lugar.
not-offered-picture = Esta versión del servicio de WhatsApp no puede poner imágenes.
not-offered-update = Pide a quien administra el bot que lo actualice.
not-offered-picture-url = El servicio de WhatsApp de este servidor no puede usar un enlace a una imagen.
not-offered-picture-url-next = Adjunta la imagen con la opción `image`.
not-offered-empty = El servicio de WhatsApp de este servidor no puede crear un grupo sin miembros.
not-offered-empty-next = Añade al menos una persona con la opción `members`.
not-offered-lid = El servicio de WhatsApp de este servidor solo conoce a las personas por su número de teléfono, y una de estas personas oculta el suyo.
not-offered-code = El servicio de WhatsApp de este servidor no puede usar este tipo de enlace de invitación.
not-offered-people = El servicio de WhatsApp de este servidor no puede crear un grupo con más de { $max } personas a la vez.
not-offered-people-next = Créalo con menos personas y añade a las demás con `/wa-group members add`.
not-offered-name = Este nombre es demasiado largo para el servicio de WhatsApp de este servidor: como máximo { $max } bytes. Las letras con tilde y los emojis cuentan más de una vez.
not-offered-long-description = Esta descripción es demasiado larga para el servicio de WhatsApp de este servidor: como máximo { $max } caracteres.
not-offered-settings = El servicio de WhatsApp de este servidor no puede mostrar ni cambiar los ajustes de un grupo.
not-offered-writers = El servicio de WhatsApp de este servidor no puede cambiar quién puede enviar mensajes.
not-offered-editors = El servicio de WhatsApp de este servidor no puede cambiar quién puede editar el grupo.
not-offered-adders = El servicio de WhatsApp de este servidor no puede cambiar quién puede añadir miembros.
not-offered-join-approval = El servicio de WhatsApp de este servidor no puede cambiar si los admins aprueban quién se une.
not-offered-join-requests = El servicio de WhatsApp de este servidor no puede ver ni decidir solicitudes para unirse.
not-offered-in-whatsapp = Un admin del grupo puede hacerlo en WhatsApp.
not-offered-other = El servicio de WhatsApp de este servidor no puede hacer esto.

## The service in /wa-setup

field-provider = Servicio de WhatsApp
# A list follows: what the WhatsApp service can't do
set-up-lacking = No disponible con él:
lack-delete = eliminar grupos
lack-remove-description = quitar una descripción
lack-picture = poner imágenes
lack-picture-url = enlaces a imágenes
lack-empty-group = grupos sin miembros
lack-hidden-numbers = cambios a miembros que ocultan su número
lack-unusual-links = enlaces de invitación poco comunes
lack-settings = ajustes de grupos
lack-writers = cambiar quién puede enviar mensajes
lack-editors = cambiar quién puede editar un grupo
lack-adders = cambiar quién puede añadir miembros
lack-join-approval = cambiar si los admins aprueban quién se une
lack-join-requests = solicitudes para unirse
lack-large-groups = grupos nuevos con más de { $max } personas a la vez
lack-long-names = nombres de grupo de más de { $max } bytes
lack-long-descriptions = descripciones de más de { $max } caracteres
lack-other = algunas otras acciones
