//! How a country groups the digits of its numbers.

use phonenumber::metadata::Format;

use super::pattern::{Digits, Pattern};

/// One way to group the digits of a national number.
#[derive(Debug)]
pub(super) struct Grouping {
    /// The first digits of the numbers that are grouped like this; `None` for all.
    leading: Option<Pattern>,
    groups: Vec<Pattern>,
    /// The text with `$1` for the first group: `$1 $2-$3`.
    template: String,
}

impl Grouping {
    /// Returns `None` if the metadata uses more of regular expressions than is known here.
    pub(super) fn of(format: &Format) -> Option<Self> {
        let leading = match format.leading_digits().last() {
            Some(text) => Some(parse(text.as_str())?),
            None => None,
        };
        let groups = groups(format.pattern().as_str())?;
        Some(Self { leading, groups, template: format.format().to_owned() })
    }

    /// Returns the number in groups, or `None` if it is not grouped like this.
    pub(super) fn apply(&self, national: &str) -> Option<String> {
        let digits = Digits::new(national)?;
        if self.leading.as_ref().is_some_and(|leading| !leading.starts(&digits)) {
            return None;
        }
        let ends = ends_of_groups(&self.groups, &digits, 0)?;
        let mut grouped = String::new();
        let mut rest = self.template.as_str();
        while let Some((before, after)) = rest.split_once('$') {
            grouped.push_str(before);
            let number = after.chars().next()?.to_digit(10)?;
            let place = usize::try_from(number).ok()?.checked_sub(1)?;
            let start = place.checked_sub(1).map_or(Some(0), |before| ends.get(before).copied())?;
            grouped.push_str(national.get(start..*ends.get(place)?)?);
            rest = after.get(1..)?;
        }
        grouped.push_str(rest);
        Some(grouped)
    }
}

/// Returns where each group ends, if together they match all digits behind `start`. A group takes as many digits as it
/// can, as in a regular expression. The recursion is as deep as a number has groups.
fn ends_of_groups(groups: &[Pattern], digits: &Digits, start: usize) -> Option<Vec<usize>> {
    let Some((first, others)) = groups.split_first() else {
        return (start == digits.length()).then(Vec::new);
    };
    first.ends(digits, start).rev().find_map(|end| {
        let mut ends = ends_of_groups(others, digits, end)?;
        ends.insert(0, end);
        Some(ends)
    })
}

/// Separates `(\d{2})(\d{4})` into its groups.
fn groups(pattern: &str) -> Option<Vec<Pattern>> {
    let mut groups = Vec::new();
    let mut depth = 0_usize;
    let mut group = String::new();
    for c in pattern.chars() {
        match c {
            '(' if depth == 0 => depth = 1,
            ')' if depth == 1 => {
                groups.push(parse(&group)?);
                group.clear();
                depth = 0;
            }
            _ if depth == 0 && c.is_whitespace() => {}
            _ if depth == 0 => return None,
            _ => {
                match c {
                    '(' => depth += 1,
                    ')' => depth -= 1,
                    _ => {}
                }
                group.push(c);
            }
        }
    }
    (depth == 0).then_some(groups)
}

fn parse(text: &str) -> Option<Pattern> {
    Pattern::parse(&text.split_whitespace().collect::<String>())
}
