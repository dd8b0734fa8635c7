### What was done, for others to read: notices in the channel, the log channel and the audit log.

deed-created = { $who } criou este grupo.
deed-created-with = { $who } criou este grupo com { $people }.
deed-renamed = { $who } renomeou **{ $before }** para **{ $after }**
deed-described = { $who } mudou a descrição.
deed-picture = { $who } mudou a imagem.
deed-left = { $who } fez o Usher sair deste grupo.
deed-deleted = { $who } excluiu este grupo.
deed-joined = { $who } fez o Usher entrar neste grupo.
deed-added = { $who } adicionou { $people }.
deed-removed = { $who } removeu { $people }.
deed-promoted = { $who } promoveu { $people } a admin.
deed-demoted = { $who } removeu { $people } como admin.
# An entry of an older release, which does not say whether they became admins
deed-admins-changed = { $who } mudou o cargo de admin de { $people }.
deed-settings = { $who } mudou as configurações do grupo. { $settings }
deed-requests-approved = { $who } deixou { $people } entrar.
deed-requests-declined = { $who } recusou o pedido de { $people } para entrar.
deed-invite-revoked = { $who } redefiniu o link de convite. O antigo não funciona mais.
deed-invite-shown = { $who } viu o link de convite.
deed-journal-exported = { $who } exportou { $rows ->
    [one] { $rows } entrada do registro
   *[other] { $rows } entradas do registro
}.
deed-granted = { $who } adicionou permissões a { $grant }
deed-rights-revoked = { $who } removeu permissões de { $grant }
deed-log-channel = { $who } definiu { $channel } como canal de logs.
deed-log-channel-gone = { $who } desativou o canal de logs.
deed-approvals-channel = { $who } definiu { $channel } como canal de aprovações.
deed-approvals-channel-gone = { $who } desativou o canal de aprovações.
deed-approvals-role = { $who } definiu { $role } como cargo que novas solicitações mencionam.
deed-approvals-role-gone = { $who } removeu o cargo que novas solicitações mencionam.
deed-country = { $who } definiu { $country } como país dos números de telefone.
deed-country-gone = { $who } removeu o país dos números de telefone deste servidor.
deed-invitation = { $who } mudou o texto dos convites.
deed-invitation-gone = { $who } voltou ao texto padrão dos convites.
deed-approved = Aprovado por { $by }.
who-owner = O dono do bot
who-erased = Uma pessoa cujos dados foram apagados

## Entries of the audit log. $action is such as “rename groups”.

case-nothing = { $who } tentou { $action }; { $result }.
# What did not happen, in case-nothing
nothing-added = ninguém foi adicionado
nothing-removed = ninguém foi removido
nothing-promoted = ninguém virou admin
nothing-demoted = ninguém perdeu o cargo de admin
nothing-else = nada mudou
case-used = { $who } usou o comando para { $action }.
case-used-result = { $who } usou o comando para { $action }: { $result }.
case-used-for = { $who } usou o comando para { $action } ({ $count ->
    [one] { $count } pessoa
   *[other] { $count } pessoas
}): { $result }.
case-refused = { $who } tentou { $action } (sem permissão).
case-refused-more = E mais { $count ->
    [one] { $count } recusa
   *[other] { $count } recusas
} da mesma pessoa nesse minuto, sem entrada própria.
more-refusals = O Usher recusou comandos de { $who } mais { $count ->
    [one] { $count } vez
   *[other] { $count } vezes
} no último minuto. O registro de auditoria tem as primeiras recusas.
# The reason follows, if there is one
case-denied = { $by } negou uma solicitação de { $who } para { $action }.
case-taken-back = { $who } retirou uma solicitação para { $action }.
case-expired = Uma solicitação de { $who } para { $action } expirou.
case-failed = { $who } tentou { $action }. Falhou, e nada mudou ({ $cause }).
case-unknown = { $who } tentou { $action }. **Não confirmado** ({ $cause }): pode ter funcionado ou não.
case-unconfirmed = { $who } tentou { $action }. **Não confirmado**: pode ter funcionado ou não.
case-unconfirmed-people = **Não confirmado** para { $count ->
    [one] { $count } pessoa
   *[other] { $count } pessoas
}. Confira o grupo.
result-open = em andamento
result-done = feito
result-nothing = nada mudou
result-failed = falhou
result-refused = recusado
result-unknown = não confirmado

cases = Registro de auditoria
cases-none = Nenhuma entrada encontrada.
cases-none-near = Nada nas últimas { $count } entradas que o Usher verificou. Os botões abaixo continuam a busca.
cases-footer = Detalhes de uma entrada: /wa-audit show

field-when = Quando
field-result = Resultado
field-operation = Ação
field-channel = Canal
field-tries = Tentativas
field-group = Grupo
field-people = Pessoas

journal = Registro de auditoria exportado
journal-exported = { $rows ->
    [one] { $rows } entrada exportada
   *[other] { $rows } entradas exportadas
}. O arquivo tem dados pessoais; compartilhe com cuidado.
journal-cut = { $missing ->
    [one] { $missing } entrada mais antiga não coube.
   *[other] { $missing } entradas mais antigas não couberam.
} Veja o resto com `/wa-audit recent`. Para ter todas as entradas em um arquivo, exporte com mais frequência e use `days`.

## After an interruption

interrupted = O Usher reiniciou
interrupted-done = Concluído depois de reiniciar: { $deed }
interrupted-unknown = { $who }, o Usher reiniciou durante o seu comando, e não está confirmado se ele teve efeito. Confira o grupo antes de usar o comando de novo.
interrupted-nothing = { $who }, o Usher reiniciou durante o seu comando. Nada mudou. Use o comando de novo se ainda quiser.
