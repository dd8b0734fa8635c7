//! QR codes of invite links.

use std::io::Cursor;

use image::{GrayImage, ImageFormat, Luma};
use qrcode::{Color, QrCode};

use whatsapp::InviteCode;

use super::card::File;
use crate::language::Language;

/// Width and height, in pixels.
const SIDE: u32 = 512;
/// Blank modules around the code (ISO/IEC 18004).
const QUIET_ZONE: u32 = 4;
const NAME: &str = "invite.png";

/// Returns the link as a picture that a phone can scan from a screen; `None` if the link is too long.
pub(super) fn qr_code(i18n: Language, code: &InviteCode) -> Option<File> {
    let link = QrCode::new(code.link()).ok()?;
    let modules = u32::try_from(link.width()).ok()?;
    let scale = SIDE / (modules + 2 * QUIET_ZONE);
    // The remaining pixels go to the quiet zone.
    let margin = (SIDE - modules * scale) / 2;
    let colours = link.into_colors();
    let at = |x: u32, y: u32| {
        let (column, row) = (x.checked_sub(margin)? / scale, y.checked_sub(margin)? / scale);
        (column < modules).then(|| colours.get((row * modules + column) as usize)).flatten()
    };
    let dark = |x, y| at(x, y) == Some(&Color::Dark);
    let picture = GrayImage::from_fn(SIDE, SIDE, |x, y| Luma([if dark(x, y) { 0 } else { u8::MAX }]));
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, ImageFormat::Png).ok()?;
    Some(File { name: NAME.into(), content_type: "image/png", bytes: bytes.into_inner().into(), alt: i18n.qr_alt() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_reader_reads_the_link_back() {
        for code in ["AbCdEfGhIjKlMnOpQrStUv", "x", &"Z9_-".repeat(10)] {
            let code: InviteCode = code.parse().unwrap();
            let file = qr_code(Language::English, &code).unwrap();
            let picture = image::load_from_memory(&file.bytes).unwrap().into_luma8();
            assert_eq!(picture.dimensions(), (SIDE, SIDE));
            let read = |x, y| picture.get_pixel(u32::try_from(x).unwrap(), u32::try_from(y).unwrap()).0[0];
            let mut found = rqrr::PreparedImage::prepare_from_greyscale(512, 512, read);
            let codes = found.detect_grids();
            assert_eq!(codes.len(), 1);
            assert_eq!(codes[0].decode().unwrap().1, code.link());
        }
    }
}
