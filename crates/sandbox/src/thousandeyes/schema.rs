//! The tables.

/// Secrets stand as hashes: tokens as SHA-256, stored values as Argon2id.
pub(crate) const SCHEMA: &str = "
CREATE TABLE thousandeyes_account (
    email           TEXT PRIMARY KEY,
    may_write       INTEGER NOT NULL,
    may_see_values  INTEGER NOT NULL,
    -- In a row; a sign-in that works sets it back.
    failed_sign_ins INTEGER NOT NULL DEFAULT 0
) STRICT;

-- One person has tokens for both schemes.
CREATE TABLE thousandeyes_token (
    sha256 TEXT PRIMARY KEY,
    scheme TEXT NOT NULL CHECK (scheme IN ('basic', 'bearer')),
    email  TEXT NOT NULL
) STRICT;

CREATE TABLE thousandeyes_account_group (
    aid  INTEGER PRIMARY KEY,
    name TEXT NOT NULL
) STRICT;

CREATE TABLE thousandeyes_membership (
    email      TEXT NOT NULL,
    aid        INTEGER NOT NULL,
    is_default INTEGER NOT NULL,
    PRIMARY KEY (email, aid)
) STRICT;

-- A credential lives in one group. An id is never given twice. A value that is NULL has been lost.
CREATE TABLE thousandeyes_credential (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    aid        INTEGER NOT NULL,
    name       TEXT NOT NULL,
    value_hash TEXT
) STRICT;
";
