### Why somebody did not get what they asked for: a title, and what happened, whether anything changed, what to do next.

only-in-server = Nur auf einem Server
only-in-server-text = Usher funktioniert in den Kanälen eines Servers, nicht in Direktnachrichten.
not-set-up = Hier nicht eingerichtet
not-set-up-text = Dieser Server steht nicht in der Konfiguration von Usher, deshalb lässt sich Usher hier nicht nutzen. Wer den Bot betreibt, kann ihn hinzufügen. Die Server-ID dafür: `{ $server }`
no-such-session = Keine solche Sitzung
no-such-session-text = Diese Sitzung gibt es auf diesem Server nicht. Es gibt: { $sessions }. Es wurde nichts geändert.
no-such-group = Keine solche Gruppe
no-such-group-text = Es gibt keine Gruppe namens { $name }, die du dafür nutzen darfst. Wähl eine der Gruppen aus, die beim Tippen vorgeschlagen werden, oder sieh unter `/wa-group list` nach. Es wurde nichts geändert.
which-group = Welche Gruppe?
which-group-text = Den Namen { $name } haben mehrere Gruppen. Verwende die ID der Gruppe, die du meinst:
no-longer-good = Nicht mehr gültig
no-longer-good-text = Diese Frage wurde schon beantwortet, oder ihre Zeit ist abgelaufen. Dieser Klick hat nichts geändert. Wenn du die Frage schon beantwortet hast, warte ab, was daraus wird; sonst verwende den Befehl noch einmal, wenn du es weiterhin möchtest.
not-yours = Nicht für dich
not-yours-text = Nur wer den Befehl verwendet hat, kann hier antworten.
wrong-name = Das ist ein anderer Name
wrong-name-text = Was du eingetippt hast, ist nicht der Name dieser Gruppe. Es wurde nichts gelöscht. Drücke noch einmal auf den Button und tippe diesen Namen ein:
wrong-group-id = Das ist eine andere ID
wrong-group-id-text = Was du getippt hast, ist nicht die ID dieser Gruppe. Nichts wurde gelöscht. Drück den Knopf noch einmal und tippe diese ID:
no-such-case = Kein solcher Vorgang
no-such-case-text = Es gibt keinen Vorgang mit dieser Nummer, den du sehen darfst. `/wa-audit recent` zeigt die neuesten.

## Usher itself

elsewhere = Anderswo
elsewhere-text = Darauf antwortet eine andere Instanz von Usher.
not-written = Aufzeichnen nicht möglich
not-written-text = Usher zeichnet alles auf, was geschieht, und kann das im Moment nicht. Deshalb wurde nichts ausgeführt. Versuch es in einer Minute noch einmal.
too-late = Zu spät
too-late-text = Discord hat die erste Antwort von Usher nicht rechtzeitig angenommen. Es wurde nichts geändert. Verwende den Befehl noch einmal, wenn du es weiterhin möchtest.
cut-short = Unterbrochen
cut-short-text = Usher wurde unterbrochen, bevor das hier begonnen hat. Es wurde nichts geändert. Verwende den Befehl noch einmal, wenn du es weiterhin möchtest.
too-much-at-once = Zu viel auf einmal
too-much-at-once-text = Usher hat im Moment zu viel zu tun. Es wurde nichts geändert. Versuch es in einer Minute noch einmal.
restarting = Neustart
restarting-text = Usher wird gerade neu gestartet. Es wurde nichts geändert. Versuch es in einer Minute noch einmal.
unreadable = Usher konnte das nicht lesen
unreadable-text = Discord hat Usher etwas geschickt, das diese Version nicht versteht. Es wurde nichts geändert. Sag es der Person, die Usher betreibt; mit der Kennung unten findet sie es im Protokoll.
unknown-command = Unbekannter Befehl
unknown-command-text = Diesen Befehl gibt es bei Usher nicht mehr. Starte Discord neu, um die aktuellen Befehle zu sehen. Es wurde nichts geändert.
fault = Ein Fehler in Usher
fault-text = In Usher selbst ist etwas schiefgegangen. Sieh dir die Gruppe an, bevor du es noch einmal versuchst: Sie könnte geändert worden sein. Wer den Bot betreibt, findet die Ursache im Log unter der Referenz unten.

## Refusals

refused = Das darfst du nicht
refused-needs = Dafür ist { $capability } nötig.
refused-elsewhere = Dafür ist { $capability } nötig; das hast du für andere Gruppen oder Sitzungen.
refused-only-asked = Dafür ist { $capability } nötig; darum darfst du nur bitten, und um diesen Befehl kann man nicht bitten.
refused-nobody = Hier hat keine Rolle dieses Recht, aber die Administratoren des Servers haben es.
refused-one-role = Die Rolle { $role } hat dieses Recht.
refused-roles = Die Rollen { $roles } haben dieses Recht.

## Bad input

does-not-work = Das geht so nicht
# Follows each of the sentences below
nothing-sent = Es wurde nichts gesendet.
bad-session = Der Name einer Sitzung hat 1 bis 64 Buchstaben, Ziffern, Punkte, Bindestriche oder Unterstriche.
bad-group = Die ID einer Gruppe sieht so aus: 120363012345678901@g.us.
bad-group-for-person = Das ist die ID einer Gruppe, nicht die einer Person.
bad-person = Eine Person gibst du als Telefonnummer mit Ländervorwahl an, zum Beispiel +55 11 99999-9999, oder als ID, die auf @lid endet.
bad-phone = Eine Telefonnummer hat 7 bis 15 Ziffern, die Ländervorwahl zuerst.
bad-invite = Eine Einladung ist ein Link wie https://chat.whatsapp.com/… oder der Code an seinem Ende.
bad-several-invites = Hier stehen mehrere verschiedene Einladungslinks. Gib nur den an, den du meinst.
bad-name-empty = Der Name einer Gruppe darf nicht leer sein: Er braucht ein sichtbares Zeichen.
bad-name-long = Der Name einer Gruppe hat höchstens { $max } Zeichen; dieser hat { $given }.
bad-description-long = Eine Beschreibung hat höchstens { $max } Zeichen; diese hat { $given }.
bad-picture-url = Die Adresse eines Bildes beginnt mit https:// und enthält weder Namen noch Passwort.
bad-picture-url-private = Die Adresse eines Bildes muss im öffentlichen Internet liegen. Eine Adresse in einem privaten Netz geht nicht.
bad-picture-url-long = Die Adresse eines Bildes hat höchstens { $max } Zeichen; diese hat { $given }.
option-wanted = Eine dieser Optionen ist nötig: { $options }.
too-many-people = Eine Gruppe wird mit höchstens { $max } Personen erstellt, und das hier sind { $given }; füg die übrigen mit `/wa-group members add` hinzu.
nobody-named = Niemand angegeben
nobody-named-text = Gib mindestens eine Person an, mit Telefonnummer oder ID. Es wurde nichts gesendet.

## What the groups API answered

not-done = Nicht ausgeführt
perhaps-changed = Vielleicht wurde es ausgeführt, vielleicht nicht: Prüf es von Hand, bevor du es noch einmal versuchst.
api-says = Die API sagt: „{ $words }“
try-again-after = Versuch es { $when } noch einmal.
after-a-minute = in einer Minute
after-seconds = in { $seconds ->
    [one] { $seconds } Sekunde
   *[other] { $seconds } Sekunden
}
after-minutes = in { $minutes ->
    [one] { $minutes } Minute
   *[other] { $minutes } Minuten
}
api-refused = Von der API abgelehnt
api-refused-text = Die Gruppen-API hat das nicht angenommen.
api-key = Der Schlüssel von Usher wird abgelehnt
api-key-text = Die Gruppen-API nimmt den Schlüssel von Usher nicht an.
api-key-next = Wer den Bot betreibt, muss einen gültigen hinterlegen; ein neuer Versuch hilft nicht.
api-forbidden = Das Konto darf das nicht
api-forbidden-text = WhatsApp oder die Gruppen-API erlaubt das dem Konto nicht: Meist ist es kein Admin der Gruppe.
api-forbidden-next = Ein Admin der Gruppe kann es zum Admin machen; manches darf nur, wer die Gruppe erstellt hat.
api-not-there = Nicht vorhanden
api-not-there-text = Die Gruppen-API kennt diese Gruppe oder Einladung nicht: Vielleicht wurde sie gelöscht, verlassen oder zurückgesetzt.
api-not-there-next = `/wa-group list` zeigt die vorhandenen Gruppen.
api-conflict = Jetzt nicht möglich
api-conflict-text = Das passt nicht zum jetzigen Stand der Gruppe.
api-pause = Zu viele Aufrufe
api-pause-text = Die Gruppen-API bittet um eine Pause.
api-busy = Ausgelastet
api-busy-text = Für diese Sitzung warten zu viele Aufrufe.
api-trouble = Die API hat Probleme
api-trouble-text = Die Gruppen-API hat mehrmals hintereinander versagt, deshalb lässt Usher sie einen Moment in Ruhe.
account-trouble = Das WhatsApp-Konto hat Probleme
account-trouble-text = Die Gruppen-API hat beim Konto „{ $session }“ mehrmals hintereinander versagt, deshalb nutzt Usher dieses Konto einen Moment lang nicht. Andere Konten sind nicht betroffen.
api-not-connected = Das Konto ist nicht verbunden
api-not-connected-text = Das Konto der Sitzung ist nicht mit WhatsApp verbunden.
api-not-connected-why = Das Konto der Sitzung ist nicht mit WhatsApp verbunden ({ $reason }).
api-not-connected-next = `/wa-session list` zeigt die Konten; wer das Konto betreut, muss es wieder verbinden.
api-silent = Die API antwortet nicht
api-silent-text = Die Gruppen-API ist nicht erreichbar, oder die Sitzung ist nicht verbunden.
api-silent-next = `/wa-session list` zeigt die Sitzungen; sonst versuch es in einer Minute noch einmal.
api-lost = Die Antwort ging verloren
api-lost-text = Die Gruppen-API hat das erhalten, aber nicht mitgeteilt, wie es ausging.
api-garbled = Nicht verstanden
api-garbled-text = Die Gruppen-API hat eine Antwort gegeben, die Usher nicht lesen kann.
api-garbled-next = Wenn das wieder vorkommt, sag denen Bescheid, die den Bot betreiben.

## Limits

too-fast = Zu schnell
too-fast-text = Du hast in der letzten Minute viel geändert. Es wurde jetzt nichts geändert. Weitermachen kannst du ab { $time }.
asked-too-much-text = Du hast in der letzten Minute viel angefragt. Es wurde jetzt nichts geändert. Weitermachen kannst du ab { $time }.
enough-today = Genug für heute
enough-today-text = WhatsApp sperrt Konten, die viele Fremde hinzufügen. Deshalb fügt dieses Konto höchstens { $budget ->
    [one] { $budget } Person
   *[other] { $budget } Personen
} in 24 Stunden hinzu. Jetzt noch möglich: { $left }. Es wurde niemand hinzugefügt.
enough-ever = So viele lassen sich an einem Tag überhaupt nicht hinzufügen: Die Grenze liegt bei { $budget }. Schick ihnen den Einladungslink.
enough-until = Alle zusammen lassen sich ab { $time } hinzufügen; den Einladungslink kannst du schon jetzt schicken.

## Requests, rights and settings

nowhere-to-ask = Kein Ort für Anfragen
nowhere-to-ask-text = Du darfst { $capability } nur nutzen, wenn jemand es genehmigt, und dieser Server hat keinen Kanal für Genehmigungen. Ein Administrator kann ihn mit `/wa-setup` festlegen. Es wurde nichts geändert.
too-many-requests = Zu viele Anfragen
too-many-requests-text = Deine offenen Anfragen: { $open }. Mehr sind nicht erlaubt. Warte, bis eine entschieden ist, oder zieh eine mit `/wa-request cancel` zurück. Es wurde nichts geändert.
discord-silent = Discord antwortet nicht
discord-silent-text = Usher hat bei Discord etwas abgefragt und keine Antwort bekommen. Es wurde nichts geändert. Versuch es in einer Minute noch einmal.
own-request = Deine eigene Anfrage
own-request-text = Darüber muss jemand anderes entscheiden; niemand genehmigt eigene Anfragen.
being-decided = Gerade eben
being-decided-text = Usher arbeitet bereits an dieser Anfrage. An der Anfrage siehst du das Ergebnis. Bleibt sie offen, drücke noch einmal.
not-as-shown = Nicht, was zu sehen war
not-as-shown-text = Die gespeicherte Anfrage ist nicht die, die diese Nachricht zeigte. Jetzt zeigt sie, was gespeichert ist: Lies es und drücke dann noch einmal.
decided = Schon entschieden
decided-too-late = Diese Anfrage ist abgelaufen. Es wurde jetzt nichts geändert.
decided-void = Diese Anfrage ist nicht mehr möglich: Wer sie gestellt hat, darf inzwischen nicht einmal mehr darum bitten. Es wurde jetzt nichts geändert.
decided-otherwise = Diese Anfrage ist entschieden: { $how }. Es wurde jetzt nichts geändert.
no-such-request = Keine solche Anfrage
no-such-request-text = Du hast keine offene Anfrage mit dieser Nummer. `/wa-request list` zeigt deine Anfragen.
beyond-own = Mehr, als du selbst hast
beyond-own-text = Niemand vergibt Rechte, die er dort, wo er sie vergibt, nicht selbst hat. Dir fehlt: { $capabilities }. Es wurde nichts geändert.
fixed = Fest vorgegeben
fixed-grant = Das kommt aus der Konfigurationsdatei: Nur wer den Bot betreibt, kann es entziehen, niemand hier. Es wurde nichts geändert.
fixed-setting = Das legt die Konfigurationsdatei fest. Wer den Bot betreibt, kann es ändern.
nothing-to-revoke = Nichts zu entziehen
nothing-to-revoke-text = Dieser Rolle wurde hier nichts dergleichen gegeben. `/wa-access show` zeigt die Berechtigungen. Es wurde nichts geändert.
nothing-to-grant = Nichts hinzuzufügen
nothing-to-grant-text = Diese Rolle hat das alles schon. `/wa-access show` zeigt die Berechtigungen. Es wurde nichts geändert.
no-effect = In einer einzelnen Gruppe ohne Wirkung
no-effect-text = { $capabilities } lässt sich nicht auf eine Gruppe beschränken: Dabei geht es um Gruppen, die es noch nicht gibt. Lass die Option `group` weg. Es wurde nichts geändert.
set-already = Nichts zu ändern
set-already-text = Das ist schon so eingestellt. Es wurde nichts geändert.
for-administrators = Nur für Administratoren
for-administrators-text = Einen Server einrichten kann nur, wer bei Discord die Berechtigung „Administrator“ hat. Es wurde nichts geändert.
not-a-member = Nicht auf diesem Server
not-a-member-text = Diese Person ist kein Mitglied dieses Servers.
cannot-write = Schreiben dort nicht möglich
cannot-write-text = Usher kann nicht in { $channel } schreiben. Erlaub dort „Kanal ansehen“, „Nachrichten senden“ und „Links einbetten“ und wähl den Kanal noch einmal aus. Es wurde nichts geändert.
# A title
unknown-country = Unbekanntes Land
unknown-country-text = Usher kennt { $text } nicht als Land. Schreib die zwei Buchstaben des Landes, etwa `BR`, oder seine Vorwahl, etwa `+55`. Es wurde nichts geändert.
# A title
bad-invitation = Keine Einladung
bad-invitation-text = Der Text braucht { $place } an der Stelle des Links und hat höchstens { $max } Zeichen. Es wurde nichts geändert.
no-such-preset = Das Rechtepaket { $name } gibt es nicht. Es gibt: { $all }.
no-such-capability = Das Recht { $name } gibt es nicht. Es gibt: { $all }.
