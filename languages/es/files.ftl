### People by file, pictures, QR codes, pages, and what is attached to an answer.

## People by file

bad-file = No se puede leer este archivo
file-too-large = Este archivo es demasiado grande (límite: { $max } MB). No se cambió nada.
file-too-many = Esta lista es demasiado larga (límite: { $max } personas). No se cambió nada.
file-too-many-cells = Este archivo es demasiado grande (límite: { $rows } filas, { $columns } columnas y { $cells } celdas). No se cambió nada.
file-too-slow = Leer este archivo tardó demasiado y Usher se detuvo. No se cambió nada. Adjunta un archivo más pequeño.
file-not-downloaded = Usher no pudo descargar el archivo. No se cambió nada. Vuelve a adjuntarlo.
# In a list of bad entries of a file
file-line = Línea { $line }
# Titles of the columns of an attached table
column-line = línea
column-phone = número de teléfono
column-name = nombre
column-reason = motivo
column-link = enlace
column-how = cómo se leyó
column-country = país
column-result = resultado

## Longer work

# Followed by a bar
working-people = { $done } de { $all ->
    [one] { $all } persona
   *[other] { $all } personas
}
working-left = { $minutes ->
    [one] falta cerca de { $minutes } minuto
   *[other] faltan unos { $minutes } minutos
}
working-left-little = falta menos de un minuto
button-stop = Detener
# Titles of the answers to the button
stopping-title = Deteniendo
stop-gone-title = Nada que detener
stopping = Usher se detiene después del paso actual. Lo que ya está hecho queda hecho.
stop-gone = Este trabajo ya terminó, o en este servidor no hay ningún trabajo con ese número.
stopped-by = { $who } detuvo esto antes de que terminara. Vuelve a usar el mismo comando para hacer el resto.
stopped-not-allowed = Usher se detuvo antes de terminar esto: la persona que lo inició ya no tiene permiso aquí.
stopped-not-a-member = Usher se detuvo antes de terminar esto: la persona que lo inició salió de este servidor.
stopped-no-server = Usher se detuvo antes de terminar esto: Usher ya no está en este servidor.
stopped-unknown = Usher se detuvo antes de terminar esto: durante 10 minutos no pudo comprobar si la persona que lo inició aún tiene permiso.
stopped-account-lost = Usher se detuvo antes de terminar esto: la cuenta de WhatsApp ya no está conectada. `/wa-session list` muestra por qué. Vuelve a usar el mismo comando cuando esté conectada.
report-attached = Todos los resultados están en el archivo adjunto.
not-added-attached = `{ $file }` tiene la lista de personas que no se añadieron. Puedes adjuntarlo tal cual a `/wa-group members add`.

## Those who must be invited

button-invitation = Ver mensaje de invitación
invitation-copy = Copia esto y envíaselo por WhatsApp:
invitation-links = O elige un número: WhatsApp se abre con el mensaje para esa persona.
invitation-more = El archivo adjunto tiene los enlaces de las { $count } personas.
invitation-without-number = { $count ->
    [one] { $count } persona no tiene un número de teléfono visible, así que no hay enlace para ella.
   *[other] { $count } personas no tienen un número de teléfono visible, así que no hay enlace para ellas.
}
# What is sent to people in WhatsApp. No bold here.
invitation = ¡Hola! Únete a nuestro grupo de WhatsApp { $group } con este enlace: { $link }

## Pictures

bad-picture = No se puede usar esta imagen
picture-too-large = Esta imagen es demasiado grande (límite: { $max } MB). No se cambió nada.
picture-too-many-pixels = Esta imagen es demasiado grande: { $width } × { $height } píxeles. No se cambió nada. Usa una de { $max } megapíxeles como máximo.
picture-unreadable = Usher no puede leer esta imagen. No se cambió nada. Usa PNG, JPEG, WebP o GIF.
picture-cut-off = Esta imagen está incompleta: el archivo termina antes de tiempo. No se cambió nada. Guárdala o descárgala otra vez y adjunta el archivo completo.
picture-too-slow = Leer esta imagen tardó demasiado y Usher se detuvo. No se cambió nada. Adjunta una imagen más pequeña.
picture-either = Usa `image` o `url`, pero no ambas. No se cambió nada.
created-no-picture = No se puso la imagen. Prueba con `/wa-group picture`.
# Read out to those who cannot see it
picture-alt = La nueva imagen del grupo
qr-alt = Código QR del enlace de invitación
qr-hint = Escanea el código QR para unirte.

## Pages

button-first = Primera
button-previous = Anterior
button-next = Siguiente
button-last = Última
page = Página { $page } de { $pages }
pages-old = Botones expirados
pages-old-text = Estos botones funcionan durante 15 minutos. Vuelve a usar el comando.

## Descriptions

# Title of a window; at most 45 characters with a name of 25
describe-title = Descripción de { $group }
# At most 45 characters
describe-field = Descripción
describe-ready = Listo. Pulsa **Editar…** para cambiar la descripción.
button-edit = Editar…
field-your-text = Tu texto

## Invites in messages, members as a file

no-invite = No hay enlace de invitación
no-invite-text = En este mensaje no hay ningún enlace de invitación de WhatsApp.
# Below the preview of the first of them
several-invites = Este mensaje tiene { $count } enlaces de invitación distintos. Este es el primero: { $link }
button-join = Unirse
members-exported = { $count ->
    [one] Se exportó { $count } miembro
   *[other] Se exportaron { $count } miembros
}. El archivo tiene números de teléfono; compártelo solo con quien pueda verlos.
deed-members-exported = { $who } exportó la lista de miembros.
wish-members-export = exportar la lista de miembros de este grupo
wish-picture-file = cambiar la imagen de este grupo
wish-with-picture = { $wish }, con imagen
