//! Operations with their outcomes, and errors, of which the tests show every reply.

use std::sync::Arc;

use serde_json::{Value, json};
use usher_clock::Timestamp;
use whatsapp::people::{ReadOptions, UnreadableList, read_text};

use super::*;
use crate::people_list::{GroupFacts, ListPreview, ListSource, ReadList, Selection, select};

pub(super) const GROUP: &str = "120363000000000001@g.us";
pub(super) const HOSTILE: &str = "Team *A* @everyone";
pub(super) const WHO: UserId = UserId(11);
pub(super) const ROLE: RoleId = RoleId(41);
pub(super) const TIME: Timestamp = Timestamp::from_secs(1_700_000_000);

pub(super) fn group() -> GroupId {
    GROUP.parse().unwrap()
}

pub(super) fn operation(name: &str, rest: &Value) -> Operation {
    let mut json = json!({ "operation": name, "at": { "session": "default", "group": GROUP, "name": HOSTILE } });
    json.as_object_mut().unwrap().extend(rest.as_object().unwrap().clone());
    serde_json::from_value(json).unwrap_or_else(|error| panic!("{name}: {error}"))
}

pub(super) fn people() -> Vec<&'static str> {
    vec!["5521988880001@s.whatsapp.net", "5521988880002@s.whatsapp.net", "987654321098765@lid"]
}

/// Returns each operation with an outcome.
#[expect(clippy::too_many_lines, reason = "a list")]
pub(super) fn done_samples() -> Vec<(Operation, Outcome)> {
    let standings = [
        "added",
        "already_member",
        "must_be_invited",
        "not_on_whats_app",
        "left_recently",
        "group_full",
        "refused",
        "not_asked",
        "unconfirmed",
        "private",
        "not_added",
        "number_refused",
    ];
    let stood: Vec<Value> = standings
        .iter()
        .enumerate()
        .map(|(n, standing)| json!({ "person": format!("55219888800{n:02}@s.whatsapp.net"), "standing": standing }))
        .collect();
    let removed: Vec<Value> = ["removed", "no_member", "creator", "own_account", "still_there", "unconfirmed"]
        .iter()
        .map(|removal| json!({ "person": people()[0], "removal": removal }))
        .collect();
    let decided = |results: &[&str]| -> Vec<Value> {
        results.iter().map(|result| json!({ "person": people()[1], "result": result })).collect()
    };
    let settings: Vec<Value> = [
        (json!({ "writers": "admins" }), "changed"),
        (json!({ "editors": "everyone" }), "nothing_to_do"),
        (json!({ "adders": "admins" }), "not_changed"),
        (json!({ "join_approval": true }), "unconfirmed"),
    ]
    .iter()
    .map(|(setting, result)| json!({ "setting": setting, "result": result }))
    .collect();
    let none = json!({ "writers": null, "editors": null, "adders": null, "join_approval": null });
    let admins: Vec<Value> =
        ["changed", "nothing_to_do", "no_member", "creator", "own_account", "not_changed", "unconfirmed"]
            .iter()
            .map(|result| json!({ "person": people()[0], "result": result }))
            .collect();
    let members = json!([]);
    let shown = json!({ "id": GROUP, "name": HOSTILE, "description": "Be _kind_.", "owner": null,
        "created_at": 1_700_000_000, "participants": members });
    let preview = json!({ "id": GROUP, "name": HOSTILE, "size": 1_024, "created_at": 1_700_000_000, "inviter": null,
        "participants": members });
    let lines: Vec<Value> = (0..60)
        .map(|n| json!({ "id": format!("1203630000000000{n:02}@g.us"), "name": format!("Group {n}"), "size": n }))
        .collect();
    let named = json!({ "people": people() });
    let found = json!([{
        "member": { "phone": "+5521988880001", "lid": null, "role": "admin" }, "by": "visible",
    }]);
    let code = "AbCdEfGhIjKlMnOpQrStUv";
    let samples = [
        (
            operation(
                "create_group",
                &json!({ "session": "default", "name": "New", "people": people(), "description": "d" }),
            ),
            json!({ "outcome": "created", "group": GROUP, "name": "New", "people": stood, "invite": code, "described": false, "pictured": false }),
        ),
        (
            operation("list_groups", &json!({ "session": "default", "search": null, "page": 1 })),
            json!({ "outcome": "groups", "session": "default", "search": null, "groups": lines, "unread": 2 }),
        ),
        (
            operation("list_groups", &json!({ "session": "default", "search": "x" })),
            json!({ "outcome": "groups", "session": "default", "search": "x", "groups": [] }),
        ),
        (operation("show_group", &json!({})), json!({ "outcome": "group", "group": shown })),
        (
            operation("rename_group", &json!({ "name": "New" })),
            json!({ "outcome": "renamed", "before": HOSTILE, "after": "New" }),
        ),
        (operation("describe_group", &json!({ "text": "a\nb" })), json!({ "outcome": "described", "text": "a\nb" })),
        (operation("describe_group", &json!({ "text": "" })), json!({ "outcome": "described", "text": "" })),
        (
            operation("set_picture", &json!({ "url": "https://example.com/a.png" })),
            json!({ "outcome": "picture_set", "url": "https://example.com/a.png" }),
        ),
        (operation("set_picture", &json!({ "image": "/9j/" })), json!({ "outcome": "picture_set", "url": null })),
        (operation("leave_group", &json!({})), json!({ "outcome": "left" })),
        (operation("delete_group", &json!({})), json!({ "outcome": "deleted" })),
        (
            operation("join_group", &json!({ "session": "default", "code": code })),
            json!({ "outcome": "joined", "group": GROUP, "name": HOSTILE }),
        ),
        (
            operation("preview_invite", &json!({ "session": "default", "code": code })),
            json!({ "outcome": "previewed", "preview": preview }),
        ),
        (operation("list_members", &json!({})), json!({ "outcome": "members", "members": members })),
        // The member list and the code of a read are not stored.
        (operation("export_members", &json!({})), json!({ "outcome": "members_exported", "members": 0 })),
        (
            operation("add_members", &named),
            json!({ "outcome": "added", "people": stood, "invite": code, "rest_at": 1_700_000_000 }),
        ),
        (operation("add_members", &named), json!({ "outcome": "added", "people": stood, "invite": null })),
        (
            operation("add_members", &json!({ "people": people(), "most": 4, "rest_later": true })),
            json!({ "outcome": "added", "people": stood, "invite": code, "continues_at": 1_700_000_000 }),
        ),
        (
            operation("add_members", &json!({ "people": people(), "rest_later": true })),
            json!({ "outcome": "added", "people": [stood[0]], "invite": null }),
        ),
        (
            operation("add_members", &json!({ "people": people(), "most": 4 })),
            json!({ "outcome": "added", "people": [], "invite": null }),
        ),
        (operation("remove_members", &named), json!({ "outcome": "removed", "people": removed })),
        (
            operation("change_admins", &json!({ "people": people(), "to": "admin" })),
            json!({ "outcome": "admins_changed", "people": admins, "admins": members }),
        ),
        (
            operation("change_admins", &json!({ "people": people(), "to": "member" })),
            json!({ "outcome": "admins_changed", "people": admins, "admins": null }),
        ),
        (operation("show_invite", &json!({})), json!({ "outcome": "invite_shown" })),
        (operation("show_invite", &json!({ "to_send": true })), json!({ "outcome": "invite_shown" })),
        (operation("revoke_invite", &json!({})), json!({ "outcome": "invite_revoked", "code": code })),
        (operation("revoke_invite", &json!({})), json!({ "outcome": "invite_revoked", "code": null })),
        (operation("list_sessions", &json!({})), json!({ "outcome": "sessions", "sessions": [] })),
        (
            operation("rename_group", &json!({ "name": HOSTILE })),
            json!({ "outcome": "renamed", "before": HOSTILE, "after": HOSTILE }),
        ),
        (
            operation("describe_group", &json!({ "text": "a" })),
            json!({ "outcome": "described", "text": "a", "unchanged": true }),
        ),
        (
            operation(
                "create_group",
                &json!({ "session": "default", "name": "New", "people": [], "description": "d" }),
            ),
            json!({ "outcome": "created", "group": GROUP, "name": "New", "people": [], "invite": null,
                "described": "unconfirmed", "pictured": "unconfirmed" }),
        ),
        (
            operation("find_members", &json!({ "search": "+55 21 98888-0001", "role": null })),
            json!({ "outcome": "members_found", "members": found, "unread": 1 }),
        ),
        (
            operation("find_members", &json!({ "search": "*admin*", "role": "admin" })),
            json!({ "outcome": "members_found", "members": [], "unread": 0 }),
        ),
        (
            operation("show_settings", &json!({})),
            json!({ "outcome": "settings", "settings": { "writers": "admins", "editors": "everyone", "adders": "everyone",
                "join_approval": false } }),
        ),
        (operation("show_settings", &json!({})), json!({ "outcome": "settings", "settings": none })),
        (
            operation("change_settings", &json!({ "to": [{ "writers": "admins" }, { "join_approval": true }] })),
            json!({ "outcome": "settings_changed", "settings": settings, "before": none }),
        ),
        (
            operation("list_join_requests", &json!({})),
            json!({ "outcome": "join_requests", "requests": [
                { "person": { "phone": people()[0].split_once('@').map(|(digits, _)| format!("+{digits}")), "lid": null,
                    "role": "member" }, "requested_at": 1_700_000_000 },
                { "person": { "phone": null, "lid": people()[2], "role": "member" }, "requested_at": null }] }),
        ),
        (
            operation("list_join_requests", &json!({})),
            json!({ "outcome": "join_requests", "requests": [], "approval": false }),
        ),
        (
            operation(
                "decide_join_requests",
                &json!({ "people": people(), "decision": "approve", "is_of_all": true,
                "hidden": 2 }),
            ),
            json!({ "outcome": "join_requests_decided", "decision": "approve",
                "people": decided(&["approved", "not_asking", "not_in", "still_asking", "unconfirmed"]) }),
        ),
        (
            operation("decide_join_requests", &json!({ "people": people(), "decision": "decline" })),
            json!({ "outcome": "join_requests_decided", "decision": "decline", "people": decided(&["declined"]) }),
        ),
        (
            operation("list_sessions", &json!({})),
            json!({ "outcome": "sessions", "sessions": [
                { "name": "default", "status": "CONNECTED", "status_reason": null,
                "phone": "+5511900000000", "push_name": "*Usher*", "lid": null },
                { "name": "second", "status": "DISCONNECTED", "status_reason": "LOGGED_OUT",
                "phone": null, "push_name": null, "lid": null },
                { "name": "third", "status": "UNKNOWN", "status_reason": null,
                "phone": null, "push_name": null, "lid": null },
            ], "facts": {
                "default": { "since": 1_800_000_000, "left": 480 }, "second": { "since": 1_800_000_000, "left": 0 },
                "third": { "since": null, "left": null },
            } }),
        ),
    ];
    let with_reads = |mut outcome: Outcome| {
        match &mut outcome {
            Outcome::ExportMembers(exported) => exported.list = Some(serde_json::from_value(members.clone()).unwrap()),
            Outcome::ShowInvite(shown) => shown.code = Some(code.parse().unwrap()),
            _ => {}
        }
        outcome
    };
    let read = |(operation, outcome): (Operation, Value)| {
        let read = serde_json::from_value(outcome.clone()).unwrap_or_else(|error| panic!("{error}: {outcome}"));
        (operation, with_reads(read))
    };
    samples.into_iter().map(read).collect()
}

pub(super) fn done_of((operation, outcome): (Operation, Outcome)) -> Done {
    Done {
        operation,
        outcome,
        shows_numbers: true,
        account: ACCOUNT,
        stopped: None,
        interaction: InteractionId(9),
        next: NextSteps { may: Capability::ALL.into_iter().collect(), is_member: false, undo: None },
    }
}

/// Returns unconfirmed changes with all that may be known about them.
pub(super) fn not_confirmed() -> Vec<UserError> {
    let operation = operation("rename_group", &json!({ "name": "Spring." }));
    let candidates: Vec<Value> =
        (0..12).map(|n| json!({ "id": format!("1203630000000000{n:02}@g.us"), "name": HOSTILE, "size": n })).collect();
    let doubts = [
        json!({ "sign": "unchanged", "waited": 92 }),
        json!({ "sign": "unclear", "waited": 92 }),
        json!({ "sign": "unclear", "waited": 92, "candidates": candidates }),
        json!({ "sign": "not_shown", "waited": 0 }),
        json!({ "sign": "unreadable", "waited": 92, "unreadable": { "error": "unavailable" } }),
        json!(null),
    ];
    let problem = |doubt: Value| {
        let failure = json!({ "cause": { "error": "lost" }, "carried": "maybe", "doubt": doubt });
        let failure = serde_json::from_value(failure).unwrap();
        OperationError::from(NotConfirmed { case: AuditId(1_234), operation: operation.clone(), failure }).into()
    };
    doubts.into_iter().map(problem).collect()
}

#[expect(clippy::too_many_lines, reason = "a list")]
pub(super) fn problems() -> Vec<UserError> {
    let refusal = |elsewhere, needs_approval, holders: &[u64]| {
        let holders = holders.iter().map(|id| RoleId(*id)).collect();
        UserError::from(Refusal { needs: Capability::GroupsEdit, elsewhere, needs_approval, holders })
    };
    let line = GroupSummary { id: group(), name: HOSTILE.to_owned(), size: None, created_at: None };
    let mut all: Vec<UserError> = vec![
        AccessError::NotInAServer.into(),
        AccessError::ServerNotConfigured { server: GuildId(2_000_000_000_000_000_001) }.into(),
        refusal(false, false, &[]),
        refusal(true, false, &[41]),
        refusal(false, true, &[41, 42]),
        BadText::NameEmpty.into(),
        BadText::NameTooLong { given: 30, max: 25 }.into(),
        BadText::DescriptionTooLong { given: 3_000 }.into(),
        BadText::PictureUrl.into(),
        InvalidId::Session.into(),
        InvalidId::Group.into(),
        InvalidId::GroupForPerson.into(),
        InvalidId::Person.into(),
        InvalidId::Phone.into(),
        InvalidId::Invite.into(),
        InputError::NobodyFound(Box::new(unclear_list(1))).into(),
        InputError::NobodyFound(Box::new(unclear_list(30))).into(),
        InputError::NobodyNamed.into(),
        InputError::OnePersonOnly { given: 2 }.into(),
        InputError::NobodyAsks.into(),
        UnreadableList::TooLarge.into(),
        UnreadableList::UnknownFormat.into(),
        UnreadableList::UnsupportedSpreadsheet.into(),
        UnreadableList::Damaged.into(),
        UnreadableList::TooManyPeople.into(),
        BadPicture::TooLarge.into(),
        BadPicture::TooManyPixels { width: 60_000, height: 60_000, max: 40 }.into(),
        BadPicture::Unreadable.into(),
        AttachmentError::NotDownloaded.into(),
        InputError::TwoPictures.into(),
        InputError::NoInvite.into(),
        InteractionError::PageGone.into(),
        InputError::NoSuchPreset { name: "king".to_owned() }.into(),
        InputError::NoSuchCapability { name: "fly".to_owned() }.into(),
        InputError::OptionMissing(&["image", "url"]).into(),
        InputError::TooManyPeople { given: 300, max: 256 }.into(),
        GroupError::NoSuchSession { sessions: vec!["default".to_owned()] }.into(),
        GroupError::NoSuchGroup { name: HOSTILE.to_owned(), offered: vec![line.clone()], is_like: true }.into(),
        GroupError::NotAdmin { number: "+5511900000000".parse().ok() }.into(),
        GroupError::NotAdmin { number: None }.into(),
        GroupError::Ambiguous(Ambiguous {
            needs: Capability::GroupsEdit,
            name: HOSTILE.to_owned(),
            groups: vec![line; 60],
            page: 1,
        })
        .into(),
        RequestError::NoApprovalsChannel { needs: Capability::GroupsEdit }.into(),
        RequestError::TooManyOpen.into(),
        RequestError::NoSuchRequest.into(),
        RequestError::OwnRequest.into(),
        RequestError::BeingDecided.into(),
        RequestError::NotAsShown.into(),
        UserError::TooMuch(TooMuch::InAMinute { limit: 20, is_strict: false, free_at: TIME }),
        UserError::TooMuch(TooMuch::InAMinute { limit: 5, is_strict: true, free_at: TIME }),
        UserError::TooMuch(TooMuch::InADay { left: 1, budget: 500, free_at: Some(TIME) }),
        UserError::TooMuch(TooMuch::InADay { left: 0, budget: 1, free_at: None }),
        SettingsError::BeyondOwn { capabilities: vec![Capability::GroupsDelete] }.into(),
        SettingsError::NothingToRevoke { in_file: true }.into(),
        SettingsError::NothingToRevoke { in_file: false }.into(),
        SettingsError::NothingToGrant.into(),
        SettingsError::NoEffectInGroup { capabilities: vec![Capability::GroupsCreate] }.into(),
        SettingsError::SetAlready.into(),
        SettingsError::FixedByFile.into(),
        AccessError::NotAdministrator.into(),
        SettingsError::NotAMember.into(),
        SettingsError::CannotWrite { channel: ChannelId(31) }.into(),
        Unavailable::DiscordSilent.into(),
        ConfirmationError::Gone.into(),
        ConfirmationError::UndoGone.into(),
        ConfirmationError::Answered.into(),
        ConfirmationError::NotYours.into(),
        ConfirmationError::WrongName.into(),
        UserError::Elsewhere,
        StoreError::TooSlow.into(),
        InteractionError::NotAcknowledged.into(),
        InteractionError::CutShort.into(),
        InputError::NoSuchCase.into(),
        Unavailable::Busy.into(),
        Unavailable::Stopping.into(),
        InteractionError::UnknownCommand { nearest: None }.into(),
        InteractionError::UnknownCommand { nearest: Some("wa-group list".to_owned()) }.into(),
        Unavailable::Internal.into(),
    ];
    all.extend(State::ALL.map(|state| RequestError::Decided { state, by: Some(WHO) }.into()));
    all.extend(api_errors().into_iter().map(|cause| Failure::new(cause, Effect::No).into()));
    all.push(Failure::new(ApiError::Lost, Effect::Maybe).into());
    all.extend(not_confirmed());
    all.push(OperationError::Unsettled { since: TIME }.into());
    all.push(InteractionError::Unreadable.into());
    all.extend([
        BadText::PictureUrlTooLong { given: 3_000 }.into(),
        BadText::PictureUrlPrivate.into(),
        UnreadableList::TooManyCells.into(),
        AttachmentError::TooSlow.into(),
        BadPicture::CutOff.into(),
        BadPicture::TooSlow.into(),
        InvalidId::SeveralInvites.into(),
        UserError::TooMuch(TooMuch::Asked { free_at: TIME }),
        SettingsError::UnknownCountry { typed: "*Atlantis*".to_owned() }.into(),
        SettingsError::BadInvitation.into(),
        RequestError::ApprovedAlready.into(),
        SettingsError::MentionsEveryone.into(),
    ]);
    all.extend(group_sets::problems());
    all
}

/// Reads a list as the bot does, with Brazil as the country.
pub(super) fn read_list(text: &str) -> ReadList {
    let source = ListSource { text: Some(text.to_owned()), file: None, is_of_others: false };
    let country = "BR".parse().ok();
    let list = read_text(text, ReadOptions { country }).unwrap();
    ReadList::new(source, country, Some(list), None).unwrap()
}

/// Returns a list of so many entries of which none is understood.
fn unclear_list(entries: usize) -> ReadList {
    let list = read_list(&"17/05/2024\n".repeat(entries));
    assert_eq!((list.unclear, list.found().count()), (entries, 0));
    list
}

/// Returns previews of lists, by name.
pub(super) fn previews() -> Vec<(&'static str, PreviewCard)> {
    let add = operation("add_members", &json!({ "people": [] }));
    let create = operation(
        "create_group",
        &json!({ "name": "New", "people": [], "description": null, "picture": null, "session": "default" }),
    );
    let remove = operation("remove_members", &json!({ "people": [] }));
    let card = |operation: &Operation, text: &str, facts, note| {
        let list = read_list(text);
        let operation = select(operation, &list, Selection::All).unwrap();
        let preview = Arc::new(ListPreview { list, facts });
        let id = "0123456789abcdef0123456789abcdef".parse().unwrap();
        PreviewCard { id, operation, preview, unsettled: None, expires_at: TIME, page: 0, note }
    };
    let facts = GroupFacts { members: Some(1_020), already: Some(1), may_add: Some(2), minutes: Some(7) };
    let room = GroupFacts { members: Some(12), already: Some(0), may_add: Some(498), minutes: None };
    let messy = "1. Ana *A*: 11 97777-0412\n2. Bia +55 21 96666-0001 @everyone\n3. 17/05/2024\n\
                 4. Caio 21 96666-0002\nBia +55 21 96666-0001\nDani (415) 555-0123";
    let many = (0..30).map(|n| format!("Zed {n}: 17/05/2024 and 12{n:02}\n")).collect::<Vec<_>>().concat();
    let table = "name;WhatsApp;phone\nAna;+55 21 96666-0001;11 3333-4444\nBia;11 97777-0412;\nCaio;12345;";
    let guessed = "(415) 555-0123\n+55 011 97777-0412\n+44 0151 2345 678\n555-0123";
    let wrong = Some(SettingsError::UnknownCountry { typed: "Atlantis".to_owned() }.into());
    let mut repeated = card(&add, messy, room, None);
    repeated.unsettled = Some(TIME);
    vec![
        ("messy", card(&add, messy, room, None)),
        ("too many", card(&add, messy, facts, None)),
        ("unclear", card(&add, &format!("{many}+55 21 96666-0001"), GroupFacts::default(), None)),
        ("table", card(&create, table, GroupFacts { may_add: Some(0), ..Default::default() }, None)),
        ("guessed", card(&remove, guessed, GroupFacts::default(), wrong)),
        ("nobody", card(&add, "1234567", GroupFacts::default(), None)),
        ("repeated", repeated),
    ]
}
