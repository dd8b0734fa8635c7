//! Tests of the identifiers: accepted texts, rejected texts, and redaction.

use proptest::prelude::*;

use crate::*;

#[test]
fn every_form_of_an_invite_met_in_the_wild_gives_its_code() {
    let code = "AbCdEfGhIjKlMnOpQrStUv";
    for text in [
        code.to_owned(),
        format!("  {code}\n"),
        format!("https://chat.whatsapp.com/{code}"),
        format!("http://chat.whatsapp.com/{code}/"),
        format!("chat.whatsapp.com/{code}"),
        format!("https://chat.whatsapp.com/invite/{code}"),
        format!("https://chat.whatsapp.com/{code}?mode=gi_t"),
        format!("https://CHAT.whatsapp.com/{code}/?mode=ac_c#x"),
        format!("whatsapp://chat/?code={code}"),
        format!("whatsapp://chat?code={code}"),
        format!("https://web.whatsapp.com/accept?code={code}"),
        format!("https://web.whatsapp.com/accept/?x=1&code={code}"),
    ] {
        assert_eq!(text.parse::<InviteCode>().unwrap().as_str(), code, "{text}");
    }
}

#[test]
fn what_is_no_invite_is_refused() {
    let long = "a".repeat(5000);
    for text in [
        "",
        " ",
        "../../sessions",
        "https://example.com/AbCdEfGhIjKlMnOpQrStUv",
        "https://chat.whatsapp.com.evil.example/AbCd",
        "https://chat.whatsapp.com@evil.example/AbCd",
        "https://chat.whatsapp.com/a/b",
        "https://chat.whatsapp.com/",
        "https://chat.whatsapp.com/?code=AbCd",
        "whatsapp://send?code=AbCd",
        "ftp://chat.whatsapp.com/AbCd",
        "abc%2Fdef",
        "código",
        &long,
    ] {
        assert_eq!(text.parse::<InviteCode>(), Err(InvalidId::Invite), "{text:.40}");
    }
}

#[test]
fn a_missing_value_is_no_invite_code() {
    for word in [
        "undefined",
        "UNDEFINED",
        "null",
        "Null",
        "None",
        "nil",
        "NaN",
        "-NaN",
        "void",
        "true",
        "False",
        "object",
        "[object Object]",
        "object-Object",
        "Infinity",
        "-Infinity",
        "_null_",
        "-",
        "__",
        "unknown",
        "error",
        "revoked",
    ] {
        for text in [
            word.to_owned(),
            format!(" {word} "),
            format!("https://chat.whatsapp.com/{word}"),
            format!("https://chat.whatsapp.com/invite/{word}/?mode=x"),
            format!("whatsapp://chat/?code={word}"),
            format!("https://web.whatsapp.com/accept?code={word}"),
        ] {
            assert_eq!(text.parse::<InviteCode>(), Err(InvalidId::Invite), "{text}");
            assert_eq!(InviteCode::all_in_text(&text), [], "{text}");
        }
    }
    for code in ["undefined2AbCdEf", "NullAbCdEfGhIjKlMnOpQr", "TrueNorth2026"] {
        assert!(code.parse::<InviteCode>().is_ok(), "{code}");
    }
}

#[test]
fn a_person_is_a_number_or_a_lid() {
    let phone = "5511999999999@s.whatsapp.net";
    for (text, jid) in [
        ("+55 11 99999-9999", phone),
        ("5511999999999", phone),
        ("0055 (11) 99999.9999", phone),
        ("5511999999999@s.whatsapp.net", phone),
        ("5511999999999:12@s.whatsapp.net", phone),
        ("5511999999999@c.us", phone),
        ("123456789@lid", "123456789@lid"),
        ("123456789:3@lid", "123456789@lid"),
    ] {
        assert_eq!(text.parse::<Person>().unwrap().to_string(), jid, "{text}");
    }
    for text in
        ["banana", "12", "", "+", "0119999999", "1@newsletter", "a@lid", "@lid", "5511 99999x9999", "1234567890123456"]
    {
        assert!(text.parse::<Person>().is_err(), "{text}");
    }
    assert_eq!("120363012345678901@g.us".parse::<Person>(), Err(InvalidId::GroupForPerson));
}

#[test]
fn groups_and_sessions_keep_to_their_forms() {
    for text in ["120363012345678901@g.us", "5511999999999-1609459200@g.us"] {
        assert_eq!(text.parse::<GroupId>().unwrap().as_str(), text);
    }
    for text in ["", "@g.us", "-1@g.us", "1-@g.us", "1-2-3@g.us", "x@g.us", "1@s.whatsapp.net", "../1@g.us", "1%40g.us"]
    {
        assert!(text.parse::<GroupId>().is_err(), "{text}");
    }
    for text in ["default", "a", "Team.1_x-y"] {
        assert_eq!(text.parse::<SessionName>().unwrap().as_str(), text);
    }
    for text in ["", ".a", "-a", "a/b", "a b", "..", &"a".repeat(65)] {
        assert!(text.parse::<SessionName>().is_err(), "{text}");
    }
}

#[test]
fn debug_shows_no_number_and_no_code() {
    let shown = format!(
        "{:?} {:?}",
        "+5511999999999".parse::<Person>().unwrap(),
        "https://chat.whatsapp.com/AbCdEf".parse::<InviteCode>().unwrap()
    );
    assert!(!shown.contains("5511") && !shown.contains("AbCdEf"), "{shown}");
}

proptest! {
    #[test]
    fn parsers_never_panic_and_accept_their_own_output(text in "\\PC{0,80}") {
        if let Ok(id) = text.parse::<Person>() { prop_assert_eq!(id.to_string().parse::<Person>(), Ok(id)); }
        if let Ok(id) = text.parse::<GroupId>() { prop_assert_eq!(id.to_string().parse::<GroupId>(), Ok(id)); }
        if let Ok(id) = text.parse::<SessionName>() { prop_assert_eq!(id.to_string().parse::<SessionName>(), Ok(id)); }
        if let Ok(id) = text.parse::<InviteCode>() { prop_assert_eq!(id.link().parse::<InviteCode>(), Ok(id)); }
    }

    #[test]
    fn a_number_is_read_the_same_however_it_is_punctuated(digits in "[1-9][0-9]{6,14}", separator in "[ .-]", at in 1usize..6) {
        let (head, tail) = digits.split_at(at);
        let plain = digits.parse::<PhoneNumber>().unwrap();
        prop_assert_eq!(&format!("+{head}{separator}{tail}").parse::<PhoneNumber>().unwrap(), &plain);
        prop_assert_eq!(plain.digits(), digits);
    }
}

#[test]
fn numbers_are_masked_to_country_and_last_four() {
    for (number, masked) in [
        ("+5511999999999", "+55 ••••• 9999"),
        ("+12025550123", "+1 ••••• 0123"),
        ("+79161234567", "+7 ••••• 4567"),
        ("+351912345678", "+351 ••••• 5678"),
        ("+989121234567", "+98 ••••• 4567"),
    ] {
        assert_eq!(number.parse::<PhoneNumber>().unwrap().masked(), masked.replace(' ', "\u{a0}"));
    }
    assert_eq!("123456789@lid".parse::<Lid>().unwrap().masked(), "member\u{a0}•••••\u{a0}6789");
}

proptest! {
    #[test]
    fn a_masked_number_shows_no_more_than_seven_digits(digits in "[1-9][0-9]{6,14}") {
        let masked = digits.parse::<PhoneNumber>().unwrap().masked();
        prop_assert!(masked.chars().filter(char::is_ascii_digit).count() <= 7);
    }
}
