### People by file, pictures, QR codes, pages, and what is attached to an answer.

## People by file

bad-file = The file cannot be used
file-too-large = A file has at most { $max } MiB. Nothing was sent.
file-too-many = A list has at most { $max } people. Nothing was sent.
file-too-many-cells = A file has at most { $rows } rows, { $columns } columns and { $cells } cells. Nothing changed.
file-too-slow = Reading this file took too long, so Usher stopped. Attach a smaller file. Nothing changed.
file-not-downloaded = Discord did not give Usher the file. Attach it again. Nothing was sent.
# In a list of bad entries of a file
file-line = Line { $line }
# Titles of the columns of an attached table
column-line = line
column-phone = phone number
column-name = name
column-reason = reason
column-link = link
column-how = how it was read
column-country = country
column-result = result

## Longer work

# Followed by a bar
working-people = { $done } of { $all ->
    [one] { $all } person
   *[other] { $all } people
}
working-left = { $left } left
working-speed = { $speed } a minute
button-stop = Stop
stopping = It stops once the request that is under way is answered. Who is in the group by then stays in it.
stop-gone = This job is over, or there is none with this number here. Nothing was stopped.
stopped-by = { $who } stopped this before all of it was done. The same command does the rest.
stopped-not-allowed = Usher stopped this before all of it was done: the person who asked for it may not do this here any more.
stopped-not-a-member = Usher stopped this before all of it was done: the person who asked for it has left this server.
stopped-no-server = Usher stopped this before all of it was done: Usher is not in this server any more.
stopped-unknown = Usher stopped this before all of it was done: for 10 minutes it could not read whether the person who asked for it may still do this.
report-attached = The attached file says it person by person.
not-added-attached = `{ $file }` lists those who were not added. It can be attached to `/wa-group members add` as it is.

## Those who must be invited

button-invitation = Message to send
invitation-copy = Copy this, and send it to those who must be invited:
invitation-links = Or press a number: WhatsApp opens with the message to that person.
invitation-more = The attached file has the links of all { $count } people.
invitation-without-number = { $count ->
    [one] { $count } person is known by an id only: there is no link for them.
   *[other] { $count } people are known by an id only: there is no link for them.
}
# What is sent to people in WhatsApp. No bold here.
invitation = Hello! You are invited to our WhatsApp group “{ $group }” by this link: { $link }

## Pictures

bad-picture = The picture cannot be used
picture-too-large = A picture has at most { $max } MiB. Nothing was sent.
picture-too-many-pixels = A picture has at most { $max } megapixels. This one is { $width } × { $height }. Nothing was sent.
picture-unreadable = This is no PNG, JPEG, WebP or GIF that Usher can read. Nothing was sent.
picture-cut-off = This picture is cut off: the file ends before the picture does. Save or download it again, then attach the whole file. Nothing changed.
picture-too-slow = Reading this picture took too long, so Usher stopped. Attach a smaller picture. Nothing changed.
picture-either = Give either `image` or `url`, and not both. Nothing was sent.
created-no-picture = Its picture could not be set; `/wa-group picture` tries again.
# Read out to those who cannot see it
picture-alt = The group's new picture
qr-alt = QR code of the invite link
qr-hint = A phone's camera reads the code below.

## Pages

button-first = First
button-previous = Previous
button-next = Next
button-last = Last
page = Page { $page } of { $pages }
pages-old = Too old
pages-old-text = These buttons were good for five minutes. Use the command again.

## Descriptions

# Title of a window; at most 45 characters
describe-title = Describe the group
# At most 45 characters
describe-field = Description
describe-ready = Usher has fetched the present description. Press the button to change it.
button-edit = Edit…
field-your-text = What you wrote

## Invites in messages, members as a file

no-invite = No invite link
no-invite-text = There is no WhatsApp invite link in this message.
# Below the preview of the first of them
several-invites = This message has { $count } different invite links. This is the first one: { $link }
button-join = Join
members-exported = { $count ->
    [one] { $count } member
   *[other] { $count } members
}, as a file for a spreadsheet. It holds phone numbers: give it to nobody who may not see them.
deed-members-exported = { $who } took the members out as a file.
wish-members-export = take this group's members out as a file
wish-picture-file = give this group a new picture
wish-with-picture = { $wish }, with a picture
