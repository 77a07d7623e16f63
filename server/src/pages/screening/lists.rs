//! `/t/{slug}/console/screening`: the lists, and a file looked at before it counts.

use crate::web::{
    Fault, PageResult, Visit,
    csv::{self, Holds},
    files, forms,
};
use app::{
    pages::screening::{
        file as page_of_file,
        lists::{self as page, PATH},
    },
    pages::sheets::SCREENING,
    ui::FormState,
};
use axum::{
    Form,
    extract::{Multipart, Path},
    http::StatusCode,
};
use domain::{
    ListFileId,
    screening::lists::{Headings, Refused, Source},
};
use services::{
    ServiceError,
    screening::{self, File, Import, List, LookAt, Overview},
};

/// `GET /t/{slug}/console/screening`
pub(super) async fn show(visit: Visit) -> PageResult {
    visit.signed_in()?;
    let overview = screening::overview(&visit.app.services, &visit.actor).await?;
    Ok(visit.page(page::page(&visit.frame, &model(overview))))
}

/// `GET /t/{slug}/console/screening.csv`: the files of the lists as a file.
pub(super) async fn csv(visit: Visit) -> PageResult {
    visit.signed_in()?;
    let overview = screening::overview(&visit.app.services, &visit.actor).await?;
    csv::whole(visit, &SCREENING, Holds::Persons, model(overview).files).await
}

fn model(overview: Overview) -> page::Model {
    let named = |list: &File| {
        let mut lists = overview.lines.iter().filter_map(|line| line.list.as_ref());
        lists.find(|one| one.id == list.list).map(|one| (one.source, one.name.clone()))
    };
    let files = overview.files.iter().filter_map(|file| Some(file_of(file, named(file)?))).collect();
    let list = |line: services::screening::Line| {
        let begun = line.list;
        page::List {
            source: line.source,
            name: begun.as_ref().map(|list| list.name.clone()).unwrap_or_default(),
            current: begun
                .as_ref()
                .and_then(|list| list.current)
                .map(|current| (current.dated, current.entries)),
            begun: begun.map(|list: List| (list.id.to_string(), list.meaning)),
        }
    };
    page::Model { files, lists: overview.lines.into_iter().map(list).collect(), ..page::Model::default() }
}

fn file_of(file: &File, list: (Source, String)) -> page::File {
    page::File {
        id: file.id.to_string(),
        list,
        dated: file.dated,
        entries: file.entries,
        by: file.imported_by.clone(),
        at: file.imported_at,
        confirmed: match (file.confirmed_at, file.dropped_at) {
            (Some(_), _) => Some(true),
            (_, Some(_)) => Some(false),
            _ => None,
        },
    }
}

/// `POST /t/{slug}/console/screening`
pub(super) async fn import(visit: Visit, mut form: Multipart) -> PageResult {
    visit.signed_in()?;
    // Who may not is told so before a byte of the file is read.
    screening::may_manage(&visit.actor)?;
    let (input, typed) = sent(&mut form).await?;
    let taken = screening::import(&visit.app.services, &visit.actor, input).await;
    let (typed, faults) = match forms::again(taken, typed.clone())? {
        Ok(Ok(file)) => return Ok(visit.see_other(&visit.frame.at(&format!("{PATH}/files/{file}")))),
        Ok(Err(Refused::Lines(faults))) => (refused(typed, "screening-refused-lines", None), faults),
        Ok(Err(Refused::Column(column))) => {
            (refused(typed, "screening-refused-column", Some(column)), vec![])
        }
        Ok(Err(Refused::Empty)) => (refused(typed, "screening-refused-empty", None), vec![]),
        Ok(Err(Refused::NotText)) => (refused(typed, "screening-refused-not-text", None), vec![]),
        Ok(Err(Refused::TooMany)) => (refused(typed, "screening-refused-too-many", None), vec![]),
        Err(form) => (form, vec![]),
    };
    let overview = screening::overview(&visit.app.services, &visit.actor).await?;
    let model = page::Model { form: typed, faults, ..model(overview) };
    Ok(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, page::page(&visit.frame, &model)))
}

fn refused(mut typed: FormState, key: &str, column: Option<String>) -> FormState {
    let args = column.map(|column| ("column", column)).into_iter().collect();
    typed.add(app::ui::FieldError { field: "file".into(), key: key.into(), args });
    typed
}

async fn sent(form: &mut Multipart) -> Result<(Import, FormState), Fault> {
    let (mut input, mut pairs) = (Import::default(), Vec::new());
    while let Some(part) = form.next_field().await.map_err(|error| files::broken(&error))? {
        let name = part.name().unwrap_or_default().to_owned();
        let bytes = part.bytes().await.map_err(|error| files::broken(&error))?.to_vec();
        match name.as_str() {
            "file" => input.file = bytes,
            "second" => input.second = Some(bytes).filter(|bytes| !bytes.is_empty()),
            _ => {
                let value = String::from_utf8(bytes).map_err(|_| Fault::bad_request())?;
                pairs.push((name, value));
            }
        }
    }
    let typed = FormState::sent(pairs);
    let value = |name: &str| typed.value(name).to_owned();
    input.source = value("source");
    input.name = value("name");
    input.dated = value("dated");
    input.headings = Headings {
        name: value("heading_name"),
        aliases: value("heading_aliases"),
        reference: value("heading_reference"),
        number: value("heading_number"),
        birth: value("heading_birth"),
    };
    Ok((input, typed))
}

type At = Path<(String, String)>;

fn file_id(id: &str) -> Result<ListFileId, Fault> {
    id.parse().map_err(|_| ServiceError::NotFound.into())
}

/// `GET /t/{slug}/console/screening/files/{edition}`
pub(super) async fn look_at(visit: Visit, Path((_, id)): At) -> PageResult {
    visit.signed_in()?;
    let found = screening::look_at(&visit.app.services, &visit.actor, file_id(&id)?).await?;
    Ok(visit.page(page_of_file::page(&visit.frame, &beside(found))))
}

fn beside(found: LookAt) -> page_of_file::Model {
    page_of_file::Model {
        file: file_of(&found.file, (found.list.source, found.list.name)),
        counts: found.counts,
        added: found.added,
        removed: found.removed,
        changed: found.changed,
    }
}

/// `POST /t/{slug}/console/screening/files/{edition}/confirm`
pub(super) async fn confirm(visit: Visit, Path((_, id)): At) -> PageResult {
    visit.signed_in()?;
    screening::confirm(&visit.app.services, &visit.actor, file_id(&id)?).await?;
    Ok(visit.see_other_saying(&visit.frame.at(PATH), "list-confirmed"))
}

/// `POST /t/{slug}/console/screening/files/{edition}/drop`
pub(super) async fn discard(visit: Visit, Path((_, id)): At) -> PageResult {
    visit.signed_in()?;
    screening::discard(&visit.app.services, &visit.actor, file_id(&id)?).await?;
    Ok(visit.see_other_saying(&visit.frame.at(PATH), "list-dropped"))
}

/// `POST /t/{slug}/console/screening/lists/{list}`
pub(super) async fn mean(
    visit: Visit,
    Path((_, id)): At,
    Form(pairs): Form<Vec<(String, String)>>,
) -> PageResult {
    visit.signed_in()?;
    screening::may_manage(&visit.actor)?;
    let list = id.parse().map_err(|_| ServiceError::NotFound)?;
    let typed = FormState::sent(pairs);
    let done = screening::mean(&visit.app.services, &visit.actor, list, typed.value("meaning")).await;
    match forms::again(done, FormState::default())? {
        Ok(()) => Ok(visit.see_other_saying(&visit.frame.at(PATH), "saved")),
        Err(form) => {
            let overview = screening::overview(&visit.app.services, &visit.actor).await?;
            let model = page::Model { form, ..model(overview) };
            Ok(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, page::page(&visit.frame, &model)))
        }
    }
}
