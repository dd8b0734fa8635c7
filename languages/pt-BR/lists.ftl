### Lists of people: how they were read, and what is asked before somebody of them is added, removed or changed.

list-found = { $count ->
    [0] Ninguém foi encontrado nesta lista.
    [one] **{ $count } pessoa** foi encontrada nesta lista.
   *[other] **{ $count } pessoas** foram encontradas nesta lista.
} Nada é feito antes de você pressionar um botão.
list-exact = { $count ->
    [one] { $count } número tem o código do país.
   *[other] { $count } números têm o código do país.
}
list-ids = { $count ->
    [one] { $count } entrada é um id do WhatsApp.
   *[other] { $count } entradas são ids do WhatsApp.
}
# $country is such as “BR (+55)”
list-national = { $count ->
    [one] { $count } número sem código do país foi lido como número de { $country }.
   *[other] { $count } números sem código do país foram lidos como números de { $country }.
}
list-doubles = { $count ->
    [one] { $count } entrada cita alguém pela segunda vez e fica de fora.
   *[other] { $count } entradas citam alguém pela segunda vez e ficam de fora.
}
list-columns = Os números vêm de: { $columns }.
list-column-titled = “{ $title }” (coluna { $column })
list-column = coluna { $column }
list-other-numbers = { $count ->
    [one] { $count } outro número das mesmas pessoas não é usado.
   *[other] { $count } outros números das mesmas pessoas não são usados.
}
list-already = { $count ->
    [one] { $count } delas já está no grupo.
   *[other] { $count } delas já estão no grupo.
}
list-room = O grupo tem { $members } de no máximo 1.024 participantes.
list-too-full = O grupo tem { $members } de no máximo 1.024 participantes: nem todas essas pessoas cabem.
list-may-add = { $left ->
    [one] Esta conta pode adicionar mais { $left } pessoa nestas 24 horas.
   *[other] Esta conta pode adicionar mais { $left } pessoas nestas 24 horas.
}
list-may-not-add = { $left ->
    [0] Esta conta não pode adicionar mais ninguém nestas 24 horas, então todas essas pessoas seriam recusadas agora.
    [one] Esta conta só pode adicionar mais { $left } pessoa nestas 24 horas, então todas essas pessoas juntas seriam recusadas agora.
   *[other] Esta conta só pode adicionar mais { $left } pessoas nestas 24 horas, então todas essas pessoas juntas seriam recusadas agora.
}
list-takes = Adicioná-las leva cerca de { $minutes } minutos: resta pouco do que esta conta pode adicionar em um dia, então o Usher vai devagar.
list-first = As outras podem seguir sozinhas: o Usher as adiciona a partir de amanhã, a cada dia tantas quantas o limite diário permitir.
list-check = Confira estes números
list-unclear = { $count ->
    [one] Não entendida: { $count } entrada
   *[other] Não entendidas: { $count } entradas
}
list-file = O arquivo anexo mostra entrada por entrada.
list-minutes = Vale por 10 minutos.
list-minutes-country = Vale por 10 minutos. Números sem código do país: { $country }.

## Where an entry stands

list-row = Linha { $row }
list-sheet-row = { $sheet }, linha { $row }
list-entry = Entrada { $entry }
# $place is one of these, or “Line 3”
list-in-file = { $place } do arquivo

## Buttons; at most 80 characters

button-add-all = { $count ->
    [one] Adicionar { $count } pessoa
   *[other] Adicionar { $count } pessoas
}
button-add-sure = { $count ->
    [one] Adicionar só { $count } número sem dúvida
   *[other] Adicionar só os { $count } números sem dúvida
}
button-add-first = Adicionar só as primeiras { $count }
button-add-rest = Adicionar { $count } agora e o resto amanhã
button-remove-all = { $count ->
    [one] Remover { $count } pessoa
   *[other] Remover { $count } pessoas
}
button-promote-all = { $count ->
    [one] Tornar { $count } pessoa admin
   *[other] Tornar { $count } pessoas admins
}
button-demote-all = { $count ->
    [one] Tirar a função de admin de { $count } pessoa
   *[other] Tirar a função de admin de { $count } pessoas
}
button-create-all = { $count ->
    [one] Criar com { $count } pessoa
   *[other] Criar com { $count } pessoas
}
button-go-on-sure = { $count ->
    [one] Continuar só com { $count } número sem dúvida
   *[other] Continuar só com os { $count } números sem dúvida
}
list-button-country = Mudar o país

## Windows

# Title of a window; at most 45 characters
people-title = Adicionar pessoas
# At most 45 characters
people-field = Telefones, do jeito que você tem
# At most 100 characters
people-example = Ana +55 11 97777-0001
# Title of a window; at most 45 characters
list-country-title = País destes números
# At most 45 characters
list-country-field = Duas letras, código do país ou nome
# At most 100 characters
list-country-example = BR, +55 ou Brasil

## People of a message

list-which-group = A qual grupo as pessoas desta mensagem devem ser adicionadas? Escolha o grupo e depois veja como os números foram lidos.
menu-group = Escolher o grupo
list-no-groups = Não há nenhum grupo a que você possa adicionar pessoas, ou não dá para ler os grupos agora. Nada foi alterado.
# Below the menu, if there are more groups than a menu holds
list-more-groups = Este menu tem { $count } grupos. Para outro, copie o texto e use `/wa-group members add`.

## How a number was read. Each follows a number and a dash.

how-exact = com o código do país
how-id = um id do WhatsApp
how-national = lido como número de { $country }
how-double = já citado antes
guess-plus-missing = não tem + na frente e foi lido como número de { $country }
guess-two-countries = também pode ser { $other }
guess-trunk-zero-missing = lido como número de { $country }, onde se escreve um 0 na frente
guess-trunk-prefix = um dígito que só se disca dentro de { $country } ficou de fora
guess-unassigned = tem a forma de um número de { $country }, mas não se sabe de números assim em uso
guess-country-not-understood = a lista traz um país que o Usher não conhece, então foi lido como número de { $country }

## Why an entry was not understood. Each follows the entry and a colon.

unclear-no-number = sem número de telefone
unclear-too-short = curto demais para um número do país
unclear-too-long = longo demais para um número do país
unclear-unknown-country-code = nenhum país tem este código
unclear-no-such-number = o país não tem nenhum número assim
unclear-country-missing = sem código do país
unclear-area-code-missing = sem código de área (DDD)
unclear-two-endings = um número com dois finais; escreva os dois por inteiro
unclear-ambiguous = um número ou vários; separe-os com vírgulas
unclear-letters = letras no número
unclear-extension = um ramal; o WhatsApp não tem ramais
unclear-date = uma data ou um horário
unclear-amount = um valor ou um número decimal
unclear-scientific = arredondado por uma planilha; formate a coluna como texto
unclear-id-number = um número fiscal ou outro documento
unclear-postal-code = um código postal
unclear-fax = um número de fax
unclear-masked = alguns dígitos estão ocultos
unclear-discord-mention = uma menção a um usuário do Discord, cujo telefone o Usher não conhece
unclear-group-id = o id de um grupo
unclear-other-id = o id de outra coisa
unclear-link-without-number = um link sem número

## Lists that cannot be used

bad-list = A lista não pode ser usada
list-nobody-found = Ninguém encontrado
file-unknown-format = Esta não é uma lista que o Usher consiga ler. Ele lê texto, CSV, contatos (.vcf), JSON e planilhas (.xlsx, .ods). Nada foi enviado.
file-unsupported-spreadsheet = Esta planilha é de um tipo antigo ou protegido. Salve como .xlsx ou CSV sem senha. Nada foi enviado.
file-damaged = Este arquivo está danificado. Salve ou baixe o arquivo de novo e depois anexe. Nada foi enviado.
