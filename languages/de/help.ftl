### /wa-group help: what the asker may do, with commands that can be clicked.

help = Was du hier tun kannst
help-nothing = Noch nichts: Keine deiner Rollen hat hier ein Recht. Ein Administrator dieses Servers kann Rollen mit `/wa-access grant` Rechte geben.
# After a command that somebody must approve
help-by-approval = (muss jemand genehmigen)
help-more = Ein Thema ausführlicher: /wa-group help, Option topic.
unknown-command-now = Dieser Befehl heißt jetzt { $command }. Es wurde nichts geändert.

help-groups = Gruppen
help-groups-text = Die Option `group` schlägt dir beim Tippen deine Gruppen vor: Wähl eine aus. Ein Name darf bis zu 25 Zeichen haben. Bevor etwas Endgültiges geschieht, fragt Usher nach.
help-people = Personen
help-people-text = Füg Telefonnummern ein, wie du sie hast, auch mit Namen daneben: +55 11 99999-9999, Ana +49 1512 3456789. Für viele lass die Option `members` weg, dann öffnet sich ein Fenster, oder häng eine Datei an: Text, CSV, Kontakte, Tabelle. Wer nicht hinzugefügt werden kann, wird mit dem Grund genannt und bekommt den Einladungslink von dir.
help-invites = Einladungslinks
help-invites-text = Wer einen Link hat, kann beitreten, bis der Link zurückgesetzt wird. Usher zeigt Links nur dir, nie in einem Kanal.
help-requests = Anfragen
help-requests-text = Um etwas, das du nur mit Genehmigung darfst, bittest du mit demselben Befehl. Du erfährst, wie es ausgeht.
help-rights = Rechte
help-rights-text = Rollen haben Rechte: ein Rechtepaket wie `moderator` oder einzelne. Wer kein Recht hat, darf nichts. Manche Rechte lassen sich für nur eine Gruppe vergeben.
help-journal = Journal
help-journal-text = Jede Änderung und jede Verweigerung ist ein Vorgang mit einer Nummer: wer, was, wann und wie es ausging.
