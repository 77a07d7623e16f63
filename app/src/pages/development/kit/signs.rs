//! Buttons, badges, banners, empty states, charts, icons.

use super::section;
use crate::Frame;
use crate::ui::{Banner, Button, Chart, Empty, Icon, Tone, badge, external_link, icon, skeleton, spark};
use leptos::prelude::*;

pub(super) fn buttons(frame: &Frame) -> AnyView {
    let submit = || frame.t("development-kit-submit");
    section(
        frame,
        "development-kit-buttons",
        view! {
            <div class="cluster">
                {Button::primary(submit())}
                {Button::secondary(frame.t("common-save"))}
                {Button::danger(frame.t("development-kit-withdraw"))}
                {Button::quiet(frame.t("common-cancel"))}
                {Button::secondary(frame.t("common-download")).icon(Icon::Download).link("#main")}
            </div>
            <div class="cluster">
                {Button::primary(submit()).disabled(true)}
                {Button::primary(submit()).loading(true)}
                {Button::secondary(frame.t("common-save")).disabled(true)}
                {Button::secondary(frame.t("development-kit-claim")).small()}
                {Button::danger(frame.t("common-remove")).small().about("GW-7K3M9QPX")}
            </div>
            {Button::primary(frame.t("development-kit-long-button")).wide()}
            <p>
                <a href="#main">{frame.t("development-kit-why")}</a>
                " · "
                {external_link(frame, "https://example.com/", "example.com")}
            </p>
        },
    )
}

fn tone_key(tone: Tone) -> &'static str {
    match tone {
        Tone::Neutral => "development-kit-neutral",
        Tone::Info => "development-kit-info",
        Tone::Good => "development-kit-good",
        Tone::Waiting => "development-kit-waiting",
        Tone::NeedsYou => "development-kit-needs-you",
        Tone::Wrong => "development-kit-wrong",
    }
}

pub(super) fn tones(frame: &Frame) -> AnyView {
    let badges: Vec<_> = Tone::ALL.into_iter().map(|tone| badge(tone, frame.t(tone_key(tone)))).collect();
    let banners: Vec<_> = Tone::ALL
        .into_iter()
        .map(|tone| {
            let banner = Banner::new(tone, frame.t(tone_key(tone))).text(frame.t("development-kit-sentence"));
            if tone == Tone::NeedsYou {
                banner
                    .point(frame.t("development-kit-point"))
                    .action(Button::secondary(frame.t("common-change")).link("#main"))
                    .view()
            } else {
                banner.view()
            }
        })
        .collect();
    section(frame, "development-kit-tones", view! { <div class="cluster">{badges}</div>{banners} })
}

pub(super) fn empty(frame: &Frame) -> AnyView {
    section(
        frame,
        "development-kit-empty",
        view! {
            {Empty::new(Icon::Search, frame.t("development-kit-empty-title"))
                .text(frame.t("development-kit-empty-text"))
                .action(Button::secondary(frame.t("common-clear")).link("#main"))}
            {skeleton(frame.t("development-kit-loading"), 4)}
        },
    )
}

pub(super) fn charts(frame: &Frame) -> AnyView {
    let days: Vec<String> = (1..=14).map(|day| format!("11-{day:02}")).collect();
    let channels: Vec<String> =
        ["Alipay", "WeChat Pay", "Apple Pay", "Google Pay", "PayPal"].map(str::to_owned).to_vec();
    let good = (1..=14).map(|day| 640 + day * 37 % 290).collect();
    let poor = (1..=14).map(|day| 120 + day * 53 % 160).collect();
    section(
        frame,
        "development-kit-charts",
        view! {
            {Chart::line(frame, frame.t("development-kit-chart-line"))
                .across(frame.t("development-kit-day"), days)
                .series("Alipay", good)
                .series("PayPal", poor)}
            {Chart::bars(frame, frame.t("development-kit-chart-bars"))
                .across(frame.t("development-kit-channel"), channels.clone())
                .series(frame.t("development-kit-amount"), vec![38, 60, 25, 29, 440])}
            {Chart::stacked(frame, frame.t("development-kit-chart-stacked"))
                .across(frame.t("development-kit-channel"), channels)
                .series(frame.t("development-kit-good"), vec![31, 28, 12, 9, 17])
                .series(frame.t("development-kit-waiting"), vec![12, 9, 4, 6, 8])
                .series(frame.t("development-kit-wrong"), vec![3, 5, 0, 2, 1])}
            <p>"1,204 " {spark(frame.t("development-kit-chart-line"), &[3, 5, 4, 8, 7, 9, 12, 11])}</p>
        },
    )
}

pub(super) fn icons(frame: &Frame) -> AnyView {
    let icons: Vec<_> = Icon::ALL
        .into_iter()
        .map(|one| view! { <li>{icon(one)}<code>{format!("{one:?}")}</code></li> })
        .collect();
    section(frame, "development-kit-icons", view! { <ul class="kit-icons">{icons}</ul> })
}
