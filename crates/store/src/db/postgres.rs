//! PostgreSQL: a pool of connections, and a session that runs statements from a blocking thread.

use std::{net::IpAddr, ops::ControlFlow, pin::pin, str::FromStr, sync::Arc, time::Duration};

use bytes::BytesMut;
use deadpool_postgres::{Hook, HookError, Manager, ManagerConfig, Object, Pool, RecyclingMethod, Runtime};
use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use tokio::runtime::Handle;
use tokio_postgres::{
    Config, NoTls,
    config::{Host, SslMode},
    error::SqlState,
    types::{IsNull, ToSql, Type, to_sql_checked},
};
use tokio_postgres_rustls::MakeRustlsConnect;

use super::{
    Fault, Row, Value,
    fault::{Cause, first_words},
    own_text,
    row::{Column, Source},
    tx::EachRow,
};

/// Connections of one process; a unit takes milliseconds, so few are enough.
const CONNECTIONS: usize = 10;
/// How long a unit waits for a connection, and for a new one to be made.
const PATIENCE: Duration = Duration::from_secs(15);
/// Statements of a batch that are under way at once.
const PIPELINED: usize = 256;

/// A pool for the database that `url` names, with one connection tried.
///
/// `sslmode=disable` is plain; `require`, `verify-ca` and `verify-full` all check certificate and name against the
/// system's roots (or `SSL_CERT_FILE`); `prefer`, the default, is plain on this machine and takes TLS elsewhere
/// where the server offers it.
pub(super) async fn open(url: &str) -> Result<Pool, Fault> {
    let pool = pool(configuration(url)?)?;
    drop(connection(&pool).await?);
    Ok(pool)
}

/// A connection of the pool.
pub(super) async fn connection(pool: &Pool) -> Result<Object, Fault> {
    pool.get().await.map_err(|error| Fault::new("connect to PostgreSQL", whole_story(&error)))
}

/// The driver knows no `verify-…`: with our TLS, `require` is already as strict as those.
fn configuration(url: &str) -> Result<Config, Fault> {
    let url =
        url.replace("sslmode=verify-full", "sslmode=require").replace("sslmode=verify-ca", "sslmode=require");
    let mut config = Config::from_str(&url)
        .map_err(|error| Fault::new("read the URL of PostgreSQL", whole_story(&error)))?;
    if config.get_ssl_mode() == SslMode::Prefer && config.get_hosts().iter().all(is_here) {
        config.ssl_mode(SslMode::Disable);
    }
    if config.get_connect_timeout().is_none() {
        config.connect_timeout(PATIENCE);
    }
    if config.get_application_name().is_none() {
        config.application_name("tenure");
    }
    Ok(config)
}

fn is_here(host: &Host) -> bool {
    match host {
        Host::Tcp(name) => {
            name == "localhost" || name.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
        }
        #[cfg(unix)]
        Host::Unix(_) => true,
    }
}

fn pool(config: Config) -> Result<Pool, Fault> {
    let how = ManagerConfig { recycling_method: RecyclingMethod::Fast };
    let manager = if config.get_ssl_mode() == SslMode::Disable {
        Manager::from_config(config, NoTls, how)
    } else {
        Manager::from_config(config, tls()?, how)
    };
    Pool::builder(manager)
        .max_size(CONNECTIONS)
        .runtime(Runtime::Tokio1)
        .wait_timeout(Some(PATIENCE))
        .create_timeout(Some(PATIENCE))
        .post_create(Hook::async_fn(|client, _| {
            Box::pin(async {
                client.batch_execute(own_text::POSTGRES_SETTINGS).await.map_err(HookError::Backend)
            })
        }))
        .build()
        .map_err(|error| Fault::new("make a pool of connections", error))
}

fn tls() -> Result<MakeRustlsConnect, Fault> {
    let mut roots = rustls::RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let config = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| Fault::new("set up TLS", error))?;
    Ok(MakeRustlsConnect::new(config.with_root_certificates(roots).with_no_client_auth()))
}

/// A pooled connection in use by one unit, spoken to from a blocking thread.
///
/// Unless [`Session::give_back`] says that its transaction has ended, the connection is closed and never returns to
/// the pool, so no transaction can stay open there.
pub(super) struct Session {
    client: Option<Object>,
    runtime: Handle,
}

impl Session {
    pub(super) fn new(client: Object, runtime: Handle) -> Self {
        Self { client: Some(client), runtime }
    }

    pub(super) fn give_back(mut self) {
        self.client = None;
    }

    pub(super) fn control(&self, sql: &str) -> Result<(), Fault> {
        self.wait(sql, async |client| client.batch_execute(sql).await)
    }

    pub(super) fn prepare(&self, sql: &str) -> Result<(), Fault> {
        self.wait(sql, async |client| client.prepare_cached(sql).await.map(drop))
    }

    pub(super) fn execute(&self, sql: &str, params: &[Value]) -> Result<u64, Fault> {
        self.wait(sql, async |client| {
            let statement = client.prepare_cached(sql).await?;
            client.execute_raw(&statement, params).await
        })
    }

    pub(super) fn batch(&self, sql: &str, rows: &[Vec<Value>]) -> Result<u64, Fault> {
        self.wait(sql, async |client| {
            let statement = client.prepare_cached(sql).await?;
            stream::iter(rows.iter().map(|params| client.execute_raw(&statement, params)))
                .buffered(PIPELINED)
                .try_fold(0, async |changed, more| Ok(changed + more))
                .await
        })
    }

    pub(super) fn stream(&self, sql: &str, params: &[Value], each: EachRow) -> Result<(), Fault> {
        self.wait(sql, async |client| {
            let statement = client.prepare_cached(sql).await?;
            let mut rows = pin!(client.query_raw(&statement, params).await?);
            while let Some(row) = rows.next().await {
                if each(&Row(Source::Postgres(&row?))) == ControlFlow::Break(()) {
                    break;
                }
            }
            Ok(())
        })
    }

    fn wait<T>(
        &self,
        sql: &str,
        ask: impl AsyncFnOnce(&Object) -> Result<T, tokio_postgres::Error>,
    ) -> Result<T, Fault> {
        let client = self.client.as_ref().ok_or_else(Fault::closed)?;
        self.runtime.block_on(ask(client)).map_err(|error| fault(sql, &error))
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        if let Some(client) = self.client.take() {
            drop(Object::take(client));
        }
    }
}

impl ToSql for Value {
    fn to_sql(
        &self,
        ty: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match (self, ty) {
            (Self::Null, _) => Ok(IsNull::Yes),
            (Self::Int(number), &Type::INT8) => number.to_sql(ty, out),
            (Self::Int(number), &Type::INT4) => i32::try_from(*number)?.to_sql(ty, out),
            (Self::Text(text), &Type::TEXT | &Type::VARCHAR | &Type::UNKNOWN) => text.to_sql(ty, out),
            (Self::Bytes(bytes), &Type::BYTEA) => bytes.to_sql(ty, out),
            (other, ty) => Err(format!("{} was given where {ty} is wanted", other.kind()).into()),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

/// One column of a row, or why it cannot be had.
pub(super) fn value(row: &tokio_postgres::Row, column: impl Column) -> Result<Value, &'static str> {
    let names = row.columns().iter().map(tokio_postgres::Column::name);
    let position = column.position(names).ok_or("is not in the answer")?;
    let value = match *row.columns()[position].type_() {
        Type::INT8 => row.try_get::<_, Option<i64>>(position).map(Value::from),
        Type::INT4 => row.try_get::<_, Option<i32>>(position).map(Value::from),
        Type::TEXT | Type::VARCHAR => row.try_get::<_, Option<String>>(position).map(Value::from),
        Type::BYTEA => row.try_get::<_, Option<Vec<u8>>>(position).map(Value::from),
        _ => return Err("has a type of its own; only TEXT, BIGINT and BYTEA are portable"),
    };
    value.map_err(|_| "cannot be read")
}

fn fault(sql: &str, error: &tokio_postgres::Error) -> Fault {
    let cause = match error.code() {
        Some(&SqlState::UNIQUE_VIOLATION) => Cause::Unique,
        Some(&SqlState::T_R_SERIALIZATION_FAILURE | &SqlState::T_R_DEADLOCK_DETECTED) => Cause::Conflict,
        Some(&SqlState::LOCK_NOT_AVAILABLE) => Cause::Busy,
        Some(&SqlState::ADMIN_SHUTDOWN | &SqlState::CRASH_SHUTDOWN) => Cause::Lost,
        None if error.is_closed() || is_broken_pipe(error) => Cause::Lost,
        _ => Cause::Other,
    };
    let why = match error.as_db_error() {
        // The detail of the server's message would show values.
        Some(said) => format!("{} ({})", said.message(), said.code().code()),
        None => whole_story(error),
    };
    Fault::new(first_words(sql), why).because(cause)
}

/// What the socket says when the server went away before it could say so itself.
fn is_broken_pipe(error: &tokio_postgres::Error) -> bool {
    std::error::Error::source(error).is_some_and(<dyn std::error::Error>::is::<std::io::Error>)
}

/// An error and what lies below it: «error connecting to server: Connection refused».
fn whole_story(error: &dyn std::error::Error) -> String {
    let mut story = error.to_string();
    let mut below = error.source();
    while let Some(cause) = below {
        let words = cause.to_string();
        if !story.contains(&words) {
            story.push_str(": ");
            story.push_str(&words);
        }
        below = cause.source();
    }
    story
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn only_this_machine_is_spoken_to_without_offering_tls() {
        let mode = |url: &str| configuration(url).unwrap().get_ssl_mode();
        for here in ["postgres://u@localhost/d", "postgres://u@[::1]/d", "postgres:///d?host=/run/postgresql"]
        {
            assert_eq!(mode(here), SslMode::Disable, "{here}");
        }
        assert_eq!(mode("postgres://u@db.example/d"), SslMode::Prefer);
        assert_eq!(mode("postgres://u@db.example/d?sslmode=disable"), SslMode::Disable);
        assert_eq!(mode("postgres://u@localhost/d?sslmode=require"), SslMode::Require);
        assert_eq!(mode("postgres://u@db.example/d?sslmode=verify-full"), SslMode::Require);
    }
}
