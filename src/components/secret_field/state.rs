//! What is known of the secret in the field, without the secret.

use leptos::html;
use leptos::prelude::*;
use rekey_core::generator;
use rekey_core::issue::Issue;
use rekey_core::secret::Secret;

/// Where the value in the field comes from (S-06, S-09).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// A person typed, pasted or dropped it, or said that it shall be used.
    Typed,
    /// It was generated here; whether anybody has shown or copied it.
    Generated {
        /// Shown or copied.
        seen: bool,
    },
    /// It appeared without either.
    Filled,
    /// Nothing could be generated.
    NoRandomSource,
}

/// The field's state; a handle that copies.
#[derive(Debug, Clone, Copy)]
pub struct SecretInput {
    /// The input that holds the secret.
    pub node: NodeRef<html::Input>,
    origin: RwSignal<Origin>,
    length: RwSignal<usize>,
    shown: RwSignal<bool>,
    announcement: RwSignal<Option<bool>>,
    copied: RwSignal<Option<bool>>,
    changed_since_sent: RwSignal<bool>,
}

impl SecretInput {
    /// An empty, hidden field.
    pub fn new() -> Self {
        Self {
            node: NodeRef::new(),
            origin: RwSignal::new(Origin::Typed),
            length: RwSignal::new(0),
            shown: RwSignal::new(false),
            announcement: RwSignal::new(None),
            copied: RwSignal::new(None),
            changed_since_sent: RwSignal::new(true),
        }
    }

    /// Reads the secret: the only place where it leaves the input.
    pub fn read(self) -> Secret {
        let value = self.node.try_get_untracked().flatten().map(|node| node.value());
        Secret::new(value.unwrap_or_default())
    }

    /// The value changed.
    pub fn changed(self, origin: Origin) {
        self.length.set(self.read().length());
        self.origin.set(origin);
        self.copied.set(None);
        self.changed_since_sent.set(true);
    }

    /// Puts a new random secret into the field. It stays hidden until somebody shows or copies it.
    pub fn generate(self) {
        let secret = generator::generate(crate::random::fill);
        let origin = match (secret, self.node.get_untracked()) {
            (Some(secret), Some(node)) => {
                node.set_value(secret.expose());
                Origin::Generated { seen: self.shown.get_untracked() }
            }
            _ => Origin::NoRandomSource,
        };
        self.changed(origin);
    }

    /// Shows or hides the value.
    pub fn show(self, shown: bool) {
        if self.shown.try_get_untracked().unwrap_or(shown) == shown {
            return;
        }
        self.shown.set(shown);
        self.announcement.set(Some(shown));
        if shown {
            self.mark_seen();
        }
    }

    /// Copying worked, or did not.
    pub fn set_copied(self, copied: bool) {
        let _ = self.copied.try_set(Some(copied));
        if copied {
            self.mark_seen();
        }
    }

    /// What keeps the value from being sent, whatever the rules for passwords say.
    pub fn issue(self) -> Option<Issue> {
        let length = self.read().length();
        match self.origin.get_untracked() {
            _ if length == 0 => Some(Issue::SecretEmpty),
            // A script that sets the value sends no event at all; its length gives it away.
            _ if length != self.length.get_untracked() => {
                self.changed(Origin::Filled);
                Some(Issue::SecretFilledByBrowser)
            }
            Origin::Filled => Some(Issue::SecretFilledByBrowser),
            Origin::Generated { seen: false } => Some(Issue::SecretNeverSeen),
            Origin::Typed | Origin::Generated { seen: true } | Origin::NoRandomSource => None,
        }
    }

    /// It is being sent now.
    pub fn sent(self) {
        self.show(false);
        self.changed_since_sent.set(false);
    }

    /// Whether what stands in the field is what was last sent.
    pub fn is_as_sent(self) -> bool {
        !self.changed_since_sent.get() && self.length.get() > 0
    }

    /// Empties the field.
    pub fn wipe(self) {
        if let Some(node) = self.node.get_untracked() {
            node.set_value("");
        }
        self.shown.set(false);
        self.changed(Origin::Typed);
    }

    /// Where the value comes from.
    pub fn origin(self) -> Origin {
        self.origin.get()
    }

    /// The length in code points.
    pub fn length(self) -> usize {
        self.length.get()
    }

    /// Whether the value can be read on screen.
    pub fn is_shown(self) -> bool {
        self.shown.get()
    }

    /// Whether copying worked, if it was tried.
    pub fn copied(self) -> Option<bool> {
        self.copied.get()
    }

    /// What to announce about showing and hiding (UX-7).
    pub fn announcement(self) -> Option<bool> {
        self.announcement.get()
    }

    fn mark_seen(self) {
        self.origin.try_update(|origin| {
            if let Origin::Generated { seen } = origin {
                *seen = true;
            }
        });
    }
}
