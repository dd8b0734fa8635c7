### Settings of a group, and requests to join it.

setting-writers-everyone = Alle können Nachrichten senden.
setting-writers-admins = Nur Admins können Nachrichten senden.
setting-editors-everyone = Alle können Name, Bild und Beschreibung ändern.
setting-editors-admins = Nur Admins können Name, Bild und Beschreibung ändern.
setting-adders-everyone = Alle können Mitglieder hinzufügen.
setting-adders-admins = Nur Admins können Mitglieder hinzufügen.
setting-approval-on = Ein Admin muss jeden Beitritt über den Link genehmigen.
setting-approval-off = Wer den Link hat, tritt ohne Genehmigung bei.
setting-changed = Geändert
setting-was-so = War schon so
setting-not-changed = Nicht geändert
setting-unconfirmed = Nicht bestätigt. Prüfe die Einstellungen, bevor du den Befehl noch einmal ausführst
settings-unknown = Der WhatsApp-Dienst hat die Einstellungen dieser Gruppe nicht genannt.
in-community = Gehört zu einer Community
# Values of the options of a command
choice-everyone = Alle
choice-admins = Nur Admins
choice-approval-on = Ein Admin genehmigt
choice-approval-off = Ohne Genehmigung

## Requests to join

join-requests-count = { $count ->
    [one] { $count } Person möchte beitreten
   *[other] { $count } Personen möchten beitreten
}
join-requests-none = Im Moment möchte niemand beitreten.
join-requests-not-needed = Niemand fragt an: Wer den Link hat, tritt ohne Genehmigung bei.
menu-approve = Annehmen…
menu-decline = Ablehnen…
button-approve-all = Alle annehmen
button-decline-all = Alle ablehnen
button-join-requests = Anfragen zeigen
join-notice-as-of = Stand: { $when }.
join-notice-replaced = Eine neuere Nachricht hat die aktuelle Zahl.
join-notice-unreachable = Usher sieht die Anfragen dieser Gruppe nicht mehr.
# What became of a request; the people follow
request-result-approved = Jetzt in der Gruppe
request-result-declined = Abgelehnt
request-result-not-asking = Hat nicht angefragt
request-result-not-in = Die Anfrage ist weg, aber die Nummer steht nicht in der Mitgliederliste. Prüfe die Mitgliederliste
request-result-still-asking = WhatsApp hat das nicht entschieden; die Anfrage ist noch offen
request-result-unconfirmed = Nicht bestätigt. Prüfe die Anfragen, bevor du den Befehl noch einmal ausführst
