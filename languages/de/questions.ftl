### Questions before something that cannot be undone, and longer work.

ask-leave = Diese Gruppe verlassen? Usher kann sie dann nicht mehr verwalten und braucht einen Einladungslink, um zurückzukommen.
ask-leave-yes = Verlassen
ask-delete = Diese Gruppe für alle Mitglieder löschen? Das lässt sich nicht rückgängig machen. Usher bittet dich, den Gruppennamen einzutippen.
ask-delete-nameless = Diese Gruppe für alle Mitglieder löschen? Das lässt sich nicht rückgängig machen. Die Gruppe hat keinen sichtbaren Namen, deshalb bittet dich Usher, ihre ID einzutippen.
ask-delete-yes = Löschen…
ask-remove = { $count ->
    [one] { $count } Person
   *[other] { $count } Personen
} aus dieser Gruppe entfernen?
ask-remove-yes = Entfernen
ask-approve = { $count ->
    [one] { $count } Person dieser Gruppe beitreten lassen?
   *[other] { $count } Personen dieser Gruppe beitreten lassen?
}
ask-approve-yes = Annehmen
ask-decline = { $count ->
    [one] Die Beitrittsanfrage von { $count } Person ablehnen?
   *[other] Die Beitrittsanfragen von { $count } Personen ablehnen?
}
ask-decline-yes = Ablehnen
ask-hidden = { $count ->
    [one] { $count } weitere Person fragt an, verbirgt aber ihre Nummer. Entscheide das in WhatsApp.
   *[other] { $count } weitere Personen fragen an, verbergen aber ihre Nummern. Entscheide das in WhatsApp.
}
ask-revoke = Den Einladungslink zurücksetzen? Der aktuelle Link funktioniert dann nirgends mehr. Du bekommst einen neuen.
ask-revoke-yes = Zurücksetzen
ask-other = Fortfahren?
ask-other-yes = Fortfahren

# Title of a window; at most 45 characters with a name of 25
delete-title = { $group } löschen
# At most 45 characters
delete-field = Zur Bestätigung den Gruppennamen eintippen
# At most 45 characters
delete-field-id = Zur Bestätigung die Gruppen-ID eintippen
cancelled = Abgebrochen
not-confirmed = Abgelaufen
not-confirmed-text = Du hast nicht rechtzeitig bestätigt. Es wurde nichts geändert. Führe den Befehl noch einmal aus, wenn du es noch möchtest: { $wish }.

working = In Arbeit…
working-far = In Arbeit… { $answered } von { $all } Schritten erledigt
working-api-pause = Von WhatsApp angehalten. Geht { $time } automatisch weiter.
working-slowly = Das Tageslimit ist fast erreicht, deshalb wird Usher langsamer. Geht { $time } weiter.
