//! The choice of the WhatsApp server behind a new world.

use thirtyfour::prelude::*;

use super::driver::{Browser, Window};
use crate::harness::together;

const SERVER: &str = "document.querySelector('#server').textContent";
const CHOICE: &str = "document.querySelector('#new-world-server')";

#[tokio::test]
async fn another_server_is_chosen_by_the_keyboard_alone() {
    let _turn = together().await;
    let Some(browser) = Browser::at_home().await else { return };
    browser.until(&format!("{SERVER} === 'WhatsApp server: Titan'")).await;
    browser.now("document.querySelector('#server').focus()").await;
    browser.type_in(Key::Enter).await;
    browser.until(&format!("document.querySelector('#new-world').open && document.activeElement === {CHOICE}")).await;
    let offered = browser.now(&format!("[...{CHOICE}.options].map((option) => option.value)")).await;
    for provider in groups_api::Provider::ALL {
        let is_it = |name: &str| name == provider.name() || name.starts_with(&format!("{provider}-"));
        assert!(offered.as_array().unwrap().iter().any(|name| is_it(name.as_str().unwrap())), "{provider}: {offered}");
    }
    browser.type_in(Key::Down).await;
    browser.type_in(Key::Down).await;
    browser.until(&format!("{CHOICE}.value === 'waha-gows'")).await;
    browser.type_in(Key::Tab).await;
    browser.until("document.activeElement.id === 'new-world-go'").await;
    browser.type_in(Key::Enter).await;
    browser.until(&format!("{SERVER} === 'WhatsApp server: WAHA (GOWS)'")).await;
    browser.group("Alpha Team").await;
    browser.enter("/wa-group rename group:Alpha Team name:Alpha Crew").await;
    browser.group("Alpha Crew").await;
    browser.until("document.querySelector('#calls').textContent.includes('/api/default/groups/')").await;

    // Who starts over stays with the server, and a choice that was cancelled is forgotten.
    browser.click("#server").await;
    browser.until("document.querySelector('#new-world').open").await;
    browser.now(&format!("{CHOICE}.value = 'titan'")).await;
    browser.click("#new-world-cancel").await;
    browser.click("#start-over").await;
    browser.until(&format!("document.querySelector('#new-world').open && {CHOICE}.value === 'waha-gows'")).await;
    browser.click("#new-world-go").await;
    browser.group("Alpha Team").await;
    assert_eq!(browser.now(SERVER).await, "WhatsApp server: WAHA (GOWS)");
    browser.close().await;
}

#[tokio::test]
async fn a_scene_plays_behind_the_chosen_server() {
    let _turn = together().await;
    let Some(browser) = Browser::open(Window { width: 360, height: 740, dark: true }).await else { return };
    browser.visit("/").await;
    browser.now("document.querySelector('#server').click()").await;
    browser.until("document.querySelector('#new-world').open").await;
    browser.now(&format!("{CHOICE}.value = 'evolution'")).await;
    browser.click("#new-world-go").await;
    browser.until(&format!("{SERVER} === 'WhatsApp server: Evolution API'")).await;
    browser.play("list").await;
    assert_eq!(browser.now(SERVER).await, "WhatsApp server: Evolution API", "a scene keeps the server");
    browser.close().await;
}
