//! Identifiers of businesses, people and banks: each kind with its own rule.

use crate::words::words;

words! {
    /// A kind of identifier, by the word that `gangway validate` and the requirement rules use.
    Kind {
        /// 统一社会信用代码, GB 32100-2015.
        CnUscc = "cn-uscc",
        /// 居民身份证, GB 11643.
        CnResidentId = "cn-resident-id",
        /// 联行号: only ever warns, as no published rule was found.
        Cnaps = "cnaps",
        /// IBAN, ISO 13616.
        Iban = "iban",
        /// Legal entity identifier, ISO 17442.
        Lei = "lei",
        /// Employer identification number.
        UsEin = "us-ein",
        /// Bank routing number.
        UsAba = "us-aba",
        /// A card number's check digit: only ever warns.
        Luhn = "luhn",
        /// Value added tax number of the United Kingdom.
        GbVat = "gb-vat",
        /// Umsatzsteuer-Identifikationsnummer.
        DeVat = "de-vat",
        /// Unique entity number of Singapore.
        SgUen = "sg-uen",
    }
}
