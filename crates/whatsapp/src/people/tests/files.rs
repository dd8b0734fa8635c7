//! Files: tables, contacts, JSON.

use super::*;

#[test]
fn columns_are_chosen_by_title_and_content() {
    let mut rows = Rows::default();
    for (name, content, expected) in [
        (
            "google.csv",
            "First Name,Last Name,Birthday,Labels,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value\n\
             Ana,Silva,1990-05-17,* myContacts,Home,+55 11 3333-0001,Mobile,+55 11 98888-0001\n",
            "5511988880001(Ana Silva)",
        ),
        ("ids.csv", "Student ID,Name,Contact Number\n20231234,Ana,+5511988880001\n", "5511988880001(Ana)"),
        ("dates.csv", "Date;Name;Mobile No\n17/05/2024;Ana;+5511988880001\n", "5511988880001(Ana)"),
        ("plain.csv", "10000001,+5511988880001\n10000002,+5511988880002\n", "5511988880001 5511988880002"),
        ("both.csv", "Name,Phone,WhatsApp\nAna,+551133330001,+5511988880001\n", "5511988880001(Ana)"),
        ("wa.csv", "Phone Number;WhatsApp Number\n+551133330001;+5511988880001\n", "5511988880001"),
        ("yes.csv", "Name,WhatsApp,Telefone\nAna,sim,+5511988880001\n", "5511988880001(Ana)"),
        (
            "outlook.csv",
            "First Name,Home Phone,Mobile Phone\r\n\"Bia\",\"+551133330002\",\"\"\r\n",
            "551133330002(Bia)",
        ),
        ("code.csv", "Country Code,Phone Number\n55,11988880001\n", "5511988880001"),
        ("code2.csv", "Name;DDI;DDD;Telefone\nAna;+55;11;98888-0001\n", "5511988880001(Ana)"),
        ("code3.csv", "Name,Country,Mobile\nAna,Germany,0151 23456789\n", "4915123456789(Ana)"),
        ("code4.csv", "Name,Country,Mobile\nAna,Atlantis,11 98888-0001\n", "?5511988880001(Ana)"),
        ("code5.csv", "Name,Country Code,Mobile\nAna,1,5511988880001\n", "Ambiguous"),
        ("code6.csv", "cc,phone\n44,07912345678\n", "447912345678"),
        ("code7.csv", "+55,11988880001\n+55,11988880002\n", "5511988880001 5511988880002"),
        ("code8.csv", "49,15123456789\n49,15123456780\n", "4915123456789 4915123456780"),
        ("code9.csv", "Name,Code,Phone\nAna,+49,0151 23456789\n", "4915123456789(Ana)"),
        ("rows.csv", "1,11988880001\n2,11988880002\n", "~5511988880001 ~5511988880002"),
        (
            "untitled.csv",
            "11977770412;17051990;12345678909\n11977770413;18061991;98765432100\n",
            "~5511977770412 ~5511977770413",
        ),
        ("dated.csv", "Group: Alpha\nExported: 17/05/2024\n\nName,Number\nAna,+5511988880001\n", "5511988880001(Ana)"),
        ("area.csv", "Nome,DDD,Celular\nAna,11,988880001\n", "~5511988880001(Ana)"),
        ("postal.csv", "Nome,CEP,Telefone\nAna,01310-100,11 98888-0001\n", "~5511988880001(Ana)"),
        ("cpf.csv", "CPF,Nome,Celular\n12345678909,Ana,11988880001\n", "~5511988880001(Ana)"),
        ("notes.csv", "Name,Notes,Phone\nAna,mother +5511977770412,+5511988880001\n", "5511988880001(Ana)"),
        ("german.csv", "Vorname;Nachname;Handynummer\nAna;Silva;+4915123456789\n", "4915123456789(Ana Silva)"),
        ("hindi.csv", "नाम,मोबाइल नंबर\nअना,+919876543210\n", "919876543210(अना)"),
        ("indonesian.csv", "Nama,Nomor HP\nAna,+6281234567890\n", "6281234567890(Ana)"),
        ("heading.csv", "Members of Alpha\n\nName,Phone\nAna,+5511988880001\n", "5511988880001(Ana)"),
        (
            "own.csv",
            "\u{feff}phone_number,lid,role\n'+5511988880001,99@lid,admin\n,123456789@lid,member\n",
            "5511988880001 123456789@lid",
        ),
        (
            "elsewhere.csv",
            "Name,Phone,Extra\nAna,+5511988880001,\nBia,,+5511988880002\n",
            "5511988880001(Ana) 5511988880002(Bia)",
        ),
        ("sep.csv", "sep=;\r\nName;Phone\r\nAna;+5511988880001\r\n", "5511988880001(Ana)"),
        ("tabs.tsv", "Name\tPhone\nAna\t+5511988880001\n", "5511988880001(Ana)"),
        ("bars.csv", "Name|Phone\nAna|+5511988880001\n", "5511988880001(Ana)"),
        ("markdown.txt", "| Name | Phone |\n|---|---|\n| Ana | +5511988880001 |\n", "5511988880001(Ana)"),
        ("one.csv", "Phone\n+5511988880001\n", "5511988880001"),
        (
            "cell.csv",
            "Name,Phone\nAna,+55 11 98888-0001 ::: +55 11 98888-0003\n",
            "5511988880001(Ana) 5511988880003(Ana)",
        ),
        ("formula.csv", "Name,Phone\nAna,\"=\"\"+5511988880001\"\"\"\n", "5511988880001(Ana)"),
        ("decimal.csv", "Name,Phone\nAna,5511988880001.0\nBia,5.51199E+12\n", "~5511988880001(Ana) Scientific"),
        (
            "list.csv",
            "+5511988880001,+5511988880002\n+5511988880003,+5511988880004\n",
            "5511988880001 5511988880002 5511988880003 5511988880004",
        ),
    ] {
        rows.check(&shown(&file(content)), expected, name);
    }
    rows.done();
}

#[test]
fn ids_and_the_numbers_of_others_are_not_those_of_a_row() {
    let mut rows = Rows::default();
    for (content, expected) in [
        ("Código,Nome\n11977770413,Ana\n", "NoNumber"),
        ("Chave PIX;Nome\n11977770413;Ana\n", "NoNumber"),
        ("Order Number,Customer\n11977770413,Ana\n", "NoNumber"),
        ("Customer Number,Name\n11977770413,Ana\n", "NoNumber"),
        ("Identificación,Nombre\n11977770413,Ana\n", "NoNumber"),
        ("Cliente;Documento;Contato\nAna;11977770413;11 97777-0412\n", "~5511977770412(Ana)"),
        ("Tracking Number,Customer,Contact\n11977770413,Ana,11 97777-0412\n", "~5511977770412(Ana)"),
        ("Nº socio;Nombre;Tfno\n11977770413;Ana;11977770412\n", "~5511977770412(Ana)"),
        ("Nome,Endereço,Número,Telefone\nAna,Rua A,12345678901,11 97777-0412\n", "~5511977770412(Ana)"),
        ("Nome,Número,Celular\nAna,11977770413,11 97777-0412\n", "~5511977770412(Ana)"),
        ("Name,Father's Mobile,Mobile\nAna,11977770413,11977770412\n", "~5511977770412(Ana)"),
        ("Nome,Celular da mãe,Telefone\nAna,11977770413,11977770412\n", "~5511977770412(Ana)"),
        ("Name,Contact,Pincode\nAna,11977770412,560001\n", "~5511977770412(Ana)"),
        (";;\n;Nome;Contato\n;Ana;11 97777-0412\n", "~5511977770412(Ana)"),
        ("Nom;Prénom;Portable\nSilva;Ana;11 97777-0412\n", "~5511977770412(Ana Silva)"),
        ("Nome;Telefone\nAna;11 97777-0412\nTotal;1197777041\n", "~5511977770412(Ana) Amount"),
        ("Nome;Telefone\nAna;11 97777-0412\nSumme;1123456789\n", "~5511977770412(Ana) Amount"),
        ("Name,Phone\nAna,\"1) 11 97777-0412 2) 11 97777-0413\"\n", "~5511977770412(Ana) ~5511977770413(Ana)"),
        ("Name,Phone\nAna,11 97777-0412 (17/05/1990)\n", "~5511977770412(Ana)"),
        (r#"[{"phone": "11 97777-0412", "admin": {"phone": "11 97777-0413"}}]"#, "~5511977770412"),
        (
            r#"[{"phone": "11 97777-0412", "owner": "5511977770413@c.us"}, {"owner": "5511977770413@c.us"}]"#,
            "~5511977770412 NoNumber",
        ),
        (
            r#"[{"name": "Ana", "contacts": [{"type": "fax", "value": "1133334444"}, {"type": "mobile", "value": "11977770412"}]}]"#,
            "~5511977770412(Ana)",
        ),
        (r#"{"Ana": "11 97777-0412", "Bia": "11 97777-0413"}"#, "~5511977770412(Ana) ~5511977770413(Bia)"),
        (
            r#"{"owner": "5511977770413@c.us", "participants": [{"id": "5511977770412@c.us", "isAdmin": true}]}"#,
            "5511977770412",
        ),
        (r#"[{"user_id": 5511977770413, "name": "Ana"}]"#, "NoNumber"),
    ] {
        rows.check(&shown(&file(content)), expected, content);
    }
    rows.done();
}

#[test]
fn no_row_is_passed_over() {
    let mut rows = Rows::default();
    for (name, content, expected) in [
        ("first.csv", "Ana,11 9888\nBia,+5511988880002\n", "5511988880002(Bia) TooShort"),
        (
            "quote.csv",
            "Name,Phone\nAna,+5511988880001\n\"Bia,+5511988880002\nCid,+5511988880003\n",
            "5511988880001(Ana) 5511988880002(\"Bia) 5511988880003(Cid)",
        ),
        (
            "behind.csv",
            "Name,Phone,Note\nAna,+5511988880001,\"x\nBia,+5511988880002,y\nCid,+5511988880003,\"z\"\n",
            "5511988880001(Ana) 5511988880002(Bia) 5511988880003(Cid)",
        ),
        ("empty.csv", "Name,Phone\nAna,\n,\nBia,+5511988880002\n", "5511988880002(Bia) NoNumber"),
        ("words.csv", "Name,Phone\nAna,bad\nBia,+5511988880002\n", "5511988880002(Bia) NoNumber"),
        (
            "lines.csv",
            "Name,Phone,Address\nAna,+5511988880001,\"Rua Um, 1\nSP\"\nBia,+5511988880002,\n",
            "5511988880001(Ana) 5511988880002(Bia)",
        ),
        ("short.csv", "Name,Phone\nAna\nBia,+5511988880002\n", "5511988880002(Bia) NoNumber"),
        ("total.csv", "Name,Phone\nBia,+5511988880002\nTotal,1\n", "5511988880002(Bia) TooShort"),
    ] {
        rows.check(&shown(&file(content)), expected, name);
    }
    let windows = file("Name,Phone\r\nAna,+5511988880001\r\n\r\nCid,bad\r\n");
    assert_eq!((windows.found[0].place.line, windows.unclear[0].place.line), (2, 4));
    assert_eq!(windows.rows, RowCounts { total: 4, with_entries: 2, empty: 1, ignored: 1, other_numbers: 0 });
    let chosen = file("Name,Phone,WhatsApp\nAna,+551133330001,+5511988880001\n");
    assert_eq!(chosen.columns[0].reason, ColumnReason::WhatsApp);
    assert_eq!((chosen.columns[0].column, chosen.columns[0].title.as_deref()), (3, Some("WhatsApp")));
    assert_eq!(chosen.rows.other_numbers, 1);
    rows.done();
}

#[test]
fn contacts_are_read() {
    let card = |version: &str, lines: &str| format!("BEGIN:VCARD\r\nVERSION:{version}\r\n{lines}\r\nEND:VCARD\r\n");
    for (content, expected) in [
        (
            card("3.0", "N:Silva;Ana;;;\r\nFN:Ana Silva\r\nTEL;TYPE=CELL;waid=5511988880001:+55 11 98888-0001"),
            "5511988880001(Ana Silva)",
        ),
        (
            card(
                "3.0",
                "N:Costa;Rui;;;\r\nTEL;TYPE=CELL:+351 912 345 678\r\nADR;TYPE=HOME:;;Rua 1;Lisboa;;1250-096;Portugal",
            ),
            "351912345678(Rui Costa)",
        ),
        (
            card(
                "3.0",
                "FN:Ana\r\nitem1.TEL:+55 11 98888-0001\r\nitem1.X-ABLabel:WhatsApp\r\nTEL;TYPE=CELL:+55 11 97777-0412",
            ),
            "5511988880001(Ana)",
        ),
        (card("2.1", "FN:Ana\r\nTEL;HOME;VOICE:1133330001\r\nTEL;CELL;PREF:11988880001"), "~5511988880001(Ana)"),
        (
            card(
                "2.1",
                "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Jos=C3=A9 da=\r\n Silva\r\nTEL;CELL:+5511988880001",
            ),
            "5511988880001(José da Silva)",
        ),
        (card("4.0", "FN:Ana\r\nTEL;VALUE=uri;TYPE=\"cell,voice\":tel:+55-11-98888-0001"), "5511988880001(Ana)"),
        (card("4.0", "FN:Ana\r\nTEL;VALUE=uri:tel:+55-11-98888-0001;ext=12"), "Extension"),
        (card("3.0", "FN:Ana\r\nTEL;TYPE=FAX:+55 11 3333-0001"), "NoNumber"),
        (card("3.0", "FN:Ana\r\nEMAIL:ana@example.com\r\nBDAY:1990-05-17"), "NoNumber"),
        (card("3.0", "FN:Ana\r\nTEL:+55 11 98888\r\n -0001"), "5511988880001(Ana)"),
        (card("3.0", "FN:Ana\r\nTEL:12"), "TooShort"),
        (card("3.0", "FN:Ana\r\nTEL:+5511988880001").repeat(2), "5511988880001(Ana) double"),
        ("BEGIN:VCARD\nFN:Ana\nTEL:+5511988880001".to_owned(), "5511988880001(Ana)"),
    ] {
        let list = file(&content);
        assert_eq!((shown(&list).as_str(), list.format), (expected, ListFormat::Contacts), "{content}");
    }
}

#[test]
fn json_lists_are_read() {
    for (content, expected) in [
        (r#"["+5511988880001", "+5511988880002"]"#, "5511988880001 5511988880002"),
        ("[5511988880001, 5511988880002]", "~5511988880001 ~5511988880002"),
        (r#"[{"name": "Ana", "phone": "+5511988880001"}]"#, "5511988880001(Ana)"),
        (r#"{"members": [{"displayName": "Ana", "phoneNumber": "+5511988880001"}]}"#, "5511988880001(Ana)"),
        (
            r#"[{"id": {"server": "c.us", "user": "5511988880001", "_serialized": "5511988880001@c.us"}, "pushname": "Ana"}]"#,
            "5511988880001(Ana)",
        ),
        (
            r#"{"5511988880001@c.us": {"code": 200}, "5511988880002@c.us": {"code": 403}}"#,
            "5511988880001 5511988880002",
        ),
        ("{\"phone\": \"+5511988880001\"}\n{\"phone\": \"+5511988880002\"}\n", "5511988880001 5511988880002"),
        (r#"[{"name": "Ana", "birthday": "1990-05-17", "phones": ["+5511988880001"]}]"#, "5511988880001(Ana)"),
        (r#"[{"name": "Ana", "phone": null}]"#, "NoNumber"),
        (r#"{"data": {"participants": ["5511988880001@s.whatsapp.net"]}}"#, "5511988880001"),
    ] {
        let list = file(content);
        assert_eq!((shown(&list).as_str(), list.format), (expected, ListFormat::Json), "{content}");
    }
}

#[test]
fn files_over_the_limits_are_refused() {
    let read = |bytes: &[u8]| read_file(bytes, options("BR")).map(|list| shown(&list));
    let wide = format!("{}\n{}", ",".repeat(400_000), "a\n".repeat(300_000));
    assert_eq!(read(wide.as_bytes()), Err(UnreadableList::TooManyCells));
    assert_eq!(read(&vec![b'1'; FILE_BYTES_MAX + 1]), Err(UnreadableList::TooLarge));
    assert_eq!(read(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), Err(UnreadableList::UnknownFormat));
    assert_eq!(read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), Err(UnreadableList::UnsupportedSpreadsheet));
    assert_eq!(read(b"PK\x03\x04"), Err(UnreadableList::Damaged));
    let people: String =
        (0..=PEOPLE_MAX).map(|index| format!("+55119{index:08}\n").replace("+551190", "+551198")).collect();
    assert_eq!(read(people.as_bytes()), Err(UnreadableList::TooManyPeople));
}
