//! Pages of long lists, and the buttons that turn them.

use std::fmt;
use std::str::FromStr;

use serenity::all::{ButtonStyle, CreateActionRow, CreateButton};

use super::card::Message;
use crate::access::Capability;
use crate::groups_api::ids::GroupId;
use crate::language::Language;

/// Lines on a page.
pub(super) const LINES: usize = 25;
/// Discord, "Component Object": characters of a `custom_id`.
pub(super) const CUSTOM_ID_MAX: usize = 100;

/// One page of a list: its place among all, and its lines.
pub(super) struct Page<'a, T> {
    /// Counted from 0; the last one where the page that was asked for is no more.
    pub(super) number: usize,
    pub(super) all: usize,
    pub(super) lines: &'a [T],
}

/// The page of that number, or the last.
pub(super) fn page<T>(all: &[T], number: usize) -> Page<'_, T> {
    let pages = all.len().div_ceil(LINES).max(1);
    let number = number.min(pages - 1);
    Page { number, all: pages, lines: all.chunks(LINES).nth(number).unwrap_or_default() }
}

/// A list that can be turned to another page. It travels as the `custom_id`, and holds nothing that its reader did not
/// type or see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Listed {
    Groups {
        session: String,
        search: Option<String>,
    },
    Members {
        group: GroupId,
    },
    /// The groups of one name, among those that somebody has the capability for.
    Namesakes {
        needs: Capability,
        name: String,
    },
}

/// A button below a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Turn {
    pub(crate) of: Listed,
    pub(crate) page: usize,
    /// Which of the buttons it is: two of them may lead to one page, and no two may be the same.
    place: usize,
}

impl fmt::Display for Turn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { of, page, place } = self;
        match of {
            Listed::Groups { session, search } => {
                write!(f, "groups:{place}:{page}:{session}:{}", search.as_deref().unwrap_or_default())
            }
            Listed::Members { group } => write!(f, "members:{place}:{page}:{group}"),
            Listed::Namesakes { needs, name } => write!(f, "named:{place}:{page}:{needs}:{name}"),
        }
    }
}

impl FromStr for Turn {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut parts = text.splitn(4, ':');
        let (kind, place, page, rest) = (parts.next(), parts.next(), parts.next(), parts.next().ok_or(())?);
        let number = |text: Option<&str>| text.and_then(|text| text.parse().ok()).ok_or(());
        let of = match kind {
            // A session's name has no colon (groups API, "Session names").
            Some("groups") => {
                let (session, search) = rest.split_once(':').ok_or(())?;
                let search = Some(search.to_owned()).filter(|search| !search.is_empty());
                Listed::Groups { session: session.to_owned(), search }
            }
            Some("named") => {
                let (needs, name) = rest.split_once(':').ok_or(())?;
                Listed::Namesakes { needs: needs.parse().map_err(|_| ())?, name: name.to_owned() }
            }
            Some("members") => Listed::Members { group: rest.parse().map_err(|_| ())? },
            _ => return Err(()),
        };
        Ok(Self { of, page: number(page)?, place: number(place)? })
    }
}

/// The message with buttons to the other pages of a list of that length.
pub(super) fn with_pages(say: Language, message: Message, of: &Listed, number: usize, length: usize) -> Message {
    let last = length.div_ceil(LINES).max(1) - 1;
    let number = number.min(last);
    let id = |(place, page)| Turn { of: of.clone(), page, place }.to_string();
    let ids = [(0, 0), (1, number.saturating_sub(1)), (2, (number + 1).min(last)), (3, last)].map(id);
    with_turns(say, message, ids, number > 0, number < last)
}

/// The message with buttons to the first page, the previous, the next and the last: with none where none leads anywhere,
/// or where what is searched for is too long for one.
pub(super) fn with_turns(say: Language, message: Message, ids: [String; 4], back: bool, on: bool) -> Message {
    if !(back || on) || ids.iter().any(|id| id.chars().count() > CUSTOM_ID_MAX) {
        return message;
    }
    let labels =
        [(say.button_first(), back), (say.button_previous(), back), (say.button_next(), on), (say.button_last(), on)];
    let button = |(id, (label, leads_on)): (String, (String, bool))| {
        CreateButton::new(id).style(ButtonStyle::Secondary).label(label).disabled(!leads_on)
    };
    message.with_row(CreateActionRow::Buttons(ids.into_iter().zip(labels).map(button).collect()))
}

/// Which page it is, where there are several.
pub(super) fn place<T>(say: Language, page: &Page<'_, T>) -> String {
    if page.all < 2 { String::new() } else { format!(" · {}", say.page(page.number + 1, page.all)) }
}

/// The lines of a page: as many on each, so that turning it moves nothing below.
pub(super) fn text<T>(page: &Page<'_, T>, line: impl Fn(&T) -> String) -> String {
    let mut lines: Vec<String> = page.lines.iter().map(line).collect();
    if page.all > 1 {
        lines.resize(LINES, "\u{200b}".to_owned());
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn every_entry_is_on_one_page_and_a_page_that_is_gone_is_the_last() {
        let all: Vec<usize> = (0..900).collect();
        let pages: Vec<usize> = (0..36).flat_map(|number| page(&all, number).lines.to_vec()).collect();
        assert_eq!(pages, all);
        for (length, number, found, of) in [(900, 99, 35, 36), (0, 3, 0, 1), (25, 1, 0, 1), (26, 1, 1, 2)] {
            let all = vec![0; length];
            let page = page(&all, number);
            assert_eq!((page.number, page.all), (found, of));
        }
    }

    proptest! {
        #[test]
        fn a_page_survives_its_button(
            number in 0usize..1_000, session in "[a-zA-Z0-9][a-zA-Z0-9._-]{0,20}", search in proptest::option::of("\\PC{1,40}"),
            group in "[0-9]{18}@g\\.us", name in "\\PC{1,40}", capability in 0..Capability::ALL.len(), kind in 0..3,
        ) {
            let of = match kind {
                0 => Listed::Members { group: group.parse().unwrap() },
                1 => Listed::Namesakes { needs: Capability::ALL[capability], name },
                _ => Listed::Groups { session, search },
            };
            let turn = Turn { of, page: number, place: 2 };
            prop_assert_eq!(turn.to_string().parse::<Turn>(), Ok(turn));
        }
    }
}
