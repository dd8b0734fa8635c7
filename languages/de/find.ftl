### /wa-group members find

members-found = { $count ->
    [one] { $count } Mitglied passt
   *[other] { $count } Mitglieder passen
} zu **{ $search }**
members-none-found = Kein Mitglied passt zu **{ $search }**
# Only to people who see masked numbers
members-find-masked = Du siehst von jeder Nummer nur einen Teil, deshalb durchsucht Usher nur diesen Teil. Um eine Person zu prüfen, schreibe die ganze Nummer mit Ländervorwahl.
field-search = Suche
# What people type to find the creator
role-creator = Ersteller
# The role of a member who is not an admin
role-member = Mitglied
# Follows "wants to"
wish-find-members = die Mitglieder dieser Gruppe durchsuchen
