//! The request of a form, to be read before it is sent (UX-28) and to be sent by hand (ux.md 3, G).
//!
//! It is made by the dialect that makes the real one, of a marker in the place of the secret and without a token: what
//! must not be seen never comes here. The commands ask for both.

mod bash;
mod powershell;
mod sample;
#[cfg(test)]
mod tests;

use crate::access::Access;
use crate::draft::CredentialEdit;

/// What signs the request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signing {
    /// A token.
    Bearer,
    /// An e-mail address and a token (T13).
    Basic,
    /// A reverse proxy, on its own.
    Proxy,
}

impl From<&Access> for Signing {
    fn from(access: &Access) -> Self {
        match access {
            Access::Bearer(_) => Self::Bearer,
            Access::Basic(_) => Self::Basic,
            Access::Proxy => Self::Proxy,
        }
    }
}

/// How the new secret is typed into a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// None is sent.
    Nothing,
    /// As one line.
    Line,
    /// As several lines (Z15).
    Lines,
    /// As several lines that end as on Windows.
    WindowsLines,
}

/// What the request shall do. It has no place for a secret.
#[derive(Debug, Clone)]
pub struct Wish {
    /// New details; nothing where the secret changes alone.
    pub edit: Option<CredentialEdit>,
    /// The secret that goes with them.
    pub entry: Entry,
    /// Who does it, where the API wants to know (Z4).
    pub operator: Option<String>,
}

/// The words for what is left out of the text, and for what the commands ask.
#[derive(Debug, Clone)]
pub struct Words {
    /// The token.
    pub token: String,
    /// The e-mail address that goes with it.
    pub email: String,
    /// The new secret.
    pub secret: String,
    /// The new secret of several lines, where Ctrl-D ends it.
    pub until_control_d: String,
    /// The new secret of several lines, where a line with a dot ends it.
    pub until_dot: String,
}

/// A request as it can be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    method: &'static str,
    url: String,
    signing: Signing,
    accept: &'static str,
    content_type: &'static str,
    /// The body up to the quotation marks of the secret.
    before: String,
    entry: Entry,
    /// What follows them.
    after: String,
}

impl Preview {
    /// Method, address, headers and body, each as it is sent, but for what must not be seen.
    pub fn text(&self, words: &Words) -> String {
        let mut text = [self.method, " ", &self.url, "\n"].concat();
        match self.signing {
            Signing::Bearer => text += &["Authorization: Bearer [", &words.token, "]\n"].concat(),
            Signing::Basic => text += &["Authorization: Basic [", &words.email, ":", &words.token, "]\n"].concat(),
            Signing::Proxy => {}
        }
        text += &["Accept: ", self.accept, "\nContent-Type: ", self.content_type, "\n\n", &self.before].concat();
        if self.entry != Entry::Nothing {
            text += &["\"[", &words.secret, "]\""].concat();
        }
        text + &self.after
    }

    /// What signs it.
    pub fn signing(&self) -> Signing {
        self.signing
    }

    /// Whether something is left out of the text.
    pub fn hides(&self) -> bool {
        self.signing != Signing::Proxy || self.entry != Entry::Nothing
    }
}
