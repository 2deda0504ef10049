//! The English words.

use super::Phrase;
use crate::language::{Entry, words};

pub use connection::*;
pub use display::*;
pub use form::*;
pub use notes::*;
pub use outcome::*;
pub use request::*;
pub use session::*;

/// One function per entry: plain text without places, a [`Phrase`] with them. What it gives are the words of the
/// language that is spoken, which `languages/` holds by the entry's name.
macro_rules! catalogue {
    ($($key:ident $(($($place:ident),+))? = $words:literal;)*) => {
        $(catalogue!(@entry $key $(($($place),+))? = $words);)*

        /// The entries of this part, for the tests that hold the languages against them.
        #[cfg(test)]
        pub(in crate::text) const ENTRIES: &[(&str, &str)] = &[$((stringify!($key), $words)),*];
    };
    (@entry $key:ident = $words:literal) => {
        #[doc = $words]
        pub fn $key() -> &'static str {
            catalogue!(@words $key, $words)
        }
    };
    (@entry $key:ident ($($place:ident),+) = $words:literal) => {
        #[doc = $words]
        #[allow(clippy::doc_markdown, reason = "the words are for people, who see no backticks")]
        pub fn $key($($place: &str),+) -> Phrase {
            Phrase::fill(catalogue!(@words $key, $words), &[$((stringify!($place), $place)),+])
        }
    };
    (@words $key:ident, $words:literal) => {{
        static ENTRY: Entry = Entry { number: rekey_core::language::number(stringify!($key)), english: $words };
        words(&ENTRY)
    }};
}

mod connection;
mod display;
mod form;
mod notes;
mod outcome;
mod request;
mod session;

/// The entries of all parts.
#[cfg(test)]
pub(super) fn entries() -> impl Iterator<Item = (&'static str, &'static str)> {
    let parts = [
        ENTRIES,
        connection::ENTRIES,
        display::ENTRIES,
        form::ENTRIES,
        notes::ENTRIES,
        outcome::ENTRIES,
        request::ENTRIES,
        session::ENTRIES,
    ];
    parts.into_iter().flatten().copied()
}

catalogue! {
    // The language itself: its tag, also for the browser's way of writing dates and numbers, and which way it runs.
    language_tag = "en-GB";
    text_direction = "ltr";
    language = "Language";
    language_missing(language) = "{language} could not be loaded";
    language_missing_explained = "Rekey goes on in English. Check the network.";
    change_language_question = "Change the language without saving?";
    change_language_explained = "This page is made anew for it.";
    change_language = "Change the language";

    // The frame.
    product = "Rekey";
    connections = "Connections";
    connections_explained = "The systems whose credentials can be changed here.";
    breadcrumb = "Breadcrumb";
    signed_in = "Signed in";
    not_signed_in = "Not signed in";
    sign_out = "Sign out";
    session_ends_at(time) = "Your session ends at {time}. What you typed is kept then, and a new sign-in is asked for before anything is sent.";
    no_such_page = "There is no such page";
    no_such_page_explained = "The address names nothing in this console.";
    to_the_connections = "To the connections";

    // Nouns.
    password = "password";
    value = "value";
    project = "Project";
    projects = "Projects";
    account_group = "Account group";
    account_groups = "Account groups";
    name = "Name";
    operator = "Operator";
    operator_help = "Who does this change. The server records it; it proves nothing.";
    not_specified = "not specified";
    username = "Username";
    full_name = "Full name";
    email = "E-mail";
    description = "Description";
    roles = "Roles";
    allowed_addresses = "Allowed addresses";
    enabled = "Enabled";
    expiry = "Expiry";
    expiry_date = "Expiry date";
    expiry_time = "Expiry time";
    empty = "(empty)";
    none = "(none)";
    any_address = "any address";
    never = "Never";
    not_given = "Not given";
    yes = "yes";
    no = "no";

    // Sign-in.
    sign_in = "Sign in";
    signing_in = "Signing in…";
    sign_in_to(label) = "Sign in to {label}";
    sign_in_with = "Sign in with";
    sign_in_again = "Sign in again to go on";
    sign_in_again_explained(label) = "{label} no longer accepts your session. What you typed below is kept, and nothing is sent by itself.";
    access_token = "Access token";
    access_token_help = "Made in your profile in the vendor's own console.";
    api_token = "API token";
    email_and_api_token = "E-mail and API token";
    sign_in_not_offered = "This system does not know this way to sign in";
    sign_in_email_empty = "Enter the e-mail address";
    sign_in_email_wrong = "The e-mail address has a colon or characters that cannot be sent";
    access_token_empty = "Enter the access token";
    access_token_characters = "The access token has blanks or characters that no token has";
    user_name_and_password = "User name and password";
    user_name = "User name";
    user_name_empty = "Enter the user name";
    sign_in_password = "Password";
    sign_in_password_empty = "Enter the password";
    sign_in_refused = "The sign-in was refused";
    sign_in_impossible = "The sign-in did not work";
    kept_heading = "What is kept";
    kept_in_memory = "The token stays in the memory of this tab. Signing out, reloading or closing the tab wipes it.";
    sent_only_to(base) = "It is sent to {base} and nowhere else.";
    sent_only_here = "It is sent to this page's own address and nowhere else.";
    sign_out_explained = "Signing out does not revoke the token. To end it everywhere, revoke it in the vendor's own console.";
    product_here(product) = "{product} at this address";
    product_there(product, base) = "{product} at {base}";

    // The second part of the program.
    loading_program = "Loading…";
    program_unreachable = "A part of Rekey could not be loaded";
    program_unreachable_explained = "Nothing was changed. Check the network.";
    program_unverified = "A part of Rekey could not be verified";
    program_unverified_explained = "It is not the one that belongs to this page, so it was not started, and nothing was changed. If this stays, reload the page.";

    // Scopes and lists.
    no_projects = "No projects";
    no_projects_explained = "Your account belongs to no project on this server.";
    no_account_groups = "No account groups";
    no_account_groups_explained = "Your account belongs to no account group on this server.";
    reading = "Reading…";
    listed(all) = "Listed: {all}";
    credentials = "Credentials";
    credentials_of(scope) = "Credentials of {scope}";
    project_place(name) = "Project {name}.";
    project_that_deploys(name) = "Project {name}. Every change is deployed to all its environments at once.";
    filter_credentials = "Filter credentials";
    account_group_place(group) = "Account group {group}. A credential can be used in its own account group only.";
    system_place(label) = "All credentials of {label}.";
    filter_hint_people = "Name, person or role";
    filter_hint_description = "Name or description";
    filter_hint_name = "Part of a name";
    counted_by_the_server = "Counted by the server";
    counted_total = "total";
    counted_ok = "ok";
    counted_expiring = "expiring";
    counted_expired = "expired";
    counted_unknown = "unknown";
    health_is(health) = "Health: {health}";
    reading_again_at(time) = "The server takes no more requests for the moment. Reading again at {time}.";
    one_credential(all) = "{all} credential";
    credentials_count(all) = "{all} credentials";
    credentials_shown(shown, all) = "{shown} of {all} credentials";
    reading_credentials = "Reading credentials…";
    refresh = "Refresh";
    refresh_what = "credentials";
    state_heading = "State";
    sort_by = "Sort by";
    servers_order = "In the order of the server";
    descending(column) = "{column}, descending";
    expires = "Expires";
    actions = "Actions";
    active = "Active";
    expires_soon = "Expires soon";
    expired = "Expired";
    disabled = "Disabled";
    end_unreadable = "Expiry not readable";
    edit = "Edit";
    edit_what(name) = "Edit {name}";
    change_noun(noun) = "Change {noun}";
    change_noun_of(noun, name) = "Change {noun} of {name}";
    of_what(name) = "of {name}";
    no_credentials(scope) = "No credentials in {scope}";
    no_credentials_explained = "Credentials are created in the vendor's own console. They appear here after a refresh.";
    no_match(filter) = "No credential matches “{filter}”";
    searched_people = "Username, full name, e-mail, description and roles are searched.";
    searched_description = "Name and description are searched.";
    searched_name = "Names are searched.";
    clear_filter = "Clear filter";
    unreadable_record = "This record could not be read";
    not_read = "Not read";
    try_again = "Try again";
    stale = "The last refresh did not work. This is the list as it was read before.";
    gone_since(name) = "No longer there since the list was last read: {name}.";
    gone_and_more(name, count) = "No longer there since the list was last read: {name} and {count} more.";
    by_this_clock = "What has expired, and what expires soon, is told by this computer's clock.";
    credential_gone(name) = "There is no credential {name} here";
    credential_gone_explained = "It may have been deleted or renamed.";
    back_to_credentials = "Back to credentials";
}
