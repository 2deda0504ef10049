//! The one `SQLite` database behind all vendors.

use std::sync::{Mutex, MutexGuard, PoisonError};

use rusqlite::{Connection, Transaction};

use crate::{Storage, apinizer};

/// One connection behind a lock: requests are few and short, and one writer at a time is what the log tells.
#[derive(Debug)]
pub(crate) struct Database {
    connection: Mutex<Connection>,
}

impl Database {
    /// Opens the storage, and fills it with demo data if it is new.
    pub(crate) fn open(storage: &Storage) -> rusqlite::Result<Self> {
        let connection = match storage {
            Storage::Memory => Connection::open_in_memory()?,
            Storage::File(path) => Connection::open(path)?,
        };
        let new = connection.query_row("SELECT count(*) = 0 FROM sqlite_schema", [], |row| row.get(0))?;
        let database = Self { connection: Mutex::new(connection) };
        if new {
            database.lock().execute_batch(apinizer::SCHEMA)?;
            database.reset(0)?;
        }
        Ok(database)
    }

    /// Puts the demo data back, with `additional` generated credentials for tests of large lists (X34a).
    pub(crate) fn reset(&self, additional: u32) -> rusqlite::Result<()> {
        self.write(|transaction| apinizer::insert_demonstration(transaction, additional))
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
