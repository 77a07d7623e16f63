//! Files of 10 MB, eight at once, from a merchant's form into the S3 server, hashed and sealed on their way; beside a bare
//! PUT of as many bytes to the same server by the same client library, and with what memory, in a process of its own.
//! It fails where a file is made on the way; where the machine is slow a line says that a figure falls short.
#![allow(clippy::expect_used, clippy::panic, reason = "a bench ends by panicking")]
#![allow(clippy::cast_precision_loss, reason = "megabytes are told")]

use futures::future::join_all;
use services::ports::{Blobs as _, Clock as _, S3Blobs, SystemClock};
use std::{
    process::{Command, Stdio},
    time::{Duration, Instant},
};
use tests::{
    binary::Running,
    browser::Browser,
    builders::{MerchantBuilder, PASSWORD, faulty::jpeg_of},
    figures::{claim, median, memory, traced},
    wire::{FileForm, Wire},
    world::World,
};

/// Bytes of a file.
const SIZE: usize = 10_000_000;
/// Files under way at once.
const AT_ONCE: usize = 8;
/// What each sender sends in a round, one after the other.
const PAPERS: [&str; 2] = ["business_licence", "representative_id_front"];
/// Rounds of everything, of which the median is told.
const ROUNDS: usize = 5;
/// Where in a photograph of that size a comment stands that may say anything.
const COMMENT: std::ops::Range<usize> = 100..108;

fn main() {
    tokio::runtime::Runtime::new().expect("a runtime").block_on(measure());
}

/// Somebody who sends papers.
struct Sender<'w> {
    merchant: MerchantBuilder<'w>,
    browser: Browser,
}

async fn measure() {
    let world = World::new().await;
    with_the_clock(&world);
    let harbour = world.tenant("harbour").await;
    // What would be made in the way of a temporary file is made here.
    let temporary = tempfile::tempdir().expect("a folder");
    let folder = temporary.path().to_str().expect("its name");
    let running = Running::start(&world, tests::binary::free_port(), &[("TMPDIR", folder)]).await;
    let mut senders = Vec::new();
    for number in 0..AT_ONCE {
        let merchant = harbour.merchant(&format!("owner{number}@haifeng.example")).await;
        with_the_clock(&world);
        let browser = world.browser_at(&running.base_url);
        let fields = [("email", merchant.owner.email.as_str()), ("password", PASSWORD), ("to", "/account")];
        assert_eq!(browser.post("/account/sign-in", &fields).await.status, 303);
        senders.push(Sender { merchant, browser });
    }
    let bare = S3Blobs::new(&world.given().blobs);
    let mut stamp = 0_u64;
    // What is made once, with the first file, isn't the upload's.
    send_all(&running, &senders, 20_000, &mut stamp).await;

    let (mut program, mut floor, mut memories) = (vec![], vec![], vec![]);
    for _ in 0..ROUNDS {
        let before = forget_the_most(&running);
        program.push(send_all(&running, &senders, SIZE, &mut stamp).await);
        let most = memory_of(&running, "VmHWM");
        memories.push(most.saturating_sub(before) as f64 / 1024.0 / AT_ONCE as f64);
        with_the_clock(&world);
        world.run_jobs().await;
        floor.push(put_all(&bare).await);
    }
    let made = makes_a_file(&running, &senders, &mut stamp).await;
    let left = std::fs::read_dir(temporary.path()).expect("the folder").count();
    told(&program, &floor, &memories);
    assert!(made.is_empty() && left == 0, "files are made on the way: {made:?}, {left} left");
    println!("{}", claim(true, "upload, no temporary file", "none is made"));
    world.allow_jobs();
}

/// Sets the world's clock to this machine's, by which a process of its own goes.
fn with_the_clock(world: &World) {
    world.clock.advance(SystemClock.now() - world.services.now());
}

/// Every sender sends its papers; megabytes a second.
async fn send_all(running: &Running, senders: &[Sender<'_>], size: usize, stamp: &mut u64) -> f64 {
    let mut sent = Vec::new();
    for sender in senders {
        let page = sender.browser.get(&sender.merchant.at("/papers")).await;
        let mut forms = Vec::new();
        for paper in PAPERS {
            *stamp += 1;
            let mut bytes = jpeg_of(size);
            // The same bytes twice wouldn't be taken.
            bytes.get_mut(COMMENT).expect("a comment").copy_from_slice(format!("{stamp:08}").as_bytes());
            let sends = |form: &tests::forms::Form| form.fields.contains(&("paper".into(), paper.into()));
            let form = page.forms().into_iter().find(sends).expect("a form for the paper");
            let fields: Vec<_> =
                form.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            let field = form.asks.first().expect("a field for a file");
            let upload = FileForm::new(&sender.merchant.at("/papers"), &sender.browser.cookies(), &fields);
            let upload = upload.file(field, "paper.jpg", bytes);
            let body = upload.body();
            forms.push((upload.head(Some(body.len())), body));
        }
        sent.push(forms);
    }
    let begun = Instant::now();
    join_all(sent.iter().map(async |forms| {
        for (head, body) in forms {
            let mut wire = Wire::to(&running.base_url).await;
            let _ = wire.send(head).await && wire.send(body).await;
            let reply = wire.reply().await.expect("an answer");
            assert_eq!(reply.status, 303, "{}", reply.text);
        }
    }))
    .await;
    rate(size, begun.elapsed())
}

/// As many bytes by a bare PUT each; megabytes a second.
async fn put_all(bare: &S3Blobs) -> f64 {
    let bytes: bytes::Bytes = jpeg_of(SIZE).into();
    let begun = Instant::now();
    join_all((0..AT_ONCE).map(async |sender| {
        for paper in PAPERS {
            bare.put(&format!("bare/{sender}/{paper}"), bytes.clone()).await.expect("it is put");
        }
    }))
    .await;
    let rate = rate(SIZE, begun.elapsed());
    for sender in 0..AT_ONCE {
        for paper in PAPERS {
            bare.delete(&format!("bare/{sender}/{paper}")).await.expect("it is dropped");
        }
    }
    rate
}

fn rate(size: usize, time: Duration) -> f64 {
    (size * AT_ONCE * PAPERS.len()) as f64 / 1e6 / time.as_secs_f64()
}

/// Kibibytes that the process holds now; from here on the most is counted anew.
fn forget_the_most(running: &Running) -> u64 {
    std::fs::write(format!("/proc/{}/clear_refs", running.id()), "5").expect("its memory is counted anew");
    memory_of(running, "VmRSS")
}

fn memory_of(running: &Running, line: &str) -> u64 {
    let status =
        std::fs::read_to_string(format!("/proc/{}/status", running.id())).expect("the process is there");
    memory::kibibytes(&status, line).expect("its memory")
}

/// The calls by which the process makes files, or opens some to write, while it takes a round of uploads.
async fn makes_a_file(running: &Running, senders: &[Sender<'_>], stamp: &mut u64) -> Vec<String> {
    let trace = tempfile::NamedTempFile::new().expect("a file");
    let mut strace = Command::new("strace")
        .args(["-f", "-q", "-e", "trace=open,openat,openat2,creat,memfd_create,mknod,mknodat,accept4", "-o"])
        .arg(trace.path())
        .args(["-p", &running.id().to_string()])
        .stdin(Stdio::null())
        .spawn()
        .expect("strace runs; server/scripts/toolchain.sh bench installs it");
    let traced_by = |status: &str| status.lines().any(|line| line == format!("TracerPid:\t{}", strace.id()));
    let path = format!("/proc/{}/status", running.id());
    let deadline = Instant::now() + Duration::from_secs(10);
    while !std::fs::read_to_string(&path).is_ok_and(|status| traced_by(&status)) {
        assert!(Instant::now() < deadline, "strace doesn't get hold of the process");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    send_all(running, senders, SIZE, stamp).await;
    // Interrupted it lets go; killed it would hold on to the process it watches.
    let told = Command::new("kill").args(["-INT", &strace.id().to_string()]).status();
    assert!(told.is_ok_and(|status| status.success()), "strace is told to end");
    strace.wait().expect("strace ends");
    let text = std::fs::read_to_string(trace.path()).expect("what it saw");
    assert!(text.contains("accept4("), "the watch sees each connection come");
    traced::written(&text).into_iter().map(str::to_owned).collect()
}

fn told(program: &[f64], floor: &[f64], memories: &[f64]) {
    let ratio = median(program.iter().zip(floor).map(|(program, floor)| program * 100.0 / floor));
    let most = memories.iter().copied().fold(0.0, f64::max);
    println!(
        "  {AT_ONCE} uploads at once: {:.0} MB a second, {ratio:.0} % of a bare PUT’s {:.0}; at most {most:.1} MiB of memory each",
        median(program.iter().copied()),
        median(floor.iter().copied()),
    );
    println!(
        "{}",
        claim(ratio >= 60.0, "upload, at least 60 % of a bare PUT’s rate", &format!("{ratio:.0} %"))
    );
    println!("{}", claim(most <= 16.0, "upload, at most 16 MiB of memory each", &format!("{most:.1} MiB")));
}
