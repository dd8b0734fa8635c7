### Lists of people: how they were read, and what is asked before anyone in them is added, removed or changed.

list-found = { $count ->
    [0] Usher no encontró a nadie en esta lista.
    [one] Usher encontró a **{ $count } persona** en esta lista.
   *[other] Usher encontró a **{ $count } personas** en esta lista.
} No pasa nada hasta que pulses un botón.
list-exact = { $count ->
    [one] { $count } número tiene código de país.
   *[other] { $count } números tienen código de país.
}
list-ids = { $count ->
    [one] { $count } entrada es un ID de WhatsApp.
   *[other] { $count } entradas son ID de WhatsApp.
}
# $country is such as “BR (+55)”
list-national = { $count ->
    [one] Usher leyó { $count } número sin código de país como número de { $country }.
   *[other] Usher leyó { $count } números sin código de país como números de { $country }.
}
list-doubles = { $count ->
    [one] { $count } entrada repite a una persona y se omite.
   *[other] { $count } entradas repiten a una persona y se omiten.
}
list-columns = Los números son de { $all }
list-column-titled = columna { $column } **{ $title }**
list-column = columna { $column }
list-other-numbers = { $count ->
    [one] No se usa { $count } número más de las mismas personas.
   *[other] No se usan { $count } números más de las mismas personas.
}
list-already = { $count ->
    [one] { $count } de ellas ya está en el grupo.
   *[other] { $count } de ellas ya están en el grupo.
}
list-room = El grupo tiene { $members } miembros (límite: 1024).
list-too-full = El grupo tiene { $members } miembros (límite: 1024), así que no caben todas estas personas.
list-may-add = { $left ->
    [one] Límite diario: esta cuenta de WhatsApp puede añadir ahora a { $left } persona más.
   *[other] Límite diario: esta cuenta de WhatsApp puede añadir ahora a { $left } personas más.
}
list-may-not-add = { $left ->
    [0] Límite diario: esta cuenta de WhatsApp no puede añadir a nadie ahora, así que Usher se negaría a añadirlas.
    [one] Límite diario: esta cuenta de WhatsApp solo puede añadir ahora a { $left } persona más, así que Usher se negaría a añadirlas todas.
   *[other] Límite diario: esta cuenta de WhatsApp solo puede añadir ahora a { $left } personas más, así que Usher se negaría a añadirlas todas.
}
list-takes = Añadirlas lleva unos { $minutes } minutos, porque Usher va más despacio cerca del límite diario.
list-first = Las demás pueden seguir solas: Usher las añade a partir de mañana, cada día tantas como permita el límite diario.
list-check = Comprueba estos números
list-unclear = { $count ->
    [one] Sin entender: { $count } entrada
   *[other] Sin entender: { $count } entradas
}
list-file = El archivo adjunto tiene todas las entradas.
# A footer
list-by-country = Números sin código de país: { $country }

## Where an entry stands

list-row = Fila { $row }
list-sheet-row = { $sheet } · fila { $row }
list-entry = Entrada { $entry }
# $place is one of these, or “Line 3”
list-in-file = { $place } del archivo

## Buttons; at most 80 characters

button-add-all = { $count ->
    [one] Añadir a { $count } persona
   *[other] Añadir a { $count } personas
}
button-add-sure = { $count ->
    [one] Añadir solo el número seguro ({ $count })
   *[other] Añadir solo los { $count } números seguros
}
button-add-first = Añadir solo las primeras { $count }
button-add-rest = Añadir { $count } ahora y el resto mañana
button-remove-all = { $count ->
    [one] Quitar a { $count } persona
   *[other] Quitar a { $count } personas
}
button-promote-all = { $count ->
    [one] Dar el rol de admin a { $count } persona
   *[other] Dar el rol de admin a { $count } personas
}
button-demote-all = { $count ->
    [one] Quitar el rol de admin a { $count } persona
   *[other] Quitar el rol de admin a { $count } personas
}
button-create-all = { $count ->
    [one] Crear con { $count } persona
   *[other] Crear con { $count } personas
}
button-go-on-sure = { $count ->
    [one] Continuar solo con el número seguro ({ $count })
   *[other] Continuar solo con los { $count } números seguros
}
list-button-country = Cambiar el país

## Windows

# Title of a window; at most 45 characters
people-title = Añadir personas
# At most 45 characters
people-field = Números de teléfono, como los tengas
# At most 100 characters
people-example = Ana +55 11 97777-0001, Ben +49 1512 3456789
# Title of a window; at most 45 characters
list-country-title = País de estos números
# At most 45 characters
list-country-field = País: letras, código o nombre
# At most 100 characters
list-country-example = Por ejemplo BR, +55 o Brasil

## People of a message

list-which-group = ¿A qué grupo quieres añadir a estas personas? Elige uno y comprueba después cómo leyó Usher los números.
menu-group = Elige un grupo
menu-open-group = Abrir un grupo
list-no-groups = Aquí no puedes añadir personas a ningún grupo, o Usher no pudo leer los grupos. No se cambió nada.
# Below the menu, if there are more groups than a menu holds
list-more-groups = Este menú solo tiene { $count } grupos. Para otro grupo, copia el texto y usa `/wa-group members add`.

## How a number was read. Each follows a number and a dot.

how-exact = con código de país
how-id = un ID de WhatsApp
how-national = leído como número de { $country }
how-double = repite una entrada anterior
guess-plus-missing = falta el + delante; leído como número de { $country }
guess-two-countries = también podría ser { $other }
guess-trunk-zero-missing = leído como número de { $country }, aunque falta el 0 delante
guess-trunk-prefix = sin una cifra que solo se marca dentro de { $country }
guess-unassigned = parece un número de { $country }, pero puede que no se usen números así
guess-country-not-understood = Usher no conoce el país de la lista; leído como número de { $country }

## Why an entry was not understood. Each follows the entry and a dot.

unclear-no-number = sin número de teléfono
unclear-too-short = demasiado corto para su país
unclear-too-long = demasiado largo para su país
unclear-unknown-country-code = ningún país tiene este código
unclear-no-such-number = su país no tiene números así
unclear-country-missing = falta el código de país; escríbelo así: +55 11 99999-9999
unclear-area-code-missing = falta el código de área
unclear-two-endings = dos terminaciones; escribe los dos números completos
unclear-ambiguous = un número o varios; sepáralos con comas
unclear-letters = letras en el número
unclear-extension = tiene una extensión, que WhatsApp no puede usar
unclear-date = una fecha o una hora
unclear-amount = un importe o un número decimal
unclear-scientific = redondeado por una hoja de cálculo; da formato de texto a la columna
unclear-id-number = un número fiscal u otro identificador
unclear-postal-code = un código postal
unclear-fax = un número de fax
unclear-masked = algunas cifras están ocultas
unclear-discord-mention = un usuario de Discord; Usher no conoce su número de teléfono
unclear-group-id = el ID de un grupo
unclear-other-id = el ID de otra cosa
unclear-link-without-number = un enlace sin número

## Lists that cannot be used

bad-list = No se puede usar esta lista
list-nobody-found = No se encontró a nadie
file-unknown-format = Usher no puede leer este tipo de archivo. No se cambió nada. Usa texto, CSV, contactos (.vcf), JSON o una hoja de cálculo (.xlsx, .ods).
file-unsupported-spreadsheet = Esta hoja de cálculo está protegida o es de un tipo antiguo. No se cambió nada. Guárdala como .xlsx o CSV sin contraseña.
file-damaged = Este archivo está dañado. No se cambió nada. Guárdalo o descárgalo otra vez y adjúntalo.
