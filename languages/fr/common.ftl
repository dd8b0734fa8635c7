### Words that many answers share. Values in braces are put in by Usher; text between ` ` is typed as it stands and is
### never translated; ** makes bold. "Usher" in a group means the WhatsApp account that Usher acts with.

# A number alone, as the language writes it
number = { $number }
people = { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
}
members-count = { $count ->
    [one] { $count } membre
   *[other] { $count } membres
}
groups-count = { $count ->
    [one] { $count } groupe
   *[other] { $count } groupes
}

# One, two and three
list-and = { $first } et { $last }
# One, two and 5 more
list-and-more = { $first } et { $more } de plus
# A last line below a list
list-goes-on = …et { $more } de plus

unknown = inconnu
# A member of a group of whom nothing is known
nameless = membre inconnu
creator = créateur du groupe
admin = admin

field-group-id = ID du groupe
field-members = Membres
field-created = Création
field-session = Compte WhatsApp

footer-session = Compte WhatsApp : { $session }
# The log names the error by it
footer-reference = Code d’erreur { $reference }
footer-case = Entrée #{ $case } du journal
footer-request = Demande #{ $request }

button-cancel = Annuler
nothing-changed = Rien n’a changé.
# Below a question. $time is such as “in 60 seconds”
expires = Expire { $time }
