//! What stands between a client and a server and does harm on purpose, when a test says so.

use std::{io, net::SocketAddr, sync::Arc};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
    task::JoinHandle,
};

/// What becomes of some bytes that a client sent, and of its connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// They go on to the server.
    Pass,
    /// They go on, and the client's connection ends before anything comes back.
    PassAndCut,
    /// They don't, and the connection ends.
    Cut,
    /// They don't, and nothing ever comes back.
    Stall,
    /// They don't; this comes back in the server's place, and the connection ends.
    Answer(&'static [u8]),
}

type Judge = Arc<dyn Fn(&[u8]) -> Verdict + Send + Sync>;

/// A listening proxy; ends when it is dropped.
pub struct Proxy {
    address: SocketAddr,
    task: JoinHandle<()>,
}

impl Proxy {
    /// Stands in front of the server at `to` (`127.0.0.1:5432`). The judge hears of every piece that a client sends.
    pub async fn before(to: &str, judge: impl Fn(&[u8]) -> Verdict + Send + Sync + 'static) -> Self {
        Self::at("127.0.0.1:0", to, judge).await
    }

    /// The same, listening at this address.
    pub async fn at(from: &str, to: &str, judge: impl Fn(&[u8]) -> Verdict + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind(from).await.expect("a free address");
        let address = listener.local_addr().expect("an address");
        let (to, judge): (String, Judge) = (to.to_owned(), Arc::new(judge));
        let task = tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                let (to, judge) = (to.clone(), Arc::clone(&judge));
                // How a connection ends is its own affair.
                tokio::spawn(async move { stand_between(client, &to, &judge).await.is_ok() });
            }
        });
        Self { address, task }
    }

    /// Where it listens.
    pub const fn address(&self) -> SocketAddr {
        self.address
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn stand_between(mut client: TcpStream, to: &str, judge: &Judge) -> io::Result<()> {
    let mut server = TcpStream::connect(to).await?;
    let (mut up, mut down) = (vec![0; 64 << 10], vec![0; 64 << 10]);
    let mut sending = true;
    loop {
        tokio::select! {
            read = client.read(&mut up), if sending => {
                let piece = up.get(..read?).unwrap_or_default();
                if piece.is_empty() {
                    sending = false;
                    server.shutdown().await?;
                    continue;
                }
                match judge(piece) {
                    Verdict::Pass => server.write_all(piece).await?,
                    Verdict::PassAndCut => {
                        server.write_all(piece).await?;
                        drop(client);
                        // The server sees the end of it as well; closed with something unread, it might never read what
                        // was passed on.
                        server.shutdown().await?;
                        tokio::io::copy(&mut server, &mut tokio::io::sink()).await?;
                        return Ok(());
                    }
                    Verdict::Cut => return Ok(()),
                    Verdict::Stall => std::future::pending().await,
                    Verdict::Answer(bytes) => {
                        client.write_all(bytes).await?;
                        return client.shutdown().await;
                    }
                }
            }
            read = server.read(&mut down) => {
                let piece = down.get(..read?).unwrap_or_default();
                if piece.is_empty() {
                    return client.shutdown().await;
                }
                client.write_all(piece).await?;
            }
        }
    }
}
