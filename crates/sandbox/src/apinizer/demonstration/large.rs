//! The project `large` (`--records`): as many credentials as are asked for, to try and to measure long lists with.
//!
//! A number always gives the same record. Only the dates move with the day, so that "expires soon" stays true.

mod person;

use std::array;

use jiff::{SignedDuration, Timestamp};
use rusqlite::Connection;
use sha2::{Digest, Sha256};

use self::person::{COMPANIES, FAMILY_NAMES, GIVEN_NAMES};
use super::{ROLES, deploy_all, hash};
use crate::apinizer::credential::Credential;
use crate::apinizer::storage;
use crate::timestamp;

/// What the project is called.
const PROJECT: &str = "large";

/// The password of each of its credentials. They share one hash: ten thousand hashes of their own would take minutes,
/// and nobody who looks at a list of that length asks which password is whose.
const PASSWORD: &str = "old-password-of-large";

/// What a caller does, in its username and in words.
const JOBS: [(&str, &str); 16] = [
    ("billing", "Invoices and credit notes"),
    ("catalogue", "Product texts and pictures"),
    ("checkout", "Baskets and payments"),
    ("customs", "Export papers"),
    ("edi", "Orders of trade customers"),
    ("forecast", "Sales figures for the planners"),
    ("kiosk", "Order points in the shops"),
    ("loyalty", "Points and vouchers"),
    ("orders", "Orders of the web store"),
    ("payroll", "Shift times"),
    ("pricing", "Prices and discounts"),
    ("returns", "Returned goods"),
    ("shipping", "Parcels and their labels"),
    ("stock", "What is on the shelves"),
    ("supplier", "Deliveries and their dates"),
    ("warehouse", "Pick lists"),
];

const PLACES: [&str; 24] = [
    "Ankara", "Antwerp", "Austin", "Bergen", "Bursa", "Chengdu", "Dakar", "Ghent", "Istanbul", "Izmir", "Jakarta",
    "Krakow", "Lagos", "Lyon", "Malmo", "Nairobi", "Osaka", "Perth", "Porto", "Quito", "Shanghai", "Utrecht",
    "Wroclaw", "Zagreb",
];

/// Adds the project with `count` credentials. Nothing happens without any, or where the project already is.
pub(crate) fn insert(connection: &Connection, count: u32) -> rusqlite::Result<()> {
    if count == 0 || storage::project_exists(connection, PROJECT)? {
        return Ok(());
    }
    let description = "Many credentials, for long lists";
    connection.execute("INSERT INTO apinizer_project VALUES (?1, ?2)", [PROJECT, description])?;
    let (hash, now) = (hash(PASSWORD)?, Timestamp::now());
    for number in 1..=count {
        storage::insert_credential(connection, PROJECT, &record(number, now), &hash)?;
    }
    deploy_all(connection, PROJECT)
}

/// The `number`-th credential.
fn record(number: u32, now: Timestamp) -> Credential {
    let mut dice = Dice::of(number);
    let (job, work) = dice.pick(&JOBS).unwrap_or_default();
    let place = dice.pick(&PLACES).unwrap_or_default();
    let (given, given_in_mail) = dice.pick(&GIVEN_NAMES).unwrap_or_default();
    let (family, family_in_mail) = dice.pick(&FAMILY_NAMES).unwrap_or_default();
    let (company, host) = dice.pick(&COMPANIES).unwrap_or_default();
    Credential {
        username: format!("{job}-{}-{number:05}", place.to_lowercase()),
        email: format!("{given_in_mail}.{family_in_mail}@{host}.example"),
        full_name: format!("{given} {family}"),
        description: format!("{work} in {place}, looked after by {company}"),
        role_name_list: dice.roles(),
        enabled: dice.roll(16) != 0,
        ip_list: dice.addresses(),
        expire_date: dice
            .days_until_the_end()
            .and_then(|days| now.saturating_add(SignedDuration::from_hours(24 * days)).ok().map(timestamp::format)),
        metadata: Vec::new(),
    }
}

/// Chance that is the same on every run: the SHA-256 of a number, byte by byte.
struct Dice(array::IntoIter<u8, 32>);

impl Dice {
    fn of(number: u32) -> Self {
        Self(<[u8; 32]>::from(Sha256::digest(number.to_le_bytes())).into_iter())
    }

    /// A number below `sides`, of which there are at most 256.
    fn roll(&mut self, sides: usize) -> usize {
        usize::from(self.0.next().unwrap_or_default()) % sides
    }

    fn pick<Item: Copy>(&mut self, items: &[Item]) -> Option<Item> {
        let index = self.roll(items.len());
        items.get(index).copied()
    }

    /// None to three roles.
    fn roles(&mut self) -> Vec<String> {
        let (first, count) = (self.roll(ROLES.len()), self.roll(4));
        ROLES.iter().cycle().skip(first).take(count).map(|role| (*role).to_owned()).collect()
    }

    /// Nothing for half of them, else one or two addresses or ranges that nobody owns.
    fn addresses(&mut self) -> Vec<String> {
        let count = self.roll(4).saturating_sub(1);
        let mut address = |_| match self.roll(4) {
            0 => format!("10.{}.0.0/16", self.roll(256)),
            1 => format!("192.0.2.{}", self.roll(256)),
            2 => format!("203.0.113.{}/28", self.roll(16) * 16),
            _ => format!("2001:db8:{:x}::/48", self.roll(256)),
        };
        (0..count).map(&mut address).collect()
    }

    /// Three in ten never end, the others ended within a year, end within a month, or within two years.
    fn days_until_the_end(&mut self) -> Option<i64> {
        let (kind, days) = (self.roll(10), i64::try_from(self.roll(256)).unwrap_or_default());
        match kind {
            0..=2 => None,
            3 | 4 => Some(-1 - days),
            5 => Some(1 + days % 28),
            _ => Some(32 + 2 * days),
        }
    }
}

#[cfg(test)]
mod tests;
