//! Whoever reads the store must not be able to join a group by it: no invite code stays there once the operation that it
//! belongs to has ended.

use std::collections::BTreeSet;
use std::path::Path;
use std::time::Duration;

use serde_json::json;
use sqlx::{Connection as _, Row as _, SqliteConnection};
use usher::sandbox::whatsapp::{Fault, FaultRule, Operation};
use usher::sandbox::{ALPHA, BETA, SHY, STREET_PARTY, STREET_PARTY_CODE as CODE};

use crate::harness::Town;

/// Every value of every table, as text.
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
            // Of `_sqlx_migrations`, the checksums are bytes.
            let found: Vec<Option<String>> = sqlx::query_scalar(&text).fetch_all(&mut store).await.unwrap();
            values.extend(found.into_iter().flatten().map(|value| format!("{table}.{column}: {value}")));
        }
        store.close().await.unwrap();
    }
    values
}

/// The codes that the groups have now, beside those that they had.
fn note_codes(town: &Town, codes: &mut BTreeSet<String>) {
    codes.extend(town.house.groups.world(|world| world.groups().map(|group| group.invite.clone()).collect::<Vec<_>>()));
}

async fn town(folder: &Path) -> Town {
    Town::with(|scene| {
        scene.store = format!("sqlite://{}", folder.join("usher.db").display());
        scene.settings.push_str("groups_api.timeout = \"1s\"\n");
        scene.server = format!(
            "log_channel = \"{}\"\napprovals_channel = \"{}\"\n{}[[guilds.grants]]\nrole = \"{}\"\n\
             needs_approval = [\"groups.join\", \"groups.read\"]\n",
            scene.log, scene.approvals, scene.server, scene.roles.helper
        );
    })
    .await
}

#[tokio::test]
async fn no_invite_code_stays_in_the_store() {
    let folder = tempfile::tempdir().unwrap();
    let town = town(folder.path()).await;
    let mut codes = BTreeSet::new();
    note_codes(&town, &mut codes);

    // Requests hold the code until they are decided.
    let join = [("code", CODE)];
    for (number, (command, decision)) in (1..).zip([
        ("wa-group join", "Deny"),
        ("wa-group join", "Cancel"),
        ("wa-group preview", "Approve"),
        ("wa-group join", "Approve"),
    ]) {
        let before = town.posted().len();
        let asked = town.command("helper", command, &join).await;
        let requests = town.posted();
        assert_eq!(requests.len(), before + 1, "{}", asked.text());
        let stored = dump(folder.path()).await;
        let holders: Vec<&str> =
            stored.iter().filter(|value| value.contains(CODE)).map(|value| value.split(':').next().unwrap()).collect();
        assert_eq!(holders, ["requests.what"], "{command}, {decision}");
        let request = requests.iter().max_by_key(|message| message.id).unwrap();
        match decision {
            "Cancel" => {
                let (who, id) = (town.person("helper"), [("id".to_owned(), json!(number))]);
                let cancel = town.house.discord.command(who, town.house.channel, "wa-request cancel", &id).unwrap();
                town.reply(cancel).await;
            }
            "Deny" => {
                let opened = town.decide("owner", request, "Deny").await;
                town.fill_in("owner", &opened, "Not now").await;
            }
            label => {
                town.decide("owner", request, label).await;
            }
        }
        let stored = dump(folder.path()).await;
        let held: Vec<&String> = stored.iter().filter(|value| value.contains(CODE)).collect();
        assert!(held.is_empty(), "{command}, {decision}: {held:?}");
    }
    assert!(town.house.groups.world(|world| world.group(STREET_PARTY).is_some()));

    town.command("owner", "wa-group leave", &[("group", STREET_PARTY)]).await;
    town.command("owner", "wa-group preview", &join).await;
    town.command("owner", "wa-group join", &join).await;
    town.command("owner", "wa-group invite show", &[("group", ALPHA)]).await;
    let added = town.command("owner", "wa-group members add", &[("group", ALPHA), ("members", SHY)]).await;
    assert!(added.text().contains("chat.whatsapp.com"), "{}", added.text());
    let created = town.command("owner", "wa-group create", &[("name", "Harbour Watch"), ("members", SHY)]).await;
    assert!(created.text().contains("chat.whatsapp.com"), "{}", created.text());
    note_codes(&town, &mut codes);
    let text = format!("Join us: https://chat.whatsapp.com/{CODE}");
    town.command("owner", "wa-group describe", &[("group", ALPHA), ("text", &text)]).await;

    // One that is answered, one that happens later than the answer is waited for, and one that never does.
    for fault in [None, Some(Fault::Delay(Duration::from_secs(180))), Some(Fault::Silence)] {
        if let Some(fault) = fault {
            town.house.groups.inject(FaultRule::next(fault).of(Operation::RevokeInvite));
        }
        let question = town.command("moderator", "wa-group invite revoke", &[("group", BETA)]).await;
        let message = question.message.as_ref().unwrap().id;
        let pressed = town.house.discord.press(town.person("moderator"), message, "Revoke").unwrap();
        town.hurried_reply(pressed).await;
        note_codes(&town, &mut codes);
    }
    note_codes(&town, &mut codes);
    assert!(codes.len() > 5, "{codes:?}");

    let stored = dump(folder.path()).await;
    assert!(stored.iter().any(|value| value.contains("sha256:")), "the join is there: {stored:?}");
    for code in &codes {
        let held: Vec<&String> = stored.iter().filter(|value| value.contains(code)).collect();
        assert!(held.is_empty(), "{code}: {held:?}");
    }
    town.close().await;
}
