//! Pages of long lists, and their navigation buttons.

use serenity::all::{ButtonStyle, CreateActionRow, CreateButton};

use super::card::Message;
use crate::discord::components::{CustomId, PageSource, PageTurn};
use crate::language::Language;

/// Lines on a page.
pub(super) const LINES: usize = 25;

/// One page of a list: its position, and its lines.
pub(super) struct Page<'a, T> {
    /// Counted from 0; the last page if the requested page no longer exists.
    pub(super) number: usize,
    pub(super) all: usize,
    pub(super) lines: &'a [T],
}

/// Returns the page of that number, or the last page.
pub(super) fn page<T>(all: &[T], number: usize) -> Page<'_, T> {
    page_of(all, number, LINES)
}

/// As [`page`], with so many lines on a page.
pub(super) fn page_of<T>(all: &[T], number: usize, lines: usize) -> Page<'_, T> {
    let pages = all.len().div_ceil(lines).max(1);
    let number = number.min(pages - 1);
    Page { number, all: pages, lines: all.chunks(lines).nth(number).unwrap_or_default() }
}

/// Returns the message with buttons to the other pages of a list of that length.
pub(super) fn with_pages(i18n: Language, message: Message, of: &PageSource, number: usize, length: usize) -> Message {
    let last = length.div_ceil(LINES).max(1) - 1;
    let id = |place, page| CustomId::Page(PageTurn { of: of.clone(), page, place });
    with_turns_to(i18n, message, number.min(last), last, id)
}

/// Returns the message with buttons to the pages around `number`, up to the `last`. `id`: of the button at a place that
/// leads to a page.
pub(super) fn with_turns_to(
    i18n: Language,
    message: Message,
    number: usize,
    last: usize,
    id: impl Fn(usize, usize) -> CustomId,
) -> Message {
    let ids = [(0, 0), (1, number.saturating_sub(1)), (2, (number + 1).min(last)), (3, last)];
    with_turns(i18n, message, ids.map(|(place, page)| id(place, page)), number > 0, number < last)
}

/// Returns the message with buttons to the first, previous, next and last page. Returns it without buttons if there is
/// only one page, or if the search text is too long for a `custom_id`.
pub(super) fn with_turns(i18n: Language, message: Message, ids: [CustomId; 4], back: bool, on: bool) -> Message {
    if !(back || on) || !ids.iter().all(CustomId::fits) {
        return message;
    }
    let labels = [
        (i18n.button_first(), back),
        (i18n.button_previous(), back),
        (i18n.button_next(), on),
        (i18n.button_last(), on),
    ];
    let button = |(id, (label, leads_on)): (CustomId, (String, bool))| {
        CreateButton::new(id).style(ButtonStyle::Secondary).label(label).disabled(!leads_on)
    };
    message.with_row(CreateActionRow::Buttons(ids.into_iter().zip(labels).map(button).collect()))
}

/// Returns the page number if there are several pages.
pub(super) fn place<T>(i18n: Language, page: &Page<'_, T>) -> String {
    if page.all < 2 { String::new() } else { format!(" · {}", i18n.page(page.number + 1, page.all)) }
}

/// Returns the lines of a page.
pub(super) fn text<T>(page: &Page<'_, T>, line: impl Fn(&T) -> String) -> String {
    page.lines.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
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
}
