//! The credential as the API shows it (section 4).

use serde_json::{Value, json};

use super::envelope::Generation;
use super::metadata::MetadataEntry;

/// A stored credential. Its password is not part of it: nobody can read it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Credential {
    pub(super) username: String,
    pub(super) email: String,
    pub(super) full_name: String,
    pub(super) description: String,
    pub(super) role_name_list: Vec<String>,
    pub(super) enabled: bool,
    pub(super) ip_list: Vec<String>,
    /// As it was sent; the form is checked on the way in.
    pub(super) expire_date: Option<String>,
    pub(super) metadata: Vec<MetadataEntry>,
}

impl Credential {
    /// The entry of a list: `password` is always `null`, and only generation B knows `metadata`.
    pub(super) fn listed(&self, generation: Generation) -> Value {
        let mut entry = json!({
            "username": self.username, "password": null, "email": self.email, "fullName": self.full_name,
            "description": self.description, "roleNameList": self.role_name_list, "enabled": self.enabled,
            "ipList": self.ip_list, "expireDate": self.expire_date,
        });
        if generation == Generation::B
            && let Some(members) = entry.as_object_mut()
        {
            let metadata: Vec<Value> = self.metadata.iter().map(MetadataEntry::listed).collect();
            members.insert("metadata".to_owned(), metadata.into());
        }
        entry
    }
}
