//! Lines over an axis of their own, such as tickets on a logarithmic scale, with points marked on them.

use super::{Kind, Series, draw, legend, scale::Scale};
use leptos::prelude::*;

/// A point by its place from the left in thousandths, and its number.
pub type Point = (i64, i64);

/// Lines through points.
#[derive(Clone, Debug)]
#[must_use]
pub struct Curves {
    title: String,
    ticks: Vec<String>,
    top: i64,
    shown: fn(i64) -> String,
    series: Vec<(Series, Vec<Point>)>,
    marks: Vec<(usize, Point, String)>,
}

impl Curves {
    /// Lines by what they show, and how high they are seen: what is above runs out of the frame.
    pub fn new(title: impl Into<String>, top: i64, shown: fn(i64) -> String) -> Self {
        Self { title: title.into(), ticks: Vec::new(), top, shown, series: Vec::new(), marks: Vec::new() }
    }

    /// The labels along the bottom, at equal distances from edge to edge.
    pub fn ticks(mut self, ticks: Vec<String>) -> Self {
        self.ticks = ticks;
        self
    }

    /// One line more; up to six are told apart.
    pub fn line(mut self, name: impl Into<String>, points: Vec<Point>) -> Self {
        let series = Series { name: name.into(), values: Vec::new(), links: Vec::new() };
        self.series.push((series, points));
        self
    }

    /// A point marked on the line just added, with its words for the pointer.
    pub fn mark(mut self, point: Point, words: impl Into<String>) -> Self {
        self.marks.push((self.series.len(), point, words.into()));
        self
    }

    /// The drawing with its legend. The same numbers stand in a table below it, which the page gives.
    pub fn view(self) -> AnyView {
        let scale = Scale::up_to(self.top);
        let lines = self.series.iter().enumerate().map(|(index, (_, points))| {
            view! {
                <polyline
                    class=format!("line series-{}", index + 1)
                    points=seen(points, &scale)
                    vector-effect="non-scaling-stroke"
                ></polyline>
            }
            .into_any()
        });
        let seen = self.marks.iter().filter(|(_, (_, value), _)| *value <= scale.top());
        let marks = seen.map(|(series, (x, value), words)| {
            // A line without length whose ends are round: a dot that isn't stretched with the frame.
            let path = format!("M{x} {}h0", 1000 - scale.height(*value));
            view! {
                <path class=format!("mark series-{series}") d=path vector-effect="non-scaling-stroke">
                    <title>{words.clone()}</title>
                </path>
            }
            .into_any()
        });
        let drawing = draw::frame(&scale, lines.chain(marks).collect());
        let up: Vec<_> =
            scale.ticks().into_iter().rev().map(|tick| view! { <span>{(self.shown)(tick)}</span> }).collect();
        let along: Vec<_> = self.ticks.into_iter().map(|tick| view! { <span>{tick}</span> }).collect();
        let names: Vec<Series> = self.series.into_iter().map(|(series, _)| series).collect();
        view! {
            <figure class="chart">
                <figcaption>{self.title}</figcaption>
                {legend(Kind::Line, &names)}
                <div class="chart-frame" aria-hidden="true">
                    <div class="chart-up">{up}</div>
                    {drawing}
                    <div class="chart-across ends">{along}</div>
                </div>
            </figure>
        }
        .into_any()
    }
}

/// The points of a line that are seen, and the one on each side where it leaves the frame.
fn seen(points: &[Point], scale: &Scale) -> String {
    let inside = |index: usize| points.get(index).is_some_and(|(_, value)| *value <= scale.top());
    let kept = points
        .iter()
        .enumerate()
        .filter(|(index, _)| inside(*index) || inside(index + 1) || index.checked_sub(1).is_some_and(inside));
    let written: Vec<String> =
        kept.map(|(_, (x, value))| format!("{x},{}", 1000 - scale.height(*value))).collect();
    written.join(" ")
}

#[cfg(test)]
mod tests {
    use super::{Scale, seen};

    #[test]
    fn what_is_too_high_runs_out_of_the_frame() {
        let scale = Scale::up_to(100);
        let points = [(0, 900), (100, 400), (200, 100), (300, 50), (1000, 0)];
        assert_eq!(seen(&points, &scale), "100,0 200,0 300,500 1000,1000");
        assert_eq!(seen(&[], &scale), "");
    }
}
