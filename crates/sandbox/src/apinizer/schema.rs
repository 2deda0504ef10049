//! The tables.

/// Lists stand as JSON text: nothing here searches inside them.
pub(crate) const SCHEMA: &str = "
CREATE TABLE apinizer_account (
    username      TEXT PRIMARY KEY,
    password_hash TEXT NOT NULL
) STRICT;

-- Tokens are kept as SHA-256. `expires_at` counts milliseconds since 1970; NULL never expires.
CREATE TABLE apinizer_token (
    sha256     TEXT PRIMARY KEY,
    may_manage INTEGER NOT NULL,
    may_deploy INTEGER NOT NULL,
    expires_at INTEGER
) STRICT;

CREATE TABLE apinizer_project (
    name        TEXT PRIMARY KEY,
    description TEXT NOT NULL
) STRICT;

CREATE TABLE apinizer_role (
    name TEXT PRIMARY KEY
) STRICT;

-- The username alone is the key: it is unique across all projects.
CREATE TABLE apinizer_credential (
    username       TEXT PRIMARY KEY,
    project        TEXT NOT NULL,
    password_hash  TEXT NOT NULL,
    email          TEXT NOT NULL,
    full_name      TEXT NOT NULL,
    description    TEXT NOT NULL,
    role_name_list TEXT NOT NULL,
    enabled        INTEGER NOT NULL,
    ip_list        TEXT NOT NULL,
    expire_date    TEXT,
    metadata       TEXT NOT NULL
) STRICT;

-- What each gateway knows: a copy made by the last deployment that it took.
CREATE TABLE apinizer_live (
    environment   TEXT NOT NULL,
    username      TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    enabled       INTEGER NOT NULL,
    ip_list       TEXT NOT NULL,
    expire_date   TEXT,
    PRIMARY KEY (environment, username)
) STRICT;
";
