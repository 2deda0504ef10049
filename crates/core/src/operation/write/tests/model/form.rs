//! What the forms of the shell do, in short (`src/pages`, `src/submission.rs`): which record a write is made over, what
//! stands in the fields, and whether an earlier try is in doubt.

use crate::access::Access;
use crate::capabilities::EditSecret;
use crate::credential::{Credential, Scope};
use crate::dialect::{Change, Dialect};
use crate::draft::CredentialDraft;
use crate::draft::tests::with_clock;
use crate::merge::Merge;
use crate::operation::{Looked, Trace, Write};
use crate::outcome::{Outcome, ReadBack};
use crate::secret::Secret;

use super::dice::Dice;

/// What is typed. Nothing in a form makes up another one (F-03).
pub(super) const SECRET: &str = " typed \u{fc} ";

pub(super) struct Form {
    pub(super) dialect: Dialect,
    pub(super) base: Credential,
    pub(super) draft: CredentialDraft,
    /// Whether it changes the secret and nothing else.
    pub(super) is_of_secret: bool,
    pub(super) has_secret: bool,
    /// What stood in the fields when the last write was sent.
    sent: Option<CredentialDraft>,
    in_doubt: bool,
    trace: Option<Trace>,
}

impl Form {
    pub(super) fn load(dialect: Dialect, record: Credential, dice: &mut Dice) -> Self {
        let is_of_secret = dice.happens(30);
        let is_required = dialect.capabilities().edit_secret == EditSecret::Required;
        let has_secret = is_of_secret || is_required || dice.happens(50);
        let draft = with_clock(|clock| CredentialDraft::of(&record, clock));
        Self { dialect, base: record, draft, is_of_secret, has_secret, sent: None, in_doubt: false, trace: None }
    }

    /// What a press sends; nothing where there is nothing to send.
    pub(super) fn press(&mut self, looked: Option<Looked>) -> Option<Write> {
        let secret = self.has_secret.then(|| Secret::new(SECRET.to_owned()));
        let operator = self.dialect.capabilities().operator.then(|| "ops@example.com".to_owned());
        let change = match secret {
            Some(secret) if self.is_of_secret => Change::secret(secret, operator),
            secret => {
                let is_changed = with_clock(|clock| self.draft.is_changed(&self.base, clock));
                let edit = with_clock(|clock| self.draft.parse(&self.base, self.dialect.capabilities(), clock));
                let edit = edit.expect("nothing is typed that cannot be sent");
                (is_changed || secret.is_some()).then(|| Change::details(edit, secret, operator))?
            }
        };
        let access = Access::bearer(&Secret::new("t".to_owned())).unwrap();
        let scope = match self.dialect {
            Dialect::Apinizer => Scope::Project("p".to_owned()),
            Dialect::ThousandEyesV6 | Dialect::ThousandEyesV7 => Scope::AccountGroup("1".to_owned()),
            Dialect::ZStack => Scope::System,
        };
        self.sent = Some(self.draft.clone());
        let write = Write::new(self.dialect, access, scope, self.base.clone(), change, 1);
        Some(write.looked(looked).after_doubt(self.in_doubt))
    }

    pub(super) fn ended(&mut self, outcome: &Outcome, write: &Write) {
        self.in_doubt = outcome.doubt_after(self.in_doubt);
        self.trace = write.trace().filter(|_| matches!(outcome, Outcome::Unknown(_)));
    }

    /// What was read again after a saved change is gone on from if it is what was sent.
    pub(super) fn read_back(&mut self, write: &Write, looked: &Looked) -> bool {
        let is_confirmed = write.trace().is_some_and(|trace| trace.read_back(looked) == ReadBack::Confirmed);
        if let Some(record) = looked
            && is_confirmed
            && !self.is_of_secret
        {
            self.base = record.clone();
        }
        is_confirmed
    }

    /// Whether a look proves that the last write was carried out.
    pub(super) fn is_proved_by(&self, looked: &Looked) -> bool {
        let is_as_sent = self.sent.as_ref() == Some(&self.draft);
        is_as_sent && self.trace.as_ref().is_some_and(|trace| trace.find(looked).is_proof())
    }

    pub(super) fn merge(&self, theirs: &Credential) -> Merge {
        let fields = self.dialect.capabilities().fields;
        with_clock(|clock| Merge::of(&self.base, theirs, &self.draft, fields, clock))
    }
}
