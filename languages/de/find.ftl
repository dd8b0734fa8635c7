### /wa-group members find

members-found = { $count ->
    [one] { $count } Mitglied passt
   *[other] { $count } Mitglieder passen
} zu „{ $search }“
members-none-found = Kein Mitglied passt zu „{ $search }“
# Only to people who see masked numbers
members-find-masked = Du siehst von jeder Nummer nur einen Teil, deshalb durchsucht Usher nur diesen Teil. Um eine Person zu finden, gib die ganze Nummer mit Ländervorwahl an.
field-search = Suche
# The role of a member who is not an admin
role-member = Mitglied
# Follows "asks to"
wish-find-members = die Mitglieder dieser Gruppe durchsuchen
