//! How each system is spoken to. A dialect turns a neutral wish into a [`Request`] and a [`Reply`] into a neutral
//! result; it never sends. A further system is one module, one variant, and the list of errors the compiler gives.

mod answer;
mod apinizer;
#[cfg(test)]
mod hostile;
mod json;
mod list_body;
#[cfg(test)]
mod tests;
mod thousandeyes;
mod zstack;

use crate::access::{Access, AccessProblem, Granted, SignIn};
use crate::capabilities::Capabilities;
use crate::credential::{Credential, Entry, Scope, ScopeEntry};
use crate::draft::CredentialEdit;
use crate::http::{Patience, Reply, Request};
use crate::issue::Issue;
use crate::outcome::{Outcome, ReadFailure};
use crate::path::SegmentProblem;
use crate::secret::Secret;
use crate::statistics::Statistics;

use serde_json::Value;

pub use list_body::ListBody;

/// The systems that are spoken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Dialect {
    /// The management API of Apinizer (contracts/apinizer.md), all three documented generations.
    Apinizer,
    /// Version 6 of the API of ThousandEyes (contracts/thousandeyes.md 2 and 3).
    ThousandEyesV6,
    /// Version 7 of the API of ThousandEyes (contracts/thousandeyes.md 4).
    ThousandEyesV7,
    /// The credentials of ZStack Cloud (contracts/zstack.md).
    ZStack,
}

/// A write, complete but for the record it goes to.
#[derive(Debug, Clone)]
pub struct Change {
    /// What it shall do.
    pub what: What,
    /// Who does it, where the API wants to know (Z4).
    pub operator: Option<String>,
}

/// What a write shall do.
#[derive(Debug, Clone)]
pub enum What {
    /// A new secret; everything else stays.
    Secret(Secret),
    /// New details.
    Details {
        /// Every detail as it shall be.
        edit: CredentialEdit,
        /// A new secret, where one goes with them; sent as typed.
        secret: Option<Secret>,
    },
}

impl Change {
    /// A new secret alone.
    pub fn secret(secret: Secret, operator: Option<String>) -> Self {
        Self { what: What::Secret(secret), operator }
    }

    /// New details, and a secret where one goes with them.
    pub fn details(edit: CredentialEdit, secret: Option<Secret>, operator: Option<String>) -> Self {
        Self { what: What::Details { edit, secret }, operator }
    }

    /// Whether a secret goes with it.
    pub fn has_secret(&self) -> bool {
        match &self.what {
            What::Secret(_) => true,
            What::Details { secret, .. } => secret.is_some(),
        }
    }
}

/// How a sign-in goes on.
#[derive(Debug, Clone)]
pub enum SignInStep {
    /// What was entered signs requests as it is; the first read shows whether it is any good.
    Ready(Granted),
    /// The entered values are exchanged for a token.
    Exchange(Request),
}

/// One answer of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Portion {
    /// The entries, in the server's order.
    pub entries: Vec<Entry>,
    /// How many entries to skip for the next answer; nothing at the end of the list.
    pub next: Option<usize>,
}

impl Dialect {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Apinizer, Self::ThousandEyesV6, Self::ThousandEyesV7, Self::ZStack];

    /// What this system can do.
    pub fn capabilities(self) -> &'static Capabilities {
        match self {
            Self::Apinizer => &apinizer::CAPABILITIES,
            Self::ThousandEyesV6 => &thousandeyes::v6::CAPABILITIES,
            Self::ThousandEyesV7 => &thousandeyes::v7::CAPABILITIES,
            Self::ZStack => &zstack::CAPABILITIES,
        }
    }

    /// Whose API this is, as the vendor writes it, with the version where there are several.
    pub fn product(self) -> &'static str {
        match self {
            Self::Apinizer => "Apinizer",
            Self::ThousandEyesV6 => "ThousandEyes v6",
            Self::ThousandEyesV7 => "ThousandEyes v7",
            Self::ZStack => "ZStack Cloud",
        }
    }

    /// The vendor's documented sentence for an issue, letter for letter; nothing where none is documented.
    pub fn documented_text(self, issue: &Issue) -> Option<&'static str> {
        match self {
            Self::Apinizer => apinizer::documented_text(issue),
            Self::ThousandEyesV6 | Self::ThousandEyesV7 | Self::ZStack => None,
        }
    }

    /// How to sign in with what was entered.
    ///
    /// # Errors
    /// Refuses what cannot stand in a header.
    pub fn sign_in(self, sign_in: &SignIn) -> Result<SignInStep, AccessProblem> {
        let access = match (self, sign_in) {
            (Self::Apinizer, SignIn::UserNameAndPassword { user_name, password }) => {
                return Ok(SignInStep::Exchange(apinizer::token_request(user_name, password)));
            }
            (Self::ThousandEyesV6, SignIn::EmailAndApiToken { email, token }) => Access::basic(email, token),
            (_, SignIn::AccessToken(token)) => Access::bearer(token),
            // A password or a token of another kind is never sent as one that it is not.
            (
                Self::Apinizer | Self::ThousandEyesV6 | Self::ThousandEyesV7 | Self::ZStack,
                SignIn::UserNameAndPassword { .. } | SignIn::EmailAndApiToken { .. },
            ) => Err(AccessProblem::NotOffered),
        };
        Ok(SignInStep::Ready(Granted { access: access?, expires_in: None }))
    }

    /// What came of the exchange.
    ///
    /// # Errors
    /// Why there is no token.
    pub fn interpret_sign_in(self, reply: Reply) -> Result<Granted, ReadFailure> {
        match self {
            Self::Apinizer => apinizer::interpret_sign_in(reply),
            // Nothing is exchanged there.
            Self::ThousandEyesV6 | Self::ThousandEyesV7 | Self::ZStack => Err(ReadFailure::Unreadable),
        }
    }

    /// Asks for what holds the credentials; nothing where the system itself does.
    pub fn scopes(self, access: &Access) -> Option<Request> {
        match self {
            Self::Apinizer => Some(apinizer::projects(access)),
            Self::ThousandEyesV6 => Some(thousandeyes::v6::account_groups(access)),
            Self::ThousandEyesV7 => Some(thousandeyes::v7::account_groups(access)),
            Self::ZStack => None,
        }
    }

    /// What holds the credentials.
    ///
    /// # Errors
    /// Why it could not be read.
    pub fn interpret_scopes(self, reply: Reply) -> Result<Vec<ScopeEntry>, ReadFailure> {
        match self {
            Self::Apinizer => apinizer::interpret_projects(reply),
            Self::ThousandEyesV6 => thousandeyes::v6::interpret_account_groups(reply),
            Self::ThousandEyesV7 => thousandeyes::v7::interpret_account_groups(reply),
            Self::ZStack => Ok(Vec::new()),
        }
    }

    /// Asks for the credentials of a scope, after the first `skip` of them.
    ///
    /// # Errors
    /// Refuses a scope whose name cannot be part of an address.
    pub fn list(self, access: &Access, scope: &Scope, skip: usize) -> Result<Request, SegmentProblem> {
        match self {
            Self::Apinizer => apinizer::list(access, scope),
            Self::ThousandEyesV6 => Ok(thousandeyes::v6::list(access, scope)),
            Self::ThousandEyesV7 => Ok(thousandeyes::v7::list(access, scope)),
            Self::ZStack => Ok(zstack::list(access, skip)),
        }
    }

    /// Takes the body of a list while it arrives.
    pub fn list_body(self) -> ListBody {
        ListBody::new(match self {
            Self::Apinizer => apinizer::RECORDS,
            Self::ThousandEyesV6 | Self::ThousandEyesV7 => thousandeyes::RECORDS,
            Self::ZStack => zstack::RECORDS,
        })
    }

    /// The credentials of a scope, as asked for with the same `skip`. The body may have come before the reply, or with
    /// it; it is empty afterwards and takes the next one.
    ///
    /// # Errors
    /// Why they could not be read.
    pub fn interpret_list(self, body: &mut ListBody, reply: Reply, skip: usize) -> Result<Portion, ReadFailure> {
        let (reply, entries) = body.finish(reply);
        let mut around = match self {
            Self::Apinizer => apinizer::around_list(reply),
            Self::ThousandEyesV6 => thousandeyes::v6::around_list(reply),
            Self::ThousandEyesV7 => thousandeyes::v7::around_list(reply),
            Self::ZStack => zstack::around_list(reply),
        }?;
        let entries = body.all(entries, &mut around)?;
        let next = match self {
            Self::Apinizer | Self::ThousandEyesV6 | Self::ThousandEyesV7 => None,
            Self::ZStack => zstack::next(&around, skip, entries.len()),
        };
        Ok(Portion { entries, next })
    }

    /// Asks how one credential stands now. Where the API reads no single record, or does not say what it answers for
    /// one that is gone (T9), the list is asked.
    ///
    /// # Errors
    /// Refuses names that cannot be part of an address.
    pub fn look(self, access: &Access, scope: &Scope, id: &str) -> Result<Request, SegmentProblem> {
        match self {
            Self::Apinizer | Self::ThousandEyesV6 | Self::ThousandEyesV7 => self.list(access, scope, 0),
            Self::ZStack => zstack::look(access, id),
        }
    }

    /// How one credential stands now; nothing if it is gone.
    ///
    /// # Errors
    /// Why it could not be read.
    pub fn interpret_look(self, reply: Reply, id: &str) -> Result<Option<Credential>, ReadFailure> {
        match self {
            Self::Apinizer | Self::ThousandEyesV6 | Self::ThousandEyesV7 => {
                let portion = self.interpret_list(&mut self.list_body(), reply, 0)?;
                Ok(Entry::find(&portion.entries, id).cloned())
            }
            Self::ZStack => zstack::interpret_look(reply, id),
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
            Self::ThousandEyesV6 => thousandeyes::v6::write(access, scope, credential, change),
            Self::ThousandEyesV7 => thousandeyes::v7::write(access, scope, credential, change),
            Self::ZStack => zstack::write(access, credential, change),
        }
    }

    /// What came of a write to the record with this id.
    pub fn interpret_write(self, reply: Reply, id: &str) -> Outcome {
        match self {
            Self::Apinizer => apinizer::interpret_write(reply),
            Self::ThousandEyesV6 => thousandeyes::v6::interpret_write(reply, id),
            Self::ThousandEyesV7 => thousandeyes::v7::interpret_write(reply, id),
            Self::ZStack => zstack::interpret_write(reply, id),
        }
    }

    /// Asks for the counters above the list, where the server has them.
    pub fn statistics(self, access: &Access) -> Option<Request> {
        match self {
            Self::Apinizer | Self::ThousandEyesV6 | Self::ThousandEyesV7 => None,
            Self::ZStack => Some(zstack::statistics(access)),
        }
    }

    /// The counters; nothing if the server gave none.
    pub fn interpret_statistics(self, reply: Reply) -> Option<Statistics> {
        match self {
            Self::Apinizer | Self::ThousandEyesV6 | Self::ThousandEyesV7 => None,
            Self::ZStack => zstack::interpret_statistics(reply),
        }
    }

    /// A read that shows who answers before anybody has signed in: it carries no token, so the API can only refuse it,
    /// and does so in words of its own (N-13).
    pub fn probe(self) -> Request {
        let request = match self {
            Self::Apinizer => apinizer::projects(&Access::Proxy),
            Self::ThousandEyesV6 => thousandeyes::v6::account_groups(&Access::Proxy),
            Self::ThousandEyesV7 => thousandeyes::v7::account_groups(&Access::Proxy),
            Self::ZStack => zstack::probe(),
        };
        Request { patience: Patience::Exchange, ..request }
    }

    /// Whether a refusal has a shape that this system documents.
    pub fn is_own_refusal(self, body: &Value) -> bool {
        match self {
            Self::Apinizer => apinizer::is_refusal(body),
            Self::ThousandEyesV6 => thousandeyes::v6::is_refusal(body),
            Self::ThousandEyesV7 => thousandeyes::v7::is_refusal(body),
            Self::ZStack => zstack::is_refusal(body),
        }
    }

    /// Whether a body is what [`Dialect::probe`] asks for, as somebody gets it who is signed in.
    pub fn is_own_answer(self, body: &Value) -> bool {
        let list = match self {
            Self::Apinizer => "resultList",
            Self::ThousandEyesV6 | Self::ThousandEyesV7 => "accountGroups",
            Self::ZStack => zstack::RECORDS.member,
        };
        json::member(body, list).is_array()
    }

    /// Whether a server may have stopped offering this version of its API (T1).
    pub fn may_be_retired(self) -> bool {
        match self {
            Self::ThousandEyesV6 => true,
            Self::Apinizer | Self::ThousandEyesV7 | Self::ZStack => false,
        }
    }
}
