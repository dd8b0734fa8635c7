//! What people expect from a chat program: who they are, what is unread, a question before everything is lost.

use serde_json::json;

use super::driver::{Browser, Window};
use crate::harness::together;

/// A phone.
const NARROW: Window = Window { width: 360, height: 740, dark: false };

#[tokio::test]
async fn the_welcome_goes_once_something_was_run() {
    let _turn = together().await;
    let Some(browser) = Browser::open(NARROW).await else { return };
    browser.visit("/").await;
    browser.click("#help").await;
    browser.until("document.activeElement.className === 'welcome'").await;
    browser.enter("/wa-group list").await;
    browser.embed("Beta Readers").await;
    browser.until("!document.querySelector('.welcome')").await;
    let is_in_view = "(() => {
        const [list, answer] = ['#messages', 'article:last-of-type .embed'].map(
            (selector) => document.querySelector(selector).getBoundingClientRect());
        return answer.bottom > list.top && answer.bottom <= list.bottom;
    })()";
    browser.until(is_in_view).await;
    browser.now("document.querySelector('[data-channel=approvals]').click()").await;
    browser.until("document.querySelector('#channel-title').textContent === '#approvals'").await;
    browser.until("document.querySelector('#message-list .nothing')").await;
    assert_eq!(browser.now("document.querySelector('.welcome')").await, json!(null));
    browser.click("#help").await;
    browser.until("document.querySelector('.welcome')").await;
    browser.close().await;
}

#[tokio::test]
async fn the_narrow_view_says_who_one_is() {
    let _turn = together().await;
    let Some(browser) = Browser::open(NARROW).await else { return };
    browser.visit("/?as=moderator").await;
    browser.until("document.querySelector('#you').checkVisibility()").await;
    assert_eq!(browser.now("document.querySelector('#you').textContent").await, "Mateo · Moderator");
    browser.enter("/wa-group rename group:Alpha Team name:Alpha Crew").await;
    browser
        .until(
            "document.querySelector('article .used > span:last-child')?.textContent === 'Mateo used /wa-group rename'",
        )
        .await;
    browser.embed("@Mateo renamed").await;
    browser.click("#you").await;
    browser.until("document.querySelector('#people').checkVisibility()").await;
    browser.close().await;
}

#[tokio::test]
async fn start_over_asks_before_the_world_is_lost() {
    let _turn = together().await;
    let Some(browser) = Browser::at_home().await else { return };
    browser.enter("/wa-group rename group:Alpha Team name:Alpha Crew").await;
    browser.group("Alpha Crew").await;
    browser.click("#start-over").await;
    browser
        .until("document.querySelector('#new-world').open && document.activeElement.id === 'new-world-cancel'")
        .await;
    browser.click("#new-world-cancel").await;
    browser.until("!document.querySelector('#new-world').open").await;
    browser.group("Alpha Crew").await;
    browser.click("#start-over").await;
    browser.click("#new-world-go").await;
    browser.group("Alpha Team").await;
    browser.close().await;
}

#[tokio::test]
async fn the_red_number_is_for_mentions_only() {
    let _turn = together().await;
    let Some(browser) = Browser::at_home().await else { return };
    browser.click("[data-channel=approvals]").await;
    browser.until("document.querySelector('[data-channel=approvals]').ariaCurrent").await;
    let mut other = browser.sandbox.page().await;
    other.look_as("moderator").await;
    let channel = other.id("channels", "whatsapp");
    other.ask(json!({ "do": "say", "channel": channel, "text": "Hello" })).await.unwrap();
    let button = "document.querySelector('[data-channel=whatsapp]')";
    browser.until(&format!("'unread' in {button}.dataset")).await;
    assert_eq!(browser.now(&format!("{button}.querySelector('.channel-mentions')")).await, json!(null));
    assert_eq!(browser.now("document.title").await, "• #approvals · Usher sandbox");
    let owner = other.id("people", "owner");
    other.ask(json!({ "do": "say", "channel": channel, "text": format!("<@{owner}> look") })).await.unwrap();
    browser.until(&format!("{button}.querySelector('.channel-mentions')?.textContent === '1'")).await;
    assert_eq!(browser.now("document.title").await, "(1) #approvals · Usher sandbox");
    browser.click("[data-channel=whatsapp]").await;
    browser.until(&format!("!('unread' in {button}.dataset)")).await;
    browser.close().await;
}

#[tokio::test]
async fn the_page_is_in_the_language_of_its_person() {
    let _turn = together().await;
    let Some(browser) = Browser::at_home().await else { return };
    let words = "[...document.querySelectorAll('[data-words]')].map((node) => node.textContent)";
    let english = browser.now(words).await;
    browser.enter("/wa-group list").await;
    browser.embed("Beta Readers").await;
    for (locale, used) in [
        ("de", "Olivia hat /wa-group list verwendet"),
        ("es-ES", "Olivia ha usado /wa-group list"),
        ("fr", "Olivia a utilisé /wa-group list"),
        ("hi", "Olivia ने /wa-group list का इस्तेमाल किया"),
        ("id", "Olivia menggunakan /wa-group list"),
        ("pt-BR", "Olivia usou /wa-group list"),
    ] {
        let choose = "const list = document.querySelector('#locale');
                      list.value = arguments[0];
                      list.dispatchEvent(new Event('change'));";
        browser.driver.execute(choose, vec![json!(locale)]).await.unwrap();
        browser.until(&format!("document.documentElement.lang === '{locale}'")).await;
        browser
            .until(&format!(
                "document.querySelector('article .used > span:last-child').textContent === {}",
                json!(used)
            ))
            .await;
        let now = browser.now(words).await;
        assert_ne!(now, english, "{locale}");
        assert!(now.as_array().unwrap().iter().all(|text| text != ""), "{locale}: {now}");
    }
    browser.close().await;
}
