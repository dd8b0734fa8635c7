### Rights of roles, and the set-up of a server.

granted = Permissões concedidas
granted-held = { $role } agora pode usar { $rights }{ $scope }
granted-asked = Quem tem a permissão precisa aprovar: { $role } agora pode solicitar { $rights }{ $scope }
granted-no-effect = Limitar a um único grupo não tem efeito para { $capabilities }: trata de grupos que ainda não existem.
granted-footer = Já está valendo.
revoked = Permissões retiradas
revoked-lost = { $role } perdeu { $rights }
revoked-footer = Já está valendo. Administradores continuam podendo tudo.
# Rights that one has only if somebody approves, in a list
rights-by-approval = { $rights } com aprovação
# Follows rights
in-group = no grupo { $group }
in-session = na sessão { $session }

grants = Concessões
grants-none = Nenhum cargo tem permissões aqui. Administradores podem tudo, e mais ninguém pode nada.
grants-narrow = … e mais { $more }. A opção `role` reduz a lista.
grants-footer = “arquivo”: vem de quem mantém o bot e não pode ser mudado aqui. Administradores podem tudo.
grant-may-ask = pode solicitar { $rights }
grant-of-file = arquivo
grant-of-discord = Discord

rights-of = O que esta pessoa pode fazer?
rights-of-administrator = { $who } tem a permissão de Administrador neste servidor e, por isso, pode fazer tudo.
rights-of-nobody = { $who } não pode fazer nada aqui.
rights-of-somebody = { $who } pode usar:
rights-through = { $capability } por meio de { $roles }
rights-if-approved = { $capability } se alguém aprovar, por meio de { $roles }
not-everywhere = { $role } (não em todo lugar)
field-not = Não pode usar

## Set-up

set-up = Configuração deste servidor
set-up-text = O que já existe e o que falta. Use os menus e botões abaixo para configurar.
set-up-done = **Feito:** { $what }
set-up-not-set = **Não definido:** { $why }
set-up-moderators = { $role } agora é um cargo de moderação.
set-up-log = { $channel } agora é o canal de logs.
set-up-log-gone = Não há mais canal de logs.
set-up-approvals = { $channel } agora é o canal de aprovações.
set-up-approvals-gone = Não há mais canal de aprovações.
set-up-no-sessions = A API de grupos não conhece nenhuma das sessões deste servidor. Quem mantém o bot precisa verificar a configuração.
set-up-unreadable = Não foi possível ler: { $why }
set-up-no-log = Não definido. Alterações e recusas só são informadas a quem usou o comando.
set-up-no-approvals = Não definido. Será necessário quando alguém só puder fazer algo com aprovação.
set-up-approvals-wanted = **Não definido, e necessário:** alguns cargos só podem fazer certas coisas com aprovação, e não há onde pedi-la.
set-up-footer = /wa-access grant dá outras permissões aos cargos, só para alguns grupos se você quiser.
set-up-fixed = { $setting } (fixado por quem mantém o bot)
set-up-lacks = **O Usher não consegue escrever lá.** Falta: { $permissions }. Mude as permissões do canal.
set-up-gone = **Esse canal não existe mais.**
set-up-silent = O Discord não informou se o Usher pode escrever lá.
set-up-log-waits = **O Discord recusa aqui as entradas do Usher desde { $since }.** { $count ->
    [one] { $count } entrada aguarda
   *[other] { $count } entradas aguardam
}. O Usher as guarda e publica em ordem assim que puder.
set-up-no-roles = Nenhum: só Administradores podem usar o Usher.
set-up-roles-silent = O Discord não informou quais cargos existem.
set-up-all-roles = Nenhum: todos os cargos têm permissões.
set-up-bare-roles = Não podem fazer nada e, por isso, não precisam de nada aqui.
set-up-country = Números sem código do país agora são lidos como números de { $country }.
set-up-country-gone = Este servidor não tem mais um país próprio.
set-up-country-default = { $country } (padrão de todos os servidores, definido por quem mantém o bot)
set-up-country-meaning = Números sem código do país são lidos como números deste país.
set-up-no-country = Não definido. O Usher não consegue saber de que país é um número sem código do país.
set-up-country-proposed = Sugestão: { $country }, pelo número da conta do WhatsApp conectada.
set-up-invitation = Os convites agora têm o seu próprio texto.
set-up-invitation-gone = Os convites agora têm o texto no idioma deste servidor.
field-accounts = Contas do WhatsApp
field-log-channel = Canal de logs
field-approvals-channel = Canal de aprovações
field-country = País dos números de telefone
field-invitation = Convite para grupos do WhatsApp
field-roles-with = Cargos com permissões
field-roles-without = Cargos sem permissões
menu-moderators = Escolher um cargo de moderação
# A button
button-country = País…
# A button
button-use-country = Usar { $country }
# At most 45 characters
country-title = País dos números de telefone
# At most 45 characters
country-label = País
# At most 100 characters
country-hint = BR, +55 ou Brasil. Vazio: nenhum país próprio.
# A button
button-set-invitation = Convite…
# At most 45 characters
invitation-title = Convite
# At most 45 characters
invitation-label = Texto com { $group } e { $link }
# At most 100 characters
invitation-hint = Vazio: o texto no idioma deste servidor

# A choice beside "all", when a role is given rights that need approval; at most 90 characters
choice-all = tudo nesta concessão

## A log channel that refuses entries

# A title
log-closed = O Usher não consegue escrever no canal de logs
log-closed-text = O Discord recusa as entradas do Usher em { $channel } desde { $since }. { $count ->
    [one] { $count } entrada aguarda
   *[other] { $count } entradas aguardam
}. O Usher as guarda e publica em ordem assim que puder. Um Administrador pode mudar o canal ou as permissões dele: `/wa-setup` mostra o que falta.
