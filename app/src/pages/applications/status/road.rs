//! The road: where the application is on it, and what comes next with its usual time.

use super::{Model, words};
use crate::{Frame, ui::steps};
use domain::applications::road::Stage;
use leptos::prelude::*;

fn name(frame: &Frame, stage: Stage) -> String {
    frame.t(&format!("applications-stage-{}", words::dashed(stage.word())))
}

/// The steps with the present one marked; nothing where the road has ended.
pub(super) fn overview(frame: &Frame, model: &Model) -> AnyView {
    let Some(road) = &model.road else { return ().into_any() };
    let names = road.stages.iter().map(|stage| name(frame, *stage)).collect();
    steps(frame, names, road.here)
}

/// The steps that are still to come, each with what happens in it and how long it usually takes.
pub(super) fn ahead(frame: &Frame, model: &Model) -> AnyView {
    let ahead = model.road.as_ref().map(domain::applications::road::Road::ahead).unwrap_or_default();
    if ahead.is_empty() {
        return ().into_any();
    }
    let (least, most) = model.usual_days;
    let days = [("least", least.to_string()), ("most", most.to_string())];
    let lines: Vec<_> = ahead
        .iter()
        .map(|stage| {
            let text = frame.ta(&format!("applications-next-{}", words::dashed(stage.word())), &days);
            view! { <li><strong>{name(frame, *stage)}</strong>{frame.t("common-colon")}{text}</li> }
        })
        .collect();
    view! {
        <h2>{frame.t("applications-next-title")}</h2>
        <ol class="ahead">{lines}</ol>
    }
    .into_any()
}
