### Lists of people: how they were read, and what is asked before anyone in them is added, removed or changed.

list-found = { $count ->
    [0] O Usher não encontrou ninguém nesta lista.
    [one] O Usher encontrou **{ $count } pessoa** nesta lista.
   *[other] O Usher encontrou **{ $count } pessoas** nesta lista.
} Nada acontece até você clicar em um botão.
list-exact = { $count ->
    [one] { $count } número tem código do país.
   *[other] { $count } números têm código do país.
}
list-ids = { $count ->
    [one] { $count } entrada é um ID do WhatsApp.
   *[other] { $count } entradas são IDs do WhatsApp.
}
# $country is such as “BR (+55)”
list-national = { $count ->
    [one] O Usher leu { $count } número sem código do país como número de { $country }.
   *[other] O Usher leu { $count } números sem código do país como números de { $country }.
}
list-doubles = { $count ->
    [one] { $count } entrada repete uma pessoa e fica de fora.
   *[other] { $count } entradas repetem uma pessoa e ficam de fora.
}
list-columns = Os números vêm de { $all }
list-column-titled = coluna { $column } **{ $title }**
list-column = coluna { $column }
list-other-numbers = { $count ->
    [one] { $count } outro número das mesmas pessoas não é usado.
   *[other] { $count } outros números das mesmas pessoas não são usados.
}
list-already = { $count ->
    [one] { $count } delas já está no grupo.
   *[other] { $count } delas já estão no grupo.
}
list-room = O grupo tem { $members } participantes (limite de 1.024).
list-too-full = O grupo tem { $members } participantes (limite de 1.024), então nem todas essas pessoas cabem.
list-may-add = { $left ->
    [one] Limite diário: esta conta do WhatsApp pode adicionar mais { $left } pessoa agora.
   *[other] Limite diário: esta conta do WhatsApp pode adicionar mais { $left } pessoas agora.
}
list-may-not-add = { $left ->
    [0] Limite diário: esta conta do WhatsApp não pode adicionar ninguém agora, então o Usher se recusaria a adicionar estas pessoas.
    [one] Limite diário: esta conta do WhatsApp só pode adicionar mais { $left } pessoa agora, então o Usher se recusaria a adicionar todas estas.
   *[other] Limite diário: esta conta do WhatsApp só pode adicionar mais { $left } pessoas agora, então o Usher se recusaria a adicionar todas estas.
}
list-takes = Adicionar estas pessoas leva cerca de { $minutes } minutos, porque o Usher vai mais devagar perto do limite diário.
list-first = As outras podem seguir sozinhas: o Usher as adiciona a partir de amanhã, a cada dia tantas quantas o limite diário permitir.
list-check = Confira estes números
list-unclear = { $count ->
    [one] Não entendida: { $count } entrada
   *[other] Não entendidas: { $count } entradas
}
list-file = O arquivo anexo tem todas as entradas.
# A footer
list-by-country = Números sem código do país: { $country }

## Where an entry stands

list-row = Linha { $row }
list-sheet-row = { $sheet } · linha { $row }
list-entry = Entrada { $entry }
# $place is one of these, or “Line 3”
list-in-file = { $place } do arquivo

## Buttons; at most 80 characters

button-add-all = { $count ->
    [one] Adicionar { $count } pessoa
   *[other] Adicionar { $count } pessoas
}
button-add-sure = { $count ->
    [one] Adicionar só { $count } sem dúvida
   *[other] Adicionar só as { $count } sem dúvida
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
    [one] Remover { $count } pessoa como admin
   *[other] Remover { $count } pessoas como admins
}
button-create-all = { $count ->
    [one] Criar com { $count } pessoa
   *[other] Criar com { $count } pessoas
}
button-go-on-sure = { $count ->
    [one] Continuar só com { $count } sem dúvida
   *[other] Continuar só com as { $count } sem dúvida
}
list-button-country = Mudar o país

## Windows

# Title of a window; at most 45 characters
people-title = Adicionar pessoas
# At most 45 characters
people-field = Números de telefone, do jeito que você tem
# At most 100 characters
people-example = Ana +55 11 97777-0001, Ben +49 1512 3456789
# Title of a window; at most 45 characters
list-country-title = País destes números
# At most 45 characters
list-country-field = País: letras, código ou nome
# At most 100 characters
list-country-example = Por exemplo, BR, +55 ou Brasil

## People of a message

list-which-group = A qual grupo você quer adicionar estas pessoas? Escolha um e depois confira como o Usher leu os números.
menu-group = Escolha um grupo
menu-open-group = Abrir um grupo
list-no-groups = Você não pode adicionar pessoas a nenhum grupo aqui, ou o Usher não conseguiu ler os grupos. Nada mudou.
# Below the menu, if there are more groups than a menu holds
list-more-groups = Este menu tem só { $count } grupos. Para outro grupo, copie o texto e use `/wa-group members add`.

## How a number was read. Each follows a number and a dot.

how-exact = com código do país
how-id = um ID do WhatsApp
how-national = lido como número de { $country }
how-double = repete uma entrada anterior
guess-plus-missing = falta o + na frente; lido como número de { $country }
guess-two-countries = também pode ser { $other }
guess-trunk-zero-missing = lido como número de { $country }, embora falte o 0 na frente
guess-trunk-prefix = sem um dígito que só se disca dentro de { $country }
guess-unassigned = parece um número de { $country }, mas números assim talvez não estejam em uso
guess-country-not-understood = o Usher não conhece o país indicado na lista; lido como número de { $country }

## Why an entry was not understood. Each follows the entry and a dot.

unclear-no-number = nenhum número de telefone
unclear-too-short = curto demais para o país
unclear-too-long = longo demais para o país
unclear-unknown-country-code = nenhum país tem este código
unclear-no-such-number = o país não tem números assim
unclear-country-missing = falta o código do país; escreva como +55 11 99999-9999
unclear-area-code-missing = falta o código de área (DDD)
unclear-two-endings = dois finais; escreva os dois números por inteiro
unclear-ambiguous = um número ou vários; separe com vírgulas
unclear-letters = letras no número
unclear-extension = tem um ramal, que o WhatsApp não consegue usar
unclear-date = uma data ou um horário
unclear-amount = um valor ou um número decimal
unclear-scientific = arredondado por uma planilha; formate a coluna como texto
unclear-id-number = um número fiscal ou outro documento
unclear-postal-code = um código postal (CEP)
unclear-fax = um número de fax
unclear-masked = alguns dígitos estão ocultos
unclear-discord-mention = um usuário do Discord; o Usher não sabe o número dele
unclear-group-id = o ID de um grupo
unclear-other-id = o ID de outra coisa
unclear-link-without-number = um link sem número

## Lists that cannot be used

bad-list = Não dá para usar esta lista
list-nobody-found = Ninguém encontrado
file-unknown-format = O Usher não consegue ler este tipo de arquivo. Nada mudou. Use texto, CSV, contatos (.vcf), JSON ou uma planilha (.xlsx, .ods).
file-unsupported-spreadsheet = Esta planilha é protegida ou de um tipo antigo. Nada mudou. Salve como .xlsx ou CSV, sem senha.
file-damaged = Este arquivo está danificado. Nada mudou. Salve ou baixe o arquivo de novo e depois anexe.
