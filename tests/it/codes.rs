//! Invite codes in the store: a reader of the store must not be able to join a group. No invite code stays there after
//! its operation has ended.

use std::collections::BTreeSet;
use std::path::Path;
use std::time::Duration;

use sandbox::whatsapp::{Fault, FaultRule, Operation};
use sandbox::{ALPHA, BETA, SHY, STREET_PARTY, STREET_PARTY_CODE as CODE};
use sqlx::{AssertSqlSafe, Connection as _, Row as _, SqliteConnection};

use crate::harness::{BotScene, TestBot};

/// Returns every value of every table, as text.
async fn dump(folder: &Path) -> Vec<String> {
    let mut values = Vec::new();
    for file in ["usher.db", "usher.visits.db"] {
        let options = sqlx::sqlite::SqliteConnectOptions::new().filename(folder.join(file)).read_only(true);
        let mut store = SqliteConnection::connect_with(&options).await.unwrap();
        let columns = "SELECT tables.name, columns.name FROM sqlite_schema AS tables \
                       JOIN pragma_table_info(tables.name) AS columns WHERE tables.type = 'table'";
        for column in sqlx::query(columns).fetch_all(&mut store).await.unwrap() {
            let (table, column): (String, String) = (column.get(0), column.get(1));
            let text =
                format!("SELECT CAST(\"{column}\" AS TEXT) FROM \"{table}\" WHERE typeof(\"{column}\") <> 'blob'");
            // The checksums in `_sqlx_migrations` are bytes.
            let found: Vec<Option<String>> =
                sqlx::query_scalar(AssertSqlSafe(text)).fetch_all(&mut store).await.unwrap();
            values.extend(found.into_iter().flatten().map(|value| format!("{table}.{column}: {value}")));
        }
        store.close().await.unwrap();
    }
    values
}

/// Returns the codes that the groups have now, and their former codes.
fn note_codes(bot: &TestBot, codes: &mut BTreeSet<String>) {
    codes.extend(bot.groups.world(|world| world.groups().map(|group| group.invite.clone()).collect::<Vec<_>>()));
}

fn stored_in(folder: &Path) -> BotScene {
    TestBot::with(|scene| {
        scene.store = format!("sqlite://{}", folder.join("usher.db").display());
        scene.settings.push_str("groups_api.timeout = \"1s\"\n");
        scene.server = format!(
            "log_channel = \"{}\"\napprovals_channel = \"{}\"\n{}[[guilds.grants]]\nrole = \"{}\"\n\
             needs_approval = [\"groups.join\", \"groups.read\"]\n",
            scene.log, scene.approvals, scene.server, scene.roles.helper
        );
    })
}

#[tokio::test]
async fn no_invite_code_stays_in_the_store() {
    let folder = tempfile::tempdir().unwrap();
    stored_in(folder.path())
        .run(async |bot| {
            let mut codes = BTreeSet::new();
            note_codes(bot, &mut codes);

            // Requests contain the code until they are decided.
            let join = [("code", CODE)];
            for (number, (command, decision)) in (1..).zip([
                ("wa-group join", "Deny"),
                ("wa-group join", "Cancel"),
                ("wa-group preview", "Approve"),
                ("wa-group join", "Approve"),
            ]) {
                let before = bot.posted().len();
                let asked = bot.command("helper", command, &join).await;
                let requests = bot.posted();
                assert_eq!(requests.len(), before + 1, "{}", asked.text());
                let stored = dump(folder.path()).await;
                let holders: Vec<&str> = stored
                    .iter()
                    .filter(|value| value.contains(CODE))
                    .map(|value| value.split(':').next().unwrap())
                    .collect();
                assert_eq!(holders, ["requests.what"], "{command}, {decision}");
                let request = requests.iter().max_by_key(|message| message.id).unwrap();
                match decision {
                    "Cancel" => {
                        bot.numbered("helper", "wa-request cancel", "id", number).await;
                    }
                    "Deny" => {
                        let opened = bot.decide("owner", request, "Deny").await;
                        let reason = format!("Not now, and not by https://chat.whatsapp.com/{CODE}");
                        bot.fill_in("owner", &opened, &reason).await;
                    }
                    label => {
                        bot.decide("owner", request, label).await;
                    }
                }
                let stored = dump(folder.path()).await;
                let held: Vec<&String> = stored.iter().filter(|value| value.contains(CODE)).collect();
                assert!(held.is_empty(), "{command}, {decision}: {held:?}");
            }
            assert!(bot.groups.world(|world| world.group(STREET_PARTY).is_some()));

            bot.command("owner", "wa-group leave", &[("group", STREET_PARTY)]).await;
            bot.command("owner", "wa-group preview", &join).await;
            bot.command("owner", "wa-group join", &join).await;
            bot.command("owner", "wa-group invite show", &[("group", ALPHA)]).await;
            let added = bot.command("owner", "wa-group members add", &[("group", ALPHA), ("members", SHY)]).await;
            assert!(added.text().contains("chat.whatsapp.com"), "{}", added.text());
            let created = bot.command("owner", "wa-group create", &[("name", "Harbour Watch"), ("members", SHY)]).await;
            assert!(created.text().contains("chat.whatsapp.com"), "{}", created.text());
            note_codes(bot, &mut codes);
            let text = format!("Join us: https://chat.whatsapp.com/{CODE}");
            bot.command("owner", "wa-group describe", &[("group", ALPHA), ("text", &text)]).await;
            bot.unchecked("owner", "wa-group rename", &[("group", ALPHA), ("name", "Short")], ("name", &text)).await;
            bot.unchecked("owner", "wa-group create", &[("name", "Short")], ("name", &text)).await;
            bot.command("owner", "wa-group preview", &[("code", &format!("{text} and {text}x"))]).await;
            bot.command("owner", "wa-group members add", &[("group", &text), ("members", &text)]).await;

            // One operation succeeds, one is applied after the client's timeout, and one is never applied.
            for fault in [None, Some(Fault::Delay(Duration::from_secs(180))), Some(Fault::Silence)] {
                if let Some(fault) = fault {
                    bot.groups.inject(FaultRule::next(fault).of(Operation::RevokeInvite));
                }
                let question = bot.command("moderator", "wa-group invite revoke", &[("group", BETA)]).await;
                let message = question.message.as_ref().unwrap().id;
                let pressed = bot.discord.press(bot.person("moderator"), message, "Revoke").unwrap();
                bot.hurried_reply(pressed).await;
                note_codes(bot, &mut codes);
            }
            note_codes(bot, &mut codes);
            assert!(codes.len() > 5, "{codes:?}");

            let stored = dump(folder.path()).await;
            assert!(stored.iter().any(|value| value.contains("sha256:")), "the join is there: {stored:?}");
            for code in &codes {
                let held: Vec<&String> = stored.iter().filter(|value| value.contains(code)).collect();
                assert!(held.is_empty(), "{code}: {held:?}");
            }
        })
        .await;
}
