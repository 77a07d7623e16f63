//! Fees: what is compared, through the API as a merchant's own systems ask.

mod compare;
