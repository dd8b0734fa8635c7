### Why somebody did not get what they asked for: a title, and what happened, whether anything changed, what to do next.

only-in-server = Use isto em um servidor
only-in-server-text = O Usher funciona nos canais de um servidor, não em mensagens diretas.
not-set-up = Não configurado aqui
not-set-up-text = O Usher não está configurado para este servidor. Peça ao dono do bot para adicionar o ID dele: `{ $server }`
no-such-session = Conta do WhatsApp desconhecida
no-such-session-text = Este servidor não tem essa conta do WhatsApp. Nada mudou. Escolha uma destas: { $sessions }
no-such-group = Grupo não encontrado
# $name is what the person typed
no-such-group-text = O Usher não encontrou nenhum grupo { $name } que você possa usar para isso. Nada mudou.
which-group = Qual grupo?
# The groups follow
which-group-text = Mais de um grupo tem o nome { $name } aqui. Escolha abaixo o que você quer, ou repita o comando com o ID dele:
answered-already = Você já respondeu a isto
answered-already-text = Aguarde o resultado. Este clique não mudou nada.
no-longer-good = Não é mais válido
no-longer-good-text = Você não respondeu a tempo, ou já respondeu. Este clique não mudou nada. Se não aparecer nenhum resultado, use o comando de novo.
not-yours = Estes botões não são para você
not-yours-text = Só quem usou o comando pode clicar neles. Para fazer o mesmo, use o comando você também.
wrong-name = O nome não confere
# The name follows
wrong-name-text = Nada foi excluído. Clique no botão de novo e digite exatamente:
wrong-group-id = O ID não confere
# The ID follows
wrong-group-id-text = Nada foi excluído. Clique no botão de novo e digite exatamente:
no-such-case = Entrada não encontrada
no-such-case-text = Não há entrada com esse número no registro, ou você não pode vê-la. `/wa-audit recent` lista as últimas entradas.

## Usher itself

elsewhere = Já está sendo respondido
elsewhere-text = Outra instância do Usher responde a isto.
not-written = Indisponível no momento
not-written-text = O Usher não consegue salvar no registro de auditoria agora, por isso não fez nada. Tente de novo em um minuto.
too-late = Tempo esgotado
too-late-text = O Discord não aceitou a primeira resposta do Usher a tempo. Nada mudou. Use o comando de novo se ainda quiser.
cut-short = Interrompido
cut-short-text = O Usher reiniciou antes de começar. Nada mudou. Use o comando de novo se ainda quiser.
too-much-at-once = O Usher está ocupado
too-much-at-once-text = O Usher tem coisas demais para fazer no momento. Nada mudou. Tente de novo em um minuto.
restarting = O Usher está reiniciando
restarting-text = O Usher não aceita novos comandos até terminar de reiniciar. Nada mudou. Tente de novo em um minuto.
unreadable = O Usher não conseguiu ler isto
unreadable-text = O Discord enviou algo que esta versão do Usher não entende. Nada mudou. Envie o código de erro abaixo ao dono do bot.
unknown-command = Comando desconhecido
unknown-command-text = O Usher não tem mais este comando. Nada mudou. Reinicie o Discord (Ctrl+R) para atualizar a sua lista de comandos.
fault = Algo deu errado
fault-text = Este é um erro do Usher. Confira o grupo antes de usar o comando de novo: ele pode ter mudado. Envie o código de erro abaixo ao dono do bot.

## Refusals. $action is such as “rename groups”.

refused = Sem permissão
refused-needs = Você não pode { $action } aqui.
refused-elsewhere = Você pode { $action }, mas não aqui: só em outros grupos ou com outra conta do WhatsApp.
refused-only-asked = Você só pode { $action } com aprovação, e este comando não pode ser solicitado.
refused-nobody = Só Administradores deste servidor podem.
refused-one-role = Peça a alguém com { $role }.
refused-roles = Peça a alguém com um destes cargos: { $roles }.

## Bad input

does-not-work = Confira o que você digitou
bad-session = Este não é o nome de uma conta do WhatsApp. Escolha uma da lista.
bad-group = Este não é o ID de um grupo. Escolha um grupo da lista.
bad-group-for-person = Este é o ID de um grupo, não de uma pessoa.
bad-person = Este não é um número de telefone. Escreva como +55 11 99999-9999.
bad-phone = Este não é um número de telefone. Escreva com o código do país, como +55 11 99999-9999.
bad-invite = Este não é um link de convite. Um link de convite é assim: https://chat.whatsapp.com/…
bad-several-invites = Há vários links de convite aqui. Informe só o que você quer usar.
bad-name-empty = O nome do grupo precisa de pelo menos um caractere visível.
bad-name-long = Nome longo demais: { $given } caracteres (limite de { $max }).
bad-description-long = Descrição longa demais: { $given } caracteres (limite de { $max }).
bad-picture-url = O link da imagem precisa começar com https:// e não pode conter nome de usuário nem senha.
bad-picture-url-private = O link da imagem precisa levar à internet pública, não a uma rede privada.
bad-picture-url-long = Link da imagem longo demais: { $given } caracteres (limite de { $max }).
option-wanted = Adicione uma destas opções: { $options }.
too-many-people = Você pode criar um grupo com até { $max } pessoas (você tem { $given }). Adicione as outras depois com `/wa-group members add`.
nobody-named = Nenhuma pessoa informada
nobody-named-text = Informe pelo menos um número de telefone. Nada mudou.
nobody-asks = Ninguém pediu para entrar
nobody-asks-text = Este grupo não tem pedidos para entrar no momento. Nada mudou.

## What the WhatsApp service answered

not-done = Não foi feito
perhaps-changed = Isto pode ter funcionado ou não. Confira o grupo antes de usar o comando de novo.
# The service's own words follow
api-says = Detalhes:
try-again-after = Tente de novo { $when }.
after-a-minute = em um minuto
after-seconds = em { $seconds ->
    [one] { $seconds } segundo
   *[other] { $seconds } segundos
}
after-minutes = em { $minutes ->
    [one] { $minutes } minuto
   *[other] { $minutes } minutos
}
api-refused = O WhatsApp recusou isto
api-refused-text = O serviço do WhatsApp não aceitou o que o Usher enviou.
api-key = O Usher não consegue fazer login
api-key-text = O serviço do WhatsApp não aceita a chave de API do Usher.
api-key-next = Avise o dono do bot que a chave não é válida.
api-forbidden = Não permitido no WhatsApp
api-forbidden-text = O WhatsApp não deixa o Usher fazer isto. Na maioria das vezes, é porque o Usher não é admin do grupo.
api-forbidden-next = Peça a um admin do grupo para tornar admin o número do Usher e tente de novo. Algumas coisas só o criador do grupo pode fazer.
api-no-group = Grupo não encontrado no WhatsApp
api-no-group-text = O WhatsApp não conhece este grupo. Talvez ele tenha sido excluído, ou o Usher não está mais nele.
api-no-group-next = `/wa-group list` mostra os seus grupos.
api-no-invite = O link de convite não funciona
api-no-invite-text = O WhatsApp não conhece este link de convite. Talvez ele tenha sido digitado errado ou redefinido.
api-no-invite-next = Peça um link novo.
api-conflict = Não é possível agora
api-conflict-text = Isto não combina com o estado atual do grupo.
api-no-join = O Usher não conseguiu entrar
api-no-join-text = O WhatsApp não deixou o Usher entrar com este link. Talvez o Usher já esteja neste grupo.
api-no-join-next = `/wa-group list` mostra os seus grupos.
api-pause = O WhatsApp está limitando o Usher
api-pause-text = O serviço do WhatsApp pediu que o Usher espere.
api-busy = Conta do WhatsApp ocupada
api-busy-text = Há comandos demais esperando por esta conta do WhatsApp.
api-trouble = O serviço do WhatsApp está fora do ar
api-trouble-text = O serviço do WhatsApp falhou várias vezes seguidas, então o Usher espera antes de tentar de novo.
account-trouble = A conta do WhatsApp está com problemas
account-trouble-text = O serviço do WhatsApp falhou várias vezes seguidas só com a conta { $session }, então o Usher espera antes de usar essa conta de novo. As outras contas não são afetadas.
api-not-connected = O WhatsApp está desconectado
api-not-connected-text = A conta do WhatsApp não está conectada.
api-not-connected-why = A conta do WhatsApp não está conectada ({ $reason }).
api-not-connected-next = `/wa-session list` mostra as contas. Se ela continuar desconectada, avise o dono do bot.
api-silent = Serviço do WhatsApp inacessível
api-silent-text = O Usher não consegue acessar o serviço do WhatsApp, ou a conta do WhatsApp não está conectada.
api-silent-next = `/wa-session list` mostra as contas. Se estiver tudo certo, tente de novo em um minuto.
api-lost = Sem confirmação
api-lost-text = O Usher não recebeu uma resposta clara do serviço do WhatsApp.
api-garbled = Resposta inesperada
api-garbled-text = O serviço do WhatsApp deu uma resposta que o Usher não consegue ler.
api-garbled-next = Se acontecer de novo, envie o código de erro abaixo ao dono do bot.

## Limits. $time is such as “in 6 seconds”.

too-fast = Vá mais devagar
too-fast-text = { $count ->
    [one] Você pode mudar grupos uma vez por minuto. Nada mudou. Tente de novo às { $time }.
   *[other] Você pode mudar grupos { $count } vezes por minuto. Nada mudou. Tente de novo às { $time }.
}
too-fast-strict = { $count ->
    [one] Você pode criar grupos e adicionar pessoas uma vez por minuto. Nada mudou. Tente de novo às { $time }.
   *[other] Você pode criar grupos e adicionar pessoas { $count } vezes por minuto. Nada mudou. Tente de novo às { $time }.
}
asked-too-much-text = Você usou comandos demais no último minuto. Nada mudou. Você pode continuar { $time }.
enough-today = Limite diário atingido
enough-today-text = Para evitar um banimento do WhatsApp, esta conta adiciona até { $budget ->
    [one] { $budget } pessoa
   *[other] { $budget } pessoas
} em 24 horas. Agora ela pode adicionar { $left }. Ninguém foi adicionado.
enough-ever = Isso passa do limite diário ({ $budget }). Envie o link de convite a essas pessoas.
enough-until = Você pode adicionar todas a partir de { $time }, ou enviar o link de convite agora.

## Requests, permissions and settings

nowhere-to-ask = Nenhum canal de aprovações
nowhere-to-ask-text = Você precisa de aprovação para { $action }, mas este servidor não tem canal de aprovações. Nada mudou. Peça a um Administrador para definir um com `/wa-setup`.
too-many-requests = Solicitações abertas demais
too-many-requests-text = Você tem { $open } solicitações abertas, e esse é o limite. Nada mudou. Espere até que uma seja decidida, ou retire uma com `/wa-request cancel`.
discord-silent = O Discord não responde
discord-silent-text = O Usher perguntou algo ao Discord e não teve resposta. Nada mudou. Tente de novo em um minuto.
own-request = Esta solicitação é sua
own-request-text = Você não pode aprovar a sua própria solicitação. Outra pessoa precisa decidir.
being-decided = Já em andamento
being-decided-text = O Usher já está cuidando desta solicitação. O resultado aparece nela. Se ela continuar aberta, clique de novo.
not-as-shown = A solicitação é diferente
not-as-shown-text = O Usher tem salva uma solicitação diferente da que esta mensagem mostrava. Agora a mensagem mostra a que está salva: leia e clique de novo.
decided = Já decidida
decided-too-late = Esta solicitação expirou. Nada mudou.
decided-void = Quem fez a solicitação não tem mais permissão para isso. Nada mudou.
decided-otherwise = Esta solicitação já foi decidida: { $how }. Seu clique não mudou nada.
no-such-request = Solicitação não encontrada
no-such-request-text = Você não tem nenhuma solicitação aberta com esse número. `/wa-request list` mostra as suas solicitações.
beyond-own = Você não pode dar estas permissões
beyond-own-text = Você não tem estas permissões aqui: { $capabilities }. Nada mudou.
fixed = Definido pelo dono do bot
fixed-grant = Esta permissão está no arquivo de configuração. Nada mudou. Só o dono do bot pode mudá-la.
fixed-setting = Isto está definido no arquivo de configuração. Nada mudou. Só o dono do bot pode mudar.
nothing-to-revoke = Nada para remover
nothing-to-revoke-text = Este cargo não tem nenhuma permissão assim que tenha sido dada aqui. Nada mudou. `/wa-access show` lista as permissões.
nothing-to-grant = Nada para adicionar
nothing-to-grant-text = Este cargo já tem todas estas permissões. Nada mudou. `/wa-access show` lista as permissões.
no-effect = Não é possível para um só grupo
no-effect-text = Não dá para limitar { $capabilities } a um só grupo, porque se trata de grupos novos. Nada mudou. Deixe a opção `group` de fora.
set-already = Nada para mudar
set-already-text = Isto já está definido assim. Nada mudou.
for-administrators = Só para Administradores
for-administrators-text = Você precisa da permissão de Administrador deste servidor para usar `/wa-setup`. Nada mudou.
not-a-member = Não está neste servidor
not-a-member-text = Esta pessoa não é membro deste servidor. Nada mudou.
cannot-write = O Usher não consegue postar lá
cannot-write-text = O Usher não consegue postar em { $channel }. Nada mudou. Dê a ele as permissões Ver canal, Enviar mensagens e Inserir links (View Channel, Send Messages, Embed Links) nesse canal e escolha-o de novo.
# A title
unknown-country = País desconhecido
# $text is what the person typed
unknown-country-text = O Usher não conhece nenhum país { $text } com esse nome. Nada mudou. Escreva as duas letras dele, como `BR`, ou o código do país, como `+55`.
# A title
bad-invitation = Não dá para usar este texto
bad-invitation-text = O texto precisa de { $place } no lugar do link e pode ter até { $max } caracteres. Nada mudou.
no-such-preset = Não há nenhum pacote { $name } no Usher. Escolha um destes: { $all }.
no-such-capability = Não há nenhuma permissão { $name } no Usher. Escolha entre: { $all }.
