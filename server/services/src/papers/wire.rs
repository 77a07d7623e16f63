//! How the worker's process answers: the length of a head, the head as JSON, then of every page the picture's bytes and
//! those of its small sheet, where it has one.

use super::{Examination, Picture, Refusal, Remark, Sound, picture::EDGE};
use domain::documents::{Reading, likeness::Sheet, limits::MAX_PAGES};
use serde::{Deserialize, Serialize};
use std::io::{self, Write};
use tokio::io::{AsyncRead, AsyncReadExt};

/// A head is small: some words, thirty pictures' sizes and the text of a paper.
const LONGEST_HEAD: u32 = 64 * 1024;
/// One picture of at most 1600 × 1600 pixels.
const LARGEST_PICTURE: u32 = 6 * 1024 * 1024;
/// A small sheet.
const LARGEST_SHEET: u32 = 16 * 1024;

#[derive(Serialize, Deserialize)]
struct Head {
    refused: Option<Refusal>,
    remarks: Vec<Remark>,
    pictures: Vec<Size>,
    reading: Reading,
}

#[derive(Serialize, Deserialize)]
struct Size {
    width: u32,
    height: u32,
    bytes: u32,
    substitute_font: bool,
    /// Bytes of the small sheet; none where there is too little on the page.
    sheet: Option<u32>,
}

pub(super) fn write(out: &mut impl Write, examination: &Examination) -> io::Result<()> {
    let (refused, sound) = match examination {
        Examination::Refused(fault) => (Some(*fault), None),
        Examination::Sound(sound) => (None, Some(sound)),
    };
    let pages = sound.map(|sound| sound.pages.as_slice()).unwrap_or_default();
    let sheets: Vec<Option<Vec<u8>>> =
        pages.iter().map(|page| page.sheet.as_ref().map(Sheet::to_bytes)).collect();
    let sizes = pages.iter().zip(&sheets).map(|(page, sheet)| size(page, sheet.as_deref()));
    let pictures = sizes.collect::<io::Result<_>>()?;
    let remarks = sound.map(|sound| sound.remarks.clone()).unwrap_or_default();
    let reading = sound.map(|sound| sound.reading.clone()).unwrap_or_default();
    let head = serde_json::to_vec(&Head { refused, remarks, pictures, reading })?;
    let length = u32::try_from(head.len()).map_err(io::Error::other)?;
    out.write_all(&length.to_be_bytes())?;
    out.write_all(&head)?;
    for (page, sheet) in pages.iter().zip(&sheets) {
        out.write_all(&page.jpeg)?;
        out.write_all(sheet.as_deref().unwrap_or_default())?;
    }
    out.flush()
}

fn size(picture: &Picture, sheet: Option<&[u8]>) -> io::Result<Size> {
    let length = |bytes: &[u8]| u32::try_from(bytes.len()).map_err(io::Error::other);
    Ok(Size {
        width: picture.width,
        height: picture.height,
        bytes: length(&picture.jpeg)?,
        substitute_font: picture.substitute_font,
        sheet: sheet.map(length).transpose()?,
    })
}

/// Reads an answer from a process that may have been taken over: nothing is believed about its size.
pub(super) async fn read(from: &mut (impl AsyncRead + Unpin + Send)) -> io::Result<Examination> {
    let length = from.read_u32().await?;
    let head: Head = serde_json::from_slice(&take(from, length, LONGEST_HEAD).await?)?;
    if let Some(fault) = head.refused {
        return Ok(Examination::Refused(fault));
    }
    if head.pictures.is_empty() || u32::try_from(head.pictures.len()).is_ok_and(|pages| pages > MAX_PAGES) {
        return Err(untrue("pages"));
    }
    if !head.reading.is_bounded() {
        return Err(untrue("reading"));
    }
    let mut pages = Vec::new();
    for size in head.pictures {
        let jpeg = take(from, size.bytes, LARGEST_PICTURE).await?;
        let fits = (1..=EDGE).contains(&size.width) && (1..=EDGE).contains(&size.height);
        if !fits || !jpeg.starts_with(&[0xff, 0xd8, 0xff]) {
            return Err(untrue("picture"));
        }
        let sheet = match size.sheet {
            Some(length) => {
                let bytes = take(from, length, LARGEST_SHEET).await?;
                Some(Sheet::from_bytes(&bytes).ok_or_else(|| untrue("sheet"))?)
            }
            None => None,
        };
        let Size { width, height, substitute_font, .. } = size;
        pages.push(Picture { width, height, jpeg, substitute_font, sheet });
    }
    Ok(Examination::Sound(Sound { pages, remarks: head.remarks, reading: head.reading }))
}

async fn take(from: &mut (impl AsyncRead + Unpin + Send), length: u32, most: u32) -> io::Result<Vec<u8>> {
    if length > most {
        return Err(untrue("length"));
    }
    let mut bytes = Vec::new();
    let read = from.take(length.into()).read_to_end(&mut bytes).await?;
    if u32::try_from(read).ok() == Some(length) {
        Ok(bytes)
    } else {
        Err(io::ErrorKind::UnexpectedEof.into())
    }
}

fn untrue(what: &'static str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, what)
}

#[cfg(test)]
mod tests {
    use super::{read, write};
    use crate::papers::{Examination, Picture, Refusal, Remark, Sound};
    use domain::documents::{Reading, likeness::Sheet};

    fn sound(pages: usize) -> Examination {
        let sheet = Sheet::of(2, 2, &[0, 80, 160, 255]);
        let page = Picture { substitute_font: true, sheet, ..picture(3, 1600, &[0xff, 0xd8, 0xff, 1, 2, 3]) };
        let reading = Reading { text: "名称\t海风".into(), made: None, look: "0a".repeat(32) };
        Examination::Sound(Sound { pages: vec![page; pages], remarks: vec![Remark::FallbackFont], reading })
    }

    fn sound_of(page: Picture) -> Sound {
        Sound { pages: vec![page], remarks: vec![], reading: Reading::default() }
    }

    fn picture(width: u32, height: u32, jpeg: &[u8]) -> Picture {
        Picture { width, height, jpeg: jpeg.to_vec(), substitute_font: false, sheet: None }
    }

    async fn there_and_back(examination: &Examination) -> std::io::Result<Examination> {
        let mut bytes = Vec::new();
        write(&mut bytes, examination)?;
        read(&mut bytes.as_slice()).await
    }

    #[tokio::test]
    async fn answers_read_back() {
        for examination in [sound(1), sound(30), Examination::Refused(Refusal::Encrypted)] {
            assert_eq!(there_and_back(&examination).await.unwrap(), examination);
        }
    }

    #[tokio::test]
    async fn nothing_is_believed_of_an_answer() {
        assert!(there_and_back(&sound(0)).await.is_err(), "no pages");
        assert!(there_and_back(&sound(31)).await.is_err(), "too many");
        let large = Examination::Sound(sound_of(picture(1601, 1, &[0xff, 0xd8, 0xff])));
        assert!(there_and_back(&large).await.is_err(), "too large");
        let page = Examination::Sound(sound_of(picture(1, 1, b"<html>")));
        assert!(there_and_back(&page).await.is_err(), "no picture");
        let endless = Reading { text: "字".repeat(6_001), ..Reading::default() };
        let endless = Sound { reading: endless, ..sound_of(picture(1, 1, &[0xff, 0xd8, 0xff])) };
        assert!(there_and_back(&Examination::Sound(endless)).await.is_err(), "more text than any paper has");
        assert!(read(&mut &b"\xff\xff\xff\xff"[..]).await.is_err(), "a length beyond reason");
        assert!(read(&mut &b"\0\0\0\x02{}"[..]).await.is_err());
        let mut cut = Vec::new();
        write(&mut cut, &sound(2)).unwrap();
        assert!(read(&mut &cut[..cut.len() - 1]).await.is_err(), "cut off");
    }
}
