//! HTTP as bytes on a connection: for what no client library sends, since it is false, cut off or malformed.

use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};

/// What parts a form of several parts; stands in none of the tests' files.
const BOUNDARY: &str = "----a-line-that-stands-in-no-file";

/// A form with a file, as a browser without JavaScript sends it.
#[derive(Clone, Debug)]
pub struct FileForm {
    path: String,
    cookies: String,
    fields: Vec<(String, String)>,
    disposition: String,
    bytes: Vec<u8>,
}

/// One request under way.
pub struct Wire {
    stream: TcpStream,
}

/// An answer off the wire.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// The status.
    pub status: u16,
    /// All of it, as text.
    pub text: String,
}

impl FileForm {
    /// A form for this path with these fields before its file.
    pub fn new(path: &str, cookies: &str, fields: &[(&str, &str)]) -> Self {
        let fields = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Self {
            path: path.to_owned(),
            cookies: cookies.to_owned(),
            fields,
            disposition: String::new(),
            bytes: Vec::new(),
        }
    }

    /// Its file, under a name that stands in its header as it is written here.
    #[must_use]
    pub fn file(mut self, field: &str, name: &str, bytes: Vec<u8>) -> Self {
        self.disposition = format!("form-data; name=\"{field}\"; filename=\"{name}\"");
        self.bytes = bytes;
        self
    }

    /// The body: fields, file, end.
    pub fn body(&self) -> Vec<u8> {
        let mut body = Vec::new();
        for (name, value) in &self.fields {
            let part =
                format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
            body.extend(part.bytes());
        }
        let head = format!(
            "--{BOUNDARY}\r\nContent-Disposition: {}\r\nContent-Type: application/octet-stream\r\n\r\n",
            self.disposition
        );
        body.extend(head.bytes());
        body.extend(&self.bytes);
        body.extend(format!("\r\n--{BOUNDARY}--\r\n").bytes());
        body
    }

    /// The head of the request, with how long it says that its body is; nothing sends the body in chunks.
    pub fn head(&self, length: Option<usize>) -> Vec<u8> {
        let length = length.map_or_else(
            || "Transfer-Encoding: chunked".to_owned(),
            |length| format!("Content-Length: {length}"),
        );
        format!(
            "POST {} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nSec-Fetch-Site: same-origin\r\n\
             Accept-Language: en\r\nCookie: {}\r\nContent-Type: multipart/form-data; boundary={BOUNDARY}\r\n\
             {length}\r\n\r\n",
            self.path, self.cookies
        )
        .into_bytes()
    }
}

/// Bytes as chunks of a body whose length is not said.
pub fn chunked(body: &[u8], size: usize) -> Vec<u8> {
    let mut out = Vec::new();
    for chunk in body.chunks(size) {
        out.extend(format!("{:x}\r\n", chunk.len()).bytes());
        out.extend(chunk);
        out.extend(b"\r\n");
    }
    out.extend(b"0\r\n\r\n");
    out
}

impl Wire {
    /// Connects to the server of this address: `http://localhost:4100`.
    pub async fn to(base_url: &str) -> Self {
        let (_, port) = base_url.rsplit_once(':').expect("an address with a port");
        let stream = TcpStream::connect(format!("127.0.0.1:{port}")).await.expect("a connection");
        Self { stream }
    }

    /// Sends bytes. Whoever refuses early need not read them all.
    pub async fn send(&mut self, bytes: &[u8]) -> bool {
        self.stream.write_all(bytes).await.is_ok() && self.stream.flush().await.is_ok()
    }

    /// Goes away at once: the other side learns that the connection is reset.
    pub fn reset(self) {
        self.stream.set_zero_linger().expect("a connection");
    }

    /// Says that nothing more will come, and still listens.
    pub async fn end(&mut self) {
        self.stream.shutdown().await.expect("the end of what is sent");
    }

    /// Reads the answer; nothing where the connection ends without one.
    pub async fn reply(mut self) -> Option<Reply> {
        let mut bytes = Vec::new();
        // A connection that is reset behind its answer has still answered.
        let _ = self.stream.read_to_end(&mut bytes).await;
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let status = text.split(' ').nth(1)?.parse().ok()?;
        Some(Reply { status, text })
    }
}
