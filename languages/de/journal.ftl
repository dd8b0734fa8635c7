### What was done, for others to read: notices in the channel, the log channel and the journal.

deed-created = { $who } hat diese Gruppe erstellt.
deed-created-with = { $who } hat diese Gruppe mit { $people } erstellt.
deed-renamed = { $who } hat **{ $before }** in **{ $after }** umbenannt.
deed-described = { $who } hat die Beschreibung geändert.
deed-picture = { $who } hat das Bild geändert.
deed-left = { $who } hat mit dem Konto diese Gruppe verlassen.
deed-deleted = { $who } hat diese Gruppe gelöscht.
deed-joined = { $who } ist mit dem Konto dieser Gruppe beigetreten.
deed-added = { $who } hat { $people } hinzugefügt.
deed-removed = { $who } hat { $people } entfernt.
deed-promoted = { $who } hat { $people } als Admin eingesetzt.
deed-demoted = { $who } hat { $people } als Admin abgesetzt.
deed-invite-revoked = { $who } hat den Einladungslink zurückgesetzt; der alte funktioniert nicht mehr.
deed-invite-shown = { $who } hat sich den Einladungslink angesehen.
deed-journal-exported = { $who } hat { $rows ->
    [one] { $rows } Vorgang
   *[other] { $rows } Vorgänge
} als Datei aus dem Journal exportiert.
deed-granted = { $who } hat Rechte vergeben: { $grant }.
deed-rights-revoked = { $who } hat Rechte entzogen: { $grant }.
deed-log-channel = { $who } hat { $channel } zum Log-Kanal gemacht.
deed-log-channel-gone = { $who } hat den Log-Kanal aufgehoben.
deed-approvals-channel = { $who } hat { $channel } zum Kanal für Genehmigungen gemacht.
deed-approvals-channel-gone = { $who } hat den Kanal für Genehmigungen aufgehoben.
deed-country = { $who } hat { $country } zum Land der Telefonnummern gemacht.
deed-country-gone = { $who } hat das Land der Telefonnummern aufgehoben.
deed-invitation = { $who } hat den Text von Einladungen festgelegt.
deed-invitation-gone = { $who } hat den eigenen Text von Einladungen aufgehoben.
deed-approved = { $by } hat es genehmigt.
who-owner = Der Betreiber des Bots
who-erased = Eine Person, deren Daten gelöscht wurden

## Cases of the journal

case-nothing = { $who } hat { $operation } verwendet; geändert hat es nichts.
case-used = { $who } hat { $operation } verwendet.
case-used-result = { $who } hat { $operation } verwendet: { $result }.
case-used-for = { $who } hat { $operation } für { $count ->
    [one] { $count } Person
   *[other] { $count } Personen
} verwendet: { $result }.
case-refused = { $who } wurde { $operation } verweigert; dafür ist { $capability } nötig.
case-refused-more = Und in derselben Minute { $count ->
    [one] { $count } weitere Ablehnung
   *[other] { $count } weitere Ablehnungen
} derselben Person ohne eigenen Eintrag.
more-refusals = { $who } wurde in der letzten Minute noch { $count ->
    [one] { $count } Mal
   *[other] { $count } Mal
} etwas verweigert. Das Audit-Log enthält die ersten davon.
case-denied = { $who } hat um { $operation } gebeten; { $by } hat es abgelehnt.
case-denied-why = { $who } hat um { $operation } gebeten; { $by } hat es abgelehnt: { $reason }
case-taken-back = { $who } hat um { $operation } gebeten und die Anfrage zurückgezogen.
case-expired = { $who } hat um { $operation } gebeten; niemand hat rechtzeitig entschieden.
case-failed = { $who } hat { $operation } versucht; es ist fehlgeschlagen ({ $cause }) und hat nichts geändert.
case-unknown = { $who } hat { $operation } verwendet; **es ist nicht bestätigt, dass es ausgeführt wurde** ({ $cause }).
result-open = offen
result-done = erledigt
result-failed = fehlgeschlagen
result-refused = verweigert
result-unknown = nicht bestätigt

cases = Vorgänge
cases-none = Es gibt keinen solchen Vorgang, den du sehen darfst.
cases-none-near = Nichts unter den { $count } hier durchgesehenen Vorgängen. Die Schaltflächen suchen weiter.
cases-footer = /wa-audit show zeigt alles zu einem Vorgang.
# A case in a list
case-line-in = { $operation } in **{ $group }**: { $result }
case-line = { $operation }: { $result }

field-when = Wann
field-result = Ergebnis
field-operation = Aktion
field-channel = Kanal
field-tries = Versuche
field-group = Gruppe
field-people = Personen

journal = Journal
journal-exported = { $rows ->
    [one] { $rows } Vorgang
   *[other] { $rows } Vorgänge
}, als Datei für die Tabellenkalkulation. Sie enthält Dinge, die die Beteiligten vielleicht nicht allen zeigen möchten.
journal-cut = { $missing ->
    [one] { $missing } älterer Vorgang passte nicht hinein.
   *[other] { $missing } ältere Vorgänge passten nicht hinein.
} Den Rest zeigt `/wa-audit recent`. Damit jeder Vorgang in einer Datei ist, exportiere öfter, mit `days`.

## After an interruption

interrupted = Nach einer Unterbrechung
interrupted-done = Was du wolltest, wurde mit Verspätung erledigt: { $deed }
interrupted-unknown = { $who }, was du wolltest, wurde unterbrochen, und es ist nicht bestätigt, dass es ausgeführt wurde. Sieh dir die Gruppe an, bevor du den Befehl wiederholst.
interrupted-nothing = { $who }, was du wolltest, wurde unterbrochen. Es wurde nichts geändert. Verwende den Befehl noch einmal, wenn du es weiterhin möchtest.
