//! Names of attached files: what is in the file, and the group that it is about.

use whatsapp::GroupId;
use whatsapp::unicode::ascii_words;

use crate::operations::{GroupRef, Operation};

/// Maximum characters of a group's name in the name of a file.
const NAME_MAX: usize = 40;

/// Returns the name of a CSV file about a group: `members-Alpha-Team.csv`.
pub(super) fn csv_of_group(kind: &str, at: &GroupRef) -> String {
    csv_named(kind, at.name.as_deref().filter(|_| !at.is_name_secret), Some(&at.group))
}

/// Returns the name of a CSV file about an operation: after its group, or after the group that it creates.
pub(super) fn csv_of_operation(kind: &str, operation: &Operation) -> String {
    match (operation.group(), operation) {
        (Some(at), _) => csv_of_group(kind, at),
        (None, Operation::CreateGroup(create)) => csv_named(kind, Some(create.name.as_str()), None),
        (None, _) => csv_named(kind, None, None),
    }
}

/// As [`csv_of_group`]. A group without a name in letters and digits that every system accepts is named by its id, if it
/// has one.
pub(super) fn csv_named(kind: &str, name: Option<&str>, group: Option<&GroupId>) -> String {
    let id = || group.map(|group| ascii_words(group.as_str().trim_end_matches("@g.us"), NAME_MAX));
    let words = name.map(|name| ascii_words(name, NAME_MAX)).filter(|words| !words.is_empty()).or_else(id);
    words.map_or_else(|| format!("{kind}.csv"), |words| format!("{kind}-{words}.csv"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_after_its_group() {
        let group = |name: Option<&str>| GroupRef {
            session: "default".parse().unwrap(),
            group: "120363000000000001@g.us".parse().unwrap(),
            name: name.map(str::to_owned),
            is_name_secret: false,
        };
        for (name, file) in [
            (Some("Alpha Team"), "members-Alpha-Team.csv"),
            (Some("Ação & Voluntários"), "members-Acao-Voluntarios.csv"),
            (Some("../../etc/passwd"), "members-etc-passwd.csv"),
            (Some("a\\b:c*d?e\"f<g>h|i"), "members-a-b-c-d-e-f-g-h-i.csv"),
            (Some("=1+1"), "members-1-1.csv"),
            (Some("CON"), "members-CON.csv"),
            (Some("👪 Família 2025 👪"), "members-Familia-2025.csv"),
            (Some("Straße.exe"), "members-Strasse-exe.csv"),
            (Some("भारत"), "members-120363000000000001.csv"),
            (Some("..."), "members-120363000000000001.csv"),
            (Some(""), "members-120363000000000001.csv"),
            (None, "members-120363000000000001.csv"),
        ] {
            assert_eq!(csv_of_group("members", &group(name)), file, "{name:?}");
        }
        let long = csv_of_group("members", &group(Some(&"very long ".repeat(30))));
        assert_eq!(long, "members-very-long-very-long-very-long-very-long.csv");
        let secret = GroupRef { is_name_secret: true, ..group(Some("Secret")) };
        assert_eq!(csv_of_group("members", &secret), "members-120363000000000001.csv");
        assert_eq!(csv_named("people", Some("Picnic!"), None), "people-Picnic.csv");
        assert_eq!(csv_named("people", Some("भारत"), None), "people.csv");
    }
}
