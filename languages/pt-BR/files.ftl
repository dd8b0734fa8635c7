### People by file, pictures, QR codes, pages, and what is attached to an answer.

## People by file

bad-file = O arquivo não pode ser usado
file-too-large = Um arquivo pode ter no máximo { $max } MiB. Nada foi enviado.
file-too-many = Uma lista pode ter no máximo { $max } pessoas. Nada foi enviado.
file-too-many-cells = Um arquivo tem no máximo { $rows } linhas, { $columns } colunas e { $cells } células. Nada foi alterado.
file-too-slow = A leitura deste arquivo demorou demais e o Usher parou. Anexe um arquivo menor. Nada foi alterado.
file-not-downloaded = O Discord não entregou o arquivo ao Usher. Anexe-o de novo. Nada foi enviado.
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
working-left = { $left } para terminar
working-speed = { $speed } por minuto
button-stop = Parar
stopping = Vai parar assim que a requisição em andamento for respondida. Quem já estiver no grupo até lá continua nele.
stop-gone = Este trabalho já terminou, ou não há nenhum com esse número aqui. Nada foi interrompido.
stopped-by = { $who } interrompeu isto antes de tudo ser feito. O mesmo comando faz o restante.
stopped-not-allowed = O Usher interrompeu isto antes de tudo ser feito: quem pediu não pode mais fazer isso aqui.
stopped-not-a-member = O Usher interrompeu isto antes de tudo ser feito: quem pediu saiu deste servidor.
stopped-no-server = O Usher interrompeu isto antes de tudo ser feito: o Usher não está mais neste servidor.
stopped-unknown = O Usher interrompeu isto antes de tudo ser feito: por 10 minutos não foi possível verificar se quem pediu ainda pode fazer isso.
report-attached = O arquivo anexo traz o resultado de cada pessoa.
not-added-attached = `{ $file }` lista quem não foi adicionado. O arquivo pode ser anexado assim mesmo em `/wa-group members add`.

## Those who must be invited

button-invitation = Mensagem para enviar
invitation-copy = Copie isto e envie a quem precisa de convite:
invitation-links = Ou toque em um número: o WhatsApp abre com a mensagem para essa pessoa.
invitation-more = O arquivo anexo tem os links de todas as { $count } pessoas.
invitation-without-number = { $count ->
    [one] { $count } pessoa só é conhecida por um identificador: não há link para ela.
   *[other] { $count } pessoas só são conhecidas por um identificador: não há link para elas.
}
# What is sent to people in WhatsApp. No bold here.
invitation = Olá! Entre no nosso grupo do WhatsApp “{ $group }” por este link: { $link }

## Pictures

bad-picture = A imagem não pode ser usada
picture-too-large = Uma imagem pode ter no máximo { $max } MiB. Nada foi enviado.
picture-too-many-pixels = Uma imagem pode ter no máximo { $max } megapixels. Esta tem { $width } × { $height }. Nada foi enviado.
picture-unreadable = Não é um PNG, JPEG, WebP ou GIF que o Usher consiga ler. Nada foi enviado.
picture-cut-off = Esta imagem está cortada: o arquivo termina antes da imagem. Salve ou baixe a imagem de novo e anexe o arquivo inteiro. Nada foi alterado.
picture-too-slow = A leitura desta imagem demorou demais e o Usher parou. Anexe uma imagem menor. Nada foi alterado.
picture-either = Informe `image` ou `url`, mas não os dois. Nada foi enviado.
created-no-picture = Não foi possível definir a imagem; `/wa-group picture` tenta de novo.
# Read out to those who cannot see it
picture-alt = A nova imagem do grupo
qr-alt = QR code do link de convite
qr-hint = A câmera do celular lê o código abaixo.

## Pages

button-first = Primeira
button-previous = Anterior
button-next = Próxima
button-last = Última
page = Página { $page } de { $pages }
pages-old = Tempo esgotado
pages-old-text = Estes botões valiam por cinco minutos. Use o comando de novo.

## Descriptions

# Title of a window; at most 45 characters
describe-title = Descrever o grupo
# At most 45 characters
describe-field = Descrição
describe-ready = O Usher buscou a descrição atual. Clique no botão para mudá-la.
button-edit = Editar…
field-your-text = O que você escreveu

## Invites in messages, members as a file

no-invite = Nenhum link de convite
no-invite-text = Não há link de convite do WhatsApp nesta mensagem.
# Below the preview of the first of them
several-invites = Esta mensagem tem { $count } links de convite diferentes. Este é o primeiro: { $link }
button-join = Entrar
members-exported = { $count ->
    [one] { $count } participante
   *[other] { $count } participantes
}, em um arquivo para planilha. Ele contém números de telefone: não o passe a quem não pode vê-los.
deed-members-exported = { $who } exportou os participantes em um arquivo.
wish-members-export = exportar os participantes deste grupo em um arquivo
wish-picture-file = dar uma nova imagem a este grupo
wish-with-picture = { $wish }, com uma imagem
