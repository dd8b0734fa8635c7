### What was done, for others to read: notices in the channel, the log channel and the journal.

deed-created = { $who } criou este grupo.
deed-created-with = { $who } criou este grupo com { $people }.
deed-renamed = { $who } renomeou **{ $before }** para **{ $after }**
deed-described = { $who } mudou a descrição.
deed-picture = { $who } mudou a imagem.
deed-left = { $who } fez a conta sair deste grupo.
deed-deleted = { $who } excluiu este grupo.
deed-joined = { $who } fez a conta entrar neste grupo.
deed-added = { $who } adicionou { $people }.
deed-removed = { $who } removeu { $people }.
deed-promoted = { $who } promoveu { $people } a admin.
deed-demoted = { $who } removeu { $people } como admin.
deed-invite-revoked = { $who } redefiniu o link de convite; o antigo não funciona mais.
deed-invite-shown = { $who } viu o link de convite.
deed-journal-exported = { $who } exportou { $rows ->
    [one] { $rows } caso
   *[other] { $rows } casos
} do registro em um arquivo.
deed-granted = { $who } deu permissões a { $grant }.
deed-rights-revoked = { $who } retirou permissões de { $grant }.
deed-log-channel = { $who } definiu { $channel } como canal de logs.
deed-log-channel-gone = { $who } removeu o canal de logs.
deed-approvals-channel = { $who } definiu { $channel } como canal de aprovações.
deed-approvals-channel-gone = { $who } removeu o canal de aprovações.
deed-country = { $who } definiu { $country } como país dos números de telefone.
deed-country-gone = { $who } removeu o país dos números de telefone.
deed-invitation = { $who } definiu o texto dos convites.
deed-invitation-gone = { $who } removeu o texto próprio dos convites.
deed-approved = { $by } aprovou.
who-owner = O dono do bot
who-erased = Uma pessoa cujos dados foram apagados

## Cases of the journal

case-nothing = { $who } usou { $operation }, e nada mudou.
case-used = { $who } usou { $operation }.
case-used-result = { $who } usou { $operation }: { $result }.
case-used-for = { $who } usou { $operation } para { $count ->
    [one] { $count } pessoa
   *[other] { $count } pessoas
}: { $result }.
case-refused = { $who } não teve permissão para { $operation }, que exige { $capability }.
case-refused-more = E mais { $count ->
    [one] { $count } recusa
   *[other] { $count } recusas
} da mesma pessoa nesse minuto, sem registro próprio.
more-refusals = { $who } foi recusado mais { $count ->
    [one] { $count } vez
   *[other] { $count } vezes
} no último minuto. O registro de auditoria tem as primeiras.
case-denied = { $who } solicitou { $operation }, e { $by } negou.
case-denied-why = { $who } solicitou { $operation }, e { $by } negou: { $reason }
case-taken-back = { $who } solicitou { $operation } e retirou a solicitação.
case-expired = { $who } solicitou { $operation }, e ninguém decidiu a tempo.
case-failed = { $who } tentou { $operation }; falhou ({ $cause }) e nada mudou.
case-unknown = { $who } usou { $operation }; **não está confirmado que foi feito** ({ $cause }).
result-open = em aberto
result-done = feito
result-failed = falhou
result-refused = recusado
result-unknown = não confirmado

cases = Casos
cases-none = Não há nenhum caso assim que você possa ver.
cases-none-near = Nada entre os { $count } casos verificados aqui. Os botões continuam a busca.
cases-footer = /wa-audit show mostra tudo sobre um caso.
# A case in a list
case-line-in = { $operation } em **{ $group }**: { $result }
case-line = { $operation }: { $result }

field-when = Quando
field-result = Resultado
field-operation = Operação
field-channel = Canal
field-tries = Tentativas
field-group = Grupo
field-people = Pessoas

journal = Registro
journal-exported = { $rows ->
    [one] { $rows } caso
   *[other] { $rows } casos
}, em um arquivo para planilha. Ele contém coisas que os participantes talvez não queiram que outros vejam.
journal-cut = { $missing ->
    [one] { $missing } caso mais antigo não coube.
   *[other] { $missing } casos mais antigos não couberam.
} Veja o resto com `/wa-audit recent`. Para ter todos os casos em um arquivo, exporte com mais frequência, com `days`.

## After an interruption

interrupted = Depois de uma interrupção
interrupted-done = O que você pediu foi concluído com atraso: { $deed }
interrupted-unknown = { $who }, o que você pediu foi interrompido, e não está confirmado que foi feito. Veja o grupo antes de repetir o comando.
interrupted-nothing = { $who }, o que você pediu foi interrompido. Nada foi alterado. Use o comando de novo se ainda quiser.
