### Sets of groups, and lists of groups in one option.

set-saved = Ensemble enregistré
set-replaced = Ensemble remplacé
# The names of the groups follow below
set-saved-text = { $name } contient maintenant { $count ->
    [one] { $count } groupe :
   *[other] { $count } groupes :
}
# Below the groups of a set that was saved from other sets
set-left-out = Laissés de côté, car aucun compte WhatsApp de ce serveur n’y est plus : { $count ->
    [one] { $count } groupe
   *[other] { $count } groupes
}
set-footer = Un ensemble ne donne de permission à personne.
set-deleted = Ensemble supprimé
set-deleted-text = Plus personne ne peut utiliser l’ensemble { $name } et les groupes eux-mêmes n’ont pas changé.
sets = Ensembles de groupes
sets-none = Aucun ensemble à afficher ici. Enregistres-en un avec `/wa-set save`.
sets-file = Le fichier joint contient tous les groupes de ces ensembles.
# Titles of the columns of a file
column-set = ensemble
column-group = groupe
column-group-id = identifiant du groupe

bad-set-name = Ce nom ne convient pas à un ensemble
bad-set-name-text = Le nom d’un ensemble a au plus { $max } caractères, ne contient pas de virgule et n’est pas l’identifiant d’un groupe. Rien n’a changé.
no-such-set = Ensemble introuvable
no-such-set-text = Usher n’a trouvé aucun ensemble { $name } que tu puisses supprimer. Rien n’a changé.
# A list follows
sets-to-choose = Ensembles que tu peux choisir :
set-outside-scope = Tu ne peux pas gérer tous les groupes de cet ensemble
set-outside-scope-text = L’ensemble { $name } contient des groupes que tu ne peux pas gérer ; tu ne peux donc ni le remplacer ni le supprimer. Rien n’a changé. Choisis un autre nom, ou demande à quelqu’un qui peut gérer les permissions dans tous ses groupes.
set-too-large = Trop de groupes pour un ensemble
set-too-large-text = Un ensemble peut contenir au plus { $max } groupes. Celui-ci en aurait { $given }. Rien n’a changé.
too-many-sets = Plus de place pour un autre ensemble
too-many-sets-text = Ce serveur a { $max } ensembles, c’est la limite. Rien n’a changé. Supprimes-en un avec `/wa-set delete`, ou remplaces-en un en reprenant son nom.
set-changed = Quelqu’un d’autre a modifié cet ensemble
set-changed-text = L’ensemble a changé au même moment ; Usher l’a donc laissé tel qu’il est maintenant. Regarde `/wa-set list`, puis relance la commande.

## Lists of groups

bad-group-list = Certains de ces groupes ne sont pas clairs
# These follow an entry of the list. Names and ids of groups follow
group-unknown = Tu ne peux utiliser ici aucun groupe ni ensemble de ce nom
group-unknown-like = Tu ne peux utiliser ici aucun groupe ni ensemble de ce nom. Noms proches : { $groups }
group-ambiguous = Plusieurs groupes portent ce nom. Écris l’identifiant de l’un d’eux : { $ids }
# $set: the name of the set, as it must be written
group-or-set = Un ensemble porte le même nom. Écris { $set } pour l’ensemble, ou l’identifiant d’un groupe : { $ids }
set-empty = Cet ensemble n’a aucun groupe que tu puisses utiliser ici
no-groups-named = Aucun groupe indiqué
no-groups-named-text = Écris au moins un groupe ou un ensemble dans l’option `groups`. Rien n’a changé.
# A choice while a person types; at most 100 characters
choices-too-long = Trop long pour d’autres suggestions. Tape le reste, ou utilise un ensemble de groupes.
# The last one of the choices while a person types
choices-more-in-list = Écris pour en voir { $more } de plus

## The audit log, and what the commands are for

deed-set-saved = { $who } a enregistré l’ensemble { $name } avec { $count ->
    [one] { $count } groupe
   *[other] { $count } groupes
}.
deed-set-replaced = { $who } a remplacé l’ensemble { $name } par un nouveau de { $count ->
    [one] { $count } groupe
   *[other] { $count } groupes
}.
deed-set-deleted = { $who } a supprimé l’ensemble { $name }
action-sets = gérer les ensembles de groupes
action-sets-list = voir les ensembles de groupes
