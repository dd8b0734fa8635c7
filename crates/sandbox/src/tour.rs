//! The scripted tour through the main commands. Each step is also a scene of the page, which plays it in a world of its
//! own.

use std::sync::LazyLock;

use super::scene::{ANA, BRUNO, NOBODY, OPEN, SHY, STREET_PARTY_CODE, Scene};

/// A step of the tour, with the lines typed in it.
pub(super) struct Step {
    /// The name, as in `/?scene=approval`.
    pub(super) name: &'static str,
    pub(super) title: &'static str,
    /// The description of the step.
    pub(super) says: &'static str,
    /// The lines to run before the step, if it is played by itself.
    pub(super) before: Vec<String>,
    pub(super) lines: Vec<String>,
}

fn step(name: &'static str, title: &'static str, says: &'static str, lines: &[&str]) -> Step {
    Step { name, title, says, before: Vec::new(), lines: owned(lines) }
}

fn owned(lines: &[&str]) -> Vec<String> {
    lines.iter().map(|line| (*line).to_owned()).collect()
}

impl Step {
    fn after(self, lines: &[&str]) -> Self {
        Self { before: owned(lines), ..self }
    }
}

/// The steps, in the order of the tour.
pub(super) static STEPS: LazyLock<Vec<Step>> =
    LazyLock::new(|| [groups(), invites_and_people(), self_service(), requests()].into_iter().flatten().collect());

/// Sets a daily limit that the tour reaches.
pub(super) fn prepare(mut scene: Scene) -> Scene {
    scene.settings.push_str("limits.adds_per_day = 16\n");
    scene.with_teammate()
}

/// Sets a daily limit that allows adding a thousand people by hand: no account is banned here.
pub(super) fn roomy(mut scene: Scene) -> Scene {
    scene.settings.push_str("limits.adds_per_day = 10000\n");
    scene.with_teammate()
}

fn create() -> String {
    format!("owner: /wa-group create name:Summer Picnic members:{OPEN}, {SHY}, {NOBODY} description:Saturday at noon")
}

fn add() -> String {
    format!("moderator: /wa-group members add group:Summer Picnic members:{OPEN}, {ANA}")
}

/// A list as people paste it: with names, list numbers, links, other dashes and a double. It names eleven people, and one
/// entry is no whole number.
const PASTED: &str = "moderator: type Volunteers for Saturday:
1. Ana Souza – +55 11 96666-0201
2) Bruno: (+55) 11 96666-0202
• Carla tel:+5511966660203
Davi https://wa.me/5511966660204
Elena +351 912 345 678 (mobile)
Fábio <+55 21 96666‑0206>
Gabi '+5521966660207
Hugo 0049 1512 3456789
Iris +44 7912 345678
João 5511966660210
Karla: +55 (11) 96666-0211
ana souza +55 11 96666 0201
Luis 9666-021";

fn list_is_pasted() -> [&'static str; 3] {
    ["moderator: /wa-group members add group:Alpha Team", PASTED, "moderator: press Add 11 people"]
}

fn groups() -> Vec<Step> {
    vec![
        step("list", "The groups", "A moderator looks at the groups.", &["moderator: /wa-group list"]),
        step(
            "refusal",
            "Without a role",
            "A visitor has no role that allows it, and is told so at once.",
            &["visitor: /wa-group list"],
        ),
        step(
            "create",
            "A group is created",
            "The owner creates a group. One of the three forbids being added, one is not on WhatsApp.",
            &[&create()],
        ),
        step("add", "People are added", "A moderator adds a person who is there already, and a new one.", &[&add()])
            .after(&[&create()]),
        step(
            "list-pasted",
            "A list is pasted",
            "A moderator pastes a list into a window. Usher shows how it read it, and adds nobody before one press.",
            &list_is_pasted(),
        ),
        step(
            "unclear",
            "What cannot be understood",
            "What cannot be understood is named, and nothing is sent.",
            &["moderator: /wa-group members add group:Alpha Team members:banana, 12"],
        ),
    ]
}

fn invites_and_people() -> Vec<Step> {
    vec![
        step(
            "link",
            "The invite link",
            "The invite link is for the asker alone.",
            &["moderator: /wa-group invite show group:Summer Picnic"],
        )
        .after(&[&create()]),
        step(
            "revoke",
            "A link is revoked",
            "Revoking the link takes a confirmation; the channel hears of it, without the link.",
            &["moderator: /wa-group invite revoke group:Summer Picnic", "moderator: press Revoke"],
        )
        .after(&[&create()]),
        step(
            "remove",
            "A person is removed",
            "Removing a person needs a confirmation too. Phone numbers are masked in public.",
            &[
                &format!("moderator: /wa-group members remove group:Summer Picnic members:{ANA}"),
                "moderator: press Remove",
            ],
        )
        .after(&[&create(), &add()]),
        step(
            "helper",
            "Rights in one group",
            "A helper of Alpha Team sees that group alone, and may not rename it.",
            &["helper: /wa-group list", "helper: /wa-group rename group:Alpha Team name:Mine"],
        ),
        step(
            "preview",
            "A look before joining",
            "An invite from elsewhere is looked at before anybody joins.",
            &[&format!("moderator: /wa-group preview code:https://chat.whatsapp.com/{STREET_PARTY_CODE}?mode=gi_t")],
        ),
        step(
            "limit",
            "Not too many a day",
            "WhatsApp bans accounts that add many strangers, so each adds so many a day: 500 usually, 16 in this tour.",
            &[&format!("moderator: /wa-group members add group:Beta Readers members:{OPEN}, {BRUNO}")],
        )
        .after(&[&[create().as_str(), &add()], &list_is_pasted()[..]].concat()),
        step(
            "delete",
            "A group is deleted",
            "Deleting a group takes its name, typed.",
            &["owner: /wa-group delete group:Summer Picnic", "owner: press Delete…", "owner: type Summer Picnic"],
        )
        .after(&[&create()]),
    ]
}

/// The owner sets up two channels. [`GRANT`] then gives the helper two rights that need approval.
const SETUP: [&str; 3] =
    ["owner: /wa-setup", "owner: choose usher-log in Log channel", "owner: choose approvals in Channel for approvals"];
const GRANT: &str =
    "owner: /wa-access grant role:@Alpha Helper needs_approval:groups.edit, members.remove group:Alpha Team";
const RENAME: &str = "helper: /wa-group rename group:Alpha Team name:Alpha Crew";
const APPROVE: &str = "moderator: press Approve";

/// Returns the steps that a server's own people do without the operator of the bot.
fn self_service() -> Vec<Step> {
    vec![
        step(
            "setup",
            "A server is set up",
            "The owner sets the server up: what is there, what is missing, and two channels by menus.",
            &SETUP,
        ),
        step(
            "grant",
            "Rights are given",
            "Rights are given in Discord, for one group only if one likes. The helper may now ask for two more.",
            &[GRANT, "owner: /wa-access check user:helper group:Alpha Team"],
        )
        .after(&SETUP),
        step(
            "overreach",
            "Not more than one has",
            "Nobody gives what they may not give.",
            &["moderator: /wa-access grant role:@Moderator preset:owner"],
        ),
    ]
}

/// Returns the steps of requests for approval.
fn requests() -> Vec<Step> {
    let removal = format!("helper: /wa-group members remove group:Alpha Crew members:{ANA}");
    let denied = [
        removal.as_str(),
        "moderator: press Details",
        "moderator: press Deny",
        "moderator: type Not before we have talked to her",
    ];
    let renamed = [&SETUP[..], &[GRANT, RENAME, APPROVE]].concat();
    vec![
        step(
            "request",
            "Asking for permission",
            "The helper uses the ordinary command. Instead of acting, Usher asks those who may decide.",
            &[RENAME],
        )
        .after(&[&SETUP[..], &[GRANT]].concat()),
        step(
            "approval",
            "A request is approved",
            "One press, and it is done: as the helper's, and told to everybody concerned.",
            &[APPROVE],
        )
        .after(&[&SETUP[..], &[GRANT, RENAME]].concat()),
        step(
            "denial",
            "A request is denied",
            "A request to remove a person shows no number to the channel, and the whole number to those who may decide.",
            &denied,
        )
        .after(&renamed),
        step(
            "withdrawal",
            "A request is taken back",
            "A request can be taken back as well.",
            &[
                "helper: /wa-group rename group:Alpha Crew name:Alpha Club",
                "helper: /wa-request list",
                "helper: /wa-request cancel id:3",
            ],
        )
        .after(&[&renamed[..], &denied].concat()),
        step(
            "revocation",
            "Rights are taken away",
            "What was given is taken away again, which counts at once.",
            &[
                "owner: /wa-access revoke role:@Alpha Helper capability:groups.edit",
                "helper: /wa-group rename group:Alpha Crew name:Alpha Club",
                "owner: /wa-access show",
            ],
        )
        .after(&renamed),
        step(
            "masking",
            "Phone numbers",
            "Who may neither remove people nor take the list out sees no phone numbers.",
            &["helper: /wa-group members list group:Alpha Crew"],
        )
        .after(&renamed),
        step("audit", "Who did what", "All that was done is in the journal.", &["owner: /wa-audit recent"])
            .after(&[&renamed[..], &denied].concat()),
    ]
}
