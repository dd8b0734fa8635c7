//! The text of a requested operation, for approvers and for readers of an unconfirmed change.

use whatsapp::Person;

use super::people::enumerate;
use super::text::{block, clamp, escape};
use crate::language::Language;
use crate::operations::{Operation, PictureFrom, Rank};

/// Maximum characters of a requested description or link.
const TEXT_MAX: usize = 2_048;
/// Maximum characters of such texts in a list.
const LINE_MAX: usize = 120;

/// The text of a request.
pub(super) struct Wish {
    /// A phrase that follows "asks to"; it contains no text of the requester's.
    pub(super) phrase: String,
    /// The requester's texts, exactly as the operation would use them, each with its label.
    texts: Vec<(String, String)>,
}

impl Wish {
    fn of(phrase: String) -> Self {
        Self { phrase, texts: Vec::new() }
    }

    fn text(mut self, what: String, text: &str) -> Self {
        self.texts.push((what, clamp(text, TEXT_MAX)));
        self
    }

    /// Returns the texts, each in a code block.
    pub(super) fn blocks(&self) -> String {
        let blocks = self.texts.iter().map(|(what, text)| format!("\n**{what}**\n{}", block(text)));
        blocks.collect::<Vec<_>>().concat()
    }

    /// Returns the texts in one quoted line, for a list.
    pub(super) fn line(&self) -> String {
        let all: Vec<String> = self.texts.iter().map(|(_, text)| escape(text)).collect();
        if all.is_empty() { String::new() } else { format!("\n> {}", clamp(&all.join(" · "), LINE_MAX)) }
    }
}

/// Returns the text of an operation. `name` formats people.
pub(super) fn wish(say: Language, operation: &Operation, name: impl Fn(&Person) -> String) -> Wish {
    let people = |people: &[Person]| enumerate(say, &people.iter().map(&name).collect::<Vec<_>>());
    Wish::of(match operation {
        Operation::CreateGroup(create) => {
            let phrase = match people(&create.people) {
                with if with.is_empty() => say.wish_create(),
                with => say.wish_create_with(with),
            };
            let phrase = if create.picture.is_some() { say.wish_with_picture(phrase) } else { phrase };
            let wish = Wish::of(phrase).text(say.field_new_name(), create.name.as_str());
            return match &create.description {
                None => wish,
                Some(text) => wish.text(say.describe_field(), text.as_str()),
            };
        }
        Operation::RenameGroup(rename) => {
            return Wish::of(say.wish_rename()).text(say.field_new_name(), rename.name.as_str());
        }
        Operation::DescribeGroup(describe) if describe.text.as_str().is_empty() => say.wish_undescribe(),
        Operation::DescribeGroup(describe) => {
            return Wish::of(say.wish_describe()).text(say.describe_field(), describe.text.as_str());
        }
        Operation::SetPicture(set) => match &set.picture {
            PictureFrom::Url(url) => {
                let wish = Wish::of(say.wish_picture_file());
                return wish.text(say.field_new_picture(), url.as_url().as_str());
            }
            PictureFrom::Image(_) | PictureFrom::Forgotten => say.wish_picture_file(),
        },
        Operation::LeaveGroup(_) => say.wish_leave(),
        Operation::DeleteGroup(_) => say.wish_delete(),
        Operation::JoinGroup(_) => say.wish_join(),
        Operation::AddMembers(add) => say.wish_add(people(&add.people)),
        Operation::RemoveMembers(remove) => say.wish_remove(people(&remove.people)),
        Operation::ChangeAdmins(change) => match change.to {
            Rank::Admin => say.wish_promote(people(&change.people)),
            Rank::Member => say.wish_demote(people(&change.people)),
        },
        Operation::ShowInvite(_) => say.wish_show_invite(),
        Operation::RevokeInvite(_) => say.wish_revoke_invite(),
        Operation::ShowGroup(_) => say.wish_show(),
        Operation::ListMembers(_) => say.wish_members(),
        Operation::ExportMembers(_) => say.wish_members_export(),
        Operation::ListGroups(_) => say.wish_list(),
        Operation::PreviewInvite(_) => say.wish_preview(),
        Operation::ListSessions(_) => say.wish_sessions(),
    })
}
