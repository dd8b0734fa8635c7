### What one does next with a group.

button-invite-link = Link de convite
button-members = Membros
button-copy-id = Copiar ID
button-add-people = Adicionar pessoas
button-rename = Renomear
button-describe = Descrever
# $group is escaped text
rename-title = Renomear { $group }
previewed-member = O Usher está neste grupo.

# Which group a name means
no-such-group-next = Escolha um dos grupos oferecidos enquanto você digita, ou veja `/wa-group list`.
# A list of groups follows
did-you-mean = Você quis dizer um destes?
# A list of groups follows
groups-to-choose = Grupos que você pode escolher:
# $date is 2026-11-12, or a time of Discord
created-on = criado em { $date }
# The last one of the groups that Discord offers while typing
choices-more = { $count ->
    [one] Digite para ver mais { $count } grupo
   *[other] Digite para ver mais { $count } grupos
}

button-undo = Desfazer
undo-gone = Tarde demais para desfazer
undo-gone-text = Dá para desfazer uma vez, em até dez minutos. Nada mudou agora.
name-superseded = O nome do grupo foi mudado de novo depois disso. Nada mudou agora.
description-superseded = A descrição do grupo foi mudada de novo depois disso. Nada mudou agora.

not-admin = O Usher não é admin deste grupo
not-admin-text = No WhatsApp, só admins do grupo podem fazer isso. Nada mudou.
# $number is a phone number in bold
not-admin-next = Peça a um admin do grupo para tornar { $number } admin e tente de novo.
not-admin-next-unknown = Peça a um admin do grupo para tornar admin o número do Usher e tente de novo.
# It follows the name of a group that is offered
choice-not-admin = O Usher não é admin
