//! `tenure token …`: who may use the API.

use serde_json::{Value, json};
use tenure_domain::{
    TokenId,
    token::{Scope, Token},
};
use tenure_store::token as tokens;

use super::Out;
use crate::{actions::token, house::House};

#[derive(clap::Subcommand)]
pub enum Command {
    /// Make a token for a shop, and print it: it is never shown again.
    Create {
        /// The shop.
        #[arg(long)]
        name: String,
        /// What it allows: licenses:read, licenses:write, licenses:replace, licenses:block, holders:read, notices:read,
        /// events:read or inbound:write; once for each.
        #[arg(long, required = true)]
        scope: Vec<Scope>,
        /// For how many days it is valid; left out: until it is revoked.
        #[arg(long, value_parser = clap::value_parser!(u32).range(1..))]
        days: Option<u32>,
    },
    /// List the tokens; not their secrets, which nobody knows.
    List,
    /// Revoke a token: from now on it opens nothing.
    Revoke {
        /// The token's id, as `token list` shows it.
        token: TokenId,
    },
}

/// Runs one of the commands.
pub async fn run(house: &House, command: Command, out: &mut Out) -> anyhow::Result<()> {
    let (desk, now) = (house.desk.clone(), house.clock.now());
    match command {
        Command::Create { name, scope, days } => {
            let wish = token::Create { name, scopes: scope.into_iter().collect(), days };
            let (token, secret) = house.store.write(move |tx| token::create(tx, &desk, &wish, now)).await?;
            let mut object = as_json(&token);
            object["token"] = json!(secret);
            out.say(&object, secret)
        }
        Command::List => {
            for token in house.store.read(tokens::list).await? {
                let state = if token.is_valid(now) { "valid" } else { "ended" };
                let end = token.expires_at.map_or_else(|| "-".to_owned(), |at| at.to_string());
                let scopes = scopes(&token).join(" ");
                out.say(
                    &as_json(&token),
                    format_args!("{}  {state}  until {end}  {}  {scopes}", token.id, token.name),
                )?;
            }
            Ok(())
        }
        Command::Revoke { token } => {
            house.store.write(move |tx| token::revoke(tx, token, now)).await?;
            out.say(&json!({ "id": token, "state": "revoked" }), format_args!("{token} is revoked"))
        }
    }
}

fn scopes(token: &Token) -> Vec<&'static str> {
    token.scopes.iter().map(|scope| scope.code()).collect()
}

fn as_json(token: &Token) -> Value {
    json!({
        "id": token.id,
        "name": token.name,
        "scopes": scopes(token),
        "created_at": token.created_at,
        "expires_at": token.expires_at,
        "revoked_at": token.revoked_at,
    })
}
