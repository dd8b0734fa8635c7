//! Phone numbers in free text.

/// Stands for the hidden part of a number.
pub const MASK: &str = "•••••";
/// Minimum digits of a phone number (E.164: at least 7 digits with the country code, in practice).
const NUMBER_DIGITS: usize = 7;
/// Digits of a number that stay visible, as in [`Person::masked`](crate::Person::masked).
const DIGITS_SHOWN: usize = 4;

/// Returns the text with each phone number masked, for readers who may not see numbers.
pub fn hide_numbers(text: &str) -> String {
    let mut shown = String::new();
    let mut rest: Vec<char> = text.chars().rev().collect();
    while let Some(next) = rest.last() {
        let in_number = |c: char| c.is_numeric() || "+-‐‑‒–().\u{a0}\u{202f} /".contains(c);
        if *next == '+' || next.is_numeric() {
            let run = take_while(&mut rest, in_number);
            let digits: Vec<char> = run.chars().filter(|c| c.is_numeric()).collect();
            if digits.len() < NUMBER_DIGITS {
                shown.push_str(&run);
            } else {
                let end = digits.iter().skip(digits.len() - DIGITS_SHOWN);
                let after = run.chars().rev().take_while(|c| !c.is_numeric()).collect::<Vec<_>>();
                shown.push_str(MASK);
                shown.push(' ');
                shown.extend(end);
                shown.extend(after.iter().rev());
            }
        } else {
            shown.extend(rest.pop());
        }
    }
    shown
}

/// Removes and returns matching characters from the end of `rest`, which is reversed.
fn take_while(rest: &mut Vec<char>, is_taken: impl Fn(char) -> bool) -> String {
    let mut taken = String::new();
    while let Some(next) = rest.pop_if(|next| is_taken(*next)) {
        taken.push(next);
    }
    taken
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn no_number_survives_a_mask(text in "[0-9+ ().a-z-]{0,60}") {
            let in_number = |c: char| c.is_ascii_digit() || "+-(). ".contains(c);
            for run in hide_numbers(&text).replace(MASK, "x").split(|c| !in_number(c)) {
                prop_assert!(run.chars().filter(char::is_ascii_digit).count() < NUMBER_DIGITS, "{}", run);
            }
        }
    }
}
