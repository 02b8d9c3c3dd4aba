//! Closed lists of words: each has its names at the door in one place.

/// A closed list of words used in files and at the door.
macro_rules! coded {
    ($type:ident { $($variant:ident = $code:literal),* }) => {
        impl $type {
            /// The name used in files and at the door.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)* }
            }
        }
        impl std::str::FromStr for $type {
            type Err = $crate::word::UnknownWord;
            fn from_str(text: &str) -> Result<Self, $crate::word::UnknownWord> {
                match text {
                    $($code => Ok(Self::$variant),)*
                    _ => Err($crate::word::UnknownWord { text: text.to_owned(), known: &[$($code),*] }),
                }
            }
        }
        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.code())
            }
        }
    };
}
pub(crate) use coded;

/// A text is not one of the words that can stand in its place.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` cannot stand here; write {known}", known = known.join(", "))]
pub struct UnknownWord {
    /// What was given.
    pub text: String,
    /// What can stand in its place.
    pub known: &'static [&'static str],
}
