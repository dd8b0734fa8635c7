### What was done, told to the person who asked.

renamed = Umbenannt: **{ $before }** → **{ $after }**
# The text follows
described = Beschreibung geändert:
description-removed = Beschreibung entfernt.
picture-set = Bild geändert.
left = Usher hat diese Gruppe verlassen.
deleted = Gruppe für alle Mitglieder gelöscht.
joined = Usher ist dieser Gruppe beigetreten.
sessions = WhatsApp-Konten
sessions-none = Der WhatsApp-Dienst kennt kein Konto dieses Servers. Sag dem Bot-Betreiber Bescheid.

created-alone = Gruppe erstellt. Nur Usher ist darin. Füge mit `/wa-group members add` Personen hinzu.
created-all-joined = Gruppe erstellt. Hinzugefügt: { $count ->
    [one] { $count } Person
   *[other] { $count } Personen
}.
created-some-joined = Gruppe erstellt. Hinzugefügt: { $joined } von { $count ->
    [one] { $count } Person
   *[other] { $count } Personen
}.
created-not-described = Die Beschreibung wurde nicht gesetzt. Versuche es mit `/wa-group describe`.

groups = Gruppen
groups-none = Du hast hier keine Gruppen.
groups-none-found = Von den Gruppen, die du sehen kannst, passt keine zu **{ $search }**
entries-unread = { $count ->
    [one] { $count } weiterer Eintrag konnte nicht gelesen werden und fehlt hier.
   *[other] { $count } weitere Einträge konnten nicht gelesen werden und fehlen hier.
}

field-owner = Inhaber
field-admins = Admins
field-admins-now = Admins jetzt
field-invited-by = Link erstellt von
field-members-shown = Einige der Mitglieder
admins-unreadable = Usher konnte sie nicht lesen
previewed = Nur Vorschau. Es wurde nichts geändert.

invite-shown = Alle, die diesen Link haben, können beitreten, bis du ihn zurücksetzt.
# The link follows
invite-revoked = Der alte Link funktioniert nicht mehr. Neuer Link:
invite-revoked-unread = Der alte Link funktioniert nicht mehr. Den neuen bekommst du mit `/wa-group invite show`.
field-invite-needed = Schicke ihnen diesen Einladungslink
field-rest = Nicht fertig
rest-later = Die anderen kannst du ab { $time } hinzufügen.
done-before = Erledigt. Führe den Befehl noch einmal aus, um das Ergebnis zu sehen.

## What became of people who were to be added. Followed by their number, and by who they are.

standing-added = Hinzugefügt
standing-already-member = Schon in der Gruppe
standing-private = Nicht hinzugefügt: Datenschutzeinstellungen lassen es nicht zu. Schicke den Einladungslink
standing-must-be-invited = Nicht hinzugefügt: WhatsApp erlaubt den Beitritt nur mit dem Einladungslink
standing-not-added = Nicht hinzugefügt: nicht auf WhatsApp, oder Hinzufügen durch andere nicht erlaubt
standing-not-on-whatsapp = Nicht auf WhatsApp
standing-left-recently = Nicht hinzugefügt: Gruppe vor Kurzem verlassen. Schicke den Einladungslink
standing-group-full = Nicht hinzugefügt: Die Gruppe ist voll
standing-refused = Nicht hinzugefügt: von WhatsApp abgelehnt. Schicke den Einladungslink
standing-number-refused = Nicht hinzugefügt: WhatsApp hat die Nummer abgelehnt. Prüfe sie
standing-not-asked = Nicht versucht. Führe den Befehl zum Hinzufügen noch einmal aus
standing-unconfirmed = Nicht bestätigt. Prüfe die Mitgliederliste, bevor du den Befehl noch einmal ausführst

## Of people who were to be removed.

removal-removed = Entfernt
removal-no-member = Nicht in der Gruppe
removal-creator = Gruppenersteller; kann nicht entfernt werden
removal-own-account = Ushers eigene Nummer; nutze `/wa-group leave`
removal-still-there = Noch in der Gruppe
removal-unconfirmed = Nicht bestätigt. Prüfe die Mitgliederliste, bevor du den Befehl noch einmal ausführst

## Of people who were to become admins, or to be admins no more.

admin-made = Jetzt Admin
admin-taken = Nicht mehr Admin
admin-was-already = Schon Admin
admin-was-none = Vorher nicht Admin
admin-no-member = Nicht in der Gruppe
admin-creator = Gruppenersteller; bleibt immer Admin
admin-own-account = Ushers eigene Nummer; Usher ändert die eigene Rolle nicht. Um die Gruppe zu verlassen, nutze `/wa-group leave`
admin-not-changed = Von WhatsApp nicht geändert
admin-unconfirmed = Nicht bestätigt. Prüfe die Admins, bevor du den Befehl noch einmal ausführst

## WhatsApp accounts, and why one is not connected.

status-connected = verbunden
status-connecting = wird verbunden
status-disconnected = nicht verbunden
reason-scan-qr = jemand muss den QR-Code mit dem Handy scannen
reason-auto-reconnect = verbindet sich automatisch neu
reason-failed = die Verbindung ist fehlgeschlagen
reason-manual-stop = von einer Person gestoppt
reason-qr-timeout = niemand hat den QR-Code rechtzeitig gescannt
reason-logged-out = am Handy abgemeldet; jemand muss den QR-Code noch einmal scannen
reason-temporary-ban = vorübergehend von WhatsApp gesperrt
reason-stream-error = WhatsApp hat die Verbindung beendet
