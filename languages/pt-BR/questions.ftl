### Questions before something that cannot be taken back, and longer work.

ask-leave = Sair deste grupo? A conta só pode voltar por um link de convite e não poderá mais gerenciar o grupo.
ask-leave-yes = Sair
ask-delete = Excluir este grupo para todos os participantes? Não dá para recuperá-lo. Você terá que digitar o nome dele.
ask-delete-nameless = Excluir este grupo para todos os membros? Não dá para recuperar. O grupo não tem um nome visível, então você vai precisar digitar o ID dele.
ask-delete-yes = Excluir…
ask-remove = Remover { $count ->
    [one] { $count } pessoa
   *[other] { $count } pessoas
} deste grupo?
ask-remove-yes = Remover
ask-revoke = Redefinir o link de convite? O link atual deixa de funcionar na hora, onde quer que tenha sido compartilhado, e um novo é criado.
ask-revoke-yes = Redefinir
ask-other = Continuar?
ask-other-yes = Continuar
ask-seconds = Vale por 60 segundos.

# Title of a window; at most 45 characters
delete-title = Excluir este grupo?
# At most 45 characters
delete-field = Digite o nome do grupo para excluí-lo
# At most 45 characters
delete-field-id = Digite o ID do grupo para excluí-lo
cancelled = Cancelado
not-confirmed = Não confirmado a tempo
not-confirmed-text = Nada foi alterado. Use o comando de novo se ainda quiser.

working = Em andamento…
working-far = Em andamento: { $answered } de { $all } requisições concluídas.
working-api-pause = A API de grupos pede uma pausa; o trabalho continua sozinho a partir de { $time }.
working-slowly = Resta pouco do que esta conta pode adicionar em um dia, então o Usher vai devagar. Ele continua a partir de { $time }.
