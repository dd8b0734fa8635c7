### Why somebody did not get what they asked for: a title, and what happened, whether anything changed, what to do next.

only-in-server = Só em um servidor
only-in-server-text = O Usher funciona nos canais de um servidor, não em mensagens diretas.
not-set-up = Não configurado aqui
not-set-up-text = Este servidor não está na configuração do Usher, por isso ninguém pode usá-lo aqui. Quem mantém o bot pode incluir o servidor. O ID do servidor: `{ $server }`
no-such-session = Sessão inexistente
no-such-session-text = Este servidor não tem essa sessão. Ele tem: { $sessions }. Nada foi alterado.
no-such-group = Grupo inexistente
no-such-group-text = Não há nenhum grupo chamado { $name } que você possa usar para isto. Escolha um dos grupos sugeridos enquanto você digita, ou veja `/wa-group list`. Nada foi alterado.
which-group = Qual grupo?
which-group-text = O nome { $name } pertence a vários grupos. Use o id do grupo desejado:
no-longer-good = Não vale mais
no-longer-good-text = Esta pergunta já foi respondida ou o prazo dela acabou. Este clique não alterou nada. Se você já respondeu antes, espere o resultado; se não, use o comando de novo se ainda quiser.
not-yours = Não é com você
not-yours-text = Só quem usou o comando pode responder a isto.
wrong-name = O nome é outro
wrong-name-text = O que você digitou não é o nome deste grupo. Nada foi excluído. Pressione o botão de novo e digite este nome:
wrong-group-id = Esse é outro ID
wrong-group-id-text = O que você digitou não é o id deste grupo. Nada foi excluído. Pressione o botão de novo e digite este id:
no-such-case = Caso inexistente
no-such-case-text = Não há nenhum caso com esse número que você possa ver. `/wa-audit recent` lista os mais recentes.

## Usher itself

elsewhere = Em outro lugar
elsewhere-text = Outra cópia do Usher responde a isto.
not-written = Não dá para registrar
not-written-text = O Usher registra o que faz, e no momento não consegue. Por isso, nada foi feito. Tente de novo daqui a um minuto.
too-late = Tarde demais
too-late-text = O Discord não aceitou a primeira resposta do Usher a tempo. Nada foi alterado. Use o comando de novo se ainda quiser.
cut-short = Interrompido
cut-short-text = O Usher foi interrompido antes de começar isto. Nada foi alterado. Use o comando de novo se ainda quiser.
too-much-at-once = Coisas demais de uma vez
too-much-at-once-text = O Usher está muito ocupado no momento. Nada foi alterado. Tente de novo daqui a um minuto.
restarting = Reiniciando
restarting-text = O Usher está sendo reiniciado. Nada foi alterado. Tente de novo daqui a um minuto.
unreadable = O Usher não conseguiu ler isto
unreadable-text = O Discord enviou ao Usher algo que esta versão não entende. Nada foi alterado. Avise a pessoa que administra o Usher; com a referência abaixo, ela encontra isso no registro.
unknown-command = Comando desconhecido
unknown-command-text = Este comando não é mais do Usher. Reinicie o aplicativo do Discord para ver os atuais. Nada foi alterado.
fault = Uma falha do Usher
fault-text = Algo deu errado no próprio Usher. Veja o grupo antes de tentar de novo: ele pode ter sido alterado. Quem mantém o bot encontra a causa no log pela referência abaixo.

## Refusals

refused = Você não pode fazer isto
refused-needs = É preciso ter a permissão { $capability }.
refused-elsewhere = É preciso ter a permissão { $capability }, que você tem para outros grupos ou sessões.
refused-only-asked = É preciso ter a permissão { $capability }, que você só pode solicitar, e este comando não pode ser solicitado.
refused-nobody = Nenhum cargo tem essa permissão aqui; os Administradores do servidor têm.
refused-one-role = O cargo { $role } tem essa permissão.
refused-roles = Os cargos { $roles } têm essa permissão.

## Bad input

does-not-work = Assim não funciona
# Follows each of the sentences below
nothing-sent = Nada foi enviado.
bad-session = O nome de uma sessão tem de 1 a 64 letras, dígitos, pontos, hifens ou sublinhados.
bad-group = O id de um grupo tem esta forma: 120363012345678901@g.us.
bad-group-for-person = Este é o id de um grupo, não de uma pessoa.
bad-person = Informe cada pessoa por um número de telefone com o código do país, como +55 11 99999-9999, ou por um id que termina em @lid.
bad-phone = Um número de telefone tem de 7 a 15 dígitos, começando pelo código do país.
bad-invite = Um convite é um link como https://chat.whatsapp.com/… ou o código no final dele.
bad-several-invites = Há vários links de convite diferentes aqui. Informe só o que você quer usar.
bad-name-empty = O nome de um grupo não pode ficar vazio: precisa de um caractere visível.
bad-name-long = O nome de um grupo tem no máximo { $max } caracteres; este tem { $given }.
bad-description-long = Uma descrição tem no máximo { $max } caracteres; esta tem { $given }.
bad-picture-url = O endereço de uma imagem começa com https:// e não contém nome de usuário nem senha.
bad-picture-url-private = O endereço de uma imagem precisa estar na internet pública. Um endereço de uma rede privada não serve.
bad-picture-url-long = O endereço de uma imagem tem no máximo { $max } caracteres; este tem { $given }.
option-wanted = É preciso usar uma destas opções: { $options }.
too-many-people = Um grupo é criado com no máximo { $max } pessoas, e aqui são { $given }; adicione as demais com `/wa-group members add`.
nobody-named = Ninguém informado
nobody-named-text = Informe pelo menos uma pessoa, por número de telefone ou id. Nada foi enviado.

## What the groups API answered

not-done = Não foi feito
perhaps-changed = Pode ter sido feito, ou não: verifique manualmente antes de tentar de novo.
api-says = A API diz: “{ $words }”
try-again-after = Tente de novo { $when }.
after-a-minute = daqui a um minuto
after-seconds = daqui a { $seconds ->
    [one] { $seconds } segundo
   *[other] { $seconds } segundos
}
after-minutes = daqui a { $minutes ->
    [one] { $minutes } minuto
   *[other] { $minutes } minutos
}
api-refused = Recusado pela API
api-refused-text = A API de grupos não aceitou isto.
api-key = A chave do Usher foi recusada
api-key-text = A API de grupos não aceita a chave do Usher.
api-key-next = Quem mantém o bot precisa definir uma chave válida; tentar de novo não adianta.
api-forbidden = A conta não pode fazer isto
api-forbidden-text = O WhatsApp ou a API de grupos não permite isto à conta: na maioria das vezes, ela não é admin do grupo.
api-forbidden-next = Um admin do grupo pode torná-la admin; algumas coisas só quem criou o grupo pode fazer.
api-not-there = Não existe
api-not-there-text = A API de grupos não conhece esse grupo ou convite: o grupo pode ter sido excluído, a conta pode ter saído dele ou o convite pode ter sido redefinido.
api-not-there-next = `/wa-group list` mostra os grupos que existem.
api-conflict = Não é possível agora
api-conflict-text = Isto não combina com o estado atual do grupo.
api-pause = Requisições demais
api-pause-text = A API de grupos pede uma pausa.
api-busy = Ocupado
api-busy-text = Há requisições demais esperando por esta sessão.
api-trouble = A API está com problemas
api-trouble-text = A API de grupos falhou várias vezes seguidas, então o Usher não vai usá-la por um momento.
account-trouble = A conta do WhatsApp está com problemas
account-trouble-text = A API de grupos falhou várias vezes seguidas com a conta “{ $session }”, então o Usher não vai usar essa conta por um momento. As outras contas não são afetadas.
api-not-connected = A conta não está conectada
api-not-connected-text = A conta da sessão não está conectada ao WhatsApp.
api-not-connected-why = A conta da sessão não está conectada ao WhatsApp ({ $reason }).
api-not-connected-next = `/wa-session list` mostra as contas; quem mantém a conta precisa conectá-la de novo.
api-silent = A API não responde
api-silent-text = Não é possível acessar a API de grupos, ou a sessão não está conectada.
api-silent-next = `/wa-session list` mostra as sessões; se estiver tudo certo, tente de novo daqui a um minuto.
api-lost = A resposta se perdeu
api-lost-text = A API de grupos recebeu isto e não informou o resultado.
api-garbled = Resposta não entendida
api-garbled-text = A API de grupos deu uma resposta que o Usher não consegue ler.
api-garbled-next = Se acontecer de novo, avise quem mantém o bot.

## Limits

too-fast = Rápido demais
too-fast-text = Você fez muitas alterações no último minuto. Nada foi alterado agora. Você pode continuar a partir de { $time }.
asked-too-much-text = Você pediu muitas coisas no último minuto. Nada foi alterado agora. Você pode continuar a partir de { $time }.
enough-today = Por hoje chega
enough-today-text = O WhatsApp bane contas que adicionam muitos desconhecidos, então esta conta adiciona no máximo { $budget ->
    [one] { $budget } pessoa
   *[other] { $budget } pessoas
} em 24 horas. Agora ela pode adicionar mais { $left }. Ninguém foi adicionado.
enough-ever = Não é possível adicionar tanta gente em um só dia: o limite é { $budget }. Envie o link de convite a essas pessoas.
enough-until = Todas essas pessoas podem ser adicionadas a partir de { $time }; enviar o link de convite já funciona agora.

## Requests, rights and settings

nowhere-to-ask = Não há onde solicitar
nowhere-to-ask-text = Você só pode usar { $capability } se alguém aprovar, e este servidor não tem canal de aprovações. Um Administrador pode definir um com `/wa-setup`. Nada foi alterado.
too-many-requests = Solicitações demais
too-many-requests-text = Você tem { $open } solicitações abertas e não pode ter mais. Espere até que uma seja decidida, ou retire uma com `/wa-request cancel`. Nada foi alterado.
discord-silent = O Discord não responde
discord-silent-text = O Usher fez uma consulta ao Discord, e ele não respondeu. Nada foi alterado. Tente de novo daqui a um minuto.
own-request = A solicitação é sua
own-request-text = Outra pessoa precisa decidir; ninguém aprova a própria solicitação.
being-decided = Agora mesmo
being-decided-text = O Usher já está cuidando desta solicitação. O resultado vai aparecer na solicitação. Se ela continuar aberta, clique de novo.
not-as-shown = Não é o que foi mostrado
not-as-shown-text = A solicitação guardada não é a que esta mensagem mostrava. Agora a mensagem mostra o que está guardado: leia e clique de novo.
decided = Já decidida
decided-too-late = O prazo desta solicitação acabou. Nada foi alterado agora.
decided-void = Esta solicitação não é mais possível: quem a fez não pode mais nem solicitar isso. Nada foi alterado agora.
decided-otherwise = Esta solicitação foi decidida: { $how }. Nada foi alterado agora.
no-such-request = Solicitação inexistente
no-such-request-text = Você não tem nenhuma solicitação aberta com esse número. `/wa-request list` mostra as suas.
beyond-own = Mais do que você tem
beyond-own-text = Ninguém pode dar permissões que não tem, no lugar em que as dá. Você não tem: { $capabilities }. Nada foi alterado.
fixed = Não pode ser mudado aqui
fixed-grant = Isso vem do arquivo de configuração: só quem mantém o bot pode retirar, ninguém aqui. Nada foi alterado.
fixed-setting = Isto é definido no arquivo de configuração. Quem mantém o bot pode mudar.
nothing-to-revoke = Nada a retirar
nothing-to-revoke-text = Esse cargo não recebeu nada desse tipo aqui. `/wa-access show` lista as concessões. Nada foi alterado.
nothing-to-grant = Nada a adicionar
nothing-to-grant-text = Esse cargo já tem tudo isso. `/wa-access show` lista as concessões. Nada foi alterado.
no-effect = Sem efeito em um único grupo
no-effect-text = { $capabilities } não pode ser limitado a um grupo: trata de grupos que ainda não existem. Deixe de fora a opção `group`. Nada foi alterado.
set-already = Nada a mudar
set-already-text = Isto já está definido assim. Nada foi alterado.
for-administrators = Para Administradores
for-administrators-text = Só pessoas com a permissão de Administrador do Discord configuram um servidor. Nada foi alterado.
not-a-member = Não está neste servidor
not-a-member-text = Essa pessoa não é membro deste servidor.
cannot-write = Não dá para escrever lá
cannot-write-text = O Usher não consegue escrever em { $channel }. Dê a ele lá as permissões Ver canal, Enviar mensagens e Inserir links, e escolha o canal de novo. Nada foi alterado.
# A title
unknown-country = País desconhecido
unknown-country-text = O Usher não reconhece { $text } como país. Escreva as duas letras dele, como `BR`, ou o código dele, como `+55`. Nada foi alterado.
# A title
bad-invitation = Não é um convite
bad-invitation-text = O texto precisa de { $place } no lugar do link e tem no máximo { $max } caracteres. Nada foi alterado.
no-such-preset = O pacote { $name } não existe. Existem: { $all }.
no-such-capability = A permissão { $name } não existe. Existem: { $all }.
