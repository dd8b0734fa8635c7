### Questions before something that cannot be undone, and longer work.

ask-leave = Sair deste grupo? O Usher não pode mais gerenciá-lo e precisa de um link de convite para voltar.
ask-leave-yes = Sair
ask-delete = Excluir este grupo para todos os participantes? Isto não pode ser desfeito. O Usher vai pedir que você digite o nome do grupo.
ask-delete-nameless = Excluir este grupo para todos os participantes? Isto não pode ser desfeito. O grupo não tem nome visível, então o Usher vai pedir que você digite o ID dele.
ask-delete-yes = Excluir…
ask-remove = Remover { $count ->
    [one] { $count } pessoa
   *[other] { $count } pessoas
} deste grupo?
ask-remove-yes = Remover
ask-approve = { $count ->
    [one] Deixar { $count } pessoa entrar neste grupo?
   *[other] Deixar { $count } pessoas entrarem neste grupo?
}
ask-approve-yes = Aprovar
ask-decline = { $count ->
    [one] Recusar o pedido de { $count } pessoa para entrar neste grupo?
   *[other] Recusar os pedidos de { $count } pessoas para entrar neste grupo?
}
ask-decline-yes = Recusar
ask-hidden = { $count ->
    [one] Mais { $count } pessoa pediu, mas esconde o número. Decida no WhatsApp.
   *[other] Mais { $count } pessoas pediram, mas escondem o número. Decida no WhatsApp.
}
ask-revoke = Redefinir o link de convite? O link atual deixa de funcionar em todos os lugares. Você recebe um novo.
ask-revoke-yes = Redefinir
ask-other = Continuar?
ask-other-yes = Continuar

# Title of a window; at most 45 characters with a name of 25
delete-title = Excluir { $group }
# At most 45 characters
delete-field = Para confirmar, digite o nome do grupo
# At most 45 characters
delete-field-id = Para confirmar, digite o ID do grupo
cancelled = Cancelado
not-confirmed = Expirado
not-confirmed-text = Você não confirmou a tempo. Nada mudou. Use o comando de novo se ainda quiser { $wish }.

working = Em andamento…
working-far = Em andamento… { $answered } de { $all } etapas concluídas
working-api-pause = Pausado pelo WhatsApp. Continua automaticamente { $time }.
working-slowly = Perto do limite diário, por isso o Usher vai mais devagar. Continua { $time }.
