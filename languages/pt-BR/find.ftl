### /wa-group members find

members-found = { $count ->
    [one] { $count } participante corresponde
   *[other] { $count } participantes correspondem
} a **{ $search }**
members-none-found = Nenhum participante corresponde a **{ $search }**
# Only to people who see masked numbers
members-find-masked = Você vê só uma parte de cada número, por isso o Usher busca só nessa parte. Para verificar uma pessoa, escreva o número inteiro com o código do país.
field-search = Busca
# What people type to find the creator
role-creator = criador
# The role of a member who is not an admin
role-member = participante
# Follows "wants to"
wish-find-members = buscar participantes deste grupo
