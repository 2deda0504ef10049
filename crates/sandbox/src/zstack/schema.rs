//! The tables.

/// What a record may hold in any JSON shape stands as JSON text: nothing here searches inside it.
pub(crate) const SCHEMA: &str = "
-- Tokens are kept as SHA-256.
CREATE TABLE zstack_token (
    sha256     TEXT PRIMARY KEY,
    principal  TEXT NOT NULL,
    may_write  INTEGER NOT NULL,
    is_expired INTEGER NOT NULL
) STRICT;

-- Lists are in the order of `number`, which is that of creation.
CREATE TABLE zstack_credential (
    number         INTEGER PRIMARY KEY,
    uuid           TEXT NOT NULL UNIQUE,
    name           TEXT NOT NULL UNIQUE,
    description    TEXT NOT NULL,
    kind           TEXT NOT NULL,
    odd_health     TEXT,
    expires_at     TEXT,
    created_by     TEXT NOT NULL,
    create_date    TEXT NOT NULL,
    last_op_date   TEXT,
    component_uuid TEXT,
    value_hash     TEXT NOT NULL
) STRICT;

-- `created_at` counts seconds since 1970.
CREATE TABLE zstack_audit (
    number          INTEGER PRIMARY KEY,
    uuid            TEXT NOT NULL,
    credential_uuid TEXT NOT NULL,
    credential_name TEXT NOT NULL,
    action          TEXT NOT NULL,
    operator        TEXT NOT NULL,
    details         TEXT NOT NULL,
    created_at      INTEGER NOT NULL
) STRICT;
";
