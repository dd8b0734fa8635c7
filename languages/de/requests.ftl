### Requests: somebody asks for what they may do only with somebody's approval. "Wishes" say what for.

request-asks = { $who } bittet um Genehmigung: { $wish }.
request-asked = { $who } hat um Genehmigung gebeten: { $wish }.
request-you-asked = Du hast um Genehmigung gebeten: { $wish }.
request-waits = Das muss jemand genehmigen, deshalb hat Usher für dich angefragt: { $wish }.

field-needs = Nötiges Recht
field-asked-in = Angefragt in
field-good-until = Gültig bis
field-not-carried-out = Nicht ausgeführt
field-not-shown = Nicht alles ist zu sehen
request-more-people = { $shown } von { $people } Personen sind hier genannt. **Details** hat eine Datei mit allen.
request-more-text = Der Text ist zu lang, um hier ganz gezeigt zu werden. **Details** hat ihn als Datei.
request-more-picture = **Details** zeigt das Bild.
field-invite-link = Einladungslink
# Each followed by a text of the asker's own, in a block
field-new-name = Neuer Name
field-new-picture = Adresse des Bildes
field-approved-by = Genehmigt von
button-approve = Genehmigen
button-deny = Ablehnen
button-details = Details
can-be-approved-again = Die Anfrage kann noch einmal genehmigt werden.
press-unread = Nicht gelesen
press-unread-text = Usher kann seinen Speicher gerade nicht lesen und weiß nicht, was dein Klick bewirkt hat. Die Anfrage zeigt es: Solange sie Buttons hat, drücke in einer Minute noch einmal.

request-posted = Die Anfrage liegt jetzt denen vor, die entscheiden dürfen. Du erfährst, wie sie ausgeht.
request-posted-later = Die Anfrage konnte noch nicht gepostet werden; Usher versucht es weiter. Du erfährst, wie sie ausgeht.
request-not-posted = **Die Anfrage kann nicht gepostet werden:** Usher darf nicht in den Kanal für Genehmigungen schreiben, oder es gibt ihn nicht mehr. Ein Administrator kann das mit `/wa-setup` beheben; Usher versucht es weiter, solange die Anfrage gültig ist.
request-take-back = /wa-request cancel zieht sie zurück

# Title of a window; at most 45 characters
deny-title = Diese Anfrage ablehnen
# At most 45 characters
deny-field = Grund (optional, für die anfragende Person)

requests = Anfragen
requests-none = Am letzten Tag gab es keine Anfrage. Wer etwas nur mit Genehmigung darf, verwendet einfach den Befehl dafür: Usher fragt dann an.
request-line = { $who } in **{ $title }**: { $wish } · { $state }
request-taken-back = Anfrage { $request } wurde zurückgezogen. Es wurde nichts geändert.

## How a request stands

state-open = offen, gültig bis { $time }
state-open-unposted = offen, noch nicht gepostet, gültig bis { $time }
state-open-unpostable = offen, **kann nicht gepostet werden**, gültig bis { $time }
state-approved = genehmigt von { $by }
state-denied = abgelehnt von { $by }
state-cancelled = zurückgezogen
state-expired = abgelaufen
state-void = nicht mehr möglich

somebody = Jemand
ending-open = Die Anfrage ist offen und gültig bis { $time }.
ending-being-done = { $by } hat die Anfrage genehmigt. Sie wird gerade ausgeführt.
ending-nothing = { $by } hat die Anfrage genehmigt. Sie wurde ausgeführt und hat nichts geändert.
ending-deed = { $by } hat die Anfrage genehmigt: { $deed }
ending-done = { $by } hat die Anfrage genehmigt. Sie wurde ausgeführt.
ending-trouble = { $by } hat die Anfrage genehmigt. { $trouble }
ending-denied = { $by } hat die Anfrage abgelehnt. Es wurde nichts geändert.
ending-why = Grund:
ending-cancelled = Die anfragende Person hat die Anfrage zurückgezogen. Es wurde nichts geändert.
ending-expired = Niemand hat rechtzeitig entschieden. Es wurde nichts geändert.
ending-void = { $by } hat die Anfrage genehmigt, aber sie ist nicht mehr möglich: { $who } darf inzwischen nicht einmal mehr darum bitten. Es wurde nichts geändert.
trouble-unknown = **Es ist nicht bestätigt, dass es ausgeführt wurde** ({ $cause }).
trouble-watched = Usher sieht eine Stunde lang wieder nach.
trouble-failed = Es ist fehlgeschlagen ({ $cause }); es wurde nichts geändert.
trouble-other = Es konnte nicht ausgeführt werden ({ $cause }). Es wurde nichts geändert.

about-invite = Eine Einladung

## Wishes. They follow "asks to".

wish-create = eine Gruppe erstellen
wish-create-with = eine Gruppe mit { $people } erstellen
wish-rename = diese Gruppe umbenennen
wish-undescribe = die Beschreibung dieser Gruppe entfernen
wish-describe = die Beschreibung dieser Gruppe ändern
wish-leave = mit dem Konto diese Gruppe verlassen
wish-delete = **diese Gruppe für alle Mitglieder löschen**
wish-join = mit dem Konto einer Gruppe per Einladungslink beitreten
wish-add = { $people } zu dieser Gruppe hinzufügen
wish-remove = { $people } aus dieser Gruppe entfernen
wish-promote = { $people } als Admin einsetzen
wish-demote = { $people } als Admin absetzen
wish-show-invite = den Einladungslink dieser Gruppe sehen
wish-revoke-invite = den Einladungslink dieser Gruppe zurücksetzen und einen neuen erstellen
wish-show = diese Gruppe sehen
wish-members = die Mitglieder dieser Gruppe sehen
wish-list = die Liste der Gruppen sehen
wish-preview = sehen, wohin ein Einladungslink führt
wish-sessions = die WhatsApp-Konten sehen
