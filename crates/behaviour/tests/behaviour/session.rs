//! Somebody signed in.

use rekey_core::access::{Access, SignIn};
use rekey_core::capabilities::Capabilities;
use rekey_core::credential::{Credential, Entry};
use rekey_core::dialect::{Change, SignInStep};
use rekey_core::operation::{List, Looked, Write};
use rekey_core::outcome::ReadFailure;
use rekey_core::secret::Secret;
use serde_json::json;

use crate::intent::OPERATOR;
use crate::row::{Known, Row};
use crate::run::{self, Ended, Waits};
use crate::stage::Stage;

/// Repeats are spread by it; any number will do.
const SEED: u64 = 7;

/// A session on a stage.
pub(crate) struct Session<'stage> {
    pub(crate) stage: &'stage Stage<'stage>,
    pub(crate) access: Access,
    /// What a request is signed with, as the sandbox can be told to end it.
    token: Secret,
}

impl<'stage> Session<'stage> {
    /// Signs in.
    ///
    /// # Errors
    /// Why a token is not given. Where nothing is exchanged for one, the first read finds out.
    pub(crate) fn begin(stage: &'stage Stage<'stage>, sign_in: &SignIn) -> Result<Self, ReadFailure> {
        let dialect = stage.row.dialect;
        let access = match dialect.sign_in(sign_in).unwrap() {
            SignInStep::Ready(granted) => granted.access,
            SignInStep::Exchange(request) => dialect.interpret_sign_in(stage.send(&request))?.access,
        };
        let token = match (&access, sign_in) {
            (_, SignIn::EmailAndApiToken { token, .. }) => token.clone(),
            (Access::Bearer(token), _) => token.clone(),
            (Access::Basic(_) | Access::Proxy, _) => panic!("no row signs in like this"),
        };
        Ok(Self { stage, access, token })
    }

    /// Signs in as somebody who may do everything.
    pub(crate) fn of_admin(stage: &'stage Stage<'stage>) -> Self {
        Self::begin(stage, &stage.row.admin).unwrap()
    }

    pub(crate) fn row(&self) -> &'stage Row {
        self.stage.row
    }

    pub(crate) fn capabilities(&self) -> &'static Capabilities {
        self.row().dialect.capabilities()
    }

    /// Ends the token behind the session's back.
    pub(crate) fn revoke(&self) {
        self.stage.control("tokens", &json!({ "revoke": self.token.expose() }));
    }

    /// The whole list of the scope.
    pub(crate) fn list(&self) -> Result<Vec<Entry>, ReadFailure> {
        let row = self.row();
        run::list(self.stage, List::new(row.dialect, self.access.clone(), row.scope.clone(), SEED))
    }

    /// A record of the list.
    pub(crate) fn listed(&self, id: &str) -> Option<Credential> {
        Entry::find(&self.list().unwrap(), id).cloned()
    }

    /// A record of the demonstration.
    pub(crate) fn load(&self, known: Known) -> Credential {
        self.listed(known.id).expect("it is part of the demonstration")
    }

    /// How one record stands now.
    pub(crate) fn look(&self, id: &str) -> Result<Looked, ReadFailure> {
        let row = self.row();
        let request = row.dialect.look(&self.access, &row.scope, id).unwrap();
        row.dialect.interpret_look(run::read(self.stage, request), id)
    }

    /// A change that gives a new secret.
    pub(crate) fn new_secret(&self, secret: &str) -> Change {
        Change::secret(Secret::new(secret.to_owned()), self.operator())
    }

    /// Who does the changes, where the API wants to know.
    pub(crate) fn operator(&self) -> Option<String> {
        self.capabilities().operator.then(|| OPERATOR.to_owned())
    }

    /// A write on top of a record as it was loaded.
    pub(crate) fn write(&self, base: &Credential, change: Change) -> Write {
        let row = self.row();
        Write::new(row.dialect, self.access.clone(), row.scope.clone(), base.clone(), change, SEED)
    }

    /// Drives a write.
    pub(crate) fn run(&self, write: Write) -> Ended {
        run::write(self.stage, write, Waits::Noted)
    }

    /// Drives a write whose waits take their time.
    pub(crate) fn run_patiently(&self, write: Write) -> Ended {
        run::write(self.stage, write, Waits::Real)
    }

    /// Deletes a record, as another admin would with another tool.
    pub(crate) fn delete(&self, id: &str) {
        let deletion = self.row().deletion;
        self.stage.call(deletion.method, &deletion.target_of(id), &self.authorization(), None);
    }

    /// Makes a record of this id, if the vendor lets one choose it.
    pub(crate) fn create(&self, id: &str, secret: &str) -> bool {
        let Some(creation) = self.row().creation else { return false };
        self.stage.call("POST", creation.target, &self.authorization(), Some(&(creation.body)(id, secret)));
        true
    }

    fn authorization(&self) -> String {
        match &self.access {
            Access::Bearer(token) => format!("Bearer {}", token.expose()),
            Access::Basic(pair) => format!("Basic {}", pair.expose()),
            Access::Proxy => panic!("no row signs in like this"),
        }
    }
}
