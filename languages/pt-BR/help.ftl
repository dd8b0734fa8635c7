### /wa-group help: what the asker may do, with commands that can be clicked.

help = O que você pode fazer aqui
help-nothing = Nada ainda: nenhum cargo seu tem permissões aqui. Um Administrador deste servidor pode dar permissões aos cargos com `/wa-access grant`.
# After a command that somebody must approve
help-by-approval = (alguém precisa aprovar)
help-more = Mais detalhes sobre um tema: /wa-group help, opção topic.
unknown-command-now = Este comando agora se chama { $command }. Nada foi alterado.

help-groups = Grupos
help-groups-text = A opção `group` sugere os seus grupos enquanto você digita: escolha um. O nome pode ter até 25 caracteres. Antes de algo que não pode ser desfeito, o Usher pergunta.
help-people = Pessoas
help-people-text = Cole os telefones como você os tem, também com nomes ao lado: +55 11 99999-9999, Ana +49 1512 3456789. Se forem muitos, deixe a opção `members` vazia e abre uma janela, ou anexe um arquivo: texto, CSV, contatos, planilha. Quem não puder ser adicionado aparece na resposta com o motivo, e você envia o link de convite.
help-invites = Links de convite
help-invites-text = Quem tem um link pode entrar, até o link ser redefinido. O Usher mostra links só a você, nunca em um canal.
help-requests = Solicitações
help-requests-text = O que você só pode fazer com a aprovação de alguém, você solicita com o próprio comando. Depois você fica sabendo como terminou.
help-rights = Permissões
help-rights-text = Os cargos têm permissões: um pacote, como `moderator`, ou permissões avulsas. Quem não tem permissão não pode fazer nada. Algumas podem ser dadas só para um grupo.
help-journal = Registro
help-journal-text = Cada alteração e cada recusa é um caso com número: quem, o quê, quando e como terminou.
