//! Pictures for groups: converts an attachment to the square JPEG that WhatsApp accepts.

use std::io::Cursor;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::{ColorType, DynamicImage, ImageDecoder as _, ImageFormat, ImageReader, Limits, Rgb, RgbImage};
use serde::{Deserialize, Serialize};

use crate::compute::Deadline;

mod complete;

/// Largest attached picture, in bytes.
pub const BYTES_MAX: usize = 8 * 1024 * 1024;
/// Most pixels that are decoded, for a picture with few bytes a pixel; the header is checked first.
const MEGAPIXELS_MAX: u32 = 40;
/// Memory for decoding and scaling a picture, besides its file: 72 MiB, so that the whole process stays under 150.
const MEMORY_MAX: u64 = 72 << 20;
/// The decoder's part of that memory. Scaling takes at most a quarter of the pixels more, and at most 20 MB.
const DECODED_MAX: u64 = MEMORY_MAX - (21 << 20);
/// Width and height of a group's picture: the size that WhatsApp's own clients send (field notes, section 6).
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

/// A reason to reject a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadPicture {
    #[error("the file is too large")]
    TooLarge,
    /// `max`: the megapixel limit for pictures of this kind.
    #[error("{width} × {height} pixels are too many")]
    TooManyPixels { width: u32, height: u32, max: u32 },
    #[error("not a readable picture")]
    Unreadable,
    #[error("the picture is cut off")]
    CutOff,
    /// Decoding reached the deadline.
    #[error("decoding took too long")]
    TooSlow,
}

impl Picture {
    /// Decodes a PNG, JPEG, WebP or GIF (its first frame), turns it upright, and crops it to the square in its middle.
    /// It takes up to a second and up to 72 MiB: [`Weight::Picture`](crate::compute::Weight).
    pub fn read(bytes: &[u8], deadline: &Deadline) -> Result<Self, BadPicture> {
        let check = || deadline.check().map_err(|_| BadPicture::TooSlow);
        check()?;
        if bytes.len() > BYTES_MAX {
            return Err(BadPicture::TooLarge);
        }
        let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format();
        let mut reader = reader.map_err(|_| BadPicture::Unreadable)?;
        let taken = [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP, ImageFormat::Gif];
        let format = reader.format().filter(|format| taken.contains(format)).ok_or(BadPicture::Unreadable)?;
        let mut limits = Limits::default();
        limits.max_alloc = Some(DECODED_MAX);
        reader.limits(limits);
        let is_complete = complete::is_complete(format, bytes);
        let why = if is_complete { BadPicture::Unreadable } else { BadPicture::CutOff };
        let mut decoder = reader.into_decoder().map_err(|_| why)?;
        let (width, height) = decoder.dimensions();
        let max = megapixels_max(format, decoder.color_type(), bytes);
        if u64::from(width) * u64::from(height) > u64::from(max) * 1_000_000 {
            return Err(BadPicture::TooManyPixels { width, height, max });
        }
        if !is_complete {
            return Err(BadPicture::CutOff);
        }
        let upright = decoder.orientation().map_err(|_| BadPicture::Unreadable)?;
        let image = DynamicImage::from_decoder(decoder).map_err(|_| BadPicture::Unreadable)?;
        check()?;
        // The middle of a picture stays the middle in every orientation.
        let mut middle = middle(image);
        middle.apply_orientation(upright);
        let mut jpeg = Vec::new();
        let encoder = JpegEncoder::new_with_quality(&mut jpeg, QUALITY);
        on_white(middle).write_with_encoder(encoder).map_err(|_| BadPicture::Unreadable)?;
        Ok(Self(STANDARD.encode(jpeg)))
    }

    pub fn base64(&self) -> &str {
        &self.0
    }

    pub fn jpeg(&self) -> Vec<u8> {
        STANDARD.decode(&self.0).unwrap_or_default()
    }
}

/// Returns how many megapixels of a format fit into the decoder's memory.
fn megapixels_max(format: ImageFormat, color: ColorType, bytes: &[u8]) -> u32 {
    let pixel = u64::from(color.bytes_per_pixel());
    let taken = match format {
        // The decoder holds all coefficients of a picture with several scans, two bytes for each of up to four
        // components.
        ImageFormat::Jpeg if complete::jpeg_scans(bytes) > 1 => pixel + 8,
        // A frame smaller than the screen is first decoded separately.
        ImageFormat::Gif => pixel * 2,
        // Planes of brightness and colour (1.5 bytes), the opacity as a separate picture (5 bytes), and the canvas of
        // an animation (4 bytes). Without them: a lossless picture, decoded with opacity first (4 bytes).
        ImageFormat::WebP if color.has_alpha() || is_animated_webp(bytes) => pixel + 11,
        ImageFormat::WebP => pixel + 4,
        // Decoded row by row.
        _ => pixel,
    };
    let fit = DECODED_MAX / taken.max(1) / 1_000_000;
    u32::try_from(fit).unwrap_or(u32::MAX).min(MEGAPIXELS_MAX)
}

/// Returns whether a WebP is an animation: the extended header comes first, and its second flag marks one (RFC 9649,
/// section 2.7).
fn is_animated_webp(bytes: &[u8]) -> bool {
    bytes.get(12..16) == Some(b"VP8X") && bytes.get(20).is_some_and(|flags| flags & 2 != 0)
}

/// Returns the middle of the picture, scaled to the size of group pictures.
fn middle(image: DynamicImage) -> DynamicImage {
    let (width, height) = (image.width(), image.height());
    let side = width.min(height);
    let centred = |length: u32, part: u32| length.saturating_sub(part) / 2;
    if side <= 2 * SIDE {
        let middle = image.crop_imm(centred(width, side), centred(height, side), side, side);
        drop(image);
        return middle.resize_exact(SIDE, SIDE, FilterType::Triangle);
    }
    // It is scaled before it is cropped, so that memory never holds a second picture of its size.
    let scaled = |length: u32| {
        let scaled = u64::from(length) * u64::from(SIDE) / u64::from(side);
        u32::try_from(scaled).unwrap_or(SIDE).max(SIDE)
    };
    let small = image.thumbnail_exact(scaled(width), scaled(height));
    drop(image);
    small.crop_imm(centred(small.width(), SIDE), centred(small.height(), SIDE), SIDE, SIDE)
}

/// Draws the picture on white: a JPEG has no transparency.
fn on_white(image: DynamicImage) -> RgbImage {
    let mut flat = RgbImage::from_pixel(SIDE, SIDE, Rgb([255; 3]));
    for (pixel, shown) in flat.pixels_mut().zip(image.into_rgba8().pixels()) {
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
