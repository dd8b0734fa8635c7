### Lists of people: how they were read, and what is asked before anyone in them is added, removed or changed.

list-found = { $count ->
    [0] Usher found nobody in this list.
    [one] Usher found **{ $count } person** in this list.
   *[other] Usher found **{ $count } people** in this list.
} Nothing happens until you press a button.
list-exact = { $count ->
    [one] { $count } number has a country code.
   *[other] { $count } numbers have a country code.
}
list-ids = { $count ->
    [one] { $count } entry is a WhatsApp ID.
   *[other] { $count } entries are WhatsApp IDs.
}
# $country is such as “BR (+55)”
list-national = { $count ->
    [one] Usher read { $count } number without a country code as a number of { $country }.
   *[other] Usher read { $count } numbers without a country code as numbers of { $country }.
}
list-doubles = { $count ->
    [one] { $count } entry repeats a person and is left out.
   *[other] { $count } entries repeat a person and are left out.
}
list-columns = The numbers are from { $all }
list-column-titled = column { $column } **{ $title }**
list-column = column { $column }
list-other-numbers = { $count ->
    [one] { $count } other number of the same people is not used.
   *[other] { $count } other numbers of the same people are not used.
}
list-already = { $count ->
    [one] { $count } of them is already in the group.
   *[other] { $count } of them are already in the group.
}
list-room = The group has { $members } members (limit 1,024).
list-too-full = The group has { $members } members (limit 1,024), so not all of these fit.
list-may-add = { $left ->
    [one] Daily limit: this WhatsApp account can add { $left } more person now.
   *[other] Daily limit: this WhatsApp account can add { $left } more people now.
}
list-may-not-add = { $left ->
    [0] Daily limit: this WhatsApp account can't add anyone now, so Usher would refuse to add these.
    [one] Daily limit: this WhatsApp account can add only { $left } more person now, so Usher would refuse to add all of these.
   *[other] Daily limit: this WhatsApp account can add only { $left } more people now, so Usher would refuse to add all of these.
}
list-takes = Adding them takes about { $minutes } minutes, because Usher slows down close to the daily limit.
list-first = The others can follow by themselves: Usher adds them from tomorrow on, as many each day as the daily limit allows.
list-check = Check these numbers
list-unclear = { $count ->
    [one] Not understood: { $count } entry
   *[other] Not understood: { $count } entries
}
list-file = The attached file has all entries.
# A footer
list-by-country = Numbers without a country code: { $country }

## Where an entry stands

list-row = Row { $row }
list-sheet-row = { $sheet } · row { $row }
list-entry = Entry { $entry }
# $place is one of these, or “Line 3”
list-in-file = { $place } of the file

## Buttons; at most 80 characters

button-add-all = { $count ->
    [one] Add { $count } person
   *[other] Add { $count } people
}
button-add-sure = { $count ->
    [one] Add only the { $count } certain one
   *[other] Add only the { $count } certain ones
}
button-add-first = Add only the first { $count }
button-add-rest = Add { $count } now, the rest tomorrow
button-remove-all = { $count ->
    [one] Remove { $count } person
   *[other] Remove { $count } people
}
button-promote-all = { $count ->
    [one] Make { $count } person an admin
   *[other] Make { $count } people admins
}
button-demote-all = { $count ->
    [one] Remove { $count } person as admin
   *[other] Remove { $count } people as admins
}
button-create-all = { $count ->
    [one] Create with { $count } person
   *[other] Create with { $count } people
}
button-go-on-sure = { $count ->
    [one] Continue with only the { $count } certain one
   *[other] Continue with only the { $count } certain ones
}
list-button-country = Change country

## Windows

# Title of a window; at most 45 characters
people-title = Add people
# At most 45 characters
people-field = Phone numbers, as you have them
# At most 100 characters
people-example = Ana +55 11 97777-0001, Ben +49 1512 3456789
# Title of a window; at most 45 characters
list-country-title = Country of these numbers
# At most 45 characters
list-country-field = Country: letters, calling code or name
# At most 100 characters
list-country-example = For example BR, +55 or Brazil

## People of a message

list-which-group = Which group do you want to add these people to? Choose one, then check how Usher read the numbers.
menu-group = Choose a group
menu-open-group = Open a group
list-no-groups = You can't add people to any group here, or Usher could not read the groups. Nothing changed.
# Below the menu, if there are more groups than a menu holds
list-more-groups = This menu has only { $count } groups. For another group, copy the text and use `/wa-group members add`.

## How a number was read. Each follows a number and a dot.

how-exact = with a country code
how-id = a WhatsApp ID
how-national = read as a number of { $country }
how-double = repeats an earlier entry
guess-plus-missing = the + in front is missing; read as a number of { $country }
guess-two-countries = could also be { $other }
guess-trunk-zero-missing = read as a number of { $country }, although the 0 in front is missing
guess-trunk-prefix = without a digit that is dialled only inside { $country }
guess-unassigned = looks like a number of { $country }, but such numbers may not be in use
guess-country-not-understood = Usher does not know the country in the list; read as a number of { $country }

## Why an entry was not understood. Each follows the entry and a dot.

unclear-no-number = no phone number
unclear-too-short = too short for its country
unclear-too-long = too long for its country
unclear-unknown-country-code = no country has this code
unclear-no-such-number = its country has no numbers like this
unclear-country-missing = country code missing; write it like +55 11 99999-9999
unclear-area-code-missing = area code missing
unclear-two-endings = two endings; write both numbers in full
unclear-ambiguous = one number or several; put commas between them
unclear-letters = letters in the number
unclear-extension = has an extension, which WhatsApp can't use
unclear-date = a date or time
unclear-amount = an amount or a decimal number
unclear-scientific = rounded by a spreadsheet; format the column as text
unclear-id-number = a tax number or another ID
unclear-postal-code = a postal code
unclear-fax = a fax number
unclear-masked = some digits are hidden
unclear-discord-mention = a Discord user; Usher does not know their phone number
unclear-group-id = the ID of a group
unclear-other-id = the ID of something else
unclear-link-without-number = a link without a number

## Lists that cannot be used

bad-list = Can't use this list
list-nobody-found = Nobody found
file-unknown-format = Usher can't read this kind of file. Nothing changed. Use text, CSV, contacts (.vcf), JSON or a spreadsheet (.xlsx, .ods).
file-unsupported-spreadsheet = This spreadsheet is protected or of an old kind. Nothing changed. Save it as .xlsx or CSV without a password.
file-damaged = This file is damaged. Nothing changed. Save or download it again, then attach it.
