//! What those who decide see: the text exactly as it is carried out.

use usher::sandbox::ALPHA;

use crate::approvals::may_ask;
use crate::harness::Town;

#[tokio::test]
async fn a_request_shows_its_text_as_it_is_carried_out() {
    let town = Town::with(may_ask).await;
    for text in ["Bring water.", "Who comes?", "Now!", "**No** @everyone: [x](https://example.com) -", "One\n\n> two…"]
    {
        let asked = town.command("helper", "wa-group describe", &[("group", ALPHA), ("text", text)]).await;
        let posted = town.posted().pop().unwrap();
        let details = town.decide("moderator", &posted, "Details").await;
        let details = town.house.discord.world(|world| world.original(details.interaction).unwrap().all_text());
        let approved = town.decide("moderator", &posted, "Approve").await;
        for shown in [asked.text(), posted.all_text(), details, approved.text()] {
            assert!(shown.contains(&format!("```\n{text}\n```")), "{text}: {shown}");
        }
        let carried_out = town.house.groups.world(|world| world.group(ALPHA).unwrap().description.clone());
        assert_eq!(carried_out.as_deref(), Some(text));
        let listed = town.command("helper", "wa-request list", &[]).await.text();
        assert!(listed.contains("change this group's description in **Alpha Team**"), "{listed}");
    }
    town.close().await;
}

#[tokio::test]
async fn a_new_name_is_shown_and_told_without_a_second_stop() {
    let town = Town::with(may_ask).await;
    let asked = town.command("helper", "wa-group rename", &[("group", ALPHA), ("name", "Alpha. Crew.")]).await;
    let posted = town.posted().pop().unwrap();
    let approved = town.decide("moderator", &posted, "Approve").await;
    let told = town.message(asked.message.as_ref().unwrap().id).all_text();
    let notice = town.house.discord.world(|world| world.followups(asked.interaction)[0].all_text());
    for shown in [asked.text(), posted.all_text(), approved.text(), told, notice] {
        let plain = shown.replace(['*', '`'], "");
        assert!(plain.contains("Alpha. Crew.") && !plain.contains("Crew.."), "{shown}");
    }
    town.close().await;
}
