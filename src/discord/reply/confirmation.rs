//! Questions before something that cannot be taken back, and their buttons.

use std::fmt;
use std::str::FromStr;

use serenity::all::{ButtonStyle, CreateActionRow, CreateButton, CreateInputText, CreateModal, InputTextStyle};

use super::card::{Card, Message, Tone};
use super::outcomes::title;
use super::people::{count, enumerate, person};
use super::text::{clamp, plain};
use crate::operations::{Confirm, Operation, Step};
use crate::store::KeptId;

/// Discord, "Text Inputs": characters of a placeholder.
const PLACEHOLDER_MAX: usize = 100;
const NAME_FIELD: &str = "name";

/// What a button, or a modal sent off, says of a pending operation. It travels as the `custom_id`, which the person can
/// see and forge: it holds an opaque id and no more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Answer {
    Yes(KeptId),
    No(KeptId),
    /// Opens the modal in which the group's name is typed; the modal sent off bears the same id.
    TypeName(KeptId),
}

impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Yes(id) => write!(f, "yes:{id}"),
            Self::No(id) => write!(f, "no:{id}"),
            Self::TypeName(id) => write!(f, "name:{id}"),
        }
    }
}

impl FromStr for Answer {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (kind, id) = text.split_once(':').ok_or(())?;
        let id = id.parse().map_err(|_| ())?;
        match kind {
            "yes" => Ok(Self::Yes(id)),
            "no" => Ok(Self::No(id)),
            "name" => Ok(Self::TypeName(id)),
            _ => Err(()),
        }
    }
}

/// The question, with its two buttons.
pub(crate) fn ask(id: KeptId, operation: &Operation) -> Message {
    let (question, yes) = question(operation);
    let answer = match operation.confirm() {
        Confirm::TypeName => Answer::TypeName(id),
        Confirm::Press | Confirm::No => Answer::Yes(id),
    };
    let yes = CreateButton::new(answer.to_string()).style(ButtonStyle::Danger).label(yes);
    let no = CreateButton::new(Answer::No(id).to_string()).style(ButtonStyle::Secondary).label("Cancel");
    let card = Card::new(Tone::Attention, title(operation)).text(question).footer("Good for 60 seconds.");
    Message::from(card).with_row(CreateActionRow::Buttons(vec![yes, no]))
}

/// What is asked, and the label of the button that says yes.
fn question(operation: &Operation) -> (String, &'static str) {
    match operation {
        Operation::LeaveGroup(_) => (
            "Leave this group? The account can come back by an invite link only, and can no longer manage the group."
                .to_owned(),
            "Leave",
        ),
        Operation::DeleteGroup(_) => (
            "Delete this group for all its members? It cannot be brought back. You will be asked to type its name."
                .to_owned(),
            "Delete…",
        ),
        Operation::RemoveMembers(remove) => {
            let people: Vec<String> = remove.people.iter().map(person).collect();
            (format!("Remove {} from this group?\n{}", count(people.len()), enumerate(&people)), "Remove")
        }
        Operation::RevokeInvite(_) => (
            "Revoke the invite link? The present link stops working at once, wherever it was shared, and a new one is made."
                .to_owned(),
            "Revoke",
        ),
        _ => ("Go on?".to_owned(), "Go on"),
    }
}

/// The modal in which the group's name is typed.
pub(crate) fn ask_for_name(id: KeptId, operation: &Operation) -> CreateModal {
    let name = operation.group().and_then(|at| at.name.as_deref()).unwrap_or_default();
    let field = CreateInputText::new(InputTextStyle::Short, "Type the group's name to delete it", NAME_FIELD)
        .placeholder(clamp(&plain(name), PLACEHOLDER_MAX))
        .required(true);
    CreateModal::new(Answer::TypeName(id).to_string(), "Delete this group?")
        .components(vec![CreateActionRow::InputText(field)])
}

/// What was typed, among the fields of the modal sent off.
pub(crate) fn name_field<'a>(mut fields: impl Iterator<Item = (&'a str, &'a str)>) -> Option<&'a str> {
    fields.find_map(|(id, value)| (id == NAME_FIELD).then_some(value))
}

/// In the place of the question while the operation runs.
pub(crate) fn working(operation: &Operation) -> Message {
    Card::new(Tone::Shown, title(operation)).text("Working on it…").into()
}

/// In the same place, how far it is.
pub(crate) fn progress(operation: &Operation, step: Step) -> Message {
    let Step { answered, of, rests_until } = step;
    let far = format!("Working on it: {answered} of {of} requests are through.");
    let text = match rests_until {
        None => far,
        Some((at, true)) => format!("{far}\nThe groups API asks for a pause; it goes on by itself at <t:{at}:T>."),
        Some((at, false)) => format!(
            "{far}\nLittle is left of what this account may add in a day, so Usher goes slowly. It goes on at <t:{at}:T>."
        ),
    };
    Card::new(Tone::Shown, title(operation)).text(text).into()
}

pub(crate) fn withdrawn() -> Message {
    Card::new(Tone::Shown, "Cancelled").text("Nothing was changed.").into()
}

pub(crate) fn expired() -> Message {
    Card::new(Tone::Shown, "Not confirmed in time")
        .text("Nothing was changed. Use the command again if you still want it.")
        .into()
}
