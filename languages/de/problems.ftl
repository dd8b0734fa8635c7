### Why somebody did not get what they asked for: a title, and what happened, whether anything changed, what to do next.

only-in-server = Nutze das auf einem Server
only-in-server-text = Usher funktioniert in den Kanälen eines Servers, nicht in Direktnachrichten.
not-set-up = Hier nicht eingerichtet
not-set-up-text = Usher ist für diesen Server nicht eingerichtet. Bitte den Bot-Betreiber, die Server-ID hinzuzufügen: `{ $server }`
no-such-session = Unbekanntes WhatsApp-Konto
no-such-session-text = Dieser Server hat kein solches WhatsApp-Konto. Es wurde nichts geändert. Wähle eins davon: { $sessions }
no-such-group = Gruppe nicht gefunden
# $name is what the person typed
no-such-group-text = Usher hat keine Gruppe { $name } gefunden, die du hierfür verwenden kannst. Es wurde nichts geändert.
which-group = Welche Gruppe?
# The groups follow
which-group-text = Den Namen { $name } haben hier mehrere Gruppen. Wähle unten die, die du meinst, oder führe den Befehl noch einmal mit ihrer ID aus:
answered-already = Du hast schon geantwortet
answered-already-text = Warte auf das Ergebnis. Dieser Klick hat nichts geändert.
no-longer-good = Nicht mehr gültig
no-longer-good-text = Du hast nicht rechtzeitig geantwortet, oder du hast schon geantwortet. Dieser Klick hat nichts geändert. Wenn du kein Ergebnis siehst, führe den Befehl noch einmal aus.
not-yours = Diese Buttons sind nicht für dich
not-yours-text = Nur wer den Befehl ausgeführt hat, kann sie nutzen. Wenn du dasselbe tun möchtest, führe den Befehl selbst aus.
wrong-name = Name stimmt nicht überein
# The name follows
wrong-name-text = Es wurde nichts gelöscht. Drücke noch einmal den Button und tippe genau das ein:
wrong-group-id = ID stimmt nicht überein
# The ID follows
wrong-group-id-text = Es wurde nichts gelöscht. Drücke noch einmal den Button und tippe genau das ein:
no-such-case = Eintrag nicht gefunden
no-such-case-text = Es gibt keinen Log-Eintrag mit dieser Nummer, oder du kannst ihn nicht sehen. `/wa-audit recent` listet die neuesten Einträge auf.

## Usher itself

elsewhere = Wird schon beantwortet
elsewhere-text = Eine andere Instanz von Usher antwortet darauf.
not-written = Vorübergehend nicht verfügbar
not-written-text = Usher kann gerade nicht in sein Audit-Log schreiben und hat deshalb nichts getan. Versuche es in einer Minute noch einmal.
too-late = Zeit abgelaufen
too-late-text = Discord hat Ushers erste Antwort nicht rechtzeitig angenommen. Es wurde nichts geändert. Führe den Befehl noch einmal aus, wenn du es noch möchtest.
cut-short = Unterbrochen
cut-short-text = Usher wurde neu gestartet, bevor es losging. Es wurde nichts geändert. Führe den Befehl noch einmal aus, wenn du es noch möchtest.
too-much-at-once = Usher ist ausgelastet
too-much-at-once-text = Usher hat gerade zu viel zu tun. Es wurde nichts geändert. Versuche es in einer Minute noch einmal.
restarting = Usher wird neu gestartet
restarting-text = Bis zum Ende des Neustarts nimmt Usher keine neuen Befehle an. Es wurde nichts geändert. Versuche es in einer Minute noch einmal.
unreadable = Usher konnte das nicht lesen
unreadable-text = Discord hat etwas geschickt, das diese Version von Usher nicht versteht. Es wurde nichts geändert. Schicke dem Bot-Betreiber den Fehlercode unten.
unknown-command = Unbekannter Befehl
unknown-command-text = Usher hat diesen Befehl nicht mehr. Es wurde nichts geändert. Starte Discord neu (Strg+R), um deine Befehlsliste zu aktualisieren.
fault = Etwas ist schiefgelaufen
fault-text = Das ist ein Fehler in Usher. Prüfe die Gruppe, bevor du den Befehl noch einmal ausführst: Sie könnte sich geändert haben. Schicke dem Bot-Betreiber den Fehlercode unten.

## Refusals. $action is such as “rename groups”.

refused = Keine Berechtigung
refused-needs = Dafür hast du hier keine Berechtigung: { $action }.
refused-elsewhere = Diese Berechtigung hast du nicht hier, sondern nur in anderen Gruppen oder mit einem anderen WhatsApp-Konto: { $action }.
refused-only-asked = Das kannst du nur mit Genehmigung, und für diesen Befehl gibt es keine Anfragen: { $action }.
refused-nobody = Das können nur Administratoren dieses Servers.
refused-one-role = Frage jemanden mit { $role }.
refused-roles = Frage jemanden mit einer dieser Rollen: { $roles }.

## Bad input

does-not-work = Prüfe deine Eingabe
bad-session = Das ist kein Name eines WhatsApp-Kontos. Wähle eins aus der Liste.
bad-group = Das ist keine Gruppen-ID. Wähle eine Gruppe aus der Liste.
bad-group-for-person = Das ist die ID einer Gruppe, nicht die einer Person.
bad-person = Das ist keine Telefonnummer. Schreibe sie wie +55 11 99999-9999.
bad-phone = Das ist keine Telefonnummer. Schreibe sie mit Ländervorwahl, wie +55 11 99999-9999.
bad-invite = Das ist kein Einladungslink. Er sieht so aus: https://chat.whatsapp.com/…
bad-several-invites = Hier stehen mehrere Einladungslinks. Gib nur den an, den du meinst.
bad-name-empty = Der Gruppenname braucht mindestens ein sichtbares Zeichen.
bad-name-long = Name zu lang: { $given } Zeichen (Limit: { $max }).
bad-description-long = Beschreibung zu lang: { $given } Zeichen (Limit: { $max }).
bad-picture-url = Der Bildlink muss mit https:// beginnen und darf keinen Benutzernamen und kein Passwort enthalten.
bad-picture-url-private = Der Bildlink muss ins öffentliche Internet führen, nicht in ein privates Netz.
bad-picture-url-long = Bildlink zu lang: { $given } Zeichen (Limit: { $max }).
option-wanted = Gib eine dieser Optionen an: { $options }.
too-many-people = Du kannst eine Gruppe mit bis zu { $max } Personen erstellen (du hast { $given }). Füge die anderen später mit `/wa-group members add` hinzu.
nobody-named = Keine Personen angegeben
nobody-named-text = Gib mindestens eine Telefonnummer an. Es wurde nichts geändert.
nobody-asks = Niemand möchte beitreten
nobody-asks-text = Diese Gruppe hat im Moment keine Beitrittsanfragen. Es wurde nichts geändert.

## What the WhatsApp service answered

not-done = Nicht ausgeführt
perhaps-changed = Vielleicht hat es geklappt, vielleicht nicht. Prüfe die Gruppe, bevor du den Befehl noch einmal ausführst.
# The service's own words follow
api-says = Details:
try-again-after = Versuche es { $when } noch einmal.
after-a-minute = in einer Minute
after-seconds = in { $seconds ->
    [one] { $seconds } Sekunde
   *[other] { $seconds } Sekunden
}
after-minutes = in { $minutes ->
    [one] { $minutes } Minute
   *[other] { $minutes } Minuten
}
api-refused = WhatsApp hat das abgelehnt
api-refused-text = Der WhatsApp-Dienst hat nicht angenommen, was Usher gesendet hat.
api-key = Usher kann sich nicht anmelden
api-key-text = Der WhatsApp-Dienst nimmt Ushers API-Schlüssel nicht an.
api-key-next = Sag dem Bot-Betreiber, dass der Schlüssel ungültig ist.
api-forbidden = In WhatsApp nicht erlaubt
api-forbidden-text = WhatsApp erlaubt Usher das nicht. Meistens liegt es daran, dass Usher kein Admin der Gruppe ist.
api-forbidden-next = Bitte einen Gruppenadmin, Ushers Nummer zum Admin zu machen, und versuche es dann noch einmal. Manches kann nur, wer die Gruppe erstellt hat.
api-no-group = Gruppe in WhatsApp nicht gefunden
api-no-group-text = WhatsApp kennt diese Gruppe nicht. Vielleicht wurde sie gelöscht, oder Usher ist nicht mehr darin.
api-no-group-next = `/wa-group list` zeigt deine Gruppen.
api-no-invite = Einladungslink funktioniert nicht
api-no-invite-text = WhatsApp kennt diesen Einladungslink nicht. Vielleicht ist er falsch geschrieben oder wurde zurückgesetzt.
api-no-invite-next = Bitte um einen neuen Link.
api-conflict = Gerade nicht möglich
api-conflict-text = Das passt nicht zum aktuellen Stand der Gruppe.
api-no-join = Usher konnte nicht beitreten
api-no-join-text = WhatsApp hat Usher mit diesem Link nicht beitreten lassen. Vielleicht ist Usher schon in dieser Gruppe.
api-no-join-next = `/wa-group list` zeigt deine Gruppen.
api-pause = WhatsApp begrenzt Zugriffe
api-pause-text = Der WhatsApp-Dienst bittet Usher zu warten.
api-busy = WhatsApp-Konto ausgelastet
api-busy-text = Für dieses WhatsApp-Konto warten zu viele Befehle.
api-trouble = WhatsApp-Dienst gestört
api-trouble-text = Beim WhatsApp-Dienst gab es mehrmals hintereinander Fehler, deshalb wartet Usher vor dem nächsten Versuch.
account-trouble = WhatsApp-Konto hat Probleme
account-trouble-text = Beim WhatsApp-Dienst gab es nur mit dem Konto { $session } mehrmals hintereinander Fehler, deshalb wartet Usher, bevor dieses Konto wieder genutzt wird. Andere Konten sind nicht betroffen.
api-not-connected = WhatsApp ist nicht verbunden
api-not-connected-text = Das WhatsApp-Konto ist nicht verbunden.
api-not-connected-why = Das WhatsApp-Konto ist nicht verbunden ({ $reason }).
api-not-connected-next = `/wa-session list` zeigt die Konten. Wenn es nicht verbunden bleibt, sag dem Bot-Betreiber Bescheid.
api-silent = WhatsApp-Dienst nicht erreichbar
api-silent-text = Usher kann den WhatsApp-Dienst nicht erreichen, oder das WhatsApp-Konto ist nicht verbunden.
api-silent-next = `/wa-session list` zeigt die Konten. Sonst versuche es in einer Minute noch einmal.
api-lost = Keine Bestätigung
api-lost-text = Usher hat vom WhatsApp-Dienst keine klare Antwort bekommen.
api-garbled = Unerwartete Antwort
api-garbled-text = Der WhatsApp-Dienst hat eine Antwort gegeben, die Usher nicht lesen kann.
api-garbled-next = Wenn es wieder passiert, schicke dem Bot-Betreiber den Fehlercode unten.

## Limits. $time is such as “in 6 seconds”.

too-fast = Etwas langsamer
too-fast-text = { $count ->
    [one] Du kannst einmal pro Minute Gruppen ändern. Es wurde nichts geändert. Versuche es um { $time } noch einmal.
   *[other] Du kannst { $count }-mal pro Minute Gruppen ändern. Es wurde nichts geändert. Versuche es um { $time } noch einmal.
}
too-fast-strict = { $count ->
    [one] Du kannst einmal pro Minute Gruppen erstellen und Personen hinzufügen. Es wurde nichts geändert. Versuche es um { $time } noch einmal.
   *[other] Du kannst { $count }-mal pro Minute Gruppen erstellen und Personen hinzufügen. Es wurde nichts geändert. Versuche es um { $time } noch einmal.
}
asked-too-much-text = Du hast in der letzten Minute zu viele Befehle ausgeführt. Es wurde nichts geändert. Du kannst { $time } weitermachen.
enough-today = Tageslimit erreicht
enough-today-text = Um eine Sperre durch WhatsApp zu vermeiden, fügt dieses Konto bis zu { $budget ->
    [one] { $budget } Person
   *[other] { $budget } Personen
} in 24 Stunden hinzu. Jetzt noch möglich: { $left }. Es wurde niemand hinzugefügt.
enough-ever = Das ist mehr als das Tageslimit ({ $budget }). Schicke ihnen den Einladungslink.
enough-until = Alle zusammen kannst du ab dem { $time } hinzufügen, oder du schickst jetzt den Einladungslink.

## Requests, permissions and settings

nowhere-to-ask = Kein Genehmigungskanal
nowhere-to-ask-text = Dafür brauchst du eine Genehmigung, aber dieser Server hat keinen Genehmigungskanal: { $action }. Es wurde nichts geändert. Bitte einen Administrator, mit `/wa-setup` einen festzulegen.
too-many-requests = Zu viele offene Anfragen
too-many-requests-text = Du hast { $open } offene Anfragen; mehr sind nicht erlaubt. Es wurde nichts geändert. Warte, bis eine entschieden ist, oder ziehe eine mit `/wa-request cancel` zurück.
discord-silent = Discord antwortet nicht
discord-silent-text = Usher hat Discord etwas gefragt und keine Antwort bekommen. Es wurde nichts geändert. Versuche es in einer Minute noch einmal.
own-request = Das ist deine eigene Anfrage
own-request-text = Du kannst deine eigene Anfrage nicht genehmigen. Jemand anderes muss entscheiden.
being-decided = Wird schon bearbeitet
being-decided-text = Usher arbeitet schon an dieser Anfrage. Die Anfrage zeigt das Ergebnis. Wenn sie offen bleibt, drücke noch einmal.
not-as-shown = Die Anfrage ist eine andere
not-as-shown-text = Usher hat eine andere Anfrage gespeichert als die, die diese Nachricht gezeigt hat. Jetzt zeigt die Nachricht die gespeicherte: Lies sie und drücke dann noch einmal.
decided = Schon entschieden
decided-too-late = Diese Anfrage ist abgelaufen. Es wurde nichts geändert.
decided-void = Die anfragende Person hat keine Berechtigung mehr, das anzufragen. Es wurde nichts geändert.
decided-otherwise = Diese Anfrage ist schon { $how }. Dein Klick hat nichts geändert.
no-such-request = Anfrage nicht gefunden
no-such-request-text = Du hast keine offene Anfrage mit dieser Nummer. `/wa-request list` zeigt deine Anfragen.
beyond-own = Diese Berechtigungen kannst du nicht geben
beyond-own-text = Du hast sie hier selbst nicht: { $capabilities }. Es wurde nichts geändert.
fixed = Vom Bot-Betreiber festgelegt
fixed-grant = Diese Berechtigung steht in der Konfigurationsdatei. Es wurde nichts geändert. Nur der Bot-Betreiber kann sie ändern.
fixed-setting = Das ist in der Konfigurationsdatei festgelegt. Es wurde nichts geändert. Nur der Bot-Betreiber kann es ändern.
nothing-to-revoke = Nichts zu entfernen
nothing-to-revoke-text = Diese Rolle hat keine solche Berechtigung von hier. Es wurde nichts geändert. `/wa-access show` listet die Berechtigungen auf.
nothing-to-grant = Nichts hinzuzufügen
nothing-to-grant-text = Diese Rolle hat alle diese Berechtigungen schon. Es wurde nichts geändert. `/wa-access show` listet die Berechtigungen auf.
no-effect = Für eine einzelne Gruppe nicht möglich
no-effect-text = { $capabilities } lässt sich nicht auf eine Gruppe beschränken, weil es um neue Gruppen geht. Es wurde nichts geändert. Lass die Option `group` weg.
set-already = Nichts zu ändern
set-already-text = Das ist schon so festgelegt. Es wurde nichts geändert.
for-administrators = Nur für Administratoren
for-administrators-text = Für `/wa-setup` brauchst du auf diesem Server die Berechtigung „Administrator“. Es wurde nichts geändert.
not-a-member = Nicht auf diesem Server
not-a-member-text = Diese Person ist kein Mitglied dieses Servers. Es wurde nichts geändert.
cannot-write = Usher kann dort nicht posten
cannot-write-text = Usher kann nicht in { $channel } posten. Es wurde nichts geändert. Erlaube Usher dort „Kanal ansehen“, „Nachrichten senden“ und „Links einbetten“ und wähle den Kanal dann noch einmal.
# A title
unknown-country = Unbekanntes Land
# $text is what the person typed
unknown-country-text = Usher kennt { $text } nicht als Land. Es wurde nichts geändert. Schreibe die zwei Buchstaben des Landes, etwa `BR`, oder seine Vorwahl, etwa `+55`.
# A title
bad-invitation = Text nicht verwendbar
bad-invitation-text = Der Text braucht { $place } an der Stelle des Links und kann bis zu { $max } Zeichen haben. Es wurde nichts geändert.
no-such-preset = Das Paket { $name } gibt es in Usher nicht. Wähle eins davon: { $all }.
no-such-capability = Die Berechtigung { $name } gibt es in Usher nicht. Zur Auswahl: { $all }.
