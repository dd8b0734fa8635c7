use image::codecs::gif::GifEncoder;
use image::{Frame, Rgba, RgbaImage};
use proptest::prelude::*;

use super::*;

fn encoded(image: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

fn read(bytes: &[u8]) -> Result<Picture, BadPicture> {
    Picture::read(bytes, &Deadline::never())
}

fn shown(picture: &Picture) -> RgbImage {
    let bytes = picture.jpeg();
    assert_eq!(image::guess_format(&bytes).unwrap(), ImageFormat::Jpeg);
    image::load_from_memory(&bytes).unwrap().into_rgb8()
}

fn is_near(pixel: Rgb<u8>, colour: [u8; 3]) -> bool {
    pixel.0.iter().zip(colour).all(|(a, b)| a.abs_diff(b) < 16)
}

#[test]
fn every_format_becomes_a_square_jpeg_of_its_middle() {
    // Red, green, red: the middle is green.
    let wide =
        RgbImage::from_fn(900, 300, |x, _| if (300..600).contains(&x) { Rgb([0, 200, 0]) } else { Rgb([200, 0, 0]) });
    let wide = DynamicImage::from(wide);
    for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP, ImageFormat::Gif] {
        let picture = read(&encoded(&wide, format)).unwrap();
        let shown = shown(&picture);
        assert_eq!(shown.dimensions(), (SIDE, SIDE), "{format:?}");
        for (x, y) in [(20, 20), (320, 320), (620, 620)] {
            assert!(is_near(*shown.get_pixel(x, y), [0, 200, 0]), "{format:?}: {:?}", shown.get_pixel(x, y));
        }
    }
}

#[test]
fn animation_uses_the_first_frame_and_transparency_is_white() {
    let mut bytes = Vec::new();
    let frames =
        [[0, 0, 200, 255], [200, 0, 0, 255]].map(|colour| Frame::new(RgbaImage::from_pixel(40, 40, Rgba(colour))));
    GifEncoder::new(&mut bytes).encode_frames(frames).unwrap();
    assert!(is_near(*shown(&read(&bytes).unwrap()).get_pixel(320, 320), [0, 0, 200]));

    let clear = DynamicImage::from(RgbaImage::from_pixel(10, 10, Rgba([9, 9, 9, 0])));
    assert!(is_near(*shown(&read(&encoded(&clear, ImageFormat::Png)).unwrap()).get_pixel(1, 1), [255; 3]));
}

/// Returns the header of a PNG of that size, followed only by the start of its data.
fn png_header(width: u32, height: u32) -> Vec<u8> {
    header_of(&DynamicImage::from(RgbImage::new(1, 1)), width, height)
}

fn header_of(pixel: &DynamicImage, width: u32, height: u32) -> Vec<u8> {
    let mut whole = encoded(pixel, ImageFormat::Png);
    whole[16..20].copy_from_slice(&width.to_be_bytes());
    whole[20..24].copy_from_slice(&height.to_be_bytes());
    let check = crc(&whole[12..29]);
    whole[29..33].copy_from_slice(&check.to_be_bytes());
    whole
}

/// PNG, annex D.
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { 0xEDB8_8320 ^ (crc >> 1) } else { crc >> 1 })
    })
}

#[test]
fn what_would_need_much_memory_is_refused_by_its_header() {
    let (width, height) = (60_000, 60_000);
    assert_eq!(read(&png_header(width, height)), Err(BadPicture::TooManyPixels { width, height, max: 17 }));
    // Within the limit the file is examined, and found to be cut off.
    assert_eq!(read(&png_header(4_100, 4_100)), Err(BadPicture::Unreadable));
    assert_eq!(read(&vec![0; BYTES_MAX + 1]), Err(BadPicture::TooLarge));
}

#[test]
fn how_many_pixels_are_read_goes_by_the_bytes_that_each_takes() {
    // 16 bits for each of four components: it once took 320 MB of memory.
    for (pixel, max) in [
        (DynamicImage::new_luma8(1, 1), 40),
        (DynamicImage::new_rgb8(1, 1), 17),
        (DynamicImage::new_rgba8(1, 1), 13),
        (DynamicImage::new_rgb16(1, 1), 8),
        (DynamicImage::new_rgba16(1, 1), 6),
    ] {
        let color = pixel.color();
        let (width, height) = (8_000, 5_001);
        let refused = Err(BadPicture::TooManyPixels { width, height, max });
        assert_eq!(read(&header_of(&pixel, width, height)), refused, "{color:?}");
        // Within the limit the file is examined, and found to be damaged.
        assert_eq!(read(&header_of(&pixel, max * 1_000, 1_000)), Err(BadPicture::Unreadable), "{color:?}");
        assert!(u64::from(max) * 1_000_000 * u64::from(color.bytes_per_pixel()) <= DECODED_MAX, "{color:?}");
    }
    let (rgb, rgba) = (ColorType::Rgb8, ColorType::Rgba8);
    let (mut animated, plain) = (b"RIFF....WEBPVP8X....\x02".to_vec(), b"RIFF....WEBPVP8X....\x00".to_vec());
    animated.resize(40, 0);
    let scans = |scans: usize| [b"\xff\xd8".as_slice(), &b"\xff\xda\0\x02..".repeat(scans), b"\xff\xd9"].concat();
    for (format, color, bytes, max) in [
        (ImageFormat::Jpeg, rgb, scans(1), 17),
        (ImageFormat::Jpeg, rgb, scans(2), 4),
        (ImageFormat::Gif, rgba, Vec::new(), 6),
        (ImageFormat::WebP, rgb, plain, 7),
        (ImageFormat::WebP, rgb, animated, 3),
        (ImageFormat::WebP, rgba, Vec::new(), 3),
    ] {
        assert_eq!(megapixels_max(format, color, &bytes), max, "{format:?} {color:?}");
    }
}

#[test]
fn a_large_picture_is_the_same_as_its_small_copy() {
    // Four colours in quarters, and two more at the sides that are cropped.
    let quarters = |width: u32, height: u32| {
        DynamicImage::from(RgbImage::from_fn(width, height, |x, y| {
            let right =
                if width > height { x.saturating_sub((width - height) / 2) * 2 > height } else { x * 2 > width };
            match (right, y * 2 > height) {
                (false, false) => Rgb([200, 0, 0]),
                (true, false) => Rgb([0, 200, 0]),
                (false, true) => Rgb([0, 0, 200]),
                (true, true) => Rgb([200, 200, 0]),
            }
        }))
    };
    for (width, height) in [(600, 400), (1_500, 1_300), (3_000, 1_300), (1_300, 1_300)] {
        let shown = shown(&read(&encoded(&quarters(width, height), ImageFormat::Png)).unwrap());
        for (x, y, colour) in
            [(160, 160, [200, 0, 0]), (480, 160, [0, 200, 0]), (160, 480, [0, 0, 200]), (480, 480, [200, 200, 0])]
        {
            assert!(is_near(*shown.get_pixel(x, y), colour), "{width} × {height}: {:?}", shown.get_pixel(x, y));
        }
    }
}

#[test]
fn small_file_with_a_large_picture_stays_in_the_memory_limit() {
    // 36 megapixels of one colour: some 40 KB as a file.
    let bomb = encoded(&DynamicImage::from(image::GrayImage::new(6_000, 6_000)), ImageFormat::Png);
    assert!(bomb.len() < 200_000);
    assert!(is_near(*shown(&read(&bomb).unwrap()).get_pixel(0, 0), [0; 3]));
}

#[test]
fn what_is_no_picture_is_refused() {
    for bytes in [&b""[..], b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>", b"PK\x03\x04", b"BM"] {
        assert_eq!(read(bytes), Err(BadPicture::Unreadable), "{bytes:?}");
    }
    assert_eq!(read(b"\x89PNG\r\n\x1a\n"), Err(BadPicture::CutOff));
}

/// Returns a picture with detail everywhere, so that no part of the file is empty.
fn detailed() -> DynamicImage {
    DynamicImage::from(RgbImage::from_fn(160, 120, |x, y| {
        let noise = (x * 31 + y * 17 + x * y) % 251;
        Rgb([u8::try_from(noise).unwrap(), u8::try_from(x).unwrap(), u8::try_from(y).unwrap()])
    }))
}

#[test]
fn a_picture_that_is_cut_off_is_refused() {
    for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP, ImageFormat::Gif] {
        let whole = encoded(&detailed(), format);
        assert!(read(&whole).is_ok(), "{format:?}");
        // Data after the end of a picture does not belong to it.
        assert!(read(&[whole.as_slice(), b"\0\0more"].concat()).is_ok(), "{format:?}");
        for part in 1..20 {
            let cut = &whole[..whole.len() * part / 20];
            assert_eq!(read(cut), Err(BadPicture::CutOff), "{format:?} {part}/20");
        }
        for missing in 1..4 {
            let cut = &whole[..whole.len() - missing];
            assert_eq!(read(cut), Err(BadPicture::CutOff), "{format:?} without its last {missing}");
        }
    }
}

#[test]
fn the_end_of_a_thumbnail_is_not_the_end_of_its_picture() {
    let whole = encoded(&detailed(), ImageFormat::Jpeg);
    let thumbnail = [b"Exif\0\0".as_slice(), &whole[..200], &[0xff, 0xd9]].concat();
    let length = u16::try_from(thumbnail.len() + 2).unwrap().to_be_bytes();
    let with = [&whole[..2], &[0xff, 0xe1], &length, &thumbnail, &whole[2..]].concat();
    assert!(read(&with).is_ok());
    assert_eq!(read(&with[..with.len() / 2]), Err(BadPicture::CutOff));
}

#[test]
fn an_animation_that_is_cut_off_is_refused() {
    let mut bytes = Vec::new();
    let frames =
        [[0, 0, 200, 255], [200, 0, 0, 255]].map(|colour| Frame::new(RgbaImage::from_pixel(40, 40, Rgba(colour))));
    GifEncoder::new(&mut bytes).encode_frames(frames).unwrap();
    assert_eq!(read(&bytes[..bytes.len() - 10]), Err(BadPicture::CutOff));
}

#[test]
fn reading_a_picture_ends_at_its_deadline() {
    let whole = encoded(&detailed(), ImageFormat::Png);
    assert_eq!(Picture::read(&whole, &Deadline::reached()), Err(BadPicture::TooSlow));
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(mut bytes in proptest::collection::vec(any::<u8>(), 0..300), cut in 0usize..200) {
        drop(read(&bytes));
        let mut whole = encoded(&DynamicImage::from(RgbImage::new(8, 8)), ImageFormat::Png);
        bytes.truncate(4);
        let at = cut % whole.len();
        whole.splice(at..(at + bytes.len()).min(whole.len()), bytes);
        drop(read(&whole));
    }
}
