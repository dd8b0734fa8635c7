### Words that many answers share. Values in braces are put in by Usher; text between ` ` is typed as it stands and is
### never translated; ** makes bold. "The account" is the WhatsApp account that Usher acts with.

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
list-goes-on = … e mais { $more }.

unknown = desconhecido
# A member of a group of whom nothing is known
nameless = alguém sem id
creator = criador
admin = admin

field-group-id = Id do grupo
field-members = Participantes
field-created = Criado
field-session = Sessão

footer-session = Sessão { $session }
# By which whoever runs the bot finds it in the log
footer-reference = Referência { $reference }
footer-case = Caso { $case }
footer-request = Solicitação { $request }

button-cancel = Cancelar
nothing-changed = Nada foi alterado.
