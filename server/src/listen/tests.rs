//! The accept loop on real sockets, with deadlines cut short.

use super::*;
use axum::{
    Router,
    body::Body,
    extract::ConnectInfo,
    http::StatusCode,
    routing::{get, post},
};
use std::{
    net::SocketAddr,
    time::{Duration, Instant},
};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
    task::JoinHandle,
    time::sleep,
};
use tokio_util::sync::CancellationToken;

const SHORT: Duration = Duration::from_millis(300);
const LONG: Duration = Duration::from_secs(5);

struct Running {
    address: SocketAddr,
    stop: CancellationToken,
    ended: JoinHandle<Drained>,
}

async fn run(limits: Limits) -> Running {
    let router = Router::new()
        .route("/", get(|ConnectInfo(peer): ConnectInfo<SocketAddr>| async move { peer.ip().to_string() }))
        .route("/slow", get(|| async { sleep(SHORT).await }))
        .route("/never", get(|| async { sleep(LONG * 10).await }))
        .route(
            "/read",
            post(|body: Body| async move {
                match axum::body::to_bytes(body, 1 << 20).await {
                    Ok(_) => StatusCode::OK,
                    Err(_) => StatusCode::REQUEST_TIMEOUT,
                }
            }),
        );
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let stop = CancellationToken::new();
    let ended = tokio::spawn(serve(listener, None, router, limits, stop.clone()));
    Running { address, stop, ended }
}

fn limits() -> Limits {
    Limits { head: LONG, keep_alive: LONG, body_idle: LONG, unread: LONG, drain: LONG, ..Limits::default() }
}

async fn say(address: SocketAddr, text: &str) -> TcpStream {
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(text.as_bytes()).await.unwrap();
    stream
}

/// All that comes until the other side closes, and how long that took.
async fn hear(stream: &mut TcpStream) -> (String, Duration) {
    let begun = Instant::now();
    let mut heard = vec![];
    let _ = stream.read_to_end(&mut heard).await;
    (String::from_utf8_lossy(&heard).into_owned(), begun.elapsed())
}

const WHOLE: &str = "GET / HTTP/1.1\r\nHost: here\r\n\r\n";

#[tokio::test]
async fn answers_and_names_the_peer() {
    let running = run(limits()).await;
    let mut stream = say(running.address, "GET / HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n").await;
    let (answer, _) = hear(&mut stream).await;
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    assert!(answer.ends_with("127.0.0.1"), "{answer}");
}

#[tokio::test]
async fn fault22_a_head_that_trickles_is_cut_off() {
    let running = run(Limits { head: SHORT, ..limits() }).await;
    let mut stream = TcpStream::connect(running.address).await.unwrap();
    let begun = Instant::now();
    for byte in WHOLE.as_bytes().iter().cycle().filter(|byte| **byte != b'\n') {
        if stream.write_all(&[*byte]).await.is_err() {
            break;
        }
        sleep(Duration::from_millis(20)).await;
        assert!(begun.elapsed() < LONG, "the server waits on");
    }
    assert!(begun.elapsed() >= SHORT);
}

#[tokio::test]
async fn fault22_silence_from_the_start_is_cut_off() {
    let running = run(Limits { head: SHORT, ..limits() }).await;
    let (answer, took) = hear(&mut say(running.address, "").await).await;
    assert_eq!(answer, "");
    assert!(took >= SHORT / 2 && took < LONG, "{took:?}");
}

#[tokio::test]
async fn a_resting_connection_has_longer_than_a_slow_head() {
    let running = run(Limits { head: SHORT, keep_alive: SHORT * 3, ..limits() }).await;
    let mut stream = say(running.address, WHOLE).await;
    sleep(SHORT * 2).await;
    stream.write_all(WHOLE.as_bytes()).await.unwrap();
    let (answers, took) = hear(&mut stream).await;
    assert_eq!(answers.matches("HTTP/1.1 200").count(), 2, "{answers}");
    assert!(took >= SHORT * 2 && took < LONG, "{took:?}");
}

#[tokio::test]
async fn work_of_ours_is_no_fault_of_the_peer() {
    let running = run(Limits { head: SHORT / 3, keep_alive: SHORT / 3, ..limits() }).await;
    let mut stream = say(running.address, "GET /slow HTTP/1.1\r\nHost: here\r\n\r\n").await;
    let (answer, _) = hear(&mut stream).await;
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
}

#[tokio::test]
async fn fault22_a_body_that_pauses_is_refused() {
    let running = run(Limits { body_idle: SHORT, ..limits() }).await;
    let mut stream =
        say(running.address, "POST /read HTTP/1.1\r\nHost: here\r\nContent-Length: 10\r\n\r\nabc").await;
    let (answer, took) = hear(&mut stream).await;
    assert!(answer.starts_with("HTTP/1.1 408"), "{answer}");
    assert!(took < LONG, "{took:?}");
}

#[tokio::test]
async fn fault22_a_body_that_trickles_is_refused() {
    let running = run(Limits { body_idle: SHORT, ..limits() }).await;
    let stream =
        say(running.address, "POST /read HTTP/1.1\r\nHost: here\r\nContent-Length: 1000\r\n\r\n").await;
    let (mut reading, mut writing) = stream.into_split();
    let drip = tokio::spawn(async move {
        while writing.write_all(b"x").await.is_ok() {
            sleep(SHORT / 3).await;
        }
    });
    let mut answer = [0; 12];
    reading.read_exact(&mut answer).await.unwrap();
    assert_eq!(&answer, b"HTTP/1.1 408");
    drop(reading);
    drip.abort();
}

#[tokio::test]
async fn what_is_under_way_is_answered_before_the_end() {
    let running = run(limits()).await;
    let mut resting = say(running.address, WHOLE).await;
    let mut busy = say(running.address, "GET /slow HTTP/1.1\r\nHost: here\r\n\r\n").await;
    sleep(SHORT / 3).await;
    running.stop.cancel();
    let (answer, _) = hear(&mut busy).await;
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    hear(&mut resting).await;
    assert_eq!(running.ended.await.unwrap(), Drained::Whole);
    assert!(TcpStream::connect(running.address).await.is_err());
}

#[tokio::test]
async fn patience_at_the_end_is_bounded() {
    let running = run(Limits { drain: SHORT, ..limits() }).await;
    let mut stuck = say(running.address, "GET /never HTTP/1.1\r\nHost: here\r\n\r\n").await;
    sleep(SHORT / 3).await;
    running.stop.cancel();
    let begun = Instant::now();
    assert_eq!(running.ended.await.unwrap(), Drained::Cut(1));
    assert!(begun.elapsed() < LONG);
    hear(&mut stuck).await;
}

#[tokio::test]
async fn fault22_connections_wait_for_a_free_place() {
    let running = run(Limits { connections: 1, ..limits() }).await;
    let first = say(running.address, WHOLE).await;
    sleep(SHORT / 3).await;
    let mut second = say(running.address, WHOLE).await;
    let mut byte = [0];
    assert!(tokio::time::timeout(SHORT, second.read_exact(&mut byte)).await.is_err());
    drop(first);
    tokio::time::timeout(LONG, second.read_exact(&mut byte)).await.unwrap().unwrap();
}
