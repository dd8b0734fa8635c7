### What was done, told to the person who asked.

renamed = Renomeado: **{ $before }** → **{ $after }**
described = A nova descrição:
description-removed = A descrição foi removida.
picture-set = O grupo tem uma nova imagem.
left = A conta saiu deste grupo.
deleted = Este grupo foi excluído.
joined = A conta entrou neste grupo.
sessions = Sessões
sessions-none = A API de grupos não conhece nenhuma das sessões deste servidor.

created-alone = O grupo foi criado, só com a conta nele.
created-all-joined = O grupo foi criado, e { $count ->
    [one] { $count } pessoa entrou
   *[other] { $count } pessoas entraram
}.
created-some-joined = O grupo foi criado, com a entrada de { $joined } de { $count ->
    [one] { $count } pessoa
   *[other] { $count } pessoas
}.
created-not-described = Não foi possível definir a descrição; `/wa-group describe` tenta de novo.

groups = Grupos
groups-none = Não há nenhum grupo aqui que você possa ver.
groups-none-found = Nenhum grupo que você pode ver tem “{ $search }” no nome.
entries-unread = { $count ->
    [one] Mais { $count } item desta lista não pôde ser lido e não aparece
   *[other] Mais { $count } itens desta lista não puderam ser lidos e não aparecem
} aqui.

field-owner = Dono
field-admins = Admins
field-admins-now = Admins agora
field-invited-by = Convite criado por
field-members-shown = Participantes que o WhatsApp mostra
admins-unreadable = não foi possível ler
previewed = Aonde este convite leva. A conta não entrou em nenhum grupo.

invite-shown = Quem tem este link pode entrar. Ele funciona até ser redefinido.
invite-revoked = O link de convite antigo não funciona mais. O novo:
invite-revoked-unread = O link de convite antigo não funciona mais. `/wa-group invite show` mostra o novo.
field-invite-needed = Link de convite para quem precisa dele
field-rest = Os demais
rest-later = Quem ficou de fora pode ser adicionado a partir de { $time }.
done-before = Isto foi feito; use o comando de novo para ver.

## What became of people who were to be added. Followed by their number, and by who they are.

standing-added = Adicionado
standing-already-member = Já está no grupo
standing-private = Não adicionado, as configurações de privacidade não permitem; envie o convite
standing-must-be-invited = Não adicionado, precisa de convite
standing-not-added = Não adicionado: não está no WhatsApp ou não permite que outros adicionem
standing-not-on-whatsapp = Não está no WhatsApp
standing-left-recently = Saiu há pouco tempo e ainda não pode ser adicionado de volta; envie o convite
standing-group-full = Não adicionado, o grupo está cheio
standing-refused = Recusado pelo WhatsApp; envie o convite
standing-number-refused = Número recusado pelo servidor do WhatsApp; confira-o
standing-not-asked = Ainda não pedido; pode ser adicionado com o mesmo comando
standing-unconfirmed = Desconhecido: pedido, mas não confirmado. Veja os participantes antes de tentar de novo

## Of people who were to be removed.

removal-removed = Removido
removal-no-member = Não está no grupo
removal-creator = Criou o grupo e não pode ser removido
removal-own-account = Esta é a própria conta do Usher; use `/wa-group leave`
removal-still-there = Ainda está no grupo
removal-unconfirmed = Desconhecido: pedido, mas não confirmado. Veja os participantes antes de tentar de novo

## Of people who were to become admins, or to be admins no more.

admin-made = Agora é admin
admin-taken = Não é mais admin
admin-was-already = Já era admin
admin-was-none = Não era admin
admin-no-member = Não está no grupo
admin-creator = Criou o grupo e não pode deixar de ser admin
admin-own-account = Esta é a própria conta do Usher, cujo papel o Usher não altera; para sair do grupo use `/wa-group leave`
admin-not-changed = Não alterado pelo WhatsApp
admin-unconfirmed = Desconhecido: pedido, mas não confirmado. Veja os admins antes de tentar de novo

## WhatsApp accounts, and why one is not connected.

status-connected = conectada
status-connecting = conectando
status-disconnected = não conectada
reason-scan-qr = é preciso escanear o QR code com o celular
reason-auto-reconnect = ela está se reconectando sozinha
reason-failed = a conexão falhou
reason-manual-stop = alguém a parou
reason-qr-timeout = o QR code não foi escaneado a tempo
reason-logged-out = o celular a desconectou
reason-temporary-ban = o WhatsApp baniu a conta por um tempo
reason-stream-error = o WhatsApp encerrou a conexão
