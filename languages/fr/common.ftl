### Words that many answers share. Values in braces are put in by Usher; text between ` ` is typed as it stands and is
### never translated; ** makes bold. "The account" is the WhatsApp account that Usher acts with.

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
list-goes-on = … et { $more } de plus.

unknown = inconnu
# A member of a group of whom nothing is known
nameless = une personne sans identifiant
creator = créateur
admin = admin

field-group-id = Identifiant du groupe
field-members = Membres
field-created = Création
field-session = Session

footer-session = Session { $session }
# By which whoever runs the bot finds it in the log
footer-reference = Référence { $reference }
footer-case = Dossier { $case }
footer-request = Demande { $request }

button-cancel = Annuler
nothing-changed = Rien n’a été modifié.
