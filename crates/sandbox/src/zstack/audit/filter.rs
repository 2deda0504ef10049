//! Which entries of the audit log are wanted.

use jiff::Timestamp;
use rusqlite::{Connection, Row, params};
use serde_json::{Value, json};

use super::entry::Action;
use crate::zstack::answer::Refusal;
use crate::zstack::instant;
use crate::zstack::query::Query;

const PARAMETERS: [&str; 5] = ["credentialUuid", "action", "operator", "since", "until"];

/// The entries that match, newest first; `since` and `until` are part of the time between them.
pub(super) fn matching(connection: &Connection, query: Option<&str>) -> Result<Vec<Value>, Refusal> {
    let query = Query::read(query, &PARAMETERS)?;
    let action = query.member("action", Action::is_known, "")?;
    let since = query.instant("since")?.map(Timestamp::as_second);
    let until = query.instant("until")?.map(Timestamp::as_second);
    let wanted = params![query.text("credentialUuid"), action, query.text("operator"), since, until];
    let entries = connection
        .prepare(
            "SELECT * FROM zstack_audit
             WHERE (?1 IS NULL OR credential_uuid = ?1) AND (?2 IS NULL OR action = ?2)
                 AND (?3 IS NULL OR operator = ?3)
                 AND (?4 IS NULL OR created_at >= ?4) AND (?5 IS NULL OR created_at <= ?5)
             ORDER BY created_at DESC, number DESC",
        )?
        .query_map(wanted, shown)?
        .collect::<rusqlite::Result<Vec<Value>>>()?;
    Ok(entries)
}

fn shown(row: &Row<'_>) -> rusqlite::Result<Value> {
    let text = |name: &str| row.get::<_, String>(name);
    let at = Timestamp::from_second(row.get("created_at")?).unwrap_or_default();
    Ok(json!({
        "uuid": text("uuid")?, "credentialUuid": text("credential_uuid")?,
        "credentialName": text("credential_name")?, "action": text("action")?, "operator": text("operator")?,
        "details": text("details")?, "createDate": instant::format(at),
    }))
}
