//! `config.json` (design.md 4): parsed strictly, and every refusal names the place (H-13).

mod problem;

use std::ops::RangeInclusive;
use std::time::Duration;

use crate::base_url::BaseUrl;
use crate::credential::ScopeEntry;
use crate::dialect::Dialect;
use crate::display::{Choice, Density, Display, Presenter, Shortcuts, Theme};
use crate::json::Json;
use crate::language::Language;
use crate::origin::Origin;
use crate::password::{Class, Classes, FLOOR, PasswordPolicy};
use crate::path;
use crate::session::SessionLimits;

pub use problem::ConfigurationProblem;

/// A valid configuration: at least one connection, no id twice.
#[derive(Debug, Clone, PartialEq)]
pub struct Configuration {
    /// The systems, in their order on screen.
    pub connections: Vec<Connection>,
    /// The rules for passwords that are decided here.
    pub password: PasswordPolicy,
    /// What is spoken, unless somebody chooses otherwise; without it, the browser's language.
    pub language: Option<Language>,
    /// How the console looks and listens, unless somebody chooses otherwise.
    pub display: Display,
    /// How long a session lasts (S-14).
    pub session: SessionLimits,
    /// Whose pages may hold the console in a frame (E-02); without any, nobody's.
    pub portals: Vec<Origin>,
}

/// Each of them is asked by its own message, so there is an end to them.
const MOST_PORTALS: usize = 16;

/// One system.
#[derive(Debug, Clone, PartialEq)]
pub struct Connection {
    /// The first segment of its addresses: lower-case letters, digits and dashes.
    pub id: String,
    /// What people call it.
    pub label: String,
    /// How it is spoken to.
    pub dialect: Dialect,
    /// Where it stands.
    pub base_url: BaseUrl,
    /// What is offered of what holds the credentials; without any, the server lists it.
    pub scopes: Option<Vec<ScopeEntry>>,
    /// Who does the changes, where the API wants to know (Z4).
    pub operator: Option<String>,
    /// Who adds the `Authorization` header.
    pub auth: Auth,
}

/// Who signs the requests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Auth {
    /// The admin signs in; the token lives in memory.
    Token,
    /// A reverse proxy adds the header; there is no sign-in form.
    Proxy,
}

/// What may stand in a configuration.
const SETTINGS: [&str; 9] =
    ["connections", "password", "language", "theme", "density", "presenter", "session", "shortcuts", "portals"];

impl Configuration {
    /// Reads a configuration without a browser.
    ///
    /// # Errors
    /// The first problem, by its place.
    pub fn parse(text: &str) -> Result<Self, ConfigurationProblem> {
        Self::parse_by(Json::parse, text)
    }

    /// Reads a configuration by a parser of its own, whose errors are its words.
    ///
    /// # Errors
    /// The first problem, by its place.
    pub fn parse_by(parser: fn(&str) -> Result<Json, String>, text: &str) -> Result<Self, ConfigurationProblem> {
        let value = parser(text.trim_start_matches('\u{feff}')).map_err(ConfigurationProblem::Syntax)?;
        Self::read(&value)
    }

    fn read(value: &Json) -> Result<Self, ConfigurationProblem> {
        let root = Place::inside(value, String::new())?;
        root.only(&SETTINGS)?;
        let entries = root.required("connections")?.as_list().filter(|entries| !entries.is_empty());
        let entries = entries.ok_or_else(|| root.wrong("connections", "a list with at least one connection"))?;
        let mut connections: Vec<Connection> = Vec::with_capacity(entries.len());
        for (index, entry) in entries.iter().enumerate() {
            let place = Place::inside(entry, format!("connections[{index}]"))?;
            let connection = parse_connection(&place)?;
            if connections.iter().any(|other| other.id == connection.id) {
                return Err(ConfigurationProblem::DuplicateId { at: place.at("id"), id: connection.id });
            }
            connections.push(connection);
        }
        Ok(Self {
            connections,
            password: parse_password(&root)?,
            language: root.one_of("language", "\"en\", \"tr\" or \"zh\"", Language::of_tag)?,
            display: parse_display(&root)?,
            session: parse_session(&root)?,
            portals: parse_portals(&root)?,
        })
    }

    /// The same with one connection alone.
    ///
    /// # Errors
    /// There is none with that id.
    pub fn confined(mut self, id: &str) -> Result<Self, ConfigurationProblem> {
        self.connections.retain(|connection| connection.id == id);
        if self.connections.is_empty() {
            return Err(ConfigurationProblem::UnknownConnection { id: id.to_owned() });
        }
        Ok(self)
    }

    /// A connection by its id.
    pub fn connection(&self, id: &str) -> Option<&Connection> {
        self.connections.iter().find(|connection| connection.id == id)
    }
}

fn parse_connection(place: &Place<'_>) -> Result<Connection, ConfigurationProblem> {
    let kind = place.one_of("kind", "\"apinizer\", \"thousandeyes\" or \"zstack\"", Kind::named)?;
    let kind = kind.ok_or_else(|| ConfigurationProblem::Missing { at: place.at("kind") })?;
    place.only(kind.settings())?;
    let id = place.text("id")?;
    let is_id = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if id.is_empty() || id.len() > 64 || !id.bytes().all(is_id) {
        return Err(place.wrong("id", "lower-case letters, digits and dashes"));
    }
    let label = place.optional_text("label")?.unwrap_or_else(|| id.clone());
    let base_url = BaseUrl::parse(&place.text("baseUrl")?)
        .map_err(|problem| ConfigurationProblem::BaseUrl { at: place.at("baseUrl"), problem })?;
    let auth = place.one_of("auth", "\"token\" or \"proxy\"", |name| match name {
        "token" => Some(Auth::Token),
        "proxy" => Some(Auth::Proxy),
        _ => None,
    })?;
    let operator = place.optional_text("operator")?.map(|name| name.trim().to_owned());
    Ok(Connection {
        label: if label.trim().is_empty() { id.clone() } else { label },
        id,
        dialect: kind.dialect(place)?,
        base_url,
        scopes: kind.scopes(place)?,
        operator: operator.filter(|name| !name.is_empty()),
        auth: auth.unwrap_or(Auth::Token),
    })
}

/// The systems as the configuration names them. One may have several dialects, and each has settings of its own.
#[derive(Debug, Clone, Copy)]
enum Kind {
    Apinizer,
    ThousandEyes,
    ZStack,
}

impl Kind {
    fn named(name: &str) -> Option<Self> {
        match name {
            "apinizer" => Some(Self::Apinizer),
            "thousandeyes" => Some(Self::ThousandEyes),
            "zstack" => Some(Self::ZStack),
            _ => None,
        }
    }

    fn settings(self) -> &'static [&'static str] {
        match self {
            Self::Apinizer => &["id", "label", "kind", "baseUrl", "auth", "projects"],
            Self::ThousandEyes => &["id", "label", "kind", "baseUrl", "auth", "version", "accountGroup"],
            Self::ZStack => &["id", "label", "kind", "baseUrl", "auth", "operator"],
        }
    }

    fn dialect(self, place: &Place<'_>) -> Result<Dialect, ConfigurationProblem> {
        let version = place.one_of("version", "\"v7\" or \"v6\"", |name| match name {
            "v7" => Some(Dialect::ThousandEyesV7),
            "v6" => Some(Dialect::ThousandEyesV6),
            _ => None,
        })?;
        Ok(match self {
            Self::Apinizer => Dialect::Apinizer,
            Self::ThousandEyes => version.unwrap_or(Dialect::ThousandEyesV7),
            Self::ZStack => Dialect::ZStack,
        })
    }

    fn scopes(self, place: &Place<'_>) -> Result<Option<Vec<ScopeEntry>>, ConfigurationProblem> {
        Ok(match self {
            Self::Apinizer => {
                place.names("projects")?.map(|names| names.iter().map(|name| ScopeEntry::project(name)).collect())
            }
            Self::ThousandEyes => match place.optional_text("accountGroup")? {
                None => None,
                Some(aid) if path::encode(&aid).is_ok() => Some(vec![ScopeEntry::account_group(&aid)]),
                Some(_) => return Err(place.wrong("accountGroup", "the id of an account group")),
            },
            Self::ZStack => Some(vec![ScopeEntry::system()]),
        })
    }
}

fn parse_display(root: &Place<'_>) -> Result<Display, ConfigurationProblem> {
    let shortcuts = root.one_of("shortcuts", "\"on\" or \"off\"", Shortcuts::named)?;
    let density = root.one_of("density", "\"comfortable\" or \"compact\"", Density::named)?;
    let presenter = root.one_of("presenter", "\"off\", \"secrets\" or \"names\"", Presenter::named)?;
    Ok(Display {
        theme: root.one_of("theme", "\"system\", \"light\" or \"dark\"", Theme::named)?.unwrap_or_default(),
        density: density.unwrap_or_default(),
        presenter: presenter.unwrap_or_default(),
        shortcuts: shortcuts.unwrap_or_default(),
    })
}

fn parse_password(root: &Place<'_>) -> Result<PasswordPolicy, ConfigurationProblem> {
    let Some(value) = root.get("password") else { return Ok(PasswordPolicy::default()) };
    let place = Place::inside(value, root.at("password"))?;
    place.only(&["minLength", "classes"])?;
    let mut policy = PasswordPolicy { classes: parse_classes(&place)?, ..PasswordPolicy::default() };
    if let Some(minimum) = place.whole("minLength", FLOOR..=256, "a whole number from 8 to 256")? {
        policy.minimum_length = minimum;
    }
    Ok(policy)
}

/// The upper bounds are those that NIST SP 800-63B-4 (2.2.3) recommends for sessions of its second level; without the
/// lower ones a session could end before it is announced.
fn parse_session(root: &Place<'_>) -> Result<SessionLimits, ConfigurationProblem> {
    let mut limits = SessionLimits::default();
    let Some(value) = root.get("session") else { return Ok(limits) };
    let place = Place::inside(value, root.at("session"))?;
    place.only(&["idleMinutes", "lifetimeHours"])?;
    if let Some(minutes) = place.whole("idleMinutes", 2..=60, "a whole number from 2 to 60")? {
        limits.idle = Duration::from_mins(minutes as u64);
    }
    if let Some(hours) = place.whole("lifetimeHours", 1..=24, "a whole number from 1 to 24")? {
        limits.lifetime = Duration::from_hours(hours as u64);
    }
    Ok(limits)
}

fn parse_portals(root: &Place<'_>) -> Result<Vec<Origin>, ConfigurationProblem> {
    let Some(value) = root.get("portals") else { return Ok(Vec::new()) };
    let entries = value.as_list().filter(|entries| (1..=MOST_PORTALS).contains(&entries.len()));
    let entries = entries.ok_or_else(|| root.wrong("portals", "a list of 1 to 16 origins"))?;
    let origin = |(index, entry): (usize, &Json)| {
        entry.as_text().and_then(Origin::parse).ok_or_else(|| ConfigurationProblem::Value {
            at: format!("portals[{index}]"),
            expected: "an exact origin, such as \"https://portal.example\": no path, no capital letter, no default \
                       port, and http: for this computer only",
        })
    };
    entries.iter().enumerate().map(origin).collect()
}

/// What a server asks for; there are no such rules of our own (UX-12).
fn parse_classes(place: &Place<'_>) -> Result<Classes, ConfigurationProblem> {
    let Some(value) = place.get("classes") else { return Ok(Classes::NONE) };
    let class = |name: &Json| match name.as_text()? {
        "upper" => Some(Class::Upper),
        "lower" => Some(Class::Lower),
        "digit" => Some(Class::Digit),
        "sign" => Some(Class::Sign),
        _ => None,
    };
    let classes = value.as_list().and_then(|names| names.iter().map(class).collect());
    classes.ok_or_else(|| place.wrong("classes", "a list of \"upper\", \"lower\", \"digit\" and \"sign\""))
}

/// An object of the file and the way to it.
struct Place<'a> {
    members: &'a [(String, Json)],
    path: String,
}

impl<'a> Place<'a> {
    fn inside(value: &'a Json, path: String) -> Result<Self, ConfigurationProblem> {
        match value {
            Json::Object(members) => Ok(Self { members, path }),
            Json::Null | Json::Flag(_) | Json::Number(_) | Json::Text(_) | Json::List(_) => {
                let at = if path.is_empty() { "the configuration".to_owned() } else { path };
                Err(ConfigurationProblem::Value { at, expected: "an object" })
            }
        }
    }

    fn get(&self, key: &str) -> Option<&'a Json> {
        self.members.iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    fn at(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }

    fn wrong(&self, key: &str, expected: &'static str) -> ConfigurationProblem {
        ConfigurationProblem::Value { at: self.at(key), expected }
    }

    fn only(&self, known: &[&str]) -> Result<(), ConfigurationProblem> {
        let Some(key) = self.members.iter().map(|(name, _)| name).find(|key| !known.contains(&key.as_str())) else {
            return Ok(());
        };
        let lower = key.to_ascii_lowercase();
        let secret = ["token", "secret", "password", "authorization", "credential", "apikey", "api_key"];
        let at = self.at(key);
        // By bytes: the search for a text in a text is 3 kB of the program's first part, which needs it nowhere else.
        let contains = |word: &&str| lower.as_bytes().windows(word.len()).any(|part| part == word.as_bytes());
        let is_secret = secret.iter().any(contains);
        Err(if is_secret { ConfigurationProblem::Secret { at } } else { ConfigurationProblem::UnknownKey { at } })
    }

    fn required(&self, key: &str) -> Result<&'a Json, ConfigurationProblem> {
        self.get(key).ok_or_else(|| ConfigurationProblem::Missing { at: self.at(key) })
    }

    fn text(&self, key: &str) -> Result<String, ConfigurationProblem> {
        self.required(key)?.as_text().map(str::to_owned).ok_or_else(|| self.wrong(key, "a text"))
    }

    fn optional_text(&self, key: &str) -> Result<Option<String>, ConfigurationProblem> {
        self.get(key).map(|_| self.text(key)).transpose()
    }

    fn one_of<T>(
        &self,
        key: &str,
        expected: &'static str,
        find: fn(&str) -> Option<T>,
    ) -> Result<Option<T>, ConfigurationProblem> {
        let Some(value) = self.get(key) else { return Ok(None) };
        value.as_text().and_then(find).map(Some).ok_or_else(|| self.wrong(key, expected))
    }

    fn whole(
        &self,
        key: &str,
        bounds: RangeInclusive<usize>,
        expected: &'static str,
    ) -> Result<Option<usize>, ConfigurationProblem> {
        let Some(value) = self.get(key) else { return Ok(None) };
        let number = value.as_whole().and_then(|number| usize::try_from(number).ok());
        number.filter(|number| bounds.contains(number)).map(Some).ok_or_else(|| self.wrong(key, expected))
    }

    fn names(&self, key: &str) -> Result<Option<Vec<String>>, ConfigurationProblem> {
        let Some(value) = self.get(key) else { return Ok(None) };
        let wrong = || self.wrong(key, "a list of names");
        let names = value.as_list().filter(|names| !names.is_empty()).ok_or_else(wrong)?;
        let name = |name: &Json| name.as_text().filter(|name| path::encode(name).is_ok()).map(str::to_owned);
        names.iter().map(name).collect::<Option<Vec<_>>>().map(Some).ok_or_else(wrong)
    }
}

#[cfg(test)]
mod tests;
