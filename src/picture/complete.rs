//! Detects truncated pictures. Decoders fill missing parts with grey, or stop at the part that they need.

use image::ImageFormat;

/// Returns whether the file reaches the end that its format marks.
pub(super) fn is_complete(format: ImageFormat, bytes: &[u8]) -> bool {
    let complete = match format {
        ImageFormat::Jpeg => jpeg(bytes, &mut 0),
        ImageFormat::Png => png(bytes),
        ImageFormat::Gif => gif(bytes),
        ImageFormat::WebP => webp(bytes),
        _ => Some(()),
    };
    complete.is_some()
}

/// Returns the number of scans in a JPEG: one, unless it is progressive or stores its components one after the other.
pub(super) fn jpeg_scans(bytes: &[u8]) -> usize {
    let mut scans = 0;
    jpeg(bytes, &mut scans);
    scans
}

/// Walks from marker to marker to the end of the image (ITU T.81, annex B), and counts scans. A thumbnail inside a
/// segment has an end marker of its own, which is skipped with its segment.
fn jpeg(bytes: &[u8], scans: &mut usize) -> Option<()> {
    const END: u8 = 0xd9;
    const SCAN: u8 = 0xda;
    let mut rest = bytes.strip_prefix(&[0xff, 0xd8])?;
    loop {
        let start = rest.iter().position(|byte| *byte == 0xff)?;
        rest = rest.get(start..)?;
        // Any number of fill bytes may precede a marker.
        let marker = rest.iter().position(|byte| *byte != 0xff)?;
        let kind = *rest.get(marker)?;
        rest = rest.get(marker + 1..)?;
        *scans += usize::from(kind == SCAN);
        match kind {
            END => return Some(()),
            // A byte of the scan, a restart marker, or another marker without a segment.
            0 | 1 | 0xd0..=0xd8 => {}
            _ => rest = rest.get(usize::from(u16::from_be_bytes(*rest.first_chunk()?))..)?,
        }
    }
}

/// Walks from chunk to chunk to `IEND` (PNG, section 5.3).
fn png(bytes: &[u8]) -> Option<()> {
    let mut rest = bytes.get(8..)?;
    loop {
        let length = usize::try_from(u32::from_be_bytes(*rest.first_chunk()?)).ok()?;
        let kind = rest.get(4..8)?;
        // Length, kind and checksum take four bytes each.
        let after = rest.get(length.checked_add(12)?..)?;
        if kind == b"IEND" {
            return Some(());
        }
        rest = after;
    }
}

/// Walks from block to block to the trailer (GIF, version 89a, section 27).
fn gif(bytes: &[u8]) -> Option<()> {
    let colours = |flags: u8| if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) };
    let mut rest = bytes.get(13 + colours(*bytes.get(10)?)..)?;
    loop {
        let (kind, after) = rest.split_first()?;
        rest = match kind {
            0x3b => return Some(()),
            // An extension: its label, then sub-blocks.
            0x21 => after.get(1..)?,
            // An image: its descriptor, its colours, the size of its codes, then sub-blocks.
            0x2c => after.get(10 + colours(*after.get(8)?)..)?,
            _ => return None,
        };
        loop {
            let (length, after) = rest.split_first()?;
            rest = after.get(usize::from(*length)..)?;
            if *length == 0 {
                break;
            }
        }
    }
}

/// Compares the length in the container's header with the file's length.
fn webp(bytes: &[u8]) -> Option<()> {
    let stated = usize::try_from(u32::from_le_bytes(*bytes.get(4..)?.first_chunk()?)).ok()?;
    bytes.get(8..stated.checked_add(8)?).map(|_| ())
}
