### People by file, pictures, QR codes, pages, and what is attached to an answer.

## People by file

bad-file = Datei nicht lesbar
file-too-large = Diese Datei ist zu groß (Limit: { $max } MB). Es wurde nichts geändert.
file-too-many = Diese Liste ist zu lang (Limit: { $max } Personen). Es wurde nichts geändert.
file-too-many-cells = Diese Datei ist zu groß (Limit: { $rows } Zeilen, { $columns } Spalten und { $cells } Zellen). Es wurde nichts geändert.
file-too-slow = Das Lesen dieser Datei hat zu lange gedauert, deshalb hat Usher abgebrochen. Es wurde nichts geändert. Hänge eine kleinere Datei an.
file-not-downloaded = Usher konnte die Datei nicht herunterladen. Es wurde nichts geändert. Hänge sie noch einmal an.
# In a list of bad entries of a file
file-line = Zeile { $line }
# Titles of the columns of an attached table
column-line = Zeile
column-phone = Telefonnummer
column-name = Name
column-reason = Grund
column-link = Link
column-how = wie gelesen
column-country = Land
column-result = Ergebnis

## Longer work

# Followed by a bar
working-people = { $done } von { $all ->
    [one] { $all } Person
   *[other] { $all } Personen
}
working-left = noch etwa { $minutes ->
    [one] { $minutes } Minute
   *[other] { $minutes } Minuten
}
working-left-little = noch weniger als eine Minute
button-stop = Stoppen
# Titles of the answers to the button
stopping-title = Wird gestoppt
stop-gone-title = Nichts zu stoppen
stopping = Usher stoppt nach dem laufenden Schritt. Was schon erledigt ist, bleibt erledigt.
stop-gone = Dieser Auftrag ist schon fertig, oder auf diesem Server gibt es keinen Auftrag mit dieser Nummer.
stopped-by = { $who } hat das gestoppt, bevor es fertig war. Führe denselben Befehl noch einmal aus, um den Rest zu erledigen.
stopped-not-allowed = Usher hat gestoppt, bevor das fertig war: Die Person, die es gestartet hat, hat hier keine Berechtigung mehr.
stopped-not-a-member = Usher hat gestoppt, bevor das fertig war: Die Person, die es gestartet hat, ist nicht mehr auf diesem Server.
stopped-no-server = Usher hat gestoppt, bevor das fertig war: Usher ist nicht mehr auf diesem Server.
stopped-unknown = Usher hat gestoppt, bevor das fertig war: Usher konnte 10 Minuten lang nicht prüfen, ob die Person, die es gestartet hat, noch die Berechtigung hat.
stopped-account-lost = Usher hat gestoppt, bevor das fertig war: Das WhatsApp-Konto ist nicht mehr verbunden. `/wa-session list` zeigt, warum. Führe denselben Befehl noch einmal aus, wenn es verbunden ist.
report-attached = Alle Ergebnisse stehen in der angehängten Datei.
not-added-attached = `{ $file }` enthält alle, die nicht hinzugefügt wurden. Du kannst die Datei so an `/wa-group members add` anhängen.

## Those who must be invited

button-invitation = Einladung anzeigen
invitation-copy = Kopiere das und schicke es ihnen auf WhatsApp:
invitation-links = Oder wähle eine Nummer: WhatsApp öffnet sich mit der Nachricht an diese Person.
invitation-more = Die angehängte Datei enthält die Links für alle { $count } Personen.
invitation-without-number = { $count ->
    [one] { $count } Person hat keine sichtbare Telefonnummer, deshalb gibt es für sie keinen Link.
   *[other] { $count } Personen haben keine sichtbare Telefonnummer, deshalb gibt es für sie keinen Link.
}
# What is sent to people in WhatsApp. No bold here.
invitation = Hi! Tritt unserer WhatsApp-Gruppe { $group } mit diesem Link bei: { $link }

## Pictures

bad-picture = Bild nicht verwendbar
picture-too-large = Dieses Bild ist zu groß (Limit: { $max } MB). Es wurde nichts geändert.
picture-too-many-pixels = Dieses Bild ist zu groß: { $width } × { $height } Pixel. Es wurde nichts geändert. Nimm eins mit höchstens { $max } Megapixeln.
picture-unreadable = Usher kann dieses Bild nicht lesen. Es wurde nichts geändert. Verwende PNG, JPEG, WebP oder GIF.
picture-cut-off = Dieses Bild ist unvollständig: Die Datei endet zu früh. Es wurde nichts geändert. Speichere oder lade es noch einmal herunter und hänge dann die ganze Datei an.
picture-too-slow = Das Lesen dieses Bildes hat zu lange gedauert, deshalb hat Usher abgebrochen. Es wurde nichts geändert. Hänge ein kleineres Bild an.
picture-either = Verwende `image` oder `url`, nicht beides. Es wurde nichts geändert.
created-no-picture = Das Bild wurde nicht gesetzt. Versuche es mit `/wa-group picture`.
# Read out to those who cannot see it
picture-alt = Das neue Bild der Gruppe
qr-alt = QR-Code des Einladungslinks
qr-hint = Zum Beitreten den QR-Code scannen.

## Pages

button-first = Anfang
button-previous = Zurück
button-next = Weiter
button-last = Ende
page = Seite { $page } von { $pages }
pages-old = Buttons abgelaufen
pages-old-text = Diese Buttons funktionieren 15 Minuten lang. Führe den Befehl noch einmal aus.

## Descriptions

# Title of a window; at most 45 characters with a name of 25
describe-title = Beschreibung von { $group }
# At most 45 characters
describe-field = Beschreibung
describe-ready = Bereit. Drücke **Bearbeiten…**, um die Beschreibung zu ändern.
button-edit = Bearbeiten…
field-your-text = Dein Text

## Invites in messages, members as a file

no-invite = Kein Einladungslink
no-invite-text = In dieser Nachricht ist kein WhatsApp-Einladungslink.
# Below the preview of the first of them
several-invites = Diese Nachricht hat { $count } verschiedene Einladungslinks. Das ist der erste: { $link }
button-join = Beitreten
members-exported = { $count ->
    [one] { $count } Mitglied
   *[other] { $count } Mitglieder
} exportiert. Die Datei enthält Telefonnummern. Teile sie nur mit Personen, die sie sehen dürfen.
deed-members-exported = { $who } hat die Mitgliederliste exportiert.
wish-members-export = die Mitgliederliste dieser Gruppe exportieren
wish-picture-file = das Bild dieser Gruppe ändern
wish-with-picture = { $wish }, mit Bild
