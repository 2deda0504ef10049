//! The one `SQLite` database behind all vendors.

use std::sync::{Mutex, MutexGuard, PoisonError};

use rusqlite::{Connection, Transaction};

use crate::{Storage, apinizer, thousandeyes, zstack};

/// What a vendor keeps here.
struct Vendor {
    /// One of its tables, by which it is known whether it has any.
    table: &'static str,
    schema: &'static str,
    insert_demonstration: fn(&Transaction<'_>, u32) -> rusqlite::Result<()>,
}

const VENDORS: [Vendor; 3] = [
    Vendor {
        table: "apinizer_credential",
        schema: apinizer::SCHEMA,
        insert_demonstration: apinizer::insert_demonstration,
    },
    Vendor {
        table: "thousandeyes_credential",
        schema: thousandeyes::SCHEMA,
        insert_demonstration: thousandeyes::insert_demonstration,
    },
    Vendor { table: "zstack_credential", schema: zstack::SCHEMA, insert_demonstration: zstack::insert_demonstration },
];

/// One connection behind a lock: requests are few and short, and one writer at a time is what the log tells.
#[derive(Debug)]
pub(crate) struct Database {
    connection: Mutex<Connection>,
    /// How many credentials the project for long lists has.
    large: u32,
}

impl Database {
    /// Opens the storage, and fills it with the demo data of the vendors that are new to it, and with a project of
    /// `large` credentials.
    pub(crate) fn open(storage: &Storage, large: u32) -> rusqlite::Result<Self> {
        let connection = match storage {
            Storage::Memory => Connection::open_in_memory()?,
            Storage::File(path) => Connection::open(path)?,
        };
        let database = Self { connection: Mutex::new(connection), large };
        database.prepare()?;
        Ok(database)
    }

    fn prepare(&self) -> rusqlite::Result<()> {
        self.write(|transaction| {
            for vendor in &VENDORS {
                if !table_exists(transaction, vendor.table)? {
                    transaction.execute_batch(vendor.schema)?;
                    (vendor.insert_demonstration)(transaction, 0)?;
                }
            }
            apinizer::insert_large(transaction, self.large)
        })
    }

    /// Puts the demo data back, with `additional` generated credentials per vendor for tests of large lists (X34a).
    pub(crate) fn reset(&self, additional: u32) -> rusqlite::Result<()> {
        self.write(|transaction| {
            VENDORS.iter().try_for_each(|vendor| (vendor.insert_demonstration)(transaction, additional))?;
            apinizer::insert_large(transaction, self.large)
        })
    }

    /// Runs one read.
    pub(crate) fn read<Output, Failure>(
        &self,
        query: impl FnOnce(&Connection) -> Result<Output, Failure>,
    ) -> Result<Output, Failure> {
        query(&self.lock())
    }

    /// Runs one change, whole or not at all.
    pub(crate) fn write<Output, Failure: From<rusqlite::Error>>(
        &self,
        change: impl FnOnce(&Transaction<'_>) -> Result<Output, Failure>,
    ) -> Result<Output, Failure> {
        let mut connection = self.lock();
        let transaction = connection.transaction()?;
        let output = change(&transaction)?;
        transaction.commit()?;
        Ok(output)
    }

    /// A panic under the lock has rolled its transaction back, so the connection is sound.
    fn lock(&self) -> MutexGuard<'_, Connection> {
        self.connection.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn table_exists(connection: &Connection, table: &str) -> rusqlite::Result<bool> {
    let query = "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?1)";
    connection.query_row(query, [table], |row| row.get(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_an_older_sandbox_gains_the_vendors_it_lacks_and_keeps_its_records() {
        let connection = Connection::open_in_memory().unwrap();
        connection.execute_batch(apinizer::SCHEMA).unwrap();
        let database = Database { connection: Mutex::new(connection), large: 0 };
        database.prepare().unwrap();
        let count = |table: &str| -> rusqlite::Result<u32> {
            let query = format!("SELECT count(*) FROM {table}");
            database.read(|connection| connection.query_row(&query, [], |row| row.get(0)))
        };
        assert_eq!(count("apinizer_credential"), Ok(0));
        assert_ne!(count("thousandeyes_credential"), Ok(0));
        assert_eq!(count("zstack_credential"), Ok(27));
    }
}
