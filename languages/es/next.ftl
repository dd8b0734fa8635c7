### What one does next with a group.

button-invite-link = Enlace de invitación
button-members = Miembros
button-copy-id = Copiar ID
button-add-people = Añadir personas
button-rename = Renombrar
button-describe = Describir
# $group is escaped text
rename-title = Renombrar { $group }
previewed-member = Usher está en este grupo.

# Which group a name means
no-such-group-next = Elige uno de los grupos que se ofrecen al escribir, o mira `/wa-group list`.
# A list of groups follows
did-you-mean = ¿Te refieres a uno de estos?
# A list of groups follows
groups-to-choose = Grupos que puedes elegir:
# $date is 2026-11-12, or a time of Discord
created-on = creado el { $date }
# The last one of the groups that Discord offers while typing
choices-more = { $count ->
    [one] Escribe para ver { $count } grupo más
   *[other] Escribe para ver { $count } grupos más
}

button-undo = Deshacer
undo-gone = Ya no se puede deshacer
undo-gone-text = Se puede deshacer una sola vez y durante diez minutos. Ahora no se cambió nada.
name-superseded = El nombre del grupo se cambió de nuevo después. Ahora no se cambió nada.
description-superseded = La descripción del grupo se cambió de nuevo después. Ahora no se cambió nada.

not-admin = Usher no es admin de este grupo
not-admin-text = En WhatsApp, solo los admins del grupo pueden hacer esto. No se cambió nada.
# $number is a phone number in bold
not-admin-next = Pide a un admin del grupo que haga admin a { $number } y vuelve a intentarlo.
not-admin-next-unknown = Pide a un admin del grupo que haga admin al número de Usher y vuelve a intentarlo.
# It follows the name of a group that is offered
choice-not-admin = Usher no es admin
