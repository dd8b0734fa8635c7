### Lists of people: how they were read, and what is asked before somebody of them is added, removed or changed.

list-found = { $count ->
    [0] Nobody was found in this list.
    [one] **{ $count } person** was found in this list.
   *[other] **{ $count } people** were found in this list.
} Nothing is done before you press a button.
list-exact = { $count ->
    [one] { $count } number has its country code.
   *[other] { $count } numbers have their country code.
}
list-ids = { $count ->
    [one] { $count } entry is an id of WhatsApp.
   *[other] { $count } entries are ids of WhatsApp.
}
# $country is such as “BR (+55)”
list-national = { $count ->
    [one] { $count } number without a country code was read as a number of { $country }.
   *[other] { $count } numbers without a country code were read as numbers of { $country }.
}
list-doubles = { $count ->
    [one] { $count } entry names somebody a second time, and is left out.
   *[other] { $count } entries name somebody a second time, and are left out.
}
list-columns = The numbers are from: { $columns }.
list-column-titled = “{ $title }” (column { $column })
list-column = column { $column }
list-other-numbers = { $count ->
    [one] { $count } further number of the same people is not used.
   *[other] { $count } further numbers of the same people are not used.
}
list-already = { $count ->
    [one] { $count } of them is in the group already.
   *[other] { $count } of them are in the group already.
}
list-room = The group has { $members } of at most 1,024 members.
list-too-full = The group has { $members } of at most 1,024 members: not all of these fit.
list-may-add = { $left ->
    [one] This account may add { $left } more person in these 24 hours.
   *[other] This account may add { $left } more people in these 24 hours.
}
list-may-not-add = { $left ->
    [0] This account may add nobody more in these 24 hours, so all of these would be refused now.
    [one] This account may add only { $left } more person in these 24 hours, so all of these together would be refused now.
   *[other] This account may add only { $left } more people in these 24 hours, so all of these together would be refused now.
}
list-takes = Adding them takes about { $minutes } minutes: little is left of what this account may add in a day, so Usher adds slowly.
list-first = The others can follow by themselves: Usher adds them from tomorrow on, as many each day as the daily limit allows.
list-check = Check these numbers
list-unclear = { $count ->
    [one] Not understood: { $count } entry
   *[other] Not understood: { $count } entries
}
list-file = The attached file lists the entries.
list-minutes = Good for 10 minutes.
list-minutes-country = Good for 10 minutes. Numbers without a country code: { $country }.

## Where an entry stands

list-row = Row { $row }
list-sheet-row = { $sheet }, row { $row }
list-entry = Entry { $entry }
# $place is one of these, or “Line 3”
list-in-file = { $place } of the file

## Buttons; at most 80 characters

button-add-all = { $count ->
    [one] Add { $count } person
   *[other] Add { $count } people
}
button-add-sure = { $count ->
    [one] Add only the { $count } sure one
   *[other] Add only the { $count } sure ones
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
    [one] Take the admin role from { $count } person
   *[other] Take the admin role from { $count } people
}
button-create-all = { $count ->
    [one] Create with { $count } person
   *[other] Create with { $count } people
}
button-go-on-sure = { $count ->
    [one] Go on with only the { $count } sure one
   *[other] Go on with only the { $count } sure ones
}
list-button-country = Change country

## Windows

# Title of a window; at most 45 characters
people-title = Add people
# At most 45 characters
people-field = Phone numbers, as you have them
# At most 100 characters
people-example = Ana +55 11 97777-0001
# Title of a window; at most 45 characters
list-country-title = Country of these numbers
# At most 45 characters
list-country-field = Its two letters, calling code or name
# At most 100 characters
list-country-example = BR, +55 or Brazil

## People of a message

list-which-group = To which group are the people of this message to be added? Choose it, then see how the numbers were read.
menu-group = Choose the group
list-no-groups = There is no group to which you may add people, or the groups cannot be read now. Nothing was changed.
# Below the menu, if there are more groups than a menu holds
list-more-groups = This menu has { $count } groups. For another one, copy the text and use `/wa-group members add`.

## How a number was read. Each follows a number and a dash.

how-exact = with its country code
how-id = an id of WhatsApp
how-national = read as a number of { $country }
how-double = named before
guess-plus-missing = has no + in front, and was read as a number of { $country }
guess-two-countries = can also be { $other }
guess-trunk-zero-missing = read as a number of { $country }, where people write a 0 in front of it
guess-trunk-prefix = a digit that is dialled only inside { $country } was left out
guess-unassigned = has the form of a number of { $country }, but such numbers are not known to be in use
guess-country-not-understood = the list gives a country that Usher does not know, so it was read as a number of { $country }

## Why an entry was not understood. Each follows the entry and a colon.

unclear-no-number = no phone number
unclear-too-short = too short for a number of its country
unclear-too-long = too long for a number of its country
unclear-unknown-country-code = no country has this code
unclear-no-such-number = its country has no such number
unclear-country-missing = no country code
unclear-area-code-missing = no area code
unclear-two-endings = a number with two endings; write both in full
unclear-ambiguous = one number or several; put commas between them
unclear-letters = letters in the number
unclear-extension = an extension; WhatsApp has none
unclear-date = a date or time
unclear-amount = an amount or a decimal number
unclear-scientific = rounded by a spreadsheet; format the column as text
unclear-id-number = a tax number or another id
unclear-postal-code = a postal code
unclear-fax = a fax number
unclear-masked = some digits are hidden
unclear-discord-mention = a mention of a Discord user, whose phone number Usher does not know
unclear-group-id = the id of a group
unclear-other-id = an id of something else
unclear-link-without-number = a link without a number

## Lists that cannot be used

bad-list = The list cannot be used
list-nobody-found = Nobody found
file-unknown-format = This is no list that Usher can read. It reads text, CSV, contacts (.vcf), JSON, and spreadsheets (.xlsx, .ods). Nothing was sent.
file-unsupported-spreadsheet = This spreadsheet is of an old or protected kind. Save it as .xlsx or CSV without a password. Nothing was sent.
file-damaged = This file is damaged. Save or download it again, then attach it. Nothing was sent.
