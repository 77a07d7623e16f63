//! Every route, tried by everybody: anonymous, in the wrong role, from another merchant of the same tenant, from
//! another tenant, and by those whose it is. `routes/table.txt` says what each of them gets.

pub(crate) mod actors;
mod alike;
mod bodies;
pub(crate) mod events;
mod extras;
mod headers;
mod origins;
mod places;
pub(crate) mod scan;
pub(crate) mod stage;
mod table;

use actors::Who;
use places::Places;
use reqwest::Method;
use stage::Stage;
use std::collections::BTreeSet;
use table::{Cell, Row};
use tests::world::World;

/// The pages that some of these people may look at, by the table, with the real things in their paths.
pub(crate) async fn pages_of(stage: &Stage<'_>, people: &[Who]) -> Vec<(Who, String)> {
    let places = Places::real(stage).await;
    let rows = table::rows().into_iter().filter(|row| row.method == "GET");
    rows.flat_map(|row| {
        let path = places.path(&row.route);
        let may =
            Who::ALL.into_iter().zip(row.cells).filter(|(who, cell)| people.contains(who) && cell.may());
        may.map(|(who, _)| (who, path.clone())).collect::<Vec<_>>()
    })
    .collect()
}

/// Every form of somebody who may send it, about to be sent this often.
pub(crate) async fn posts(stage: &Stage<'_>, times: usize) -> Vec<reqwest::RequestBuilder> {
    let (places, mut all) = (Places::real(stage).await, Vec::new());
    let rows: Vec<_> = table::rows().into_iter().filter(|row| row.method == "POST").collect();
    for row in std::iter::repeat_n(&rows, times).flatten() {
        let may = Who::ALL.into_iter().zip(&row.cells).find(|(_, cell)| cell.may());
        let Some((who, _)) = may else { continue };
        let (browser, path) = (&stage.people[&who], places.path(&row.route));
        all.push(bodies::request(stage, browser, &row.route, &path).await);
    }
    all
}

/// Everybody's look at one route.
struct Tried {
    cells: Vec<Cell>,
    /// Tables in which something moved though nobody might move it.
    moved: Vec<String>,
}

async fn get(stage: &Stage<'_>, path: &str, who: Who) -> Cell {
    let browser = &stage.people[&who];
    Cell::of("GET", &browser.send(browser.request(Method::GET, path)).await)
}

async fn try_gets(stage: &Stage<'_>, path: &str) -> Tried {
    let mut cells = Vec::new();
    for who in Who::ALL {
        cells.push(get(stage, path, who).await);
    }
    Tried { cells, moved: Vec::new() }
}

/// Posts for those who may not, or for those who may.
async fn try_posts(stage: &Stage<'_>, row: &Row, path: &str, may: bool) -> Vec<Cell> {
    let mut cells = Vec::new();
    for (who, wanted) in Who::ALL.into_iter().zip(&row.cells) {
        if (wanted.may() || row.is_link()) == may {
            let answer = bodies::post(stage, &stage.people[&who], &row.route, path).await;
            cells.push(Cell::of("POST", &answer));
        } else {
            cells.push(*wanted);
        }
    }
    cells
}

/// Those who may not, row after row: their answers, and the tables in which something moved though nothing may.
async fn try_what_is_not_theirs(stage: &Stage<'_>, rows: &[Row], places: &Places) -> Vec<String> {
    let database = &stage.harbour.world.database;
    let mut before = crate::still::digests(database).await;
    let mut wrong = Vec::new();
    for row in rows.iter().filter(|row| row.method == "POST") {
        let cells = try_posts(stage, row, &places.path(&row.route), false).await;
        let after = crate::still::digests(database).await;
        wrong.extend(differing(row, Tried { cells, moved: crate::still::moved(&before, &after) }));
        before = after;
    }
    wrong
}

/// Those who may, row after row; what moves is theirs to move.
async fn try_what_is_theirs(stage: &Stage<'_>, rows: &[Row], places: &Places) -> Vec<String> {
    let mut wrong = Vec::new();
    for row in rows.iter().filter(|row| row.method == "POST") {
        let cells = try_posts(stage, row, &places.path(&row.route), true).await;
        wrong.extend(differing(row, Tried { cells, moved: Vec::new() }));
        stage.harbour.world.run_jobs().await;
    }
    wrong
}

/// What differs between a row and what was found.
fn differing(row: &Row, tried: Tried) -> Option<String> {
    let found = Row { cells: tried.cells, ..row.clone() };
    let differs = found.cells != row.cells;
    (differs || !tried.moved.is_empty())
        .then(|| format!("wanted {row}\n found {found}\n moved {:?}", tried.moved))
}

#[test]
fn t01_every_route_has_its_row_and_every_row_its_route() {
    let routes = scan::routes();
    let rows: Vec<_> = table::rows().iter().map(Row::route).collect();
    let named: BTreeSet<_> = rows.iter().cloned().collect();
    assert_eq!(rows.len(), named.len(), "a route stands twice in the table");
    let missing: Vec<_> = routes.difference(&named).collect();
    assert!(missing.is_empty(), "routes without a row in routes/table.txt: {missing:?}");
    let gone: Vec<_> = named.difference(&routes).collect();
    assert!(gone.is_empty(), "rows of routes/table.txt that name no route: {gone:?}");
    assert!(routes.len() > 90, "the scan finds only {} routes", routes.len());
}

/// Words of an address that are names, not ids: of tenants, kinds of things, pages of a paper.
const NAMES: [&str; 8] =
    ["{slug}", "{tenant}", "{code}", "{item}", "{channel}", "{environment}", "{sheet}", "{wallet}"];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn t04_nothing_in_an_address_can_be_counted_up() {
    let world = World::new().await;
    let stage = Box::pin(Stage::set(&world)).await;
    let places = Places::real(&stage).await;
    let mut ids = BTreeSet::new();
    for row in table::rows() {
        let path = places.path(&row.route);
        for (word, name) in path.split('/').zip(row.route.split('/')) {
            // A page of a paper and a picture of it are told by their number below the paper's id.
            let number = ["{page}", "{number}", "{file}"].contains(&name);
            if !name.starts_with('{') || NAMES.contains(&name) || number {
                continue;
            }
            let random = uuid::Uuid::parse_str(word).is_ok_and(|id| matches!(id.get_version_num(), 4 | 7));
            assert!(random || word.len() >= 43, "{} {word}", row.route);
            ids.insert(word.to_owned());
        }
    }
    assert!(ids.len() > 15, "{ids:?}");
    world.allow_jobs();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn t01_everybody_gets_what_the_table_says() {
    let world = World::new().await;
    let stage = Box::pin(Stage::set(&world)).await;
    let places = Places::real(&stage).await;
    let rows = table::rows();
    let mut wrong = Vec::new();
    // First everybody looks, then those try who may not, last of all those who may, in the table's order.
    for row in rows.iter().filter(|row| row.method == "GET") {
        wrong.extend(differing(row, try_gets(&stage, &places.path(&row.route)).await));
    }
    wrong.extend(try_what_is_not_theirs(&stage, &rows, &places).await);
    wrong.extend(try_what_is_theirs(&stage, &rows, &places).await);
    assert!(wrong.is_empty(), "{}\n{}", table::head(), wrong.join("\n"));
}
