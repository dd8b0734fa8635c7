### /wa-group members find

members-found = { $count ->
    [one] { $count } membre correspond
   *[other] { $count } membres correspondent
} à « { $search } »
members-none-found = Aucun membre ne correspond à « { $search } »
# Only to people who see masked numbers
members-find-masked = Vous ne voyez qu’une partie de chaque numéro ; Usher ne cherche donc que dans cette partie. Pour vérifier une personne, écrivez le numéro entier avec l’indicatif du pays.
field-search = Recherche
# The role of a member who is not an admin
role-member = membre
# Follows "asks to"
wish-find-members = chercher parmi les membres de ce groupe
