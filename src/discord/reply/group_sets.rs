//! Texts about sets of groups.

use whatsapp::GroupId;

use super::access::{Names, named};
use super::card::{Card, File, Message, Tone};
use super::pages::{page_of, place, text, with_turns_to};
use super::people::{bold, enumerate};
use super::text::plain;
use crate::access::GroupSet;
use crate::discord::components::{CustomId, PageSource, PageTurn};
use crate::language::Language;
use crate::store::{SetDeleted, SetSaved};
use crate::table::csv;

/// Sets on a page, and groups that are named of each.
const LINES: usize = 8;
const NAMED_MAX: usize = 4;

/// Returns the reply to a saved set. `gone`: how many groups were left out.
pub(crate) fn set_saved(i18n: Language, saved: &SetSaved, gone: usize, names: &Names) -> Message {
    let title = if saved.replaced { i18n.set_replaced() } else { i18n.set_saved() };
    let groups = enumerate(i18n, saved.groups.iter().map(|group| named(group, names)));
    let card = Card::new(Tone::Done, title)
        .text(format!("{}\n{groups}", i18n.set_saved_text(bold(&saved.name), saved.groups.len())))
        .footer(i18n.set_footer());
    if gone == 0 { card.into() } else { card.footnote(format!("\n{}", i18n.set_left_out(gone))).into() }
}

pub(crate) fn set_deleted(i18n: Language, deleted: &SetDeleted) -> Message {
    Card::new(Tone::Done, i18n.set_deleted()).text(i18n.set_deleted_text(bold(&deleted.name))).into()
}

/// Returns a page of the sets, and a file with all of their groups if the pages do not name all.
pub(crate) fn sets(i18n: Language, all: &[GroupSet], names: &Names, number: usize) -> Message {
    if all.is_empty() {
        return Card::new(Tone::Shown, i18n.sets()).text(i18n.sets_none()).into();
    }
    let line = |set: &GroupSet| {
        let groups: Vec<String> = set.groups.iter().take(NAMED_MAX).map(|group| named(group, names)).collect();
        let groups = match set.groups.len().saturating_sub(NAMED_MAX) {
            0 => groups.join(", "),
            more => i18n.list_and_more(groups.join(", "), more),
        };
        format!("{} · {}\n{groups}", bold(set.name.as_str()), i18n.groups_count(set.groups.len()))
    };
    let page = page_of(all, number, LINES);
    let title = format!("{}{}", i18n.sets(), place(i18n, &page));
    let mut card = Card::new(Tone::Shown, title).text(text(&page, line)).footer(i18n.set_footer());
    if all.iter().any(|set| set.groups.len() > NAMED_MAX) {
        card = card.footnote(format!("\n{}", i18n.sets_file())).file(file(i18n, all, names));
    }
    let id = |place, page| CustomId::Page(PageTurn { of: PageSource::Sets, page, place });
    with_turns_to(i18n, card.into(), page.number, page.all - 1, id)
}

fn file(i18n: Language, all: &[GroupSet], names: &Names) -> File {
    let rows = all.iter().flat_map(|set| {
        let row = |group: &GroupId| {
            let name = names.of(group).map(plain).unwrap_or_default();
            [set.name.to_string(), name, group.to_string()]
        };
        set.groups.iter().map(row)
    });
    let columns = [i18n.column_set(), i18n.column_group(), i18n.column_group_id()];
    File::csv("sets.csv", csv(columns.each_ref().map(String::as_str), rows))
}
