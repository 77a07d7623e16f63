//! How long what a merchant gave is kept, and when it may or must be erased.
//!
//! Laws are dated data files, one a country ([`laws`]). What follows from a law for one application is [`Term`]: while
//! it is under way everything stays, once it has ended the law keeps it for its years, and a legal hold keeps it longer
//! than any law. What was never handed in no law keeps.

pub mod laws;
mod term;

pub use laws::Law;
pub use term::{ABANDONED_DAYS, Ground, Standing, Term, Why};

use crate::words::words;

words! {
    /// Why a tenant's relationship with a merchant ended.
    EndReason {
        /// The merchant wanted it to.
        MerchantAsked = "merchant_asked",
        /// The tenant gave notice.
        TenantEnded = "tenant_ended",
        /// The business is no more.
        Ceased = "ceased",
        /// Nothing was done with it for long.
        Unused = "unused",
    }
}

words! {
    /// What a request for erasure, or a term that was over, has led to.
    Outcome {
        /// Everything is gone.
        Erased = "erased",
        /// Something keeps it: nobody but the admins sees that it is there.
        Restricted = "restricted",
    }
}

words! {
    /// Why something was erased or set aside.
    Cause {
        /// Somebody asked for it.
        Asked = "asked",
        /// Its term was over.
        Term = "term",
    }
}
