//! What is known of the secret in the field, without the secret.

use std::time::Duration;

use leptos::html;
use leptos::prelude::*;
use rekey_core::generator::{self, Recipe};
use rekey_core::issue::Issue;
use rekey_core::outcome::Outcome;
use rekey_core::secret::{Finding, Oddity, Secret};

/// How long a secret stays shown (S-05).
const SHOWN_AT_MOST: Duration = Duration::from_secs(30);

/// Where the value in the field comes from (S-06, S-09).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// A person typed, pasted or dropped it, or said that it shall be used.
    Typed,
    /// It was generated here; whether anybody has shown or copied it.
    Generated {
        /// Shown or copied.
        seen: bool,
        /// What an attacker who knows the recipe must guess.
        bits: usize,
    },
    /// It appeared without either.
    Filled,
    /// Nothing could be generated.
    NoRandomSource,
}

/// The field's state; a handle that copies.
#[derive(Debug, Clone, Copy)]
pub struct SecretInput {
    /// The input that holds a secret of one line.
    pub node: NodeRef<html::Input>,
    /// The text area that holds a secret of several lines; the other one is empty then.
    pub area: NodeRef<html::Textarea>,
    has_lines: RwSignal<bool>,
    windows_ends: RwSignal<bool>,
    origin: RwSignal<Origin>,
    length: RwSignal<usize>,
    shown: RwSignal<bool>,
    announcement: RwSignal<Option<bool>>,
    copied: RwSignal<Option<bool>>,
    changed_since_sent: RwSignal<bool>,
    /// Whether a write with the value may have been carried out.
    in_doubt: RwSignal<bool>,
    findings: RwSignal<Vec<Finding>>,
    /// Why it is easy to guess, if it is.
    told: RwSignal<Vec<Issue>>,
    /// How many line ends were pasted into a field of one line.
    lost_line_ends: RwSignal<usize>,
    /// How often it was shown or hidden.
    turns: StoredValue<u32>,
}

impl SecretInput {
    /// An empty, hidden field.
    pub fn new() -> Self {
        Self {
            node: NodeRef::new(),
            area: NodeRef::new(),
            has_lines: RwSignal::new(false),
            windows_ends: RwSignal::new(false),
            origin: RwSignal::new(Origin::Typed),
            length: RwSignal::new(0),
            shown: RwSignal::new(false),
            announcement: RwSignal::new(None),
            copied: RwSignal::new(None),
            changed_since_sent: RwSignal::new(true),
            in_doubt: RwSignal::new(false),
            findings: RwSignal::new(Vec::new()),
            told: RwSignal::new(Vec::new()),
            lost_line_ends: RwSignal::new(0),
            turns: StoredValue::new(0),
        }
    }

    /// Reads the secret: the only place where it leaves the input.
    pub fn read(self) -> Secret {
        if !self.has_lines.try_get_untracked().unwrap_or_default() {
            let value = self.node.try_get_untracked().flatten().map(|node| node.value());
            return Secret::new(value.unwrap_or_default());
        }
        let text = Secret::new(self.area.try_get_untracked().flatten().map(|area| area.value()).unwrap_or_default());
        if self.windows_ends.try_get_untracked().unwrap_or_default() { text.with_windows_line_ends() } else { text }
    }

    /// Puts the focus into whichever of the two holds it.
    pub fn focus(self) {
        if self.has_lines.get_untracked() {
            let _ = self.area.get_untracked().map(|area| area.focus());
        } else {
            let _ = self.node.get_untracked().map(|node| node.focus());
        }
    }

    /// Whether the secret may have several lines.
    pub fn has_lines(self) -> bool {
        self.has_lines.get()
    }

    /// Changes between one line and several; what stands in the field goes along.
    pub fn set_lines(self, has_lines: bool) {
        let value = self.read();
        self.put("");
        self.windows_ends.set(false);
        self.has_lines.set(has_lines);
        self.put(value.expose());
        self.length.set(self.read().length());
    }

    /// Whether each line ends as on Windows. A text area shows and gives only the other kind.
    pub fn has_windows_ends(self) -> bool {
        self.windows_ends.get()
    }

    /// Says how each line ends.
    pub fn set_windows_ends(self, windows_ends: bool) {
        self.windows_ends.set(windows_ends);
        self.length.set(self.read().length());
    }

    /// Takes a pasted text of several lines with its line ends as they are.
    pub fn take_lines(self, text: &Secret) {
        self.put("");
        self.has_lines.set(true);
        self.windows_ends.set(text.has_windows_line_ends());
        self.put(text.expose());
        self.changed(Origin::Typed);
    }

    fn put(self, value: &str) {
        if self.has_lines.get_untracked() {
            if let Some(area) = self.area.get_untracked() {
                area.set_value(value);
            }
        } else if let Some(node) = self.node.get_untracked() {
            node.set_value(value);
        }
    }

    /// Takes over what was generated in another field, which is empty then. That it was copied goes along; that it was
    /// shown there for a moment does not.
    pub fn adopt(self, other: Self) {
        let (value, copied) = (other.read(), other.copied.get_untracked().filter(|copied| *copied));
        let origin = match other.origin.get_untracked() {
            Origin::Generated { bits, .. } => Origin::Generated { seen: copied.is_some(), bits },
            origin => origin,
        };
        self.put(value.expose());
        self.changed(origin);
        self.copied.set(copied);
        other.wipe();
    }

    /// The value changed.
    pub fn changed(self, origin: Origin) {
        self.length.set(self.read().length());
        self.origin.set(origin);
        self.copied.set(None);
        self.changed_since_sent.set(true);
        self.in_doubt.set(false);
        // What was found is of the value as it was; it is looked at again when the field is left.
        if self.findings.with_untracked(|findings| !findings.is_empty()) {
            self.findings.set(Vec::new());
        }
        self.tell(Vec::new());
        if self.length.get_untracked() == 0 || matches!(origin, Origin::Generated { .. }) {
            self.set_lost_line_ends(0);
        }
    }

    /// Looks for what one may not have meant to type (UX-10).
    pub fn review(self) {
        let findings = self.read().review();
        if self.findings.try_with_untracked(|known| *known != findings) == Some(true) {
            self.findings.set(findings);
        }
    }

    /// What was found when the field was last left or sent.
    pub fn findings(self) -> Vec<Finding> {
        self.findings.get()
    }

    /// Says why the value is easy to guess (UX-14).
    pub fn tell(self, issues: Vec<Issue>) {
        if self.told.try_with_untracked(|told| *told != issues) == Some(true) {
            self.told.set(issues);
        }
    }

    /// Why it is easy to guess, as of when the field was last left.
    pub fn told(self) -> Option<Issue> {
        self.told.with(|told| told.first().cloned())
    }

    /// Takes out what is odd in one way.
    pub fn remove(self, oddity: Oddity) {
        let value = self.read().without(oddity);
        self.put(value.expose());
        self.changed(self.origin.get_untracked());
        self.review();
    }

    /// How many line ends were pasted that the field could not take.
    pub fn lost_line_ends(self) -> usize {
        self.lost_line_ends.get()
    }

    /// That many line ends are pasted now, and the field takes none.
    pub fn set_lost_line_ends(self, count: usize) {
        if self.lost_line_ends.get_untracked() != count {
            self.lost_line_ends.set(count);
        }
    }

    /// Puts a new random secret into the field. It stays hidden until somebody shows or copies it.
    pub fn generate(self, recipe: Recipe) {
        let secret = generator::generate(recipe, crate::random::fill);
        let origin = match secret {
            Some(secret) => {
                self.put(secret.expose());
                Origin::Generated { seen: self.shown.get_untracked(), bits: recipe.bits() }
            }
            None => Origin::NoRandomSource,
        };
        self.changed(origin);
    }

    /// Shows the value for a while, or hides it.
    pub fn show(self, shown: bool) {
        if self.shown.try_get_untracked().unwrap_or(shown) == shown {
            return;
        }
        let turn = self.turns.try_update_value(|turns| {
            *turns += 1;
            *turns
        });
        if shown {
            // Only this time: a later one has half a minute of its own.
            let hide = move || {
                if self.turns.try_get_value() == turn {
                    self.show(false);
                }
            };
            set_timeout(hide, SHOWN_AT_MOST);
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
            Origin::Generated { seen: false, .. } => Some(Issue::SecretNeverSeen),
            Origin::Typed | Origin::Generated { seen: true, .. } | Origin::NoRandomSource => None,
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

    /// A write ended. A saved secret has no business in the page any more; anything less certain keeps it (F-03).
    pub fn settled(self, outcome: &Outcome) {
        self.in_doubt.update(|doubt| *doubt = outcome.doubt_after(*doubt));
        if matches!(outcome, Outcome::Saved(_)) {
            self.wipe();
        }
    }

    /// Whether what stands in the field was sent and may be in use somewhere, while it is not certain that it is in use
    /// everywhere (UX-21).
    pub fn may_be_live(self) -> bool {
        self.in_doubt.get() && self.length.get() > 0
    }

    /// Empties the field for good, also when its state is gone already.
    pub fn forget(self) {
        if let Some(node) = self.node.try_get_untracked().flatten() {
            node.set_value("");
        }
        if let Some(area) = self.area.try_get_untracked().flatten() {
            area.set_value("");
        }
    }

    /// Empties the field.
    pub fn wipe(self) {
        self.put("");
        self.shown.set(false);
        self.changed(Origin::Typed);
    }

    /// Where the value comes from.
    pub fn origin(self) -> Origin {
        self.origin.get()
    }

    /// Whether it was generated here.
    pub fn is_generated(self) -> bool {
        matches!(self.origin.get_untracked(), Origin::Generated { .. }) && !self.is_empty()
    }

    /// Whether there is nothing in it.
    pub fn is_empty(self) -> bool {
        self.length.get_untracked() == 0
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
            if let Origin::Generated { seen, .. } = origin {
                *seen = true;
            }
        });
    }
}
