### People by file, pictures, QR codes, pages, and what is attached to an answer.

## People by file

bad-file = Não dá para ler este arquivo
file-too-large = Este arquivo é grande demais (limite de { $max } MB). Nada mudou.
file-too-many = Esta lista é longa demais (limite de { $max } pessoas). Nada mudou.
file-too-many-cells = Este arquivo é grande demais (limite de { $rows } linhas, { $columns } colunas e { $cells } células). Nada mudou.
file-too-slow = A leitura deste arquivo demorou demais, e o Usher parou. Nada mudou. Anexe um arquivo menor.
file-not-downloaded = O Usher não conseguiu baixar o arquivo. Nada mudou. Anexe o arquivo de novo.
# In a list of bad entries of a file
file-line = Linha { $line }
# Titles of the columns of an attached table
column-line = linha
column-phone = número de telefone
column-name = nome
column-reason = motivo
column-link = link
column-how = como foi lido
column-country = país
column-result = resultado

## Longer work

# Followed by a bar
working-people = { $done } de { $all ->
    [one] { $all } pessoa
   *[other] { $all } pessoas
}
working-left = { $minutes ->
    [one] falta cerca de { $minutes } minuto
   *[other] faltam cerca de { $minutes } minutos
}
working-left-little = falta menos de um minuto
button-stop = Parar
# Titles of the answers to the button
stopping-title = Parando
stop-gone-title = Nada para parar
stopping = O Usher para depois da etapa atual. O que já foi feito continua feito.
stop-gone = Esta tarefa já terminou, ou este servidor não tem tarefa com esse número.
stopped-by = { $who } parou isto antes do fim. Use o mesmo comando de novo para fazer o resto.
stopped-not-allowed = O Usher parou antes do fim: quem começou isto não tem mais permissão aqui.
stopped-not-a-member = O Usher parou antes do fim: quem começou isto saiu deste servidor.
stopped-no-server = O Usher parou antes do fim: o Usher não está mais neste servidor.
stopped-unknown = O Usher parou antes do fim: por 10 minutos, não conseguiu verificar se quem começou isto ainda tem permissão.
stopped-account-lost = O Usher parou antes do fim: a conta do WhatsApp não está mais conectada. `/wa-session list` mostra por quê. Use o mesmo comando de novo quando ela estiver conectada.
report-attached = O resultado completo está no arquivo anexo.
not-added-attached = `{ $file }` lista as pessoas que não foram adicionadas. Você pode anexar esse arquivo ao `/wa-group members add`, do jeito que está.

## Those who must be invited

button-invitation = Ver mensagem de convite
invitation-copy = Copie isto e envie a essas pessoas pelo WhatsApp:
invitation-links = Ou escolha um número: o WhatsApp abre com a mensagem para essa pessoa.
invitation-more = O arquivo anexo tem os links de todas as { $count } pessoas.
invitation-without-number = { $count ->
    [one] { $count } pessoa não tem número de telefone visível, então não há link para ela.
   *[other] { $count } pessoas não têm número de telefone visível, então não há link para elas.
}
# What is sent to people in WhatsApp. No bold here.
invitation = Olá! Entre no nosso grupo do WhatsApp { $group } por este link: { $link }

## Pictures

bad-picture = Não dá para usar esta imagem
picture-too-large = Esta imagem é grande demais (limite de { $max } MB). Nada mudou.
picture-too-many-pixels = Esta imagem é grande demais: { $width } × { $height } pixels. Nada mudou. Use uma de no máximo { $max } megapixels.
picture-unreadable = O Usher não consegue ler esta imagem. Nada mudou. Use PNG, JPEG, WebP ou GIF.
picture-cut-off = Esta imagem está incompleta: o arquivo termina cedo demais. Nada mudou. Salve ou baixe a imagem de novo e anexe o arquivo inteiro.
picture-too-slow = A leitura desta imagem demorou demais, e o Usher parou. Nada mudou. Anexe uma imagem menor.
picture-either = Use `image` ou `url`, não os dois. Nada mudou.
created-no-picture = A imagem não foi definida. Tente `/wa-group picture`.
# Read out to those who cannot see it
picture-alt = A nova imagem do grupo
qr-alt = QR code do link de convite
qr-hint = Escaneie o QR code para entrar.

## Pages

button-first = Início
button-previous = Anterior
button-next = Próxima
button-last = Fim
page = Página { $page } de { $pages }
pages-old = Botões expirados
pages-old-text = Estes botões funcionam por 15 minutos. Use o comando de novo.

## Descriptions

# Title of a window; at most 45 characters with a name of 25
describe-title = Descrição de { $group }
# At most 45 characters
describe-field = Descrição
describe-ready = Tudo pronto. Clique em **Editar…** para mudar a descrição.
button-edit = Editar…
field-your-text = Seu texto

## Invites in messages, members as a file

no-invite = Nenhum link de convite
no-invite-text = Não há link de convite do WhatsApp nesta mensagem.
# Below the preview of the first of them
several-invites = Esta mensagem tem { $count } links de convite diferentes. Este é o primeiro: { $link }
button-join = Entrar
members-exported = { $count ->
    [one] { $count } participante exportado
   *[other] { $count } participantes exportados
}. O arquivo tem números de telefone; compartilhe só com quem pode vê-los.
deed-members-exported = { $who } exportou a lista de participantes.
wish-members-export = exportar a lista de participantes deste grupo
wish-picture-file = mudar a imagem deste grupo
wish-with-picture = { $wish }, com uma imagem
