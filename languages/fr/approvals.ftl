### Approvals: two people, reminders, and the buttons of /wa-request list.

field-approvals = Approbations
approvals-two = Deux personnes différentes doivent l’approuver.
approvals-one-more = Approuvée par { $by }. Il faut encore une approbation.
approval-lost = { $by } n’a plus la permission nécessaire, donc cette approbation ne compte plus.
approvers = { $first } et { $last }
approved-already = Tu l’as déjà approuvée
approved-already-text = Quelqu’un d’autre doit aussi l’approuver. Ton appui n’a rien changé.
state-open-one-more = ouverte, approuvée par { $by }, encore une approbation nécessaire, expire le { $time }
reminder = **La demande #{ $request } est toujours ouverte.** { $link }

## Buttons of a request in a list; at most 80 characters

button-approve-request = Approuver #{ $request }
button-deny-request = Refuser #{ $request }
button-details-request = Détails #{ $request }
button-withdraw-request = Retirer #{ $request }
