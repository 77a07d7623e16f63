//! Why something was sent back or refused: what may be said to the merchant, and what may not.

use crate::{applications::Fault, audit::Audience, words::words};

words! {
    /// A ground of a recommendation or a decision.
    Reason {
        /// The line of business isn't served here.
        BusinessNotServed = "business_not_served",
        /// The licence isn't valid any more, or was revoked.
        LicenceInvalid = "licence_invalid",
        /// Names on papers and form don't agree.
        NamesDiffer = "names_differ",
        /// The papers can't be read or are incomplete after being asked for again.
        PapersInsufficient = "papers_insufficient",
        /// Facts contradict each other and weren't put right.
        FactsContradict = "facts_contradict",
        /// The bank account isn't the applicant's.
        AccountNotTheirs = "account_not_theirs",
        /// There is an application or a merchant of the same business already.
        Duplicate = "duplicate",
        /// The channels wanted can't be offered to this business.
        ChannelsNotOffered = "channels_not_offered",
        /// The requirements aren't met; also the one neutral text that stands for confidential grounds.
        RequirementsNotMet = "requirements_not_met",
        /// Confidential: a person or company stands on a list.
        ListHit = "list_hit",
        /// Confidential: a paper looks forged or altered.
        SuspectedForgery = "suspected_forgery",
        /// Confidential: somebody else's identity seems to be used.
        SuspectedIdentityTheft = "suspected_identity_theft",
        /// Confidential: reported, or to be reported, to an authority.
        ReportedToAuthority = "reported_to_authority",
        /// Confidential: linked to a case that was refused or is being looked into.
        LinkedCase = "linked_case",
        /// Confidential: the risk is higher than the tenant takes.
        RiskTooHigh = "risk_too_high",
    }
}

impl Reason {
    /// What a merchant reads where the true grounds are confidential.
    pub const NEUTRAL: Self = Self::RequirementsNotMet;

    /// Who may read it: the merchant (sayable), or the desk alone (confidential).
    pub const fn audience(self) -> Audience {
        match self {
            Self::BusinessNotServed
            | Self::LicenceInvalid
            | Self::NamesDiffer
            | Self::PapersInsufficient
            | Self::FactsContradict
            | Self::AccountNotTheirs
            | Self::Duplicate
            | Self::ChannelsNotOffered
            | Self::RequirementsNotMet => Audience::Merchant,
            Self::ListHit
            | Self::SuspectedForgery
            | Self::SuspectedIdentityTheft
            | Self::ReportedToAuthority
            | Self::LinkedCase
            | Self::RiskTooHigh => Audience::Confidential,
        }
    }

    /// Whether the merchant may be told.
    pub fn is_sayable(self) -> bool {
        self.audience() == Audience::Merchant
    }

    /// What the merchant reads of these grounds.
    ///
    /// One confidential ground among them silences them all: the sayable rest, read beside cases
    /// without it, would give it away. Then, as when there are none, the neutral text stands alone.
    pub fn said(reasons: &[Self]) -> Vec<Self> {
        if Self::let_speak(reasons) { reasons.to_vec() } else { vec![Self::NEUTRAL] }
    }

    /// Whether beside these grounds the merchant may read words of the desk's own: beside one confidential ground
    /// there are none, and where no ground is given there is nothing to explain.
    pub fn let_speak(reasons: &[Self]) -> bool {
        !reasons.is_empty() && reasons.iter().all(|reason| reason.is_sayable())
    }
}

words! {
    /// Why a paper or a field goes back to the merchant to be done again. All are sayable.
    RedoReason {
        /// Another paper than the one asked for.
        WrongPaper = "wrong_paper",
        /// Blurred, dark or glaring.
        Unreadable = "unreadable",
        /// Not all four corners are in the picture.
        CutOff = "cut_off",
        /// A page or a side is missing.
        MissingPage = "missing_page",
        /// It has run out.
        Expired = "expired",
        /// It runs out, and another one is to be there before; what our job asks with.
        ExpiresSoon = "expires_soon",
        /// The name differs from the one on the form.
        NameDiffers = "name_differs",
        /// The number differs from the one on the form.
        NumberDiffers = "number_differs",
        /// A black-and-white copy without the company's seal.
        CopyWithoutSeal = "copy_without_seal",
        /// A watermark or a mark covers what matters.
        Covered = "covered",
        /// The answer is incomplete.
        Incomplete = "incomplete",
        /// The answer is wrong.
        Wrong = "wrong",
        /// Another reason, in the reviewer's own words.
        Other = "other",
    }
}

impl RedoReason {
    /// The reasons for which something of this kind can go back, in the order they are shown.
    pub const fn fitting(what: &Fault) -> &'static [Self] {
        match what {
            Fault::Field(..) => &[
                Self::Wrong,
                Self::Incomplete,
                Self::NameDiffers,
                Self::NumberDiffers,
                Self::Expired,
                Self::Other,
            ],
            Fault::Paper(_) => &[Self::Incomplete, Self::Other],
            Fault::Document(..) => Self::ALL,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Reason, RedoReason};

    #[test]
    fn words_read_back() {
        for reason in Reason::ALL {
            assert_eq!(Reason::from_word(reason.word()), Some(*reason));
        }
        for reason in RedoReason::ALL {
            assert_eq!(RedoReason::from_word(reason.word()), Some(*reason));
        }
        assert_eq!(Reason::from_word("LIST_HIT"), None);
    }

    #[test]
    fn one_confidential_ground_silences_all() {
        assert_eq!(Reason::said(&[Reason::NamesDiffer]), [Reason::NamesDiffer]);
        assert_eq!(Reason::said(&[Reason::NamesDiffer, Reason::ListHit]), [Reason::NEUTRAL]);
        assert_eq!(Reason::said(&[]), [Reason::NEUTRAL]);
        assert!(Reason::let_speak(&[Reason::NamesDiffer, Reason::Duplicate]));
        assert!(!Reason::let_speak(&[Reason::NamesDiffer, Reason::ListHit]) && !Reason::let_speak(&[]));
        assert!(Reason::ALL.iter().all(|r| Reason::said(&[*r]).iter().all(|said| said.is_sayable())));
    }
}
