//! A file database survives a restart.

use rekey_sandbox::{Options, Storage};

use crate::stage::{EVERYWHERE, Stage};

#[test]
fn a_changed_password_survives_a_restart() {
    let folder = std::env::temp_dir().join(format!("rekey-sandbox-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let options = || Options { storage: Storage::File(folder.join("sandbox.db")), ..Options::default() };
    let first = Stage::with(options());
    assert_eq!(first.change_password("new").answer().status, 200);
    drop(first);
    let second = Stage::with(options());
    assert_eq!(second.accepting("new"), EVERYWHERE);
    assert!(second.accepting("old-password-of-api-user").is_empty());
    drop(second);
    std::fs::remove_dir_all(folder).unwrap();
}
