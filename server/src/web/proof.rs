//! Acts that demand a fresh proof: the answer is a page that asks for it and carries what was typed; sent from there, the
//! proof is looked at first and the very same form goes on to where it was going. Nothing of it stands in an address.

use super::{
    AppState, Fault,
    fault::FrameSlot,
    forms,
    preferences::own_path,
    router::FORM_LIMIT,
    sessions::{self, NewCookie},
    visit::{self, JustProved},
};
use app::{pages::accounts::factors::prove as page, ui::FormState};
use axum::{
    body::{Body, to_bytes},
    extract::{Form, FromRequest as _, Request, State},
    http::{HeaderValue, Method, StatusCode, header, request::Parts},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use domain::{PersonId, SessionId, TenantId, actor::Person};
use services::{
    ServiceError,
    accounts::factors::{self, KeyAnswer, ProofInput},
};
use std::fmt::Write as _;
use store::accounts::sessions::Standing;
use tower_sessions::Session;

/// What a form says, name by name.
type Pairs = Vec<(String, String)>;

/// What the names of a proof's own fields begin with.
const PROOF: &str = "proof_";

/// Looks at a proof that comes with a form, and asks for one where an act demands it.
pub(super) async fn step_up(State(app): State<AppState>, request: Request, next: Next) -> Response {
    if !is_plain_form(&request) {
        let (parts, body) = request.into_parts();
        let seen = parts.clone();
        let response = next.run(Request::from_parts(parts, body)).await;
        return asked(&app, &seen, &[], response).await;
    }
    let (mut parts, body) = request.into_parts();
    let Ok(bytes) = to_bytes(body, FORM_LIMIT).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    let whole = Request::from_parts(parts.clone(), Body::from(bytes.clone()));
    let Ok(Form(pairs)) = Form::<Pairs>::from_request(whole, &()).await else {
        // What can't be read is the handler's to refuse.
        return next.run(Request::from_parts(parts, Body::from(bytes))).await;
    };
    let (proof, kept): (Pairs, Pairs) = pairs.into_iter().partition(|(name, _)| name.starts_with(PROOF));
    if proof.is_empty() {
        let seen = parts.clone();
        let response = next.run(Request::from_parts(parts, Body::from(bytes))).await;
        return asked(&app, &seen, &kept, response).await;
    }
    let cookie = NewCookie::draw();
    match look(&app, &parts, &proof, &cookie).await {
        Ok(Ok(())) => {}
        Ok(Err(form)) => return ask(&app, &parts, &kept, StatusCode::UNPROCESSABLE_ENTITY, form).await,
        Err(fault) => return fault.into_response(),
    }
    parts.extensions.insert(JustProved);
    let body = encode(&kept);
    parts.headers.insert(header::CONTENT_LENGTH, HeaderValue::from(body.len()));
    let mut response = next.run(Request::from_parts(parts, Body::from(body))).await;
    cookie.put(&app.web, &mut response);
    response
}

fn is_plain_form(request: &Request) -> bool {
    let kind = request.headers().get(header::CONTENT_TYPE).map(HeaderValue::as_bytes).unwrap_or_default();
    request.method() == Method::POST && kind.starts_with(b"application/x-www-form-urlencoded")
}

fn encode(pairs: &[(String, String)]) -> String {
    let mut out = String::new();
    for (name, value) in pairs {
        if !out.is_empty() {
            out.push('&');
        }
        for (part, end) in [(name, "="), (value, "")] {
            for byte in part.bytes() {
                if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~') {
                    out.push(char::from(byte));
                } else {
                    // Writing to a String cannot fail.
                    let _ = write!(out, "%{byte:02X}");
                }
            }
            out.push_str(end);
        }
    }
    out
}

/// Who is signed in, in a session that is whole.
async fn person(parts: &Parts) -> Result<Option<Person>, Fault> {
    let Some(session) = parts.extensions.get::<Session>() else { return Ok(None) };
    let standing = session.get::<Standing>(sessions::STANDING).await?.unwrap_or_default();
    let person = session.get::<PersonId>(sessions::PERSON).await?;
    let row = session.get::<SessionId>(sessions::ROW).await?;
    let (Some(id), Some(session), true) = (person, row, standing.whole) else { return Ok(None) };
    let (staff, members) = (Vec::new(), Vec::new());
    Ok(Some(Person { tenant: TenantId::PLATFORM, id, session, proved: false, staff, members }))
}

/// Whether the proof is one; what is wrong with it where it isn't.
async fn look(
    app: &AppState,
    parts: &Parts,
    proof: &[(String, String)],
    cookie: &NewCookie,
) -> Result<Result<(), FormState>, Fault> {
    let Some(person) = person(parts).await? else { return Err(ServiceError::SignedOut.into()) };
    app.guard.person(person.id)?;
    let value = |name: &str| {
        proof.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone()).unwrap_or_default()
    };
    let credential = value("proof_credential");
    let passkey =
        (!credential.is_empty()).then(|| KeyAnswer { challenge: value("proof_challenge"), credential });
    let input =
        ProofInput { code: value("proof_code").into(), password: value("proof_password").into(), passkey };
    let done = factors::prove(&app.services, &person, &input, &cookie.digest()).await;
    forms::again(done, FormState::default())
}

/// The answer, or the page that asks for a proof where that is all it lacks.
async fn asked(app: &AppState, parts: &Parts, kept: &[(String, String)], response: Response) -> Response {
    if response.extensions().get::<Fault>().is_some_and(Fault::wants_proof) {
        return ask(app, parts, kept, StatusCode::FORBIDDEN, FormState::default()).await;
    }
    response
}

async fn ask(
    app: &AppState,
    parts: &Parts,
    kept: &[(String, String)],
    status: StatusCode,
    form: FormState,
) -> Response {
    match model(app, parts, kept, form).await {
        Ok(model) => {
            let slot = parts.extensions.get::<FrameSlot>().and_then(FrameSlot::get);
            let nobody = domain::Actor::Visitor { tenant: TenantId::PLATFORM };
            let frame = slot.unwrap_or_else(|| visit::frame(app, parts, None, None, &nobody));
            visit::document(status, &frame, page::page(&frame, &model))
        }
        Err(fault) => fault.into_response(),
    }
}

async fn model(
    app: &AppState,
    parts: &Parts,
    kept: &[(String, String)],
    form: FormState,
) -> Result<page::Model, Fault> {
    let person = person(parts).await?.ok_or(ServiceError::SignedOut)?;
    let held = factors::held(&app.services, person.id).await?;
    let path = parts.uri.path_and_query().map_or("/", |path| path.as_str()).to_owned();
    // A page is asked for again by its address; a form goes where it was going, but for what is never shown again.
    let (action, kept) = if parts.method == Method::POST {
        (path, kept.iter().filter(|(name, _)| !name.contains("password")).cloned().collect())
    } else {
        let to = own_path(&path).unwrap_or("/account").to_owned();
        ("/account/prove".to_owned(), vec![("to".to_owned(), to)])
    };
    let passkey = held.passkeys > 0 && app.services.passkeys.exists();
    Ok(page::Model { form, action, kept, code: held.any(), passkey })
}

#[cfg(test)]
mod tests {
    use super::encode;

    #[test]
    fn what_was_typed_is_sent_on_as_it_was() {
        let pairs = [("grounds", "海湾 & 曼\r\n+%"), ("reason", ""), ("reason", "a=b")];
        let pairs = pairs.map(|(name, value)| (name.to_owned(), value.to_owned()));
        assert_eq!(
            encode(&pairs),
            "grounds=%E6%B5%B7%E6%B9%BE%20%26%20%E6%9B%BC%0D%0A%2B%25&reason=&reason=a%3Db"
        );
        assert_eq!(encode(&[]), "");
    }
}
