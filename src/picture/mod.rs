//! Pictures for groups: whatever people attach becomes the square JPEG that WhatsApp takes.

use std::io::Cursor;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder as _, ImageFormat, ImageReader, Limits, Rgb, RgbImage};
use serde::{Deserialize, Serialize};

use crate::compute::{Deadline, DeadlineReached};

mod complete;

/// Bytes of a picture that somebody attaches.
pub const BYTES_MAX: usize = 8 * 1024 * 1024;
/// Pixels that are decoded; looked at in the header first.
pub const MEGAPIXELS_MAX: u32 = 40;
/// What a decoder may take, in bytes: four for each pixel, twice over.
const DECODER_MAX: u64 = MEGAPIXELS_MAX as u64 * 1_000_000 * 8;
/// Width and height of a group's picture: what WhatsApp's own clients send (field notes, section 6).
const SIDE: u32 = 640;
const QUALITY: u8 = 85;

/// A square JPEG for a group, as base64.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture(String);

impl std::fmt::Debug for Picture {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Picture({} characters)", self.0.len())
    }
}

/// Why a picture cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadPicture {
    #[error("the file is too large")]
    TooLarge,
    #[error("{width} × {height} are too many pixels")]
    TooManyPixels { width: u32, height: u32 },
    #[error("no picture that can be read")]
    Unreadable,
    #[error("the file ends before the picture does")]
    CutOff,
    /// Its reading reached the deadline.
    #[error("reading took too long")]
    TooSlow,
}

impl Picture {
    /// Reads a PNG, JPEG, WebP or GIF (its first frame), upright, and makes the middle of it square. It takes up to a
    /// second, and hundreds of megabytes: [`Weight::Picture`](crate::compute::Weight).
    pub fn read(bytes: &[u8], deadline: &Deadline) -> Result<Self, BadPicture> {
        let check = || deadline.check().map_err(|DeadlineReached| BadPicture::TooSlow);
        check()?;
        if bytes.len() > BYTES_MAX {
            return Err(BadPicture::TooLarge);
        }
        let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format();
        let mut reader = reader.map_err(|_| BadPicture::Unreadable)?;
        let taken = [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP, ImageFormat::Gif];
        let format = reader.format().filter(|format| taken.contains(format)).ok_or(BadPicture::Unreadable)?;
        let mut limits = Limits::default();
        limits.max_alloc = Some(DECODER_MAX);
        reader.limits(limits);
        let is_complete = complete::is_complete(format, bytes);
        let why = if is_complete { BadPicture::Unreadable } else { BadPicture::CutOff };
        let mut decoder = reader.into_decoder().map_err(|_| why)?;
        let (width, height) = decoder.dimensions();
        if u64::from(width) * u64::from(height) > u64::from(MEGAPIXELS_MAX) * 1_000_000 {
            return Err(BadPicture::TooManyPixels { width, height });
        }
        if !is_complete {
            return Err(BadPicture::CutOff);
        }
        let upright = decoder.orientation().map_err(|_| BadPicture::Unreadable)?;
        let mut image = DynamicImage::from_decoder(decoder).map_err(|_| BadPicture::Unreadable)?;
        check()?;
        image.apply_orientation(upright);
        let mut jpeg = Vec::new();
        let encoder = JpegEncoder::new_with_quality(&mut jpeg, QUALITY);
        square(&image).write_with_encoder(encoder).map_err(|_| BadPicture::Unreadable)?;
        Ok(Self(STANDARD.encode(jpeg)))
    }

    pub fn base64(&self) -> &str {
        &self.0
    }

    pub fn jpeg(&self) -> Vec<u8> {
        STANDARD.decode(&self.0).unwrap_or_default()
    }
}

/// The middle of it, on white: a JPEG has no transparency.
fn square(image: &DynamicImage) -> RgbImage {
    let side = image.width().min(image.height());
    let (left, top) = ((image.width() - side) / 2, (image.height() - side) / 2);
    let middle = image.crop_imm(left, top, side, side).resize_exact(SIDE, SIDE, FilterType::Triangle).into_rgba8();
    let mut flat = RgbImage::from_pixel(SIDE, SIDE, Rgb([255; 3]));
    for (pixel, shown) in flat.pixels_mut().zip(middle.pixels()) {
        let [red, green, blue, opacity] = shown.0;
        let blend = |colour: u8| {
            let opaque = u16::from(colour) * u16::from(opacity) + 255 * (255 - u16::from(opacity));
            u8::try_from(opaque / 255).unwrap_or(u8::MAX)
        };
        *pixel = Rgb([red, green, blue].map(blend));
    }
    flat
}

#[cfg(test)]
mod tests;
