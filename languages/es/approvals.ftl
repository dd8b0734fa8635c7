### Approvals: two people, reminders, and the buttons of /wa-request list.

field-approvals = Aprobaciones
approvals-two = Deben aprobarla dos personas distintas.
approvals-one-more = Aprobada por { $by }. Falta una aprobación más.
approval-lost = { $by } ya no tiene permiso para esto, así que esta aprobación ya no cuenta.
approvers = { $first } y { $last }
approved-already = Ya la aprobaste
approved-already-text = Otra persona también debe aprobarla. Tu pulsación no cambió nada.
state-open-one-more = abierta, aprobada por { $by }, falta una aprobación más, expira el { $time }
reminder = **La solicitud #{ $request } sigue abierta.** { $link }

## Buttons of a request in a list; at most 80 characters

button-approve-request = Aprobar #{ $request }
button-deny-request = Rechazar #{ $request }
button-details-request = Detalles #{ $request }
button-withdraw-request = Retirar #{ $request }
