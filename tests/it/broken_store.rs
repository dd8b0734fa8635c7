//! A store that fails: what cannot be written down is not done, and what was done is written down as soon as it can be.

use std::net::SocketAddr;
use std::sync::Arc;

use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinSet;
use usher::sandbox::discord::{self, State};
use usher::sandbox::whatsapp::{Fault, FaultRule, Operation};
use usher::sandbox::{ALPHA, BETA, Scene};
use usher::store::Verdict;

use crate::approvals::may_ask;
use crate::harness::{Town, together};
use crate::postgres::Database;
use crate::process::Ground;

/// A way to PostgreSQL that can be cut.
struct Cable {
    address: SocketAddr,
    whole: Arc<watch::Sender<bool>>,
    _tasks: JoinSet<()>,
}

impl Cable {
    async fn to(server: String) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let whole = Arc::new(watch::Sender::new(true));
        let (state, mut tasks) = (whole.clone(), JoinSet::new());
        tasks.spawn(async move {
            let mut wires = JoinSet::new();
            loop {
                let Ok((mut near, _)) = listener.accept().await else { return };
                let (mut state, server) = (state.subscribe(), server.clone());
                wires.spawn(async move {
                    // Cut: nobody answers, and what was open is closed.
                    if *state.borrow_and_update() {
                        let Ok(mut far) = TcpStream::connect(server).await else { return };
                        tokio::select! {
                            _ = copy_bidirectional(&mut near, &mut far) => {}
                            _ = state.wait_for(|whole| !whole) => {}
                        }
                    }
                });
            }
        });
        Self { address, whole, _tasks: tasks }
    }

    fn cut(&self) {
        self.whole.send_replace(false);
    }

    fn mend(&self) {
        self.whole.send_replace(true);
    }
}

/// A town on a PostgreSQL at the end of a cable.
async fn town(database: &Database) -> (Town, Cable) {
    town_with(database, |_| {}).await
}

async fn town_with(database: &Database, change: impl FnOnce(&mut Scene)) -> (Town, Cable) {
    let url = database.url();
    let (user, rest) = url.split_once('@').unwrap();
    let (server, name) = rest.split_once('/').unwrap();
    let cable = Cable::to(server.to_owned()).await;
    let store = format!("{user}@{}/{name}?sslmode=disable", cable.address);
    let town = Town::with(|scene| {
        scene.store = store;
        change(scene);
    });
    (town.await, cable)
}

#[tokio::test]
async fn without_its_store_the_bot_changes_nothing_says_so_and_goes_on_when_it_is_back() {
    let Some(database) = Database::make().await else { return };
    let (town, cable) = town(&database).await;
    town.command("moderator", "wa-group describe", &[("group", ALPHA), ("text", "Before")]).await;
    cable.cut();
    let reply = town.command("moderator", "wa-group describe", &[("group", ALPHA), ("text", "Meanwhile")]).await;
    assert!(reply.text().contains("cannot at the moment. So nothing was done"), "{}", reply.text());
    assert!(reply.calls.iter().all(|call| call.method == "GET"), "{:?}", reply.calls());
    // What changes nothing goes on, and so do refusals.
    let reply = town.command("moderator", "wa-group show", &[("group", ALPHA)]).await;
    assert_eq!(reply.title(), "Alpha Team");
    let reply = town.command("visitor", "wa-group show", &[("group", ALPHA)]).await;
    assert_eq!(reply.title(), "You may not do this");

    cable.mend();
    let after = async {
        loop {
            let reply = town.command("moderator", "wa-group describe", &[("group", ALPHA), ("text", "After")]).await;
            if !reply.text().contains("cannot at the moment") {
                return reply;
            }
        }
    };
    let reply = town.within(after).await;
    assert!(reply.text().contains("After"), "{}", reply.text());
    town.close().await;
    database.drop().await;
}

#[tokio::test]
async fn without_the_store_rights_given_in_discord_do_not_count_and_nobody_is_told_that_they_have_none() {
    let Some(database) = Database::make().await else { return };
    let (town, cable) = town(&database).await;
    town.grant("owner", "everyone", &[("preset", "viewer")]).await;
    assert_eq!(town.command("visitor", "wa-group show", &[("group", ALPHA)]).await.title(), "Alpha Team");
    cable.cut();
    let reply = town.command("visitor", "wa-group show", &[("group", ALPHA)]).await;
    assert_eq!(reply.title(), "Cannot be written down", "{}", reply.text());
    assert!(reply.calls.is_empty());
    // What the file gives holds.
    assert_eq!(town.command("moderator", "wa-group show", &[("group", ALPHA)]).await.title(), "Alpha Team");
    let reply = town.command("visitor", "wa-group rename", &[("group", ALPHA), ("name", "Mine")]).await;
    assert_eq!(reply.title(), "You may not do this");
    cable.mend();
    let again = async {
        loop {
            let reply = town.command("visitor", "wa-group show", &[("group", ALPHA)]).await;
            if reply.title() == "Alpha Team" {
                return;
            }
        }
    };
    town.within(again).await;
    town.close().await;
    database.drop().await;
}

#[tokio::test]
async fn a_press_that_meets_a_store_fault_leaves_the_request() {
    let Some(database) = Database::make().await else { return };
    let (town, cable) = town_with(&database, may_ask).await;
    let pause = std::time::Duration::from_secs(4);
    for label in ["Approve", "Deny"] {
        let options = [("group", ALPHA), ("text", label)];
        town.command("helper", "wa-group describe", &options).await;
        let posted = town.posted().pop().unwrap();
        let discord = &town.house.discord;
        // The store goes between the acknowledgement of the press and the beginning.
        let (press, pause) = if label == "Approve" {
            discord.world(|world| {
                world.faults.next("GET /guilds/{guild}/members/{user}", 1, discord::Fault::Delay(pause));
            });
            let press = discord.press(town.person("moderator"), posted.id, label).unwrap();
            let acknowledged =
                discord.wait_until(|world| matches!(world.interactions[&press].state, State::Updating).then_some(()));
            town.within(acknowledged).await;
            cable.cut();
            (press, pause)
        } else {
            let opened = town.decide("moderator", &posted, label).await;
            let callback = "POST /interactions/{interaction}/{token}/callback";
            discord.world(|world| world.faults.next(callback, 1, discord::Fault::Delay(pause / 4)));
            // Discord takes no acknowledgement after 3 s.
            let fields = vec![("reason".to_owned(), "No".to_owned())];
            let sent = discord.submit_modal(town.person("moderator"), opened.interaction, &fields).unwrap();
            let read = discord.wait_until(|world| world.faults.is_clear().then_some(()));
            town.within(read).await;
            cable.cut();
            (sent, pause / 4)
        };
        town.house.clock.advance(pause);
        let told = discord.wait_until(|world| {
            let told = world.followups(press);
            told.first().map(|message| (message.is_ephemeral(), message.all_text()))
        });
        let (is_private, text) = town.within(told).await;
        assert!(is_private && text.contains("Not read back"), "{label}: {text}");
        let shown = town.message(posted.id);
        assert_eq!((shown.all_text(), &shown.components), (posted.all_text(), &posted.components), "{label}");
        // Nothing waits for a deferred update.
        discord.world(|world| world.interactions.get_mut(&press).unwrap().state = State::Answered);

        cable.mend();
        let decided = async {
            loop {
                let reply = town.decide("moderator", &posted, "Approve").await;
                if town.message(posted.id).components.is_empty() {
                    return reply;
                }
            }
        };
        let reply = town.within(decided).await;
        assert!(reply.text().contains("approved it"), "{label}: {}", reply.text());
        let description = town.house.groups.world(|world| world.group(ALPHA).unwrap().description.clone());
        assert_eq!(description.as_deref(), Some(label));
    }
    town.close().await;
    database.drop().await;
}

#[tokio::test]
async fn an_end_that_could_not_be_written_is_written_when_the_store_is_back() {
    let Some(database) = Database::make().await else { return };
    let (town, cable) = town(&database).await;
    let pause = std::time::Duration::from_secs(2);
    town.house.groups.inject(FaultRule::next(Fault::Delay(pause)).of(Operation::UpdateDescription));
    let interaction = town.send("moderator", "wa-group describe", &[("group", BETA), ("text", "Cut off")]);
    town.within(town.house.groups.until_call(|call| call.method == "PUT")).await;
    // The request is under way when the store goes.
    cable.cut();
    town.house.clock.advance(pause);
    let reply = town.reply(interaction).await;
    assert!(reply.text().contains("Cut off"), "{}", reply.text());
    cable.mend();
    let closed = async {
        while town.house.app.open_cases().await != 0 {
            town.house.clock.advance(std::time::Duration::from_secs(1));
            tokio::task::yield_now().await;
        }
    };
    town.within(closed).await;
    town.close().await;
    database.drop().await;
}

#[tokio::test]
async fn on_a_full_disk_nothing_is_sent_and_the_asker_is_told() {
    let _turn = together().await;
    let ground = Ground::new(|_| {}).await;
    // No file of this process grows beyond 256 KiB; to be told so, and not killed, is what a full disk is like.
    let mut shell = tokio::process::Command::new("bash");
    let program = env!("CARGO_BIN_EXE_usher");
    shell.args(["-c", "trap '' XFSZ; ulimit -f 512; exec \"$0\" \"$@\"", program]);
    let bot = ground.start_as(shell, None).await;
    let mut told = None;
    for number in 0..400 {
        let text = format!("{number} {}", "x".repeat(2_000));
        let sent = ground.send("moderator", "wa-group describe", &[("group", ALPHA), ("text", &text)]);
        let answer = ground.answered(sent).await;
        if answer.contains("Cannot be written down") {
            told = Some(text);
            break;
        }
        assert!(answer.contains("The new description"), "{answer}");
    }
    let text = told.expect("the disk is full at last");
    let description = ground.town.groups.world(|world| world.group(ALPHA).unwrap().description.clone());
    assert_ne!(description, Some(text), "nothing was sent");
    // Reads go on.
    let shown = ground.send("moderator", "wa-group show", &[("group", ALPHA)]);
    assert!(ground.answered(shown).await.contains("Alpha Team"));
    bot.kill().await;
    let rows = ground.journal().await;
    assert!(rows.iter().all(|row| row.verdict != Some(Verdict::Unknown)), "{rows:?}");
}

#[tokio::test]
async fn a_store_that_cannot_be_opened_ends_the_start_with_one_clear_line() {
    let _turn = together().await;
    for (store, words) in [
        ("sqlite:///proc/nowhere/usher.db", "store.url: /proc/nowhere/usher.db: its folder cannot be made"),
        ("postgres://nobody@127.0.0.1:9/none", "store.url: PostgreSQL cannot be reached"),
    ] {
        let ground = Ground::new(|scene| scene.store = store.to_owned()).await;
        let ended = ground.run().await;
        assert_eq!(ended.code(), Some(1), "{}", ground.log());
        ground.logged(&format!("usher: {words}")).await;
        assert_eq!(ground.log().lines().count(), 1, "{}", ground.log());
    }
}

#[tokio::test]
async fn a_damaged_file_of_visits_is_replaced() {
    let _turn = together().await;
    let ground = Ground::new(|_| {}).await;
    let bot = ground.start(None).await;
    assert!(bot.stop().await.success());
    let (main, visits) = (ground.file("usher.db"), ground.file("usher.visits.db"));
    let whole = std::fs::read(&visits).unwrap();
    let mut torn = whole.clone();
    torn[4_096..].fill(0xa5);
    for damaged in [&b"this is no database"[..], &torn, &whole[..whole.len() / 2 - 7]] {
        std::fs::write(&visits, damaged).unwrap();
        let bot = ground.start(None).await;
        let shown = ground.send("moderator", "wa-group show", &[("group", ALPHA)]);
        assert!(ground.answered(shown).await.contains("Alpha Team"), "{}", ground.log());
        assert!(bot.stop().await.success());
        ground.logged("usher.visits.db is damaged").await;
    }
    assert_eq!(std::fs::read(ground.file("usher.visits.db.damaged-1")).unwrap(), b"this is no database");
    assert!(ground.file("usher.visits.db.damaged-3").exists());
    // The other file holds what was done: it is not replaced, and it is the one that is named.
    std::fs::write(&main, "this is no database").unwrap();
    let ended = ground.run().await;
    assert_eq!(ended.code(), Some(1), "{}", ground.log());
    let named = format!("usher: store.url: {} cannot be used: ", main.display());
    ground.logged(&named).await;
    let log = ground.log();
    let line = log.lines().find(|line| line.contains(&named)).unwrap();
    assert!(line.contains("file is not a database"), "{line}");
    assert_eq!(std::fs::read(&main).unwrap(), b"this is no database");
}
