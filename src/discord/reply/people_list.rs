//! The preview of a list of people, and the windows and menus around it.

use std::collections::BTreeMap;
use std::sync::Arc;

use serenity::all::{
    ButtonStyle, CreateActionRow, CreateButton, CreateInputText, CreateModal, CreateSelectMenu, CreateSelectMenuKind,
    CreateSelectMenuOption, InputTextStyle,
};
use usher_clock::Timestamp;
use whatsapp::Person;
use whatsapp::people::{ChosenColumn, Country, FoundPerson, Reading, UnclearEntry};

use super::card::{Card, File, Message, Tone};
use super::confirmation::expiry;
use super::file_name::{csv_named, csv_of_operation};
use super::list_words::{how, place, unclear};
use super::namesakes::group_choices;
use super::operations::subject;
use super::pages::{Page, page_of, with_turns_to};
use super::people::{bold, enumerate, in_file, with_label};
use super::problems::one_line;
use super::text::{clamp, escape, plain};
use super::unsettled::repeats;
use crate::discord::components::CustomId;
use crate::error::UserError;
use crate::language::Language;
use crate::operations::{ChangeAdmins, GroupSummary, Operation, Rank};
use crate::people_list::{GroupFacts, ListPart, ListPreview, ReadList, Selection};
use crate::store::ConfirmationId;
use crate::table::csv;

/// Lines of the guesses, and lines of the unclear entries on a page.
const LINES: usize = 8;
/// Most entries that are shown without a file.
const WITHOUT_FILE_MAX: usize = LINES;
/// Characters of the guesses in a card, so that the rest fits too.
const GUESSES_MAX: usize = 1_000;
/// Characters of the names and numbers of the sure people.
const SURE_MAX: usize = 1_000;
/// WhatsApp: members of a group.
const MEMBERS_MAX: usize = 1_024;
/// Discord, "Text Inputs": characters of a field.
const FIELD_MAX: u16 = 4_000;
/// Discord, "String Select": options of a menu, and characters of an option.
const OPTIONS_MAX: usize = 25;
const OPTION_MAX: usize = 100;

/// The preview of a list, and the page of its unclear entries.
pub(crate) struct PreviewCard {
    pub(crate) id: ConfirmationId,
    pub(crate) operation: Operation,
    pub(crate) preview: Arc<ListPreview>,
    /// When the same change was requested, if its outcome is unknown.
    pub(crate) unsettled: Option<Timestamp>,
    pub(crate) expires_at: Timestamp,
    pub(crate) page: usize,
    /// Why the last press changed nothing.
    pub(crate) note: Option<UserError>,
}

/// Returns the preview with its buttons.
pub(crate) fn preview(i18n: Language, shown: &PreviewCard) -> Message {
    let PreviewCard { id, operation, preview, unsettled, expires_at, page, note } = shown;
    let list = &preview.list;
    let entries: Vec<_> = list.named_unclear().collect();
    let page = page_of(&entries, *page, LINES);
    let mut parts = Vec::new();
    parts.extend(note.as_ref().map(|problem| one_line(i18n, problem)));
    parts.extend(unsettled.map(|since| repeats(i18n, since)));
    parts.push(summary(i18n, operation, preview));
    parts.push(guesses(i18n, list));
    parts.push(not_understood(i18n, list, &page));
    parts.retain(|part| !part.is_empty());
    let footer = list.country.map(|country| i18n.list_by_country(country.with_code())).unwrap_or_default();
    let mut card = Card::new(Tone::Attention, subject(i18n, operation)).text(parts.join("\n\n")).footer(footer);
    if list.found().count() + list.unclear + list.doubles > WITHOUT_FILE_MAX {
        card = card.footnote(format!("\n{}", i18n.list_file())).file(file(
            i18n,
            csv_of_operation("list", operation),
            list,
        ));
    }
    card = card.footnote(expiry(i18n, *expires_at));
    let turn = |place, number| CustomId::ListPage(*id, number, place);
    let message = with_turns_to(i18n, card.into(), page.number, page.all - 1, turn);
    message.with_row(CreateActionRow::Buttons(answers(i18n, *id, operation, preview)))
}

/// Returns how the list was read, and what is known of the group and the account.
fn summary(i18n: Language, operation: &Operation, ListPreview { list, facts }: &ListPreview) -> String {
    let all = list.count(Selection::All);
    let mut lines = vec![i18n.list_found(all), clamp(&sure_people(i18n, list), SURE_MAX)];
    lines.retain(|line| !line.is_empty());
    let Readings { exact, ids, national } = readings(list);
    if exact > 0 {
        lines.push(i18n.list_exact(exact));
    }
    if ids > 0 {
        lines.push(i18n.list_ids(ids));
    }
    lines.extend(national.into_iter().map(|(country, count)| i18n.list_national(count, country.with_code())));
    lines.extend(columns(i18n, list));
    if list.doubles > 0 {
        lines.push(i18n.list_doubles(list.doubles));
    }
    if operation.adds_people() && all > 0 {
        lines.extend(known_facts(i18n, all, facts));
    }
    lines.join("\n")
}

/// Returns the people whose numbers did not have to be guessed, the first ones by name and number.
fn sure_people(i18n: Language, list: &ReadList) -> String {
    let sure: Vec<_> = list.found().filter(|(_, found)| !found.reading.is_guess()).collect();
    enumerate(i18n, sure.iter().map(|(_, found)| with_label(found.label.as_deref(), &found.person)))
}

/// How many people of a list were read in each way that is no guess.
#[derive(Default)]
struct Readings {
    /// Numbers with their country code.
    exact: usize,
    /// Ids of WhatsApp.
    ids: usize,
    national: BTreeMap<Country, usize>,
}

fn readings(list: &ReadList) -> Readings {
    let mut readings = Readings::default();
    for (_, found) in list.found() {
        match (&found.reading, &found.person) {
            (Reading::Exact, Person::Phone(_)) => readings.exact += 1,
            (Reading::Exact, Person::Lid(_)) => readings.ids += 1,
            (Reading::National(country), _) => *readings.national.entry(*country).or_default() += 1,
            (Reading::Guess(_), _) => {}
        }
    }
    readings
}

/// Returns the columns that the numbers are from, and how many further numbers of the same people there are.
fn columns(i18n: Language, list: &ReadList) -> Vec<String> {
    let name = |column: &ChosenColumn| match &column.title {
        Some(title) => i18n.list_column_titled(column.column, clamp(&escape(title), OPTION_MAX)),
        None => i18n.list_column(column.column),
    };
    let all: Vec<String> = list.parts().flat_map(|(_, part)| &part.columns).map(name).collect();
    let others: usize = list.parts().map(|(_, part)| part.rows.other_numbers).sum();
    let mut lines = Vec::new();
    if !all.is_empty() {
        lines.push(i18n.list_columns(all.join(" · ")));
    }
    if others > 0 {
        lines.push(i18n.list_other_numbers(others));
    }
    lines
}

fn known_facts(i18n: Language, all: usize, facts: &GroupFacts) -> Vec<String> {
    let GroupFacts { members, already, may_add, minutes } = *facts;
    let new = facts.new_of(all);
    let mut lines = Vec::new();
    lines.extend(already.filter(|count| *count > 0).map(|count| i18n.list_already(count)));
    lines.extend(members.map(|members| {
        if members + new > MEMBERS_MAX { i18n.list_too_full(members) } else { i18n.list_room(members) }
    }));
    lines.extend(may_add.map(|left| if new > left { i18n.list_may_not_add(left) } else { i18n.list_may_add(left) }));
    lines.extend(facts.first_of(all).map(|_| i18n.list_first()));
    lines.extend(minutes.map(|minutes| i18n.list_takes(minutes)));
    lines
}

/// Returns the people whose numbers had to be guessed, the least certain first.
fn guesses(i18n: Language, list: &ReadList) -> String {
    let guesses = list.guesses();
    if guesses.is_empty() {
        return String::new();
    }
    let line = |(origin, found): &(ListPart, &FoundPerson)| {
        let place = labelled(place(i18n, list, *origin, &found.place), found.label.as_deref());
        let how = how(i18n, &found.person, &found.reading, Person::readable);
        format!("{place} · **{}** · {how}", found.person.readable())
    };
    let mut lines = vec![format!("**{}**", i18n.list_check())];
    lines.extend(guesses.iter().take(LINES).map(line));
    if guesses.len() > LINES {
        lines.push(i18n.list_goes_on(guesses.len() - LINES));
    }
    clamp(&lines.join("\n"), GUESSES_MAX)
}

/// Returns a place with the name that stands there.
fn labelled(place: String, label: Option<&str>) -> String {
    match label {
        Some(label) => format!("{place} · {}", escape(label)),
        None => place,
    }
}

/// Returns a page of the unclear entries, with their reasons.
fn not_understood(i18n: Language, list: &ReadList, page: &Page<'_, (ListPart, &UnclearEntry)>) -> String {
    if list.unclear == 0 {
        return String::new();
    }
    let mut lines = vec![format!("**{}**{}", i18n.list_unclear(list.unclear), super::pages::place(i18n, page))];
    lines.extend(page.lines.iter().map(|(origin, entry)| unclear_line(i18n, list, *origin, entry)));
    lines.join("\n")
}

/// Returns an unclear entry in one line, with its place and its reason.
fn unclear_line(i18n: Language, list: &ReadList, origin: ListPart, entry: &UnclearEntry) -> String {
    let place = labelled(place(i18n, list, origin, &entry.place), entry.label.as_deref());
    format!("{place} · {} · {}", bold(&entry.text), unclear(i18n, entry.reason))
}

fn answers(
    i18n: Language,
    id: ConfirmationId,
    operation: &Operation,
    ListPreview { list, facts }: &ListPreview,
) -> Vec<CreateButton> {
    let (all, sure) = (list.count(Selection::All), list.count(Selection::Sure));
    let (all_label, sure_label) = labels(i18n, operation, all, sure);
    let style = if operation.adds_people() { ButtonStyle::Success } else { ButtonStyle::Danger };
    let mut buttons = Vec::new();
    // What is safest stands first.
    if sure > 0 && sure < all {
        buttons.push(CreateButton::new(CustomId::Confirm(id, Selection::Sure)).style(style).label(sure_label));
    }
    let first = facts.first_of(all).filter(|_| matches!(operation, Operation::AddMembers(_)));
    // All of them together would be refused.
    if all > 0 && first.is_none() {
        let style = if sure == all || sure == 0 { style } else { ButtonStyle::Secondary };
        buttons.push(CreateButton::new(CustomId::Confirm(id, Selection::All)).style(style).label(all_label));
    }
    if let Some(first) = first {
        let style = if sure == all { style } else { ButtonStyle::Secondary };
        buttons.push(
            CreateButton::new(CustomId::Confirm(id, Selection::FirstThenRest))
                .style(style)
                .label(i18n.button_add_rest(first)),
        );
        buttons.push(secondary(CustomId::Confirm(id, Selection::First), i18n.button_add_first(first)));
    }
    if list.depends_on_country() {
        buttons.push(secondary(CustomId::Country(id), i18n.list_button_country()));
    }
    buttons.push(secondary(CustomId::Cancel(id), i18n.button_cancel()));
    buttons
}

/// Returns the labels of the buttons for everyone and for the sure people.
fn labels(i18n: Language, operation: &Operation, all: usize, sure: usize) -> (String, String) {
    let label = if let Operation::AddMembers(_) = operation {
        return (i18n.button_add_all(all), i18n.button_add_sure(sure));
    } else if let Operation::RemoveMembers(_) = operation {
        i18n.button_remove_all(all)
    } else if let Operation::ChangeAdmins(ChangeAdmins { to, .. }) = operation {
        match to {
            Rank::Admin => i18n.button_promote_all(all),
            Rank::Member => i18n.button_demote_all(all),
        }
    } else {
        i18n.button_create_all(all)
    };
    (label, i18n.button_go_on_sure(sure))
}

fn secondary(id: CustomId, label: String) -> CreateButton {
    CreateButton::new(id).style(ButtonStyle::Secondary).label(label)
}

/// Returns the whole list as a file: everyone who was found, the doubles, and what was not understood.
fn file(i18n: Language, name: String, list: &ReadList) -> File {
    let mut rows = Vec::new();
    for (origin, found) in list.found() {
        let how = how(i18n, &found.person, &found.reading, in_file);
        let label = found.label.clone().unwrap_or_default();
        rows.push([plain_place(i18n, list, origin, &found.place), label, in_file(&found.person), how]);
    }
    for (origin, part) in list.parts() {
        for double in &part.doubles {
            let label = double.label.clone().unwrap_or_default();
            let place = plain_place(i18n, list, origin, &double.place);
            rows.push([place, label, in_file(&double.person), i18n.how_double()]);
        }
    }
    for (origin, entry) in list.named_unclear() {
        let label = entry.label.clone().unwrap_or_default();
        let place = plain_place(i18n, list, origin, &entry.place);
        rows.push([place, label, entry.text.clone(), unclear(i18n, entry.reason)]);
    }
    let columns = [i18n.column_line(), i18n.column_name(), i18n.column_phone(), i18n.column_how()];
    File::csv(name, csv(columns.each_ref().map(String::as_str), rows))
}

fn plain_place(i18n: Language, list: &ReadList, origin: ListPart, at: &whatsapp::people::Place) -> String {
    plain(&place(i18n, list, origin, at))
}

/// Returns the card of a list in which nobody was found.
pub(super) fn nobody_found(i18n: Language, list: &ReadList) -> Card {
    if list.unclear == 0 {
        return Card::new(Tone::Failed, i18n.nobody_named()).text(i18n.nobody_named_text());
    }
    let entries: Vec<_> = list.named_unclear().collect();
    let lines = not_understood(i18n, list, &page_of(&entries, 0, LINES));
    let card = Card::new(Tone::Failed, i18n.list_nobody_found()).text(format!("{lines}\n\n{}", i18n.nothing_changed()));
    if list.unclear > LINES {
        card.footnote(i18n.list_file()).file(file(i18n, csv_named("list", None, None), list))
    } else {
        card
    }
}

/// Returns the modal with a field for people.
pub(crate) fn people_window(i18n: Language, id: CustomId) -> CreateModal {
    let field = CreateInputText::new(InputTextStyle::Paragraph, i18n.people_field(), CustomId::PeopleField)
        .placeholder(i18n.people_example())
        .max_length(FIELD_MAX)
        .required(true);
    CreateModal::new(id, i18n.people_title()).components(vec![CreateActionRow::InputText(field)])
}

/// Returns the modal with a field for the country by which a list is read.
pub(crate) fn country_window(i18n: Language, id: CustomId, present: Option<Country>) -> CreateModal {
    let field = CreateInputText::new(InputTextStyle::Short, i18n.list_country_field(), CustomId::CountryField)
        .placeholder(i18n.list_country_example())
        .max_length(60)
        .required(true);
    let field = match present {
        Some(country) => field.value(country.letters()),
        None => field,
    };
    CreateModal::new(id, i18n.list_country_title()).components(vec![CreateActionRow::InputText(field)])
}

/// Returns the question to which group the people of a message are added, with a menu of the groups.
pub(crate) fn which_group(
    i18n: Language,
    id: ConfirmationId,
    expires_at: Timestamp,
    groups: &[GroupSummary],
) -> Message {
    let card = Card::new(Tone::Attention, i18n.people_title()).text(i18n.list_which_group());
    let card = if groups.len() > OPTIONS_MAX { card.footnote(i18n.list_more_groups(OPTIONS_MAX)) } else { card };
    let card = card.footnote(expiry(i18n, expires_at));
    Message::from(card).with_row(menu_of_groups(i18n, CustomId::GroupOfList(id), i18n.menu_group(), groups))
}

/// Returns the menu of the groups of which the user may mean one.
pub(crate) fn group_menu(i18n: Language, id: ConfirmationId, groups: &[GroupSummary]) -> CreateActionRow {
    menu_of_groups(i18n, CustomId::ChooseGroup(id), i18n.menu_group(), groups)
}

/// Returns the menu below a list that opens one of these groups.
pub(super) fn open_menu(i18n: Language, groups: &[GroupSummary]) -> CreateActionRow {
    menu_of_groups(i18n, CustomId::OpenGroup, i18n.menu_open_group(), groups)
}

fn menu_of_groups(i18n: Language, id: CustomId, prompt: String, groups: &[GroupSummary]) -> CreateActionRow {
    let (shown, others) = groups.split_at(groups.len().min(OPTIONS_MAX));
    let (shown, others): (Vec<_>, Vec<_>) = (shown.iter().collect(), others.iter().collect());
    let labels = group_choices(i18n, &shown, &others, OPTION_MAX);
    let option = |(label, group): (String, &GroupSummary)| CreateSelectMenuOption::new(label, group.id.as_str());
    let options = labels.into_iter().zip(shown).map(option).collect();
    let menu = CreateSelectMenu::new(id, CreateSelectMenuKind::String { options });
    CreateActionRow::SelectMenu(menu.placeholder(prompt))
}

/// Returns the answer where there is no group to choose.
pub(crate) fn no_groups(i18n: Language) -> Message {
    Card::new(Tone::Failed, i18n.people_title()).text(i18n.list_no_groups()).into()
}
