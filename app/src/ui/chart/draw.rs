//! The drawings. The space is 1000 by 1000 and is stretched to its frame; lines keep their width.

use super::Series;
use super::scale::Scale;
use leptos::prelude::*;

const ACROSS: i64 = 1000;

fn count(len: usize) -> i64 {
    i64::try_from(len).unwrap_or(i64::MAX)
}

pub(super) fn frame(scale: &Scale, shapes: Vec<AnyView>) -> AnyView {
    let rules: Vec<_> = (0..=scale.steps())
        .map(|at| {
            let y = (1000 - at * 1000 / scale.steps()).to_string();
            view! { <line class="rule" x1="0" x2="1000" y1=y.clone() y2=y vector-effect="non-scaling-stroke"></line> }
        })
        .collect();
    view! {
        <svg class="chart-drawing" viewBox="0 0 1000 1000" preserveAspectRatio="none" focusable="false">
            {rules}
            {shapes}
        </svg>
    }
    .into_any()
}

/// The points of a line through its numbers, from edge to edge.
pub(super) fn points(values: &[i64], labels: usize, scale: &Scale) -> String {
    let gaps = (count(labels) - 1).max(1);
    let points: Vec<String> = (0..)
        .zip(values)
        .map(|(at, value): (i64, &i64)| format!("{},{}", at * ACROSS / gaps, 1000 - scale.height(*value)))
        .collect();
    points.join(" ")
}

pub(super) fn lines(series: &[Series], labels: usize, scale: &Scale) -> AnyView {
    let lines = series
        .iter()
        .enumerate()
        .map(|(index, series)| {
            view! {
                <polyline
                    class=format!("line series-{}", index + 1)
                    points=points(&series.values, labels, scale)
                    vector-effect="non-scaling-stroke"
                ></polyline>
            }
            .into_any()
        })
        .collect();
    frame(scale, lines)
}

/// One bar from `bottom` up, with its words for the pointer.
fn bar(index: usize, x: i64, width: i64, bottom: i64, height: i64, words: String) -> AnyView {
    view! {
        <rect
            class=format!("bar series-{}", index + 1)
            x=x.to_string()
            y=(1000 - bottom - height).to_string()
            width=width.max(1).to_string()
            height=height.to_string()
        >
            <title>{words}</title>
        </rect>
    }
    .into_any()
}

pub(super) fn bars(series: &[Series], labels: &[String], scale: &Scale, shown: fn(i64) -> String) -> AnyView {
    let place = ACROSS / count(labels.len()).max(1);
    // Three tenths of a place are air.
    let width = place * 7 / 10 / count(series.len()).max(1);
    let mut shapes = Vec::new();
    for (at, label) in (0..).zip(labels) {
        for (index, one) in series.iter().enumerate() {
            let Some(value) = usize::try_from(at).ok().and_then(|at| one.values.get(at)) else { continue };
            let x = place * at + place * 3 / 20 + width * count(index);
            let words = format!("{label} · {} · {}", one.name, shown(*value));
            shapes.push(bar(index, x, width, 0, scale.height(*value), words));
        }
    }
    frame(scale, shapes)
}

pub(super) fn stacked(
    series: &[Series],
    labels: &[String],
    scale: &Scale,
    shown: fn(i64) -> String,
) -> AnyView {
    let place = ACROSS / count(labels.len()).max(1);
    let mut shapes = Vec::new();
    for (at, label) in (0..).zip(labels) {
        let mut sum: i64 = 0;
        for (index, one) in series.iter().enumerate() {
            let Some(value) = usize::try_from(at).ok().and_then(|at| one.values.get(at)) else { continue };
            let bottom = scale.height(sum);
            sum = sum.saturating_add((*value).max(0));
            let words = format!("{label} · {} · {}", one.name, shown(*value));
            let x = place * at + place * 3 / 20;
            shapes.push(bar(index, x, place * 7 / 10, bottom, scale.height(sum) - bottom, words));
        }
    }
    frame(scale, shapes)
}
