### /wa-group help: what the asker may do, with commands that can be clicked.

help = Was du hier tun kannst
help-nothing = Du kannst Usher hier noch nicht nutzen. Bitte einen Administrator, deiner Rolle mit `/wa-access grant` Berechtigungen zu geben.
# After a command that somebody must approve
help-by-approval = (braucht Genehmigung)
help-more = Mehr zu einem Thema: /wa-group help mit der Option topic
unknown-command-now = Usher hat diesen Befehl nicht mehr. Es wurde nichts geändert. Am ähnlichsten ist { $command }
# The commands that people use most
help-first = Meistgenutzt

help-groups = Gruppen
help-groups-text = Tippe etwas in die Option `group` und wähle eine deiner Gruppen aus. Gruppennamen können bis zu 25 Zeichen haben. Usher fragt nach, bevor etwas passiert, das sich nicht rückgängig machen lässt.
help-people = Personen
help-people-text = Füge Telefonnummern so ein, wie du sie hast, mit oder ohne Namen: +55 11 99999-9999, Ana +49 1512 3456789. Bei langen Listen lass die Option `members` weg, dann öffnet sich ein Fenster, oder hänge eine Datei an: Text, CSV, Kontakte oder eine Tabelle. Usher sagt dir, wer nicht hinzugefügt werden konnte und warum. Schicke diesen Personen den Einladungslink.
help-invites = Einladungslinks
help-invites-text = Alle, die den Link haben, können beitreten, bis du ihn zurücksetzt. Nur du siehst die Links; Usher postet sie nie in einem Kanal.
help-requests = Anfragen
help-requests-text = Wenn ein Befehl eine Genehmigung braucht, führe ihn einfach aus. Usher fragt die Personen, die ihn genehmigen können, und benachrichtigt dich.
help-rights = Berechtigungen
help-rights-text = Berechtigungen gehören zu Rollen. Gib einer Rolle ein Paket (zum Beispiel `moderator`) oder einzelne Berechtigungen, für alle Gruppen oder für eine.
help-journal = Audit-Log
help-journal-text = Jede Änderung und jeder abgelehnte Versuch hat einen Eintrag mit einer Nummer: wer, was, wann und das Ergebnis.
