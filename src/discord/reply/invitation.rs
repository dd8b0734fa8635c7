//! Invitations: the buttons below an invite, and links that open WhatsApp with a message to a person.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serenity::all::{ButtonStyle, CreateButton};
use whatsapp::{GroupId, Person, PhoneNumber};

use super::card::{Card, File, TEXT_MAX};
use super::file_name::csv_of_group;
use super::operations::Reader;
use crate::access::{GROUP_PLACE, InvitationText, LINK_PLACE};
use crate::discord::components::CustomId;
use crate::error::{Unavailable, UserError};
use crate::language::Language;
use crate::operations::GroupRef;
use crate::table::csv;

/// RFC 3986, section 2.3: what a URL may contain as it is.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
/// Characters that the text keeps free for the lines after the links.
const AFTER_LINKS: usize = 400;

/// Returns the button for those whom the reader's interaction could not add.
pub(super) fn invitation_button(Reader { i18n, interaction, .. }: Reader, group: &GroupId) -> CreateButton {
    let id = CustomId::Invitation(group.clone(), Some(interaction));
    CreateButton::new(id).style(ButtonStyle::Secondary).label(i18n.button_invitation())
}

/// Returns the link that opens WhatsApp with a message to a person (WhatsApp, "How to use click to chat").
fn chat_link(number: &PhoneNumber, message: &str) -> String {
    format!("https://wa.me/{}?text={}", number.digits(), utf8_percent_encode(message, RESERVED))
}

/// Returns the card with `text` and a link for each of the people, which opens WhatsApp with the message. If they do not
/// all fit, a file has all of them.
pub(super) fn with_links(
    i18n: Language,
    card: Card,
    text: String,
    at: &GroupRef,
    people: &[Person],
    message: &str,
) -> Card {
    let numbers: Vec<&PhoneNumber> = people
        .iter()
        .filter_map(|person| match person {
            Person::Phone(number) => Some(number),
            Person::Lid(_) => None,
        })
        .collect();
    let mut text = text;
    if !numbers.is_empty() {
        text = format!("{text}\n{}", i18n.invitation_links());
    }
    let mut room = TEXT_MAX.saturating_sub(AFTER_LINKS + text.chars().count());
    let mut listed = 0;
    for number in &numbers {
        let line = format!("\n[{}]({})", number.readable(), chat_link(number, message));
        let Some(left) = room.checked_sub(line.chars().count()) else { break };
        room = left;
        listed += 1;
        text.push_str(&line);
    }
    let mut card = card;
    if listed < numbers.len() {
        text = format!("{text}\n{}", i18n.invitation_more(numbers.len()));
        let rows = numbers.iter().map(|number| [number.to_string(), chat_link(number, message)]);
        let table = csv([&i18n.column_phone(), &i18n.column_link()], rows);
        card = card.file(File::csv(csv_of_group("invitations", at), table));
    }
    match people.len() - numbers.len() {
        0 => card.text(text),
        unnamed => card.text(format!("{text}\n{}", i18n.invitation_without_number(unnamed))),
    }
}

/// Returns the text of invitations of a language.
pub(crate) fn invitation_of(i18n: Language) -> Result<InvitationText, UserError> {
    InvitationText::parse(&i18n.invitation(GROUP_PLACE, LINK_PLACE)).map_err(|_| Unavailable::Internal.into())
}
