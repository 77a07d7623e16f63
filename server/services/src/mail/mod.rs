//! Mail texts and the job that sends them. A mail is a job in the transaction of what it tells of: at least once,
//! with a stable Message-ID, in the language of the person it goes to.
