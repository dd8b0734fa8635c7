//! Every form of a link, and what is no link.

use proptest::prelude::*;

use super::*;
use crate::{InvalidId, InviteCode};

const CODE: &str = "AbCdEfGhIjKlMnOpQrStUv";

/// Returns a link in every known form.
fn links() -> Vec<String> {
    [
        "https://chat.whatsapp.com/C",
        "http://chat.whatsapp.com/C",
        "chat.whatsapp.com/C",
        "www.chat.whatsapp.com/C",
        "HTTPS://Chat.WhatsApp.COM/C",
        "https://chat.whatsapp.com:443/C",
        "https://chat.whatsapp.com//C",
        "https://chat.whatsapp.com/C/",
        "https://chat.whatsapp.com/C?mode=gi_t",
        "https://chat.whatsapp.com/C/?mode=ac_c#x",
        "https://chat.whatsapp.com/invite/C",
        "https://chat.whatsapp.com/Invite/C/",
        "https://chat.whatsapp.com/join/C",
        "https://chat.whatsapp.com/accept?code=C",
        "https://web.whatsapp.com/accept?code=C",
        "https://web.whatsapp.com/accept/?x=1&code=C",
        "https://www.whatsapp.com/accept?x=1&amp;CODE=C",
        "whatsapp://chat?code=C",
        "whatsapp://chat/?code=C&x=1",
        "WhatsApp://Chat?Code=C",
        "https://l.example/?u=https%3A%2F%2Fchat.whatsapp.com%2FC&h=x",
        "https:\\/\\/chat.whatsapp.com\\/C",
        "ht\u{200b}tps://chat.whats\u{ad}app.com/\u{2060}C\u{feff}",
    ]
    .map(|link| link.replace('C', "{C}").replace("{C}ODE=", "CODE=").replace("{C}hat", "Chat").replace("{C}OM", "COM"))
    .map(|link| link.replace("{C}ode", "Code").replace("{C}", CODE))
    .to_vec()
}

/// Texts that people write around a link.
const AROUND: [(&str, &str); 29] = [
    ("", ""),
    (" \n", "\t "),
    ("Join us: ", ""),
    ("Join us:", " now"),
    ("", "."),
    ("", "!!"),
    ("", ","),
    ("see (", ")."),
    ("<", ">"),
    ("`", "`"),
    ("```\n", "\n```"),
    ("||", "||"),
    ("**", "**"),
    ("__", "__"),
    ("*_", "_*"),
    ("~~", "~~"),
    ("> ", ""),
    ("\"", "\""),
    ("“", "”"),
    ("«", "»"),
    ("link:", ""),
    ("[Our group](", ")"),
    ("[Our group](<", ">)"),
    ("🎉", "🎉"),
    ("👉🏽 ", "👈🏽"),
    ("加入我们：", "。谢谢"),
    ("加入", "加入"),
    ("\u{202a}", "\u{202c}"),
    ("…", "…"),
];

#[test]
fn every_link_is_found_in_every_text_around_it() {
    for link in links() {
        for (before, after) in AROUND {
            let text = format!("{before}{link}{after}");
            let typed = InviteCode::typed(&text);
            assert_eq!(typed.as_ref().map(InviteCode::as_str), Ok(CODE), "{text}");
            assert_eq!(codes(&text), [CODE], "{text}");
            assert!(!hide_codes(&text, "•••").contains(CODE), "{text}");
        }
    }
}

#[test]
fn hidden_codes_leave_the_rest_of_a_text() {
    for (text, hidden) in [
        ("Not by AbCdEfGhIjKlMnOpQrStUv", "Not by AbCdEfGhIjKlMnOpQrStUv"),
        ("a\\_b", "a\\_b"),
        ("by https://chat.whatsapp.com/AbCdEfGhIjKlMnOpQrStUv?x=1, OK?", "by https://chat.whatsapp.com/•••?x=1, OK?"),
        ("https://evil.example/chat.whatsapp.com/AbCdEfGhIjKlMnOpQrStUv", "https://evil.example/chat.whatsapp.com/•••"),
        (
            "https://x.example/?to=https%3A%2F%2Fchat.whatsapp.com%2FAbCdEfGhIjKlMnOpQrStUv",
            "https://x.example/?to=https://chat.whatsapp.com/•••",
        ),
        ("WhatsApp first, communities second", "WhatsApp first, communities second"),
    ] {
        assert_eq!(hide_codes(text, "•••"), hidden);
    }
}

#[test]
fn a_bare_code_is_taken_with_what_stands_around_it() {
    for text in ["{}", " {}\n", "`{}`", "<{}>", "\"{}\"", "{}.", "\u{200b}{}\u{feff}", "“{}”"] {
        let text = text.replace("{}", CODE);
        assert_eq!(InviteCode::typed(&text).unwrap().as_str(), CODE, "{text}");
    }
    assert_eq!(InviteCode::typed("_Ab-cD_").unwrap().as_str(), "_Ab-cD_");
}

#[test]
fn what_is_no_invite_gives_no_code() {
    for text in [
        "",
        "https://chat.whatsapp.com/",
        "https://chat.whatsapp.com",
        "https://chat.whatsapp.com/accept",
        "https://chat.whatsapp.com/accept?code=",
        "https://chat.whatsapp.com/accept?x=C",
        "https://chat.whatsapp.com/invite/",
        "https://chat.whatsapp.com/invite/accept",
        "https://chat.whatsapp.com/undefined",
        "https://chat.whatsapp.com/invite/null",
        "https://chat.whatsapp.com/Join?x=1",
        "https://chat.whatsapp.com/a/b",
        "https://chat.whatsapp.com/?code=AbCd",
        "https://chat.whatsapp.com/abc%2Fdef",
        "https://chat.whatsapp.com/cód",
        "https://chat.whatsapp.com.evil.example/AbCd",
        "https://chat.whatsapp.com@evil.example/AbCd",
        "https://evil.example/chat.whatsapp.com/AbCd",
        "https://evil.example//chat.whatsapp.com/AbCd",
        "https://evilchat.whatsapp.com/AbCd",
        "https://evil.chat.whatsapp.com/AbCd",
        "https://evil-chat.whatsapp.com/AbCd",
        "me@chat.whatsapp.com/AbCd",
        "ftp://chat.whatsapp.com/AbCd",
        "https://whatsapp.com/channel/0029VaAbCdEfGhIjKlMnOp",
        "https://chat.whatsapp.com/channel/0029VaAbCdEfGhIjKlMnOp",
        "https://call.whatsapp.com/voice/AbCdEfGhIjKlMnOpQrStUv",
        "https://web.whatsapp.com/AbCd",
        "https://wa.me/5511988880001",
        "https://api.whatsapp.com/send?phone=5511988880001",
        "whatsapp://send?code=AbCd",
        "whatsapp whatsapp.com chat.whatsapp.co/AbCd",
    ] {
        assert!(codes(text).is_empty(), "{text}: {:?}", codes(text));
    }
    for text in ["accept", "Invite", "undefined", "null", "two words", "../../sessions", &"a".repeat(65)] {
        assert_eq!(InviteCode::typed(text), Err(InvalidId::Invite), "{text}");
        assert!(text.parse::<InviteCode>().is_err(), "{text}");
    }
}

#[test]
fn different_links_are_told_apart() {
    let of = |code: &str| format!("https://chat.whatsapp.com/{code}");
    let text = format!("{} {} {}?mode=x", of("One"), of("Two"), of("One"));
    assert_eq!(codes(&text), ["One", "Two"]);
    assert_eq!(InviteCode::typed(&text), Err(InvalidId::SeveralInvites));
    let text = format!("[{0}]({0})", of("One"));
    assert_eq!(InviteCode::typed(&text).unwrap().as_str(), "One");
    let many: String = (0..1_000).map(|number| of(&format!("{number} "))).collect();
    assert_eq!(codes(&many).len(), LINKS_MAX);
}

#[test]
fn underscores_of_a_code_stay() {
    for code in ["Ab_", "_Ab", "A-_-b", "AbCdEfGhIjKlMnOpQrSt_-"] {
        assert_eq!(codes(&format!("https://chat.whatsapp.com/{code} x")), [code]);
    }
    assert_eq!(codes(&format!("_see https://chat.whatsapp.com/{CODE}_")), [CODE]);
}

proptest! {
    #[test]
    fn no_text_makes_it_panic_and_every_code_is_one(
        text in "(\\PC|(https?://)?(chat|web|www)\\.whatsapp\\.com/|accept|invite|[?]code=|[A-Za-z0-9_/%.@-]){0,40}",
    ) {
        for code in codes(&text) {
            prop_assert!(is_code(&code), "{:?} in {:?}", code, text);
            prop_assert_eq!(code.parse::<InviteCode>().map(|code| code.to_string()), Ok(code));
        }
        drop(InviteCode::typed(&text));
        for code in codes(&hide_codes(&text, "•••")) {
            prop_assert!(code.len() < HIDDEN_CHARS_MIN, "{:?} of {:?}", code, text);
        }
    }

    #[test]
    fn a_link_is_found_between_any_other_words(
        before in "(\\PC{0,20}[^\\PC\\p{L}\\p{N}_/@.:%\\\\-])?", code in "[A-Za-z0-9]{22}", after in "([ .,!?)>\u{1f389}]\\PC{0,20})?",
    ) {
        prop_assume!(!before.to_lowercase().contains("whatsapp") && !after.to_lowercase().contains("whatsapp"));
        prop_assume!(!is_code(&code) || !after.starts_with('?'));
        let text = format!("{before}https://chat.whatsapp.com/{code}{after}");
        prop_assert_eq!(codes(&text), [code]);
    }
}
