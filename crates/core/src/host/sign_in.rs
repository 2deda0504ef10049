//! When a host that can sign in is asked for a token, and what stands in the place of the sign-in meanwhile.
//!
//! It is asked when a token is needed, and again when the server refuses the one it gave. It is not asked by itself after
//! a session was ended on purpose or by time: that would undo the end. Whatever a host does, somebody can sign in by hand.

use std::time::Duration;

/// How long a host may take to answer.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// Why a host is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// There is no token.
    Needed,
    /// The server no longer accepts the last one.
    Refused,
}

impl Reason {
    /// Its name for the host.
    pub fn name(self) -> &'static str {
        match self {
            Self::Needed => "needed",
            Self::Refused => "refused",
        }
    }
}

/// Why nobody is signed in to a connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Vacancy {
    /// Somebody is.
    Filled,
    /// Nobody was yet.
    Untouched,
    /// The server no longer accepts the token.
    Refused,
    /// Somebody signed out, or the session was over.
    Ended,
}

/// How a connection stands, for the sign-in of its host.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Situation {
    /// Why nobody is signed in.
    pub vacancy: Vacancy,
    /// The number of its last session. One that began otherwise, by a token that was typed, says nothing about the host's.
    pub session: Option<u32>,
    /// How many sessions were ended so far. An answer to what was asked before an end comes too late: it would undo it.
    pub ends: u32,
}

/// What stands in the place of a page that nobody is signed in for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entrance {
    /// The host is to be asked.
    Ask(Reason),
    /// It was asked, and its answer is awaited.
    Wait,
    /// A button that asks it.
    Offer,
    /// The form for a token that is typed; and for what the host was asked in vain, if it was.
    Form(Option<Reason>),
}

/// How the sign-in of one connection by its host stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HostSignIn {
    stage: Stage,
    /// How often it was asked. An answer to an earlier question is none.
    asked: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// It was not asked.
    Untried,
    /// It was, after so many ends.
    Asked { reason: Reason, ends: u32 },
    /// It gave no token that could be used, in time; the connection's last session was this one.
    InVain { reason: Reason, last: Option<u32> },
    /// It gave one, which this session began with.
    Given { reason: Reason, session: u32, is_accepted: bool },
}

impl HostSignIn {
    /// Nothing was asked.
    pub const fn new() -> Self {
        Self { stage: Stage::Untried, asked: 0 }
    }

    /// What to show.
    pub fn entrance(self, now: Situation) -> Entrance {
        let Situation { vacancy, session, .. } = now;
        match self.stage {
            Stage::Asked { ends, .. } if ends == now.ends => return Entrance::Wait,
            Stage::InVain { reason, last }
                if last == session && matches!(vacancy, Vacancy::Untouched | Vacancy::Refused) =>
            {
                return Entrance::Form(Some(reason));
            }
            // The one in the place of a refused one is refused as well, and was never good for anything.
            Stage::Given { reason: Reason::Refused, session: own, is_accepted: false }
                if Some(own) == session && vacancy == Vacancy::Refused =>
            {
                return Entrance::Form(None);
            }
            Stage::Untried | Stage::Asked { .. } | Stage::InVain { .. } | Stage::Given { .. } => {}
        }
        match vacancy {
            // The page is about to come.
            Vacancy::Filled => Entrance::Wait,
            Vacancy::Untouched => Entrance::Ask(Reason::Needed),
            Vacancy::Refused => Entrance::Ask(Reason::Refused),
            Vacancy::Ended => Entrance::Offer,
        }
    }

    /// Asks; an earlier question is void. Gives the number of the question.
    pub fn ask(&mut self, reason: Reason, now: Situation) -> u32 {
        self.asked = self.asked.wrapping_add(1);
        self.stage = Stage::Asked { reason, ends: now.ends };
        self.asked
    }

    /// Whether the answer to a question is still awaited.
    pub fn awaits(self, question: u32, now: Situation) -> bool {
        let is_asked = matches!(self.stage, Stage::Asked { ends, .. } if ends == now.ends);
        is_asked && question == self.asked
    }

    /// The host gave no token, none that can stand in a header, or none in time.
    pub fn fail(&mut self, question: u32, now: Situation) {
        if let (true, Stage::Asked { reason, .. }) = (self.awaits(question, now), self.stage) {
            self.stage = Stage::InVain { reason, last: now.session };
        }
    }

    /// The host gave a token, which `session` begins with.
    pub fn give(&mut self, question: u32, session: u32, now: Situation) {
        if let (true, Stage::Asked { reason, .. }) = (self.awaits(question, now), self.stage) {
            self.stage = Stage::Given { reason, session, is_accepted: false };
        }
    }

    /// The server has answered a request of a session.
    pub fn accept(&mut self, accepted: u32) {
        if let Stage::Given { session, is_accepted, .. } = &mut self.stage
            && *session == accepted
        {
            *is_accepted = true;
        }
    }

    /// Whether a session began with a token of the host, and why it was asked for.
    pub fn gave(self, session: u32) -> Option<Reason> {
        match self.stage {
            Stage::Given { reason, session: own, .. } if own == session => Some(reason),
            Stage::Untried | Stage::Asked { .. } | Stage::InVain { .. } | Stage::Given { .. } => None,
        }
    }
}

impl Default for HostSignIn {
    fn default() -> Self {
        Self::new()
    }
}
