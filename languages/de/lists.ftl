### Lists of people: how they were read, and what is asked before somebody of them is added, removed or changed.

list-found = { $count ->
    [0] In dieser Liste wurde niemand gefunden.
    [one] In dieser Liste wurde **{ $count } Person** gefunden.
   *[other] In dieser Liste wurden **{ $count } Personen** gefunden.
} Es geschieht nichts, bevor du einen Button drückst.
list-exact = { $count ->
    [one] { $count } Nummer hat ihre Ländervorwahl.
   *[other] { $count } Nummern haben ihre Ländervorwahl.
}
list-ids = { $count ->
    [one] { $count } Eintrag ist eine ID von WhatsApp.
   *[other] { $count } Einträge sind IDs von WhatsApp.
}
# $country is such as “BR (+55)”
list-national = { $count ->
    [one] { $count } Nummer ohne Ländervorwahl wurde als Nummer aus { $country } gelesen.
   *[other] { $count } Nummern ohne Ländervorwahl wurden als Nummern aus { $country } gelesen.
}
list-doubles = { $count ->
    [one] { $count } Eintrag nennt jemanden ein zweites Mal und wird ausgelassen.
   *[other] { $count } Einträge nennen jemanden ein zweites Mal und werden ausgelassen.
}
list-columns = Die Nummern stammen aus: { $columns }.
list-column-titled = „{ $title }“ (Spalte { $column })
list-column = Spalte { $column }
list-other-numbers = { $count ->
    [one] { $count } weitere Nummer derselben Personen wird nicht verwendet.
   *[other] { $count } weitere Nummern derselben Personen werden nicht verwendet.
}
list-already = { $count ->
    [one] { $count } davon ist schon in der Gruppe.
   *[other] { $count } davon sind schon in der Gruppe.
}
list-room = Die Gruppe hat { $members } von höchstens 1.024 Mitgliedern.
list-too-full = Die Gruppe hat { $members } von höchstens 1.024 Mitgliedern: Nicht alle diese Personen passen hinein.
list-may-add = { $left ->
    [one] Dieses Konto darf in diesen 24 Stunden noch { $left } Person hinzufügen.
   *[other] Dieses Konto darf in diesen 24 Stunden noch { $left } Personen hinzufügen.
}
list-may-not-add = { $left ->
    [0] Dieses Konto darf in diesen 24 Stunden niemanden mehr hinzufügen, deshalb würden jetzt alle abgelehnt.
    [one] Dieses Konto darf in diesen 24 Stunden nur noch { $left } Person hinzufügen, deshalb würden jetzt alle zusammen abgelehnt.
   *[other] Dieses Konto darf in diesen 24 Stunden nur noch { $left } Personen hinzufügen, deshalb würden jetzt alle zusammen abgelehnt.
}
list-takes = Das Hinzufügen dauert etwa { $minutes } Minuten: Von dem, was dieses Konto am Tag hinzufügen darf, ist wenig übrig, darum fügt Usher langsam hinzu.
list-first = Die übrigen können von selbst folgen: Usher fügt sie ab morgen hinzu, jeden Tag so viele, wie das Tageslimit erlaubt.
list-check = Prüfe diese Nummern
list-unclear = { $count ->
    [one] Nicht verstanden: { $count } Eintrag
   *[other] Nicht verstanden: { $count } Einträge
}
list-file = In der angehängten Datei steht es Eintrag für Eintrag.
list-minutes = 10 Minuten gültig.
list-minutes-country = 10 Minuten gültig. Nummern ohne Ländervorwahl: { $country }.

## Where an entry stands

list-row = Zeile { $row }
list-sheet-row = { $sheet }, Zeile { $row }
list-entry = Eintrag { $entry }
# $place is one of these, or “Line 3”
list-in-file = { $place } der Datei

## Buttons; at most 80 characters

button-add-all = { $count ->
    [one] { $count } Person hinzufügen
   *[other] { $count } Personen hinzufügen
}
button-add-sure = { $count ->
    [one] Nur die { $count } sichere Nummer hinzufügen
   *[other] Nur die { $count } sicheren Nummern hinzufügen
}
button-add-first = Nur die ersten { $count } hinzufügen
button-add-rest = Jetzt { $count } hinzufügen, den Rest morgen
button-remove-all = { $count ->
    [one] { $count } Person entfernen
   *[other] { $count } Personen entfernen
}
button-promote-all = { $count ->
    [one] { $count } Person zum Admin machen
   *[other] { $count } Personen zu Admins machen
}
button-demote-all = { $count ->
    [one] { $count } Person die Adminrolle nehmen
   *[other] { $count } Personen die Adminrolle nehmen
}
button-create-all = { $count ->
    [one] Mit { $count } Person erstellen
   *[other] Mit { $count } Personen erstellen
}
button-go-on-sure = { $count ->
    [one] Nur mit der { $count } sicheren Nummer fortfahren
   *[other] Nur mit den { $count } sicheren Nummern fortfahren
}
list-button-country = Land ändern

## Windows

# Title of a window; at most 45 characters
people-title = Personen hinzufügen
# At most 45 characters
people-field = Telefonnummern, so wie du sie hast
# At most 100 characters
people-example = Ana +55 11 97777-0001
# Title of a window; at most 45 characters
list-country-title = Land dieser Nummern
# At most 45 characters
list-country-field = Zwei Buchstaben, Ländervorwahl oder Name
# At most 100 characters
list-country-example = BR, +55 oder Brasilien

## People of a message

list-which-group = Zu welcher Gruppe sollen die Personen dieser Nachricht hinzugefügt werden? Wähl sie aus und sieh dir dann an, wie die Nummern gelesen wurden.
menu-group = Gruppe auswählen
list-no-groups = Es gibt keine Gruppe, zu der du Personen hinzufügen darfst, oder die Gruppen lassen sich gerade nicht lesen. Es wurde nichts geändert.
# Below the menu, if there are more groups than a menu holds
list-more-groups = Dieses Menü hat { $count } Gruppen. Für eine andere kopier den Text und verwende `/wa-group members add`.

## How a number was read. Each follows a number and a dash.

how-exact = mit Ländervorwahl
how-id = eine ID von WhatsApp
how-national = als Nummer aus { $country } gelesen
how-double = schon vorher genannt
guess-plus-missing = hat kein + am Anfang und wurde als Nummer aus { $country } gelesen
guess-two-countries = kann auch { $other } sein
guess-trunk-zero-missing = als Nummer aus { $country } gelesen, wo man eine 0 davor schreibt
guess-trunk-prefix = eine Ziffer, die nur innerhalb von { $country } gewählt wird, wurde ausgelassen
guess-unassigned = hat die Form einer Nummer aus { $country }, aber von solchen Nummern ist nicht bekannt, dass sie in Gebrauch sind
guess-country-not-understood = die Liste nennt ein Land, das Usher nicht kennt, deshalb als Nummer aus { $country } gelesen

## Why an entry was not understood. Each follows the entry and a colon.

unclear-no-number = keine Telefonnummer
unclear-too-short = zu kurz für eine Nummer des Landes
unclear-too-long = zu lang für eine Nummer des Landes
unclear-unknown-country-code = kein Land hat diese Vorwahl
unclear-no-such-number = in dem Land gibt es keine solche Nummer
unclear-country-missing = keine Ländervorwahl
unclear-area-code-missing = keine Ortsvorwahl
unclear-two-endings = eine Nummer mit zwei Endungen; schreib beide ganz aus
unclear-ambiguous = eine Nummer oder mehrere; setz Kommas dazwischen
unclear-letters = Buchstaben in der Nummer
unclear-extension = eine Durchwahl; bei WhatsApp gibt es keine
unclear-date = ein Datum oder eine Uhrzeit
unclear-amount = ein Betrag oder eine Dezimalzahl
unclear-scientific = von einer Tabellenkalkulation gerundet; formatiere die Spalte als Text
unclear-id-number = eine Steuernummer oder eine andere Kennnummer
unclear-postal-code = eine Postleitzahl
unclear-fax = eine Faxnummer
unclear-masked = einige Ziffern sind verborgen
unclear-discord-mention = eine Erwähnung einer Person bei Discord, deren Telefonnummer Usher nicht kennt
unclear-group-id = die ID einer Gruppe
unclear-other-id = die ID von etwas anderem
unclear-link-without-number = ein Link ohne Nummer

## Lists that cannot be used

bad-list = Die Liste ist nicht verwendbar
list-nobody-found = Niemand gefunden
file-unknown-format = Das ist keine Liste, die Usher lesen kann. Usher liest Text, CSV, Kontakte (.vcf), JSON und Tabellen (.xlsx, .ods). Es wurde nichts gesendet.
file-unsupported-spreadsheet = Diese Tabelle hat ein altes oder ein geschütztes Format. Speichere sie ohne Passwort als .xlsx oder CSV. Es wurde nichts gesendet.
file-damaged = Diese Datei ist beschädigt. Speichere sie neu oder lade sie noch einmal herunter und häng sie dann an. Es wurde nichts gesendet.
