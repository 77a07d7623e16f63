//! A section's fields, built from the rules alone: a new kind of merchant needs no page of its own.

use super::{consents, words};
use crate::{
    Frame,
    ui::{Button, Choice, Form, FormState, SummaryList, disclosure, live::choices},
};
use domain::{
    applications::{Answer, Field, RuleSet, Section, Values, kinds::iso_date, lists, places},
    channels::Offered,
    identifiers::Kind,
};
use leptos::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// What a section's fields are shown with.
#[derive(Clone, Debug)]
pub struct Fields<'a> {
    /// The rules they come from.
    pub rules: &'a RuleSet,
    /// The section.
    pub section: &'a Section,
    /// The answers as they are saved; sealed ones masked.
    pub saved: &'a Values,
    /// The codes of the fields that may be changed.
    pub open: &'a BTreeSet<String>,
    /// What other sections answer that a field may repeat, by the field's code.
    pub known: &'a BTreeMap<String, Vec<String>>,
    /// What another wrote meanwhile, by the codes of the fields in which it differs: sealed values masked.
    pub theirs: Option<(&'a BTreeSet<String>, &'a Values)>,
}

/// The state of a form that shows what is saved, and what can only be meant where nothing is. Sealed answers stay out
/// of it.
pub fn filled_in(section: &Section, saved: &Values, known: &BTreeMap<String, Vec<String>>) -> FormState {
    let mut state = FormState::default();
    for field in section.fields.iter().filter(|field| !field.sealed) {
        fill(&mut state, field, saved);
        if let (false, Some([only])) =
            (saved.contains_key(&field.code), known.get(&field.code).map(Vec::as_slice))
        {
            state.set(&field.code, only);
        }
    }
    state
}

fn fill(state: &mut FormState, field: &Field, saved: &Values) {
    let value = |input: &str| saved.get(input).map(String::as_str).unwrap_or_default();
    let code = &field.code;
    match &field.answer {
        Answer::Validity => {
            for part in ["from", "until"] {
                let name = format!("{code}_{part}");
                if let Some(day) = iso_date::parse(value(&name)) {
                    state.set_date(&name, day);
                }
            }
            if !value(&format!("{code}_open")).is_empty() {
                state.set_long_term(&format!("{code}_until"));
            }
        }
        Answer::PastDate => {
            if let Some(day) = iso_date::parse(value(code)) {
                state.set_date(code, day);
            }
        }
        Answer::Place => {
            for input in field.inputs() {
                state.set(&input, value(&input));
            }
        }
        Answer::Channels | Answer::Choices(_) => {
            let wanted = value(code).split(',').filter(|word| !word.is_empty()).map(str::to_owned).collect();
            state.set_all(code, wanted);
        }
        Answer::Accept { .. } => {
            if !value(code).is_empty() {
                state.set(code, "yes");
            }
        }
        Answer::Choice(choices) if value(code).is_empty() => {
            // Where there is one answer alone, it is the answer.
            if let [only] = choices.as_slice() {
                state.set(code, &only.code);
            }
        }
        _ => state.set(code, value(code)),
    }
}

impl Fields<'_> {
    /// All fields, runs that belong together under their heading.
    pub fn view(&self, frame: &Frame, form: &Form<'_>) -> AnyView {
        let mut views: Vec<AnyView> = Vec::new();
        let mut group = None;
        for field in &self.section.fields {
            if field.group != group {
                group.clone_from(&field.group);
                if let Some(key) = &group {
                    views.push(view! { <h2 class="group-heading">{frame.t(key)}</h2> }.into_any());
                }
            }
            views.push(self.field(frame, form, field));
        }
        views.into_any()
    }

    fn field(&self, frame: &Frame, form: &Form<'_>, field: &Field) -> AnyView {
        if !self.open.contains(&field.code) {
            let shown = words::answer(frame, field, self.saved);
            return SummaryList::new(frame).row(frame.t(&field.label), shown).view();
        }
        let control = self.control(frame, form, field);
        let why = field.why.as_ref().map(|key| {
            disclosure(frame.t("applications-section-why"), false, view! { <p>{frame.t(key)}</p> })
        });
        let control = view! { {control}{why} }.into_any();
        match self.theirs {
            Some((differing, theirs)) if differing.contains(&field.code) => {
                let theirs = other(frame, field, theirs);
                view! { <div class="clash">{control}{theirs}</div> }.into_any()
            }
            _ => control,
        }
    }

    fn control(&self, frame: &Frame, form: &Form<'_>, field: &Field) -> AnyView {
        let (code, label) = (field.code.as_str(), frame.t(&field.label));
        match &field.answer {
            Answer::LongText { max } => {
                let mut area = form.textarea(code, label).rows(5).maxlength((*max).into());
                if let Some(hint) = self.hint(frame, field) {
                    area = area.hint(hint);
                }
                if field.required { area.view() } else { area.optional().view() }
            }
            Answer::Validity => self.validity(frame, form, field),
            Answer::PastDate => {
                let mut date = form.date(code, label);
                if let Some(hint) = self.hint(frame, field) {
                    date = date.hint(hint);
                }
                if field.required { date.view() } else { date.optional().view() }
            }
            Answer::Choice(choices) => {
                let choices =
                    choices.iter().map(|choice| Choice::new(&choice.code, frame.t(&choice.label))).collect();
                let mut radios = form.radios(code, label, choices);
                if let Some(hint) = self.hint(frame, field) {
                    radios = radios.hint(hint);
                }
                if field.required { radios.view() } else { radios.optional().view() }
            }
            Answer::Choices(choices) => {
                let choices =
                    choices.iter().map(|choice| Choice::new(&choice.code, frame.t(&choice.label))).collect();
                let mut boxes = form.checkboxes(code, label, choices);
                if let Some(hint) = self.hint(frame, field) {
                    boxes = boxes.hint(hint);
                }
                if field.required { boxes.view() } else { boxes.optional().view() }
            }
            Answer::Listed(list) => self.listed(frame, form, field, list),
            Answer::Place => place(frame, form, field),
            Answer::Channels => self.channels(frame, form, field),
            Answer::Accept { text, version } => self.accept(frame, form, field, (text, version)),
            Answer::Text { .. }
            | Answer::Code { .. }
            | Answer::Percent { .. }
            | Answer::ByChoice { .. }
            | Answer::Url
            | Answer::Identifier(_)
            | Answer::Digits { .. }
            | Answer::Phone
            | Answer::Email => self.line(frame, form, field),
        }
    }

    fn line(&self, frame: &Frame, form: &Form<'_>, field: &Field) -> AnyView {
        let mut line = form.text(&field.code, frame.t(&field.label));
        line = match &field.answer {
            Answer::Text { max } => line.maxlength((*max).into()),
            Answer::Identifier(Kind::Cnaps) | Answer::Digits { .. } => line.digits(),
            Answer::Identifier(_) | Answer::Code { .. } | Answer::ByChoice { .. } => line.code(),
            Answer::Percent { .. } => line.inputmode("decimal").short().suffix("%"),
            Answer::Url => line.inputmode("url"),
            Answer::Phone => line.tel(),
            Answer::Email => line.email(),
            _ => line,
        };
        if let Some(token) = field.autocomplete.as_deref().and_then(autocomplete) {
            line = line.autocomplete(token);
        }
        if let Some(hint) = self.hint(frame, field) {
            line = line.hint(hint);
        }
        if let Some(known) = self.known.get(&field.code) {
            line = line.offering(known.clone());
        }
        if field.required { line.view() } else { line.optional().view() }
    }

    fn listed(&self, frame: &Frame, form: &Form<'_>, field: &Field, list: &str) -> AnyView {
        let entries = lists::get(list).map(|list| list.entries.as_slice()).unwrap_or_default();
        let choices = entries.iter().map(|entry| Choice::new(entry.code(), entry.name(frame.lang))).collect();
        let mut select =
            form.select(&field.code, frame.t(&field.label), choices).empty(frame.t("applications-choose"));
        if let Some(hint) = self.hint(frame, field) {
            select = select.hint(hint);
        }
        if field.required { select.view() } else { select.optional().view() }
    }

    fn validity(&self, frame: &Frame, form: &Form<'_>, field: &Field) -> AnyView {
        let what = [("what", frame.t(&field.label))];
        let from = form.date(&format!("{}_from", field.code), frame.ta("applications-validity-from", &what));
        let from = match self.hint(frame, field) {
            Some(hint) => from.hint(hint),
            None => from,
        };
        let until =
            form.date(&format!("{}_until", field.code), frame.ta("applications-validity-until", &what));
        view! {
            {from}
            {until.or_long_term()}
        }
        .into_any()
    }

    fn channels(&self, frame: &Frame, form: &Form<'_>, field: &Field) -> AnyView {
        let choice = |channel: &Offered| {
            let choice = Choice::new(&channel.wallet, words::wallet(frame, &channel.wallet));
            match &channel.note {
                Some(note) => choice.hint(note.get(frame.lang)),
                None => choice,
            }
        };
        let offered = self.rules.channels.iter().filter(|channel| channel.open).map(choice).collect();
        let mut boxes = form.checkboxes(&field.code, frame.t(&field.label), offered);
        if let Some(hint) = self.hint(frame, field) {
            boxes = boxes.hint(hint);
        }
        let closed: Vec<_> = self
            .rules
            .channels
            .iter()
            .filter(|channel| !channel.open)
            .map(|channel| {
                let name = [("channel", words::wallet(frame, &channel.wallet))];
                let note = channel.note.as_ref().map(|note| note.get(frame.lang).to_owned());
                view! { <p class="hint">{frame.ta("applications-start-channel-not-offered", &name)}" "{note}</p> }
            })
            .collect();
        view! {
            {boxes}
            {closed}
        }
        .into_any()
    }

    fn accept(
        &self,
        frame: &Frame,
        form: &Form<'_>,
        field: &Field,
        (name, version): (&str, &str),
    ) -> AnyView {
        let mut tick = form.checkbox(&field.code, frame.t(&field.label));
        if let Some(hint) = self.hint(frame, field) {
            tick = tick.hint(hint);
        }
        view! {
            <section class="card flow agreement">
                <h2>{consents::name(frame, name, version)}</h2>
                {consents::paragraphs(frame, name, version)}
            </section>
            <input type="hidden" name=format!("{}_version", field.code) value=version.to_owned()/>
            {tick}
        }
        .into_any()
    }

    /// The hint of the rules, and of a sealed answer that there is one.
    fn hint(&self, frame: &Frame, field: &Field) -> Option<String> {
        let hint = field.hint.as_ref().map(|key| frame.t(key));
        let masked = self.saved.get(&field.code).filter(|value| field.sealed && !value.is_empty());
        let kept = masked.map(|masked| frame.ta("applications-sealed-kept", &[("masked", masked.clone())]));
        match (hint, kept) {
            (Some(hint), Some(kept)) => Some(format!("{hint} {kept}")),
            (hint, kept) => hint.or(kept),
        }
    }
}

/// A city, and the districts of the one that is chosen. Without a script the second list comes with a button.
fn place(frame: &Frame, form: &Form<'_>, field: &Field) -> AnyView {
    let [city, district] = ["city", "district"].map(|part| format!("{}_{part}", field.code));
    let label = |part: &str| frame.t(&format!("{}-{part}", field.label));
    let cities: Vec<(String, Vec<Choice>)> = places::cn()
        .provinces
        .iter()
        .map(|province| {
            let cities = province.cities().iter().map(|city| {
                let name = if city.is_named() {
                    city.name().to_owned()
                } else {
                    format!("{}{}", province.name(), city.name())
                };
                Choice::new(city.code(), name)
            });
            (province.name().to_owned(), cities.collect())
        })
        .collect();
    let chosen = places::cn().city(form.value(&city));
    let districts: Vec<Choice> =
        chosen.iter().flat_map(|city| city.districts()).map(|(code, name)| Choice::new(code, name)).collect();
    let mut second =
        form.select(&district, label("district"), districts).empty(frame.t("applications-choose")).chinese();
    if chosen.is_none() {
        second = second.hint(frame.t("applications-place-first-city"));
    }
    choices(view! {
        {form.select(&city, label("city"), vec![]).groups(cities).empty(frame.t("applications-choose")).chinese()}
        <p>{Button::quiet(frame.t("applications-section-show-districts")).small().named("then", "choices")}</p>
        {second}
    })
}

/// What the other wrote, and the box that takes it over.
fn other(frame: &Frame, field: &Field, theirs: &Values) -> AnyView {
    let shown = words::answer(frame, field, theirs);
    let label = if shown.is_empty() {
        frame.t("applications-clash-take-empty")
    } else {
        frame.ta("applications-clash-take", &[("value", shown)])
    };
    let id = format!("take-{}", field.code);
    view! {
        <div class="tick">
            <input type="checkbox" id=id.clone() name="take" value=field.code.clone()/>
            <div class="tick-words"><label for=id>{label}</label></div>
        </div>
    }
    .into_any()
}

/// The tokens of HTML's `autocomplete` that the rules may name.
fn autocomplete(word: &str) -> Option<&'static str> {
    const TOKENS: [&str; 12] = [
        "organization",
        "name",
        "family-name",
        "given-name",
        "email",
        "tel",
        "url",
        "postal-code",
        "address-level1",
        "address-level2",
        "address-level3",
        "street-address",
    ];
    TOKENS.into_iter().find(|token| *token == word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{Lang, applications::rules};

    fn values(pairs: &[(&str, &str)]) -> Values {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    fn shown(section: &str, saved: &Values, lang: Lang) -> String {
        let book = rules::load_all().unwrap();
        let set = book.get("CN", "enterprise", "2026-11").unwrap();
        of(set, set.section(section).unwrap(), saved, lang)
    }

    fn of(set: &RuleSet, section: &Section, saved: &Values, lang: Lang) -> String {
        known(set, section, (saved, &BTreeMap::new()), lang)
    }

    fn known(
        set: &RuleSet,
        section: &Section,
        (saved, known): (&Values, &BTreeMap<String, Vec<String>>),
        lang: Lang,
    ) -> String {
        let open = section.fields.iter().map(|field| field.code.clone()).collect();
        let fields = Fields { rules: set, section, saved, open: &open, known, theirs: None };
        let (frame, state) = (Frame::bare(lang), filled_in(section, saved, known));
        crate::document::markup(|| fields.view(&frame, &Form::new(&frame, &state)))
    }

    #[test]
    fn every_input_of_the_rules_has_its_control() {
        let book = rules::load_all().unwrap();
        for (set, section) in book.all().iter().flat_map(|set| set.sections.iter().map(move |one| (set, one)))
        {
            let html = of(set, section, &Values::new(), Lang::ZhCn);
            for input in section.inputs() {
                let there =
                    ["", "_year"].iter().any(|ending| html.contains(&format!("name=\"{input}{ending}\"")));
                let long_term = input
                    .strip_suffix("_open")
                    .is_some_and(|field| html.contains(&format!("name=\"{field}_until_long_term\"")));
                assert!(there || long_term, "{}.{input}", section.code);
            }
            assert!(!html.contains("applications-"), "a text is missing: {html}");
        }
    }

    #[test]
    fn a_sealed_answer_is_neither_filled_in_nor_shown() {
        let html =
            shown("bank", &values(&[("account_number", "••••7890"), ("bank_name", "招商银行")]), Lang::En);
        assert!(html.contains("Saved: ••••7890."), "{html}");
        assert!(!html.contains("value=\"••••7890\""), "{html}");
        assert!(html.contains("value=\"招商银行\""), "{html}");
    }

    #[test]
    fn what_was_answered_elsewhere_isnt_typed_again() {
        let book = rules::load_all().unwrap();
        let set = book.current("cn-individual", time::macros::date!(2026 - 11 - 28)).unwrap();
        let bank = set.section("bank").unwrap();
        let shown = |saved: &[(&str, &str)], told: &[&str]| {
            let told = told.iter().map(|one| (*one).to_owned()).collect();
            let all = BTreeMap::from([("account_holder".to_owned(), told)]);
            known(set, bank, (&values(saved), &all), Lang::En)
        };
        let [one, two] = [shown(&[], &["林小满"]), shown(&[], &["林小满", "小满茶铺"])];
        assert!(one.contains("name=\"account_holder\" value=\"林小满\""), "{one}");
        assert!(two.contains("name=\"account_holder\" value=\"\"") && two.contains("list=\""), "{two}");
        assert_eq!(two.matches("<option value=\"").count(), 2);
        let saved = shown(&[("account_holder", "赵敏")], &["林小满"]);
        assert!(saved.contains("name=\"account_holder\" value=\"赵敏\""), "what stands stays: {saved}");
    }

    #[test]
    fn what_was_saved_is_filled_in() {
        let html =
            shown("business", &values(&[("licence_from", "2019-03-07"), ("licence_open", "yes")]), Lang::En);
        assert!(
            html.contains("value=\"2019\"") && html.contains("value=\"3\"") && html.contains("value=\"7\"")
        );
        let html = shown("channels", &values(&[("wanted", "alipay,paypal")]), Lang::En);
        assert_eq!(html.matches(" checked").count(), 2, "{html}");
    }
}
