//! Every mail there is. A new one is a variant, its line in [`Template::form`], and its texts in both languages:
//! `mail-{code}-subject`, `mail-{code}-body` and, where it has a link, `mail-{code}-action`.

use serde::{Deserialize, Serialize};
use store::accounts::tokens::Purpose;

/// A mail, by what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Template {
    /// Confirm the address you registered with.
    Confirm,
    /// Your address was registered more than once before it was confirmed: choose the password yourself.
    ChoosePassword,
    /// Someone, perhaps you, tried to register with an address that has an account.
    AlreadyRegistered,
    /// Set a new password.
    Reset,
    /// Your password was changed.
    PasswordChanged,
    /// Your account is locked for a while after too many wrong passwords.
    Locked,
    /// Codes aren't taken for a while after too many wrong ones.
    CodesLocked,
    /// Your account got an authenticator app.
    TotpAdded,
    /// Your account's authenticator app was given up.
    TotpRemoved,
    /// Whoever runs the installation took away everything you proved yourself with.
    FactorsForgotten,
    /// Your account got a passkey.
    PasskeyAdded,
    /// A passkey of your account was given up.
    PasskeyRemoved,
    /// A recovery code of yours was used.
    RecoveryUsed,
    /// You have new recovery codes.
    RecoveryRenewed,
    /// To the new address: confirm the change.
    ConfirmChange,
    /// To the address that was in use when a change was asked for: it was.
    ChangeRequested,
    /// To the address that was in use: it no longer is.
    ChangeDone,
    /// To the new address: it is in use from now on.
    AddressInUse,
    /// You are invited to a role.
    Invitation,
    /// You are invited to a role at a merchant.
    MemberInvitation,
    /// Somebody took the role at your merchant that they were invited to.
    MemberJoined,
    /// You do something else at a merchant than before.
    MemberRolesChanged,
    /// You no longer belong to a merchant.
    MemberRemoved,
    /// Somebody left your merchant.
    MemberLeft,
    /// We have your application.
    ApplicationSubmitted,
    /// Something in your application is to be changed.
    ApplicationChanges,
    /// We have your application again.
    ApplicationResubmitted,
    /// A small transfer is to be confirmed.
    ApplicationAccount,
    /// The legal representative is to sign.
    ApplicationSigning,
    /// To whoever signs: look at what was declared in your name, and say whether it is you.
    SigningLink,
    /// Your application was approved.
    ApplicationApproved,
    /// Your application was turned down; the mail gives no grounds.
    ApplicationRejected,
    /// Your application was taken back.
    ApplicationWithdrawn,
    /// Your application has run out.
    ApplicationExpired,
    /// Our relationship with you is over.
    ApplicationEnded,
    /// Nobody has gone on with a draft for long: it runs out on a day.
    DraftEnding,
    /// Nobody has answered what was asked for: the application runs out on a day.
    AnswerEnding,
    /// We have sent a small amount: its merchant is to tell how much.
    TransferSent,
    /// The account isn't proven yet: the application runs out on a day.
    AccountEnding,
    /// Your application is open again.
    ApplicationReopened,
    /// What you recommended on a case was returned to the first review.
    AdviceReturned,
    /// A consent that a case rests on was taken back.
    ConsentWithdrawn,
    /// A file that had come in was refused when it was opened.
    DocumentRefused,
    /// You no longer work at a tenant.
    StaffDeactivated,
    /// You work at a tenant again.
    StaffReactivated,
    /// You work at a tenant in other roles than before.
    StaffRolesChanged,
    /// You run the platform from now on.
    OperatorMade,
    /// You no longer run the platform.
    OperatorEnded,
    /// A credential of your merchant was drawn.
    CredentialDrawn,
    /// A credential of your merchant was replaced by another.
    CredentialRotated,
    /// The bank account that an application gave was changed.
    BankChanged,
    /// A credential of your merchant was revoked.
    CredentialRevoked,
    /// What a channel wanted changed goes on to it.
    ApplicationPassedOn,
    /// What a channel wanted changed was not answered in time.
    ApplicationUnanswered,
    /// Papers run out: others are to be sent.
    PapersEnding,
    /// Papers have run out.
    PapersOver,
    /// The papers that came in the place of others were accepted.
    PapersRenewed,
    /// Papers that ran out were not replaced in time.
    PapersUnanswered,
    /// A channel has said yes.
    ChannelYes,
    /// A channel has said no, or ended it; the mail gives no grounds.
    ChannelNo,
    /// A channel has stopped for now.
    ChannelSuspended,
    /// Live credentials are open to your merchant.
    LiveOpened,
    /// The right to live credentials has ended.
    LiveEnded,
    /// A credential of your merchant ends within a week.
    CredentialExpiring,
    /// An offer of prices waits for your merchant.
    OfferApproved,
}

/// Which of a person's addresses a mail goes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Address {
    /// The one in use.
    Current,
    /// The new one of a change.
    New,
    /// The one a change replaces.
    Old,
}

/// What a mail's button opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Link {
    /// There is no button.
    None,
    /// A page; `{slug}`, `{application}` and `{merchant}` are filled in.
    Page(&'static str),
    /// A page that takes a token, drawn when the mail is written.
    Token(Purpose, &'static str),
    /// An invitation's page.
    Invitation(&'static str),
    /// The page of whoever signs; its token is drawn when the mail is written.
    Signatory(&'static str),
}

/// A template's form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Form {
    /// The part of the text keys that names it.
    pub(super) code: &'static str,
    pub(super) address: Address,
    pub(super) link: Link,
}

/// An application's task list.
const TASKS: &str = "/t/{slug}/applications/{application}";
/// Where an application stands.
const STATUS: &str = "/t/{slug}/applications/{application}/status";
/// Where whoever signs is waited for.
const SIGNING: &str = "/t/{slug}/applications/{application}/signing";
/// Where whoever signs does.
pub(crate) const SIGN: &str = "/t/{slug}/sign/{token}";
/// Where the account is proven.
const ACCOUNT: &str = "/t/{slug}/applications/{application}/account";
/// Where an application's channels stand.
const CHANNELS: &str = "/t/{slug}/applications/{application}/channels";
/// A merchant's own credentials.
const KEYS: &str = "/t/{slug}/credentials";
/// A merchant's applications.
const HOME: &str = "/t/{slug}/home";
/// What a merchant pays.
const PRICES: &str = "/t/{slug}/prices";
/// An application as the desk's case.
const CASE: &str = "/t/{slug}/desk/cases/{application}";

/// A merchant's people.
const TEAM: &str = "/t/{slug}/members/{merchant}";

/// The way to the desk or the console, whichever the reader's roles open.
const CONSOLE: &str = "/t/{slug}/console";

impl Template {
    /// Every mail there is.
    pub const ALL: [Self; 65] = [
        Self::Confirm,
        Self::ChoosePassword,
        Self::AlreadyRegistered,
        Self::Reset,
        Self::PasswordChanged,
        Self::Locked,
        Self::CodesLocked,
        Self::TotpAdded,
        Self::TotpRemoved,
        Self::FactorsForgotten,
        Self::PasskeyAdded,
        Self::PasskeyRemoved,
        Self::RecoveryUsed,
        Self::RecoveryRenewed,
        Self::ConfirmChange,
        Self::ChangeRequested,
        Self::ChangeDone,
        Self::AddressInUse,
        Self::Invitation,
        Self::MemberInvitation,
        Self::MemberJoined,
        Self::MemberRolesChanged,
        Self::MemberRemoved,
        Self::MemberLeft,
        Self::ApplicationSubmitted,
        Self::ApplicationChanges,
        Self::ApplicationResubmitted,
        Self::ApplicationAccount,
        Self::ApplicationSigning,
        Self::SigningLink,
        Self::ApplicationApproved,
        Self::ApplicationRejected,
        Self::ApplicationWithdrawn,
        Self::ApplicationExpired,
        Self::ApplicationEnded,
        Self::ApplicationReopened,
        Self::DraftEnding,
        Self::AnswerEnding,
        Self::TransferSent,
        Self::AccountEnding,
        Self::AdviceReturned,
        Self::ConsentWithdrawn,
        Self::DocumentRefused,
        Self::StaffDeactivated,
        Self::StaffReactivated,
        Self::StaffRolesChanged,
        Self::OperatorMade,
        Self::OperatorEnded,
        Self::CredentialDrawn,
        Self::CredentialRotated,
        Self::BankChanged,
        Self::CredentialRevoked,
        Self::ApplicationPassedOn,
        Self::ApplicationUnanswered,
        Self::PapersEnding,
        Self::PapersOver,
        Self::PapersRenewed,
        Self::PapersUnanswered,
        Self::ChannelYes,
        Self::ChannelNo,
        Self::ChannelSuspended,
        Self::LiveOpened,
        Self::LiveEnded,
        Self::CredentialExpiring,
        Self::OfferApproved,
    ];

    /// Whether its text names the roles that the person holds at the transaction's tenant when it is written.
    pub(super) const fn names_roles(self) -> bool {
        matches!(self, Self::StaffReactivated | Self::StaffRolesChanged)
    }

    /// Whether its text says when an application runs out.
    pub(super) const fn tells_end(self) -> bool {
        matches!(self, Self::DraftEnding | Self::AnswerEnding | Self::AccountEnding)
    }

    /// To which address it goes and what its button opens.
    pub(super) const fn form(self) -> Form {
        use Address::{Current, New, Old};
        let (code, address, link) = match self {
            Self::Confirm => ("confirm", Current, Link::Token(Purpose::Confirm, "/account/confirm/{token}")),
            Self::ChoosePassword => {
                ("choose-password", Current, Link::Token(Purpose::Reset, "/account/reset/{token}"))
            }
            Self::AlreadyRegistered => ("already-registered", Current, Link::Page("/account/sign-in")),
            Self::Reset => ("reset", Current, Link::Token(Purpose::Reset, "/account/reset/{token}")),
            Self::PasswordChanged => ("password-changed", Current, Link::Page("/account/forgotten")),
            Self::Locked => ("locked", Current, Link::Page("/account/forgotten")),
            Self::CodesLocked => ("codes-locked", Current, Link::Page("/account/forgotten")),
            Self::TotpAdded => ("totp-added", Current, Link::Page("/account/forgotten")),
            Self::TotpRemoved => ("totp-removed", Current, Link::Page("/account/forgotten")),
            Self::FactorsForgotten => ("factors-forgotten", Current, Link::Page("/account/sign-in")),
            Self::PasskeyAdded => ("passkey-added", Current, Link::Page("/account/forgotten")),
            Self::PasskeyRemoved => ("passkey-removed", Current, Link::Page("/account/forgotten")),
            Self::RecoveryUsed => ("recovery-used", Current, Link::Page("/account/forgotten")),
            Self::RecoveryRenewed => ("recovery-renewed", Current, Link::Page("/account/forgotten")),
            Self::ConfirmChange => {
                ("confirm-change", New, Link::Token(Purpose::ChangeEmail, "/account/email/{token}"))
            }
            // By the time it is written the change may have happened: the new address would learn of the old one's
            // warning, and the old one of nothing.
            Self::ChangeRequested => ("change-requested", Old, Link::Page("/account/forgotten")),
            Self::ChangeDone => ("change-done", Old, Link::None),
            Self::AddressInUse => ("address-in-use", New, Link::Page("/account/forgotten")),
            Self::ApplicationSubmitted => ("application-submitted", Current, Link::Page(STATUS)),
            Self::ApplicationChanges => ("application-changes", Current, Link::Page(TASKS)),
            Self::ApplicationResubmitted => ("application-resubmitted", Current, Link::Page(STATUS)),
            Self::ApplicationAccount => ("application-account", Current, Link::Page(ACCOUNT)),
            Self::TransferSent => ("transfer-sent", Current, Link::Page(ACCOUNT)),
            Self::AccountEnding => ("account-ending", Current, Link::Page(ACCOUNT)),
            Self::ApplicationSigning => ("application-signing", Current, Link::Page(SIGNING)),
            Self::SigningLink => ("signing-link", Current, Link::Signatory(SIGN)),
            Self::ApplicationApproved => ("application-approved", Current, Link::Page(STATUS)),
            Self::ApplicationRejected => ("application-rejected", Current, Link::Page(STATUS)),
            Self::ApplicationWithdrawn => ("application-withdrawn", Current, Link::Page(STATUS)),
            Self::ApplicationExpired => ("application-expired", Current, Link::Page(STATUS)),
            Self::ApplicationEnded => ("application-ended", Current, Link::Page(STATUS)),
            Self::ApplicationReopened => ("application-reopened", Current, Link::Page(TASKS)),
            Self::DraftEnding => ("draft-ending", Current, Link::Page(TASKS)),
            Self::AnswerEnding => ("answer-ending", Current, Link::Page(TASKS)),
            Self::Invitation => ("invitation", Current, Link::Invitation("/t/{slug}/invitation/{token}")),
            Self::MemberInvitation => {
                ("member-invitation", Current, Link::Invitation("/t/{slug}/invitation/{token}"))
            }
            Self::MemberJoined => ("member-joined", Current, Link::Page(TEAM)),
            Self::MemberRolesChanged => ("member-roles-changed", Current, Link::Page(TEAM)),
            Self::MemberRemoved => ("member-removed", Current, Link::None),
            Self::MemberLeft => ("member-left", Current, Link::Page(TEAM)),
            Self::AdviceReturned => ("advice-returned", Current, Link::Page(CASE)),
            Self::ConsentWithdrawn => ("consent-withdrawn", Current, Link::Page(CASE)),
            Self::DocumentRefused => ("document-refused", Current, Link::Page(TASKS)),
            Self::StaffDeactivated => ("staff-deactivated", Current, Link::None),
            Self::StaffReactivated => ("staff-reactivated", Current, Link::Page(CONSOLE)),
            Self::StaffRolesChanged => ("staff-roles-changed", Current, Link::Page(CONSOLE)),
            Self::OperatorMade => ("operator-made", Current, Link::Page("/operator")),
            Self::OperatorEnded => ("operator-ended", Current, Link::None),
            Self::CredentialDrawn => ("credential-drawn", Current, Link::Page(KEYS)),
            Self::CredentialRotated => ("credential-rotated", Current, Link::Page(KEYS)),
            Self::BankChanged => ("bank-changed", Current, Link::Page(HOME)),
            Self::CredentialRevoked => ("credential-revoked", Current, Link::Page(KEYS)),
            Self::ApplicationPassedOn => ("application-passed-on", Current, Link::Page(CHANNELS)),
            Self::ApplicationUnanswered => ("application-unanswered", Current, Link::Page(CHANNELS)),
            Self::PapersEnding => ("papers-ending", Current, Link::Page(TASKS)),
            Self::PapersOver => ("papers-over", Current, Link::Page(TASKS)),
            Self::PapersRenewed => ("papers-renewed", Current, Link::Page(STATUS)),
            Self::PapersUnanswered => ("papers-unanswered", Current, Link::Page(STATUS)),
            Self::ChannelYes => ("channel-yes", Current, Link::Page(CHANNELS)),
            Self::ChannelNo => ("channel-no", Current, Link::Page(CHANNELS)),
            Self::ChannelSuspended => ("channel-suspended", Current, Link::Page(CHANNELS)),
            Self::LiveOpened => ("live-opened", Current, Link::Page(KEYS)),
            Self::LiveEnded => ("live-ended", Current, Link::Page(KEYS)),
            Self::CredentialExpiring => ("credential-expiring", Current, Link::Page(KEYS)),
            Self::OfferApproved => ("offer-approved", Current, Link::Page(PRICES)),
        };
        Form { code, address, link }
    }
}
