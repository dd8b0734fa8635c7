### /wa-person find

person-in-groups = In { $count } von { $all } Gruppen
person-in-none = { $all ->
    [one] In der Gruppe, die Usher durchsucht hat, nicht gefunden.
   *[other] In keiner der { $all } Gruppen gefunden, die Usher durchsucht hat.
}
person-no-groups = Du kannst hier keine Gruppe sehen.
person-listed-as = aufgeführt als { $id }
person-listed-without-number = ohne Telefonnummer aufgeführt
person-groups-unread = { $count ->
    [one] Usher konnte die Mitglieder von { $count } Gruppe nicht lesen: { $names }
   *[other] Usher konnte die Mitglieder von { $count } Gruppen nicht lesen: { $names }
}
person-in-doubt = { $count ->
    [one] In { $count } Gruppe kann Usher nicht alle Mitglieder vergleichen: Einige sind ohne Telefonnummer oder unlesbar aufgeführt.
   *[other] In { $count } Gruppen kann Usher nicht alle Mitglieder vergleichen: Einige sind ohne Telefonnummer oder unlesbar aufgeführt.
}
person-accounts-unread = Usher konnte die Gruppen von { $names } nicht auflisten. `/wa-session list` zeigt die WhatsApp-Konten.
person-as-of = Stand der Mitglieder: { $when }.
button-refresh = Aktualisieren
reading-members = Mitglieder werden gelesen
reading-members-far = { $read } von { $of } Gruppen gelesen.
one-person-only = Nur eine Person auf einmal
one-person-only-text = Dieser Befehl ist für eine Person, und du hast { $given } angegeben.
action-person-find = Personen in allen Gruppen suchen
