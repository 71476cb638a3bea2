//! What a rule's proposed wording is, beside the words it was found on.

/// Where proposed wording stands in the contract. In front of a signature it
/// decides what becomes of the words that were found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SuggestAs {
    /// Behind the sentences of the paragraph that was found; nothing goes.
    #[default]
    Clause,
    /// In place of the sentence.
    Sentence,
    /// Behind the words underlined, in their sentence.
    AfterWords,
    /// No wording, but what to do: it never stands in a contract.
    Advice,
}
