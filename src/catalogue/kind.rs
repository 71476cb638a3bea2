//! Kinds of contract.

/// What kind of contract a document is, as far as rules care.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    serde::Deserialize,
    serde::Serialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Services are sold: hosting, software as a service, support, consulting.
    ServicesAgreement,
    /// Service levels, alone.
    Sla,
    /// An order under other terms.
    OrderForm,
    /// Standing terms of an online service.
    TermsOfService,
    /// Data processing.
    Dpa,
    /// Confidentiality only.
    Nda,
    /// Software or content is licensed.
    Licence,
    /// An offer with prices.
    Quotation,
    /// Goods are sold, made or distributed.
    Supply,
    /// Work for wages.
    Employment,
    /// Published prices, with no party to them.
    PriceList,
    /// A policy, notice or guide: it informs, and sells nothing.
    Policy,
    /// Companies deal with each other: shares, joint development, the end of a contract.
    Corporate,
    /// None of these, or it could not be told.
    Other,
}
