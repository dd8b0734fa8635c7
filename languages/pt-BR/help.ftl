### /wa-group help: what the asker may do, with commands that can be clicked.

help = O que você pode fazer aqui
help-nothing = Você ainda não pode usar o Usher aqui. Peça a um Administrador para dar permissões ao seu cargo com `/wa-access grant`.
# After a command that somebody must approve
help-by-approval = (precisa de aprovação)
help-more = Mais sobre um tema: /wa-group help com a opção topic
unknown-command-now = O Usher não tem mais este comando. Nada mudou. O mais parecido é { $command }
# The commands that people use most
help-first = Mais usados

help-groups = Grupos
help-groups-text = Comece a digitar na opção `group` e escolha um dos seus grupos. O nome de um grupo pode ter até 25 caracteres. O Usher pergunta antes de tudo o que não pode ser desfeito.
help-people = Pessoas
help-people-text = Cole os números de telefone do jeito que você tem, com ou sem nomes: +55 11 99999-9999, Ana +49 1512 3456789. Para uma lista longa, deixe a opção `members` vazia e uma janela se abre, ou anexe um arquivo: texto, CSV, contatos ou planilha. O Usher diz quem não pôde ser adicionado e por quê. Envie o link de convite a essas pessoas.
help-invites = Links de convite
help-invites-text = Quem tem o link pode entrar, até você redefinir o link. Só você vê os links; o Usher nunca os posta em um canal.
help-requests = Solicitações
help-requests-text = Se um comando precisa de aprovação, é só usá-lo. O Usher pede a quem pode aprovar e avisa você.
help-rights = Permissões
help-rights-text = As permissões são dos cargos. Dê a um cargo um pacote (como `moderator`) ou permissões avulsas, para todos os grupos ou para um só.
help-journal = Registro de auditoria
help-journal-text = Cada mudança e cada recusa tem uma entrada com número: quem, o quê, quando e o resultado.
