//! The scripted tour through the main commands. Each step is also a scene of the page, which plays it in a world of its
//! own. The titles and descriptions of the scenes are in `words/`.

use super::scene::{ANA, BRUNO, NOBODY, OPEN, SHY, STREET_PARTY_CODE, Scene};
use super::whatsapp::Provider;
use super::words::english;

/// A step of the tour, with the lines typed in it.
pub(super) struct Step {
    /// The name, as in `/?scene=approval`.
    pub(super) name: &'static str,
    /// The name of the text that says what happens.
    pub(super) says: &'static str,
    /// The lines to run before the step, if it is played by itself.
    pub(super) before: Vec<String>,
    pub(super) lines: Vec<String>,
}

fn step(name: &'static str, lines: &[&str]) -> Step {
    Step { name, says: name, before: Vec::new(), lines: owned(lines) }
}

fn owned(lines: &[&str]) -> Vec<String> {
    lines.iter().map(|line| (*line).to_owned()).collect()
}

impl Step {
    /// Returns what happens in the step, in English.
    pub(super) fn says_in_english(&self) -> &'static str {
        english(&format!("scene-{}-says", self.says))
    }

    fn after(self, lines: &[&str]) -> Self {
        Self { before: owned(lines), ..self }
    }
}

/// Returns where the scenes find a button or menu whose label is in another language: whether it is a menu, and its
/// place among the buttons or menus of its message.
pub(super) fn place_of_control(english: &str) -> Option<(bool, usize)> {
    match english {
        "Revoke" | "Remove" | "Delete…" | "Approve" => Some((false, 0)),
        "Deny" => Some((false, 1)),
        "Details" => Some((false, 2)),
        "Log channel" => Some((true, 0)),
        "Approval channel" => Some((true, 1)),
        _ => english.starts_with("Add ").then_some((false, 0)),
    }
}

/// Returns the steps in the order of the tour. Their names are the same behind every provider.
pub(super) fn steps(provider: Provider) -> Vec<Step> {
    let all = [groups(provider), invites_and_people(provider), self_service(), requests(), accounts()];
    all.into_iter().flatten().collect()
}

/// People whom an account adds in a day in the scenes.
pub(super) const ADDS_PER_DAY: usize = 18;

/// Sets a daily limit that the tour reaches.
pub(super) fn prepare(mut scene: Scene) -> Scene {
    let limit = format!("limits.adds_per_day = {ADDS_PER_DAY}\n");
    scene.settings.push_str(&limit);
    scene.with_teammate()
}

/// Sets a daily limit that allows adding a thousand people by hand: no account is banned here.
pub(super) fn roomy(mut scene: Scene) -> Scene {
    scene.settings.push_str("limits.adds_per_day = 10000\n");
    scene.with_teammate()
}

/// GOWA creates no group with a number that is not on WhatsApp.
fn create(provider: Provider) -> String {
    let last = if provider == Provider::Gowa { BRUNO } else { NOBODY };
    format!("owner: /wa-group create name:Summer Picnic members:{OPEN}, {SHY}, {last} description:Saturday at noon")
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

fn groups(provider: Provider) -> Vec<Step> {
    let create = create(provider);
    vec![
        step("list", &["moderator: /wa-group list"]),
        step("refusal", &["visitor: /wa-group list"]),
        step("create", &[&create]),
        step("add", &[&add()]).after(&[&create]),
        step("list-pasted", &list_is_pasted()),
        step("unclear", &["moderator: /wa-group members add group:Alpha Team members:banana, 12"]),
    ]
}

fn invites_and_people(provider: Provider) -> Vec<Step> {
    let create = create(provider);
    vec![
        step("link", &["moderator: /wa-group invite show group:Summer Picnic"]).after(&[&create]),
        step("revoke", &["moderator: /wa-group invite revoke group:Summer Picnic", "moderator: press Revoke"])
            .after(&[&create]),
        step(
            "remove",
            &[
                &format!("moderator: /wa-group members remove group:Summer Picnic members:{ANA}"),
                "moderator: press Remove",
            ],
        )
        .after(&[&create, &add()]),
        step("helper", &["helper: /wa-group list", "helper: /wa-group rename group:Alpha Team name:Mine"]),
        step(
            "preview",
            &[&format!("moderator: /wa-group preview code:https://chat.whatsapp.com/{STREET_PARTY_CODE}?mode=gi_t")],
        ),
        step(
            "limit",
            &[&format!("moderator: /wa-group members add group:Beta Readers members:{OPEN}, {BRUNO}, {SHY}")],
        )
        .after(&[&[create.as_str(), &add()], &list_is_pasted()[..]].concat()),
        delete(provider).after(&[&create]),
    ]
}

/// Only Titan's groups API deletes groups. Another is not asked, and the owner learns that.
fn delete(provider: Provider) -> Step {
    let lines = ["owner: /wa-group delete group:Summer Picnic", "owner: press Delete…", "owner: type Summer Picnic"];
    if provider == Provider::Titan {
        return step("delete", &lines);
    }
    let [ask, ..] = lines;
    Step { says: "not-offered", ..step("delete", &[ask]) }
}

/// The owner sets up two channels. [`GRANT`] then gives the helper two rights that need approval.
const SETUP: [&str; 3] =
    ["owner: /wa-setup", "owner: choose usher-log in Log channel", "owner: choose approvals in Approval channel"];
const GRANT: &str =
    "owner: /wa-access grant role:@Alpha Helper needs_approval:groups.edit, members.remove group:Alpha Team";
const RENAME: &str = "helper: /wa-group rename group:Alpha Team name:Alpha Crew";
const APPROVE: &str = "moderator: press Approve";

/// Returns the steps that a server's own people do without the operator of the bot.
fn self_service() -> Vec<Step> {
    vec![
        step("setup", &SETUP),
        step("grant", &[GRANT, "owner: /wa-access check user:helper group:Alpha Team"]).after(&SETUP),
        step("overreach", &["moderator: /wa-access grant role:@Moderator preset:owner"]),
    ]
}

/// The account is logged out on its phone, and then in again.
fn accounts() -> Vec<Step> {
    vec![step("account", &["owner: log out", "owner: /wa-session list", "owner: log in"]).after(&SETUP)]
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
        step("request", &[RENAME]).after(&[&SETUP[..], &[GRANT]].concat()),
        step("approval", &[APPROVE]).after(&[&SETUP[..], &[GRANT, RENAME]].concat()),
        step("denial", &denied).after(&renamed),
        step(
            "withdrawal",
            &[
                "helper: /wa-group rename group:Alpha Crew name:Alpha Club",
                "helper: /wa-request list",
                "helper: /wa-request cancel id:3",
            ],
        )
        .after(&[&renamed[..], &denied].concat()),
        step(
            "revocation",
            &[
                "owner: /wa-access revoke role:@Alpha Helper capability:groups.edit",
                "helper: /wa-group rename group:Alpha Crew name:Alpha Club",
                "owner: /wa-access show",
            ],
        )
        .after(&renamed),
        step("masking", &["helper: /wa-group members list group:Alpha Crew"]).after(&renamed),
        step("audit", &["owner: /wa-audit recent"]).after(&[&renamed[..], &denied].concat()),
    ]
}
