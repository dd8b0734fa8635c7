### Words that many answers share. Values in braces are put in by Usher; text between ` ` is typed as it stands and is
### never translated; ** makes bold. "Usher" in a group means the WhatsApp account that Usher acts with.

# A number alone, as the language writes it
number = { $number }
people = { $count ->
    [one] { $count } persona
   *[other] { $count } personas
}
members-count = { $count ->
    [one] { $count } miembro
   *[other] { $count } miembros
}
groups-count = { $count ->
    [one] { $count } grupo
   *[other] { $count } grupos
}

# One, two and three
list-and = { $first } y { $last }
# One, two and 5 more
list-and-more = { $first } y { $more } más
# A last line below a list
list-goes-on = …y { $more } más

unknown = desconocido
# A member of a group of whom nothing is known
nameless = miembro desconocido
creator = creador del grupo
admin = admin

field-group-id = ID del grupo
field-members = Miembros
field-created = Creación
field-session = Cuenta de WhatsApp

footer-session = Cuenta de WhatsApp: { $session }
# The log names the error by it
footer-reference = Código de error { $reference }
footer-case = Entrada #{ $case } del registro
footer-request = Solicitud #{ $request }

button-cancel = Cancelar
nothing-changed = No se cambió nada.
# Below a question. $time is such as “in 60 seconds”
expires = Expira { $time }
