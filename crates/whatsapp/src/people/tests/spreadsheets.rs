//! Spreadsheets, which the tests pack themselves.

use std::io::{Cursor, Write};

use proptest::prelude::*;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;

fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(content.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// An .xlsx file with sheets, given by their rows, and shared texts.
fn excel(sheets: &[&str], shared: &str) -> Vec<u8> {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let names = (1..=sheets.len()).map(|id| format!(r#"<sheet name="Sheet {id}" sheetId="{id}" r:id="rId{id}"/>"#));
    let book = format!(
        r#"<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>{}</sheets></workbook>"#,
        names.collect::<String>()
    );
    let relation = |id: &str, kind: &str, target: &str| {
        format!(r#"<Relationship Id="{id}" Type="{RELATIONS}/{kind}" Target="{target}"/>"#)
    };
    let mut relations: String = (1..=sheets.len())
        .map(|id| relation(&format!("rId{id}"), "worksheet", &format!("worksheets/sheet{id}.xml")))
        .collect();
    relations += &relation("rIdT", "sharedStrings", "sharedStrings.xml");
    relations += &relation("rIdS", "styles", "styles.xml");
    let relations = format!(
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relations}</Relationships>"#
    );
    // The second style is a date.
    let styles =
        format!(r#"<styleSheet xmlns="{MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#);
    let shared = format!(r#"<sst xmlns="{MAIN}">{shared}</sst>"#);
    let start = relation("rId1", "officeDocument", "xl/workbook.xml");
    let start = format!(
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{start}</Relationships>"#
    );
    let mut parts = vec![
        ("_rels/.rels".to_owned(), start),
        ("xl/workbook.xml".to_owned(), book),
        ("xl/_rels/workbook.xml.rels".to_owned(), relations),
        ("xl/styles.xml".to_owned(), styles),
        ("xl/sharedStrings.xml".to_owned(), shared),
    ];
    for (index, rows) in sheets.iter().enumerate() {
        let sheet = format!(r#"<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>"#);
        parts.push((format!("xl/worksheets/sheet{}.xml", index + 1), sheet));
    }
    packed(&parts.iter().map(|(name, content)| (name.as_str(), content.as_str())).collect::<Vec<_>>())
}

const SHARED: &str = "<si><t>Name</t></si><si><t>Birthday</t></si><si><t>Mobile</t></si><si><t>Ana</t></si>";
const ROWS: &str = r#"<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="s"><v>2</v></c></row>
    <row r="4"><c r="A4" t="s"><v>3</v></c><c r="B4" s="1"><v>33010</v></c><c r="C4"><v>5511988880001</v></c></row>
    <row r="5"><c r="A5" t="inlineStr"><is><t>Bia</t></is></c><c r="C5"><v>5.511988880002E12</v></c></row>
    <row r="6"><c r="A6" t="inlineStr"><is><t>Cid</t></is></c><c r="B6" s="1"><v>33010</v></c></row>"#;

#[test]
fn excel_sheets_are_read() {
    let list = file(excel(&[ROWS], SHARED));
    assert_eq!(shown(&list), "~5511988880001(Ana) ~5511988880002(Bia) NoNumber");
    assert_eq!((list.format, list.found[0].place.line, list.found[0].place.part), (ListFormat::Spreadsheet, 4, 3));
    assert_eq!(list.columns[0].reason, ColumnReason::Mobile);
    let second = r#"<row r="1"><c r="A1" t="inlineStr"><is><t>+55 11 98888-0003</t></is></c></row>"#;
    let list = file(excel(&[ROWS, second], SHARED));
    assert_eq!(list.found[2].place.sheet.as_deref(), Some("Sheet 2"));
    assert_eq!(shown(&list), "~5511988880001(Ana) ~5511988880002(Bia) 5511988880003 NoNumber");
}

fn open_document(rows: &str) -> Vec<u8> {
    let content = format!(
        r#"<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>
        <table:table table:name="Sheet">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"#
    );
    packed(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", &content)])
}

#[test]
fn open_document_sheets_are_read() {
    let list = file(open_document(
        r#"<table:table-row><table:table-cell><text:p>Name</text:p></table:table-cell><table:table-cell/>
           <table:table-cell><text:p>Phone</text:p></table:table-cell></table:table-row>
           <table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>
           <table:table-row><table:table-cell><text:p>Ana &amp; Bia</text:p></table:table-cell>
           <table:table-cell office:value-type="date" office:date-value="1990-05-17"><text:p>17/05/90</text:p></table:table-cell>
           <table:table-cell office:value-type="float" office:value="5511988880001"><text:p>5,51E+12</text:p></table:table-cell></table:table-row>
           <table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>"#,
    ));
    assert_eq!(shown(&list), "~5511988880001(Ana & Bia)");
    assert_eq!(list.found[0].place.line, 5);
}

#[test]
fn spreadsheets_over_the_limits_are_refused() {
    let read = |bytes: Vec<u8>| read_file(&bytes, options("BR")).map(|list| shown(&list));
    let corner = r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#;
    assert_eq!(read(excel(&[corner], "")), Err(UnreadableList::TooManyCells));
    assert_eq!(read(excel(&[""], &"<si/>".repeat(600_000))), Err(UnreadableList::TooLarge));
    assert_eq!(read(excel(&[""], &" ".repeat(17 * 1024 * 1024))), Err(UnreadableList::TooLarge));
    let row = r#"<row r="1"><c r="A1"><v>1</v></c></row>"#;
    assert_eq!(read(excel(&[&row.repeat(25_000)], "")), Err(UnreadableList::TooManyCells));
    let repeated = r#"<table:table-row table:number-rows-repeated="900"><table:table-cell table:number-columns-repeated="900"><text:p>1</text:p></table:table-cell></table:table-row>"#;
    assert_eq!(read(open_document(repeated)), Err(UnreadableList::TooManyCells));
    assert_eq!(read(packed(&[("xl/workbook.bin", "")])), Err(UnreadableList::UnsupportedSpreadsheet));
    assert_eq!(read(packed(&[("word/document.xml", "")])), Err(UnreadableList::UnknownFormat));
}

proptest! {
    #[test]
    fn damaged_spreadsheets_never_make_it_panic(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
        is_excel in any::<bool>(),
    ) {
        let mut bytes = if is_excel { excel(&[ROWS], SHARED) } else { open_document("<table:table-row/>") };
        for (index, value) in changes {
            let index = index.index(bytes.len());
            bytes[index] = value;
        }
        if let Ok(list) = read_file(&bytes, options("BR")) {
            assert_accounted(&list);
        }
    }

    #[test]
    fn damaged_sheets_never_make_it_panic(
        changes in prop::collection::vec((any::<prop::sample::Index>(), "[<>/&\"=a-zA-Z0-9 ]"), 1..6),
        shared in "(<si>|</si>|<t>|</t>|<r>|&[a-z#0-9]{0,4};|[a-z]){0,12}",
    ) {
        let mut rows = ROWS.to_owned();
        for (index, text) in changes {
            let index = index.index(rows.len());
            rows.replace_range(index..=index, &text);
        }
        if let Ok(list) = read_file(&excel(&[&rows], &shared), options("BR")) {
            assert_accounted(&list);
        }
    }
}
