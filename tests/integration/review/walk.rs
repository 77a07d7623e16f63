//! The road of an application walked at random through the pages' own forms, beside a table that is written down once
//! more by hand: what is open there is open here, and everything else is refused and changes nothing.

use crate::faults::Draw;
use domain::{applications::StateKind as K, permissions::Role};
use futures::future::join_all;
use services::{applications, review};
use std::cell::Cell;
use tests::{
    browser::Answer,
    builders::{MerchantBuilder, Person},
    desk::{Mark, accept_all, judge, screen},
    log::Log,
    world::World,
};
use time::Duration;

/// Steps of all walks together.
const STEPS: usize = 5000;
/// Walks, each in an installation of its own.
const WALKS: usize = 4;
/// What goes back to the merchant.
const ITEM: &str = "field:business:scope";
/// The desk: a reviewer, and two who decide as well.
const DESK: usize = 3;

/// A step. Those of the desk are taken by one of its people.
#[derive(Clone, Copy, Debug)]
enum Step {
    HandIn,
    Withdraw,
    Machines,
    Accept,
    MarkBack,
    Explain,
    Claim(usize),
    Release(usize),
    SendBack(usize),
    Recommend(usize, Verdict),
    Decide(usize, &'static str),
    Reopen(usize),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    Approve,
    Reject,
}

impl Step {
    /// Whether it is no form's: what has to be there before a move can be made.
    const fn prepares(self) -> bool {
        matches!(self, Self::Machines | Self::Accept | Self::MarkBack | Self::Explain)
    }
}

/// What an answer says of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Said {
    Done,
    /// Not now, or not by them: 409.
    OutOfOrder,
    /// Something is missing first: 422.
    Incomplete,
    /// Not theirs by their role: 403.
    Forbidden,
    /// No such case: 404.
    Hidden,
    /// The merchant's own page says how it stands now.
    Elsewhere,
}

/// Where the application stands, as the table has it.
#[derive(Clone, Copy, Debug)]
struct Model {
    kind: K,
    /// Whether it was ever handed in.
    handed_in: bool,
    /// Whose hands the case is in, and whether there is one to take.
    holder: Option<usize>,
    on_desk: bool,
    recommended: Option<(usize, Verdict)>,
    /// Whether our machines have looked at what was handed in last.
    looked_at: bool,
    accepted: bool,
    marked: bool,
    explained: bool,
}

impl Model {
    const fn new() -> Self {
        Self {
            kind: K::Draft,
            handed_in: false,
            holder: None,
            on_desk: false,
            recommended: None,
            looked_at: false,
            accepted: false,
            marked: false,
            explained: false,
        }
    }

    /// One that the desk knows of.
    fn is_case(&self) -> bool {
        self.handed_in && self.kind != K::Draft
    }

    fn is_for_advice(&self) -> bool {
        matches!(self.kind, K::InReview | K::Resubmitted)
    }

    fn is_closed(&self) -> bool {
        matches!(self.kind, K::Approved | K::Rejected | K::Withdrawn)
    }

    fn in_work(&self, by: usize) -> bool {
        self.is_for_advice() && self.holder == Some(by)
    }

    /// What should be said.
    fn said(&self, step: Step) -> Said {
        match step {
            Step::HandIn if self.kind == K::Draft || (self.kind == K::ChangesRequested && self.explained) => {
                Said::Done
            }
            Step::HandIn if self.kind == K::ChangesRequested => Said::Incomplete,
            Step::Withdraw if !self.is_closed() => Said::Done,
            Step::HandIn | Step::Withdraw => Said::Elsewhere,
            Step::Machines | Step::Accept | Step::MarkBack | Step::Explain => Said::Done,
            // The reviewer decides on nothing, and is told so first.
            Step::Decide(0, _) | Step::Reopen(0) => Said::Forbidden,
            _ if !self.is_case() => Said::Hidden,
            Step::Claim(by) => out_of_order_unless(self.may_claim(by)),
            Step::Release(by) => out_of_order_unless(self.on_desk && self.holder == Some(by)),
            Step::SendBack(by) => out_of_order_unless(self.in_work(by) && self.marked),
            Step::Recommend(by, _) if !self.in_work(by) => Said::OutOfOrder,
            Step::Recommend(_, Verdict::Approve) if !self.accepted || self.marked => Said::Incomplete,
            Step::Recommend(..) => Said::Done,
            Step::Decide(by, decision) => self.said_of_deciding(by, decision),
            Step::Reopen(_) => out_of_order_unless(self.is_closed()),
        }
    }

    fn may_claim(&self, by: usize) -> bool {
        let second = self.kind == K::SecondReview;
        let other_side = second && self.recommended.is_some_and(|(adviser, _)| adviser == by);
        // Whoever has it already, as by a second click, is told that they have it.
        let free = self.holder.is_none_or(|holder| holder == by);
        self.on_desk && free && !(second && by == 0) && !other_side
    }

    fn said_of_deciding(&self, by: usize, decision: &str) -> Said {
        let Some((adviser, verdict)) = self.recommended.filter(|_| self.kind == K::SecondReview) else {
            return Said::OutOfOrder;
        };
        if adviser == by || self.holder.is_some_and(|holder| holder != by) {
            return Said::OutOfOrder;
        }
        match decision {
            "approve" if !self.accepted || self.marked => Said::Incomplete,
            "approve" => out_of_order_unless(verdict == Verdict::Approve && self.looked_at),
            _ => Said::Done,
        }
    }

    /// Where it stands after a step that was done.
    fn after(mut self, step: Step) -> Self {
        match step {
            Step::HandIn => {
                self.kind = if self.kind == K::Draft { K::Submitted } else { K::Resubmitted };
                // What went back waits to be judged anew.
                self.accepted = self.accepted && !self.marked;
                (self.handed_in, self.on_desk, self.holder) = (true, true, None);
                (self.looked_at, self.marked, self.explained) = (false, false, false);
            }
            Step::Withdraw => self = Self { kind: K::Withdrawn, ..self }.closed(),
            Step::Machines => {
                self.looked_at |= self.handed_in;
                if self.kind == K::Submitted {
                    self.kind = K::InReview;
                }
            }
            Step::Accept => (self.accepted, self.marked) = (true, false),
            Step::MarkBack => self.marked = true,
            Step::Explain => self.explained = true,
            Step::Claim(by) => self.holder = Some(by),
            Step::Release(_) => self.holder = None,
            Step::SendBack(_) => self.kind = K::ChangesRequested,
            Step::Recommend(by, verdict) => {
                (self.kind, self.recommended, self.holder) = (K::SecondReview, Some((by, verdict)), None);
            }
            Step::Decide(_, "return") => (self.kind, self.holder) = (K::InReview, None),
            Step::Decide(_, "approve") => self = Self { kind: K::Approved, ..self }.closed(),
            Step::Decide(..) => self = Self { kind: K::Rejected, ..self }.closed(),
            Step::Reopen(_) if self.kind == K::Withdrawn => self.kind = K::Draft,
            Step::Reopen(_) => (self.kind, self.on_desk) = (K::InReview, true),
        }
        self
    }

    const fn closed(mut self) -> Self {
        (self.on_desk, self.holder) = (false, None);
        self
    }
}

const fn out_of_order_unless(open: bool) -> Said {
    if open { Said::Done } else { Said::OutOfOrder }
}

/// A tenant's desk and a merchant, and where the merchant's application should stand.
struct Walk<'w> {
    desk: [Person<'w>; DESK],
    merchant: MerchantBuilder<'w>,
    model: Model,
    /// What was done since the application was begun.
    done: Vec<Step>,
    /// How many answers were 409.
    conflicts: Cell<usize>,
}

impl<'w> Walk<'w> {
    async fn begin(world: &'w World) -> Self {
        let tenant = world.tenant("harbour").await;
        let desk = [
            tenant.staff("rui@harbour.example", &[Role::Reviewer]).await,
            tenant.staff("sen@harbour.example", &[Role::SeniorReviewer]).await,
            tenant.staff("ina@harbour.example", &[Role::SeniorReviewer]).await,
        ];
        let merchant = tenant.merchant("lin@haifeng.example").await.filled_in().await.with_papers().await;
        Self { desk, merchant, model: Model::new(), done: vec![], conflicts: Cell::new(0) }
    }

    /// Takes the step, or what there is to take of it, and holds the outcome against the table.
    async fn takes(&mut self, step: Step) -> Said {
        // Nothing happens at the very same instant as what was before it.
        self.merchant.owner.tenant.world.clock.advance(Duration::milliseconds(100));
        let said = match step {
            Step::Machines | Step::Accept | Step::MarkBack | Step::Explain => {
                self.prepares(step).await;
                Said::Done
            }
            Step::HandIn => {
                let version = self.merchant.row().await.version.to_string();
                self.merchant_posts("/check", &[("version", &version)]).await
            }
            Step::Withdraw => self.merchant_posts("/withdraw", &[]).await,
            Step::Claim(by) => self.desk_posts(by, "/claim", &[]).await,
            Step::Release(by) => self.desk_posts(by, "/release", &[]).await,
            Step::Reopen(by) => {
                self.desk_posts(by, "/reopen", &[("reason", "It was a mistake of ours.")]).await
            }
            Step::SendBack(by) => {
                let services = &self.desk[by].tenant.world.services;
                let preview = review::preview(services, &self.desk[by].actor().await, self.merchant.id).await;
                let seen = preview.map_or_else(|_| String::new(), |preview| preview.seen);
                self.desk_posts(by, "/changes", &[("seen", &seen)]).await
            }
            Step::Recommend(by, verdict) => {
                let word = if verdict == Verdict::Approve { "approve" } else { "reject" };
                self.judges(by, "/recommend", ("verdict", word)).await
            }
            Step::Decide(by, decision) => self.judges(by, "/decide", ("decision", decision)).await,
        };
        let wanted = self.model.said(step);
        assert_eq!(said, wanted, "{step:?} in {:?} after {:?}", self.model, self.done);
        if said == Said::Done {
            self.done.push(step);
            self.model = self.model.after(step);
        }
        let row = self.merchant.row().await;
        let holder = self.model.holder.map(|at| self.desk[at].id);
        assert_eq!(
            (row.state.kind(), row.desk.holder()),
            (self.model.kind, holder),
            "{step:?} to {:?}",
            self.model
        );
        said
    }

    /// What is no move of the road itself, where it is open.
    async fn prepares(&self, step: Step) {
        let world = self.merchant.owner.tenant.world;
        let (services, id) = (&world.services, self.merchant.id);
        match step {
            Step::Machines => {
                world.run_jobs().await;
            }
            Step::Explain => {
                let owner = self.merchant.owner.actor().await;
                applications::explain(services, &owner, id, ITEM, "It is what we sell.")
                    .await
                    .expect("explained");
            }
            _ => {
                let by = self.desk[self.model.holder.expect("somebody holds it")].actor().await;
                if matches!(step, Step::Accept) {
                    judge(services, &by, id, &Mark::accepted(ITEM)).await;
                    accept_all(services, &by, id).await;
                } else {
                    judge(services, &by, id, &Mark::sent_back(ITEM, "incomplete", "")).await;
                }
            }
        }
    }

    /// Recommends or decides on the case as it stands.
    async fn judges(&self, by: usize, path: &str, verdict: (&str, &str)) -> Said {
        let tenant = &self.merchant.owner.tenant;
        let seen = screen(&tenant.world.services, tenant.id, self.merchant.id).await;
        let mut fields = vec![("seen", seen.as_str()), verdict];
        match verdict.1 {
            "reject" => fields.push(("reasons", "names_differ")),
            "return" => fields.push(("note", "Look at page 2 again")),
            _ => {}
        }
        self.desk_posts(by, path, &fields).await
    }

    async fn desk_posts(&self, by: usize, rest: &str, fields: &[(&str, &str)]) -> Said {
        let path = self.desk[by].tenant.at(&format!("/desk/cases/{}{rest}", self.merchant.id));
        self.said(&self.desk[by].browser.post(&path, fields).await)
    }

    async fn merchant_posts(&self, rest: &str, fields: &[(&str, &str)]) -> Said {
        match self.said(&self.merchant.owner.browser.post(&self.merchant.at(rest), fields).await) {
            // The merchant is led to where it stands, or told that it can't be.
            Said::OutOfOrder => Said::Elsewhere,
            said => said,
        }
    }

    fn said(&self, answer: &Answer) -> Said {
        self.conflicts.set(self.conflicts.get() + usize::from(answer.status == 409));
        said(answer)
    }

    /// Any step, the rarer ones rarely; of those that only prepare, one that is open.
    fn any(&self, draw: &mut Draw) -> Step {
        let by = usize::try_from(draw.below(3)).expect("a small number");
        loop {
            let step = match draw.below(26) {
                0..=2 => Step::HandIn,
                3 if draw.below(3) == 0 => Step::Withdraw,
                3..=5 => Step::Machines,
                6..=7 => Step::Accept,
                8 => Step::MarkBack,
                9 => Step::Explain,
                10..=12 => Step::Claim(by),
                13 => Step::Release(by),
                14..=15 => Step::SendBack(by),
                16..=18 => Step::Recommend(by, Verdict::Approve),
                19 => Step::Recommend(by, Verdict::Reject),
                20..=21 => Step::Decide(by, "approve"),
                22 => Step::Decide(by, "reject"),
                23 => Step::Decide(by, "return"),
                _ => Step::Reopen(by),
            };
            let open = match step {
                Step::Accept | Step::MarkBack => {
                    self.model.holder.is_some_and(|holder| self.model.in_work(holder))
                }
                Step::Explain => self.model.kind == K::ChangesRequested && !self.model.explained,
                _ => true,
            };
            if open {
                return step;
            }
        }
    }
}

fn said(answer: &Answer) -> Said {
    match answer.status {
        303 if answer.location().is_some_and(|to| to.contains("said=")) => Said::Done,
        303 => Said::Elsewhere,
        409 => Said::OutOfOrder,
        422 => Said::Incomplete,
        403 => Said::Forbidden,
        404 => Said::Hidden,
        other => panic!("{other}: {}", answer.words()),
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn w04_what_may_be_done_over_http_is_what_the_table_allows_rounds() {
    let log = Log::listen("warn");
    let counts = join_all((0..WALKS).map(async |number| {
        let world = World::new().await;
        let mut draw = Draw::another(number);
        let mut walk = Walk::begin(&world).await;
        let (mut done, mut refused) = (0, 0);
        while done + refused < STEPS / WALKS {
            // What was given up before it was handed in is nobody's any more.
            if walk.model.kind == K::Withdrawn && !walk.model.handed_in {
                walk.merchant = walk.merchant.another().await.filled_in().await.with_papers().await;
                (walk.model, walk.done) = (Model::new(), vec![]);
            }
            let step = walk.any(&mut draw);
            match walk.takes(step).await {
                _ if step.prepares() => {}
                Said::Done => done += 1,
                _ => refused += 1,
            }
        }
        world.allow_jobs();
        [done, refused, walk.conflicts.get()]
    }))
    .await;
    let [done, refused, conflicts] =
        counts.into_iter().fold([0; 3], |sum, one| std::array::from_fn(|at| sum[at] + one[at]));
    println!("{done} steps were open, {refused} were refused, {conflicts} of them as things stood");
    assert_eq!(done + refused, STEPS);
    assert!(done > STEPS / 10 && conflicts > STEPS / 4, "{done} {conflicts}");
    let noted = log.text().matches("sequence_fail").count();
    assert_eq!(noted, conflicts, "each of these, and nothing else, is a line of the log");
}
