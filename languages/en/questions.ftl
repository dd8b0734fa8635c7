### Questions before something that cannot be taken back, and longer work.

ask-leave = Leave this group? The account can come back by an invite link only, and can no longer manage the group.
ask-leave-yes = Leave
ask-delete = Delete this group for all its members? It cannot be brought back. You will be asked to type its name.
ask-delete-nameless = Delete this group for all its members? It cannot be brought back. The group has no visible name, so you will be asked to type its id.
ask-delete-yes = Delete…
ask-remove = Remove { $count ->
    [one] { $count } person
   *[other] { $count } people
} from this group?
ask-remove-yes = Remove
ask-revoke = Revoke the invite link? The present link stops working at once, wherever it was shared, and a new one is made.
ask-revoke-yes = Revoke
ask-other = Go on?
ask-other-yes = Go on
ask-seconds = Good for 60 seconds.

# Title of a window; at most 45 characters
delete-title = Delete this group?
# At most 45 characters
delete-field = Type the group's name to delete it
# At most 45 characters
delete-field-id = Type the group's id to delete it
cancelled = Cancelled
not-confirmed = Not confirmed in time
not-confirmed-text = Nothing was changed. Use the command again if you still want it.

working = Working on it…
working-far = Working on it: { $answered } of { $all } requests are through.
working-api-pause = The groups API asks for a pause. Usher continues by itself at { $time }.
working-slowly = Little is left of what this account may add in a day, so Usher slows down. It continues at { $time }.
