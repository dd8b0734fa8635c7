### Requests: somebody asks for what they may do only with somebody's approval. "Wishes" say what for.

request-asks = { $who } pede para { $wish }.
request-asked = { $who } pediu para { $wish }.
request-you-asked = Você pediu para { $wish }.
request-waits = Isto precisa da aprovação de alguém, então o Usher fez a solicitação por você: { $wish }.

field-needs = Exige
field-asked-in = Solicitada em
field-good-until = Válida até
field-not-carried-out = Não executada
field-not-shown = Nem tudo aparece aqui
request-more-people = Aqui aparecem { $shown } de { $people } pessoas. **Detalhes** tem um arquivo com todas.
request-more-text = O texto é longo demais para aparecer inteiro aqui. **Detalhes** tem o texto em um arquivo.
request-more-picture = **Detalhes** mostra a imagem.
field-invite-link = Link de convite
# Each followed by a text of the asker's own, in a block
field-new-name = Novo nome
field-new-picture = Endereço da imagem
field-approved-by = Aprovada por
button-approve = Aprovar
button-deny = Negar
button-details = Detalhes
can-be-approved-again = Ela pode ser aprovada de novo.
press-unread = Não foi possível ler
press-unread-text = O Usher não consegue ler o armazenamento no momento e não sabe no que deu o seu clique. A solicitação mostra: enquanto ela tiver os botões, pressione de novo em um minuto.

request-posted = A solicitação foi publicada para quem pode decidir. Você vai saber como terminou.
request-posted-later = Ainda não foi possível publicar a solicitação; o Usher vai tentar de novo. Você vai saber como terminou.
request-not-posted = **Não é possível publicar a solicitação:** o Usher não pode escrever no canal de aprovações, ou o canal não existe mais. Um Administrador pode resolver isso com `/wa-setup`; o Usher continua tentando enquanto a solicitação for válida.
request-take-back = /wa-request cancel retira a solicitação

# Title of a window; at most 45 characters
deny-title = Negar esta solicitação
# At most 45 characters
deny-field = Por quê? Quem pediu vai ler (opcional)

requests = Solicitações
requests-none = Não há solicitações do último dia. Quem só pode fazer algo com a aprovação de alguém simplesmente usa o comando: o Usher então faz a solicitação.
request-line = { $who }: { $wish } em **{ $title }** · { $state }
request-taken-back = A solicitação { $request } foi retirada. Nada foi alterado.

## How a request stands

state-open = aberta, válida até { $time }
state-open-unposted = aberta, ainda não publicada, válida até { $time }
state-open-unpostable = aberta, **não é possível publicá-la**, válida até { $time }
state-approved = aprovada por { $by }
state-denied = negada por { $by }
state-cancelled = cancelada
state-expired = expirada
state-void = não é mais possível

somebody = Alguém
ending-open = Está aberta e é válida até { $time }.
ending-being-done = { $by } aprovou. Está sendo executada.
ending-nothing = { $by } aprovou. Foi executada e não mudou nada.
ending-deed = { $by } aprovou: { $deed }
ending-done = { $by } aprovou. Foi executada.
ending-trouble = { $by } aprovou. { $trouble }
ending-denied = { $by } negou. Nada foi alterado.
ending-why = Motivo:
ending-cancelled = Foi retirada por quem pediu. Nada foi alterado.
ending-expired = Ninguém decidiu a tempo. Nada foi alterado.
ending-void = { $by } aprovou, mas não é mais possível: { $who } não pode mais nem solicitar isso. Nada foi alterado.
trouble-unknown = **Não está confirmado que foi feito** ({ $cause }).
trouble-watched = O Usher olha de novo durante uma hora.
trouble-failed = Falhou ({ $cause }); nada foi alterado.
trouble-other = Não foi possível executar ({ $cause }). Nada foi alterado.

about-invite = Um convite

## Wishes. They follow "asks to".

wish-create = criar um grupo
wish-create-with = criar um grupo com { $people }
wish-rename = renomear este grupo
wish-undescribe = remover a descrição deste grupo
wish-describe = mudar a descrição deste grupo
wish-leave = fazer a conta sair deste grupo
wish-delete = **excluir este grupo para todos os participantes**
wish-join = fazer a conta entrar em um grupo por link de convite
wish-add = adicionar { $people } a este grupo
wish-remove = remover { $people } deste grupo
wish-promote = promover { $people } a admin
wish-demote = remover { $people } como admin
wish-show-invite = ver o link de convite deste grupo
wish-revoke-invite = redefinir o link de convite deste grupo e criar um novo
wish-show = ver este grupo
wish-members = ver os participantes deste grupo
wish-list = ver a lista de grupos
wish-preview = ver aonde leva um link de convite
wish-sessions = ver as contas do WhatsApp
