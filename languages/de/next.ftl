### What one does next with a group.

button-invite-link = Einladungslink
button-members = Mitglieder
button-copy-id = ID kopieren
button-add-people = Personen hinzufügen
button-rename = Umbenennen
button-describe = Beschreiben
# $group is escaped text
rename-title = { $group } umbenennen
previewed-member = Usher ist in dieser Gruppe.

# Which group a name means
no-such-group-next = Wähle eine der Gruppen, die beim Tippen vorgeschlagen werden, oder sieh in `/wa-group list` nach.
# A list of groups follows
did-you-mean = Meinst du eine von diesen?
# A list of groups follows
groups-to-choose = Gruppen, die du wählen kannst:
# $date is 2026-11-12, or a time of Discord
created-on = erstellt { $date }
# The last one of the groups that Discord offers while typing
choices-more = { $count ->
    [one] Tippe, um { $count } weitere Gruppe zu sehen
   *[other] Tippe, um { $count } weitere Gruppen zu sehen
}

button-undo = Rückgängig
undo-gone = Zu spät zum Rückgängigmachen
undo-gone-text = Rückgängig machen geht einmal und innerhalb von zehn Minuten. Jetzt wurde nichts geändert.
name-superseded = Der Name der Gruppe wurde inzwischen wieder geändert. Jetzt wurde nichts geändert.
description-superseded = Die Beschreibung der Gruppe wurde inzwischen wieder geändert. Jetzt wurde nichts geändert.

not-admin = Usher ist kein Admin dieser Gruppe
not-admin-text = Das können in WhatsApp nur Gruppenadmins. Es wurde nichts geändert.
# $number is a phone number in bold
not-admin-next = Bitte einen Gruppenadmin, { $number } zum Admin zu machen, und versuche es dann noch einmal.
not-admin-next-unknown = Bitte einen Gruppenadmin, Ushers Nummer zum Admin zu machen, und versuche es dann noch einmal.
# It follows the name of a group that is offered
choice-not-admin = Usher ist kein Admin
