//! What the rules come to for one application: the parts that its answers call for, and those that repeat as often as
//! they were filled in. Everything else works on rules of this shape.

use super::{
    check::Answers,
    condition::all_hold,
    kinds::{Agreement, RuleSet, Section},
    paper::Paper,
};
use serde::{Deserialize, Serialize};

/// How often a section is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Repeat {
    /// At least.
    pub min: u8,
    /// At most.
    pub max: u8,
}

/// Which of several a section or a paper is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instance {
    /// The section's code in the rules: `beneficial_owner`. Its own code has the slot behind a dot:
    /// `beneficial_owner.2`.
    pub family: String,
    /// Counted from 1 among those there are: what people read.
    pub place: u8,
    /// Whether there may be fewer, so that it can be taken away.
    pub removable: bool,
}

/// A section of which one more may be begun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct More {
    /// The section as it would be.
    pub section: Section,
}

impl RuleSet {
    /// The rules as these answers shape them.
    #[must_use]
    pub fn shaped(&self, answers: &Answers) -> Self {
        let mut shaped =
            Self { sections: vec![], papers: vec![], agreements: vec![], more: vec![], ..self.clone() };
        for section in self.sections.iter().filter(|section| all_hold(&section.when, answers, None)) {
            match section.repeat {
                None => shaped.sections.extend(asked(section.clone(), answers)),
                Some(repeat) => shaped.repeat(section, repeat, answers),
            }
        }
        for paper in &self.papers {
            let alone = paper.alone_when.as_ref().is_some_and(|when| all_hold(when, answers, None));
            let paper = &Paper { alone, ..paper.clone() };
            match &paper.per {
                None => shaped.papers.extend(all_hold(&paper.when, answers, None).then(|| paper.clone())),
                Some(family) => {
                    let papers = of(&shaped.sections, family).filter_map(|one| paper_of(paper, one, answers));
                    shaped.papers.extend(papers.collect::<Vec<_>>());
                }
            }
        }
        shaped.agreements =
            self.agreements.iter().flat_map(|one| agreements(one, &shaped.sections)).collect();
        shaped
    }

    /// A section that is there or may be begun, by its code.
    pub fn section_or_more(&self, code: &str) -> Option<&Section> {
        let more = || self.more.iter().map(|more| &more.section).find(|section| section.code == code);
        self.section(code).or_else(more)
    }

    fn repeat(&mut self, section: &Section, repeat: Repeat, answers: &Answers) {
        let begun = |slot: &u8| is_begun(&slot_code(&section.code, *slot), answers);
        let mut slots: Vec<u8> = (1..=repeat.max).filter(begun).collect();
        let begun = slots.len();
        while slots.len() < usize::from(repeat.min) {
            let Some(free) = free(&slots, repeat) else { break };
            slots.push(free);
        }
        let removable = begun > usize::from(repeat.min);
        let count = u8::try_from(slots.len()).unwrap_or(u8::MAX);
        for (slot, place) in slots.iter().zip(1..=count) {
            self.sections.extend(asked(instance(section, *slot, place, removable), answers));
        }
        if let Some(free) = free(&slots, repeat) {
            let one_more = instance(section, free, count.saturating_add(1), true);
            self.more.extend(asked(one_more, answers).map(|section| More { section }));
        }
    }
}

/// The section with the fields that are asked; none where nothing is.
fn asked(mut section: Section, answers: &Answers) -> Option<Section> {
    let within = section.instance.as_ref().map(|one| (one.family.clone(), section.code.clone()));
    let within = within.as_ref().map(|(family, code)| (family.as_str(), code.as_str()));
    section.fields.retain(|field| all_hold(&field.when, answers, within));
    (!section.fields.is_empty()).then_some(section)
}

fn slot_code(code: &str, slot: u8) -> String {
    format!("{code}.{slot}")
}

/// Whether anything of a section is answered, by its code.
pub(super) fn is_begun(code: &str, answers: &Answers) -> bool {
    answers.get(code).is_some_and(|values| values.values().any(|value| !value.trim().is_empty()))
}

fn free(slots: &[u8], repeat: Repeat) -> Option<u8> {
    (1..=repeat.max).find(|slot| !slots.contains(slot))
}

fn instance(section: &Section, slot: u8, place: u8, removable: bool) -> Section {
    Section {
        code: slot_code(&section.code, slot),
        instance: Some(Instance { family: section.code.clone(), place, removable }),
        ..section.clone()
    }
}

/// The repetitions of a section.
fn of<'a>(sections: &'a [Section], family: &'a str) -> impl Iterator<Item = &'a Section> {
    sections.iter().filter(move |section| section.instance.as_ref().is_some_and(|one| one.family == family))
}

fn paper_of(paper: &Paper, section: &Section, answers: &Answers) -> Option<Paper> {
    let instance = section.instance.clone()?;
    if !all_hold(&paper.when, answers, Some((&instance.family, &section.code))) {
        return None;
    }
    let slot = section.code.strip_prefix(&instance.family)?;
    let tells = paper.tells.map(|path| moved(path, &instance.family, &section.code));
    let until = paper.until.as_deref().map(|path| moved(path, &instance.family, &section.code));
    Some(Paper {
        code: format!("{}{slot}", paper.code),
        tells,
        until,
        instance: Some(instance),
        ..paper.clone()
    })
}

/// The agreement where all its fields are asked, once for each repetition of the section it is about; one about all
/// repetitions together as it is.
fn agreements(agreement: &Agreement, sections: &[Section]) -> Vec<Agreement> {
    if agreement.is_of_all() {
        return vec![agreement.clone()];
    }
    let there = |path: &str| {
        path.rsplit_once('.').is_some_and(|(section, field)| {
            sections.iter().any(|one| one.code == section && one.field(field).is_some())
        })
    };
    let Some((family, _)) = agreement.fields().first().and_then(|path| path.rsplit_once('.')) else {
        return vec![];
    };
    let mut all: Vec<Agreement> =
        of(sections, family).map(|one| agreement.map(|path| moved(path, family, &one.code))).collect();
    if all.is_empty() {
        all.push(agreement.clone());
    }
    let each = |path: &str| repetitions(path, sections);
    all.into_iter().filter_map(|one| one.spread(each).where_there(&there)).collect()
}

/// A field in every repetition of its section; itself where the section doesn't repeat.
fn repetitions(path: &str, sections: &[Section]) -> Vec<String> {
    let Some((family, field)) = path.rsplit_once('.') else { return vec![] };
    let all: Vec<String> = of(sections, family).map(|one| format!("{}.{field}", one.code)).collect();
    if all.is_empty() { vec![path.to_owned()] } else { all }
}

fn moved(path: &str, family: &str, code: &str) -> String {
    match path.rsplit_once('.') {
        Some((section, field)) if section == family => format!("{code}.{field}"),
        _ => path.to_owned(),
    }
}

#[cfg(test)]
#[cfg(feature = "data")]
mod merchants;
#[cfg(test)]
#[cfg(feature = "data")]
mod tests;
