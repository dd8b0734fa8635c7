### Lists of people: how they were read, and what is asked before somebody of them is added, removed or changed.

list-found = { $count ->
    [0] No se encontró a nadie en esta lista.
    [one] Se encontró a **{ $count } persona** en esta lista.
   *[other] Se encontró a **{ $count } personas** en esta lista.
} No se hace nada antes de que pulses un botón.
list-exact = { $count ->
    [one] { $count } número lleva su código de país.
   *[other] { $count } números llevan su código de país.
}
list-ids = { $count ->
    [one] { $count } entrada es un ID de WhatsApp.
   *[other] { $count } entradas son ID de WhatsApp.
}
# $country is such as “BR (+55)”
list-national = { $count ->
    [one] { $count } número sin código de país se leyó como número de { $country }.
   *[other] { $count } números sin código de país se leyeron como números de { $country }.
}
list-doubles = { $count ->
    [one] { $count } entrada nombra a alguien por segunda vez y se omite.
   *[other] { $count } entradas nombran a alguien por segunda vez y se omiten.
}
list-columns = Los números son de: { $columns }.
list-column-titled = “{ $title }” (columna { $column })
list-column = columna { $column }
list-other-numbers = { $count ->
    [one] No se usa { $count } número más de las mismas personas.
   *[other] No se usan { $count } números más de las mismas personas.
}
list-already = { $count ->
    [one] { $count } de ellas ya está en el grupo.
   *[other] { $count } de ellas ya están en el grupo.
}
list-room = El grupo tiene { $members } de un máximo de 1024 miembros.
list-too-full = El grupo tiene { $members } de un máximo de 1024 miembros: no caben todas estas personas.
list-may-add = { $left ->
    [one] Esta cuenta puede añadir a { $left } persona más en estas 24 horas.
   *[other] Esta cuenta puede añadir a { $left } personas más en estas 24 horas.
}
list-may-not-add = { $left ->
    [0] Esta cuenta no puede añadir a nadie más en estas 24 horas, así que ahora se rechazaría a todas estas personas.
    [one] Esta cuenta solo puede añadir a { $left } persona más en estas 24 horas, así que ahora se rechazaría a todas estas personas juntas.
   *[other] Esta cuenta solo puede añadir a { $left } personas más en estas 24 horas, así que ahora se rechazaría a todas estas personas juntas.
}
list-takes = Añadirlas lleva unos { $minutes } minutos: queda poco de lo que esta cuenta puede añadir en un día, así que Usher va despacio.
list-first = Las demás pueden seguir solas: Usher las añade a partir de mañana, cada día tantas como permita el límite diario.
list-check = Comprueba estos números
list-unclear = { $count ->
    [one] No se entendió: { $count } entrada
   *[other] No se entendieron: { $count } entradas
}
list-file = El archivo adjunto lo detalla entrada por entrada.
list-minutes = Válido durante 10 minutos.
list-minutes-country = Válido durante 10 minutos. Números sin código de país: { $country }.

## Where an entry stands

list-row = Fila { $row }
list-sheet-row = { $sheet }, fila { $row }
list-entry = Entrada { $entry }
# $place is one of these, or “Line 3”
list-in-file = { $place } del archivo

## Buttons; at most 80 characters

button-add-all = { $count ->
    [one] Añadir a { $count } persona
   *[other] Añadir a { $count } personas
}
button-add-sure = { $count ->
    [one] Añadir solo { $count } número seguro
   *[other] Añadir solo los { $count } números seguros
}
button-add-first = Añadir solo las primeras { $count }
button-add-rest = Añadir { $count } ahora y el resto mañana
button-remove-all = { $count ->
    [one] Eliminar a { $count } persona
   *[other] Eliminar a { $count } personas
}
button-promote-all = { $count ->
    [one] Hacer administradora a { $count } persona
   *[other] Hacer administradoras a { $count } personas
}
button-demote-all = { $count ->
    [one] Quitar la administración a { $count } persona
   *[other] Quitar la administración a { $count } personas
}
button-create-all = { $count ->
    [one] Crear con { $count } persona
   *[other] Crear con { $count } personas
}
button-go-on-sure = { $count ->
    [one] Continuar solo con { $count } número seguro
   *[other] Continuar solo con los { $count } números seguros
}
list-button-country = Cambiar el país

## Windows

# Title of a window; at most 45 characters
people-title = Añadir personas
# At most 45 characters
people-field = Teléfonos, tal como los tienes
# At most 100 characters
people-example = Ana +55 11 97777-0001
# Title of a window; at most 45 characters
list-country-title = País de estos números
# At most 45 characters
list-country-field = Sus dos letras, código de país o nombre
# At most 100 characters
list-country-example = BR, +55 o Brasil

## People of a message

list-which-group = ¿A qué grupo hay que añadir a las personas de este mensaje? Elígelo y mira después cómo se leyeron los números.
menu-group = Elegir el grupo
list-no-groups = No hay ningún grupo al que puedas añadir a personas, o ahora mismo no se pueden leer los grupos. No se cambió nada.
# Below the menu, if there are more groups than a menu holds
list-more-groups = Este menú tiene { $count } grupos. Para otro, copia el texto y usa `/wa-group members add`.

## How a number was read. Each follows a number and a dash.

how-exact = con su código de país
how-id = un ID de WhatsApp
how-national = leído como número de { $country }
how-double = ya nombrado antes
guess-plus-missing = no lleva + delante y se leyó como número de { $country }
guess-two-countries = también puede ser { $other }
guess-trunk-zero-missing = leído como número de { $country }, donde se escribe un 0 delante
guess-trunk-prefix = se omitió una cifra que solo se marca dentro de { $country }
guess-unassigned = tiene la forma de un número de { $country }, pero no consta que números así estén en uso
guess-country-not-understood = la lista indica un país que Usher no conoce, así que se leyó como número de { $country }

## Why an entry was not understood. Each follows the entry and a colon.

unclear-no-number = sin número de teléfono
unclear-too-short = demasiado corto para un número de su país
unclear-too-long = demasiado largo para un número de su país
unclear-unknown-country-code = ningún país tiene este código
unclear-no-such-number = su país no tiene ningún número así
unclear-country-missing = sin código de país
unclear-area-code-missing = sin código de área
unclear-two-endings = un número con dos terminaciones; escribe los dos completos
unclear-ambiguous = un solo número o varios; sepáralos con comas
unclear-letters = letras en el número
unclear-extension = una extensión; WhatsApp no tiene
unclear-date = una fecha u hora
unclear-amount = un importe o un número decimal
unclear-scientific = redondeado por una hoja de cálculo; da formato de texto a la columna
unclear-id-number = un número fiscal u otro identificador
unclear-postal-code = un código postal
unclear-fax = un número de fax
unclear-masked = algunas cifras están ocultas
unclear-discord-mention = una mención de un usuario de Discord cuyo teléfono Usher no conoce
unclear-group-id = el ID de un grupo
unclear-other-id = el ID de otra cosa
unclear-link-without-number = un enlace sin número

## Lists that cannot be used

bad-list = No se puede usar la lista
list-nobody-found = No se encontró a nadie
file-unknown-format = Esto no es una lista que Usher pueda leer. Usher lee texto, CSV, contactos (.vcf), JSON y hojas de cálculo (.xlsx, .ods). No se envió nada.
file-unsupported-spreadsheet = Esta hoja de cálculo es de un tipo antiguo o protegido. Guárdala como .xlsx o CSV sin contraseña. No se envió nada.
file-damaged = Este archivo está dañado. Guárdalo o descárgalo otra vez y después adjúntalo. No se envió nada.
