//! An authenticator in software: one passkey, and what can be wrong with its answers.

use crate::browser::{Answer, Browser};
use aws_lc_rs::{
    rand::SystemRandom,
    signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair as _},
};
use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD as BASE64};
use reqwest::Method;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

/// User present.
const PRESENT: u8 = 0x01;
/// User verified.
const VERIFIED: u8 = 0x04;
/// A new credential's data are in it.
const ATTESTED: u8 = 0x40;

/// A passkey and where it lives.
pub struct Authenticator {
    key: EcdsaKeyPair,
    id: Vec<u8>,
    user: String,
    /// The page that it believes to stand on.
    pub origin: String,
    /// For whom it signs.
    pub party: String,
    /// Whether it looks who its user is.
    pub verifies: bool,
    /// How often it says it has signed.
    pub count: u32,
}

/// A challenge as the browser got it.
#[derive(Clone)]
pub struct Asked {
    /// By which the answer finds it.
    pub challenge: String,
    /// What it asks.
    pub options: Value,
}

/// An answer as a form sends it.
#[derive(Clone)]
pub struct Answered {
    /// The challenge's id.
    pub challenge: String,
    /// The credential as JSON.
    pub credential: String,
}

impl Answered {
    /// As fields of a form, `prefix` before their names.
    pub fn fields(&self, prefix: &str) -> [(String, String); 2] {
        [
            (format!("{prefix}challenge"), self.challenge.clone()),
            (format!("{prefix}credential"), self.credential.clone()),
        ]
    }
}

/// Asks for a challenge, as the page's script does.
pub async fn ask(browser: &Browser, path: &str) -> Asked {
    let answer = browser.send(browser.request(Method::POST, path)).await;
    assert_eq!(answer.status, 200, "{path}: {}", answer.words());
    let asked: Value = serde_json::from_str(&answer.body).expect("a challenge");
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let challenge = asked.get("challenge").and_then(text).expect("its id");
    Asked { challenge, options: asked.get("options").cloned().expect("its options") }
}

/// Adds a passkey to whoever is signed in; gives it, and what the page answered.
pub async fn add(browser: &Browser, origin: &str, name: &str) -> (Authenticator, Answer) {
    let mut made = Authenticator::new(origin);
    let asked = ask(browser, "/account/passkeys/new-challenge").await;
    let [challenge, credential] = made.create(&asked).fields("");
    let fields = [("name", name), ("challenge", &challenge.1), ("credential", &credential.1), ("to", "")];
    let answer = browser.post("/account/passkeys", &fields).await;
    (made, answer)
}

impl Authenticator {
    /// A new one, standing on the pages of an installation.
    pub fn new(origin: &str) -> Self {
        let key = EcdsaKeyPair::generate(&ECDSA_P256_SHA256_ASN1_SIGNING).expect("a key");
        let id = Sha256::digest(key.public_key().as_ref()).to_vec();
        let (origin, party) = (origin.to_owned(), "localhost".to_owned());
        Self { key, id, user: String::new(), origin, party, verifies: true, count: 0 }
    }

    /// Makes its passkey.
    pub fn create(&mut self, asked: &Asked) -> Answered {
        let user = asked.options.pointer("/user/id").and_then(Value::as_str).expect("a user");
        user.clone_into(&mut self.user);
        let mut data = self.data(ATTESTED);
        data.extend([0; 16]);
        data.extend(u16::try_from(self.id.len()).expect("a short id").to_be_bytes());
        data.extend(&self.id);
        data.extend(self.cose());
        // {"fmt": "none", "attStmt": {}, "authData": data}
        let mut object = vec![0xa3, 0x63];
        object.extend(b"fmt");
        object.push(0x64);
        object.extend(b"none");
        object.push(0x67);
        object.extend(b"attStmt");
        object.extend([0xa0, 0x68]);
        object.extend(b"authData");
        object.push(0x59);
        object.extend(u16::try_from(data.len()).expect("short data").to_be_bytes());
        object.extend(data);
        let client = self.client("webauthn.create", asked);
        self.answer(
            asked,
            &json!({
                "clientDataJSON": BASE64.encode(client),
                "attestationObject": BASE64.encode(object),
            }),
        )
    }

    /// Signs a challenge.
    pub fn get(&mut self, asked: &Asked) -> Answered {
        self.count += 1;
        self.sign(asked)
    }

    /// Signs it with the count as it stands.
    pub fn sign(&self, asked: &Asked) -> Answered {
        let client = self.client("webauthn.get", asked);
        let data = self.data(0);
        let signed = [data.as_slice(), Sha256::digest(&client).as_slice()].concat();
        let signature = self.key.sign(&SystemRandom::new(), &signed).expect("a signature");
        self.answer(
            asked,
            &json!({
                "clientDataJSON": BASE64.encode(client),
                "authenticatorData": BASE64.encode(data),
                "signature": BASE64.encode(signature.as_ref()),
                "userHandle": self.user,
            }),
        )
    }

    fn answer(&self, asked: &Asked, response: &Value) -> Answered {
        let id = BASE64.encode(&self.id);
        let credential = json!({
            "id": id, "rawId": id, "type": "public-key", "clientExtensionResults": {}, "response": response,
        });
        Answered { challenge: asked.challenge.clone(), credential: credential.to_string() }
    }

    fn client(&self, kind: &str, asked: &Asked) -> Vec<u8> {
        let challenge = asked.options.get("challenge").cloned().unwrap_or_default();
        let data =
            json!({ "type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": false });
        data.to_string().into_bytes()
    }

    fn data(&self, flags: u8) -> Vec<u8> {
        let verified = if self.verifies { VERIFIED } else { 0 };
        let mut data = Sha256::digest(self.party.as_bytes()).to_vec();
        data.push(PRESENT | verified | flags);
        data.extend(self.count.to_be_bytes());
        data
    }

    /// The public key: {1: 2, 3: -7, -1: 1, -2: x, -3: y}.
    fn cose(&self) -> Vec<u8> {
        let point = self.key.public_key().as_ref();
        let (x, y) = point.get(1..).and_then(|rest| rest.split_at_checked(32)).expect("a point");
        let mut key = vec![0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20];
        key.extend(x);
        key.extend([0x22, 0x58, 0x20]);
        key.extend(y);
        key
    }
}
