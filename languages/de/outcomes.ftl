### What was done, told to the person who asked.

renamed = Umbenannt: **{ $before }** → **{ $after }**
described = Die neue Beschreibung:
description-removed = Die Beschreibung wurde entfernt.
picture-set = Die Gruppe hat ein neues Bild.
left = Das Konto hat diese Gruppe verlassen.
deleted = Diese Gruppe wurde gelöscht.
joined = Das Konto ist dieser Gruppe beigetreten.
sessions = Sitzungen
sessions-none = Die Gruppen-API kennt keine der Sitzungen dieses Servers.

created-alone = Die Gruppe wurde erstellt; bisher ist nur das Konto darin.
created-all-joined = Die Gruppe wurde erstellt, und { $count ->
    [one] { $count } Person ist
   *[other] { $count } Personen sind
} beigetreten.
created-some-joined = Die Gruppe wurde erstellt; beigetreten: { $joined } von { $count ->
    [one] { $count } Person
   *[other] { $count } Personen
}.
created-not-described = Die Beschreibung konnte nicht gesetzt werden; mit `/wa-group describe` kannst du es noch einmal versuchen.

groups = Gruppen
groups-none = Hier gibt es keine Gruppe, die du sehen darfst.
groups-none-found = Keine Gruppe, die du sehen darfst, hat „{ $search }“ im Namen.
entries-unread = { $count ->
    [one] { $count } weiterer Eintrag dieser Liste ist nicht lesbar und fehlt
   *[other] { $count } weitere Einträge dieser Liste sind nicht lesbar und fehlen
} hier.

field-owner = Inhaber
field-admins = Admins
field-admins-now = Admins jetzt
field-invited-by = Einladung erstellt von
field-members-shown = Mitglieder, die WhatsApp zeigt
admins-unreadable = konnten nicht gelesen werden
previewed = Hierhin führt diese Einladung. Das Konto ist nicht beigetreten.

invite-shown = Wer diesen Link hat, kann beitreten. Er funktioniert, bis er zurückgesetzt wird.
invite-revoked = Der alte Einladungslink funktioniert nicht mehr. Der neue:
invite-revoked-unread = Der alte Einladungslink funktioniert nicht mehr. Den neuen zeigt dir `/wa-group invite show`.
field-invite-needed = Einladungslink für alle, die eine Einladung brauchen
field-rest = Die Übrigen
rest-later = Wer noch nicht an der Reihe war, lässt sich ab { $time } hinzufügen.
done-before = Das ist erledigt; verwende den Befehl noch einmal, um es zu sehen.

## What became of people who were to be added. Followed by their number, and by who they are.

standing-added = Hinzugefügt
standing-already-member = Schon in der Gruppe
standing-private = Nicht hinzugefügt, ihre Datenschutzeinstellungen lassen es nicht zu; bitte einladen
standing-must-be-invited = Nicht hinzugefügt, nur per Einladung möglich
standing-not-added = Nicht hinzugefügt: nicht bei WhatsApp, oder sie lassen sich nicht hinzufügen
standing-not-on-whatsapp = Nicht bei WhatsApp
standing-left-recently = Vor Kurzem ausgetreten und noch nicht wieder hinzufügbar; bitte einladen
standing-group-full = Nicht hinzugefügt, die Gruppe ist voll
standing-refused = Von WhatsApp abgelehnt; bitte einladen
standing-number-refused = Nummer vom WhatsApp-Server abgelehnt; bitte prüfen
standing-not-asked = Noch nicht an der Reihe gewesen; mit demselben Befehl hinzufügbar
standing-unconfirmed = Unbekannt: angefordert, aber nicht bestätigt. Sieh dir die Mitglieder an, bevor du es noch einmal versuchst

## Of people who were to be removed.

removal-removed = Entfernt
removal-no-member = Nicht in der Gruppe
removal-creator = Hat die Gruppe erstellt und kann nicht entfernt werden
removal-own-account = Das ist Ushers eigenes Konto; verwende `/wa-group leave`
removal-still-there = Noch in der Gruppe
removal-unconfirmed = Unbekannt: angefordert, aber nicht bestätigt. Sieh dir die Mitglieder an, bevor du es noch einmal versuchst

## Of people who were to become admins, or to be admins no more.

admin-made = Jetzt Admin
admin-taken = Nicht mehr Admin
admin-was-already = War schon Admin
admin-was-none = War nicht Admin
admin-no-member = Nicht in der Gruppe
admin-creator = Hat die Gruppe erstellt und kann nicht als Admin abgesetzt werden
admin-own-account = Das ist Ushers eigenes Konto, dessen Rolle Usher nicht ändert; zum Verlassen der Gruppe verwende `/wa-group leave`
admin-not-changed = Von WhatsApp nicht geändert
admin-unconfirmed = Unbekannt: angefordert, aber nicht bestätigt. Sieh dir die Admins an, bevor du es noch einmal versuchst

## WhatsApp accounts, and why one is not connected.

status-connected = verbunden
status-connecting = wird verbunden
status-disconnected = nicht verbunden
reason-scan-qr = der QR-Code muss mit dem Handy gescannt werden
reason-auto-reconnect = die Verbindung wird gerade von selbst wiederhergestellt
reason-failed = die Verbindung ist fehlgeschlagen
reason-manual-stop = jemand hat die Verbindung beendet
reason-qr-timeout = der QR-Code wurde nicht rechtzeitig gescannt
reason-logged-out = das Konto wurde am Handy abgemeldet
reason-temporary-ban = WhatsApp hat das Konto vorübergehend gesperrt
reason-stream-error = WhatsApp hat die Verbindung beendet
