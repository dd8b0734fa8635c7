//! What somebody who may approve a request reads of it: everything that would be carried out.

use super::card::{Card, File, Message, Tone};
use super::notices::user;
use super::outcomes::{code, image, picture_file};
use super::people::{NAMED_MAX, person};
use super::requests::{footer, title_of};
use super::text::escape;
use super::wish::wish;
use crate::groups_api::ids::Person;
use crate::language::Language;
use crate::operations::{Operation, country_of};
use crate::store::AccessRequest;
use crate::table::csv;

/// The request in full, for somebody who may decide: the whole text and all people as files, and the picture. A country is
/// found for each person, which takes milliseconds for a thousand.
pub(crate) fn request_details(say: Language, request: &AccessRequest) -> Message {
    let AccessRequest { asker, operation, .. } = request;
    // Of a group elsewhere, which is what somebody is to approve; the links of the server's own groups are not here.
    let invite = match operation {
        Operation::JoinGroup(join) => join.invite.code(),
        Operation::PreviewInvite(preview) => preview.invite.code(),
        _ => None,
    };
    let wish = wish(say, operation, person);
    let card = Card::new(Tone::Shown, title_of(say, operation))
        .text(format!("{}{}", say.request_asks(user(*asker), &wish.phrase), wish.blocks()))
        .field(say.field_group_id(), operation.group().map(|at| code(at.group.as_str())).unwrap_or_default())
        .field(say.field_invite_link(), invite.map(|code| escape(&code.link())).unwrap_or_default())
        .footer(footer(say, request));
    let card = match operation.people_named() {
        [] => card,
        people => card.file(people_file(say, people)),
    };
    let card = match operation.long_text() {
        None | Some("") => card,
        Some(text) => card.file(text_file(text)),
    };
    match image(operation) {
        None => card.into(),
        Some(picture) => {
            let file = picture_file(say, picture);
            card.image(format!("attachment://{}", file.name)).file(file).into()
        }
    }
}

/// What the posted request leaves out, and where it is; empty where it leaves nothing out. `is_cut`: its text.
pub(super) fn left_out(say: Language, operation: &Operation, is_cut: bool) -> String {
    let people = operation.people();
    let parts = [
        (people > NAMED_MAX).then(|| say.request_more_people(NAMED_MAX, people)),
        is_cut.then(|| say.request_more_text()),
        image(operation).map(|_| say.request_more_picture()),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("\n")
}

/// Each person as they would be asked for, and the country of the number: a national number that was read as one of
/// another country shows there.
fn people_file(say: Language, people: &[Person]) -> File {
    let (of_person, of_country) = (say.column_person(), say.column_country());
    let rows = people.iter().map(|one| [person(one), country_of(one).unwrap_or_default()]);
    File::csv("people.csv", csv([&of_person, &of_country], rows))
}

fn text_file(text: &str) -> File {
    File {
        name: "text.txt",
        content_type: "text/plain; charset=utf-8",
        bytes: text.as_bytes().to_vec().into(),
        alt: String::new(),
    }
}
