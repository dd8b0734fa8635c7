//! Matches digits against the patterns of the phone number metadata.
//!
//! The patterns are a small part of regular expressions: digits, classes, groups, alternatives and counts. A general
//! engine would compile about a thousand of them, which takes more time and memory than a list of people may.

/// A number has at most this many digits, with every prefix. Positions are bits of a `u32`.
const DIGITS_MAX: usize = 24;
/// Deepest nesting of groups in a pattern.
const DEPTH_MAX: usize = 24;

/// A pattern that is matched against all digits of a text.
#[derive(Debug)]
pub(super) struct Pattern(Node);

#[derive(Debug)]
enum Node {
    /// One digit of a set, a bit for each of 0 to 9.
    Digit(u16),
    Sequence(Vec<Node>),
    Alternatives(Vec<Node>),
    Repeat {
        node: Box<Node>,
        least: u8,
        most: u8,
    },
}

/// Digits, prepared for matching: where each of 0 to 9 stands.
#[derive(Debug)]
pub(super) struct Digits {
    at: [u32; 10],
    length: usize,
}

impl Digits {
    /// Prepares a text of digits. Returns `None` if it is too long, or has another character.
    pub(super) fn new(text: &str) -> Option<Self> {
        let mut at = [0_u32; 10];
        if text.len() > DIGITS_MAX {
            return None;
        }
        for (position, byte) in text.bytes().enumerate() {
            *at.get_mut(usize::from(byte.checked_sub(b'0')?))? |= 1 << position;
        }
        Some(Self { at, length: text.len() })
    }

    pub(super) fn length(&self) -> usize {
        self.length
    }
}

impl Pattern {
    /// Parses a pattern. Returns `None` if it uses more of regular expressions than is known here.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut parser = Parser { rest: text, depth: 0 };
        let node = parser.alternatives()?;
        parser.rest.is_empty().then_some(Self(node))
    }

    /// Returns whether all digits match.
    pub(super) fn is_match(&self, digits: &Digits) -> bool {
        self.0.ends(digits, 1) & (1 << digits.length) != 0
    }

    /// Returns whether the first digits match.
    pub(super) fn starts(&self, digits: &Digits) -> bool {
        self.0.ends(digits, 1) != 0
    }

    /// Returns the positions behind a match of the digits from `start` on, in ascending order.
    pub(super) fn ends(&self, digits: &Digits, start: usize) -> impl DoubleEndedIterator<Item = usize> {
        let ends = self.0.ends(digits, 1 << start);
        (start..=digits.length).filter(move |end| ends & (1 << end) != 0)
    }
}

impl Node {
    /// Returns the positions behind a match, for matches that start at `starts`.
    fn ends(&self, digits: &Digits, starts: u32) -> u32 {
        if starts == 0 {
            return 0;
        }
        match self {
            Self::Digit(set) => {
                let places = digits.at.iter().enumerate().filter(|(digit, _)| set & (1 << digit) != 0);
                (starts & places.fold(0, |all, (_, at)| all | at)) << 1
            }
            Self::Sequence(nodes) => nodes.iter().fold(starts, |reached, node| node.ends(digits, reached)),
            Self::Alternatives(nodes) => nodes.iter().fold(0, |all, node| all | node.ends(digits, starts)),
            Self::Repeat { node, least, most } => {
                let mut reached = starts;
                let mut all = if *least == 0 { starts } else { 0 };
                for count in 1..=*most {
                    reached = node.ends(digits, reached);
                    if reached == 0 {
                        break;
                    }
                    if count >= *least {
                        all |= reached;
                    }
                }
                all
            }
        }
    }
}

struct Parser<'a> {
    rest: &'a str,
    depth: usize,
}

impl Parser<'_> {
    fn take(&mut self, prefix: &str) -> bool {
        let rest = self.rest.strip_prefix(prefix);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn next(&mut self) -> Option<char> {
        let mut chars = self.rest.chars();
        let next = chars.next();
        self.rest = chars.as_str();
        next
    }

    fn alternatives(&mut self) -> Option<Node> {
        self.depth += 1;
        if self.depth > DEPTH_MAX {
            return None;
        }
        let mut all = vec![self.sequence()?];
        while self.take("|") {
            all.push(self.sequence()?);
        }
        self.depth -= 1;
        if all.len() == 1 { all.pop() } else { Some(Node::Alternatives(all)) }
    }

    fn sequence(&mut self) -> Option<Node> {
        let mut nodes = Vec::new();
        while !self.rest.is_empty() && !self.rest.starts_with(['|', ')']) {
            let node = self.one()?;
            nodes.push(self.counted(node)?);
        }
        Some(if nodes.len() == 1 { nodes.pop()? } else { Node::Sequence(nodes) })
    }

    fn one(&mut self) -> Option<Node> {
        if self.take("\\d") {
            return Some(Node::Digit(0x3ff));
        }
        if self.take("(?:") || self.take("(") {
            let inner = self.alternatives()?;
            return self.take(")").then_some(inner);
        }
        if self.take("[") {
            return self.class();
        }
        let digit = self.next()?.to_digit(10)?;
        Some(Node::Digit(1 << digit))
    }

    fn class(&mut self) -> Option<Node> {
        let mut set = 0_u16;
        let mut last = None;
        while !self.take("]") {
            if self.take("\\d") {
                set = 0x3ff;
            } else if self.take("-") {
                let end = self.next()?.to_digit(10)?;
                set |= (last?..=end).fold(0, |all, digit| all | 1 << digit);
            } else {
                let digit = self.next()?.to_digit(10)?;
                set |= 1 << digit;
                last = Some(digit);
            }
        }
        Some(Node::Digit(set))
    }

    /// Parses the count behind a node: `?`, `{2}` or `{2,5}`.
    fn counted(&mut self, node: Node) -> Option<Node> {
        let (least, most) = if self.take("?") {
            (0, 1)
        } else if self.take("{") {
            let (counts, rest) = self.rest.split_once('}')?;
            self.rest = rest;
            match counts.split_once(',') {
                Some((least, most)) => (least.parse().ok()?, most.parse().ok()?),
                None => (counts.parse().ok()?, counts.parse().ok()?),
            }
        } else {
            return Some(node);
        };
        Some(Node::Repeat { node: Box::new(node), least, most })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_match(pattern: &str, digits: &str) -> bool {
        Pattern::parse(pattern).unwrap().is_match(&Digits::new(digits).unwrap())
    }

    #[test]
    fn digits_match_as_in_a_regular_expression() {
        let pattern = r"(?:7|9\d)\d{3}|1[2-58](?:0\d)?";
        for digits in ["7123", "91123", "12", "1801", "1500"] {
            assert!(is_match(pattern, digits), "{digits}");
        }
        for digits in ["", "9112", "71234", "16", "1811", "120"] {
            assert!(!is_match(pattern, digits), "{digits}");
        }
        assert!(is_match(r"\d{4,6}", "12345") && !is_match(r"\d{4,6}", "123") && !is_match(r"\d{4,6}", "1234567"));
    }

    #[test]
    fn other_expressions_are_no_patterns() {
        for text in ["a", "[a-z]", "(1", "1)", "1{", "1{x}", "\\w", ".", "1+", "1*"] {
            assert!(Pattern::parse(text).is_none(), "{text}");
        }
        assert!(Digits::new("12a").is_none() && Digits::new(&"1".repeat(25)).is_none());
    }
}
