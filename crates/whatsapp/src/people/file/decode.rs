//! Decodes text of any usual encoding.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

/// Share of NUL bytes from which a text without a byte order mark is UTF-16: one in this many.
const NUL_SHARE: usize = 4;

/// Decodes a text. Returns `None` for bytes that are no text.
pub(super) fn decode(bytes: &[u8]) -> Option<String> {
    let text = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => encoding.decode_without_bom_handling(bytes.get(mark..)?).0.into_owned(),
        None => without_mark(bytes),
    };
    let is_text =
        |c: char| !c.is_control() || matches!(c, '\n' | '\r' | '\t' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{1a}');
    let strange = text.chars().filter(|c| !is_text(*c) || *c == '\u{fffd}').count();
    // A damaged character here and there does not make a text unreadable.
    (strange * 100 <= text.chars().count()).then_some(text)
}

fn without_mark(bytes: &[u8]) -> String {
    if let Ok(text) = std::str::from_utf8(bytes)
        && !text.contains('\0')
    {
        return text.to_owned();
    }
    let nuls = |parity: usize| bytes.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (nuls(0), nuls(1));
    let encoding = if even.max(odd) * NUL_SHARE > bytes.len() {
        if even > odd { UTF_16BE } else { UTF_16LE }
    } else {
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
        detector.feed(bytes, true);
        detector.guess(None, Utf8Detection::Allow)
    };
    encoding.decode_without_bom_handling(bytes).0.into_owned()
}

#[cfg(test)]
mod tests {
    use encoding_rs::{WINDOWS_1251, WINDOWS_1252};

    use super::*;

    #[test]
    fn usual_encodings_are_decoded() {
        let text = "Name;Phone\nJosé Conceição;+5511988880001\nZoë Müller;+4915123456789\n";
        let utf16 = |big: bool| -> Vec<u8> {
            text.encode_utf16().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
        };
        let marked = |mark: &[u8], bytes: Vec<u8>| [mark.to_vec(), bytes].concat();
        for bytes in [
            text.as_bytes().to_vec(),
            marked(b"\xef\xbb\xbf", text.as_bytes().to_vec()),
            marked(b"\xff\xfe", utf16(false)),
            marked(b"\xfe\xff", utf16(true)),
            utf16(false),
            utf16(true),
            WINDOWS_1252.encode(text).0.into_owned(),
        ] {
            assert_eq!(decode(&bytes).as_deref(), Some(text));
        }
        let russian = "Имя;Телефон\nАнна Иванова;+79161234567\n";
        assert_eq!(decode(&WINDOWS_1251.encode(russian).0).as_deref(), Some(russian));
    }

    #[test]
    fn bytes_that_are_no_text_are_refused() {
        for bytes in [&b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0"[..], b"\0\0\0\0\0\0", b"%PDF\x01\x02\x03\x04\x05"]
        {
            assert_eq!(decode(bytes), None);
        }
    }
}
