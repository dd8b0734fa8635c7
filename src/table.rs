//! Tables for a spreadsheet, as CSV.

/// A table of the columns, and of the rows that have as many cells each. What begins like a formula is made text.
pub(crate) fn csv<const N: usize>(columns: [&str; N], rows: impl IntoIterator<Item = [String; N]>) -> Vec<u8> {
    let mut file = csv::Writer::from_writer(Vec::new());
    // Writing to memory fails never, and every row has as many cells as there are columns.
    let written = file.write_record(columns);
    let written = rows.into_iter().fold(written, |written, row| written.and(file.write_record(row.map(cell))));
    if let Err(error) = written {
        tracing::error!(%error, "a table could not be written");
    }
    file.into_inner().unwrap_or_default()
}

/// A cell that no spreadsheet takes for a formula (OWASP, "CSV Injection"). A phone number is none.
fn cell(text: String) -> String {
    let is_number = text.strip_prefix('+').is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()));
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) && !is_number;
    if is_formula { format!("'{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn no_cell_can_be_a_formula_and_a_phone_number_stays_one() {
        for text in ["=1+1", "+55-1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "+55 11"] {
            assert!(cell(text.to_owned()).starts_with('\''), "{text:?}");
        }
        for text in ["Alpha Team", "+5511999999999", ""] {
            assert_eq!(cell(text.to_owned()), text);
        }
        let table = csv(["name", "size"], [["=A1".to_owned(), "3".to_owned()], ["a,b".to_owned(), String::new()]]);
        assert_eq!(String::from_utf8(table).unwrap(), "name,size\n'=A1,3\n\"a,b\",\n");
    }

    proptest! {
        #[test]
        fn whatever_a_group_is_called_its_cell_begins_with_no_formula(text in "\\PC{0,20}|[=+@\t\r\n-]{0,3}[a-z]{1,4}") {
            let cell = cell(text);
            let is_number = cell.strip_prefix('+').is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()));
            prop_assert!(is_number || !cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']));
        }
    }
}
