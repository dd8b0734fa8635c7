### What one does next with a group.

button-invite-link = Lien d’invitation
button-members = Membres
button-copy-id = Copier l'ID
button-add-people = Ajouter des personnes
button-rename = Renommer
button-describe = Décrire
# $group is escaped text
rename-title = Renommer { $group }
previewed-member = Usher est dans ce groupe.

# Which group a name means
no-such-group-next = Choisis l’un des groupes proposés pendant la saisie, ou regarde `/wa-group list`.
# A list of groups follows
did-you-mean = Voulais-tu dire l’un de ceux-ci ?
# A list of groups follows
groups-to-choose = Groupes que tu peux choisir :
# $date is 2026-11-12, or a time of Discord
created-on = créé le { $date }
# The last one of the groups that Discord offers while typing
choices-more = { $count ->
    [one] Tape pour voir { $count } autre groupe
   *[other] Tape pour voir { $count } autres groupes
}

button-undo = Annuler
undo-gone = Trop tard pour annuler
undo-gone-text = On peut annuler une seule fois, pendant dix minutes. Rien n’a changé maintenant.
name-superseded = Le nom du groupe a encore été changé depuis. Rien n’a changé maintenant.
description-superseded = La description du groupe a encore été changée depuis. Rien n’a changé maintenant.

not-admin = Usher n’est pas admin de ce groupe
not-admin-text = Dans WhatsApp, seuls les admins du groupe peuvent faire cela. Rien n’a changé.
# $number is a phone number in bold
not-admin-next = Demande à un admin du groupe de nommer { $number } admin, puis réessaie.
not-admin-next-unknown = Demande à un admin du groupe de nommer admin le numéro d’Usher, puis réessaie.
# It follows the name of a group that is offered
choice-not-admin = Usher n’est pas admin
