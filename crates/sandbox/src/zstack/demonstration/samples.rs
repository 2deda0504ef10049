//! The demo credentials in the order of the list: one for each state it must show, and some that no list may trip over.
//! Those stand after the twentieth, where a client that asks for one page only does not see them.

use crate::zstack::kind::{API_KEY, PASSWORD, SSH_KEY, TLS_CERT, UNSPECIFIED};

const DATABASE: &str = "comp-7d1f0c52-3b8e-4a6d-9c21-5e4f8a7b6c3d";
const SHOP: &str = "comp-0e93b6a4-51c7-4f28-8d3a-b2c4d6e8f012";

/// A demo credential.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sample {
    pub(super) name: &'static str,
    pub(super) description: &'static str,
    pub(super) kind: &'static str,
    /// From today, so that "expires soon" stays true; `None` has no expiry.
    pub(super) expires_in_days: Option<i64>,
    pub(super) component: Option<&'static str>,
    pub(super) oddity: Option<Oddity>,
}

/// What the published examples have, and no client would expect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Oddity {
    /// `"type": {}` and `"healthStatus": {}`.
    TypeAndHealth,
    /// `"expiresAt": "example"` and `"createDate": "example"`.
    Dates,
    /// No `lastOpDate`.
    LastOperation,
    /// The zero member of the health.
    HealthUnspecified,
}

pub(super) const ALL: [Sample; 27] = [
    Sample {
        component: Some(DATABASE),
        ..sample("prod-db-password", "Primary database password for production environment", PASSWORD, Some(75))
    },
    Sample {
        component: Some(DATABASE),
        ..sample("staging-db-password", "Database of the staging environment", PASSWORD, Some(140))
    },
    Sample {
        component: Some(DATABASE),
        ..sample("reporting-db-password", "Read-only replica for reports", PASSWORD, Some(12))
    },
    Sample { component: Some(SHOP), ..sample("orders-api-key", "Order service", API_KEY, Some(200)) },
    Sample { component: Some(SHOP), ..sample("payments-api-key", "Payment provider", API_KEY, Some(3)) },
    sample("maps-api-key", "Store finder; replaced in spring", API_KEY, Some(-8)),
    Sample {
        component: Some(SHOP),
        ..sample("shop-tls-certificate", "Certificate of the web store", TLS_CERT, Some(45))
    },
    sample("mail-tls-certificate", "Certificate of the mail relay", TLS_CERT, Some(20)),
    sample("bastion-ssh-key", "Jump host of the operations team", SSH_KEY, None),
    sample("backup-ssh-key", "Nightly backups to the second site", SSH_KEY, Some(300)),
    sample("deploy-ssh-key", "Deployments from the build servers", SSH_KEY, Some(150)),
    sample("object-storage-key", "Bucket of the product pictures", API_KEY, Some(90)),
    sample("message-queue-password", "Producers and consumers of the event bus", PASSWORD, Some(120)),
    sample("cache-password", "", PASSWORD, None),
    sample("search-api-key", "Search index of the web store", API_KEY, Some(60)),
    sample("directory-bind-password", "Read access to the staff directory", PASSWORD, Some(-40)),
    sample("mail-relay-password", "Outgoing mail", PASSWORD, Some(80)),
    sample("monitoring-api-key", "Agents of the monitoring", API_KEY, Some(33)),
    sample("registry-pull-password", "Container images", PASSWORD, Some(365)),
    sample("vpn-shared-secret", "Tunnel between the two sites", UNSPECIFIED, Some(50)),
    Sample {
        oddity: Some(Oddity::TypeAndHealth),
        ..sample("legacy-appliance-secret", "Taken over from the old appliance", UNSPECIFIED, Some(500))
    },
    Sample {
        oddity: Some(Oddity::Dates),
        ..sample("imported-ledger-password", "Imported without its dates", PASSWORD, None)
    },
    Sample {
        oddity: Some(Oddity::LastOperation),
        ..sample("untouched-license-key", "Never changed since it was stored", API_KEY, Some(700))
    },
    sample("ci-runner-api-key", "Build servers", API_KEY, Some(25)),
    sample("wallboard-password", "Screens in the operations room", PASSWORD, Some(-400)),
    sample("<b>\"SSO\"</b> & signing key", "<img src=x onerror=alert(1)>", SSH_KEY, Some(180)),
    Sample {
        oddity: Some(Oddity::HealthUnspecified),
        ..sample("archive-encryption-key", "Tapes in the vault", UNSPECIFIED, None)
    },
];

const fn sample(
    name: &'static str,
    description: &'static str,
    kind: &'static str,
    expires_in_days: Option<i64>,
) -> Sample {
    Sample { name, description, kind, expires_in_days, component: None, oddity: None }
}
