//! What an entry of the audit log says: the same sentence in the log channel, in `/wa-audit` and in exports.

use std::collections::HashMap;

use groups_api::Effect;
use whatsapp::{GroupId, JoinDecision, Person};

use super::announcements::{approved_by, recorded_line, who};
use super::confirmation::stopped_in_words;
use super::operations::{self, Phrasing};
use super::outcomes::code;
use super::people::enumerate;
use super::permissions::action;
use super::problems::in_short;
use super::text::{escape, masked, quote};
use crate::access::UserId;
use crate::language::Language;
use crate::operations::{
    AddMembers, ChangeAdmins, CreateGroup, Failure, GroupName, Operation, Perform as _, Rank, RemoveMembers,
};
use crate::store::{
    AdminOutcome, AuditEnd, AuditOutcome, AuditRecord, AuditResult, AuditStatus, NotApproved, ReasonChanged,
};

/// The result of a person whose change is not confirmed, as recorded.
const UNCONFIRMED: &str = "unconfirmed";

/// How a reader sees an entry.
#[derive(Clone, Copy)]
pub(super) struct CaseReader<'a> {
    pub(super) i18n: Language,
    /// How people of Discord are named.
    pub(super) names: &'a dyn Fn(UserId) -> String,
}

/// Returns what an entry says: the sentence, what was asked for, the reason, and who approved it. Phone numbers are
/// masked, and there are no links.
pub(super) fn told(i18n: Language, row: &AuditRecord) -> String {
    let reader = CaseReader { i18n, names: &|user| who(i18n, user) };
    let mut lines = vec![reader.sentence(row)];
    lines.extend(asked_name(i18n, row).map(|asked| quote(&asked)));
    if row.result() == AuditResult::NotConfirmed && row.end().is_some_and(|end| end.changed_something()) {
        let unconfirmed = row.people().iter().filter(|(_, became)| *became == UNCONFIRMED).count();
        lines.push(i18n.case_unconfirmed_people(unconfirmed));
    }
    if let Some(AuditEnd::Done { stopped: Some(stopped), .. }) = row.end() {
        lines.push(stopped_in_words(i18n, stopped));
    }
    // Who denied it is in the sentence.
    let last = row.approver.filter(|_| row.verdict != Some(AuditStatus::Refused));
    let approvers = row.first_approver.into_iter().chain(last).map(|by| who(i18n, by)).collect();
    lines.extend(approved_by(i18n, approvers));
    if let Some(reason) = reason(row) {
        lines.push(quote(&masked(&reason)));
    }
    if let Some(by) = row.reason_by {
        lines.push(i18n.reason_by(who(i18n, by)));
    }
    lines.join("\n")
}

/// Returns the name that a group was to get, if it did not get it: the sentence about a rename or a new group has it
/// otherwise.
pub(super) fn asked_name(i18n: Language, row: &AuditRecord) -> Option<String> {
    if matches!(row.result(), AuditResult::Done | AuditResult::Open) {
        return None;
    }
    let named = |name: &GroupName| Some(format!("{}: {}", i18n.field_new_name(), name.as_str()));
    if let Some(Operation::RenameGroup(rename)) = &row.entry.what.data {
        return named(&rename.name);
    }
    if let Some(Operation::CreateGroup(create)) = &row.entry.what.data { named(&create.name) } else { None }
}

/// Returns why it was done, or the reason that was written to another entry.
pub(super) fn reason(row: &AuditRecord) -> Option<String> {
    row.reason.clone().or_else(|| match row.end()? {
        AuditEnd::Done { outcome, .. } => match *outcome {
            AuditOutcome::Admin(AdminOutcome::ReasonChanged(ReasonChanged { reason, .. })) => Some(reason),
            AuditOutcome::Admin(_) | AuditOutcome::Operation(_) => None,
        },
        AuditEnd::Refused { .. } | AuditEnd::NotApproved { .. } | AuditEnd::Failed { .. } => None,
    })
}

impl CaseReader<'_> {
    /// Returns who did what, or tried to.
    pub(super) fn sentence(self, row: &AuditRecord) -> String {
        let sentence = self.of_end(row);
        if row.confirmed.is_some() { self.i18n.case_confirmed(sentence) } else { sentence }
    }

    fn of_end(self, row: &AuditRecord) -> String {
        let Self { i18n, names } = self;
        let by = || row.approver.map_or_else(|| i18n.somebody(), names);
        let (who, action, operation) = (names(row.entry.user), specific_action(i18n, row), &row.entry.what.operation);
        match row.end() {
            Some(AuditEnd::Done { outcome, .. }) if !outcome.changed_something() => {
                if row.result() == AuditResult::NotConfirmed {
                    i18n.case_unconfirmed(who, action)
                } else {
                    i18n.case_nothing(who, action, nothing(i18n, row))
                }
            }
            Some(AuditEnd::Done { outcome, .. }) => {
                let what = &row.entry.what;
                let named: HashMap<GroupId, String> =
                    what.group.clone().zip(what.group_name.clone()).into_iter().collect();
                let line = recorded_line(i18n, what.data.as_ref(), &outcome, who.clone(), &named.into());
                line.unwrap_or_else(|| i18n.case_used(who, action))
            }
            Some(AuditEnd::Refused { more, .. }) => {
                let refused = i18n.case_refused(who, action);
                if more == 0 { refused } else { format!("{refused}\n{}", i18n.case_refused_more(more)) }
            }
            Some(AuditEnd::NotApproved { how }) => match how {
                NotApproved::Denied { reason: None } => i18n.case_denied(by(), who, action),
                NotApproved::Denied { reason: Some(reason) } => {
                    format!("{}\n{}", i18n.case_denied(by(), who, action), quote(&masked(&reason)))
                }
                NotApproved::Cancelled => i18n.case_taken_back(who, action),
                NotApproved::Expired => i18n.case_expired(who, action),
            },
            Some(AuditEnd::Failed { failure: Failure { carried: Effect::No, cause, .. } }) => {
                i18n.case_failed(who, action, in_short(i18n, &cause, operation))
            }
            Some(AuditEnd::Failed { failure: Failure { cause, .. } }) => {
                i18n.case_unknown(who, action, in_short(i18n, &cause, operation))
            }
            None => self.of_masked(row, who),
        }
    }

    /// Returns the sentence for an entry whose outcome is unreadable as data, because retention masked its people.
    fn of_masked(self, row: &AuditRecord, who: String) -> String {
        let i18n = self.i18n;
        let names: Vec<String> = row.changed_people().map(escape).collect();
        if names.is_empty() {
            let (action, people) = (action_of(i18n, row), row.people().len());
            return match (row.result(), people) {
                (AuditResult::NoChange, _) => i18n.case_nothing(who, action, nothing(i18n, row)),
                (_, 0) => i18n.case_used_result(who, action, verdict(i18n, row)),
                (_, people) => i18n.case_used_for(who, action, people, verdict(i18n, row)),
            };
        }
        let (people, count) = (enumerate(i18n, names.into_iter()), row.people().len());
        match PeopleChange::of(row) {
            Some(PeopleChange::Addition) => i18n.deed_added(who, people),
            Some(PeopleChange::Removal) => i18n.deed_removed(who, people),
            Some(PeopleChange::NewGroup) => i18n.deed_created_with(who, people),
            Some(PeopleChange::Admins(Some(Rank::Admin))) => i18n.deed_promoted(who, people),
            Some(PeopleChange::Admins(Some(Rank::Member))) => i18n.deed_demoted(who, people),
            Some(PeopleChange::Admins(None)) => i18n.deed_admins_changed(who, people),
            Some(PeopleChange::JoinRequests(JoinDecision::Approve)) => i18n.deed_requests_approved(who, people),
            Some(PeopleChange::JoinRequests(JoinDecision::Decline)) => i18n.deed_requests_declined(who, people),
            None => i18n.case_used_for(who, action_of(i18n, row), count, verdict(i18n, row)),
        }
    }
}

/// A change of people, by the name of its operation.
enum PeopleChange {
    Addition,
    Removal,
    NewGroup,
    /// The role that the people were to receive, if the entry says it.
    Admins(Option<Rank>),
    JoinRequests(JoinDecision),
}

impl PeopleChange {
    fn of(row: &AuditRecord) -> Option<Self> {
        let all = [
            (AddMembers::NAME, Self::Addition),
            (RemoveMembers::NAME, Self::Removal),
            (CreateGroup::NAME, Self::NewGroup),
            (ChangeAdmins::NAME, Self::Admins(row.rank())),
        ];
        let found = all.into_iter().find(|(name, _)| *name == row.entry.what.operation).map(|(_, change)| change);
        found.or_else(|| row.join_decision().map(Self::JoinRequests))
    }
}

/// Returns what did not happen in an operation that changed nothing.
fn nothing(i18n: Language, row: &AuditRecord) -> String {
    match PeopleChange::of(row) {
        Some(PeopleChange::Addition) => i18n.nothing_added(),
        Some(PeopleChange::Removal) => i18n.nothing_removed(),
        Some(PeopleChange::Admins(Some(Rank::Admin))) => i18n.nothing_promoted(),
        Some(PeopleChange::Admins(Some(Rank::Member))) => i18n.nothing_demoted(),
        Some(PeopleChange::Admins(None) | PeopleChange::JoinRequests(_) | PeopleChange::NewGroup) | None => {
            i18n.nothing_else()
        }
    }
}

/// Returns what the operation of a case is for: "rename groups".
pub(super) fn action_of(i18n: Language, row: &AuditRecord) -> String {
    let operation = &row.entry.what.operation;
    match row.rank() {
        Some(Rank::Admin) => i18n.action_promote(),
        Some(Rank::Member) => i18n.action_demote(),
        // A newer version may have written a name that this one does not know.
        None => action(i18n, operation).unwrap_or_else(|| code(operation)),
    }
}

/// Returns what the case is about, with masked numbers: "remove +55 ••••• 0001 from this group". Only the purpose of the
/// command is known of a case whose people are masked by now, and of most cases that an older release refused.
fn specific_action(i18n: Language, row: &AuditRecord) -> String {
    let phrasing = Phrasing { i18n, name: &Person::masked };
    let known = row.entry.what.data.as_ref().map(|operation| operations::request_line(operation, phrasing).phrase);
    known.unwrap_or_else(|| action_of(i18n, row))
}

/// Returns the outcome of a case in one word.
pub(super) fn verdict(i18n: Language, row: &AuditRecord) -> String {
    result_in_words(i18n, row.result())
}

/// Returns a result in one word.
pub(crate) fn result_in_words(i18n: Language, result: AuditResult) -> String {
    match result {
        AuditResult::Open => i18n.result_open(),
        AuditResult::Done => i18n.result_done(),
        AuditResult::NoChange => i18n.result_nothing(),
        AuditResult::Refused => i18n.result_refused(),
        AuditResult::Failed => i18n.result_failed(),
        AuditResult::NotConfirmed => i18n.result_unknown(),
    }
}

/// Returns what an entry says as plain text, for a cell of a table. `names`: the known names of people of Discord.
pub(crate) fn plain_case(i18n: Language, row: &AuditRecord, names: &dyn Fn(UserId) -> Option<String>) -> String {
    let name = |user: UserId| match user {
        UserId::COMMAND_LINE | UserId::ERASED => who(i18n, user),
        user => escape(&names(user).unwrap_or_else(|| user.to_string())),
    };
    let mut said = CaseReader { i18n, names: &name }.sentence(row);
    if let Some(asked) = asked_name(i18n, row) {
        said.push(' ');
        said.push_str(&escape(&asked));
    }
    without_markup(&said)
}

/// Returns the text as Discord shows it: without marks of bold text, quotes and escapes.
fn without_markup(text: &str) -> String {
    let lines = text.lines().map(|line| line.strip_prefix("> ").unwrap_or(line));
    let text = lines.collect::<Vec<_>>().join(" ").replace("**", "");
    let mut plain = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => plain.extend(chars.next()),
            '\u{200b}' => {}
            '\u{a0}' => plain.push(' '),
            c => plain.push(c),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use whatsapp::unicode::shown;

    use super::*;

    #[test]
    fn a_cell_has_no_markup() {
        assert_eq!(
            without_markup("Ana renamed **Alpha** to **Beta \\*\\***\n> next"),
            "Ana renamed Alpha to Beta ** next"
        );
    }

    proptest! {
        /// What a person wrote stands in a cell as Discord shows it.
        #[test]
        fn escaped_text_is_whole_in_a_cell(text in "[a-zA-Z0-9_~|<>#\\[\\]():. -]{0,40}") {
            let one_line = shown(&text).split_whitespace().collect::<Vec<_>>().join(" ");
            prop_assert_eq!(without_markup(&escape(&text)), one_line);
        }
    }
}
