### Requests: somebody asks for what they may do only with approval. "Wishes" say what for.

request-asks = { $who } möchte { $wish }.
request-asked = { $who } wollte { $wish }.
request-you-asked = Du wolltest { $wish }.
request-waits = **Wartet auf Genehmigung:** { $wish }.

field-needs = Nötige Berechtigung
field-asked-in = Angefragt in
field-good-until = Läuft ab
field-not-carried-out = Hinweis
field-not-shown = Nicht alles wird angezeigt
request-more-people = Hier stehen { $shown } von { $people } Personen. **Details** hat eine Datei mit allen.
request-more-text = Der Text ist zu lang, um ihn hier anzuzeigen. **Details** hat ihn ganz in einer Datei.
request-more-picture = **Details** zeigt das Bild.
field-invite-link = Einladungslink
# Each followed by a text of the requester's own, in a block
field-new-name = Neuer Name
field-new-picture = Bildlink
field-new-settings = Neue Einstellungen
field-approved-by = Genehmigt von
button-approve = Genehmigen
button-deny = Ablehnen
button-details = Details
can-be-approved-again = Du kannst sie noch einmal genehmigen.
press-unread = Ergebnis noch nicht bekannt
press-unread-text = Usher kann seine Daten gerade nicht lesen und kennt deshalb das Ergebnis deines Klicks nicht. Die Anfrage zeigt es. Wenn sie in einer Minute noch ihre Buttons hat, drücke noch einmal.

request-posted = Usher hat sie an die Personen geschickt, die sie genehmigen können. Du wirst benachrichtigt.
request-posted-later = Usher konnte sie noch nicht posten und versucht es weiter. Du wirst benachrichtigt.
request-not-posted = ⚠️ **Usher kann nicht im Genehmigungskanal posten.** Bitte einen Administrator, das mit `/wa-setup` zu beheben. Usher versucht es weiter, bis die Anfrage abläuft.
request-take-back = Zurückziehen: /wa-request cancel

# Title of a window; at most 45 characters
deny-title = Diese Anfrage ablehnen
# At most 45 characters
deny-field = Grund (optional; die Person sieht ihn)

requests = Anfragen
requests-none = Keine Anfragen in den letzten 24 Stunden.
request-line = { $who }: { $wish } · **{ $title }** · { $state }
request-taken-back = Anfrage #{ $request } zurückgezogen. Es wurde nichts geändert.

## How a request stands

state-open = offen, läuft am { $time } ab
state-open-unposted = offen, noch nicht gepostet, läuft am { $time } ab
state-open-unpostable = offen, **Usher kann sie nicht posten**, läuft am { $time } ab
state-approved = von { $by } genehmigt
state-denied = von { $by } abgelehnt
state-cancelled = zurückgezogen
state-expired = abgelaufen
state-void = nicht mehr möglich

somebody = jemand
ending-open = Offen, läuft am { $time } ab.
ending-being-done = Von { $by } genehmigt. Usher arbeitet daran.
ending-nothing = Von { $by } genehmigt. Es gab nichts zu ändern, oder es ließ sich nichts ändern.
# A sentence follows
ending-approved = Von { $by } genehmigt.
ending-done = Von { $by } genehmigt. Erledigt.
ending-denied = Von { $by } abgelehnt. Es wurde nichts geändert.
# The reason follows
ending-why = Grund:
ending-cancelled = { $who } hat diese Anfrage zurückgezogen. Es wurde nichts geändert.
ending-expired = Niemand hat rechtzeitig entschieden. Es wurde nichts geändert.
ending-void = { $by } hat das genehmigt, aber { $who } hat keine Berechtigung mehr, es anzufragen. Es wurde nichts geändert.
trouble-unknown = **Nicht bestätigt** ({ $cause }). Vielleicht hat es geklappt, vielleicht nicht.
trouble-watched = Usher prüft eine Stunde lang weiter.
trouble-failed = Nicht ausgeführt ({ $cause }). Es wurde nichts geändert.
trouble-other = Nicht ausgeführt ({ $cause }). Es wurde nichts geändert.

about-invite = Eine Einladung

## Wishes. They follow "wants to".

wish-create = eine Gruppe erstellen
wish-create-with = eine Gruppe mit { $people } erstellen
wish-rename = diese Gruppe umbenennen
wish-undescribe = die Beschreibung dieser Gruppe entfernen
wish-describe = die Beschreibung dieser Gruppe ändern
wish-settings = die Einstellungen dieser Gruppe ändern
wish-settings-show = die Einstellungen dieser Gruppe sehen
wish-join-requests = die Beitrittsanfragen dieser Gruppe sehen
wish-approve = { $people } dieser Gruppe beitreten lassen
wish-decline = die Beitrittsanfrage von { $people } für diese Gruppe ablehnen
wish-leave = Usher aus dieser Gruppe austreten lassen
wish-delete = **diese Gruppe für alle Mitglieder löschen**
wish-join = Usher mit einem Einladungslink einer Gruppe beitreten lassen
wish-add = { $people } zu dieser Gruppe hinzufügen
wish-remove = { $people } aus dieser Gruppe entfernen
wish-promote = { $people } als Admin einsetzen
wish-demote = { $people } als Admin absetzen
wish-show-invite = den Einladungslink dieser Gruppe sehen
wish-revoke-invite = den Einladungslink dieser Gruppe zurücksetzen und einen neuen bekommen
wish-show = diese Gruppe sehen
wish-members = die Mitglieder dieser Gruppe sehen
wish-list = die Liste der Gruppen sehen
wish-preview = sehen, wohin ein Einladungslink führt
wish-sessions = die WhatsApp-Konten sehen
