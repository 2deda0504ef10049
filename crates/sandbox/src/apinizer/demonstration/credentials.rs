//! The demo credentials: one for each state a list must show, and one that no list may trip over.

use jiff::{SignedDuration, Timestamp};
use serde_json::json;

use crate::apinizer::credential::Credential;
use crate::apinizer::metadata;
use crate::timestamp;

/// Every credential with its project. Dates are relative to `now`, so that "expires soon" stays true.
pub(super) fn all(now: Timestamp) -> Vec<(&'static str, Credential)> {
    let in_days = |days: i64| now.saturating_add(SignedDuration::from_hours(24 * days)).ok().map(timestamp::format);
    let retail = [
        Credential {
            description: "Order and stock calls of the web store".to_owned(),
            role_name_list: texts(["orders", "stock"]),
            ..plain("api-user", "API user")
        },
        Credential {
            description: "Nightly invoices".to_owned(),
            role_name_list: texts(["billing"]),
            ip_list: texts(["10.20.0.0/16", "192.0.2.17"]),
            expire_date: in_days(5),
            ..plain("billing-batch", "Billing batch")
        },
        Credential {
            description: "Kiosks in European shops".to_owned(),
            role_name_list: texts(["stock"]),
            ip_list: texts(["203.0.113.0/24", "2001:db8:42::/48"]),
            metadata: metadata::read(kiosk_metadata(), &[]).unwrap_or_default(),
            ..plain("kiosk-eu", "Kiosk Europe")
        },
        Credential {
            description: "Switched off since the move to the new ERP".to_owned(),
            enabled: false,
            ..plain("legacy-erp", "Legacy ERP")
        },
        Credential {
            description: "Contract ended".to_owned(),
            role_name_list: texts(["partner"]),
            expire_date: in_days(-12),
            ..plain("partner-acme", "Partner ACME")
        },
        Credential { role_name_list: texts(["reports"]), expire_date: in_days(400), ..plain("reporting", "Reporting") },
        Credential {
            email: "ops-eu@demo.example".to_owned(),
            description: "<img src=x onerror=alert(1)>".to_owned(),
            role_name_list: texts(["reports", "stock"]),
            ..plain("ops team/eu 50%", "Operations \"EU\" & <b>friends</b>")
        },
    ];
    let wholesale = [
        Credential { role_name_list: texts(["stock"]), ..plain("warehouse-sync", "Warehouse synchronisation") },
        Credential {
            role_name_list: texts(["orders", "partner"]),
            ip_list: texts(["198.51.100.8"]),
            ..plain("edi-gateway", "EDI gateway")
        },
    ];
    let of = |project: &'static str| move |credential| (project, credential);
    retail.into_iter().map(of("retail")).chain(wholesale.into_iter().map(of("wholesale"))).collect()
}

/// The `number`-th credential of a large list.
pub(super) fn generated(number: u32) -> Credential {
    let username = format!("generated-{number:06}");
    let full_name = format!("Generated {number}");
    Credential {
        enabled: !number.is_multiple_of(17),
        role_name_list: texts(["reports"]),
        ..plain(&username, &full_name)
    }
}

fn plain(username: &str, full_name: &str) -> Credential {
    Credential {
        username: username.to_owned(),
        email: format!("{username}@demo.example"),
        full_name: full_name.to_owned(),
        description: String::new(),
        role_name_list: Vec::new(),
        enabled: true,
        ip_list: Vec::new(),
        expire_date: None,
        metadata: Vec::new(),
    }
}

fn kiosk_metadata() -> serde_json::Value {
    json!([
        { "key": "region", "value": "eu-west", "includeInJwt": true, "jwtClaimName": "rgn" },
        { "key": "pairingCode", "value": "demo-pairing-code", "secret": true },
    ])
}

fn texts<const COUNT: usize>(items: [&str; COUNT]) -> Vec<String> {
    items.map(str::to_owned).to_vec()
}
