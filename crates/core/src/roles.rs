//! The roles seen in a project, for whoever gives one to a credential (UX-48).

use crate::credential::Entry;
use crate::roster::Lower;

/// How many roles are told apart (H-10): each new one is put into its place among the others.
const MOST: usize = 5_000;

/// A role and how many credentials of the project have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeenRole {
    /// Its name, to the letter.
    pub name: String,
    /// How many credentials have it.
    pub credentials: usize,
    /// Whether another credential than the edited one has it.
    elsewhere: bool,
}

/// Every role that a list of credentials shows, by name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SeenRoles {
    roles: Vec<SeenRole>,
    /// Whether some record of the list could not be read, or there are too many roles to tell apart: then nobody knows
    /// which others there are.
    is_partial: bool,
}

impl SeenRoles {
    /// The roles of a list that was read whole, seen from the credential that is edited.
    pub fn of(entries: &[Entry], edited: &str) -> Self {
        let mut seen = Self::default();
        for entry in entries {
            match entry {
                Entry::Readable(credential) => {
                    for (at, role) in credential.roles.iter().enumerate() {
                        // A record that names a role twice has it once.
                        if !credential.roles.iter().take(at).any(|earlier| earlier == role) {
                            seen.count(role, credential.id != edited);
                        }
                    }
                }
                Entry::Unreadable(_) => seen.is_partial = true,
            }
        }
        seen
    }

    fn count(&mut self, name: &str, elsewhere: bool) {
        // In order of the names at all times: a sort weighs several kilobytes of the module.
        let at = self.roles.partition_point(|role| role.name.as_str() < name);
        let is_full = self.roles.len() >= MOST;
        match self.roles.get_mut(at).filter(|role| role.name == name) {
            Some(role) => {
                role.credentials += 1;
                role.elsewhere |= elsewhere;
            }
            None if is_full => self.is_partial = true,
            None => self.roles.insert(at, SeenRole { name: name.to_owned(), credentials: 1, elsewhere }),
        }
    }

    /// The roles that what is typed stands in and that are not chosen yet: the most used first, then by name. Blank
    /// names are no roles that anybody could choose.
    pub fn matching(&self, typed: &str, chosen: &[String], lower: Lower<'_>) -> Vec<SeenRole> {
        let typed = lower(typed.trim());
        let fits = |role: &&SeenRole| {
            !role.name.trim().is_empty() && !chosen.contains(&role.name) && lower(&role.name).contains(&typed)
        };
        let mut found: Vec<SeenRole> = Vec::new();
        for role in self.roles.iter().filter(fits) {
            let at = found.partition_point(|before| before.credentials >= role.credentials);
            found.insert(at, role.clone());
        }
        found
    }

    /// Whether no other credential of the project has a role. Where a record could not be read nobody knows, and
    /// nothing is claimed.
    pub fn is_new(&self, name: &str) -> bool {
        !self.is_partial && !self.roles.iter().any(|role| role.elsewhere && role.name == name)
    }
}

#[cfg(test)]
mod tests;
