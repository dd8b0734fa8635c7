### Approvals: two people, reminders, and the buttons of /wa-request list.

field-approvals = Genehmigungen
approvals-two = Zwei verschiedene Personen müssen das genehmigen.
approvals-one-more = Von { $by } genehmigt. Eine weitere Genehmigung ist nötig.
approval-lost = { $by } hat dafür keine Berechtigung mehr. Diese Genehmigung zählt deshalb nicht mehr.
approvers = { $first } und { $last }
approved-already = Du hast das schon genehmigt
approved-already-text = Noch jemand anderes muss es genehmigen. Dein Klick hat nichts geändert.
state-open-one-more = offen, von { $by } genehmigt, eine weitere Genehmigung nötig, läuft am { $time } ab
reminder = **Anfrage #{ $request } ist noch offen.** { $link }

## Buttons of a request in a list; at most 80 characters

button-approve-request = #{ $request } genehmigen
button-deny-request = #{ $request } ablehnen
button-details-request = Details #{ $request }
button-withdraw-request = #{ $request } zurückziehen
