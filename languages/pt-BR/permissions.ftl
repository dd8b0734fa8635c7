### What permissions and commands are for, as people read it. Each phrase follows "You can't", "asked to" or "needs
### permission to". The codes of permissions are shown only by /wa-access.

permission-groups-read = ver grupos e participantes
permission-invites-read = ver links de convite
permission-members-add = adicionar pessoas
permission-groups-edit = renomear e descrever grupos e mudar as imagens deles
permission-members-remove = remover pessoas
permission-members-approve = aprovar ou recusar pedidos para entrar
permission-invites-revoke = redefinir links de convite
permission-groups-create = criar grupos
permission-groups-join = entrar em grupos
permission-groups-leave = sair de grupos
permission-groups-settings = mudar as configurações de grupos
permission-admins-manage = escolher admins de grupos
permission-members-export = exportar listas de participantes
permission-audit-read = ler o registro de auditoria
permission-groups-delete = excluir grupos
permission-access-manage = gerenciar permissões

## A single command, where its permission covers several

action-rename = renomear grupos
action-describe = mudar descrições de grupos
action-picture = mudar imagens de grupos
action-list = listar grupos
action-show = ver grupos
action-members-list = listar participantes
action-members-find = buscar participantes
action-settings-show = ver as configurações de grupos
action-join-requests = ver os pedidos para entrar
action-preview = ver prévias de links de convite
action-sessions = ver as contas do WhatsApp
action-audit-export = exportar o registro de auditoria
action-audit-stop = parar tarefas de outras pessoas
action-access-see = ver permissões
action-setup = configurar o Usher
action-requests = ver solicitações
action-help = ler a ajuda
