//! A scripted walk through the main commands, a refusal and a confirmation.

use super::scene::{ANA, BRUNO, NOBODY, OPEN, SHY, STREET_PARTY_CODE, Scene};

/// What is said of a step, and the lines typed in it.
pub(super) struct Step {
    pub(super) says: &'static str,
    pub(super) lines: Vec<String>,
}

fn step(says: &'static str, lines: &[&str]) -> Step {
    Step { says, lines: lines.iter().map(|line| (*line).to_owned()).collect() }
}

pub(super) fn steps() -> Vec<Step> {
    vec![
        step("A moderator looks at the groups.", &["moderator: /wa-group list"]),
        step("A visitor has no role that allows it, and is told so at once.", &["visitor: /wa-group list"]),
        step(
            "The owner creates a group. One of the three forbids being added, one is not on WhatsApp.",
            &[&format!(
                "owner: /wa-group create name:Summer Picnic members:{OPEN}, {SHY}, {NOBODY} description:Saturday at noon"
            )],
        ),
        step(
            "A moderator adds somebody who is there already, and somebody new.",
            &[&format!("moderator: /wa-group members add group:Summer Picnic members:{OPEN}, {ANA}")],
        ),
        step(
            "What cannot be understood is named, and nothing is sent.",
            &["moderator: /wa-group members add group:Summer Picnic members:banana, 12"],
        ),
        step("The invite link is for the asker alone.", &["moderator: /wa-group invite show group:Summer Picnic"]),
        step(
            "Revoking it takes a confirmation; the channel hears of it, without the link.",
            &["moderator: /wa-group invite revoke group:Summer Picnic", "moderator: press Revoke"],
        ),
        step(
            "So does removing somebody. Phone numbers are masked in public.",
            &[
                &format!("moderator: /wa-group members remove group:Summer Picnic members:{ANA}"),
                "moderator: press Remove",
            ],
        ),
        step(
            "A helper of Alpha Team sees that group alone, and may not rename it.",
            &["helper: /wa-group list", "helper: /wa-group rename group:Alpha Team name:Mine"],
        ),
        step(
            "An invite from elsewhere is looked at before anybody joins.",
            &[&format!("moderator: /wa-group preview code:https://chat.whatsapp.com/{STREET_PARTY_CODE}?mode=gi_t")],
        ),
        step(
            "WhatsApp bans accounts that add many strangers, so each adds so many a day: 500 usually, five in this tour.",
            &[&format!("moderator: /wa-group members add group:Beta Readers members:{OPEN}, {BRUNO}")],
        ),
        step(
            "Deleting a group takes its name, typed.",
            &["owner: /wa-group delete group:Summer Picnic", "owner: press Delete…", "owner: type Summer Picnic"],
        ),
    ]
    .into_iter()
    .chain(self_service())
    .collect()
}

/// So few people a day that the tour meets the limit.
pub(super) fn prepare(mut scene: Scene) -> Scene {
    scene.settings.push_str("limits.adds_per_day = 5\n");
    scene
}

/// So many that a thousand people can be added at the prompt: nobody is banned here.
pub(super) fn roomy(mut scene: Scene) -> Scene {
    scene.settings.push_str("limits.adds_per_day = 10000\n");
    scene
}

/// What a server's own people do without whoever runs the bot.
fn self_service() -> Vec<Step> {
    vec![
        step(
            "The owner sets the server up: what is there, what is missing, and two channels by menus.",
            &[
                "owner: /wa-setup",
                "owner: choose usher-log in Log channel",
                "owner: choose approvals in Channel for approvals",
            ],
        ),
        step(
            "Rights are given in Discord, for one group only if one likes. The helper may now ask for two more.",
            &[
                "owner: /wa-access grant role:@Alpha Helper needs_approval:groups.edit, members.remove group:Alpha Team",
                "owner: /wa-access check user:helper group:Alpha Team",
            ],
        ),
        step("Nobody gives what they may not give.", &["moderator: /wa-access grant role:@Moderator preset:owner"]),
        step(
            "The helper uses the ordinary command. Instead of acting, Usher asks those who may decide.",
            &["helper: /wa-group rename group:Alpha Team name:Alpha Crew"],
        ),
        step(
            "One press, and it is done: as the helper's, and told to everybody concerned.",
            &["moderator: press Approve"],
        ),
        step(
            "A request for somebody's removal shows no number to the channel, and in full to whoever may decide.",
            &[
                &format!("helper: /wa-group members remove group:Alpha Crew members:{ANA}"),
                "moderator: press Details",
                "moderator: press Deny",
                "moderator: type Not before we have talked to her",
            ],
        ),
        step(
            "A request can be taken back as well.",
            &[
                "helper: /wa-group rename group:Alpha Crew name:Alpha Club",
                "helper: /wa-request list",
                "helper: /wa-request cancel id:3",
            ],
        ),
        step(
            "What was given is taken away again, and counts at once.",
            &[
                "owner: /wa-access revoke role:@Alpha Helper capability:groups.edit",
                "helper: /wa-group rename group:Alpha Crew name:Alpha Club",
                "owner: /wa-access show",
            ],
        ),
        step(
            "Who may neither remove people nor take the list out sees no phone numbers.",
            &["helper: /wa-group members list group:Alpha Crew"],
        ),
        step("All of it is in the journal.", &["owner: /wa-audit recent"]),
    ]
}
