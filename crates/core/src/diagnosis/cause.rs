//! What is wrong with a connection, and what has to be changed, letter for letter.

/// One reason why a connection does not work as it should.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cause {
    /// The page itself came without encryption.
    InClear {
        /// The page's origin.
        page: String,
    },
    /// The browser has no network.
    Offline,
    /// The page's policy does not name the origin.
    Policy {
        /// The API's origin.
        origin: String,
    },
    /// An encrypted page may not ask without encryption.
    Mixed {
        /// The base address.
        base: String,
    },
    /// The browser does not let the page ask the local network.
    LocalNetworkDenied {
        /// Whether the page is inside another one, which has to pass the permission on.
        framed: bool,
    },
    /// The browser asks whether the page may ask the local network, and nobody has answered.
    LocalNetworkAsked,
    /// Nothing answers: server, name or certificate.
    Unreachable {
        /// Where.
        origin: String,
        /// The base address.
        base: String,
    },
    /// Nothing answered in time.
    Silent {
        /// Where.
        origin: String,
    },
    /// Nothing answered that the page may see, and its isolation hides why.
    Hidden {
        /// Where.
        origin: String,
        /// The page's origin.
        page: String,
    },
    /// The server answers and does not let this page read it.
    Cors {
        /// The API's origin.
        origin: String,
        /// The page's origin.
        page: String,
    },
    /// The server does not let this page send a sign-in, or a body.
    Preflight {
        /// The API's origin.
        origin: String,
        /// The page's origin.
        page: String,
    },
    /// A proxy answers that it does not reach what is behind it.
    Gateway {
        /// The HTTP status.
        status: u16,
    },
    /// The server sends requests elsewhere.
    Redirected {
        /// The base address.
        base: String,
    },
    /// A page answers instead of the API.
    Page {
        /// The HTTP status.
        status: u16,
        /// What it calls itself.
        title: Option<String>,
        /// The base address.
        base: String,
    },
    /// There is no such address on the server.
    NotHere {
        /// The HTTP status.
        status: u16,
        /// The base address.
        base: String,
    },
    /// Another API answers.
    OtherApi {
        /// Whose, where that can be told.
        product: Option<&'static str>,
        /// The base address.
        base: String,
    },
    /// The API fails.
    Failing {
        /// The HTTP status.
        status: u16,
    },
    /// The server no longer has this version of its API (T1).
    Retired,
    /// The API gives everything without a sign-in: something on the way signs.
    Open,
    /// The clocks are apart.
    Clock {
        /// How many minutes this computer's is ahead of the server's; negative if it is behind.
        minutes: i64,
    },
    /// The frame may not write to the clipboard.
    Clipboard,
}

/// What a cause does to the work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gravity {
    /// No request works.
    Blocks,
    /// Requests work, and something else is not as it should be.
    Disturbs,
}

impl Cause {
    /// What it does to the work.
    pub fn gravity(&self) -> Gravity {
        match self {
            Self::InClear { .. } | Self::Open | Self::Clock { .. } | Self::Clipboard => Gravity::Disturbs,
            Self::Offline
            | Self::Policy { .. }
            | Self::Mixed { .. }
            | Self::LocalNetworkDenied { .. }
            | Self::LocalNetworkAsked
            | Self::Unreachable { .. }
            | Self::Silent { .. }
            | Self::Hidden { .. }
            | Self::Cors { .. }
            | Self::Preflight { .. }
            | Self::Gateway { .. }
            | Self::Redirected { .. }
            | Self::Page { .. }
            | Self::NotHere { .. }
            | Self::OtherApi { .. }
            | Self::Failing { .. }
            | Self::Retired => Gravity::Blocks,
        }
    }

    /// Whether it was seen. The others are what explains best what was seen; the browser hides the rest (M6).
    pub fn is_certain(&self) -> bool {
        match self {
            Self::Mixed { .. }
            | Self::LocalNetworkDenied { .. }
            | Self::LocalNetworkAsked
            | Self::Unreachable { .. }
            | Self::Hidden { .. }
            | Self::Cors { .. }
            | Self::Preflight { .. }
            | Self::OtherApi { .. }
            | Self::Retired
            | Self::Open => false,
            Self::InClear { .. }
            | Self::Offline
            | Self::Policy { .. }
            | Self::Silent { .. }
            | Self::Gateway { .. }
            | Self::Redirected { .. }
            | Self::Page { .. }
            | Self::NotHere { .. }
            | Self::Failing { .. }
            | Self::Clock { .. }
            | Self::Clipboard => true,
        }
    }

    /// Whether a change that met it was probably never sent; that cannot be proved (X01, X03, X05).
    pub fn speaks_against_sending(&self) -> bool {
        match self {
            Self::Mixed { .. }
            | Self::LocalNetworkDenied { .. }
            | Self::LocalNetworkAsked
            | Self::Unreachable { .. }
            | Self::Cors { .. }
            | Self::Preflight { .. } => true,
            Self::InClear { .. }
            | Self::Offline
            | Self::Policy { .. }
            | Self::Silent { .. }
            | Self::Hidden { .. }
            | Self::Gateway { .. }
            | Self::Redirected { .. }
            | Self::Page { .. }
            | Self::NotHere { .. }
            | Self::OtherApi { .. }
            | Self::Failing { .. }
            | Self::Retired
            | Self::Open
            | Self::Clock { .. }
            | Self::Clipboard => false,
        }
    }

    /// Whether what [`Cause::remedy`] names is the setting as it stands now: what it has to be, nobody here can know.
    pub fn names_what_stands(&self) -> bool {
        matches!(
            self,
            Self::Unreachable { .. }
                | Self::Redirected { .. }
                | Self::Page { .. }
                | Self::NotHere { .. }
                | Self::OtherApi { .. }
        )
    }

    /// The header or the setting to change, as it is written where it belongs; nothing where there is none to name.
    pub fn remedy(&self) -> Option<String> {
        let setting = |base: &str| Some(format!("\"baseUrl\": \"{base}\""));
        match self {
            Self::InClear { page } => Some(page.replacen("http:", "https:", 1)),
            Self::Policy { origin } => Some(format!("connect-src 'self' {origin}")),
            Self::Mixed { base } => setting(&base.replacen("http:", "https:", 1)),
            Self::LocalNetworkDenied { framed: true } => {
                Some("allow=\"local-network; local-network-access; loopback-network\"".to_owned())
            }
            Self::Cors { page, .. } | Self::Hidden { page, .. } => {
                Some(format!("Access-Control-Allow-Origin: {page}\nVary: Origin"))
            }
            Self::Preflight { page, .. } => Some(format!(
                "Access-Control-Allow-Origin: {page}\nAccess-Control-Allow-Headers: authorization, content-type\n\
                 Access-Control-Allow-Methods: GET, POST, PUT, PATCH"
            )),
            Self::Unreachable { base, .. }
            | Self::Redirected { base }
            | Self::Page { base, .. }
            | Self::NotHere { base, .. }
            | Self::OtherApi { base, .. } => setting(base),
            Self::Retired => Some("\"version\": \"v7\"".to_owned()),
            Self::Open => Some("\"auth\": \"proxy\"".to_owned()),
            Self::Clipboard => Some("allow=\"clipboard-write\"".to_owned()),
            Self::Offline
            | Self::LocalNetworkDenied { framed: false }
            | Self::LocalNetworkAsked
            | Self::Silent { .. }
            | Self::Gateway { .. }
            | Self::Failing { .. }
            | Self::Clock { .. } => None,
        }
    }
}
