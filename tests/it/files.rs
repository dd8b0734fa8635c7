//! Attachments from and to users: people by file, pictures, QR codes, members as a file.

use std::io::Cursor;
use std::time::Duration;

use discord_stand_in::{InteractionId, Message, World};
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use sandbox::whatsapp::{Call, Fault, FaultRule, Operation, Person, Picture};
use sandbox::{ALPHA, ANA, OPEN, SHY};
use serde_json::json;

use crate::harness::{BotScene, Reply, TestBot, at_once, batches};

/// Sends a command of the owner with a file in its option `option`.
fn send(bot: &TestBot, command: (&str, (&str, &str)), option: &str, file: (&str, Vec<u8>)) -> InteractionId {
    send_as(bot, "owner", command, option, file)
}

/// Sends a command of a user with a file.
pub(crate) fn send_as(
    bot: &TestBot,
    who: &str,
    (command, group): (&str, (&str, &str)),
    option: &str,
    (name, bytes): (&str, Vec<u8>),
) -> InteractionId {
    let who = bot.person(who);
    let file = bot.discord.upload(who, name, "application/octet-stream", bytes);
    let (key, value) = group;
    let options = [(key.to_owned(), json!(value)), (option.to_owned(), json!(file.to_string()))];
    bot.discord.command(who, bot.channel, command, &options).unwrap()
}

async fn add(bot: &TestBot, name: &str, bytes: &[u8]) -> Reply {
    let sent = send(bot, ("wa-group members add", ("group", ALPHA)), "file", (name, bytes.to_vec()));
    bot.reply(sent).await
}

/// Returns the file of that name in the answer.
fn attached(reply: &Reply, name: &str) -> Vec<u8> {
    attached_to(reply.message.as_ref().unwrap(), name)
}

pub(crate) fn attached_to(message: &Message, name: &str) -> Vec<u8> {
    let found = message.attachments.iter().find(|file| file.filename == name);
    found.unwrap_or_else(|| panic!("no {name} with {message:#?}")).bytes.clone()
}

fn number(of: usize) -> String {
    format!("+55219{of:08}")
}

/// Returns a scene with this number of additional people on WhatsApp.
pub(crate) fn with_people(people: usize) -> BotScene {
    TestBot::with(|scene| {
        for of in 0..people {
            scene.whatsapp.add_person(Person::phone(&number(of)));
        }
    })
}

pub(crate) fn csv_of(people: usize) -> String {
    let rows: Vec<String> = (0..people).map(|of| format!("Person {of};{}", number(of))).collect();
    format!("Name;Phone\n{}\n", rows.join("\n"))
}

pub(crate) fn adds(calls: &[Call]) -> Vec<usize> {
    let of_it = calls.iter().filter(|call| call.operation == Some(Operation::AddParticipants));
    of_it.map(|call| call.body.as_ref().unwrap()["participants"].as_array().unwrap().len()).collect()
}

#[tokio::test]
async fn thousand_members_by_file_take_four_requests_and_one_report() {
    with_people(1_000)
        .run(async |bot| {
            let reply = add(bot, "people.csv", csv_of(1_000).as_bytes()).await;
            let text = reply.text();
            assert_eq!(adds(&reply.calls), batches(1_000));
            assert!(text.contains("**Added** (1,000): ") && text.contains("and 980 more"), "{text}");
            let report = String::from_utf8(attached(&reply, "people-Alpha-Team.csv")).unwrap();
            assert_eq!(report.lines().count(), 1_001);
            assert!(
                report.starts_with("\u{feff}phone number,name,result\n'+5521900000000,Person 0,Added\n"),
                "{report}"
            );
            let edits = bot.discord.world(|world| {
                let texts = world.requests.iter().map(|request| request.body.to_string());
                texts.filter(|text| text.contains("of 1,000 people")).count()
            });
            assert!(edits > 0, "how far it was stood in the answer");
            assert_eq!(reply.buttons(), ["Undo"], "there is nothing to stop any more");
            assert_eq!(reply.notices.len(), 1);
            assert_eq!(bot.groups.world(|world| world.group(ALPHA).unwrap().members.len()), 1_010);
        })
        .await;
}

/// Waits for the answer with the stop button.
pub(crate) async fn stoppable(bot: &TestBot, interaction: InteractionId) -> Message {
    let shown = |world: &World| {
        let message = world.interactions.get(&interaction)?.original?;
        world.messages.get(&message).filter(|message| message.control("Stop").is_some()).cloned()
    };
    bot.within(bot.discord.wait_until(shown)).await
}

#[tokio::test]
async fn stop_ends_bulk_add_after_the_current_request_for_its_actor() {
    with_people(1_000)
        .run(async |bot| {
            let first = FaultRule::next(Fault::Delay(Duration::from_secs(15))).of(Operation::AddParticipants);
            bot.groups.inject(first);
            let file = ("people.csv", csv_of(1_000).into_bytes());
            let work = send(bot, ("wa-group members add", ("group", ALPHA)), "file", file);
            let shown = stoppable(bot, work).await;
            assert!(shown.all_text().contains("0 of 1,000 people"), "{}", shown.all_text());

            let discord = &bot.discord;
            let id = shown.control("Stop").unwrap()["custom_id"].as_str().unwrap().to_owned();
            let pressed = discord.press(bot.person("owner"), shown.id, &id).unwrap();
            let said = discord.wait_until(|world| {
                let answer = world.interactions[&pressed].original?;
                Some(world.messages.get(&answer)?.all_text())
            });
            let said = bot.within(said).await;
            assert!(said.contains("Usher stops after the current step"), "{said}");
            bot.clock.advance(Duration::from_secs(16));
            let reply = bot.reply(work).await;
            let text = reply.text();
            assert_eq!(adds(&reply.calls).len(), 1);
            let first = at_once();
            assert!(text.contains(&format!("**Added** ({first})")), "{text}");
            assert!(text.contains("stopped this before it was finished"), "{text}");
            let rest = format!("**Not tried. Run the command again to add them** ({})", 1_000 - first);
            assert!(text.contains(&rest), "{text}");

            // A finished job cannot be stopped, and neither can another user's job.
            let mut forged = discord.world(|world| world.interactions[&pressed].payload.clone());
            forged["data"]["custom_id"] = json!(id);
            let again = bot.reply(discord.raw_interaction(forged)).await;
            assert!(again.text().contains("This job already finished"), "{}", again.text());
        })
        .await;
}

#[tokio::test]
async fn what_was_stopped_while_the_bot_was_away_stays_stopped() {
    TestBot::with(|scene| {
        scene.settings.push_str("groups_api.timeout = \"20s\"\n");
        for of in 0..300 {
            scene.whatsapp.add_person(Person::phone(&number(of)));
        }
    })
    .run(async |bot| {
        let limited = FaultRule::next(Fault::RateLimited { retry_after: 300 }).of(Operation::AddParticipants);
        bot.groups.inject(limited);
        let file = ("people.csv", csv_of(300).into_bytes());
        let work = send(bot, ("wa-group members add", ("group", ALPHA)), "file", file);
        let shown = stoppable(bot, work).await;
        bot.groups.until_call(|call| call.status == Some(429)).await;
        let pressed = bot.discord.press(bot.person("owner"), shown.id, "Stop").unwrap();
        let answered = bot.discord.wait_until(|world| world.interactions[&pressed].original);
        bot.within(answered).await;
        // The job pauses, and reacts to the stop at once.
        bot.clock.advance(Duration::from_secs(3));
        let reply = bot.reply(work).await;
        assert!(reply.text().contains("stopped this before it was finished"), "{}", reply.text());
        assert!(!reply.text().contains("**Added**"), "{}", reply.text());
    })
    .await;
}

#[tokio::test]
async fn file_with_bad_lines_adds_no_one_and_lists_each_bad_line() {
    TestBot::run(async |bot| {
        let reply = add(bot, "people.csv", b"Name,Phone\nAna,+5521988880001\nBo,=HYPERLINK(1)\nCy,banana\n").await;
        let text = reply.text();
        assert!(text.contains("Line 3 · Bo · **HYPERLINK\\(1\\)**"), "{text}");
        assert!(text.contains("Line 4 · Cy · **banana**") && text.contains("Nothing happens until"), "{text}");
        assert!(reply.is_private() && adds(&reply.calls).is_empty());

        let many = (0..100).map(|of| format!("=cmd{of}")).collect::<Vec<_>>().join("\n");
        let reply = add(bot, "people.txt", format!("{OPEN}\n{many}").as_bytes()).await;
        assert!(reply.text().contains("Not understood: 100 entries"), "{}", reply.text());
        let list = String::from_utf8(attached(&reply, "list-Alpha-Team.csv")).unwrap();
        assert_eq!(list.lines().count(), 102);
        assert!(list.contains("\nLine 2,,cmd0,"), "{list}");
    })
    .await;
}

#[tokio::test]
async fn a_file_that_is_none_of_people_is_refused_as_what_it_is() {
    TestBot::run(async |bot| {
        let large = vec![b'1'; 1024 * 1024 + 1];
        for (name, bytes, words) in [
            ("people.xlsx", b"PK\x03\x04\x14\x00\x06\x00".to_vec(), "This file is damaged"),
            ("people.csv", b"name,size\nAna,big\n".to_vec(), "Nobody found"),
            ("people.csv", large, "limit 1 MB"),
            ("people.csv", Vec::new(), "Add at least one phone number"),
            ("people.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\x00".to_vec(), "Usher can't read this kind of file"),
        ] {
            let reply = add(bot, name, &bytes).await;
            assert!(reply.text().contains(words), "{words}: {}", reply.text());
            assert!(reply.text().contains("Nothing changed") && adds(&reply.calls).is_empty());
        }
        let long = format!("{OPEN}\n{}\n", "x".repeat(200_000));
        let reply = add(bot, "people.csv", long.as_bytes()).await;
        assert!(reply.text().contains("Line 2") && adds(&reply.calls).is_empty(), "{}", reply.text());
    })
    .await;
}

#[tokio::test]
async fn a_file_is_fetched_from_discord_and_from_nowhere_else() {
    TestBot::run(async |bot| {
        let first = send(bot, ("wa-group members add", ("group", ALPHA)), "file", ("people.txt", OPEN.into()));
        bot.reply(first).await;
        let mut payload = bot.discord.world(|world| world.interactions[&first].payload.clone());
        let elsewhere = bot.groups.base_url();
        for file in payload["data"]["resolved"]["attachments"].as_object_mut().unwrap().values_mut() {
            file["url"] = json!(format!("{elsewhere}/people.txt"));
        }
        let reply = bot.reply(bot.discord.raw_interaction(payload)).await;
        assert!(reply.text().contains("could not download the file"), "{}", reply.text());
        assert!(reply.calls.iter().all(|call| !call.path.contains("people.txt")), "{:?}", reply.calls());
    })
    .await;
}

#[tokio::test]
async fn national_numbers_are_understood_where_the_country_is_set() {
    TestBot::with(|scene| scene.settings.push_str("limits.default_region = \"BR\"\n"))
        .run(async |bot| {
            let reply = add(bot, "people.txt", b"(21) 98888-0001\n21 98888-0002\n11 97777-0001\n").await;
            let text = reply.text();
            assert!(
                text.contains(&format!("**Added** (1): {OPEN}")) && text.contains(SHY) && text.contains(ANA),
                "{text}"
            );
            let typed = [("group", ALPHA), ("members", "47 3334-4455")];
            let reply = bot.command("owner", "wa-group members add", &typed).await;
            assert!(reply.text().contains("could also be +4733344455"), "{}", reply.text());
            assert!(adds(&reply.calls).is_empty());
        })
        .await;
}

#[tokio::test]
async fn who_must_be_invited_gets_a_message_that_can_be_copied() {
    TestBot::run(async |bot| {
        let options = [("group", "Alpha Team"), ("members", SHY)];
        let reply = bot.command("helper", "wa-group members add", &options).await;
        let message = bot.press("helper", &reply, "Get invite message").await;
        let link = bot.groups.world(|world| world.group(ALPHA).unwrap().invite_link());
        let text = message.text();
        assert!(text.contains("```\nHi! Join our WhatsApp group Alpha Team with this link: https://"), "{text}");
        assert!(text.contains(&link) && message.is_private() && message.notices.is_empty(), "{text}");
        // A user who may not see links gets none by a press either.
        let pressed = bot.discord.world(|world| world.interactions[&message.interaction].payload.clone());
        let mut forged = pressed;
        let visitor = bot.discord.command(bot.person("visitor"), bot.channel, "wa-group list", &[]).unwrap();
        bot.reply(visitor).await;
        forged["member"] = bot.discord.world(|world| world.interactions[&visitor].payload["member"].clone());
        let refused = bot.reply(bot.discord.raw_interaction(forged)).await;
        assert!(refused.text().contains("No permission") && !refused.text().contains(&link), "{}", refused.text());
    })
    .await;
}

#[tokio::test]
async fn member_export_can_be_imported_and_is_recorded() {
    TestBot::with(|_| {})
        .needs(|can| can.people_by_lid)
        .run(async |bot| {
            let refused = bot.command("moderator", "wa-group members export", &[("group", ALPHA)]).await;
            assert!(refused.text().contains("You can't export member lists here"), "{}", refused.text());
            // Usher learns the group's name.
            bot.offers("owner", "wa-group show", "group", "alpha").await;
            let reply = bot.command("owner", "wa-group members export", &[("group", ALPHA)]).await;
            let file = String::from_utf8(attached(&reply, "members-Alpha-Team.csv")).unwrap();
            assert!(file.starts_with("\u{feff}phone_number,lid,role\n'+5511900000000,"), "{file}");
            assert!(file.contains("\n,987654321098765@lid,member\n"), "{file}");
            assert_eq!(file.lines().count(), 11);
            assert!(reply.is_private() && reply.notices.is_empty());
            let list = whatsapp::people::read_file(file.as_bytes(), whatsapp::people::ReadOptions::default()).unwrap();
            assert_eq!((list.found.len(), list.unclear.len(), list.doubles.len()), (10, 0, 0), "{list:?}");
            // As Google Sheets saves it.
            let saved = file.replace("'+", "+");
            let again = add(bot, "members.csv", saved.as_bytes()).await;
            assert!(again.text().contains("**Already in the group** (10)"), "{}", again.text());
            let cases = bot.command("owner", "wa-audit recent", &[("operation", "members.export")]).await;
            assert!(cases.text().contains("exported the member list."), "{}", cases.text());
        })
        .await;
}

fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    let picture =
        RgbImage::from_fn(width, height, |x, _| if x < width / 2 { Rgb([200, 0, 0]) } else { Rgb([0, 0, 200]) });
    DynamicImage::from(picture).write_to(&mut bytes, ImageFormat::Png).unwrap();
    bytes.into_inner()
}

#[tokio::test]
async fn picture_is_cropped_square_sent_as_jpeg_and_previewed() {
    TestBot::run(async |bot| {
        let sent = send(bot, ("wa-group picture", ("group", ALPHA)), "image", ("wide.png", png(900, 300)));
        let reply = bot.reply(sent).await;
        let shown = attached(&reply, "picture.jpg");
        let picture = image::load_from_memory(&shown).unwrap();
        assert_eq!((picture.width(), picture.height()), (640, 640));
        assert_eq!(
            reply.message.as_ref().unwrap().attachments[0].description.as_deref(),
            Some("The group's new picture")
        );
        assert!(reply.embed()["image"].is_object(), "{}", reply.embed());
        let put_up = bot.groups.world(|world| world.group(ALPHA).unwrap().picture.clone());
        assert_eq!(put_up, Some(Picture::Uploaded(shown)));
        assert!(reply.notice().contains("changed the picture"));
    })
    .await;
}

#[tokio::test]
async fn invalid_or_oversized_picture_is_refused_before_sending() {
    TestBot::run(async |bot| {
        for (name, bytes, words) in [
            ("a.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>".to_vec(), "Use PNG, JPEG, WebP or GIF"),
            ("a.zip", b"PK\x03\x04".to_vec(), "Use PNG, JPEG, WebP or GIF"),
            ("a.png", vec![0; 8 * 1024 * 1024 + 1], "limit 8 MB"),
        ] {
            let sent = send(bot, ("wa-group picture", ("group", ALPHA)), "image", (name, bytes));
            let reply = bot.reply(sent).await;
            assert!(reply.text().contains(words) && reply.text().contains("Nothing changed"), "{}", reply.text());
            assert!(reply.calls.iter().all(|call| call.method == "GET"), "{:?}", reply.calls());
        }
        let neither = bot.command("owner", "wa-group picture", &[("group", ALPHA)]).await;
        assert!(neither.text().contains("Add one of these options: `image`, `url`"), "{}", neither.text());
    })
    .await;
}

#[tokio::test]
async fn a_group_is_created_with_people_of_a_file_and_a_picture() {
    TestBot::run(async |bot| {
        let who = bot.person("owner");
        let upload = |name: &str, bytes: Vec<u8>| bot.discord.upload(who, name, "text/csv", bytes).to_string();
        let (file, picture) =
            (upload("people.csv", format!("Phone\n{OPEN}\n").into_bytes()), upload("a.png", png(40, 40)));
        let options = [("name", "Harvest"), ("file", file.as_str()), ("description", "Apples"), ("picture", &picture)];
        let reply = bot.command("owner", "wa-group create", &options).await;
        assert!(reply.text().contains("Group created. Added 1 person."), "{}", reply.text());
        attached(&reply, "picture.jpg");
        let operations: Vec<_> =
            reply.calls.iter().filter(|call| call.method != "GET").map(|call| call.operation).collect();
        let wanted = [Operation::CreateGroup, Operation::UpdateDescription, Operation::SetPicture];
        assert_eq!(operations, wanted.map(Some));
    })
    .await;
}

#[tokio::test]
async fn a_qr_code_of_the_invite_link_is_read_back_by_another_reader() {
    TestBot::run(async |bot| {
        let shown = bot.command("moderator", "wa-group invite show", &[("group", ALPHA)]).await;
        let question = bot.command("moderator", "wa-group invite revoke", &[("group", ALPHA)]).await;
        let old = read_code(&attached(&shown, "invite.png"));
        let revoked = bot.press("moderator", &question, "Revoke").await;
        let new = bot.groups.world(|world| world.group(ALPHA).unwrap().invite_link());
        assert_eq!(read_code(&attached(&revoked, "invite.png")), new);
        assert!(old != new && shown.text().contains(&old));
        assert!(revoked.notices.iter().all(|notice| notice.attachments.is_empty()), "no code for the channel");
    })
    .await;
}

fn read_code(png: &[u8]) -> String {
    let picture = image::load_from_memory(png).unwrap().into_luma8();
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    let grey = |x: usize, y: usize| picture.get_pixel(u32::try_from(x).unwrap(), u32::try_from(y).unwrap()).0[0];
    let mut found = rqrr::PreparedImage::prepare_from_greyscale(width, height, grey);
    found.detect_grids()[0].decode().unwrap().1
}
