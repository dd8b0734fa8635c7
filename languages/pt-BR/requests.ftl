### Requests: somebody asks for what they may do only with approval. "Wishes" say what for.

request-asks = { $who } quer { $wish }.
request-asked = { $who } queria { $wish }.
request-you-asked = Você queria { $wish }.
request-waits = **Aguardando aprovação:** { $wish }.

field-needs = Precisa de permissão para
field-asked-in = Solicitada em
field-good-until = Expira
field-not-carried-out = Observação
field-not-shown = Nem tudo aparece aqui
request-more-people = Aqui aparecem { $shown } de { $people } pessoas. **Detalhes** tem um arquivo com todas.
request-more-text = O texto é longo demais para aparecer aqui. **Detalhes** tem o texto inteiro em um arquivo.
request-more-picture = **Detalhes** mostra a imagem.
field-invite-link = Link de convite
# Each followed by a text of the requester's own, in a block
field-new-name = Novo nome
field-new-picture = Link da imagem
field-new-settings = Configurações novas
field-approved-by = Aprovada por
button-approve = Aprovar
button-deny = Negar
button-details = Detalhes
can-be-approved-again = Você pode aprovar de novo.
press-unread = Resultado ainda não conhecido
press-unread-text = O Usher não consegue ler os próprios dados no momento, por isso não sabe o resultado do seu clique. A solicitação mostra. Se ela ainda tiver os botões daqui a um minuto, clique de novo.

request-posted = O Usher enviou a solicitação a quem pode aprovar. Você vai receber um aviso.
request-posted-later = O Usher ainda não conseguiu postar a solicitação e continua tentando. Você vai receber um aviso.
request-not-posted = ⚠️ **O Usher não consegue postar no canal de aprovações.** Peça a um Administrador para resolver isso com `/wa-setup`. O Usher continua tentando até a solicitação expirar.
request-take-back = Retirar: /wa-request cancel

# Title of a window; at most 45 characters
deny-title = Negar esta solicitação
# At most 45 characters
deny-field = Motivo (opcional; quem solicitou vai ver)

requests = Solicitações
requests-none = Nenhuma solicitação nas últimas 24 horas.
request-line = { $who }: { $wish } · **{ $title }** · { $state }
request-taken-back = Solicitação #{ $request } retirada. Nada mudou.

## How a request stands

state-open = aberta, expira em { $time }
state-open-unposted = aberta, ainda não postada, expira em { $time }
state-open-unpostable = aberta, **o Usher não consegue postar**, expira em { $time }
state-approved = aprovada por { $by }
state-denied = negada por { $by }
state-cancelled = retirada
state-expired = expirada
state-void = não é mais possível

somebody = alguém
ending-open = Aberta, expira em { $time }.
ending-being-done = Aprovada por { $by }. O Usher está trabalhando nela.
ending-nothing = Aprovada por { $by }. Nada precisava mudar, ou nada podia ser mudado.
# A sentence follows
ending-approved = Aprovada por { $by }.
ending-done = Aprovada por { $by }. Feito.
ending-denied = Negada por { $by }. Nada mudou.
# The reason follows
ending-why = Motivo:
ending-cancelled = { $who } retirou esta solicitação. Nada mudou.
ending-expired = Ninguém decidiu a tempo. Nada mudou.
ending-void = { $by } aprovou, mas { $who } não tem mais permissão para solicitar isto. Nada mudou.
trouble-unknown = **Não confirmado** ({ $cause }). Isto pode ter funcionado ou não.
trouble-watched = O Usher continua verificando por uma hora.
trouble-failed = Não foi feito ({ $cause }). Nada mudou.
trouble-other = Não foi feito ({ $cause }). Nada mudou.

about-invite = Um convite

## Wishes. They follow "wants to".

wish-create = criar um grupo
wish-create-with = criar um grupo com { $people }
wish-rename = renomear este grupo
wish-undescribe = remover a descrição deste grupo
wish-describe = mudar a descrição deste grupo
wish-settings = mudar as configurações deste grupo
wish-settings-show = ver as configurações deste grupo
wish-join-requests = ver os pedidos para entrar neste grupo
wish-approve = deixar { $people } entrar neste grupo
wish-decline = recusar o pedido de { $people } para entrar neste grupo
wish-leave = fazer o Usher sair deste grupo
wish-delete = **excluir este grupo para todos os participantes**
wish-join = fazer o Usher entrar em um grupo por link de convite
wish-add = adicionar { $people } a este grupo
wish-remove = remover { $people } deste grupo
wish-promote = promover { $people } a admin
wish-demote = remover { $people } como admin
wish-show-invite = ver o link de convite deste grupo
wish-revoke-invite = redefinir o link de convite deste grupo e receber um novo
wish-show = ver este grupo
wish-members = ver os participantes deste grupo
wish-list = ver a lista de grupos
wish-preview = ver aonde leva um link de convite
wish-sessions = ver as contas do WhatsApp
