//! How each system is spoken to. A dialect turns a neutral wish into a [`Request`] and a [`Reply`] into a neutral
//! result; it never sends. A further system is one module, one variant, and the list of errors the compiler gives.

mod apinizer;

use crate::access::{Access, Granted, SignIn};
use crate::capabilities::Capabilities;
use crate::credential::{Credential, Entry, Scope};
use crate::draft::CredentialEdit;
use crate::http::{Reply, Request};
use crate::issue::Issue;
use crate::outcome::{Outcome, ReadFailure};
use crate::path::SegmentProblem;
use crate::secret::Secret;

/// The systems that are spoken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Dialect {
    /// The management API of Apinizer (contracts/apinizer.md), all three documented generations.
    Apinizer,
}

/// What a write shall do.
#[derive(Debug, Clone)]
pub enum Change {
    /// A new secret; everything else stays.
    Secret(Secret),
    /// New details, and a new secret where one is part of them.
    Details(CredentialEdit),
}

/// How a sign-in goes on.
#[derive(Debug, Clone)]
pub enum SignInStep {
    /// The entered token signs requests as it is; the first read shows whether it is any good.
    Ready(Granted),
    /// The entered values are exchanged for a token.
    Exchange(Request),
}

impl Dialect {
    /// What this system can do.
    pub fn capabilities(self) -> &'static Capabilities {
        match self {
            Self::Apinizer => &apinizer::CAPABILITIES,
        }
    }

    /// Whose API this is, as the vendor writes it.
    pub fn product(self) -> &'static str {
        match self {
            Self::Apinizer => "Apinizer",
        }
    }

    /// The vendor's documented sentence for an issue, letter for letter; nothing where none is documented.
    pub fn documented_text(self, issue: &Issue) -> Option<&'static str> {
        match self {
            Self::Apinizer => apinizer::documented_text(issue),
        }
    }

    /// How to sign in with what was entered.
    ///
    /// # Errors
    /// Refuses a token that cannot stand in a header.
    pub fn sign_in(self, sign_in: &SignIn) -> Result<SignInStep, crate::access::AccessProblem> {
        match self {
            Self::Apinizer => apinizer::sign_in(sign_in),
        }
    }

    /// What came of the exchange.
    ///
    /// # Errors
    /// Why there is no token.
    pub fn interpret_sign_in(self, reply: Reply) -> Result<Granted, ReadFailure> {
        match self {
            Self::Apinizer => apinizer::interpret_sign_in(reply),
        }
    }

    /// Asks for what holds the credentials.
    pub fn scopes(self, access: &Access) -> Request {
        match self {
            Self::Apinizer => apinizer::projects(access),
        }
    }

    /// What holds the credentials.
    ///
    /// # Errors
    /// Why it could not be read.
    pub fn interpret_scopes(self, reply: Reply) -> Result<Vec<Scope>, ReadFailure> {
        match self {
            Self::Apinizer => apinizer::interpret_projects(reply),
        }
    }

    /// Asks for the credentials of a scope.
    ///
    /// # Errors
    /// Refuses a scope whose name cannot be part of an address.
    pub fn list(self, access: &Access, scope: &Scope) -> Result<Request, SegmentProblem> {
        match self {
            Self::Apinizer => apinizer::list(access, scope),
        }
    }

    /// The credentials of a scope.
    ///
    /// # Errors
    /// Why they could not be read.
    pub fn interpret_list(self, reply: Reply) -> Result<Vec<Entry>, ReadFailure> {
        match self {
            Self::Apinizer => apinizer::interpret_list(reply),
        }
    }

    /// Writes a change on top of a record as it was last read.
    ///
    /// # Errors
    /// Refuses names that cannot be part of an address.
    pub fn write(
        self,
        access: &Access,
        scope: &Scope,
        credential: &Credential,
        change: &Change,
    ) -> Result<Request, SegmentProblem> {
        match self {
            Self::Apinizer => apinizer::write(access, scope, credential, change),
        }
    }

    /// What came of a write.
    pub fn interpret_write(self, reply: Reply) -> Outcome {
        match self {
            Self::Apinizer => apinizer::interpret_write(reply),
        }
    }
}
