### Permissions of roles, and the setup of a server.

granted = Permissões adicionadas
granted-held = { $role } agora pode usar { $rights }{ $scope }
granted-asked = { $role } agora pode solicitar { $rights }{ $scope }
# Below the line before
granted-asked-how = Alguém que tem a permissão precisa aprovar cada solicitação.
granted-no-effect = Ficaram de fora, porque permissões para grupos novos não podem ser limitadas a um só grupo: { $capabilities }
granted-footer = Já está valendo.
revoked = Permissões removidas
revoked-lost = Removidas de { $role }: { $rights }
revoked-footer = Já está valendo. Administradores sempre têm todas as permissões.
# Permissions that need approval, in a list
rights-by-approval = { $rights } (com aprovação)
# Follows permissions
in-group = em { $group }
in-session = com a conta do WhatsApp { $session }

grants = Permissões dos cargos
grants-none = Nenhuma permissão para mostrar aqui. Um cargo sem permissões não pode usar o Usher; Administradores sempre podem. Adicione permissões com `/wa-access grant`.
grants-narrow = …e mais { $more }. Use a opção `role` para ver um só cargo.
grants-footer = “Definido pelo dono do bot” não pode ser mudado aqui. Administradores podem fazer tudo.
grant-may-ask = pode solicitar { $rights }
grant-of-file = definido pelo dono do bot
grant-of-discord = definido aqui

rights-of = Permissões de uma pessoa
rights-of-administrator = { $who } tem a permissão de Administrador e pode fazer tudo.
rights-of-nobody = { $who } não tem permissões aqui. Adicione permissões a um dos cargos dessa pessoa com `/wa-access grant`.
rights-of-somebody = { $who } pode:
# The line goes on with the roles
rights-through = { $capability } · por { $roles }
rights-if-approved = { $capability } · com aprovação · por { $roles }
# $scope is such as “in Alpha Team”
not-everywhere = { $role } só { $scope }
field-not = Sem permissão para

## Setup

set-up = Configuração
set-up-text = Escolha os canais e um cargo de moderação nos menus abaixo. Os botões mudam o país dos números de telefone e o texto dos convites.
set-up-done = ✅ { $what }
set-up-not-set = ⚠️ **Nada mudou.** { $why }
set-up-moderators = { $role } agora pode ver e mudar grupos, adicionar e remover pessoas e gerenciar links de convite.
set-up-log = Canal de logs: { $channel }
set-up-log-gone = Canal de logs desativado.
set-up-approvals = Canal de aprovações: { $channel }
set-up-approvals-gone = Canal de aprovações desativado.
set-up-approvals-role = Novas solicitações mencionam { $role }.
set-up-approvals-role-gone = Novas solicitações não mencionam nenhum cargo.
set-up-mentions = Menciona { $role } em cada nova solicitação.
set-up-mentions-nobody = ⚠️ **A menção não avisa ninguém.** Permita que todos mencionem este cargo, ou dê ao Usher Mention @everyone, @here, and All Roles neste canal.
set-up-role-gone = ⚠️ **Este servidor não tem esse cargo.** Escolha outro.
set-up-alerts = Os alertas sobre contas do WhatsApp mencionam { $role }.
set-up-alerts-role-gone = ⚠️ **Este servidor não tem esse cargo.** Avise o dono do bot.
mentions-everyone = Este é o @everyone
mentions-everyone-text = O Usher nunca menciona @everyone. Escolha outro cargo. Nada mudou.
set-up-no-sessions = A conta do WhatsApp definida para este servidor não existe. Avise o dono do bot.
set-up-unreadable = O Usher não conseguiu ler as contas. { $why }
set-up-no-log = Não definido. Escolha um canal para receber um registro de cada mudança e de cada recusa, e um alerta quando uma conta do WhatsApp for desconectada.
set-up-no-approvals = Não definido. Você só precisa dele se alguns cargos tiverem que pedir aprovação.
set-up-no-approvals-no-notices = Não definido. Você precisa dele se alguns cargos tiverem que pedir aprovação, ou para receber avisos de quem pede para entrar.
set-up-approvals-wanted = ⚠️ **Necessário:** alguns cargos precisam pedir aprovação, mas nenhum canal está definido para as solicitações.
set-up-footer = Mais opções: /wa-access grant (outras permissões, ou só alguns grupos)
set-up-fixed = { $setting } (definido pelo dono do bot)
set-up-lacks = ⚠️ **O Usher não consegue postar lá.** Dê a ele { $permissions } neste canal.
set-up-gone = ⚠️ **Este servidor não tem esse canal.** Escolha outro.
set-up-silent = O Usher não conseguiu verificar se pode postar lá.
set-up-log-waits = ⚠️ **O Discord recusa as entradas do Usher aqui desde { $since }.** { $count ->
    [one] { $count } entrada está
   *[other] { $count } entradas estão
} na fila. O Usher posta tudo em ordem assim que puder.
set-up-no-roles = Nenhum. Só Administradores podem usar o Usher.
set-up-roles-silent = O Usher não conseguiu ler os cargos do Discord.
set-up-all-roles = Nenhum. Todos os cargos têm permissões.
set-up-bare-roles = Estes cargos não dão nenhuma permissão no Usher.
set-up-country = País dos números de telefone: { $country }
set-up-country-gone = Este servidor não tem mais um país próprio.
set-up-country-default = { $country } (padrão do dono do bot para todos os servidores)
set-up-country-meaning = Números sem código do país são lidos como números deste país.
set-up-no-country = Não definido. O Usher não tem como saber de que país é um número sem código do país.
set-up-country-proposed = Sugestão: { $country }, pelo número da conta do WhatsApp conectada.
set-up-invitation = Os convites agora usam o seu texto.
set-up-invitation-gone = Os convites voltaram a usar o texto padrão, no idioma deste servidor.
field-accounts = Contas do WhatsApp
field-log-channel = Canal de logs
field-approvals-channel = Canal de aprovações
field-country = País dos números de telefone
field-invitation = Convite para grupos do WhatsApp
field-roles-with = Cargos com permissões
field-roles-without = Cargos sem permissões
menu-moderators = Dar permissões de moderação a um cargo
menu-approvals-role = Cargo a mencionar em novas solicitações
# A button
button-country = País…
# A button
button-use-country = Usar { $country }
# At most 45 characters
country-title = País dos números de telefone
# At most 45 characters
country-label = País
# At most 100 characters
country-hint = Por exemplo, BR, +55 ou Brasil. Deixe vazio para remover o país próprio deste servidor.
# A button
button-set-invitation = Convite…
# At most 45 characters
invitation-title = Convite
# At most 45 characters
invitation-label = Texto com { $group } e { $link }
# At most 100 characters
invitation-hint = Deixe vazio para usar o texto padrão, no idioma deste servidor.

# A choice beside "all", when a role gets permissions that need approval; at most 90 characters
choice-all = todas as permissões dadas aqui

## A log channel that refuses entries

# A title
log-closed = O Usher não consegue postar no canal de logs
log-closed-text = O Discord recusa as entradas do Usher em { $channel } desde { $since }. { $count ->
    [one] { $count } entrada está
   *[other] { $count } entradas estão
} na fila. O Usher posta tudo em ordem assim que puder. Um Administrador pode resolver isso: `/wa-setup` mostra o que falta.
