//! A mail server that says what the test tells it to, and remembers what was said to it.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
};
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
};

/// The server.
pub(super) struct Scripted {
    url: String,
    said: Arc<Mutex<Vec<String>>>,
}

impl Scripted {
    /// Starts on a free port. At a command named here, or at the greeting, it gives that answer (an empty one: it hangs
    /// up); at all others it agrees.
    pub(super) async fn start(answers: &[(&'static str, &'static str)]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("smtp://{}", listener.local_addr().expect("an address"));
        let said = Arc::new(Mutex::new(Vec::new()));
        let answers: HashMap<_, _> = answers.iter().copied().collect();
        let heard = Arc::clone(&said);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (answers, heard) = (answers.clone(), Arc::clone(&heard));
                tokio::spawn(async move {
                    let _ = converse(stream, &answers, &heard).await;
                });
            }
        });
        Self { url, said }
    }

    /// Its address as the settings spell it.
    pub(super) fn url(&self) -> String {
        self.url.clone()
    }

    /// Every line it was sent.
    pub(super) fn said(&self) -> Vec<String> {
        self.said.lock().unwrap().clone()
    }
}

async fn converse(
    stream: TcpStream,
    answers: &HashMap<&str, &str>,
    heard: &Mutex<Vec<String>>,
) -> std::io::Result<()> {
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read).lines();
    let greeting = answers.get("greeting").copied().unwrap_or("220 ready");
    write.write_all(format!("{greeting}\r\n").as_bytes()).await?;
    let mut writing = false;
    while let Some(line) = lines.next_line().await? {
        heard.lock().unwrap().push(line.clone());
        let word = line.split([' ', ':']).next().unwrap_or_default().to_owned();
        if writing && line != "." {
            continue;
        }
        let usual = match word.as_str() {
            "EHLO" => "250-ready\r\n250 8BITMIME",
            "DATA" => "354 go on",
            "QUIT" => "221 bye",
            _ => "250 fine",
        };
        let answer = answers.get(word.as_str()).copied().unwrap_or(usual);
        if answer.is_empty() {
            return Ok(());
        }
        writing = word == "DATA" && answer.starts_with('3');
        write.write_all(format!("{answer}\r\n").as_bytes()).await?;
    }
    Ok(())
}
