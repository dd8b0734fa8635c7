### Words that many answers share. Values in braces are put in by Usher; text between ` ` is typed as it stands and is
### never translated; ** makes bold. "Usher" in a group means the WhatsApp account that Usher acts with.

# A number alone, as the language writes it
number = { $number }
people = { $count ->
    [one] { $count } pessoa
   *[other] { $count } pessoas
}
members-count = { $count ->
    [one] { $count } participante
   *[other] { $count } participantes
}
groups-count = { $count ->
    [one] { $count } grupo
   *[other] { $count } grupos
}

# One, two and three
list-and = { $first } e { $last }
# One, two and 5 more
list-and-more = { $first } e mais { $more }
# A last line below a list
list-goes-on = …e mais { $more }

unknown = desconhecido
# A member of a group of whom nothing is known
nameless = participante desconhecido
creator = criador do grupo
admin = admin

field-group-id = ID do grupo
field-members = Participantes
field-created = Criado em
field-session = Conta do WhatsApp

footer-session = Conta do WhatsApp: { $session }
# The log names the error by it
footer-reference = Código de erro { $reference }
footer-case = Entrada #{ $case } do registro
footer-request = Solicitação #{ $request }

button-cancel = Cancelar
nothing-changed = Nada mudou.
# Below a question. $time is such as “in 60 seconds”
expires = Expira { $time }
