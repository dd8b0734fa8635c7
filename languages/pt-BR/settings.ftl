### Settings of a group, and requests to join it.

setting-writers-everyone = Todos podem enviar mensagens.
setting-writers-admins = Só admins podem enviar mensagens.
setting-editors-everyone = Todos podem mudar o nome, a imagem e a descrição.
setting-editors-admins = Só admins podem mudar o nome, a imagem e a descrição.
setting-adders-everyone = Todos podem adicionar membros.
setting-adders-admins = Só admins podem adicionar membros.
setting-approval-on = Um admin precisa aprovar quem entra pelo link.
setting-approval-off = Quem tem o link entra sem aprovação.
setting-changed = Mudou
setting-was-so = Já estava assim
setting-not-changed = Não mudou
setting-unconfirmed = Não confirmado. Confira as configurações antes de usar o comando de novo
settings-unknown = O serviço de WhatsApp não informou as configurações deste grupo.
in-community = Faz parte de uma comunidade
# Values of the options of a command
choice-everyone = Todos
choice-admins = Só admins
choice-approval-on = Um admin aprova
choice-approval-off = Sem aprovação

## Requests to join

join-requests-count = { $count ->
    [one] { $count } pessoa pede para entrar
   *[other] { $count } pessoas pedem para entrar
}
join-requests-none = Ninguém pede para entrar no momento.
join-requests-not-needed = Ninguém pede para entrar: quem tem o link entra sem aprovação.
menu-approve = Aprovar…
menu-decline = Recusar…
button-approve-all = Aprovar todos
button-decline-all = Recusar todos
button-join-requests = Ver pedidos
join-notice-as-of = Atualizado { $when }.
join-notice-replaced = Uma mensagem mais recente tem o número atual.
join-notice-unreachable = O Usher não vê mais os pedidos deste grupo.
# What became of a request; the people follow
request-result-approved = Agora no grupo
request-result-declined = Recusado
request-result-not-asking = Não pediu para entrar
request-result-not-in = O pedido sumiu, mas o número não está na lista de membros. Confira a lista
request-result-still-asking = O WhatsApp não decidiu; o pedido continua aberto
request-result-unconfirmed = Não confirmado. Confira os pedidos antes de usar o comando de novo
