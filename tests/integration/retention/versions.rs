//! A bucket that keeps versions keeps none of what is purged.

use services::ports::{BlobSettings, Blobs as _, S3Blobs};
use std::sync::{Arc, Mutex};
use tests::proxy::{Proxy, Verdict};
use tokio::net::TcpListener;

/// Two versions of an original, one of a picture beside it, and the mark of a deletion.
const LISTING: &[u8] = b"HTTP/1.1 200 OK\r\nContent-Type: application/xml\r\nConnection: close\r\n\r\n\
<?xml version=\"1.0\" encoding=\"UTF-8\"?><ListVersionsResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">\
<Name>papers</Name><Prefix>t/d/v</Prefix><MaxKeys>1000</MaxKeys><IsTruncated>false</IsTruncated>\
<Version><Key>t/d/v</Key><VersionId>one</VersionId><IsLatest>false</IsLatest><Size>1</Size></Version>\
<Version><Key>t/d/v</Key><VersionId>two</VersionId><IsLatest>false</IsLatest><Size>1</Size></Version>\
<Version><Key>t/d/v/1</Key><VersionId>three</VersionId><IsLatest>true</IsLatest><Size>1</Size></Version>\
<DeleteMarker><Key>t/d/v</Key><VersionId>mark</VersionId><IsLatest>true</IsLatest></DeleteMarker>\
</ListVersionsResult>";
const GONE: &[u8] = b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn g01_every_version_and_every_mark_of_a_deletion_is_dropped() {
    let behind = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let dropped = Arc::new(Mutex::new(Vec::new()));
    let judge = {
        let dropped = Arc::clone(&dropped);
        move |piece: &[u8]| {
            let text = String::from_utf8_lossy(piece);
            let line = text.lines().next().unwrap_or_default().to_owned();
            if line.starts_with("DELETE") {
                dropped.lock().expect("a list").push(line);
                return Verdict::Answer(GONE);
            }
            assert!(line.contains("versions") && line.contains("prefix=t%2Fd%2Fv"), "{line}");
            Verdict::Answer(LISTING)
        }
    };
    let to = behind.local_addr().expect("an address").to_string();
    let proxy = Proxy::before(&to, judge).await;
    let blobs = S3Blobs::new(&BlobSettings {
        endpoint: format!("http://{}", proxy.address()),
        bucket: "papers".into(),
        region: "us-east-1".into(),
        access_key_id: "test-key".to_owned().into(),
        secret_access_key: "test-secret".to_owned().into(),
    });
    blobs.purge("t/d/v").await.expect("everything is dropped");
    let mut dropped = dropped.lock().expect("a list").clone();
    dropped.sort();
    let expected = [("/t/d/v/1?", "three"), ("/t/d/v?", "mark"), ("/t/d/v?", "one"), ("/t/d/v?", "two")];
    for (line, (key, version)) in dropped.iter().zip(expected) {
        assert!(line.contains(key) && line.contains(&format!("versionId={version}")), "{dropped:?}");
    }
    assert_eq!(dropped.len(), 4, "{dropped:?}");
}
