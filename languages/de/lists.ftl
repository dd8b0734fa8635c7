### Lists of people: how they were read, and what is asked before anyone in them is added, removed or changed.

list-found = { $count ->
    [0] Usher hat in dieser Liste niemanden gefunden.
    [one] Usher hat in dieser Liste **{ $count } Person** gefunden.
   *[other] Usher hat in dieser Liste **{ $count } Personen** gefunden.
} Es passiert nichts, bis du einen Button drückst.
list-exact = { $count ->
    [one] { $count } Nummer hat eine Ländervorwahl.
   *[other] { $count } Nummern haben eine Ländervorwahl.
}
list-ids = { $count ->
    [one] { $count } Eintrag ist eine WhatsApp-ID.
   *[other] { $count } Einträge sind WhatsApp-IDs.
}
# $country is such as “BR (+55)”
list-national = { $count ->
    [one] Usher hat { $count } Nummer ohne Ländervorwahl als Nummer aus { $country } gelesen.
   *[other] Usher hat { $count } Nummern ohne Ländervorwahl als Nummern aus { $country } gelesen.
}
list-doubles = { $count ->
    [one] { $count } Eintrag nennt eine Person noch einmal und wird weggelassen.
   *[other] { $count } Einträge nennen eine Person noch einmal und werden weggelassen.
}
list-columns = Die Nummern stammen aus { $all }
list-column-titled = Spalte { $column } **{ $title }**
list-column = Spalte { $column }
list-other-numbers = { $count ->
    [one] { $count } weitere Nummer derselben Personen wird nicht verwendet.
   *[other] { $count } weitere Nummern derselben Personen werden nicht verwendet.
}
list-already = { $count ->
    [one] { $count } davon ist schon in der Gruppe.
   *[other] { $count } davon sind schon in der Gruppe.
}
list-room = Die Gruppe hat { $members } Mitglieder (Limit: 1.024).
list-too-full = Die Gruppe hat { $members } Mitglieder (Limit: 1.024), deshalb passen nicht alle hinein.
list-may-add = { $left ->
    [one] Tageslimit: Dieses WhatsApp-Konto kann jetzt noch { $left } Person hinzufügen.
   *[other] Tageslimit: Dieses WhatsApp-Konto kann jetzt noch { $left } Personen hinzufügen.
}
list-may-not-add = { $left ->
    [0] Tageslimit: Dieses WhatsApp-Konto kann jetzt niemanden mehr hinzufügen, deshalb würde Usher das Hinzufügen ablehnen.
    [one] Tageslimit: Dieses WhatsApp-Konto kann jetzt nur noch { $left } Person hinzufügen, deshalb würde Usher ablehnen, alle hinzuzufügen.
   *[other] Tageslimit: Dieses WhatsApp-Konto kann jetzt nur noch { $left } Personen hinzufügen, deshalb würde Usher ablehnen, alle hinzuzufügen.
}
list-takes = Das Hinzufügen dauert etwa { $minutes } Minuten, weil Usher kurz vor dem Tageslimit langsamer wird.
list-first = Die übrigen können von selbst folgen: Usher fügt sie ab morgen hinzu, jeden Tag so viele, wie das Tageslimit erlaubt.
list-check = Prüfe diese Nummern
list-unclear = { $count ->
    [one] Nicht verstanden: { $count } Eintrag
   *[other] Nicht verstanden: { $count } Einträge
}
list-file = Die angehängte Datei enthält alle Einträge.
# A footer
list-by-country = Nummern ohne Ländervorwahl: { $country }

## Where an entry stands

list-row = Zeile { $row }
list-sheet-row = { $sheet } · Zeile { $row }
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
    [one] { $count } Person als Admin einsetzen
   *[other] { $count } Personen als Admins einsetzen
}
button-demote-all = { $count ->
    [one] { $count } Person als Admin absetzen
   *[other] { $count } Personen als Admins absetzen
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
people-example = Ana +55 11 97777-0001, Ben +49 1512 3456789
# Title of a window; at most 45 characters
list-country-title = Land dieser Nummern
# At most 45 characters
list-country-field = Land: Buchstaben, Vorwahl oder Name
# At most 100 characters
list-country-example = Zum Beispiel BR, +55 oder Brasilien

## People of a message

list-which-group = Zu welcher Gruppe möchtest du diese Personen hinzufügen? Wähle eine aus und prüfe dann, wie Usher die Nummern gelesen hat.
menu-group = Gruppe auswählen
menu-open-group = Gruppe öffnen
list-no-groups = Du kannst hier zu keiner Gruppe Personen hinzufügen, oder Usher konnte die Gruppen nicht lesen. Es wurde nichts geändert.
# Below the menu, if there are more groups than a menu holds
list-more-groups = Dieses Menü hat nur { $count } Gruppen. Für eine andere Gruppe kopiere den Text und nutze `/wa-group members add`.

## How a number was read. Each follows a number and a dot.

how-exact = mit Ländervorwahl
how-id = eine WhatsApp-ID
how-national = als Nummer aus { $country } gelesen
how-double = wiederholt einen früheren Eintrag
guess-plus-missing = das + am Anfang fehlt; als Nummer aus { $country } gelesen
guess-two-countries = könnte auch { $other } sein
guess-trunk-zero-missing = als Nummer aus { $country } gelesen, obwohl die 0 am Anfang fehlt
guess-trunk-prefix = ohne eine Ziffer, die man nur innerhalb von { $country } wählt
guess-unassigned = sieht aus wie eine Nummer aus { $country }, aber solche Nummern sind vielleicht nicht in Gebrauch
guess-country-not-understood = Usher kennt das Land in der Liste nicht; als Nummer aus { $country } gelesen

## Why an entry was not understood. Each follows the entry and a dot.

unclear-no-number = keine Telefonnummer
unclear-too-short = zu kurz für das Land
unclear-too-long = zu lang für das Land
unclear-unknown-country-code = kein Land hat diese Vorwahl
unclear-no-such-number = das Land hat keine solchen Nummern
unclear-country-missing = Ländervorwahl fehlt; schreibe sie wie +55 11 99999-9999
unclear-area-code-missing = Ortsvorwahl fehlt
unclear-two-endings = zwei Endungen; schreibe beide Nummern ganz aus
unclear-ambiguous = eine Nummer oder mehrere; setze Kommas dazwischen
unclear-letters = Buchstaben in der Nummer
unclear-extension = hat eine Durchwahl, die WhatsApp nicht nutzen kann
unclear-date = ein Datum oder eine Uhrzeit
unclear-amount = ein Betrag oder eine Dezimalzahl
unclear-scientific = von einer Tabelle gerundet; formatiere die Spalte als Text
unclear-id-number = eine Steuernummer oder eine andere Kennnummer
unclear-postal-code = eine Postleitzahl
unclear-fax = eine Faxnummer
unclear-masked = einige Ziffern sind verborgen
unclear-discord-mention = ein Discord-Nutzer; Usher kennt die Telefonnummer nicht
unclear-group-id = die ID einer Gruppe
unclear-other-id = die ID von etwas anderem
unclear-link-without-number = ein Link ohne Nummer

## Lists that cannot be used

bad-list = Liste nicht verwendbar
list-nobody-found = Niemand gefunden
file-unknown-format = Usher kann diese Art von Datei nicht lesen. Es wurde nichts geändert. Verwende Text, CSV, Kontakte (.vcf), JSON oder eine Tabelle (.xlsx, .ods).
file-unsupported-spreadsheet = Diese Tabelle ist geschützt oder in einem alten Format. Es wurde nichts geändert. Speichere sie ohne Passwort als .xlsx oder CSV.
file-damaged = Diese Datei ist beschädigt. Es wurde nichts geändert. Speichere oder lade sie noch einmal herunter und hänge sie dann an.
