### Lists of more people than an account may add in a day.

rest-follows = { $count ->
    [one] O Usher adiciona a outra pessoa sozinho a partir de { $time }.
   *[other] O Usher adiciona as outras { $count } pessoas sozinho a partir de { $time }, a cada dia tantas quantas o limite diário permitir.
}
standing-follows = Ainda sem tentativa; o Usher adiciona mais tarde
button-stop-rest = Não adicionar o resto
stopped-overdue = O Usher não chegou a começar: durante 24 horas depois da hora prevista algo o impediu.
rest-cancelled = O resto da lista não será adicionado. Quem foi adicionado continua no grupo.

rest-title = O resto de uma lista
rest-counts = Adicionadas: { $added }. Não adicionadas: { $others }. Ainda faltam: { $waiting }.
rest-unconfirmed = Sem confirmação: { $count }. Confira o grupo.
rest-details = Detalhes: `/wa-audit show` com o número abaixo.
rest-nobody = { $who }, mais ninguém da sua lista foi adicionado.
rest-unknown = { $who }, não está confirmado se o resto da sua lista foi adicionado. Confira o grupo.
rest-failed = { $who }, o resto da sua lista não foi adicionado.

wish-add-first = adicionar { $people } a este grupo: só as primeiras { $most }
wish-add-rest = adicionar { $people } a este grupo: agora as primeiras { $most }, as outras nos dias seguintes
wish-add-daily = adicionar { $people } a este grupo, a cada dia tantas quantas o limite diário permitir
