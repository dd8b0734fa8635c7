### /wa-group members find

members-found = { $count ->
    [one] { $count } membre correspond
   *[other] { $count } membres correspondent
} à **{ $search }**
members-none-found = Aucun membre ne correspond à **{ $search }**
# Only to people who see masked numbers
members-find-masked = Tu ne vois qu’une partie de chaque numéro, donc Usher ne cherche que dans cette partie. Pour vérifier une personne, écris son numéro entier avec l’indicatif de pays.
field-search = Recherche
# What people type to find the creator
role-creator = créateur
# The role of a member who is not an admin
role-member = membre
# Follows "wants to"
wish-find-members = chercher parmi les membres de ce groupe
