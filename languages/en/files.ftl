### People by file, pictures, QR codes, pages, and what is attached to an answer.

## People by file

bad-file = Can't read this file
file-too-large = This file is too large (limit { $max } MB). Nothing changed.
file-too-many = This list is too long (limit { $max } people). Nothing changed.
file-too-many-cells = This file is too large (limit { $rows } rows, { $columns } columns and { $cells } cells). Nothing changed.
file-too-slow = Reading this file took too long, so Usher stopped. Nothing changed. Attach a smaller file.
file-not-downloaded = Usher could not download the file. Nothing changed. Attach it again.
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
working-left = about { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
} left
working-left-little = less than a minute left
button-stop = Stop
# Titles of the answers to the button
stopping-title = Stopping
stop-gone-title = Nothing to stop
stopping = Usher stops after the current step. What is already done stays done.
stop-gone = This job already finished, or this server has no job with this number.
stopped-by = { $who } stopped this before it was finished. Run the same command again to do the rest.
stopped-not-allowed = Usher stopped before this was finished: the person who started it no longer has permission here.
stopped-not-a-member = Usher stopped before this was finished: the person who started it has left this server.
stopped-no-server = Usher stopped before this was finished: Usher is not in this server any more.
stopped-unknown = Usher stopped before this was finished: for 10 minutes it could not check whether the person who started it still has permission.
stopped-account-lost = Usher stopped before this was finished: the WhatsApp account is not connected any more. `/wa-session list` shows why. Run the same command again when it is connected.
report-attached = Full results are in the attached file.
not-added-attached = `{ $file }` lists the people who were not added. You can attach it to `/wa-group members add` as it is.

## Those who must be invited

button-invitation = Get invite message
invitation-copy = Copy this and send it to them on WhatsApp:
invitation-links = Or select a number: WhatsApp opens with the message to that person.
invitation-more = The attached file has the links for all { $count } people.
invitation-without-number = { $count ->
    [one] { $count } person has no visible phone number, so there is no link for them.
   *[other] { $count } people have no visible phone number, so there is no link for them.
}
# What is sent to people in WhatsApp. No bold here.
invitation = Hi! Join our WhatsApp group { $group } with this link: { $link }

## Pictures

bad-picture = Can't use this picture
picture-too-large = This picture is too large (limit { $max } MB). Nothing changed.
picture-too-many-pixels = This picture is too large: { $width } × { $height } pixels. Nothing changed. Use one of at most { $max } megapixels.
picture-unreadable = Usher can't read this picture. Nothing changed. Use PNG, JPEG, WebP or GIF.
picture-cut-off = This picture is incomplete: the file ends too early. Nothing changed. Save or download it again, then attach the whole file.
picture-too-slow = Reading this picture took too long, so Usher stopped. Nothing changed. Attach a smaller picture.
picture-either = Use `image` or `url`, not both. Nothing changed.
created-no-picture = The picture was not set. Try `/wa-group picture`.
# Read out to those who cannot see it
picture-alt = The group's new picture
qr-alt = QR code of the invite link
qr-hint = Scan the QR code to join.

## Pages

button-first = First
button-previous = Previous
button-next = Next
button-last = Last
page = Page { $page } of { $pages }
pages-old = Buttons expired
pages-old-text = These buttons work for 15 minutes. Run the command again.

## Descriptions

# Title of a window; at most 45 characters with a name of 25
describe-title = Description of { $group }
# At most 45 characters
describe-field = Description
describe-ready = Ready. Press **Edit…** to change the description.
button-edit = Edit…
field-your-text = Your text

## Invites in messages, members as a file

no-invite = No invite link
no-invite-text = There is no WhatsApp invite link in this message.
# Below the preview of the first of them
several-invites = This message has { $count } different invite links. This is the first one: { $link }
button-join = Join
members-exported = { $count ->
    [one] { $count } member
   *[other] { $count } members
} exported. The file has phone numbers; share it only with people who may see them.
deed-members-exported = { $who } exported the member list.
wish-members-export = export this group's member list
wish-picture-file = change this group's picture
wish-with-picture = { $wish }, with a picture
