//! What a list is put in order by.

use std::fmt;

use crate::capabilities::{Capabilities, Field};

/// A column of the list: a question that the system can answer for each credential.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// What people call it.
    Name,
    /// Who is behind it.
    Person,
    /// Free text, where no person is known.
    Description,
    /// How it stands.
    State,
    /// When it ends.
    Expires,
}

/// Every column, in the order in which they stand.
const ALL: [Column; 5] = [Column::Name, Column::Person, Column::Description, Column::State, Column::Expires];

impl Column {
    /// The columns of a system's list.
    pub fn of(capabilities: &Capabilities) -> impl Iterator<Item = Self> {
        let person = capabilities.has(Field::FullName);
        let description = !person && capabilities.has(Field::Description);
        let expiry = capabilities.has(Field::Expiry);
        ALL.into_iter().filter(move |column| match column {
            Self::Name => true,
            Self::Person => person,
            Self::Description => description,
            Self::State | Self::Expires => expiry,
        })
    }

    /// Its name in an address.
    pub fn key(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Person => "person",
            Self::Description => "description",
            Self::State => "state",
            Self::Expires => "expires",
        }
    }
}

/// An order by one column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Order {
    /// Which one.
    pub column: Column,
    /// From the end.
    pub descending: bool,
}

impl Order {
    /// Reads what stands in an address: the key of a column, after a minus if it is descending.
    pub fn parse(text: &str) -> Option<Self> {
        let (key, descending) = match text.strip_prefix('-') {
            Some(key) => (key, true),
            None => (text, false),
        };
        let column = ALL.into_iter().find(|column| column.key() == key)?;
        Some(Self { column, descending })
    }

    /// What a press on the head of a column leads to: that column, then its other direction, then the server's order.
    pub fn after_press(now: Option<Self>, column: Column) -> Option<Self> {
        match now {
            Some(order) if order.column == column => (!order.descending).then_some(Self { column, descending: true }),
            Some(_) | None => Some(Self { column, descending: false }),
        }
    }
}

impl fmt::Display for Order {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(if self.descending { "-" } else { "" })?;
        formatter.write_str(self.column.key())
    }
}
