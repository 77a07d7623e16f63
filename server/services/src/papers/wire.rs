//! How the worker's process answers: the length of a head, the head as JSON, then every picture's bytes.

use super::{Examination, Picture, Refusal, Remark, Sound, picture::EDGE};
use domain::documents::limits::MAX_PAGES;
use serde::{Deserialize, Serialize};
use std::io::{self, Write};
use tokio::io::{AsyncRead, AsyncReadExt};

/// A head is small: some words and thirty pictures' sizes.
const LONGEST_HEAD: u32 = 16 * 1024;
/// One picture of at most 1600 × 1600 pixels.
const LARGEST_PICTURE: u32 = 6 * 1024 * 1024;

#[derive(Serialize, Deserialize)]
struct Head {
    refused: Option<Refusal>,
    remarks: Vec<Remark>,
    pictures: Vec<Size>,
}

#[derive(Serialize, Deserialize)]
struct Size {
    width: u32,
    height: u32,
    bytes: u32,
}

pub(super) fn write(out: &mut impl Write, examination: &Examination) -> io::Result<()> {
    let (refused, sound) = match examination {
        Examination::Refused(fault) => (Some(*fault), None),
        Examination::Sound(sound) => (None, Some(sound)),
    };
    let pages = sound.map(|sound| sound.pages.as_slice()).unwrap_or_default();
    let pictures = pages.iter().map(size).collect::<io::Result<_>>()?;
    let remarks = sound.map(|sound| sound.remarks.clone()).unwrap_or_default();
    let head = serde_json::to_vec(&Head { refused, remarks, pictures })?;
    let length = u32::try_from(head.len()).map_err(io::Error::other)?;
    out.write_all(&length.to_be_bytes())?;
    out.write_all(&head)?;
    pages.iter().try_for_each(|page| out.write_all(&page.jpeg))?;
    out.flush()
}

fn size(picture: &Picture) -> io::Result<Size> {
    let bytes = u32::try_from(picture.jpeg.len()).map_err(io::Error::other)?;
    Ok(Size { width: picture.width, height: picture.height, bytes })
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
    let mut pages = Vec::new();
    for size in head.pictures {
        let jpeg = take(from, size.bytes, LARGEST_PICTURE).await?;
        let fits = (1..=EDGE).contains(&size.width) && (1..=EDGE).contains(&size.height);
        if !fits || !jpeg.starts_with(&[0xff, 0xd8, 0xff]) {
            return Err(untrue("picture"));
        }
        pages.push(Picture { width: size.width, height: size.height, jpeg });
    }
    Ok(Examination::Sound(Sound { pages, remarks: head.remarks }))
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

    fn sound(pages: usize) -> Examination {
        let page = Picture { width: 3, height: 1600, jpeg: vec![0xff, 0xd8, 0xff, 1, 2, 3] };
        Examination::Sound(Sound { pages: vec![page; pages], remarks: vec![Remark::FallbackFont] })
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
        let large = Picture { width: 1601, height: 1, jpeg: vec![0xff, 0xd8, 0xff] };
        let large = Examination::Sound(Sound { pages: vec![large], remarks: vec![] });
        assert!(there_and_back(&large).await.is_err(), "too large");
        let page = Picture { width: 1, height: 1, jpeg: b"<html>".to_vec() };
        let page = Examination::Sound(Sound { pages: vec![page], remarks: vec![] });
        assert!(there_and_back(&page).await.is_err(), "no picture");
        assert!(read(&mut &b"\xff\xff\xff\xff"[..]).await.is_err(), "a length beyond reason");
        assert!(read(&mut &b"\0\0\0\x02{}"[..]).await.is_err());
        let mut cut = Vec::new();
        write(&mut cut, &sound(2)).unwrap();
        assert!(read(&mut &cut[..cut.len() - 1]).await.is_err(), "cut off");
    }
}
