//! Members and admins, invites from other places, and sessions.

use sandbox::whatsapp::{Answers, Person, Provider, Role, StatusReason};
use sandbox::{ALPHA, ANA, BRUNO, NOBODY, OPEN, SHY, STREET_PARTY, STREET_PARTY_CODE};

use crate::harness::{Reply, TestBot, batches};

const PARTICIPANTS: &str = "/groups/120363000000000001%40g.us/participants";

fn line_with<'a>(text: &'a str, words: &str) -> &'a str {
    text.lines().find(|line| line.contains(words)).unwrap_or_else(|| panic!("{words} is not in {text}"))
}

#[tokio::test]
async fn members_are_listed_with_the_admins_first() {
    TestBot::with(|_| {})
        .not_on(Provider::OpenWa)
        .run(async |bot| {
            let reply = bot.command("moderator", "wa-group members list", &[("group", ALPHA)]).await;
            let text = reply.text();
            let places = ["+5511900000000 · group creator", &format!("{BRUNO} · admin"), ANA]
                .map(|part| text.find(part).unwrap());
            assert!(places.is_sorted() && text.contains("10 people"), "{text}");
            assert!(text.contains("987654321098765@lid"), "somebody without a visible number is shown by LID: {text}");
            assert_eq!(reply.calls(), [format!("GET {PARTICIPANTS} → 200")]);
            assert!(reply.is_private() && reply.notices.is_empty());
        })
        .await;
}

#[tokio::test]
async fn a_member_list_has_unbreakable_numbers() {
    TestBot::run(async |bot| {
        for (who, shown) in [
            ("moderator", "+55\u{a0}11\u{a0}97777\u{2011}0001"),
            // The helper may only add people.
            ("helper", "+55\u{a0}•••••\u{a0}0001"),
        ] {
            let list = bot.command(who, "wa-group members list", &[("group", ALPHA)]).await.message.unwrap();
            assert!(list.all_text().lines().any(|line| line == shown), "{}", list.all_text());
            // What is copied from the list comes back in.
            let found = bot.command(who, "wa-group members find", &[("group", ALPHA), ("search", shown)]).await;
            assert!(found.text().contains("1 member matches"), "{}", found.text());
        }
        let members = [("group", ALPHA), ("members", "+55\u{a0}21\u{a0}98888\u{2011}0001")];
        let added = bot.command("moderator", "wa-group members add", &members).await;
        assert!(line_with(&added.text(), "**Added** (1)").contains(OPEN), "{}", added.text());
    })
    .await;
}

#[tokio::test]
async fn add_reports_each_person_for_each_api_status() {
    for answers in [Answers::Object, Answers::Empty, Answers::Nothing] {
        TestBot::with(|scene| scene.whatsapp.settings.answers = answers)
            .on_titan()
            .run(async |bot| {
                let members = format!("{OPEN} {SHY}, {ANA}\n{NOBODY}");
                let options = [("group", ALPHA), ("members", members.as_str())];
                let reply = bot.command("moderator", "wa-group members add", &options).await;
                let text = reply.text();
                assert!(line_with(&text, "**Added** (1)").contains(OPEN), "{text}");
                assert!(line_with(&text, "Already in the group").contains(ANA), "{text}");
                // Without a result, the reason is not known.
                let (shy, nobody) = match answers {
                    Answers::Object => ("privacy settings", "**Not on WhatsApp**"),
                    Answers::Empty | Answers::Nothing => {
                        ("Not added: not on WhatsApp, or", "Not added: not on WhatsApp, or")
                    }
                };
                assert!(line_with(&text, shy).contains(SHY), "{text}");
                assert!(line_with(&text, nobody).contains(NOBODY), "{text}");
                let invite = bot.groups.world(|world| world.group(ALPHA).unwrap().invite_link());
                assert!(text.contains(&invite), "{text}");
                let notice = reply.notice();
                assert!(notice.contains("added +55 ••••• 0001.") && !notice.contains(&invite), "{notice}");
                let status = if answers == Answers::Nothing { 204 } else { 200 };
                assert_eq!(
                    reply.calls(),
                    [
                        "GET /groups → 200".to_owned(),
                        format!("GET {PARTICIPANTS} → 200"),
                        format!("POST {PARTICIPANTS} → {status}"),
                        format!("GET {PARTICIPANTS} → 200"),
                        "GET /groups/120363000000000001%40g.us/invite → 200".to_owned(),
                    ]
                );
                let asked = reply.calls[2].body.as_ref().unwrap()["participants"].as_array().unwrap().len();
                assert_eq!(asked, 3, "who is a member already is not asked for");
            })
            .await;
    }
}

#[tokio::test]
async fn nobody_is_asked_for_where_all_are_members() {
    TestBot::with(|_| {})
        .not_on(Provider::OpenWa)
        .run(async |bot| {
            let reply = bot.command("moderator", "wa-group members add", &[("group", ALPHA), ("members", ANA)]).await;
            assert!(reply.text().contains("Already in the group"), "{}", reply.text());
            assert_eq!(reply.calls(), ["GET /groups → 200", &format!("GET {PARTICIPANTS} → 200")]);
            assert!(reply.notices.is_empty());
        })
        .await;
}

#[tokio::test]
async fn more_than_256_people_go_in_several_requests() {
    TestBot::run(async |bot| {
        let people: Vec<String> = (0..400).map(|number| format!("+55219{number:08}")).collect();
        let people = people.join(",");
        let options = [("group", ALPHA), ("members", people.as_str())];
        let reply = bot.command("moderator", "wa-group members add", &options).await;
        assert!(reply.text().contains("**Added** (400)"), "{}", reply.text());
        let sizes: Vec<usize> = reply
            .calls
            .iter()
            .filter(|call| call.method == "POST")
            .map(|call| call.body.as_ref().unwrap()["participants"].as_array().unwrap().len())
            .collect();
        assert_eq!(sizes, batches(400));
    })
    .await;
}

async fn remove(bot: &TestBot, members: &str) -> Reply {
    let question = bot.command("moderator", "wa-group members remove", &[("group", ALPHA), ("members", members)]).await;
    assert_eq!(question.buttons(), ["Remove", "Cancel"]);
    bot.press("moderator", &question, "Remove").await
}

#[tokio::test]
async fn a_removal_says_who_was_removed_and_who_was_no_member() {
    TestBot::with(|_| {})
        .needs(|can| can.people_by_lid)
        .not_on(Provider::OpenWa)
        .run(async |bot| {
            let reply = remove(bot, &format!("{ANA}, {OPEN}, 987654321098765@lid, +5511900000000")).await;
            let text = reply.text();
            let removed = line_with(&text, "**Removed** (2)");
            assert!(removed.contains(ANA) && removed.contains("987654321098765@lid"), "{text}");
            assert!(line_with(&text, "Not in the group").contains(OPEN), "{text}");
            assert!(line_with(&text, "Usher's own number").contains("+5511900000000"), "{text}");
            assert!(reply.notice().contains("removed +55 ••••• 0001 and member ••••• 8765"), "{}", reply.notice());
            assert_eq!(
                reply.calls(),
                [
                    format!("GET {PARTICIPANTS} → 200"),
                    "GET  → 200".to_owned(),
                    format!("DELETE {PARTICIPANTS} → 200"),
                    format!("GET {PARTICIPANTS} → 200"),
                ]
            );
        })
        .await;
}

#[tokio::test]
async fn who_comes_back_as_a_lid_after_a_demotion_is_known_again() {
    TestBot::with(|scene| {
        let account = scene.whatsapp.find_person("5511900000000").unwrap();
        let dora = scene.whatsapp.add_person(Person::phone("+5511966660001").hides_phone());
        scene.whatsapp.put_member(ALPHA, dora, Role::Admin);
        assert!(scene.whatsapp.person(account).is_some());
    })
    .not_on(Provider::OpenWa)
    .run(async |bot| {
        let options = [("group", ALPHA), ("members", "+5511966660001")];
        let reply = bot.command("owner", "wa-group admins demote", &options).await;
        assert!(line_with(&reply.text(), "No longer admin").contains("+5511966660001"), "{}", reply.text());
        assert!(reply.notice().contains("removed +55 ••••• 0001 as admin"), "{}", reply.notice());
    })
    .await;
}

#[tokio::test]
async fn promotions_say_who_is_an_admin_now() {
    TestBot::run(async |bot| {
        let members = format!("{ANA}, {BRUNO}, {OPEN}");
        let options = [("group", ALPHA), ("members", members.as_str())];
        let reply = bot.command("owner", "wa-group admins promote", &options).await;
        let text = reply.text();
        assert!(line_with(&text, "Now admin").contains(ANA), "{text}");
        assert!(line_with(&text, "Already admin").contains(BRUNO), "{text}");
        assert!(line_with(&text, "Not in the group").contains(OPEN), "{text}");
        assert!(text.contains(&format!("{ANA} · admin")) && text.contains("+5511900000000 · group creator"), "{text}");
        assert!(reply.calls().contains(&format!("POST {PARTICIPANTS}/promote → 200")), "{:?}", reply.calls());
        let reply = bot.command("owner", "wa-group admins demote", &[("group", ALPHA), ("members", BRUNO)]).await;
        assert!(line_with(&reply.text(), "No longer admin").contains(BRUNO), "{}", reply.text());
        assert!(reply.calls().contains(&format!("POST {PARTICIPANTS}/demote → 200")), "{:?}", reply.calls());
    })
    .await;
}

#[tokio::test]
async fn a_preview_joins_nothing() {
    TestBot::with(|_| {})
        .not_on(Provider::Gowa)
        .not_on(Provider::OpenWa)
        .run(async |bot| {
            for code in [
                STREET_PARTY_CODE.to_owned(),
                format!("https://chat.whatsapp.com/{STREET_PARTY_CODE}?mode=gi_t"),
                format!("whatsapp://chat/?code={STREET_PARTY_CODE}"),
            ] {
                let reply = bot.command("moderator", "wa-group preview", &[("code", code.as_str())]).await;
                let text = reply.text();
                assert_eq!(reply.title(), "Street Party");
                assert!(
                    text.contains(STREET_PARTY) && text.contains("<t:1720000000:D>") && text.contains(BRUNO),
                    "{text}"
                );
                assert_eq!(reply.calls(), [format!("GET /groups/join?code={STREET_PARTY_CODE} → 200")]);
                assert!(reply.notices.is_empty());
            }
        })
        .await;
}

#[tokio::test]
async fn a_join_looks_first_and_then_joins() {
    TestBot::run(async |bot| {
        let link = format!("https://chat.whatsapp.com/invite/{STREET_PARTY_CODE}/");
        let reply = bot.command("owner", "wa-group join", &[("code", link.as_str())]).await;
        assert_eq!(reply.title(), "Street Party");
        assert!(reply.text().contains(STREET_PARTY), "{}", reply.text());
        assert!(reply.notice().contains("join") && !reply.notice().contains(STREET_PARTY_CODE), "{}", reply.notice());
        assert_eq!(
            reply.calls(),
            [format!("GET /groups/join?code={STREET_PARTY_CODE} → 200"), "POST /groups/join → 200".to_owned()]
        );
        // Autocomplete suggests the group at once.
        let offered = bot.offers("owner", "wa-group show", "group", "street").await;
        assert_eq!(offered.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn sessions_are_shown_with_their_connection_and_others_are_not() {
    TestBot::with(|scene| {
        scene.whatsapp.add_session("second", "+5511900000001");
        scene.whatsapp.add_session("foreign", "+5511900000002");
        scene.whatsapp.disconnect("second", StatusReason::LoggedOut);
        scene.server = scene.server.replace("[\"default\"]", "[\"default\", \"second\"]");
    })
    .on_titan()
    .run(async |bot| {
        let reply = bot.command("moderator", "wa-session list", &[]).await;
        let text = reply.text();
        assert!(line_with(&text, "**default**").contains("· connected"), "{text}");
        assert!(
            line_with(&text, "**second**")
                .contains("not connected: logged out on the phone; someone must scan the QR code again"),
            "{text}"
        );
        assert!(!text.contains("foreign"), "{text}");
        assert_eq!(reply.calls(), ["GET /api/sessions → 200"]);
    })
    .await;
}
