### Sets of groups, and lists of groups in one option.

set-saved = Conjunto guardado
set-replaced = Conjunto reemplazado
# The names of the groups follow below
set-saved-text = { $name } tiene ahora { $count ->
    [one] { $count } grupo:
   *[other] { $count } grupos:
}
# Below the groups of a set that was saved from other sets
set-left-out = No incluidos, porque ninguna cuenta de WhatsApp de este servidor sigue en ellos: { $count ->
    [one] { $count } grupo
   *[other] { $count } grupos
}
set-footer = Un conjunto no da permisos a nadie.
set-deleted = Conjunto eliminado
set-deleted-text = Ya nadie puede usar el conjunto { $name } y los grupos en sí no cambiaron.
sets = Conjuntos de grupos
sets-none = No hay conjuntos que mostrar aquí. Guarda uno con `/wa-set save`.
sets-file = El archivo adjunto tiene todos los grupos de estos conjuntos.
# Titles of the columns of a file
column-set = conjunto
column-group = grupo
column-group-id = id del grupo

bad-set-name = Este nombre no sirve para un conjunto
bad-set-name-text = El nombre de un conjunto tiene como máximo { $max } caracteres, no lleva comas y no es el id de un grupo. No se cambió nada.
no-such-set = Conjunto no encontrado
no-such-set-text = Usher no encontró ningún conjunto { $name } que puedas eliminar. No se cambió nada.
# A list follows
sets-to-choose = Conjuntos que puedes elegir:
set-outside-scope = No puedes gestionar todos los grupos de este conjunto
set-outside-scope-text = El conjunto { $name } tiene grupos que no puedes gestionar, así que no puedes reemplazarlo ni eliminarlo. No se cambió nada. Elige otro nombre o pregunta a alguien que pueda gestionar permisos en todos sus grupos.
set-too-large = Demasiados grupos para un conjunto
set-too-large-text = Un conjunto puede tener como máximo { $max } grupos. Este tendría { $given }. No se cambió nada.
too-many-sets = No cabe otro conjunto
too-many-sets-text = Este servidor tiene { $max } conjuntos, que es el límite. No se cambió nada. Elimina uno con `/wa-set delete`, o reemplaza uno usando su nombre.
set-changed = Otra persona cambió este conjunto
set-changed-text = El conjunto cambió en ese mismo momento, así que Usher lo dejó como está ahora. Mira `/wa-set list` y vuelve a usar el comando.

## Lists of groups

bad-group-list = Algunos de estos grupos no están claros
# These follow an entry of the list. Names and ids of groups follow
group-unknown = Aquí no puedes usar ningún grupo ni conjunto con este nombre
group-unknown-like = Aquí no puedes usar ningún grupo ni conjunto con este nombre. Nombres parecidos: { $groups }
group-ambiguous = Varios grupos se llaman así. Escribe el id de uno: { $ids }
# $set: the name of the set, as it must be written
group-or-set = Un conjunto se llama igual. Escribe { $set } para el conjunto, o el id de un grupo: { $ids }
set-empty = Este conjunto no tiene ningún grupo que puedas usar aquí
no-groups-named = No se indicó ningún grupo
no-groups-named-text = Escribe al menos un grupo o conjunto en la opción `groups`. No se cambió nada.
# A choice while a person types; at most 100 characters
choices-too-long = Demasiado largo para más sugerencias. Escribe el resto o usa un conjunto de grupos.
# The last one of the choices while a person types
choices-more-in-list = Escribe para ver { $more } más

## The audit log, and what the commands are for

deed-set-saved = { $who } guardó el conjunto { $name } con { $count ->
    [one] { $count } grupo
   *[other] { $count } grupos
}.
deed-set-replaced = { $who } reemplazó el conjunto { $name } por uno nuevo de { $count ->
    [one] { $count } grupo
   *[other] { $count } grupos
}.
deed-set-deleted = { $who } eliminó el conjunto { $name }
action-sets = gestionar conjuntos de grupos
action-sets-list = ver conjuntos de grupos
