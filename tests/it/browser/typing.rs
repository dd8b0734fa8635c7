//! Options, files and modals by the keyboard: what was typed stays.

use thirtyfour::prelude::*;

use super::driver::Browser;
use crate::harness::together;

#[tokio::test]
async fn a_first_group_needs_the_keyboard_only() {
    let _turn = together().await;
    let Some(browser) = Browser::at_home().await else { return };
    browser.type_in(Key::Tab).await;
    browser.type_in(Key::Enter).await;
    browser.until("document.activeElement.id === 'composer'").await;
    browser.type_in("/create").await;
    browser.until("document.querySelector('#offers [role=option]')?.textContent.includes('/wa-group create')").await;
    browser.type_in(Key::Enter).await;
    browser.until("document.activeElement.dataset.option === 'name'").await;
    browser.type_in("Street Party 2").await;
    browser.type_in(Key::Tab).await;
    browser.until("document.activeElement.className === 'form-adder'").await;
    browser.type_in("mem").await;
    browser.type_in(Key::Tab).await;
    browser.until("document.activeElement.dataset.option === 'members'").await;
    browser.type_in("+55 21 98888-0001").await;
    // As in Discord, the next stop is the next option, and not a button that removes this one.
    browser.type_in(Key::Tab).await;
    browser.until("document.activeElement.className === 'form-adder'").await;
    assert_eq!(browser.now("document.querySelector('[data-option=members]').value").await, "+55 21 98888-0001");
    browser.type_in(Key::Enter).await;
    let group = "document.querySelector('[data-group=\"Street Party 2\"]')?.textContent";
    browser.until(&format!("{group}?.includes('+5521988880001')")).await;
    browser.close().await;
}

#[tokio::test]
async fn backspace_removes_an_empty_option_and_a_file() {
    let _turn = together().await;
    let Some(browser) = Browser::at_home().await else { return };
    browser.click("#composer").await;
    browser.type_in("/wa-group create name:Picnic ").await;
    browser.until("document.activeElement.dataset.option === 'name'").await;
    browser.click("[data-add-option=description]").await;
    browser.type_in(Key::Backspace).await;
    browser.until("!document.querySelector('[data-option=description]')").await;
    browser.click("[data-add-option=file]").await;
    let chosen = "document.querySelector('.field[data-file-option=file] .file-chosen')";
    assert_eq!(browser.now(&format!("{chosen}.textContent")).await, "or drop a file here");
    drop_file(&browser, "#chat").await;
    browser.until(&format!("{chosen}.textContent.startsWith('people.txt')")).await;
    browser.press_key(Key::Backspace).await;
    browser.until(&format!("{chosen}.textContent === 'or drop a file here'")).await;
    browser.press_key(Key::Backspace).await;
    browser.until("!document.querySelector('[data-option=file]')").await;
    browser.close().await;
}

#[tokio::test]
async fn a_dropped_file_goes_to_the_option_below_it() {
    let _turn = together().await;
    let Some(browser) = Browser::at_home().await else { return };
    browser.click("#composer").await;
    browser.type_in("/wa-group create name:Picnic ").await;
    browser.until("document.activeElement.dataset.option === 'name'").await;
    browser.click("[data-add-option=picture]").await;
    browser.click("[data-add-option=file]").await;
    drop_file(&browser, "[data-option=file]").await;
    browser.until("document.querySelector('[data-option=file]').files[0]?.name === 'people.txt'").await;
    assert_eq!(browser.now("document.querySelector('[data-option=picture]').files.length").await, 0);
    browser.click("#send").await;
    let group = "document.querySelector('[data-group=Picnic]')?.textContent";
    browser.until(&format!("{group}?.includes('+5521988880001')")).await;
    browser.close().await;
}

/// Drops a file with one person on an element.
async fn drop_file(browser: &Browser, selector: &str) {
    let script = format!(
        "const carried = new DataTransfer();
         carried.items.add(new File(['+5521988880001'], 'people.txt', {{ type: 'text/plain' }}));
         const how = {{ dataTransfer: carried, bubbles: true, cancelable: true }};
         document.querySelector('{selector}').dispatchEvent(new DragEvent('drop', how));"
    );
    browser.driver.execute(&script, Vec::new()).await.unwrap();
}

#[tokio::test]
async fn tab_after_the_text_of_a_modal_leads_to_submit() {
    let _turn = together().await;
    let Some(browser) = Browser::at_home().await else { return };
    browser.enter("/wa-group members add group:Alpha Team").await;
    browser.until("document.activeElement.tagName === 'TEXTAREA'").await;
    browser.type_in("Olga: +55 21 98888-0001").await;
    browser.type_in(Key::Tab).await;
    browser.type_in(Key::Enter).await;
    browser.until("document.querySelector('[data-group=\"Alpha Team\"]').textContent.includes('+5521988880001')").await;
    browser.close().await;
}
