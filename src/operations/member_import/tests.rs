use proptest::prelude::*;

use super::*;
use crate::operations::people::Why;

const A: &str = "5511999999999@s.whatsapp.net";
const B: &str = "4915123456789@s.whatsapp.net";

fn read(bytes: &[u8]) -> Result<Vec<String>, BadMemberFile> {
    read_member_file(bytes, None, &Deadline::never()).map(|people| people.iter().map(ToString::to_string).collect())
}

#[test]
fn people_are_found_however_the_file_is_written() {
    for text in [
        "5511999999999\n4915123456789\n",
        "5511999999999\r\n\r\n4915123456789",
        "+55 11 99999-9999\n+49 1512 3456789\n+55 11 99999-9999\n",
        "5511999999999, 4915123456789",
        "phone\n5511999999999\n4915123456789",
        "Name,Phone,Note\nAna,+55 11 99999-9999,\"first, and best\"\nBo,4915123456789,x\n",
        "Name;Telefon\nAna;+55 11 99999-9999\nBo;004915123456789\n",
        "Name\tHandy\nAna\t5511999999999\nBo\t4915123456789\n",
        "Ana,5511999999999\nBo,4915123456789\n",
        "who,what,reach them at\nAna,1,5511999999999\nBo,2,4915123456789\n",
        "\"phone_number\",\"lid\",\"role\"\n\"+5511999999999\",\"\",\"admin\"\n+4915123456789,7@lid,member\n",
        "5511999999999.0\n4915123456789.0\n",
        "Nome;Celular\nAna;5511999999999\nSem número;\nBo;4915123456789\n",
    ] {
        assert_eq!(read(text.as_bytes()), Ok(vec![A.to_owned(), B.to_owned()]), "{text}");
    }
    assert_eq!(read(b"phone_number,lid,role\n,123456789@lid,member\n"), Ok(vec!["123456789@lid".to_owned()]));
}

#[test]
fn every_encoding_that_spreadsheets_write_is_read() {
    let text = "Name;Telefon\nÄnne;5511999999999\nBo;4915123456789\n";
    let utf_16 = |to_bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(to_bytes).collect::<Vec<u8>>();
    let (little, big) = (utf_16(u16::to_le_bytes), utf_16(u16::to_be_bytes));
    let latin: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    for bytes in [
        text.as_bytes().to_vec(),
        [&b"\xEF\xBB\xBF"[..], text.as_bytes()].concat(),
        [&b"\xFF\xFE"[..], &little].concat(),
        [&b"\xFE\xFF"[..], &big].concat(),
        little,
        big,
        latin,
    ] {
        assert_eq!(read(&bytes), Ok(vec![A.to_owned(), B.to_owned()]));
    }
}

#[test]
fn every_bad_line_is_named_by_its_number_and_nobody_is_sent() {
    let text = "Name,Phone\nAna,5511999999999\nBo,=1+1\n\"on\ntwo lines\",12\nCy,banana\nDi,4915123456789\n";
    let Err(BadMemberFile::Members(BadMembers { entries, in_file: true })) = read(text.as_bytes()) else { panic!() };
    let found: Vec<_> = entries.iter().map(|entry| (entry.place, entry.text.as_str())).collect();
    assert_eq!(found, [(3, "=1+1"), (4, "12"), (6, "banana")]);
    assert!(entries.iter().all(|entry| matches!(entry.why, Why::Invalid(_))));
    // A list of numbers has no title, even if one line of it is odd.
    let Err(BadMemberFile::Members(bad)) = read(b"5511999999999\nbanana\n") else { panic!() };
    assert_eq!(bad.entries.first().map(|entry| entry.place), Some(2));
}

#[test]
fn what_is_no_list_of_people_is_refused_as_what_it_is() {
    for (bytes, why) in [
        (&b"PK\x03\x04\x14\x00\x06\x00"[..], BadFile::NotText),
        (b"\x89PNG\r\n\x1a\n\x00\x00", BadFile::NotText),
        (b"name,size\nAna,big\n", BadFile::NoColumn),
        (&vec![b'1'; FILE_BYTES_MAX + 1], BadFile::TooLarge),
    ] {
        assert_eq!(read(bytes), Err(BadMemberFile::File(why)));
    }
    let lines = |number: usize| (0..number).map(|n| format!("55119{n:08}")).collect::<Vec<_>>().join("\n");
    let many = lines(FILE_ENTRIES_MAX + 1);
    assert_eq!(read(many.as_bytes()), Err(BadMemberFile::File(BadFile::TooMany)));
    let enough = lines(FILE_ENTRIES_MAX);
    assert_eq!(read(enough.as_bytes()).unwrap().len(), FILE_ENTRIES_MAX);
    assert_eq!(read(b""), Err(BadMemberFile::Members(BadMembers { entries: Vec::new(), in_file: true })));
}

/// Returns the file of a bug report: one row of many commas, then very many short rows.
fn wide_and_long(columns: usize, rows: usize) -> Vec<u8> {
    format!("{}\n{}", ",".repeat(columns), "a\n".repeat(rows)).into_bytes()
}

#[test]
fn a_file_of_too_many_cells_is_refused() {
    for (columns, rows) in [(400_000, 300_000), (500_001, 1), (FILE_COLUMNS_MAX, 1), (0, FILE_ROWS_MAX + 1)] {
        assert_eq!(
            read(&wide_and_long(columns, rows)),
            Err(BadMemberFile::File(BadFile::TooManyCells)),
            "{columns} {rows}"
        );
    }
    assert_eq!(read(&wide_and_long(FILE_COLUMNS_MAX - 1, 10_000)), Err(BadMemberFile::File(BadFile::NoColumn)));
}

#[test]
fn reading_ends_at_its_deadline() {
    let over = Deadline::reached();
    for text in ["phone\n5511999999999\n", "Ana,5511999999999\nBo,4915123456789\n", "5511999999999"] {
        let read = read_member_file(text.as_bytes(), None, &over);
        assert_eq!(read, Err(BadMemberFile::File(BadFile::TooSlow)), "{text}");
    }
}

#[test]
fn a_line_of_200_kilobytes_is_one_bad_entry() {
    let text = format!("5511999999999\n{}\n", "x".repeat(200_000));
    let Err(BadMemberFile::Members(bad)) = read(text.as_bytes()) else { panic!() };
    assert_eq!(bad.entries.len(), 1);
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        drop(read(&bytes));
    }

    #[test]
    fn no_table_makes_it_panic(
        rows in proptest::collection::vec(proptest::collection::vec("[0-9+@()'\"a-z .-]{0,16}|phone|\\PC{0,8}", 0..6), 0..12),
        separator in "[,;\t]",
        in_brazil in any::<bool>(),
    ) {
        let text = rows.iter().map(|row| row.join(&separator)).collect::<Vec<_>>().join("\n");
        let region = in_brazil.then(|| Region::try_from("BR".to_owned()).unwrap());
        match read_member_file(text.as_bytes(), region, &Deadline::never()) {
            Ok(people) => {
                let different: std::collections::HashSet<_> = people.iter().collect();
                prop_assert!(!people.is_empty() && different.len() == people.len());
            }
            Err(BadMemberFile::Members(bad)) => prop_assert!(bad.entries.iter().all(|entry| entry.place > 0)),
            Err(BadMemberFile::File(_)) => {}
        }
    }

    #[test]
    fn whoever_is_written_is_read_back(
        numbers in proptest::collection::hash_set("[1-9][0-9]{7,14}", 1..40), separator in "[,;\t]", names in any::<bool>(),
    ) {
        let line = |number: &String| if names { format!("Name{separator}{number}") } else { number.clone() };
        let text = numbers.iter().map(line).collect::<Vec<_>>().join("\n");
        let expected: Vec<String> = numbers.iter().map(|number| format!("{number}@s.whatsapp.net")).collect();
        prop_assert_eq!(read(text.as_bytes()), Ok(expected));
    }
}
