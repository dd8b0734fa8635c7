### /wa-group members find

members-found = { $count ->
    [one] { $count } miembro coincide
   *[other] { $count } miembros coinciden
} con **{ $search }**
members-none-found = Ningún miembro coincide con **{ $search }**
# Only to people who see masked numbers
members-find-masked = Solo ves una parte de cada número, así que Usher busca solo en esa parte. Para comprobar si está una persona, escribe su número completo con el código de país.
field-search = Búsqueda
# What people type to find the creator
role-creator = creador
# The role of a member who is not an admin
role-member = miembro
# Follows "wants to"
wish-find-members = buscar entre los miembros de este grupo
