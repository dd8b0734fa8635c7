//! The details of a request for its approvers: everything that the operation would do.

use whatsapp::Person;
use whatsapp::people::Country;

use super::announcements::user;
use super::card::{Card, File, Message, Tone};
use super::file_name::csv_of_operation;
use super::operations::{picture_file, subject};
use super::outcomes::code;
use super::people::{NAMED_MAX, in_file};
use super::request_line::request_line;
use super::requests::footer;
use super::text::escape;
use crate::language::Language;
use crate::operations::{Operation, RequestedInvite};
use crate::services::AccountNames;
use crate::store::AccessRequest;
use crate::table::csv;

/// Returns the request in full, for an approver: the whole text and all people as files, and the picture. It looks up a
/// country for each person, which takes milliseconds for a thousand people.
pub(crate) fn request_details(i18n: Language, request: &AccessRequest, account: AccountNames) -> Message {
    let AccessRequest { actor, operation, .. } = request;
    // This invite belongs to another server's group, and the approver needs it. Links of the server's own groups are
    // not shown.
    let invite = operation.invite().and_then(RequestedInvite::code);
    let line = request_line(i18n, operation, Person::readable);
    let card = Card::new(Tone::Shown, subject(i18n, operation))
        .text(format!("{}{}", i18n.request_asks(user(*actor), &line.phrase), line.blocks()))
        .field(i18n.field_group_id(), operation.group().map(|at| code(at.group.as_str())).unwrap_or_default())
        .field(i18n.field_invite_link(), invite.map(|code| escape(&code.link())).unwrap_or_default())
        .footer(footer(i18n, request, account));
    let card = match operation.people() {
        [] => card,
        people => card.file(people_file(i18n, operation, people)),
    };
    let card = match operation.long_text() {
        None | Some("") => card,
        Some(text) => card.file(text_file(text)),
    };
    match operation.picture() {
        None => card.into(),
        Some(picture) => {
            let file = picture_file(i18n, picture);
            card.image(format!("attachment://{}", file.name)).file(file).into()
        }
    }
}

/// Returns what the posted request leaves out, and where to find it; empty if it leaves nothing out. `is_cut`: whether
/// its text is cut.
pub(super) fn left_out(i18n: Language, operation: &Operation, is_cut: bool) -> String {
    let people = operation.people().len();
    let parts = [
        (people > NAMED_MAX).then(|| i18n.request_more_people(NAMED_MAX, people)),
        is_cut.then(|| i18n.request_more_text()),
        operation.picture().map(|_| i18n.request_more_picture()),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("\n")
}

/// Returns a file with each person as the operation would send them, the country of the number, and the names that the list
/// had, if any. The country reveals a national number that was read as a number of another country.
fn people_file(i18n: Language, operation: &Operation, people: &[Person]) -> File {
    let (of_person, of_country) = (i18n.column_phone(), i18n.column_country());
    let table = match operation.labels() {
        Some(labels) => {
            let row = |one| [in_file(one), country(one), labels.of(one).unwrap_or_default().to_owned()];
            csv([&of_person, &of_country, &i18n.column_name()], people.iter().map(row))
        }
        None => csv([&of_person, &of_country], people.iter().map(|one| [in_file(one), country(one)])),
    };
    File::csv(csv_of_operation("people", operation), table)
}

fn text_file(text: &str) -> File {
    File {
        name: "text.txt".into(),
        content_type: "text/plain; charset=utf-8",
        bytes: text.as_bytes().to_vec().into(),
        alt: String::new(),
    }
}

/// Returns the two letters of the country of a number; empty for a LID, and for a number of no country.
fn country(person: &Person) -> String {
    match person {
        Person::Phone(number) => Country::of(number).map(|country| country.to_string()).unwrap_or_default(),
        Person::Lid(_) => String::new(),
    }
}
