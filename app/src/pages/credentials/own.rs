//! A merchant's own credentials: those for the sandbox and those for real payments apart.

use super::{Line, mode};
use crate::ui::{Banner, Button, Column, Empty, Icon, Table, Tone, format, layout};
use crate::{Frame, Page};
use domain::credentials::{Environment, life::LifeKind};
use leptos::prelude::*;

/// The reader's merchants and their credentials.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// The newest first.
    pub credentials: Vec<Line>,
    /// Whether the reader may make, draw, replace and revoke.
    pub manage: bool,
    /// For which environments the reader may make a key now.
    pub open: Vec<Environment>,
    /// Whether the reader has more than one merchant.
    pub several: bool,
    /// Where the API's own description lies.
    pub description: String,
    /// How `curl` asks who it is: the environment, and the command with the reader's own key's beginning.
    pub examples: Vec<(Environment, String)>,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let title = frame.t("credentials-title");
    // Nothing but test keys, and nothing else to be had: then all of it is test mode.
    let live = model.open.contains(&Environment::Live);
    let only_test = !live && model.credentials.iter().all(|line| line.environment == Environment::Test);
    let framed = Frame { test: only_test, ..frame.clone() };
    Page::new(title.clone(), || {
        let frame = &framed;
        let make = (!model.open.is_empty()).then(|| {
            Button::primary(frame.t("credentials-create"))
                .link(frame.at("/credentials/new"))
                .icon(Icon::Plus)
                .view()
        });
        layout::desk(
            frame,
            view! {
                <div class="between"><h1>{title}</h1>{make}</div>
                <p class="measure">{frame.t("credentials-text")}</p>
                {section(frame, model, Environment::Test)}
                {section(frame, model, Environment::Live)}
                {attempt(frame, model)}
            },
        )
    })
}

fn section(frame: &Frame, model: &Model, environment: Environment) -> AnyView {
    let lines: Vec<&Line> = model.credentials.iter().filter(|line| line.environment == environment).collect();
    let word = environment.word();
    let open = model.open.contains(&environment);
    let early = (model.manage && !open && lines.iter().all(|line| line.is_over())).then(|| {
        Banner::new(Tone::Waiting, frame.t(&format!("credentials-early-{word}")))
            .text(frame.t(&format!("credentials-early-{word}-text")))
            .view()
    });
    let table = (open || !lines.is_empty()).then(|| table(frame, model, environment, &lines).view());
    view! {
        <section class="flow">
            <h2>{frame.t(&format!("credentials-section-{word}"))}</h2>
            {mode::strip(frame, environment)}
            {early}
            {table}
        </section>
    }
    .into_any()
}

fn table(frame: &Frame, model: &Model, environment: Environment, lines: &[&Line]) -> Table {
    let word = environment.word();
    let mut table = Table::new(frame.t(&format!("credentials-section-{word}")))
        .column(Column::new(frame.t("credentials-label")));
    if model.several {
        table = table.column(Column::new(frame.t("credentials-merchant")).wide());
    }
    table = table
        .column(Column::new(frame.t("credentials-secret")))
        .column(Column::new(frame.t("credentials-state")))
        .column(Column::new(frame.t("credentials-used")))
        .column(Column::new(frame.t("credentials-networks")))
        .column(Column::new(frame.t("credentials-created")).numeric())
        .column(Column::new(frame.t("credentials-act")).quiet())
        .empty(Empty::new(Icon::Key, frame.t("credentials-none")).text(frame.t("credentials-none-text")));
    for line in lines {
        let mut cells = vec![line.label.clone().into_any()];
        if model.several {
            cells.push(line.whose(frame));
        }
        cells.extend([
            line.shown(),
            line.standing(frame),
            line.used(frame),
            line.fence(frame),
            format::day_of(frame, line.created_at).into_any(),
            acts(frame, model, line),
        ]);
        table = table.row(cells);
    }
    table
}

fn acts(frame: &Frame, model: &Model, line: &Line) -> AnyView {
    if !model.manage || line.is_over() {
        return ().into_any();
    }
    let base = frame.at(&format!("/credentials/{}", line.id));
    let draw = (line.state == LifeKind::Undrawn).then(|| {
        Button::secondary(frame.t("credentials-draw"))
            .post(format!("{base}/draw"))
            .about(line.label.clone())
            .small()
            .view()
    });
    let link = |key: &str, path: &str| {
        Button::quiet(frame.t(key)).link(format!("{base}/{path}")).about(line.label.clone()).small().view()
    };
    let rotate = (line.state == LifeKind::Active).then(|| link("credentials-rotate", "rotate"));
    view! {
        <div class="cluster">
            {draw}
            {rotate}
            {link("credentials-fence", "networks")}
            {link("credentials-revoke", "revoke")}
        </div>
    }
    .into_any()
}

/// How to try a key, with the reader's own key's beginning filled in.
fn attempt(frame: &Frame, model: &Model) -> AnyView {
    let examples: Vec<_> = model
        .examples
        .iter()
        .map(|(environment, command)| {
            view! {
                {mode::word(frame, *environment)}
                <pre class="code-block" tabindex="0"><code>{command.clone()}</code></pre>
            }
        })
        .collect();
    view! {
        <section class="flow">
            <h2>{frame.t("credentials-try")}</h2>
            <p class="measure">{frame.t("credentials-try-text")}</p>
            {examples}
            <p><a href=model.description.clone()>{frame.t("credentials-description")}</a></p>
        </section>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Lang;
    use time::macros::datetime;

    fn line(environment: Environment, state: LifeKind) -> Line {
        Line {
            id: "k1".into(),
            merchant: String::new(),
            number: String::new(),
            environment,
            label: "收银台".into(),
            tail: Some("aZ09".into()),
            state,
            until: Some(datetime!(2026-12-04 02:00 UTC)),
            created_by: "lin@haifeng.example".into(),
            created_at: datetime!(2026-11-27 02:00 UTC),
            last_used: None,
            networks: vec!["203.0.113.0/24".into()],
            reason: Some("right_ended".into()),
        }
    }

    fn body(credentials: Vec<Line>, live: bool) -> String {
        let open = if live { Environment::ALL.to_vec() } else { vec![Environment::Test] };
        let model = Model { credentials, manage: true, open, ..Model::default() };
        Lang::ALL.map(|lang| page(&Frame::bare(lang), &model).body).concat()
    }

    #[test]
    fn test_and_live_differ_in_word_colour_and_icon() {
        let both = body(
            vec![line(Environment::Test, LifeKind::Active), line(Environment::Live, LifeKind::Active)],
            true,
        );
        assert!(both.contains("class=\"mode test\"") && both.contains("class=\"mode live\""), "{both}");
        assert!(both.contains("gw_test_…aZ09") && both.contains("gw_live_…aZ09"), "{both}");
        assert!(!both.contains("test-band"), "both are there: the strips tell them apart");
        let test = body(vec![line(Environment::Test, LifeKind::Active)], false);
        assert!(test.contains("test-band"), "nothing but test keys");
    }

    #[test]
    fn every_state_has_words_and_its_acts() {
        for state in LifeKind::ALL {
            let html = body(vec![line(Environment::Live, *state)], true);
            assert!(!html.contains("credentials-"), "a key without words: {html}");
            assert_eq!(html.contains("/k1/draw"), *state == LifeKind::Undrawn, "{state}");
            assert_eq!(html.contains("/k1/rotate"), *state == LifeKind::Active, "{state}");
            let over = matches!(state, LifeKind::Revoked | LifeKind::Expired);
            assert_eq!(html.contains("/k1/revoke"), !over, "{state}");
        }
    }
}
