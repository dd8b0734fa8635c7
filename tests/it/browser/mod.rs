//! The sandbox's page as people use it: in Chromium, by keyboard and mouse. Skipped with a line if there is none.

mod accessible;
mod driver;
mod following;
mod habits;
mod pictures;
mod servers;
mod typing;

use thirtyfour::prelude::*;

use crate::harness::together;
use driver::{Browser, Window};

#[tokio::test]
async fn a_command_is_given_by_the_keyboard_alone() {
    let _turn = together().await;
    let Some(browser) = Browser::at_home().await else { return };
    // The first stop is a link to the message field.
    browser.type_in(Key::Tab).await;
    browser.type_in(Key::Enter).await;
    browser.until("document.activeElement.id === 'composer'").await;

    browser.type_in("/wa-group rename").await;
    browser.until("document.querySelector('#offers [role=option]')").await;
    browser.type_in(Key::Enter).await;
    browser.until("document.activeElement.dataset.option === 'group'").await;
    browser.type_in("alp").await;
    browser.until("document.querySelector('#offers [role=option]')?.textContent.includes('Alpha Team')").await;
    browser.type_in(Key::Down).await;
    browser.type_in(Key::Enter).await;
    browser.until("document.activeElement.dataset.option === 'name'").await;
    browser.type_in("Alpha Crew").await;
    browser.type_in(Key::Enter).await;
    browser.embed("Alpha Crew").await;
    browser.group("Alpha Crew").await;

    let link = "document.querySelector('[data-group=\"Alpha Crew\"]').textContent.match(/chat.whatsapp.com.([A-Za-z0-9]+)/)[1]";
    let old = browser.now(link).await;
    browser.until("document.activeElement.id === 'composer'").await;
    browser.type_in("/wa-group invite revoke group:Alpha Crew").await;
    browser.type_in(Key::Enter).await;
    browser
        .until("[...document.querySelectorAll('article button')].some(button => button.textContent === 'Revoke')")
        .await;
    assert_eq!(browser.now(link).await, old, "nothing is revoked before it is confirmed");
    browser.tab_back_to("Revoke").await;
    browser.type_in(Key::Enter).await;
    browser.until(&format!("{link} !== {old}")).await;
    browser.close().await;
}

/// A first-time visitor needs only the four suggestions on the page.
#[tokio::test]
async fn a_newcomer_gets_a_group_a_person_a_new_link_and_an_approval() {
    let _turn = together().await;
    let Some(browser) = Browser::at_home().await else { return };
    browser.take_offer("Create a group").await;
    browser.click("#send").await;
    browser.group("Summer Fair").await;

    browser.take_offer("Add a person").await;
    browser.click("#send").await;
    browser
        .until("document.querySelector('[data-group=\"Beta Readers\"]').textContent.includes('+5521988880001')")
        .await;

    let link = "document.querySelector('[data-group=\"Alpha Team\"]').textContent.match(/chat.whatsapp.com.([A-Za-z0-9]+)/)[1]";
    let old = browser.now(link).await;
    browser.take_offer("Revoke an invite link").await;
    browser.click("#send").await;
    browser.press("Revoke").await;
    browser.until(&format!("{link} !== {old}")).await;

    browser.take_offer("Have a request approved").await;
    browser.click("#new-world-go").await;
    // The helper requests, and then the view switches to the moderator.
    browser.until("document.querySelector('#scene').dataset.name === 'request'").await;
    browser.until("document.querySelector('#scene').dataset.playing === 'false'").await;
    browser.until("document.documentElement.dataset.person === 'moderator'").await;
    browser.press("Approve").await;
    browser.group("Alpha Crew").await;
    browser.close().await;
}

#[tokio::test]
async fn invalid_options_show_an_error_and_send_nothing() {
    let _turn = together().await;
    let Some(browser) = Browser::at_home().await else { return };
    browser.enter("/wa-group rename group:Alpha Team").await;
    browser.until("document.querySelector('#composer-form [role=alert]:not(:empty)')").await;
    assert_eq!(browser.now("document.querySelectorAll('article').length").await, 0);
    browser.close().await;
}

#[tokio::test]
async fn a_visitor_is_refused_and_nobody_else_sees_it() {
    let _turn = together().await;
    let Some(browser) = Browser::at_home().await else { return };
    browser.look_as("visitor").await;
    browser.enter("/wa-group list").await;
    browser.embed("No permission").await;
    assert_eq!(browser.now("document.querySelector('article').dataset.ephemeral !== undefined").await, true);
    browser.look_as("moderator").await;
    browser.until("document.querySelectorAll('article').length === 0").await;
    browser.close().await;
}

#[tokio::test]
async fn one_asks_and_another_approves() {
    let _turn = together().await;
    let Some(browser) = Browser::open(Window::default()).await else { return };
    // The owner gave the helper more capabilities with approval.
    browser.play("grant").await;
    browser.look_as("helper").await;
    browser.enter("/wa-group rename group:Alpha Team name:Alpha Crew").await;
    browser.embed("Waiting for approval").await;
    browser.look_as("moderator").await;
    browser.click("[data-channel=approvals]").await;
    browser.embed("Alpha Crew").await;
    browser.press("Approve").await;
    browser.group("Alpha Crew").await;
    browser.look_as("helper").await;
    browser.click("[data-channel=whatsapp]").await;
    browser.embed("Approved by").await;
    browser.close().await;
}

#[tokio::test]
async fn a_list_of_people_is_uploaded() {
    let _turn = together().await;
    let Some(browser) = Browser::at_home().await else { return };
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("people.csv");
    std::fs::write(&file, "name,phone\nOlga,+5521988880001\nPaulo,+5521988880009\n").unwrap();
    browser.click("#composer").await;
    browser.type_in("/wa-group members add group:Alpha Team").await;
    browser.type_in(Key::Tab).await;
    browser.click("[data-add-option=file]").await;
    let field = browser.driver.find(By::Css("input[type=file][data-option=file]")).await.unwrap();
    field.send_keys(file.to_str().unwrap()).await.unwrap();
    browser.click("#send").await;
    for number in ["+5521988880001", "+5521988880009"] {
        browser
            .until(&format!("document.querySelector('[data-group=\"Alpha Team\"]').textContent.includes('{number}')"))
            .await;
    }
    browser.embed("+55\u{a0}21\u{a0}98888\u{2011}0009").await;
    browser.close().await;
}

#[tokio::test]
async fn a_list_is_pasted_into_the_window_and_added_by_one_press() {
    let _turn = together().await;
    let Some(browser) = Browser::at_home().await else { return };
    browser.enter("/wa-group members add group:Alpha Team").await;
    browser.until("document.querySelector('#modal[open] textarea')").await;
    browser.type_in("1. Olga: +55 21 98888-0001\n2. Paulo 5521988880009\n3. 17/05/2024").await;
    browser.click("#modal [type=submit]").await;
    browser.embed("2 people").await;
    browser.embed("17/05/2024").await;
    browser.press("Add only the 1 certain one").await;
    let alpha = "document.querySelector('[data-group=\"Alpha Team\"]').textContent";
    browser.until(&format!("{alpha}.includes('+5521988880001')")).await;
    assert_eq!(browser.now(&format!("{alpha}.includes('+5521988880009')")).await, false);
    browser.close().await;
}

#[tokio::test]
async fn hostile_names_stay_text() {
    let _turn = together().await;
    let Some(browser) = Browser::at_home().await else { return };
    let hostile = "<img src=x onerror=f()>";
    browser.click("#composer").await;
    browser.type_in("/wa-group rename group:Alpha Team").await;
    browser.type_in(Key::Tab).await;
    browser.until("document.activeElement.dataset.option === 'name'").await;
    browser.type_in(hostile).await;
    browser.type_in(Key::Enter).await;
    browser.embed(hostile).await;
    browser.group(hostile).await;
    browser.click("#composer").await;
    let said = format!("{hostile} <script>alert(1)</script> [x](javascript:alert(1))");
    browser.type_in(said.as_str()).await;
    browser.type_in(Key::Enter).await;
    browser.until("[...document.querySelectorAll('article')].some(one => one.textContent.includes('<script>'))").await;
    assert_eq!(browser.now("document.querySelectorAll('img[src=x], [onerror], article script').length").await, 0);
    assert_eq!(browser.now("document.querySelectorAll('a[href^=\"javascript\" i]').length").await, 0);
    browser.close().await;
}

#[tokio::test]
async fn what_the_bot_does_not_answer_is_seen_and_it_comes_back() {
    let _turn = together().await;
    let Some(browser) = Browser::at_home().await else { return };
    browser.click("#bot-switch").await;
    browser.until("document.querySelector('#bot-state').textContent.includes('not running') || document.querySelector('#bot-state').textContent.includes('stopped')").await;
    browser.enter("/wa-group list").await;
    browser.until("document.querySelector('#messages').textContent.includes('did not respond')").await;
    browser.click("#bot-switch").await;
    browser.until("document.querySelector('#bot-state').textContent.includes('is running')").await;
    browser.enter("/wa-group list").await;
    browser.embed("Beta Readers").await;
    browser.close().await;
}
