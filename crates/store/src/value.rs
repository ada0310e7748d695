//! Values as both databases hold them.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff_sqlx::ToSqlx as _;
use sqlx::encode::IsNull;
use sqlx::error::BoxDynError;
use sqlx::postgres::{PgArgumentBuffer, PgTypeInfo, PgValueFormat, PgValueRef};
use sqlx::sqlite::{SqliteArgumentsBuffer, SqliteTypeInfo, SqliteValueRef};
use sqlx::types::Json;
use sqlx::{Decode, Encode, Postgres, Sqlite, Type};
use uuid::Uuid;

/// A civil date as both databases hold it.
pub(crate) type DbDate = jiff_sqlx::Date;

/// A date on its way in.
pub(crate) fn date(date: Date) -> DbDate {
    date.to_sqlx()
}

/// A date that may be missing, on its way in.
pub(crate) fn maybe_date(date: Option<Date>) -> Option<DbDate> {
    date.map(|d| d.to_sqlx())
}

/// An instant: fixed-width text in SQLite, so that it sorts; TIMESTAMPTZ in PostgreSQL. Whole microseconds in both.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Ts(pub Timestamp);

/// Microseconds from 1970 to 2000, where PostgreSQL counts from.
const POSTGRES_EPOCH: i64 = 946_684_800_000_000;

impl Type<Sqlite> for Ts {
    fn type_info() -> SqliteTypeInfo {
        <String as Type<Sqlite>>::type_info()
    }
}

impl Encode<'_, Sqlite> for Ts {
    fn encode_by_ref(&self, buffer: &mut SqliteArgumentsBuffer) -> Result<IsNull, BoxDynError> {
        Encode::<Sqlite>::encode(format!("{:.6}", self.0), buffer)
    }
}

impl<'r> Decode<'r, Sqlite> for Ts {
    fn decode(value: SqliteValueRef<'r>) -> Result<Self, BoxDynError> {
        Ok(Self(<&str as Decode<Sqlite>>::decode(value)?.parse()?))
    }
}

impl Type<Postgres> for Ts {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_oid(sqlx::postgres::types::Oid(1184)) // TIMESTAMPTZ
    }
}

impl Encode<'_, Postgres> for Ts {
    fn encode_by_ref(&self, buffer: &mut PgArgumentBuffer) -> Result<IsNull, BoxDynError> {
        Encode::<Postgres>::encode(self.0.as_microsecond() - POSTGRES_EPOCH, buffer)
    }
}

impl<'r> Decode<'r, Postgres> for Ts {
    fn decode(value: PgValueRef<'r>) -> Result<Self, BoxDynError> {
        match value.format() {
            PgValueFormat::Binary => {
                let micros = i64::from_be_bytes(value.as_bytes()?.try_into()?);
                Ok(Self(Timestamp::from_microsecond(micros + POSTGRES_EPOCH)?))
            }
            PgValueFormat::Text => Err("an instant is read in binary form only".into()),
        }
    }
}

/// Ids as the rows of a JSON array, one a row with its place: `id_of(r.value ->> 0)`, `CAST(r.value ->> 1 AS BIGINT)`.
pub(crate) fn id_rows(ids: impl IntoIterator<Item = Uuid>) -> Json<serde_json::Value> {
    Json(ids.into_iter().enumerate().map(|(place, id)| serde_json::json!([id.simple().to_string(), place])).collect())
}
