//! Reads a key file offline, as a vendor's product does, and says what, who and until when.
//!
//! ```text
//! cargo run -p tenure-keyfile --example verify -- PUBLIC-KEYS KEY-FILE UNIX-SECONDS
//! cargo run -p tenure-keyfile --example verify -- vectors/public-keys.txt vectors/home.key "$(date +%s)"
//! ```
//!
//! Exit status: 0 the license is valid; 1 it is not; 2 the question could not be asked (a file cannot be
//! read, the list of public keys is broken). The time is an argument so that the example can be tested; a
//! product embeds its public keys with `include_str!` and asks the clock.

use std::{
    fs,
    io::{self, Write},
    process::ExitCode,
};

use jiff::Timestamp;
use tenure_keyfile::{Claims, Invalid, PublicKeys};

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let (status, text) = answer(&args);
    // A reader that went away (`| head`) is no reason to fail.
    let _ = writeln!(io::stdout(), "{text}");
    ExitCode::from(status)
}

/// The exit status and what is said.
pub(crate) fn answer(args: &[String]) -> (u8, String) {
    match ask(args) {
        Ok(Ok(claims)) => (0, format!("valid\n{}", describe(&claims))),
        Ok(Err(invalid)) => (1, explain(&invalid)),
        Err(trouble) => (2, trouble),
    }
}

fn ask(args: &[String]) -> Result<Result<Claims, Invalid>, String> {
    let [keys, key_file, now] = args else {
        return Err("usage: verify PUBLIC-KEYS KEY-FILE UNIX-SECONDS".to_owned());
    };
    let keys: PublicKeys = read(keys)?.parse().map_err(|e| format!("{keys}: {e}"))?;
    let now: i64 = now.parse().map_err(|e| format!("{now}: {e}"))?;
    Ok(keys.verify(&read(key_file)?, now))
}

fn read(path: &str) -> Result<String, String> {
    fs::read_to_string(path).map_err(|e| format!("{path}: {e}"))
}

fn explain(invalid: &Invalid) -> String {
    let known = invalid.claims().map(|claims| format!("\n{}", describe(claims)));
    format!("not valid ({}): {invalid}{}", invalid.code(), known.unwrap_or_default())
}

fn describe(claims: &Claims) -> String {
    let holder = claims.holder_name.as_deref().unwrap_or("(no name)");
    format!(
        "product  {} ({}), {} device(s)\nlicense  {}, serial number {}\nholder   {holder}\nvendor   {}\n\
         valid    from {} through {}",
        claims.product_name,
        claims.product_code,
        claims.devices,
        claims.license_id,
        claims.masked_serial,
        claims.vendor,
        show(claims.begins_at),
        show(claims.last_valid_second()),
    )
}

fn show(unix_secs: i64) -> String {
    Timestamp::from_second(unix_secs)
        .map_or_else(|_| format!("{unix_secs} (Unix seconds)"), |t| t.to_string())
}
