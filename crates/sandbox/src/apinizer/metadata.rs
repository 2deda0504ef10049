//! Metadata of a credential (section 4, generation B).

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::envelope::Refusal;
use super::messages::undocumented;

/// The registered claims of RFC 7519; the contract says that some names are reserved, not which.
const RESERVED_CLAIMS: [&str; 7] = ["iss", "sub", "aud", "exp", "nbf", "iat", "jti"];

/// One entry.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct MetadataEntry {
    key: String,
    #[serde(default)]
    value: Option<String>,
    #[serde(default)]
    secret: bool,
    #[serde(default)]
    include_in_jwt: bool,
    #[serde(default)]
    include_in_token_response: bool,
    #[serde(default)]
    jwt_claim_name: Option<String>,
}

impl MetadataEntry {
    /// As a list shows it: the value of a secret entry is not returned.
    pub(super) fn listed(&self) -> Value {
        let value = if self.secret { None } else { self.value.as_deref() };
        json!({
            "key": self.key, "value": value, "secret": self.secret, "includeInJwt": self.include_in_jwt,
            "includeInTokenResponse": self.include_in_token_response, "jwtClaimName": self.jwt_claim_name,
        })
    }

    fn claim(&self) -> &str {
        self.jwt_claim_name.as_deref().unwrap_or(&self.key)
    }
}

/// Reads what was sent; a secret entry without a value keeps the one in `stored`, as it has to be sent to change it.
pub(super) fn read(sent: Value, stored: &[MetadataEntry]) -> Result<Vec<MetadataEntry>, Refusal> {
    let Ok(mut entries) = serde_json::from_value::<Vec<MetadataEntry>>(sent) else {
        return Err(Refusal::bad_request(undocumented::field_unreadable("metadata")));
    };
    for entry in &mut entries {
        if entry.include_in_jwt && RESERVED_CLAIMS.contains(&entry.claim()) {
            return Err(Refusal::bad_request(undocumented::claim_reserved(entry.claim())));
        }
        if entry.secret && entry.value.is_none() {
            let known = stored.iter().find(|known| known.secret && known.key == entry.key);
            entry.value = known.and_then(|known| known.value.clone());
        }
    }
    Ok(entries)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_value_is_kept_unless_sent_again_and_never_shown() {
        let stored = read(json!([{ "key": "a", "value": "hidden", "secret": true }]), &[]).unwrap();
        assert_eq!(stored[0].listed()["value"], Value::Null);
        let kept = read(json!([{ "key": "a", "secret": true }]), &stored).unwrap();
        assert_eq!(kept[0].value.as_deref(), Some("hidden"));
    }

    #[test]
    fn a_reserved_claim_is_refused() {
        let entry = json!([{ "key": "subject", "includeInJwt": true, "jwtClaimName": "sub" }]);
        assert_eq!(read(entry, &[]), Err(Refusal::bad_request("Metadata claim name (sub) is reserved!")));
    }
}
