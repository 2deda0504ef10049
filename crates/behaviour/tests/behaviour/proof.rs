//! Whether a secret is the one that is in force, as a caller of the credential would find out.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::stage::Stage;

/// Who knows the stored secret of a credential.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Proof {
    /// The API gateways of these environments, for callers who name the credential.
    Gateways(&'static [&'static str]),
    /// The vault of this vendor in the sandbox: the vendor itself never gives a secret back.
    Vault(&'static str),
}

impl Proof {
    /// Where a secret was tried and whether it was taken there.
    fn tries(self, stage: &Stage<'_>, id: &str, secret: &str) -> Vec<(String, bool)> {
        let places: Vec<String> = match self {
            Self::Gateways(environments) => environments.iter().map(|name| format!("gateway/{name}")).collect(),
            Self::Vault(vendor) => vec![format!("vault/{vendor}/{id}")],
        };
        let authorization = format!("Basic {}", STANDARD.encode(format!("{id}:{secret}")));
        let is_taken = |place: &str| match stage.ask(&format!("/_sandbox/{place}"), &authorization) {
            200 => true,
            401 => false,
            status => panic!("{place} answers {status}"),
        };
        places.into_iter().map(|place| (place.clone(), is_taken(&place))).collect()
    }
}

/// Fails unless the secret is in force everywhere.
pub(crate) fn assert_valid(stage: &Stage<'_>, id: &str, secret: &str) {
    let tries = stage.row.proof.tries(stage, id, secret);
    assert!(tries.iter().all(|(_, taken)| *taken), "{id} with {secret:?}: {tries:?}");
}

/// Fails if the secret is in force anywhere.
pub(crate) fn assert_void(stage: &Stage<'_>, id: &str, secret: &str) {
    let tries = stage.row.proof.tries(stage, id, secret);
    assert!(!tries.iter().any(|(_, taken)| *taken), "{id} with {secret:?}: {tries:?}");
}
