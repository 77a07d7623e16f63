use super::{EDGE, examine, small};
use crate::papers::{Media, Refusal, Remark, Sound};
use image::{
    DynamicImage, ExtendedColorType, ImageEncoder, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage,
    codecs::{jpeg::JpegEncoder, png::PngEncoder},
};
use std::io::Cursor;
use time::macros::date;

/// Wider than high, dark in the upper left quarter alone: every turn can be told.
fn corner(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        if x < width / 2 && y < height / 2 { Rgb([20, 20, 20]) } else { Rgb([240, 240, 240]) }
    })
}

fn jpeg(picture: &RgbImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, 90).encode_image(picture).unwrap();
    bytes
}

fn png(picture: impl Into<DynamicImage>) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.into().write_to(&mut bytes, ImageFormat::Png).unwrap();
    bytes.into_inner()
}

/// A minimal EXIF block: an orientation, and a place that must not survive.
fn exif(orientation: u8) -> Vec<u8> {
    let mut tiff = b"MM\0\x2a\0\0\0\x08\0\x02".to_vec();
    tiff.extend([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]);
    tiff.extend([0x01, 0x0e, 0, 2, 0, 0, 0, 15, 0, 0, 0, 38]);
    tiff.extend([0, 0, 0, 0]);
    tiff.extend(b"SECRET-PLACE!!\0");
    tiff
}

fn jpeg_with_exif(picture: &RgbImage, orientation: u8) -> Vec<u8> {
    let plain = jpeg(picture);
    let block = [b"Exif\0\0".to_vec(), exif(orientation)].concat();
    let length = u16::try_from(block.len() + 2).unwrap().to_be_bytes();
    [&plain[..2], &[0xff, 0xe1], &length, &block, &plain[2..]].concat()
}

/// The day on which a camera says it took the picture.
fn taken(day: &str) -> Vec<u8> {
    let mut tiff = b"MM\0\x2a\0\0\0\x08\0\x01".to_vec();
    tiff.extend([0x87, 0x69, 0, 4, 0, 0, 0, 1, 0, 0, 0, 26, 0, 0, 0, 0]);
    tiff.extend([0, 1, 0x90, 0x03, 0, 2, 0, 0, 0, 20, 0, 0, 0, 44, 0, 0, 0, 0]);
    tiff.extend(format!("{day} 10:00:00\0").bytes());
    let plain = jpeg(&corner(400, 300));
    let block = [b"Exif\0\0".to_vec(), tiff].concat();
    let length = u16::try_from(block.len() + 2).unwrap().to_be_bytes();
    [&plain[..2], &[0xff, 0xe1], &length, &block, &plain[2..]].concat()
}

#[test]
fn the_day_it_was_taken_is_read_and_nothing_else_of_the_notes() {
    let reading = |bytes: &[u8]| sound(Media::Jpeg, bytes).reading;
    let known = reading(&taken("2019:03:07"));
    assert_eq!((known.made, known.text.as_str()), (Some(date!(2019 - 03 - 07)), ""));
    assert_eq!(reading(&taken("0000:00:00")).made, None);
    assert_eq!(known.look, reading(&jpeg(&corner(400, 300))).look, "the picture is the same");
    assert_eq!(reading(&jpeg_with_exif(&corner(400, 300), 1)).made, None);
}

fn sound(kind: Media, bytes: &[u8]) -> Sound {
    examine(kind, bytes).unwrap()
}

fn shown(sound: &Sound) -> RgbImage {
    image::load_from_memory_with_format(&sound.pages[0].jpeg, ImageFormat::Jpeg).unwrap().to_rgb8()
}

/// In which quarter the dark one is: (right, lower).
fn dark_quarter(picture: &RgbImage) -> (bool, bool) {
    let (w, h) = (picture.width(), picture.height());
    let quarters = [(false, false), (true, false), (false, true), (true, true)];
    let dark = |(right, lower): &(bool, bool)| {
        let x = if *right { w * 3 / 4 } else { w / 4 };
        let y = if *lower { h * 3 / 4 } else { h / 4 };
        picture.get_pixel(x, y).0[0] < 100
    };
    let found: Vec<_> = quarters.iter().filter(|quarter| dark(quarter)).collect();
    assert_eq!(found.len(), 1);
    *found[0]
}

#[test]
fn all_eight_orientations_come_out_upright() {
    // What each value says is to be done: mirrored, turned, or both.
    let expected = [
        (1, (false, false), false),
        (2, (true, false), false),
        (3, (true, true), false),
        (4, (false, true), false),
        (5, (false, false), true),
        (6, (true, false), true),
        (7, (true, true), true),
        (8, (false, true), true),
    ];
    for (orientation, quarter, turned) in expected {
        let sound = sound(Media::Jpeg, &jpeg_with_exif(&corner(160, 80), orientation));
        let shown = shown(&sound);
        let size = if turned { (80, 160) } else { (160, 80) };
        assert_eq!((shown.width(), shown.height()), size, "orientation {orientation}");
        assert_eq!((sound.pages[0].width, sound.pages[0].height), size, "orientation {orientation}");
        assert_eq!(dark_quarter(&shown), quarter, "orientation {orientation}");
    }
}

#[test]
fn f02_nothing_of_the_camera_survives() {
    let bytes = jpeg_with_exif(&corner(160, 80), 6);
    assert!(bytes.windows(6).any(|window| window == b"SECRET"));
    let sound = sound(Media::Jpeg, &bytes);
    let ours = &sound.pages[0].jpeg;
    assert!(!ours.windows(6).any(|window| window == b"SECRET"));
    assert!(!ours.windows(4).any(|window| window == b"Exif"));
    assert!(exif::Reader::new().read_from_container(&mut Cursor::new(ours)).is_err());
}

#[test]
fn a_png_turns_by_its_exif_too_and_loses_it() {
    let mut bytes = Vec::new();
    let mut encoder = PngEncoder::new(&mut bytes);
    encoder.set_exif_metadata(exif(6)).unwrap();
    let picture = corner(160, 80);
    encoder.write_image(picture.as_raw(), 160, 80, ExtendedColorType::Rgb8).unwrap();
    let sound = sound(Media::Png, &bytes);
    assert_eq!(dark_quarter(&shown(&sound)), (true, false));
    assert!(!sound.pages[0].jpeg.windows(6).any(|window| window == b"SECRET"));
}

#[test]
fn large_pictures_become_smaller_and_small_ones_stay() {
    let large = sound(Media::Jpeg, &jpeg(&corner(3200, 2000)));
    assert_eq!((large.pages[0].width, large.pages[0].height), (EDGE, 1000));
    assert!(large.remarks.is_empty());
    let small = sound(Media::Png, &png(corner(300, 200)));
    assert_eq!((small.pages[0].width, small.pages[0].height), (300, 200));
    assert_eq!(small.remarks, [Remark::LowResolution]);
}

#[test]
fn what_can_be_seen_through_lies_on_white() {
    let glass =
        RgbaImage::from_fn(100, 100, |x, _| if x < 50 { Rgba([0, 0, 0, 0]) } else { Rgba([0, 0, 0, 255]) });
    let shown = shown(&sound(Media::Png, &png(glass)));
    assert!(shown.get_pixel(20, 50).0[0] > 240 && shown.get_pixel(80, 50).0[0] < 15);
}

#[test]
fn every_colour_type_of_png_is_read() {
    let base = DynamicImage::from(corner(64, 64));
    let kinds = [
        DynamicImage::from(base.to_luma8()),
        base.to_luma_alpha8().into(),
        base.to_rgba8().into(),
        base.to_luma16().into(),
        base.to_rgb16().into(),
        base.to_rgba16().into(),
    ];
    for kind in kinds {
        let color = kind.color();
        assert_eq!(dark_quarter(&shown(&sound(Media::Png, &png(kind)))), (false, false), "{color:?}");
    }
}

/// A PNG that claims to be this large and is hardly anything.
fn claim(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
    let head = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 6, 0, 0, 0]].concat();
    for (kind, body) in [(b"IHDR", &head[..]), (b"IDAT", &[0x78, 0x9c, 3, 0, 0, 0, 0, 1]), (b"IEND", &[])] {
        let checked = [&kind[..], body].concat();
        bytes.extend(u32::try_from(body.len()).unwrap().to_be_bytes());
        bytes.extend(&checked);
        bytes.extend(crc32fast::hash(&checked).to_be_bytes());
    }
    bytes
}

#[test]
fn f03_a_bomb_of_pixels_is_refused_before_it_is_decoded() {
    assert_eq!(examine(Media::Png, &claim(100_000, 100_000)), Err(Refusal::TooManyPixels));
    assert_eq!(examine(Media::Png, &claim(8000, 5001)), Err(Refusal::TooManyPixels));
    assert_eq!(examine(Media::Png, &claim(6000, 6000)), Err(Refusal::TooManyPixels), "144 MB once decoded");
    assert_eq!(examine(Media::Png, &claim(1, 1)), Err(Refusal::TooFewPixels));
    assert_eq!(examine(Media::Png, &claim(100, 100)), Err(Refusal::Broken), "less than it claims");
    let mut wide = jpeg(&corner(160, 80));
    let frame = wide.windows(2).position(|pair| pair == [0xff, 0xc0]).unwrap();
    wide[frame + 5..frame + 9].copy_from_slice(&[0xff, 0xff, 0xff, 0xff]);
    assert_eq!(examine(Media::Jpeg, &wide), Err(Refusal::TooManyPixels));
}

#[test]
fn damaged_pictures_are_refused() {
    let jpeg = jpeg(&corner(160, 80));
    assert_eq!(examine(Media::Jpeg, &jpeg[..jpeg.len() / 2]), Err(Refusal::Broken), "cut off");
    assert_eq!(examine(Media::Jpeg, b"\xff\xd8\xff\xd9"), Err(Refusal::Broken), "nothing between");
    assert_eq!(examine(Media::Jpeg, b""), Err(Refusal::Broken));
    let mut png = png(corner(160, 80));
    let middle = png.len() / 2;
    png[middle] ^= 0xff;
    assert_eq!(examine(Media::Png, &png), Err(Refusal::Broken), "a flipped byte");
}

#[test]
fn a_small_one_is_small_upright_and_only_made_of_pictures() {
    let whole = &sound(Media::Jpeg, &jpeg(&corner(1200, 800))).pages[0].jpeg;
    let small = small(whole).unwrap();
    let picture = image::load_from_memory_with_format(&small, ImageFormat::Jpeg).unwrap().to_rgb8();
    assert_eq!(picture.dimensions(), (320, 213));
    assert_eq!(dark_quarter(&picture), (false, false));
    assert!(small.len() < 12_000, "{}", small.len());
    assert!(super::small(b"no picture").is_none());
}
