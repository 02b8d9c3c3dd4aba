//! The list of a module's statements, kept by the compiler.

/// Declare a module's statements, each `NAME = "SQL";` with its doc comment, and collect them in `STATEMENTS` (in
/// tests), so that one test can have every statement of the store read by both engines.
macro_rules! statements {
    ($($(#[$doc:meta])* $name:ident = $sql:expr;)+) => {
        $($(#[$doc])* const $name: &str = $sql;)+

        /// Every statement of this module, by name.
        #[cfg(test)]
        pub(crate) const STATEMENTS: &[(&str, &str)] = &[$((stringify!($name), $name)),+];
    };
}

pub(crate) use statements;
