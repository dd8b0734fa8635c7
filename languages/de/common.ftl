### Words that many answers share. Values in braces are put in by Usher; text between ` ` is typed as it stands and is
### never translated; ** makes bold. "Usher" in a group means the WhatsApp account that Usher acts with.

# A number alone, as the language writes it
number = { $number }
people = { $count ->
    [one] { $count } Person
   *[other] { $count } Personen
}
members-count = { $count ->
    [one] { $count } Mitglied
   *[other] { $count } Mitglieder
}
groups-count = { $count ->
    [one] { $count } Gruppe
   *[other] { $count } Gruppen
}

# One, two and three
list-and = { $first } und { $last }
# One, two and 5 more
list-and-more = { $first } und { $more } weitere
# A last line below a list
list-goes-on = …und { $more } weitere

unknown = unbekannt
# A member of a group of whom nothing is known
nameless = unbekanntes Mitglied
creator = Gruppenersteller
admin = Admin

field-group-id = Gruppen-ID
field-members = Mitglieder
field-created = Erstellt
field-session = WhatsApp-Konto

footer-session = WhatsApp-Konto: { $session }
# The log names the error by it
footer-reference = Fehlercode { $reference }
footer-case = Log-Eintrag #{ $case }
footer-request = Anfrage #{ $request }

button-cancel = Abbrechen
nothing-changed = Es wurde nichts geändert.
# Below a question. $time is such as “in 60 seconds”
expires = Läuft { $time } ab
