### People by file, pictures, QR codes, pages, and what is attached to an answer.

## People by file

bad-file = No se puede usar el archivo
file-too-large = Un archivo puede tener como máximo { $max } MiB. No se envió nada.
file-too-many = Una lista puede tener como máximo { $max } personas. No se envió nada.
file-too-many-cells = Un archivo tiene como máximo { $rows } filas, { $columns } columnas y { $cells } celdas. No se cambió nada.
file-too-slow = Leer este archivo tardó demasiado y Usher se detuvo. Adjunta un archivo más pequeño. No se cambió nada.
file-not-downloaded = Discord no le dio el archivo a Usher. Vuelve a adjuntarlo. No se envió nada.
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
working-left = { $left } por procesar
working-speed = { $speed } por minuto
button-stop = Detener
stopping = Se detendrá en cuanto se responda la petición en curso. Quien ya esté en el grupo se queda en él.
stop-gone = Este trabajo ya terminó, o aquí no hay ninguno con ese número. No se detuvo nada.
stopped-by = { $who } detuvo esto antes de que se completara. El mismo comando hace el resto.
stopped-not-allowed = Usher detuvo esto antes de que se completara: quien lo pidió ya no puede hacerlo aquí.
stopped-not-a-member = Usher detuvo esto antes de que se completara: quien lo pidió salió de este servidor.
stopped-no-server = Usher detuvo esto antes de que se completara: Usher ya no está en este servidor.
stopped-unknown = Usher detuvo esto antes de que se completara: durante 10 minutos no pudo comprobar si quien lo pidió todavía puede hacerlo.
report-attached = El archivo adjunto lo detalla persona por persona.
not-added-attached = `{ $file }` contiene a quienes no se añadió. Puedes adjuntarlo tal cual a `/wa-group members add`.

## Those who must be invited

button-invitation = Mensaje para enviar
invitation-copy = Copia esto y envíalo a quienes necesitan una invitación:
invitation-links = O pulsa un número: WhatsApp se abre con el mensaje para esa persona.
invitation-more = El archivo adjunto tiene los enlaces de las { $count } personas.
invitation-without-number = { $count ->
    [one] De { $count } persona solo se conoce un identificador: no hay enlace para ella.
   *[other] De { $count } personas solo se conoce un identificador: no hay enlace para ellas.
}
# What is sent to people in WhatsApp. No bold here.
invitation = ¡Hola! Únete a nuestro grupo de WhatsApp “{ $group }” con este enlace: { $link }

## Pictures

bad-picture = No se puede usar la imagen
picture-too-large = Una imagen puede tener como máximo { $max } MiB. No se envió nada.
picture-too-many-pixels = Una imagen puede tener como máximo { $max } megapíxeles. Esta tiene { $width } × { $height }. No se envió nada.
picture-unreadable = Esto no es un PNG, JPEG, WebP o GIF que Usher pueda leer. No se envió nada.
picture-cut-off = Esta imagen está cortada: el archivo termina antes que la imagen. Guárdala o descárgala otra vez y adjunta el archivo completo. No se cambió nada.
picture-too-slow = Leer esta imagen tardó demasiado y Usher se detuvo. Adjunta una imagen más pequeña. No se cambió nada.
picture-either = Indica `image` o `url`, pero no ambas. No se envió nada.
created-no-picture = No se pudo poner la imagen; con `/wa-group picture` puedes intentarlo de nuevo.
# Read out to those who cannot see it
picture-alt = La nueva imagen del grupo
qr-alt = Código QR del enlace de invitación
qr-hint = Escanea el código de abajo con la cámara del teléfono.

## Pages

button-first = Primera
button-previous = Anterior
button-next = Siguiente
button-last = Última
page = Página { $page } de { $pages }
pages-old = Ya no es válido
pages-old-text = Estos botones solo valían cinco minutos. Vuelve a usar el comando.

## Descriptions

# Title of a window; at most 45 characters
describe-title = Describir el grupo
# At most 45 characters
describe-field = Descripción
describe-ready = Usher ya tiene la descripción actual. Pulsa el botón para cambiarla.
button-edit = Editar…
field-your-text = Lo que escribiste

## Invites in messages, members as a file

no-invite = No hay enlace de invitación
no-invite-text = En este mensaje no hay ningún enlace de invitación de WhatsApp.
# Below the preview of the first of them
several-invites = Este mensaje tiene { $count } enlaces de invitación distintos. Este es el primero: { $link }
button-join = Unirse
members-exported = { $count ->
    [one] { $count } miembro
   *[other] { $count } miembros
}, en un archivo para hojas de cálculo. Contiene números de teléfono: no se lo des a quien no pueda verlos.
deed-members-exported = { $who } exportó los miembros a un archivo.
wish-members-export = exportar los miembros de este grupo a un archivo
wish-picture-file = poner una nueva imagen a este grupo
wish-with-picture = { $wish }, con una imagen
