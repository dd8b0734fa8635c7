//! Those who could not be added: the file with the reasons, and the links that open WhatsApp with the invitation.

use discord_stand_in::InteractionId;
use percent_encoding::percent_decode_str;
use sandbox::whatsapp::Person;
use sandbox::{ALPHA, ANA, NOBODY, OPEN, SHY};
use whatsapp::people::{PeopleList, ReadOptions, read_file};

use crate::files::attached_to;
use crate::harness::{BotScene, Reply, TestBot};

const BUTTON: &str = "Get invite message";

fn shy(of: usize) -> String {
    format!("+55119666{of:05}")
}

/// A scene with people who do not let others add them.
fn with_shy(people: usize) -> BotScene {
    TestBot::with(|scene| {
        for of in 0..people {
            scene.whatsapp.add_person(Person::phone(&shy(of)).forbids_adding());
        }
    })
}

async fn add(bot: &TestBot, who: &str, members: &str) -> Reply {
    bot.command(who, "wa-group members add", &[("group", "Alpha Team"), ("members", members)]).await
}

/// Returns the people of an attached file.
fn read(reply: &Reply, name: &str) -> PeopleList {
    let list = read_file(&attached_to(reply.message.as_ref().unwrap(), name), ReadOptions::default()).unwrap();
    assert!(list.unclear.is_empty() && list.doubles.is_empty(), "{list:?}");
    list
}

fn numbers(list: &PeopleList) -> Vec<String> {
    list.found.iter().map(|one| format!("+{}", one.person.to_string().trim_end_matches("@s.whatsapp.net"))).collect()
}

/// Returns each number with its link, and the text that the link opens WhatsApp with.
fn links(text: &str) -> Vec<(String, String)> {
    let line = |line: &str| {
        let (number, rest) = line.strip_prefix("[")?.split_once("](https://wa.me/")?;
        let (digits, message) = rest.strip_suffix(")")?.split_once("?text=")?;
        assert_eq!(number, format!("+{digits}"));
        assert!(!message.contains([' ', '(', ')', '"', '<']), "{message}");
        Some((number.to_owned(), percent_decode_str(message).decode_utf8().unwrap().into_owned()))
    };
    text.lines().filter_map(line).collect()
}

fn copied(reply: &Reply) -> String {
    reply.text().split("```").nth(1).unwrap().trim().to_owned()
}

#[tokio::test]
async fn who_was_not_added_is_in_a_file_that_can_be_attached_again() {
    TestBot::run(async |bot| {
        let reply = add(bot, "moderator", &format!("{OPEN}, {SHY}, {ANA}, {NOBODY}")).await;
        let name = "not-added-Alpha-Team.csv";
        assert!(reply.text().contains(&format!("`{name}` lists the people who were not added.")), "{}", reply.text());
        assert_eq!(numbers(&read(&reply, name)), [SHY, NOBODY]);
        let table = String::from_utf8(attached_to(reply.message.as_ref().unwrap(), name)).unwrap();
        assert!(table.starts_with("\u{feff}phone number,name,reason\n"), "{table}");
        assert!(table.contains(&format!("'{NOBODY},,Not on WhatsApp\n")), "{table}");
        assert!(!table.contains(OPEN) && !table.contains(ANA), "{table}");

        let created = [("name", "Harbour Watch"), ("members", &format!("{SHY} {OPEN}"))];
        let reply = bot.command("owner", "wa-group create", &created).await;
        assert_eq!(numbers(&read(&reply, "not-added-Harbour-Watch.csv")), [SHY]);

        // Nobody is left.
        let reply = add(bot, "moderator", ANA).await;
        assert!(reply.message.as_ref().unwrap().attachments.is_empty(), "{}", reply.text());
        assert!(!reply.text().contains("not-added"), "{}", reply.text());
    })
    .await;
}

#[tokio::test]
async fn a_link_for_each_opens_whatsapp_with_the_invitation() {
    with_shy(3)
        .run(async |bot| {
            let members = format!("{}, {OPEN}, {}, {NOBODY}, {}", shy(0), shy(1), shy(2));
            let reply = add(bot, "helper", &members).await;
            let message = bot.press("helper", &reply, BUTTON).await;
            let link = bot.groups.world(|world| world.group(ALPHA).unwrap().invite_link());
            let text = copied(&message);
            assert_eq!(text, format!("Hi! Join our WhatsApp group Alpha Team with this link: {link}"));
            let expected: Vec<(String, String)> = (0..3).map(|of| (shy(of), text.clone())).collect();
            assert_eq!(links(&message.text()), expected);
            assert!(message.is_private() && message.notices.is_empty());
            assert!(message.message.as_ref().unwrap().attachments.is_empty());
        })
        .await;
}

#[tokio::test]
async fn links_that_do_not_fit_are_in_a_file() {
    with_shy(40)
        .run(async |bot| {
            let members: Vec<String> = (0..40).map(shy).collect();
            let reply = add(bot, "helper", &members.join(" ")).await;
            let message = bot.press("helper", &reply, BUTTON).await;
            let shown = links(&message.text());
            assert!((5..40).contains(&shown.len()), "{}", shown.len());
            let description = message.embed()["description"].as_str().unwrap().to_owned();
            assert!(description.chars().count() <= 4_096 && !description.ends_with('…'), "{description}");
            assert!(
                message.text().contains("The attached file has the links for all 40 people."),
                "{}",
                message.text()
            );
            let file = attached_to(message.message.as_ref().unwrap(), "invitations-Alpha-Team.csv");
            let mut table = csv::Reader::from_reader(&file[..]);
            let rows: Vec<csv::StringRecord> = table.records().map(Result::unwrap).collect();
            let found: Vec<String> = rows.iter().map(|row| row[0].trim_start_matches('\'').to_owned()).collect();
            assert_eq!(found, members);
            assert!(
                rows.iter().all(|row| row[1].starts_with("https://wa.me/5511") && row[1].contains("chat.whatsapp.com"))
            );
        })
        .await;
}

#[tokio::test]
async fn links_name_only_those_whom_the_same_person_could_not_add() {
    TestBot::run(async |bot| {
        let reply = add(bot, "helper", SHY).await;
        let theirs = reply.interaction;
        let press = async |who: &str, id: String| {
            let own = add(bot, who, SHY).await;
            let pressed = bot.press(who, &own, BUTTON).await;
            assert_eq!(links(&pressed.text()).len(), 1);
            let mut forged = bot.discord.world(|world| world.interactions[&pressed.interaction].payload.clone());
            forged["data"]["custom_id"] = id.into();
            bot.reply(bot.discord.raw_interaction(forged)).await
        };
        for id in [format!("{ALPHA}:{theirs}"), format!("{ALPHA}:{}", InteractionId(7)), ALPHA.to_owned()] {
            let shown = press("moderator", format!("invitation:{id}")).await;
            assert!(copied(&shown).contains("Alpha Team"), "{}", shown.text());
            assert!(links(&shown.text()).is_empty(), "{}", shown.text());
        }
    })
    .await;
}

#[tokio::test]
async fn an_invitation_is_in_the_servers_language() {
    for (locale, words) in [
        ("de", "Hi! Tritt unserer WhatsApp-Gruppe Alpha Team"),
        ("es-ES", "¡Hola! Únete a nuestro grupo"),
        ("pt-BR", "Olá! Entre no nosso grupo"),
        ("fr", "Salut"),
        ("hi", "नमस्ते!"),
        ("id", "Halo! Gabung ke grup"),
    ] {
        TestBot::with(|scene| {
            locale.clone_into(&mut scene.discord.guilds.get_mut(&scene.guild).unwrap().locale);
        })
        .run(async |bot| {
            let reply = add(bot, "helper", SHY).await;
            let message = bot.press("helper", &reply, BUTTON).await;
            assert!(copied(&message).starts_with(words), "{locale}: {}", message.text());
            assert_eq!(links(&message.text()), [(SHY.to_owned(), copied(&message))], "{locale}");
            assert!(message.text().contains("Copy this"), "{locale}: {}", message.text());
        })
        .await;
    }
}

const EDIT: &str = "Invitation…";

#[tokio::test]
async fn a_server_has_its_own_text_of_invitations() {
    TestBot::run(async |bot| {
        let sent = async || {
            let reply = add(bot, "helper", SHY).await;
            let message = bot.press("helper", &reply, BUTTON).await;
            assert_eq!(links(&message.text()), [(SHY.to_owned(), copied(&message))]);
            copied(&message)
        };
        let link = bot.groups.world(|world| world.group(ALPHA).unwrap().invite_link());
        let usual = format!("Hi! Join our WhatsApp group Alpha Team with this link: {link}");
        assert_eq!(sent().await, usual);
        let mut shown = bot.command("owner", "wa-setup", &[]).await;
        let opened = bot.press("owner", &shown, EDIT).await;
        let filled = bot.modal(&opened)["components"][0]["components"][0]["value"].as_str().unwrap().to_owned();
        assert_eq!(filled, "Hi! Join our WhatsApp group {group} with this link: {link}");

        for (typed, done, message) in [
            (
                "Oi! *{group}*:\n{link} {link}",
                "Invitations now use your own text.",
                format!("Oi! *Alpha Team*:\n{link} {link}"),
            ),
            (filled.as_str(), "Invitations use the default text again", usual.clone()),
            ("{link}", "Invitations now use your own text.", link.clone()),
            ("", "Invitations use the default text again", usual.clone()),
        ] {
            let opened = bot.press("owner", &shown, EDIT).await;
            shown = bot.fill_in("owner", &opened, typed).await;
            assert!(shown.text().contains(&format!("✅ {done}")), "{typed}: {}", shown.text());
            assert_eq!(sent().await, message, "{typed}");
        }
        for typed in ["Join {group}!", "link", "{ link }"] {
            let opened = bot.press("owner", &shown, EDIT).await;
            shown = bot.fill_in("owner", &opened, typed).await;
            assert!(
                shown.text().contains("⚠️ **Not changed.** The text needs `{link}` where"),
                "{typed}: {}",
                shown.text()
            );
        }
        assert_eq!(sent().await, usual);
        let recent = bot.command("owner", "wa-audit recent", &[("operation", "setup")]).await.text();
        for (sentence, times) in [("changed the text of invitations", 2), ("went back to the default text", 2)] {
            assert_eq!(recent.matches(sentence).count(), times, "{recent}");
        }
    })
    .await;
}
