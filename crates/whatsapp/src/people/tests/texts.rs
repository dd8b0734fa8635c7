//! Free text: lists, chats, and what stands in them beside numbers.

use super::*;

#[test]
fn usual_writings_are_read() {
    let mut rows = Rows::default();
    for written in [
        "(+55) 11 98888-0001",
        "+55 11 98888–0001",
        "+55 11 98888—0001",
        "+55 11 98888−0001",
        "\u{202a}+55\u{a0}11\u{a0}98888\u{2011}0001\u{202c}",
        "+55 11 98888\u{ad}-0001",
        "+55\u{200b}11\u{2060}98888\u{feff}0001",
        "\u{2066}+55 11 98888-0001\u{2069}",
        "＋５５　１１　９８８８８－０００１",
        "+५५ ११ ९८८८८ ०००१",
        "+٥٥ ١١ ٩٨٨٨٨ ٠٠٠١",
        "+۵۵۱۱۹۸۸۸۸۰۰۰۱",
        "+5️⃣5️⃣ 1️⃣1️⃣ 9️⃣8️⃣8️⃣8️⃣8️⃣ 0️⃣0️⃣0️⃣1️⃣",
        "'+5511988880001",
        "=\"+55 11 98888-0001\"",
        "tel:+5511988880001",
        "tel:+55-11-98888-0001",
        "<tel:+5511988880001>",
        "https://wa.me/5511988880001",
        "wa.me/5511988880001?text=Oi",
        "<https://wa.me/+5511988880001>",
        "https://api.whatsapp.com/send?phone=5511988880001&text=oi",
        "https://api.whatsapp.com/send/?phone=%2B5511988880001",
        "https://web.whatsapp.com/send?phone=5511988880001",
        "whatsapp://send?phone=5511988880001",
        "5511988880001@s.whatsapp.net",
        "5511988880001:12@s.whatsapp.net",
        "5511988880001@c.us",
        "📞 +55 11 98888-0001",
        "**+55 11 98888-0001**",
        "`+5511988880001`",
        "||+5511988880001||",
        "[+55 11 98888-0001]",
        "+55 (11) 98888.0001",
        "+ 55 11 98888 0001",
        "5511988880001+",
        "Tel: +55 11 98888-0001",
        "WhatsApp +55 11 98888-0001",
    ] {
        rows.check(&text("", written), "5511988880001", written);
    }
    assert_eq!(text("", "123456789@lid"), "123456789@lid");
    assert_eq!(text("", "5511988880001.0"), "?5511988880001");
    assert_eq!(text("", "5511988880001.00"), "?5511988880001");
    assert_eq!(text("", "5511988880001,00"), "?5511988880001");
    rows.done();
}

#[test]
fn what_stands_beside_a_number_is_its_label() {
    let mut rows = Rows::default();
    for written in [
        "Ana Silva +55 11 98888-0001",
        "Ana Silva: +55 11 98888-0001",
        "Ana Silva - +55 11 98888-0001",
        "Ana Silva – +55 11 98888-0001",
        "Ana Silva <+55 11 98888-0001>",
        "Ana Silva (+55 11 98888-0001)",
        "+55 11 98888-0001 Ana Silva",
        "+55 11 98888-0001 - Ana Silva",
        "1. Ana Silva +55 11 98888-0001",
        "12) Ana Silva: +55 11 98888-0001",
        "• Ana Silva +55 11 98888-0001",
        "- Ana Silva +55 11 98888-0001",
        "Ana Silva, +55 11 98888-0001",
        "+55 11 98888-0001, Ana Silva",
        "Ana Silva; 5511988880001@c.us",
        "Ana Silva | +55 11 98888-0001",
        "Ana Silva\t+55 11 98888-0001",
        "Ana Silva\n+55 11 98888-0001",
        "Ana Silva https://wa.me/5511988880001",
        "Ana Silva <@123456789012345678> +55 11 98888-0001",
        "[17/05/2024, 10:33:12] Ana Silva: +55 11 98888-0001",
        "17/05/2024 10:33 - Ana Silva: +55 11 98888-0001",
        "5/17/24, 10:33 AM - Ana Silva: +55 11 98888-0001",
        "Ana Silva - cel: +55 11 98888-0001",
        "Ana Silva, +55 11 98888-0001, 17/05/1990",
        "Ana Silva, 17/05/1990, CPF 123.456.789-09, +55 11 98888-0001",
        "Ana Silva, Tel. +55 11 98888-0001, Fax +55 11 3333-0001",
        "Nome: Ana Silva\n+55 11 98888-0001",
        "Ana Silva ana1234567@example.com +55 11 98888-0001",
    ] {
        rows.check(&text("", written), "5511988880001(Ana Silva)", written);
    }
    rows.done();
}

#[test]
fn the_number_of_a_list_item_is_no_part_of_a_number() {
    let mut rows = Rows::default();
    for written in [
        "1. 5511988880001\n2. 5511988880002",
        "1) 5511988880001\n2) 5511988880002",
        "1 5511988880001\n2 5511988880002",
        "1- 5511988880001\n2- 5511988880002",
        "1 - 5511988880001\n2 - 5511988880002",
        "1: 5511988880001\n2: 5511988880002",
        "1.5511988880001\n2.5511988880002",
        "1\t5511988880001\n2\t5511988880002",
        "1;5511988880001\n2;5511988880002",
        "1️⃣5511988880001\n2️⃣5511988880002",
        "[1] 5511988880001\n[2] 5511988880002",
        "#1 5511988880001\n#2 5511988880002",
        "1º 5511988880001\n2º 5511988880002",
        "1. 5511988880001, 2. 5511988880002",
        "10. 5511988880001\n11. 5511988880002",
        "99) 5511988880001\n100) 5511988880002",
    ] {
        rows.check(&text("", written), "?5511988880001 ?5511988880002", written);
        rows.check(&text("BR", written), "~5511988880001 ~5511988880002", written);
    }
    for written in ["1\t5511988880001", "1;5511988880001", "1, 5511988880001", "7. 5511988880001", "[3] 5511988880001"]
    {
        assert_eq!(text("", written), "?5511988880001", "{written}");
    }
    assert_eq!(text("", "10) 14155550123"), "?14155550123");
    assert_eq!(text("BR", "2 11 97777-0412"), "~5511977770412");
    assert_eq!(text("BR", "11 97777-0412 1\n11 97777-0413 2"), "Ambiguous Ambiguous");
    assert_eq!(text("BR", "11 97777-0412\n12 97777-0413"), "~5511977770412 ~5512977770413");
    assert_eq!(text("BR", "1 11 97777-0412 Ana\n2 12 97777-0413 Bia"), "~5511977770412(Ana) ~5512977770413(Bia)");
    assert_eq!(text("US", "1. 415 555 0123\n2. 415 555 0124"), "~14155550123 ~14155550124");
    assert_eq!(text("BR", "1. 202 555 0123"), "NoSuchNumber");
    assert_eq!(text("BR", "+5511988880001 quarto 12"), "5511988880001(quarto 12)");
    assert_eq!(text("BR", "Ana 2 +5511988880001"), "5511988880001(Ana 2)");
    assert_eq!(text("EG", "ID 20231234 +5511988880001"), "5511988880001(ID)");
    rows.done();
}

#[test]
fn several_numbers_are_told_apart() {
    let mut rows = Rows::default();
    for written in [
        "+55 11 98888-0001, +55 11 98888-0002",
        "+55 11 98888-0001; +55 11 98888-0002",
        "+55 11 98888-0001 +55 11 98888-0002",
        "+55 11 98888-0001/+55 11 98888-0002",
        "+55 11 98888-0001 / +55 11 98888-0002",
        "+55 11 98888-0001 | +55 11 98888-0002",
        "+55 11 98888-0001 ::: +55 11 98888-0002",
        "+55 11 98888-0001\r\n+55 11 98888-0002",
        "+55 11 98888-0001\u{2028}+55 11 98888-0002",
        "+55 11 98888-0001 & +55 11 98888-0002",
        "+55 11 98888-0001，+55 11 98888-0002",
        "+5511988880001+5511988880002",
        "5511988880001@c.us 5511988880002@c.us",
    ] {
        rows.check(&text("", written), "5511988880001 5511988880002", written);
    }
    for written in [
        "5511988880001 5511988880002",
        "11 98888-0001 11 98888-0002",
        "11 98888-0001 / 11 98888-0002",
        "11988880001/11988880002",
        "(11)98888-0001(11)98888-0002",
        "(11) 98888-0001 e (11) 98888-0002",
    ] {
        rows.check(&text("BR", written).replace("(e)", ""), "~5511988880001 ~5511988880002", written);
    }
    assert_eq!(text("", "Ana, +5511988880001, Bia, +5511988880002"), "5511988880001(Ana) 5511988880002(Bia)");
    let header = "Ana, Bob, \u{2066}+55 11 98888-0001\u{2069}, \u{2066}+55 11 98888-0002\u{2069}, You";
    assert_eq!(text("", header), "5511988880001 5511988880002 NoNumber NoNumber NoNumber");
    rows.done();
}

#[test]
fn dates_ids_and_amounts_are_never_dialled() {
    let mut rows = Rows::default();
    for (written, expected) in [
        ("1990-05-17", "Date"),
        ("17/05/2024", "Date"),
        ("17.05.2024", "Date"),
        ("19900517", "Date"),
        ("17052024", "Date"),
        ("2024-05-17T10:33:12", "Date"),
        ("123.456.789-09", "IdNumber"),
        ("CPF 12345678909", "IdNumber"),
        ("CNPJ: 12.345.678/0001-95", "IdNumber"),
        ("RUT 12.345.678-5", "IdNumber"),
        ("01310-100", "PostalCode"),
        ("CEP 01310100", "PostalCode"),
        ("1250-096", "PostalCode"),
        ("R$ 1234567890", "Amount"),
        ("€ 11977770412", "Amount"),
        ("11977770412 EUR", "Amount"),
        ("5511988880001.5", "Amount"),
        ("5.51198E+12", "Scientific"),
        ("5,51198E+12", "Scientific"),
        ("5.51198888e12", "Scientific"),
        ("R$ 1.234,56", "Amount"),
        ("Rp1.500.000", "Amount"),
        ("Fax: 030 1234567", "Fax"),
        ("Fax +49 30 1234567", "Fax"),
        ("10:30", "Date"),
        ("<@123456789012345678>", "DiscordMention"),
        ("<@&123456789012345678>", "DiscordMention"),
        ("<@!123456789012345678>", "DiscordMention"),
        ("120363012345678901@g.us", "GroupId"),
        ("120363012345678901@newsletter", "OtherId"),
        ("https://wa.me/message/ABCDEF", "LinkWithoutNumber"),
        ("https://chat.whatsapp.com/AbCdEfGhIjKlMnOpQrStUv", "LinkWithoutNumber"),
        ("https://example.com/5511988880001", "LinkWithoutNumber"),
        ("ana5511988880001@example.com", "NoNumber"),
        ("banana", "NoNumber"),
    ] {
        for country in ["BR", "US", "DE", "EG", ""] {
            rows.check(&text(country, written), expected, &format!("{written} in {country}"));
        }
    }
    rows.done();
}

#[test]
fn lines_without_a_number_are_accounted_for() {
    let list = read_text(
        "Please add these people to our group:\n\nAna Silva\n+5511988880001\nBia\nCid +5511988880002\n+5511988880001\nthanks",
        options(""),
    )
    .unwrap();
    assert_accounted(&list);
    assert_eq!(shown(&list), "5511988880001(Ana Silva) 5511988880002(Cid) NoNumber NoNumber double");
    assert_eq!((list.rows.total, list.rows.empty, list.rows.ignored), (8, 1, 2));
    assert_eq!(list.doubles[0].first.line, 4);
    assert_eq!((list.unclear[0].text.as_str(), list.unclear[0].place.line), ("Bia", 5));
    let none = read_text("there is nobody in this text at all", options("")).unwrap();
    assert_eq!(shown(&none), "NoNumber");
    assert_eq!(read_text("", options("")).unwrap().rows, RowCounts::default());
}

#[test]
fn line_numbers_are_those_of_an_editor() {
    for end in ["\n", "\r\n", "\r"] {
        let lines = ["+5511988880001", "", "+5511988880002", "12", "+5511988880003"].join(end);
        let list = read_text(&lines, options("")).unwrap();
        let found: Vec<usize> = list.found.iter().map(|one| one.place.line).collect();
        assert_eq!((found, list.unclear[0].place.line), (vec![1, 3, 5], 4), "{end:?}");
    }
}

#[test]
fn numbers_of_one_line_are_one_person() {
    for (one, other) in [
        ("+55 31 98888-0001", "+55 31 8888-0001"),
        ("+52 1 55 1234 5678", "+52 55 1234 5678"),
        ("+54 9 11 2345 6789", "+54 11 2345 6789"),
        ("+55 31 98888-0001", "553188880001@c.us"),
    ] {
        let list = read_text(&format!("{one}\n{other}"), options("")).unwrap();
        assert_eq!((list.found.len(), list.doubles.len()), (1, 1), "{one}");
    }
}
