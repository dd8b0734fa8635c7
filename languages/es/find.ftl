### /wa-group members find

members-found = { $count ->
    [one] { $count } miembro coincide
   *[other] { $count } miembros coinciden
} con “{ $search }”
members-none-found = Ningún miembro coincide con “{ $search }”
# Only to people who see masked numbers
members-find-masked = Solo ves una parte de cada número, así que Usher busca solo en esa parte. Para comprobar una persona, escribe el número completo con su código de país.
field-search = Búsqueda
# The role of a member who is not an admin
role-member = miembro
# Follows "asks to"
wish-find-members = buscar entre los miembros de este grupo
