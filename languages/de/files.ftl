### People by file, pictures, QR codes, pages, and what is attached to an answer.

## People by file

bad-file = Die Datei ist nicht verwendbar
file-too-large = Eine Datei darf höchstens { $max } MiB groß sein. Es wurde nichts gesendet.
file-too-many = Eine Liste darf höchstens { $max } Personen haben. Es wurde nichts gesendet.
file-too-many-cells = Eine Datei hat höchstens { $rows } Zeilen, { $columns } Spalten und { $cells } Zellen. Es wurde nichts geändert.
file-too-slow = Das Lesen dieser Datei hat zu lange gedauert, deshalb hat Usher es abgebrochen. Hänge eine kleinere Datei an. Es wurde nichts geändert.
file-not-downloaded = Discord hat Usher die Datei nicht übergeben. Häng sie noch einmal an. Es wurde nichts gesendet.
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
working-left = noch { $left }
working-speed = { $speed } pro Minute
button-stop = Anhalten
stopping = Es hält an, sobald der laufende Aufruf beantwortet ist. Wer bis dahin in der Gruppe ist, bleibt darin.
stop-gone = Dieser Auftrag ist schon vorbei, oder hier gibt es keinen mit dieser Nummer. Es wurde nichts angehalten.
stopped-by = { $who } hat das angehalten, bevor alles erledigt war. Derselbe Befehl erledigt den Rest.
stopped-not-allowed = Usher hat das angehalten, bevor alles erledigt war: Wer es verlangt hat, darf das hier nicht mehr.
stopped-not-a-member = Usher hat das angehalten, bevor alles erledigt war: Wer es verlangt hat, hat diesen Server verlassen.
stopped-no-server = Usher hat das angehalten, bevor alles erledigt war: Usher ist nicht mehr auf diesem Server.
stopped-unknown = Usher hat das angehalten, bevor alles erledigt war: 10 Minuten lang ließ sich nicht lesen, ob die Person, die es verlangt hat, das noch darf.
report-attached = In der angehängten Datei steht es Person für Person.
not-added-attached = `{ $file }` nennt alle, die nicht hinzugefügt wurden. Du kannst die Datei so bei `/wa-group members add` anhängen.

## Those who must be invited

button-invitation = Nachricht zum Verschicken
invitation-copy = Kopiere das und schick es denen, die eine Einladung brauchen:
invitation-links = Oder drück auf eine Nummer: WhatsApp öffnet sich mit der Nachricht an diese Person.
invitation-more = Die angehängte Datei enthält die Links aller { $count } Personen.
invitation-without-number = { $count ->
    [one] { $count } Person ist nur über eine Kennung bekannt: Für sie gibt es keinen Link.
   *[other] { $count } Personen sind nur über eine Kennung bekannt: Für sie gibt es keinen Link.
}
# What is sent to people in WhatsApp. No bold here.
invitation = Hallo! Du bist in unsere WhatsApp-Gruppe „{ $group }“ eingeladen. Mit diesem Link kannst du beitreten: { $link }

## Pictures

bad-picture = Das Bild ist nicht verwendbar
picture-too-large = Ein Bild darf höchstens { $max } MiB groß sein. Es wurde nichts gesendet.
picture-too-many-pixels = Ein Bild darf höchstens { $max } Megapixel haben. Dieses hat { $width } × { $height } Pixel. Es wurde nichts gesendet.
picture-unreadable = Das ist kein PNG, JPEG, WebP oder GIF, das Usher lesen kann. Es wurde nichts gesendet.
picture-cut-off = Dieses Bild ist abgeschnitten: Die Datei endet vor dem Bild. Speichere oder lade es noch einmal herunter und hänge die ganze Datei an. Es wurde nichts geändert.
picture-too-slow = Das Lesen dieses Bildes hat zu lange gedauert, deshalb hat Usher es abgebrochen. Hänge ein kleineres Bild an. Es wurde nichts geändert.
picture-either = Gib entweder `image` oder `url` an, nicht beides. Es wurde nichts gesendet.
created-no-picture = Das Bild konnte nicht gesetzt werden; mit `/wa-group picture` kannst du es noch einmal versuchen.
# Read out to those who cannot see it
picture-alt = Das neue Bild der Gruppe
qr-alt = QR-Code des Einladungslinks
qr-hint = Der Code unten lässt sich mit der Handykamera scannen.

## Pages

button-first = Erste
button-previous = Zurück
button-next = Weiter
button-last = Letzte
page = Seite { $page } von { $pages }
pages-old = Abgelaufen
pages-old-text = Diese Schaltflächen galten fünf Minuten. Verwende den Befehl noch einmal.

## Descriptions

# Title of a window; at most 45 characters
describe-title = Gruppe beschreiben
# At most 45 characters
describe-field = Beschreibung
describe-ready = Usher hat die aktuelle Beschreibung geladen. Drück auf die Schaltfläche, um sie zu ändern.
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
}, als Datei für die Tabellenkalkulation. Sie enthält Telefonnummern: Gib sie niemandem, der sie nicht sehen darf.
deed-members-exported = { $who } hat die Mitglieder als Datei exportiert.
wish-members-export = die Mitglieder dieser Gruppe als Datei exportieren
wish-picture-file = dieser Gruppe ein neues Bild geben
wish-with-picture = { $wish }, mit Bild
