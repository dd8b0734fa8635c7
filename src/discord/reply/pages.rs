//! Pages of long lists, and their navigation buttons.

use std::fmt;
use std::str::FromStr;

use serenity::all::{ButtonStyle, CreateActionRow, CreateButton};
use whatsapp::GroupId;

use super::card::Message;
use crate::access::Capability;
use crate::language::Language;

/// Lines on a page.
pub(super) const LINES: usize = 25;
/// Discord, "Component Object": characters of a `custom_id`.
pub(super) const CUSTOM_ID_MAX: usize = 100;

/// One page of a list: its position, and its lines.
pub(super) struct Page<'a, T> {
    /// Counted from 0; the last page if the requested page no longer exists.
    pub(super) number: usize,
    pub(super) all: usize,
    pub(super) lines: &'a [T],
}

/// Returns the page of that number, or the last page.
pub(super) fn page<T>(all: &[T], number: usize) -> Page<'_, T> {
    let pages = all.len().div_ceil(LINES).max(1);
    let number = number.min(pages - 1);
    Page { number, all: pages, lines: all.chunks(LINES).nth(number).unwrap_or_default() }
}

/// A list with several pages. It travels as the `custom_id`, and contains only what its reader typed or saw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum PageSource {
    Groups {
        session: String,
        search: Option<String>,
    },
    Members {
        group: GroupId,
    },
    /// Groups with the same name, among those that the actor has the capability for.
    Namesakes {
        needs: Capability,
        name: String,
    },
}

/// A button below a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PageTurn {
    pub(crate) of: PageSource,
    pub(crate) page: usize,
    /// The index of the button: two buttons may lead to one page, but their ids must differ.
    place: usize,
}

impl fmt::Display for PageTurn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { of, page, place } = self;
        match of {
            PageSource::Groups { session, search } => {
                write!(f, "groups:{place}:{page}:{session}:{}", search.as_deref().unwrap_or_default())
            }
            PageSource::Members { group } => write!(f, "members:{place}:{page}:{group}"),
            PageSource::Namesakes { needs, name } => write!(f, "named:{place}:{page}:{needs}:{name}"),
        }
    }
}

impl FromStr for PageTurn {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut parts = text.splitn(4, ':');
        let (kind, place, page, rest) = (parts.next(), parts.next(), parts.next(), parts.next().ok_or(())?);
        let number = |text: Option<&str>| text.and_then(|text| text.parse().ok()).ok_or(());
        let of = match kind {
            // A session's name contains no colon (groups API, "Session names").
            Some("groups") => {
                let (session, search) = rest.split_once(':').ok_or(())?;
                let search = Some(search.to_owned()).filter(|search| !search.is_empty());
                PageSource::Groups { session: session.to_owned(), search }
            }
            Some("named") => {
                let (needs, name) = rest.split_once(':').ok_or(())?;
                PageSource::Namesakes { needs: needs.parse().map_err(|_| ())?, name: name.to_owned() }
            }
            Some("members") => PageSource::Members { group: rest.parse().map_err(|_| ())? },
            _ => return Err(()),
        };
        Ok(Self { of, page: number(page)?, place: number(place)? })
    }
}

/// Returns the message with buttons to the other pages of a list of that length.
pub(super) fn with_pages(say: Language, message: Message, of: &PageSource, number: usize, length: usize) -> Message {
    let last = length.div_ceil(LINES).max(1) - 1;
    let number = number.min(last);
    let id = |(place, page)| PageTurn { of: of.clone(), page, place }.to_string();
    let ids = [(0, 0), (1, number.saturating_sub(1)), (2, (number + 1).min(last)), (3, last)].map(id);
    with_turns(say, message, ids, number > 0, number < last)
}

/// Returns the message with buttons to the first, previous, next and last page. Returns it without buttons if there is
/// only one page, or if the search text is too long for a `custom_id`.
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

/// Returns the page number if there are several pages.
pub(super) fn place<T>(say: Language, page: &Page<'_, T>) -> String {
    if page.all < 2 { String::new() } else { format!(" · {}", say.page(page.number + 1, page.all)) }
}

/// Returns the lines of a page. Each page has the same number of lines, so that the buttons below stay in place.
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
    fn each_entry_is_on_one_page_and_a_missing_page_is_the_last() {
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
                0 => PageSource::Members { group: group.parse().unwrap() },
                1 => PageSource::Namesakes { needs: Capability::ALL[capability], name },
                _ => PageSource::Groups { session, search },
            };
            let turn = PageTurn { of, page: number, place: 2 };
            prop_assert_eq!(turn.to_string().parse::<PageTurn>(), Ok(turn));
        }
    }
}
