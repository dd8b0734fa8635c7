### Why people do things: the option `reason`, `/wa-audit reason`, and the setting that makes reasons mandatory.

field-reason = Motivo
reason-by = O motivo é de { $who }.
# The reason follows
deed-reason-changed = { $who } mudou o motivo da entrada #{ $case }
deed-reasons-mandatory = { $who } tornou os motivos obrigatórios.
deed-reasons-optional = { $who } tornou os motivos opcionais.
action-audit-reason = mudar motivos no registro de auditoria
action-audit-reason-of-others = mudar motivos de outras pessoas no registro de auditoria
# An action, such as “rename groups”
action-promote = promover admins
action-demote = remover admins
reason-missing = Falta o motivo
reason-missing-text = Neste servidor, você precisa dizer por quê. Use o comando de novo com a opção { $option }. Nada mudou.
no-reason-for-refusal = O Usher recusou esta tentativa, então ela não tem motivo.
bad-reason-long = Motivo longo demais: { $given } caracteres (limite de { $max }).
reason-saved = Motivo salvo
reason-saved-text = A entrada #{ $case } já mostra o motivo.
field-reasons = Motivos
set-up-reasons-mandatory = É preciso dizer por quê ao remover pessoas ou admins, sair de um grupo ou excluí-lo, ou redefinir um link de convite.
set-up-reasons-optional = Opcional: os comandos que removem, excluem, saem ou redefinem têm a opção `reason`.
set-up-reasons-on = Os motivos agora são obrigatórios.
set-up-reasons-off = Os motivos agora são opcionais.
# Buttons
button-reasons-on = Tornar os motivos obrigatórios
button-reasons-off = Tornar os motivos opcionais
