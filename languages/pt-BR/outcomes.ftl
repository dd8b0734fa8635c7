### What was done, told to the person who asked.

renamed = Renomeado: **{ $before }** → **{ $after }**
# The text follows
described = Descrição alterada:
description-removed = Descrição removida.
picture-set = Imagem alterada.
left = O Usher saiu deste grupo.
deleted = Grupo excluído para todos os participantes.
joined = O Usher entrou neste grupo.
sessions = Contas do WhatsApp
sessions-none = O serviço do WhatsApp não conhece nenhuma conta deste servidor. Avise o dono do bot.

created-alone = Grupo criado. Só o Usher está nele. Adicione pessoas com `/wa-group members add`.
created-all-joined = Grupo criado com { $count ->
    [one] { $count } pessoa
   *[other] { $count } pessoas
}.
created-some-joined = Grupo criado com { $joined } de { $count ->
    [one] { $count } pessoa
   *[other] { $count } pessoas
}.
created-not-described = A descrição não foi definida. Tente `/wa-group describe`.

groups = Grupos
groups-none = Você não tem grupos aqui.
groups-none-found = Nenhum grupo que você pode ver corresponde a **{ $search }**
entries-unread = { $count ->
    [one] Mais { $count } entrada não pôde ser lida e não aparece aqui.
   *[other] Mais { $count } entradas não puderam ser lidas e não aparecem aqui.
}

field-owner = Dono
field-admins = Admins
field-admins-now = Admins agora
field-invited-by = Link criado por
field-members-shown = Alguns dos participantes
admins-unreadable = O Usher não conseguiu ler os admins
previewed = Só uma prévia. Nada mudou.

invite-shown = Quem tem este link pode entrar, até você redefinir o link.
# The link follows
invite-revoked = O link antigo não funciona mais. Novo link:
invite-revoked-unread = O link antigo não funciona mais. Veja o novo com `/wa-group invite show`.
field-invite-needed = Envie este link de convite a essas pessoas
field-rest = Não concluído
rest-later = Você pode adicionar as outras pessoas a partir de { $time }.
done-before = Feito. Use o comando de novo para ver.

## What became of people who were to be added. Followed by their number, and by who they are.

standing-added = Adição concluída
standing-already-member = Já no grupo
standing-private = Não foi possível adicionar: a privacidade não permite. Envie o link de convite
standing-must-be-invited = Não foi possível adicionar: o WhatsApp só permite entrar pelo link de convite
standing-not-added = Não foi possível adicionar: sem WhatsApp, ou a pessoa não deixa que outros a adicionem
standing-not-on-whatsapp = Sem WhatsApp
standing-left-recently = Não foi possível adicionar: saída recente do grupo. Envie o link de convite
standing-group-full = Não foi possível adicionar: o grupo está cheio
standing-refused = Não foi possível adicionar: o WhatsApp recusou. Envie o link de convite
standing-number-refused = Não foi possível adicionar: o WhatsApp recusou o número. Confira o número
standing-not-asked = Sem tentativa. Use o comando de novo para adicionar
standing-unconfirmed = Sem confirmação. Confira a lista de participantes antes de usar o comando de novo

## Of people who were to be removed.

removal-removed = Remoção concluída
removal-no-member = Fora do grupo
removal-creator = Criou o grupo; não é possível remover
removal-own-account = Número do próprio Usher; use `/wa-group leave`
removal-still-there = Ainda no grupo
removal-unconfirmed = Sem confirmação. Confira a lista de participantes antes de usar o comando de novo

## Of people who were to become admins, or to be admins no more.

admin-made = Agora com função de admin
admin-taken = Agora sem função de admin
admin-was-already = Já com função de admin
admin-was-none = Já sem função de admin
admin-no-member = Fora do grupo
admin-creator = Criou o grupo; continua sempre admin
admin-own-account = Número do próprio Usher; o Usher não muda a própria função. Para sair do grupo, use `/wa-group leave`
admin-not-changed = O WhatsApp não mudou isto
admin-unconfirmed = Sem confirmação. Confira os admins antes de usar o comando de novo

## WhatsApp accounts, and why one is not connected.

status-connected = conectada
status-connecting = conectando
status-disconnected = não conectada
reason-scan-qr = alguém precisa escanear o QR code com o celular
reason-auto-reconnect = reconectando automaticamente
reason-failed = a conexão falhou
reason-manual-stop = interrompida por uma pessoa
reason-qr-timeout = ninguém escaneou o QR code a tempo
reason-logged-out = desconectada no celular; alguém precisa escanear o QR code de novo
reason-temporary-ban = banida temporariamente pelo WhatsApp
reason-stream-error = o WhatsApp encerrou a conexão
