//! Lists: however the bytes come, the same records; what was read goes back as it came; no secret is kept.

use rekey_core::access::Access;
use rekey_core::credential::{Credential, Entry, Scope};
use rekey_core::dialect::{Change, Dialect, Portion};
use rekey_core::draft::{Clock, CredentialDraft};
use rekey_core::outcome::ReadFailure;
use rekey_core::secret::Secret;
use rekey_core::timestamp::Timestamp;
use serde_json::{Value, json};

use crate::answers::{DIALECTS, reply};
use crate::bytes::Bytes;

const JSON: Option<&str> = Some("application/json");

/// Reads a list in pieces and whole, and sends back what was read of it.
pub(super) fn list(data: &[u8]) {
    let mut bytes = Bytes::new(data);
    let dialect = bytes.pick(&DIALECTS);
    let size = 1 + usize::from(bytes.one());
    let body = bytes.rest();
    let whole = read_whole(dialect, body);
    assert_eq!(read_in_pieces(dialect, body, size), whole, "{dialect:?} in pieces of {size}");
    for entry in whole.iter().flat_map(|portion| &portion.entries) {
        match entry {
            Entry::Readable(credential) => {
                assert!(!credential.id.is_empty(), "what has no id cannot be addressed");
                sent_back(dialect, credential);
            }
            Entry::Unreadable(raw) => assert!(raw.chars().count() <= 200, "what cannot be read is cut"),
        }
    }
}

fn read_whole(dialect: Dialect, body: &[u8]) -> Result<Portion, ReadFailure> {
    dialect.interpret_list(&mut dialect.list_body(), reply(200, JSON, body.to_vec()), 0)
}

fn read_in_pieces(dialect: Dialect, body: &[u8], size: usize) -> Result<Portion, ReadFailure> {
    let mut pieces = dialect.list_body();
    for piece in body.chunks(size) {
        pieces.push(piece);
    }
    dialect.interpret_list(&mut pieces, reply(200, JSON, Vec::new()), 0)
}

/// Edits nothing, and looks at what would be sent (N-08).
pub fn sent_back(dialect: Dialect, credential: &Credential) {
    let now = Timestamp::parse("2026-11-28T12:00:00Z").unwrap();
    let clock = Clock { now, resolve: &|local| Some(local.as_utc()), local: &Timestamp::utc };
    let capabilities = dialect.capabilities();
    // What the form refuses, such as a name of blanks alone, is not sent.
    let Ok(edit) = CredentialDraft::of(credential, &clock).parse(credential, capabilities, &clock) else { return };
    let secret = Secret::new("a new secret".to_owned());
    let change = Change::details(edit.clone(), Some(secret), Some("operator".to_owned()));
    let access = Access::bearer(&Secret::new("token".to_owned())).unwrap();
    let scope = Scope::Project("retail".to_owned());
    let Ok(request) = dialect.write(&access, &scope, credential, &change) else { return };
    assert!(request.path.as_str().is_ascii() && !request.path.as_str().contains("/../"), "{}", request.path);
    let sent: Value = serde_json::from_str(request.body.as_ref().unwrap().text().expose()).unwrap();
    let is = |key: &str, text: &str| assert_eq!(sent[key], *text, "{key}");
    match dialect {
        Dialect::Apinizer => {
            is("username", &credential.id);
            is("fullName", &credential.full_name);
            is("email", &credential.email);
            is("description", &credential.description);
            assert_eq!(sent["roleNameList"], json!(edit.roles));
            assert_eq!(sent["ipList"], json!(edit.addresses));
            assert!(credential.roles.iter().all(|role| edit.roles.contains(role)), "no role is lost");
            assert!(credential.addresses.iter().all(|address| edit.addresses.contains(address)), "no address is lost");
            for (name, value) in &credential.carried {
                assert_eq!(sent[name], *value, "{name}");
            }
        }
        // Only what changed goes with a value in v6 (T2).
        Dialect::ThousandEyesV6 => assert!(sent.get("name").is_none()),
        Dialect::ThousandEyesV7 => is("name", &credential.name),
        Dialect::ZStack => {
            is("name", &credential.name);
            is("description", &credential.description);
        }
    }
}
