//! A failing store: Usher runs no operation that it cannot record, and records outcomes as soon as the store is back.

use std::net::SocketAddr;
use std::sync::Arc;

use discord_stand_in::State;
use sandbox::whatsapp::{Fault, FaultRule, Operation};
use sandbox::{ALPHA, BETA, Scene};
use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinSet;
use usher::store::AuditStatus;

use crate::approvals::may_ask;
use crate::harness::{BotScene, TestBot};
use crate::postgres::Database;
use crate::process::Host;

#[derive(Clone, Copy, PartialEq, Eq)]
enum CableState {
    Whole,
    /// The proxy accepts nothing and closes open connections.
    Cut,
    /// The proxy accepts connections and passes nothing on.
    Silent,
}

/// A TCP proxy to PostgreSQL that can be cut.
pub(crate) struct Cable {
    address: SocketAddr,
    state: Arc<watch::Sender<CableState>>,
    _tasks: JoinSet<()>,
}

impl Cable {
    async fn to(server: String) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let state = Arc::new(watch::Sender::new(CableState::Whole));
        let (changes, mut tasks) = (state.clone(), JoinSet::new());
        tasks.spawn(async move {
            let mut wires = JoinSet::new();
            loop {
                let Ok((mut near, _)) = listener.accept().await else { return };
                let (mut changes, server) = (changes.subscribe(), server.clone());
                wires.spawn(async move {
                    if *changes.borrow_and_update() == CableState::Whole {
                        let Ok(mut far) = TcpStream::connect(server).await else { return };
                        tokio::select! {
                            _ = copy_bidirectional(&mut near, &mut far) => {}
                            _ = changes.wait_for(|state| *state != CableState::Whole) => {}
                        }
                    }
                    // The connection stays open, and ends with the silence.
                    drop(changes.wait_for(|state| *state != CableState::Silent).await);
                });
            }
        });
        Self { address, state, _tasks: tasks }
    }

    fn cut(&self) {
        self.state.send_replace(CableState::Cut);
    }

    pub(crate) fn silence(&self) {
        self.state.send_replace(CableState::Silent);
    }

    pub(crate) fn mend(&self) {
        self.state.send_replace(CableState::Whole);
    }
}

/// Returns a scene whose PostgreSQL is behind a [`Cable`].
pub(crate) async fn behind_cable(database: &Database) -> (BotScene, Cable) {
    behind_cable_with(database, |_| {}).await
}

async fn behind_cable_with(database: &Database, change: impl FnOnce(&mut Scene)) -> (BotScene, Cable) {
    let url = database.url();
    let (user, rest) = url.split_once('@').unwrap();
    let (server, name) = rest.split_once('/').unwrap();
    let cable = Cable::to(server.to_owned()).await;
    let store = format!("{user}@{}/{name}?sslmode=disable", cable.address);
    let scene = TestBot::with(|scene| {
        scene.store = store;
        change(scene);
    });
    (scene, cable)
}

#[tokio::test]
async fn store_outage_blocks_changes_until_the_store_is_back() {
    let Some(database) = Database::make().await else { return };
    let (scene, cable) = behind_cable(&database).await;
    scene
        .run(async |bot| {
            bot.command("moderator", "wa-group describe", &[("group", ALPHA), ("text", "Before")]).await;
            cable.cut();
            let reply = bot.command("moderator", "wa-group describe", &[("group", ALPHA), ("text", "Meanwhile")]).await;
            assert!(reply.text().contains("so it did nothing"), "{}", reply.text());
            assert!(reply.calls.iter().all(|call| call.method == "GET"), "{:?}", reply.calls());
            // Reads and refusals still work.
            let reply = bot.command("moderator", "wa-group show", &[("group", ALPHA)]).await;
            assert_eq!(reply.title(), "Alpha Team");
            let reply = bot.command("visitor", "wa-group show", &[("group", ALPHA)]).await;
            assert_eq!(reply.title(), "No permission");

            cable.mend();
            let after = async {
                loop {
                    let reply =
                        bot.command("moderator", "wa-group describe", &[("group", ALPHA), ("text", "After")]).await;
                    if !reply.text().contains("cannot at the moment") {
                        return reply;
                    }
                }
            };
            let reply = bot.within(after).await;
            assert!(reply.text().contains("After"), "{}", reply.text());
        })
        .await;
    database.drop().await;
}

#[tokio::test]
async fn store_outage_suspends_discord_grants_without_denying_access() {
    let Some(database) = Database::make().await else { return };
    let (scene, cable) = behind_cable(&database).await;
    scene
        .run(async |bot| {
            bot.grant("owner", "everyone", &[("preset", "viewer")]).await;
            assert_eq!(bot.command("visitor", "wa-group show", &[("group", ALPHA)]).await.title(), "Alpha Team");
            cable.cut();
            let reply = bot.command("visitor", "wa-group show", &[("group", ALPHA)]).await;
            assert_eq!(reply.title(), "Temporarily unavailable", "{}", reply.text());
            assert!(reply.calls.is_empty());
            // Grants in the configuration file stay valid.
            assert_eq!(bot.command("moderator", "wa-group show", &[("group", ALPHA)]).await.title(), "Alpha Team");
            let reply = bot.command("visitor", "wa-group rename", &[("group", ALPHA), ("name", "Mine")]).await;
            assert_eq!(reply.title(), "No permission");
            cable.mend();
            let again = async {
                loop {
                    let reply = bot.command("visitor", "wa-group show", &[("group", ALPHA)]).await;
                    if reply.title() == "Alpha Team" {
                        return;
                    }
                }
            };
            bot.within(again).await;
        })
        .await;
    database.drop().await;
}

#[tokio::test]
async fn a_set_is_not_called_missing_while_the_store_is_away() {
    let Some(database) = Database::make().await else { return };
    let (scene, cable) = behind_cable(&database).await;
    scene
        .run(async |bot| {
            let save = [("name", "Copy"), ("groups", "North")];
            bot.command("owner", "wa-set save", &[("name", "North"), ("groups", "Alpha Team")]).await;
            cable.cut();
            for (command, options) in
                [("wa-set list", &[][..]), ("wa-set save", &save[..]), ("wa-set delete", &[("name", "North")][..])]
            {
                let reply = bot.command("owner", command, options).await;
                assert_eq!(reply.title(), "Temporarily unavailable", "{command}: {}", reply.text());
            }
            cable.mend();
            let again = async {
                loop {
                    if bot.command("owner", "wa-set save", &save).await.title() == "Set saved" {
                        return;
                    }
                }
            };
            bot.within(again).await;
        })
        .await;
    database.drop().await;
}

#[tokio::test]
async fn a_press_that_meets_a_store_fault_leaves_the_request() {
    let Some(database) = Database::make().await else { return };
    let (scene, cable) = behind_cable_with(&database, may_ask).await;
    scene
        .run(async |bot| {
            let pause = std::time::Duration::from_secs(4);
            for label in ["Approve", "Deny"] {
                let options = [("group", ALPHA), ("text", label)];
                bot.command("helper", "wa-group describe", &options).await;
                let posted = bot.posted().pop().unwrap();
                let discord = &bot.discord;
                // The store fails between the acknowledgement of the press and the start of the operation.
                let (press, pause) = if label == "Approve" {
                    discord.world(|world| {
                        world.faults.next(
                            "GET /guilds/{guild}/members/{user}",
                            1,
                            discord_stand_in::Fault::Delay(pause),
                        );
                    });
                    let press = discord.press(bot.person("moderator"), posted.id, label).unwrap();
                    let acknowledged = discord
                        .wait_until(|world| matches!(world.interactions[&press].state, State::Updating).then_some(()));
                    bot.within(acknowledged).await;
                    cable.cut();
                    (press, pause)
                } else {
                    let opened = bot.decide("moderator", &posted, label).await;
                    let callback = "POST /interactions/{interaction}/{token}/callback";
                    discord.world(|world| world.faults.next(callback, 1, discord_stand_in::Fault::Delay(pause / 4)));
                    // Discord accepts no acknowledgement after 3 s.
                    let fields = vec![("reason".to_owned(), "No".to_owned())];
                    let sent = discord.submit_modal(bot.person("moderator"), opened.interaction, &fields).unwrap();
                    let read = discord.wait_until(|world| world.faults.is_clear().then_some(()));
                    bot.within(read).await;
                    cable.cut();
                    (sent, pause / 4)
                };
                bot.clock.advance(pause);
                let told = discord.wait_until(|world| {
                    let told = world.followups(press);
                    told.first().map(|message| (message.is_ephemeral(), message.all_text()))
                });
                let (is_private, text) = bot.within(told).await;
                assert!(is_private && text.contains("Result not known yet"), "{label}: {text}");
                let shown = bot.message(posted.id);
                assert_eq!((shown.all_text(), &shown.components), (posted.all_text(), &posted.components), "{label}");
                // A deferred update does not wait for an answer.
                discord.world(|world| world.interactions.get_mut(&press).unwrap().state = State::Answered);

                cable.mend();
                let decided = async {
                    loop {
                        let reply = bot.decide("moderator", &posted, "Approve").await;
                        if bot.message(posted.id).components.is_empty() {
                            return reply;
                        }
                    }
                };
                let reply = bot.within(decided).await;
                assert!(reply.text().contains("Approved by"), "{label}: {}", reply.text());
                let description = bot.groups.world(|world| world.group(ALPHA).unwrap().description.clone());
                assert_eq!(description.as_deref(), Some(label));
            }
        })
        .await;
    database.drop().await;
}

#[tokio::test]
async fn failed_outcome_write_is_retried_when_the_store_is_back() {
    let Some(database) = Database::make().await else { return };
    let (scene, cable) = behind_cable(&database).await;
    scene
        .run(async |bot| {
            let pause = std::time::Duration::from_secs(2);
            bot.groups.inject(FaultRule::next(Fault::Delay(pause)).of(Operation::UpdateDescription));
            let interaction = bot.send("moderator", "wa-group describe", &[("group", BETA), ("text", "Cut off")]);
            bot.within(bot.groups.until_call(|call| call.method == "PUT")).await;
            // The request is in flight when the store fails.
            cable.cut();
            bot.clock.advance(pause);
            let reply = bot.reply(interaction).await;
            assert!(reply.text().contains("Cut off"), "{}", reply.text());
            cable.mend();
            let closed = async {
                while bot.app().open_cases().await != 0 {
                    bot.clock.advance(std::time::Duration::from_secs(1));
                    tokio::task::yield_now().await;
                }
            };
            bot.within(closed).await;
        })
        .await;
    database.drop().await;
}

#[tokio::test]
async fn on_a_full_disk_nothing_is_sent_and_the_asker_is_told() {
    Host::with(|_| {})
        .needs(|can| can.description_chars == usize::MAX)
        .run(async |host| {
            // Files of this process cannot grow beyond 1 MiB: the tables fit, and 400 descriptions do not. An ignored signal turns the limit into a write error, as on a
            // full disk.
            let mut shell = tokio::process::Command::new("bash");
            let program = env!("CARGO_BIN_EXE_usher");
            shell.args(["-c", "trap '' XFSZ; ulimit -f 1024; exec \"$0\" \"$@\"", program]);
            let bot = host.start_as(shell, None).await;
            let mut told = None;
            for number in 0..400 {
                let text = format!("{number} {}", "x".repeat(2_000));
                let sent = host.send("moderator", "wa-group describe", &[("group", ALPHA), ("text", &text)]);
                let answer = host.answered(sent).await;
                if answer.contains("Temporarily unavailable") {
                    told = Some(text);
                    break;
                }
                assert!(answer.contains("Description changed"), "{answer}");
            }
            let text = told.expect("the disk is full at last");
            let description = host.groups.world(|world| world.group(ALPHA).unwrap().description.clone());
            assert_ne!(description, Some(text), "nothing was sent");
            // Reads still work.
            let shown = host.send("moderator", "wa-group show", &[("group", ALPHA)]);
            assert!(host.answered(shown).await.contains("Alpha Team"));
            bot.kill().await;
            let rows = host.journal().await;
            assert!(rows.iter().all(|row| row.verdict != Some(AuditStatus::Unknown)), "{rows:?}");
        })
        .await;
}

#[tokio::test]
async fn unopenable_store_ends_startup_with_one_clear_line() {
    for (store, words) in [
        ("sqlite:///proc/nowhere/usher.db", "store.url: /proc/nowhere/usher.db: failed to create its folder"),
        ("postgres://nobody@127.0.0.1:9/none", "store.url: failed to connect to PostgreSQL"),
    ] {
        Host::with(|scene| scene.store = store.to_owned())
            .run(async |host| {
                let ended = host.run_until_exit().await;
                assert_eq!(ended.code(), Some(1), "{}", host.log());
                host.logged(&format!("usher: {words}")).await;
                assert_eq!(host.log().lines().count(), 1, "{}", host.log());
            })
            .await;
    }
}

#[tokio::test]
async fn a_damaged_file_of_visits_is_replaced() {
    Host::run(async |host| {
        let bot = host.start(None).await;
        assert!(bot.stop().await.success());
        let (main, visits) = (host.file("usher.db"), host.file("usher.visits.db"));
        let whole = std::fs::read(&visits).unwrap();
        let mut torn = whole.clone();
        torn[4_096..].fill(0xa5);
        for damaged in [&b"this is no database"[..], &torn, &whole[..whole.len() / 2 - 7]] {
            std::fs::write(&visits, damaged).unwrap();
            let bot = host.start(None).await;
            let shown = host.send("moderator", "wa-group show", &[("group", ALPHA)]);
            assert!(host.answered(shown).await.contains("Alpha Team"), "{}", host.log());
            assert!(bot.stop().await.success());
            host.logged("usher.visits.db is damaged").await;
        }
        assert_eq!(std::fs::read(host.file("usher.visits.db.damaged-1")).unwrap(), b"this is no database");
        assert!(host.file("usher.visits.db.damaged-3").exists());
        // The other file contains the outcome: Usher does not replace it, and the error names it.
        std::fs::write(&main, "this is no database").unwrap();
        let ended = host.run_until_exit().await;
        assert_eq!(ended.code(), Some(1), "{}", host.log());
        let named = format!("usher: store.url: {} cannot be used: ", main.display());
        host.logged(&named).await;
        let log = host.log();
        let line = log.lines().find(|line| line.contains(&named)).unwrap();
        assert!(line.contains("file is not a database"), "{line}");
        assert_eq!(std::fs::read(&main).unwrap(), b"this is no database");
    })
    .await;
}
