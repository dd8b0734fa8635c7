//! `/wa-person find`: the groups that a person is in.

use serenity::all::{ButtonStyle, CreateButton};
use whatsapp::{Participant, Person, Role};

use super::card::{Card, Message, Tone};
use super::outcomes::name_or_id;
use super::pages::{self, page, place, with_pages};
use super::people::enumerate;
use super::text::{NumberMask, clamp, escape, relative};
use crate::discord::components::{CustomId, PageSource};
use crate::language::Language;
use crate::operations::GroupRef;
use crate::services::{AccountNames, FoundIn, ListsRead, PersonFound};

/// Maximum characters of a group's name.
const NAME_MAX: usize = 70;

/// Returns a page of the groups that the person is in.
pub(crate) fn person_found(i18n: Language, found: &PersonFound, number: usize) -> Message {
    let PersonFound { person, groups, searched, unread, unlisted, in_doubt, as_of, account } = found;
    let shown = page(groups, number);
    let text = if !groups.is_empty() {
        let lines = pages::text(&shown, |one| line(i18n, person, one, *account));
        format!("{}{}\n{lines}", i18n.person_in_groups(groups.len(), *searched), place(i18n, &shown))
    } else if *searched > 0 {
        i18n.person_in_none(*searched)
    } else {
        i18n.person_no_groups()
    };
    let tone = if groups.is_empty() { Tone::Attention } else { Tone::Shown };
    let mut card = Card::new(tone, person.readable()).text(text);
    if *in_doubt > 0 {
        card = card.footnote(i18n.person_in_doubt(*in_doubt));
    }
    if !unread.is_empty() {
        let names = enumerate(i18n, unread.iter().map(name));
        card = card.footnote(i18n.person_groups_unread(unread.len(), names));
    }
    if !unlisted.is_empty() {
        let names = enumerate(i18n, unlisted.iter().map(|session| escape(session.as_str())));
        card = card.footnote(i18n.person_accounts_unread(names));
    }
    if let Some(as_of) = as_of {
        card = card.footnote(i18n.person_as_of(relative(*as_of)));
    }
    let of = PageSource::Person(person.clone());
    let message = with_pages(i18n, card.into(), &of, number, groups.len());
    let refresh = CreateButton::new(CustomId::FindAgain(person.clone()));
    message.with_button(refresh.style(ButtonStyle::Secondary).label(i18n.button_refresh()))
}

/// Returns what is shown while lists of members are read.
pub(crate) fn reading_members(i18n: Language, ListsRead { read, of }: ListsRead) -> Message {
    Card::new(Tone::Shown, i18n.reading_members()).text(i18n.reading_members_far(read, of)).into()
}

/// Returns the group's name, and what the person is there.
fn line(
    i18n: Language,
    person: &Person,
    FoundIn { at, member, shows_number }: &FoundIn,
    account: AccountNames,
) -> String {
    let mut parts = vec![format!("**{}**", name(at))];
    match member.role {
        Role::SuperAdmin => parts.push(i18n.creator()),
        Role::Admin => parts.push(i18n.admin()),
        Role::Member => {}
    }
    parts.extend(listed_as(i18n, person, member, NumberMask::of(*shows_number)));
    if account == AccountNames::Shown {
        parts.push(i18n.footer_session(at.session.to_string()));
    }
    parts.join(" · ")
}

/// Returns under which other number the group lists the person, or that it lists them without one.
fn listed_as(i18n: Language, person: &Person, member: &Participant, numbers: NumberMask) -> Option<String> {
    match (&member.phone, person) {
        (Some(listed), Person::Phone(searched)) if listed == searched => None,
        (Some(listed), _) => Some(i18n.person_listed_as(numbers.name(&Person::Phone(listed.clone())))),
        (None, Person::Phone(_)) => Some(i18n.person_listed_without_number()),
        (None, Person::Lid(_)) => None,
    }
}

fn name(at: &GroupRef) -> String {
    clamp(&name_or_id(at.name.as_deref(), &at.group), NAME_MAX)
}
