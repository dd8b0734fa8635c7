### /wa-person find

person-in-groups = En { $count } de { $all } grupos
person-in-none = { $all ->
    [one] No encontrado en el grupo que Usher revisó.
   *[other] No encontrado en ninguno de los { $all } grupos que Usher revisó.
}
person-no-groups = Aquí no puedes ver ningún grupo.
person-listed-as = aparece como { $id }
person-listed-without-number = aparece sin número de teléfono
person-groups-unread = { $count ->
    [one] Usher no pudo leer los miembros de { $count } grupo: { $names }
   *[other] Usher no pudo leer los miembros de { $count } grupos: { $names }
}
person-in-doubt = { $count ->
    [one] En { $count } grupo, Usher no puede comparar a todos los miembros: algunos aparecen sin número de teléfono o no se pueden leer.
   *[other] En { $count } grupos, Usher no puede comparar a todos los miembros: algunos aparecen sin número de teléfono o no se pueden leer.
}
person-accounts-unread = Usher no pudo obtener los grupos de { $names }. `/wa-session list` muestra las cuentas de WhatsApp.
person-as-of = Miembros leídos { $when }.
button-refresh = Actualizar
reading-members = Leyendo miembros
reading-members-far = { $read } de { $of } grupos leídos.
one-person-only = Solo una persona a la vez
one-person-only-text = Este comando es para una persona, y diste { $given }.
action-person-find = buscar personas en todos los grupos
