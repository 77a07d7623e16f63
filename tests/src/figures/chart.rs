//! The chart of growth: how long pages take as the number of applications grows.

use super::grouped;
use std::fmt::Write as _;

/// What was measured at one size: milliseconds.
pub struct Point {
    /// At how many.
    pub applications: u64,
    /// 99 of 100 within.
    pub queue: f64,
    /// See [`Self::queue`].
    pub deep: f64,
    /// 95 of 100 within.
    pub search: f64,
    /// 99 of 100 within.
    pub case: f64,
}

const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 300.0;
const LEFT: f64 = 56.0;
const BOTTOM: f64 = 248.0;
const TOP: f64 = 24.0;
/// Where the lines end, and their names stand.
const RIGHT: f64 = 470.0;

/// A line of the chart: its name, its colour and what of a point it shows.
type Line = (&'static str, &'static str, fn(&Point) -> f64);

const LINES: [Line; 4] = [
    ("queue, p99", "#1f6feb", |point| point.queue),
    ("deep queue, p99", "#0f7b6c", |point| point.deep),
    ("case, p99", "#9a6700", |point| point.case),
    ("search, p95", "#a0449c", |point| point.search),
];

/// The chart as SVG, legible on light and on dark.
pub fn svg(points: &[Point]) -> String {
    let top = LINES.iter().flat_map(|(_, _, of)| points.iter().map(of)).fold(1.0, f64::max) * 1.1;
    let x = |at: usize| LEFT + (RIGHT - LEFT) * at as f64 / (points.len().max(2) - 1) as f64;
    let y = |value: f64| BOTTOM - (BOTTOM - TOP) * value / top;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" font-family=\"sans-serif\" font-size=\"13\" \
         role=\"img\" aria-label=\"Milliseconds of a page, by applications\">\n\
         <rect width=\"{WIDTH}\" height=\"{HEIGHT}\" rx=\"8\" fill=\"#ffffff\"/>\n"
    );
    for share in [0.0, 0.25, 0.5, 0.75, 1.0] {
        let (at, value) = (y(top * share), top * share);
        let _ = writeln!(
            svg,
            "<path d=\"M{LEFT} {at:.1}H{RIGHT}\" stroke=\"#d0d7de\"/><text x=\"{:.0}\" y=\"{:.1}\" text-anchor=\"end\" fill=\"#57606a\">{value:.0} ms</text>",
            LEFT - 8.0,
            at + 4.0
        );
    }
    for (at, point) in points.iter().enumerate() {
        let _ = writeln!(
            svg,
            "<text x=\"{:.1}\" y=\"{:.0}\" text-anchor=\"middle\" fill=\"#57606a\">{}</text>",
            x(at),
            BOTTOM + 22.0,
            grouped(point.applications)
        );
    }
    let mut names: Vec<_> =
        LINES.iter().map(|(name, colour, of)| (points.last().map_or(0.0, of), name, colour)).collect();
    names.sort_by(|a, b| b.0.total_cmp(&a.0));
    for (_, colour, of) in LINES {
        let path: Vec<String> = points
            .iter()
            .enumerate()
            .map(|(at, point)| format!("{:.1},{:.1}", x(at), y(of(point))))
            .collect();
        let _ = writeln!(
            svg,
            "<polyline points=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>",
            path.join(" ")
        );
    }
    // Names stand beside their ends, one below the other where ends lie close together.
    let mut below = TOP;
    for (value, name, colour) in names {
        let at = (y(value) + 4.0).max(below);
        below = at + 16.0;
        let _ = writeln!(
            svg,
            "<text x=\"{:.0}\" y=\"{at:.1}\" fill=\"{colour}\">{name} {value:.0} ms</text>",
            RIGHT + 8.0
        );
    }
    let _ = writeln!(
        svg,
        "<text x=\"{LEFT}\" y=\"{:.0}\" fill=\"#57606a\">applications of 100 tenants</text>\n</svg>",
        HEIGHT - 8.0
    );
    svg
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn() -> String {
        let point = |applications, queue| Point { applications, queue, deep: 20.0, search: 9.6, case: 9.5 };
        svg(&[point(10_000, 10.0), point(100_000, 15.0), point(1_000_000, 40.0)])
    }

    #[test]
    fn every_size_and_every_line_is_named() {
        let drawn = drawn();
        for words in [
            "10,000<",
            "100,000<",
            "1,000,000<",
            "queue, p99 40 ms<",
            "search, p95 10 ms<",
            "case, p99 10 ms<",
        ] {
            assert!(drawn.contains(words), "{words}: {drawn}");
        }
        assert_eq!(drawn.matches("<polyline").count(), LINES.len());
    }

    #[test]
    fn what_takes_longest_stands_highest() {
        let drawn = drawn();
        let highest =
            drawn.split("points=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a line");
        let heights: Vec<f64> =
            highest.split(' ').filter_map(|point| point.split_once(',')?.1.parse().ok()).collect();
        assert!(heights.is_sorted_by(|a, b| a > b), "{heights:?}");
        assert!(heights.iter().all(|height| (TOP..=BOTTOM).contains(height)), "{heights:?}");
    }

    #[test]
    fn names_of_lines_that_end_together_stand_apart() {
        let drawn = drawn();
        let at = |name: &str| -> f64 {
            let line = drawn.lines().find(|line| line.contains(name)).expect("a name");
            line.split("y=\"").nth(1).and_then(|rest| rest.split('"').next()?.parse().ok()).expect("a place")
        };
        assert!((at("search, p95") - at("case, p99")).abs() >= 15.9, "{drawn}");
    }
}
