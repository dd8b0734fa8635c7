//! Tests each cell of the table in `docs/claims.md`: the answer of each operation after each fault.

use std::time::Duration;

use discord_stand_in::InteractionId;
use futures::{StreamExt as _, stream};
use sandbox::whatsapp::{Fault, FaultRule, Operation, Provider, WahaEngine, World};
use sandbox::{ALPHA, ANA, ASKING, BETA, OPEN, STREET_PARTY, STREET_PARTY_CODE};

use crate::harness::{Reply, TestBot, features, provider};

const TABLE: &str = include_str!("../../docs/claims.md");

/// An operation, and how to test it.
struct AuditId {
    name: &'static str,
    /// The command, and the button that confirms it.
    command: &'static str,
    options: Vec<(&'static str, &'static str)>,
    press: Option<&'static str>,
    /// The request that makes the change, and the last read before it, if any.
    change: Operation,
    look: Option<Operation>,
    /// The answer's text after success.
    done: &'static str,
    is_done: fn(&World) -> bool,
}

#[expect(clippy::too_many_lines, reason = "a list")]
fn cases() -> Vec<AuditId> {
    let alpha = ("group", ALPHA);
    let case = |name, command, options, press, change, look, done, is_done| AuditId {
        name,
        command,
        options,
        press,
        change,
        look,
        done,
        is_done,
    };
    vec![
        case(
            "groups.create",
            "wa-group create",
            vec![("name", "Harbour Watch")],
            None,
            Operation::CreateGroup,
            Some(Operation::ListGroups),
            "Group created",
            |world| world.groups().any(|group| group.name == "Harbour Watch"),
        ),
        case(
            "groups.rename",
            "wa-group rename",
            vec![alpha, ("name", "Alpha Crew")],
            None,
            Operation::UpdateSubject,
            Some(Operation::GetGroup),
            "Renamed",
            |world| world.group(ALPHA).unwrap().name == "Alpha Crew",
        ),
        case(
            "groups.describe",
            "wa-group describe",
            vec![alpha, ("text", "By the sea")],
            None,
            Operation::UpdateDescription,
            Some(Operation::GetGroup),
            "Description changed",
            |world| world.group(ALPHA).unwrap().description.as_deref() == Some("By the sea"),
        ),
        case(
            "groups.picture",
            "wa-group picture",
            vec![alpha, ("url", "https://example.com/a.png")],
            None,
            Operation::SetPicture,
            None,
            "Picture changed",
            |world| world.group(ALPHA).unwrap().picture.is_some(),
        ),
        case(
            "groups.leave",
            "wa-group leave",
            vec![("group", BETA)],
            Some("Leave"),
            Operation::LeaveGroup,
            None,
            "Usher left this group",
            |world| !has_account(world, BETA),
        ),
        case(
            "groups.delete",
            "wa-group delete",
            vec![("group", BETA)],
            Some("Delete…"),
            Operation::DeleteGroup,
            None,
            "Group deleted",
            |world| !has_account(world, BETA),
        ),
        case(
            "groups.join",
            "wa-group join",
            vec![("code", STREET_PARTY_CODE)],
            None,
            Operation::JoinGroup,
            Some(Operation::PreviewInvite),
            "Usher joined this group",
            |world| has_account(world, STREET_PARTY),
        ),
        case(
            "members.add",
            "wa-group members add",
            vec![alpha, ("members", OPEN)],
            None,
            Operation::AddParticipants,
            Some(Operation::ListParticipants),
            "**Added** (1)",
            |world| world.group(ALPHA).unwrap().has(world.find_person(OPEN).unwrap()),
        ),
        case(
            "members.remove",
            "wa-group members remove",
            vec![alpha, ("members", ANA)],
            Some("Remove"),
            Operation::RemoveParticipants,
            Some(Operation::ListParticipants),
            "**Removed** (1)",
            |world| !world.group(ALPHA).unwrap().has(world.find_person(ANA).unwrap()),
        ),
        case(
            "admins.change",
            "wa-group admins promote",
            vec![alpha, ("members", ANA)],
            None,
            Operation::PromoteParticipants,
            Some(Operation::ListParticipants),
            "**Now admin** (1)",
            |world| {
                let role = world.group(ALPHA).unwrap().role(world.find_person(ANA).unwrap());
                role == Some(sandbox::whatsapp::Role::Admin)
            },
        ),
        case(
            "groups.settings",
            "wa-group settings",
            vec![alpha, ("who_may_write", "admins")],
            None,
            Operation::UpdateSettings,
            Some(Operation::GetGroup),
            "**Changed**",
            |world| world.group_settings(ALPHA).unwrap().announce,
        ),
        case(
            "requests.decide",
            "wa-group requests approve",
            vec![alpha, ("members", ASKING)],
            None,
            Operation::ApproveJoinRequests,
            Some(Operation::ListJoinRequests),
            "**Now in the group** (1)",
            |world| world.group(ALPHA).unwrap().has(world.find_person(ASKING.trim_start_matches('+')).unwrap()),
        ),
        case(
            "invites.revoke",
            "wa-group invite revoke",
            vec![alpha],
            Some("Revoke"),
            Operation::RevokeInvite,
            Some(Operation::GetInvite),
            "no longer works",
            |world| world.group(ALPHA).unwrap().invite != FIRST_CODE,
        ),
    ]
}

/// Alpha Team's initial invite code.
const FIRST_CODE: &str = "FirstCodeOfAlphaTeam22";

fn has_account(world: &World, group: &str) -> bool {
    let account = world.find_person("5511900000000").unwrap();
    world.group(group).is_some_and(|group| group.has(account))
}

/// Returns the documented table: for each operation, the answer after each fault.
fn table() -> Vec<(String, Vec<(String, String)>)> {
    let cells =
        |line: &str| -> Vec<String> { line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect() };
    let mut rows = TABLE.lines().filter(|line| line.starts_with('|')).map(cells);
    let faults = rows.next().unwrap();
    let rows = rows.filter(|row| !row[0].starts_with('-'));
    rows.map(|row| {
        let said = faults.iter().zip(&row).skip(1).map(|(fault, said)| (fault.clone(), said.clone()));
        (row[0].clone(), said.collect())
    })
    .collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_claim_of_the_table_is_what_is_said() {
    let (cases, table) = (cases(), table());
    let names: Vec<&str> = table.iter().map(|(name, _)| name.as_str()).collect();
    let mut all = usher::operations::change_names().to_vec();
    all.sort_unstable();
    let mut listed = names.clone();
    listed.sort_unstable();
    assert_eq!(listed, all, "every change is in the table");
    let cells: Vec<_> = table
        .iter()
        .flat_map(|(name, said)| {
            let case = cases.iter().find(|case| case.name == name).unwrap();
            said.iter().map(move |(fault, said)| (case, fault.as_str(), said.as_str()))
        })
        .collect();
    assert_eq!(cells.len(), 13 * 8);
    stream::iter(cells).for_each_concurrent(6, async |(case, fault, said)| holds(case, fault, said).await).await;
}

/// Returns the provider of the tests, or another one if that lacks what the operation needs. `providers` has what is said
/// of what is lacking.
fn provider_of(operation: &str) -> Provider {
    let can = features(provider());
    let (has, other) = match operation {
        "groups.create" => (can.empty_group, Provider::Titan),
        "groups.delete" => (can.delete_group, Provider::Titan),
        "groups.picture" => (can.picture_by_url, Provider::Titan),
        "groups.settings" => (can.set_writers, Provider::Waha(WahaEngine::Noweb)),
        "requests.decide" => (can.join_requests, Provider::OpenWa),
        _ => return provider(),
    };
    if has { provider() } else { other }
}

async fn holds(case: &AuditId, fault: &str, said: &str) {
    TestBot::with(|scene| {
        scene.whatsapp.serve_as(provider_of(case.name));
        scene.settings.push_str("groups_api.timeout = \"500ms\"\n");
        FIRST_CODE.clone_into(&mut scene.whatsapp.group_mut(ALPHA).unwrap().invite);
    })
    .run(async |bot| {
        let asked = match case.press {
            Some(_) => Some(bot.command("owner", case.command, &case.options).await),
            None => None,
        };
        inject(bot, case, fault).await;
        let interaction = act(bot, case, asked.as_ref()).await;
        if fault.starts_with("late") && said != "unseen" {
            bot.checking(interaction).await;
        }
        // If the API does not expose the state, Usher does not wait for a confirmation.
        let reply = match said {
            "unseen" => bot.reply(interaction).await,
            _ => bot.hurried_reply(interaction).await,
        };
        let context = format!("{} after {fault}: {}", case.name, reply.text());
        let is_done = bot.groups.world(|world| (case.is_done)(world));
        match said {
            "unchanged" => {
                assert!(reply.text().contains("Nothing changed") && !is_done, "{context}");
                assert!(reply.buttons().is_empty(), "{context}");
            }
            "failed" => assert!(reply.text().contains("the change is not there") && !is_done, "{context}"),
            "done" => assert!(reply.text().contains(case.done) && is_done, "{context}"),
            "not confirmed" | "corrected" => {
                not_confirmed(&reply, &context);
                assert_eq!(reply.buttons(), ["Check again"], "{context}");
                later(bot, case, &reply, said == "corrected", &context).await;
            }
            "unseen" => {
                not_confirmed(&reply, &context);
                assert!(reply.buttons().is_empty(), "{context}");
            }
            other => panic!("{other} is nothing that is said"),
        }
        bot.groups.accept_connections().await;
    })
    .await;
}

fn not_confirmed(reply: &Reply, context: &str) {
    assert_eq!(reply.title(), "Not confirmed", "{context}");
    let text = reply.text();
    assert!(!text.contains("Nothing changed") && !text.contains("ry again"), "{context}");
    assert!(reply.notices.is_empty(), "{context}");
}

/// Checks the answer one hour later.
async fn later(bot: &TestBot, case: &AuditId, reply: &Reply, is_corrected: bool, context: &str) {
    if is_corrected {
        let id = reply.message.as_ref().unwrap().id;
        let corrected = bot.discord.wait_until(|world| {
            let text = world.messages[&id].all_text();
            (text.contains("happened after all") && text.contains(case.done)).then_some(())
        });
        bot.hurried(bot.within(corrected)).await;
    } else {
        for minutes in [5, 15, 61] {
            bot.groups.take_calls();
            bot.clock.advance(Duration::from_secs(minutes * 60));
            bot.within(bot.groups.until_call(|call| call.method == "GET")).await;
        }
        assert_eq!(bot.text_now(reply), reply.text(), "{context}");
    }
}

/// Makes the next request for the change fail.
async fn inject(bot: &TestBot, case: &AuditId, fault: &str) {
    let fault = match fault {
        "never left" => {
            match case.look {
                Some(look) => bot.groups.inject(FaultRule::next(Fault::LastAnswer).of(look)),
                None => bot.groups.refuse_connections().await,
            }
            return;
        }
        "refused" => Fault::Status(403),
        "own error" => Fault::Status(500),
        "own error, applied" => Fault::StatusAfter(503),
        "lost, applied" => Fault::DropAfter,
        "late" => Fault::Delay(Duration::from_secs(60)),
        "later" => Fault::Delay(Duration::from_secs(200)),
        "never" => Fault::Silence,
        other => panic!("{other} is no fault"),
    };
    bot.groups.inject(FaultRule::next(fault).of(case.change));
}

/// Sends the command that makes the change.
async fn act(bot: &TestBot, case: &AuditId, asked: Option<&Reply>) -> InteractionId {
    let owner = bot.person("owner");
    match (asked, case.press) {
        (Some(asked), Some(label)) => {
            let message = asked.message.as_ref().unwrap().id;
            let press = bot.discord.press(owner, message, label).unwrap();
            if case.name != "groups.delete" {
                return press;
            }
            let opened = bot.reply(press).await;
            bot.submit("owner", &opened, "Beta Readers")
        }
        _ => bot.send("owner", case.command, &case.options),
    }
}
