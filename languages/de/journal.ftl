### What was done, for others to read: notices in the channel, the log channel and the audit log.

deed-created = { $who } hat diese Gruppe erstellt.
deed-created-with = { $who } hat diese Gruppe mit { $people } erstellt.
deed-renamed = { $who } hat **{ $before }** umbenannt in **{ $after }**
deed-described = { $who } hat die Beschreibung geändert.
deed-picture = { $who } hat das Bild geändert.
deed-left = { $who } hat Usher aus dieser Gruppe austreten lassen.
deed-deleted = { $who } hat diese Gruppe gelöscht.
deed-joined = { $who } hat Usher dieser Gruppe beitreten lassen.
deed-added = { $who } hat { $people } hinzugefügt.
deed-removed = { $who } hat { $people } entfernt.
deed-promoted = { $who } hat { $people } als Admin eingesetzt.
deed-demoted = { $who } hat { $people } als Admin abgesetzt.
# An entry of an older release, which does not say whether they became admins
deed-admins-changed = { $who } hat die Admin-Rolle geändert von { $people }.
deed-settings = { $who } hat die Gruppeneinstellungen geändert. { $settings }
deed-requests-approved = { $who } hat { $people } beitreten lassen.
deed-requests-declined = { $who } hat die Beitrittsanfrage von { $people } abgelehnt.
deed-invite-revoked = { $who } hat den Einladungslink zurückgesetzt. Der alte funktioniert nicht mehr.
deed-invite-shown = { $who } hat den Einladungslink angesehen.
deed-journal-exported = { $who } hat { $rows ->
    [one] { $rows } Log-Eintrag
   *[other] { $rows } Log-Einträge
} exportiert.
deed-granted = { $who } hat Berechtigungen hinzugefügt für { $grant }
deed-rights-revoked = { $who } hat Berechtigungen entfernt bei { $grant }
deed-log-channel = { $who } hat { $channel } als Log-Kanal festgelegt.
deed-log-channel-gone = { $who } hat den Log-Kanal ausgeschaltet.
deed-approvals-channel = { $who } hat { $channel } als Genehmigungskanal festgelegt.
deed-approvals-channel-gone = { $who } hat den Genehmigungskanal ausgeschaltet.
deed-approvals-role = { $who } hat { $role } als Rolle festgelegt, die neue Anfragen erwähnen.
deed-approvals-role-gone = { $who } hat die Rolle entfernt, die neue Anfragen erwähnen.
deed-country = { $who } hat { $country } als Land der Telefonnummern festgelegt.
deed-country-gone = { $who } hat das Land der Telefonnummern dieses Servers entfernt.
deed-invitation = { $who } hat den Einladungstext geändert.
deed-invitation-gone = { $who } ist zum Standardtext für Einladungen zurückgekehrt.
deed-approved = { $by } hat das genehmigt.
who-owner = Der Bot-Betreiber
who-erased = Eine Person, deren Daten gelöscht wurden

## Entries of the audit log. $action is such as “rename groups”.

case-nothing = { $who } wollte { $action }; { $result }.
# What did not happen, in case-nothing
nothing-added = niemand wurde hinzugefügt
nothing-removed = niemand wurde entfernt
nothing-promoted = niemand wurde Admin
nothing-demoted = niemand verlor die Admin-Rolle
nothing-else = nichts wurde geändert
case-used = { $who } hat den Befehl dafür ausgeführt: { $action }.
case-used-result = { $who } hat den Befehl dafür ausgeführt: { $action } · { $result }.
case-used-for = { $who } hat den Befehl dafür mit { $count ->
    [one] { $count } Person
   *[other] { $count } Personen
} ausgeführt: { $action } · { $result }.
case-refused = { $who } wollte { $action } (keine Berechtigung).
case-refused-more = Dazu { $count ->
    [one] { $count } weiterer abgelehnter Versuch
   *[other] { $count } weitere abgelehnte Versuche
} derselben Person in dieser Minute, ohne eigene Einträge.
more-refusals = Usher hat { $count ->
    [one] { $count } weiteren Versuch
   *[other] { $count } weitere Versuche
} von { $who } in der letzten Minute abgelehnt. Die ersten stehen im Audit-Log.
# The reason follows, if there is one
case-denied = { $by } hat eine Anfrage abgelehnt: { $who } wollte { $action }.
case-taken-back = { $who } hat eine Anfrage zurückgezogen: { $action }.
case-expired = Eine Anfrage ist abgelaufen: { $who } wollte { $action }.
case-failed = { $who } wollte { $action }. Das ist fehlgeschlagen, und es wurde nichts geändert ({ $cause }).
case-unknown = { $who } wollte { $action }. **Nicht bestätigt** ({ $cause }): Vielleicht hat es geklappt, vielleicht nicht.
case-unconfirmed = { $who } wollte { $action }. **Nicht bestätigt**: Vielleicht hat es geklappt, vielleicht nicht.
case-unconfirmed-people = **Nicht bestätigt** bei { $count ->
    [one] { $count } Person
   *[other] { $count } Personen
}. Prüfe die Gruppe.
result-open = in Arbeit
result-done = erledigt
result-nothing = keine Änderung
result-failed = fehlgeschlagen
result-refused = abgelehnt
result-unknown = nicht bestätigt

cases = Audit-Log
cases-none = Keine Einträge gefunden.
cases-none-near = Nichts in den letzten { $count } Einträgen, die Usher durchsucht hat. Mit den Buttons unten suchst du weiter.
cases-footer = Details zu einem Eintrag: /wa-audit show

field-when = Wann
field-result = Ergebnis
field-operation = Aktion
field-channel = Kanal
field-tries = Versuche
field-group = Gruppe
field-people = Personen

journal = Audit-Log exportiert
journal-exported = { $rows ->
    [one] { $rows } Eintrag
   *[other] { $rows } Einträge
} exportiert. Die Datei enthält private Daten. Teile sie mit Bedacht.
journal-cut = { $missing ->
    [one] { $missing } älterer Eintrag hat nicht hineingepasst.
   *[other] { $missing } ältere Einträge haben nicht hineingepasst.
} Den Rest siehst du mit `/wa-audit recent`. Um alle Einträge in einer Datei zu haben, exportiere öfter und nutze `days`.

## After an interruption

interrupted = Usher wurde neu gestartet
interrupted-done = Nach einem Neustart fertiggestellt: { $deed }
interrupted-unknown = { $who }, Usher wurde während deines Befehls neu gestartet, und es ist nicht bestätigt, dass er ausgeführt wurde. Prüfe die Gruppe, bevor du den Befehl noch einmal ausführst.
interrupted-nothing = { $who }, Usher wurde während deines Befehls neu gestartet. Es wurde nichts geändert. Führe den Befehl noch einmal aus, wenn du es noch möchtest.
