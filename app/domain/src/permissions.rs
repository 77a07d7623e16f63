//! Who may do what: one table, printed as a matrix that a test keeps.

use serde::{Deserialize, Serialize};

/// A role, held at a merchant, at a tenant or on the platform.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Merchant: everything on the merchant's side.
    Owner,
    /// Merchant: papers and forms alone.
    Papers,
    /// Merchant: bank account and costs alone.
    Finance,
    /// Merchant: credentials and documentation alone, never papers or bank.
    Developer,
    /// Desk: takes cases and recommends.
    Reviewer,
    /// Desk: decides on what a reviewer recommended.
    SeniorReviewer,
    /// Console: staff, branding, credentials.
    Admin,
    /// Console, read only: the numbers and the audit log.
    Auditor,
    /// Platform: tenants and their health, never their data.
    Operator,
}

/// An act that needs a permission.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// See an application from the merchant's side.
    ViewOwnApplication,
    /// Fill in sections other than the bank account.
    EditApplication,
    /// Fill in the bank account.
    EditBank,
    /// Upload papers.
    UploadPapers,
    /// Accept the agreement, submit, withdraw.
    SubmitApplication,
    /// Invite members and end their roles.
    ManageMembers,
    /// See one's own merchant's credentials.
    ViewOwnCredentials,
    /// Create, draw, rotate and revoke one's own merchant's credentials.
    ManageOwnCredentials,
    /// See the queue and cases.
    ViewCases,
    /// Claim, release, put off, hand up and note.
    WorkCases,
    /// Give cases to others.
    AssignCases,
    /// Recommend approval or rejection.
    Recommend,
    /// Decide on a recommendation of another person.
    Decide,
    /// See the numbers and lists of applications: numbers, names, states and dates, never answers or papers.
    ViewApplications,
    /// Give staff roles, invite, deactivate.
    ManageStaff,
    /// Change branding and the tenant's own settings.
    ManageTenant,
    /// Say what a hit on a list is.
    JudgeHits,
    /// Have masked personal data shown for a minute, with a reason that is on record.
    RevealPersonalData,
    /// End relationships, place and lift legal holds, and have erased what was asked for.
    ManageRetention,
    /// Import the lists that are screened against, and say what a hit means.
    ManageScreening,
    /// See transfers that are to prove accounts, have them sent, and import what came in at the bank.
    ManageTransfers,
    /// Record what a channel answered.
    RecordChannels,
    /// Propose that a merchant may have live credentials.
    ProposeLive,
    /// Open live credentials to a merchant, as another person than whoever proposed it.
    OpenLive,
    /// List every merchant's credentials and revoke them.
    ManageAllCredentials,
    /// See what one's own merchant pays: its offers, and prices on its own mix.
    ViewOwnPrices,
    /// Accept an offer.
    AcceptOffer,
    /// Compare what channels cost the tenant; see its own claims, prices and margins.
    CompareFees,
    /// Propose claims, price lines and offers; keep the table of currencies.
    ManageFees,
    /// Approve or decline what another person proposed.
    ApproveFees,
    /// Approve a price below cost, with a reason.
    ApproveBelowCost,
    /// Read the audit log.
    ReadAudit,
    /// Create, suspend and list tenants; see the platform's health.
    OperateTenants,
}

impl Role {
    /// Every role, in the matrix's order.
    pub const ALL: [Self; 9] = [
        Self::Owner,
        Self::Papers,
        Self::Finance,
        Self::Developer,
        Self::Reviewer,
        Self::SeniorReviewer,
        Self::Admin,
        Self::Auditor,
        Self::Operator,
    ];

    /// The roles a tenant's admin gives to staff.
    pub const STAFF: [Self; 4] = [Self::Reviewer, Self::SeniorReviewer, Self::Admin, Self::Auditor];

    /// The roles a merchant's owner gives to members.
    pub const MERCHANT: [Self; 4] = [Self::Owner, Self::Papers, Self::Finance, Self::Developer];

    /// The word that is stored: `senior_reviewer`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Papers => "papers",
            Self::Finance => "finance",
            Self::Developer => "developer",
            Self::Reviewer => "reviewer",
            Self::SeniorReviewer => "senior_reviewer",
            Self::Admin => "admin",
            Self::Auditor => "auditor",
            Self::Operator => "operator",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.word() == word)
    }

    /// The acts this role may do. The one table.
    pub const fn acts(self) -> &'static [Act] {
        use Act::{
            AcceptOffer, ApproveBelowCost, ApproveFees, AssignCases, CompareFees, Decide, EditApplication,
            EditBank, JudgeHits, ManageAllCredentials, ManageFees, ManageMembers, ManageOwnCredentials,
            ManageRetention, ManageScreening, ManageStaff, ManageTenant, ManageTransfers, OpenLive,
            OperateTenants, ProposeLive, ReadAudit, Recommend, RecordChannels, RevealPersonalData,
            SubmitApplication, UploadPapers, ViewApplications, ViewCases, ViewOwnApplication,
            ViewOwnCredentials, ViewOwnPrices, WorkCases,
        };
        match self {
            Self::Owner => &[
                ViewOwnApplication,
                EditApplication,
                EditBank,
                UploadPapers,
                SubmitApplication,
                ManageMembers,
                ViewOwnCredentials,
                ManageOwnCredentials,
                ViewOwnPrices,
                AcceptOffer,
            ],
            Self::Papers => &[ViewOwnApplication, EditApplication, UploadPapers],
            Self::Finance => &[ViewOwnApplication, EditBank, ViewOwnPrices],
            Self::Developer => &[ViewOwnCredentials, ManageOwnCredentials],
            Self::Reviewer => {
                &[ViewCases, WorkCases, Recommend, JudgeHits, RevealPersonalData, RecordChannels, ProposeLive]
            }
            Self::SeniorReviewer => &[
                ViewCases,
                WorkCases,
                AssignCases,
                Recommend,
                Decide,
                JudgeHits,
                RevealPersonalData,
                ManageTransfers,
                RecordChannels,
                ProposeLive,
                OpenLive,
                CompareFees,
                ApproveFees,
                ApproveBelowCost,
            ],
            Self::Admin => &[
                ViewApplications,
                ManageStaff,
                ManageTenant,
                ManageRetention,
                ManageScreening,
                ManageTransfers,
                OpenLive,
                ManageAllCredentials,
                CompareFees,
                ManageFees,
                ApproveFees,
            ],
            Self::Auditor => &[ViewApplications, CompareFees, ReadAudit],
            Self::Operator => &[OperateTenants],
        }
    }

    /// Whether this role may do this act.
    pub fn may(self, act: Act) -> bool {
        self.acts().contains(&act)
    }
}

impl Act {
    /// Every act, in the matrix's order.
    pub const ALL: [Self; 33] = [
        Self::ViewOwnApplication,
        Self::EditApplication,
        Self::EditBank,
        Self::UploadPapers,
        Self::SubmitApplication,
        Self::ManageMembers,
        Self::ViewOwnCredentials,
        Self::ManageOwnCredentials,
        Self::ViewOwnPrices,
        Self::AcceptOffer,
        Self::ViewCases,
        Self::WorkCases,
        Self::AssignCases,
        Self::Recommend,
        Self::Decide,
        Self::ViewApplications,
        Self::ManageStaff,
        Self::ManageTenant,
        Self::ManageRetention,
        Self::JudgeHits,
        Self::RevealPersonalData,
        Self::ManageScreening,
        Self::ManageTransfers,
        Self::RecordChannels,
        Self::ProposeLive,
        Self::OpenLive,
        Self::ManageAllCredentials,
        Self::CompareFees,
        Self::ManageFees,
        Self::ApproveFees,
        Self::ApproveBelowCost,
        Self::ReadAudit,
        Self::OperateTenants,
    ];

    /// Whether changing something by this act demands a proof of who acts that is no older than five minutes: deciding,
    /// what proves an account, erasing, drawing and rotating credentials, bank accounts, and who may do what. Changes of what people prove themselves
    /// with demand one too; they are nobody's act but the person's own.
    pub const fn demands_proof(self) -> bool {
        matches!(
            self,
            Self::Decide
                | Self::JudgeHits
                | Self::ManageRetention
                | Self::ManageScreening
                | Self::ManageTransfers
                | Self::OpenLive
                | Self::ManageOwnCredentials
                | Self::EditBank
                | Self::ManageMembers
                | Self::ManageStaff
                | Self::OperateTenants
        )
    }

    /// The word that is stored and printed: `edit_bank`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::ViewOwnApplication => "view_own_application",
            Self::EditApplication => "edit_application",
            Self::EditBank => "edit_bank",
            Self::UploadPapers => "upload_papers",
            Self::SubmitApplication => "submit_application",
            Self::ManageMembers => "manage_members",
            Self::ViewOwnCredentials => "view_own_credentials",
            Self::ManageOwnCredentials => "manage_own_credentials",
            Self::ViewCases => "view_cases",
            Self::WorkCases => "work_cases",
            Self::AssignCases => "assign_cases",
            Self::Recommend => "recommend",
            Self::Decide => "decide",
            Self::ViewApplications => "view_applications",
            Self::ManageStaff => "manage_staff",
            Self::ManageTenant => "manage_tenant",
            Self::JudgeHits => "judge_hits",
            Self::RevealPersonalData => "reveal_personal_data",
            Self::ManageRetention => "manage_retention",
            Self::ManageScreening => "manage_screening",
            Self::ManageTransfers => "manage_transfers",
            Self::RecordChannels => "record_channels",
            Self::ProposeLive => "propose_live",
            Self::OpenLive => "open_live",
            Self::ManageAllCredentials => "manage_all_credentials",
            Self::ViewOwnPrices => "view_own_prices",
            Self::AcceptOffer => "accept_offer",
            Self::CompareFees => "compare_fees",
            Self::ManageFees => "manage_fees",
            Self::ApproveFees => "approve_fees",
            Self::ApproveBelowCost => "approve_below_cost",
            Self::ReadAudit => "read_audit",
            Self::OperateTenants => "operate_tenants",
        }
    }
}

/// The table as people read it: acts down, roles across, one mark for each permission.
pub fn matrix() -> String {
    let width = Act::ALL.iter().map(|act| act.word().len()).max().unwrap_or_default();
    let head = format!("{:width$}  {}", "", Role::ALL.map(Role::word).join("  "));
    let row = |act: &Act| {
        let marks = Role::ALL.map(|role| {
            let mark = if role.may(*act) { "x" } else { "." };
            format!("{mark:^0$}", role.word().len())
        });
        format!("{:width$}  {}", act.word(), marks.join("  "))
    };
    let lines: Vec<String> = std::iter::once(head).chain(Act::ALL.iter().map(row)).collect();
    lines.iter().map(|line| line.trim_end()).collect::<Vec<_>>().join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::{Act, Role, matrix};
    use std::collections::BTreeSet;

    /// Whoever changes the table changes the kept picture too, where a reviewer sees it.
    #[test]
    fn the_matrix_is_the_kept_one() {
        let kept = include_str!("permissions/matrix.txt");
        let now = matrix();
        assert_eq!(
            now, kept,
            "the table has changed; if it should, keep this as permissions/matrix.txt:\n{now}"
        );
    }

    #[test]
    fn words_are_those_of_serde_and_stand_once() {
        for act in Act::ALL {
            assert_eq!(serde_json::to_value(act).unwrap(), act.word());
        }
        for role in Role::ALL {
            assert_eq!(serde_json::to_value(role).unwrap(), role.word());
            assert_eq!(Role::from_word(role.word()), Some(role));
        }
        assert_eq!(Act::ALL.iter().collect::<BTreeSet<_>>().len(), Act::ALL.len());
    }

    #[test]
    fn every_act_is_somebodys_and_sides_never_meet() {
        let acts = |roles: &[Role]| roles.iter().flat_map(|role| role.acts()).collect::<BTreeSet<_>>();
        let (merchant, staff, platform) =
            (acts(&Role::MERCHANT), acts(&Role::STAFF), acts(&[Role::Operator]));
        assert_eq!(merchant.len() + staff.len() + platform.len(), Act::ALL.len());
        assert!(
            merchant.is_disjoint(&staff) && staff.is_disjoint(&platform) && merchant.is_disjoint(&platform)
        );
    }

    /// the acts that demand a proof. Whoever changes the list changes it here too, where a reviewer sees it.
    #[test]
    fn a13_acts_that_demand_a_proof() {
        let demanding: Vec<&str> =
            Act::ALL.iter().filter(|act| act.demands_proof()).map(|act| act.word()).collect();
        assert_eq!(
            demanding,
            [
                "edit_bank",
                "manage_members",
                "manage_own_credentials",
                "decide",
                "manage_staff",
                "manage_retention",
                "judge_hits",
                "manage_screening",
                "manage_transfers",
                "open_live",
                "operate_tenants"
            ]
        );
    }

    #[test]
    fn what_a_role_is_for_bounds_it() {
        for act in [Act::EditApplication, Act::EditBank, Act::UploadPapers, Act::ViewOwnApplication] {
            assert!(!Role::Developer.may(act), "a developer sees neither papers nor bank");
        }
        assert!(!Role::Reviewer.may(Act::Decide) && !Role::Admin.may(Act::Decide));
        assert!(!Role::Reviewer.may(Act::AssignCases), "a reviewer takes cases and gives none away");
        assert_eq!(
            Role::Auditor.acts(),
            [Act::ViewApplications, Act::CompareFees, Act::ReadAudit],
            "reads, and no more"
        );
        assert_eq!(Role::Operator.acts(), [Act::OperateTenants]);
    }
}
