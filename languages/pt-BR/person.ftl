### /wa-person find

person-in-groups = Em { $count } de { $all } grupos
person-in-none = { $all ->
    [one] Não encontrado no grupo em que o Usher buscou.
   *[other] Não encontrado em nenhum dos { $all } grupos em que o Usher buscou.
}
person-no-groups = Você não pode ver nenhum grupo aqui.
person-listed-as = aparece como { $id }
person-listed-without-number = aparece sem número de telefone
person-groups-unread = { $count ->
    [one] O Usher não conseguiu ler os participantes de { $count } grupo: { $names }
   *[other] O Usher não conseguiu ler os participantes de { $count } grupos: { $names }
}
person-in-doubt = { $count ->
    [one] Em { $count } grupo, o Usher não consegue comparar todos os participantes: alguns aparecem sem número de telefone ou estão ilegíveis.
   *[other] Em { $count } grupos, o Usher não consegue comparar todos os participantes: alguns aparecem sem número de telefone ou estão ilegíveis.
}
person-accounts-unread = O Usher não conseguiu listar os grupos de { $names }. `/wa-session list` mostra as contas do WhatsApp.
person-as-of = Participantes lidos { $when }.
button-refresh = Atualizar
reading-members = Lendo participantes
reading-members-far = { $read } de { $of } grupos lidos.
one-person-only = Só uma pessoa por vez
one-person-only-text = Este comando é para uma pessoa, e você informou { $given }.
action-person-find = buscar pessoas em todos os grupos
