### Questions before something that cannot be taken back, and longer work.

ask-leave = Diese Gruppe verlassen? Das Konto kann nur über einen Einladungslink zurückkehren und kann die Gruppe nicht mehr verwalten.
ask-leave-yes = Verlassen
ask-delete = Diese Gruppe für alle Mitglieder löschen? Sie lässt sich nicht wiederherstellen. Du wirst gebeten, ihren Namen einzutippen.
ask-delete-nameless = Diese Gruppe für alle Mitglieder löschen? Sie lässt sich nicht wiederherstellen. Die Gruppe hat keinen sichtbaren Namen, deshalb wirst du nach ihrer ID gefragt.
ask-delete-yes = Löschen…
ask-remove = { $count ->
    [one] { $count } Person
   *[other] { $count } Personen
} aus dieser Gruppe entfernen?
ask-remove-yes = Entfernen
ask-revoke = Den Einladungslink zurücksetzen? Der jetzige Link funktioniert dann sofort nicht mehr, wo auch immer er geteilt wurde, und ein neuer wird erstellt.
ask-revoke-yes = Zurücksetzen
ask-other = Fortfahren?
ask-other-yes = Fortfahren
ask-seconds = 60 Sekunden gültig.

# Title of a window; at most 45 characters
delete-title = Diese Gruppe löschen?
# At most 45 characters
delete-field = Zum Löschen den Gruppennamen eintippen
# At most 45 characters
delete-field-id = Zum Löschen die ID der Gruppe eintippen
cancelled = Abgebrochen
not-confirmed = Nicht rechtzeitig bestätigt
not-confirmed-text = Es wurde nichts geändert. Verwende den Befehl noch einmal, wenn du es weiterhin möchtest.

working = In Arbeit…
working-far = In Arbeit: { $answered } von { $all } Aufrufen erledigt.
working-api-pause = Die Gruppen-API bittet um eine Pause; ab { $time } geht es von selbst weiter.
working-slowly = Dieses Konto darf an diesem Tag nicht mehr viele hinzufügen, deshalb geht Usher langsam vor. Ab { $time } geht es weiter.
