### Sets of groups, and lists of groups in one option.

set-saved = Conjunto salvo
set-replaced = Conjunto substituído
# The names of the groups follow below
set-saved-text = { $name } agora tem { $count ->
    [one] { $count } grupo:
   *[other] { $count } grupos:
}
# Below the groups of a set that was saved from other sets
set-left-out = Deixados de fora, porque nenhuma conta de WhatsApp deste servidor está mais neles: { $count ->
    [one] { $count } grupo
   *[other] { $count } grupos
}
set-footer = Um conjunto não dá permissões a ninguém.
set-deleted = Conjunto apagado
set-deleted-text = Ninguém pode mais usar o conjunto { $name } e os grupos em si não mudaram.
sets = Conjuntos de grupos
sets-none = Nenhum conjunto para mostrar aqui. Salve um com `/wa-set save`.
sets-file = O arquivo anexo tem todos os grupos destes conjuntos.
# Titles of the columns of a file
column-set = conjunto
column-group = grupo
column-group-id = id do grupo

bad-set-name = Este nome não serve para um conjunto
bad-set-name-text = O nome de um conjunto tem no máximo { $max } caracteres, não tem vírgula e não é o id de um grupo. Nada mudou.
no-such-set = Conjunto não encontrado
no-such-set-text = O Usher não encontrou nenhum conjunto { $name } que você possa apagar. Nada mudou.
# A list follows
sets-to-choose = Conjuntos que você pode escolher:
set-outside-scope = Você não pode gerenciar todos os grupos deste conjunto
set-outside-scope-text = O conjunto { $name } tem grupos que você não pode gerenciar, por isso você não pode substituí-lo nem apagá-lo. Nada mudou. Escolha outro nome ou peça a alguém que possa gerenciar permissões em todos os grupos dele.
set-too-large = Grupos demais para um conjunto
set-too-large-text = Um conjunto pode ter no máximo { $max } grupos. Este teria { $given }. Nada mudou.
too-many-sets = Não há espaço para outro conjunto
too-many-sets-text = Este servidor tem { $max } conjuntos, que é o limite. Nada mudou. Apague um com `/wa-set delete`, ou substitua um usando o nome dele.
set-changed = Outra pessoa mudou este conjunto
set-changed-text = O conjunto mudou no mesmo instante, por isso o Usher o deixou como está agora. Veja `/wa-set list` e use o comando de novo.

## Lists of groups

bad-group-list = Alguns destes grupos não estão claros
# These follow an entry of the list. Names and ids of groups follow
group-unknown = Aqui você não pode usar nenhum grupo nem conjunto com este nome
group-unknown-like = Aqui você não pode usar nenhum grupo nem conjunto com este nome. Nomes parecidos: { $groups }
group-ambiguous = Vários grupos têm este nome. Escreva o id de um deles: { $ids }
# $set: the name of the set, as it must be written
group-or-set = Um conjunto tem o mesmo nome. Escreva { $set } para o conjunto, ou o id de um grupo: { $ids }
set-empty = Este conjunto não tem nenhum grupo que você possa usar aqui
no-groups-named = Nenhum grupo informado
no-groups-named-text = Escreva pelo menos um grupo ou conjunto na opção `groups`. Nada mudou.
# A choice while a person types; at most 100 characters
choices-too-long = Longo demais para mais sugestões. Digite o resto ou use um conjunto de grupos.
# The last one of the choices while a person types
choices-more-in-list = Digite para ver mais { $more }

## The audit log, and what the commands are for

deed-set-saved = { $who } salvou o conjunto { $name } com { $count ->
    [one] { $count } grupo
   *[other] { $count } grupos
}.
deed-set-replaced = { $who } substituiu o conjunto { $name } por um novo de { $count ->
    [one] { $count } grupo
   *[other] { $count } grupos
}.
deed-set-deleted = { $who } apagou o conjunto { $name }
action-sets = gerenciar conjuntos de grupos
action-sets-list = ver conjuntos de grupos
