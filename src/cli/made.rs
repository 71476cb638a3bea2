//! When what is written is made.

use jiff::Timestamp;

/// Now, in whole seconds, or as SOURCE_DATE_EPOCH says.
///
/// # Errors
/// A sentence, where that is no number of seconds.
pub(super) fn made() -> Result<Timestamp, String> {
    let Some(said) = std::env::var_os("SOURCE_DATE_EPOCH") else {
        return Timestamp::from_second(Timestamp::now().as_second())
            .map_err(|error| error.to_string());
    };
    let said = said.to_string_lossy();
    said.parse()
        .ok()
        .and_then(|seconds| Timestamp::from_second(seconds).ok())
        .ok_or_else(|| format!("SOURCE_DATE_EPOCH is {said}, not a number of seconds"))
}
