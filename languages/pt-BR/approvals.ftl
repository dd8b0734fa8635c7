### Approvals: two people, reminders, and the buttons of /wa-request list.

field-approvals = Aprovações
approvals-two = Duas pessoas diferentes precisam aprovar.
approvals-one-more = Aprovada por { $by }. Falta mais uma aprovação.
approval-lost = { $by } não tem mais permissão para isto, por isso esta aprovação não vale mais.
approvers = { $first } e { $last }
approved-already = Você já aprovou
approved-already-text = Outra pessoa também precisa aprovar. Seu clique não mudou nada.
state-open-one-more = aberta, aprovada por { $by }, falta mais uma aprovação, expira em { $time }
reminder = **A solicitação #{ $request } continua aberta.** { $link }

## Buttons of a request in a list; at most 80 characters

button-approve-request = Aprovar #{ $request }
button-deny-request = Negar #{ $request }
button-details-request = Detalhes #{ $request }
button-withdraw-request = Retirar #{ $request }
