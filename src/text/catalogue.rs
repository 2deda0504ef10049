//! The English words.

use super::Phrase;

/// One function per entry: plain text without places, a [`Phrase`] with them.
macro_rules! catalogue {
    ($($key:ident $(($($place:ident),+))? = $words:literal;)*) => {
        $(catalogue!(@entry $key $(($($place),+))? = $words);)*
    };
    (@entry $key:ident = $words:literal) => {
        #[doc = $words]
        pub fn $key() -> &'static str {
            $words
        }
    };
    (@entry $key:ident ($($place:ident),+) = $words:literal) => {
        #[doc = $words]
        pub fn $key($($place: &str),+) -> Phrase {
            Phrase::fill($words, &[$((stringify!($place), $place)),+])
        }
    };
}

catalogue! {
    // The frame.
    product = "Rekey";
    connections = "Connections";
    connections_explained = "The systems whose credentials can be changed here.";
    breadcrumb = "Breadcrumb";
    signed_in = "Signed in";
    not_signed_in = "Not signed in";
    sign_out = "Sign out";
    no_such_page = "There is no such page";
    no_such_page_explained = "The address names nothing in this console.";
    to_the_connections = "To the connections";

    // Nouns.
    password = "password";
    value = "value";
    project = "Project";
    projects = "Projects";
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
    access_token_help = "A personal access token, made in your profile in the API manager.";
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
    sign_out_explained = "Signing out does not revoke the token. To end it everywhere, revoke it in the API manager.";
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
    reading = "Reading…";
    credentials = "Credentials";
    credentials_of(scope) = "Credentials of {scope}";
    project_place(name) = "Project {name}.";
    project_that_deploys(name) = "Project {name}. Every change is deployed to all its environments at once.";
    filter_credentials = "Filter credentials";
    filter_hint = "Name, person or role";
    one_credential = "1 credential";
    credentials_count(all) = "{all} credentials";
    credentials_shown(shown, all) = "{shown} of {all} credentials";
    reading_credentials = "Reading credentials…";
    refresh = "Refresh";
    refresh_what = "credentials";
    state_heading = "State";
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
    no_credentials_explained = "Credentials are created in the API manager. They appear here after a refresh.";
    no_match(filter) = "No credential matches “{filter}”";
    no_match_explained = "Username, full name, e-mail, description and roles are searched.";
    clear_filter = "Clear filter";
    unreadable_record = "This record could not be read";
    not_read = "Not read";
    try_again = "Try again";
    stale = "The last refresh did not work. This is the list as it was read before.";
    credential_gone(name) = "There is no credential {name} here";
    credential_gone_explained = "It may have been deleted or renamed.";
    back_to_credentials = "Back to credentials";

    // Forms.
    there_is_a_problem = "There is a problem";
    username_fixed = "Identifies the credential and cannot be changed.";
    addresses_help = "Single addresses or ranges. An empty list lets any address use the credential.";
    addresses_any = "The list is empty: any address may use this credential.";
    add_role = "Add a role";
    add_address = "Add or paste";
    remove_entry(entry) = "Remove {entry}";
    enabled_on = "Callers are let in. Switching off takes effect when you save.";
    enabled_off = "Callers are refused. Switching on takes effect when you save.";
    expiry_zone(zone) = "In {zone}.";
    expiry_sent(zone, utc) = "In {zone}. Sent as {utc}.";
    expiry_never(zone) = "In {zone}. Without a date it never expires.";
    expiry_unreadable(text) = "The server has “{text}”, which is not a date. It is left as it is unless you choose one.";
    edit_sets_secret = "Saving these details also sets the password";
    edit_sets_secret_explained = "This API replaces the whole credential and cannot keep the old password.";
    change_secret_only = "Change the password only";
    review_changes = "Review changes";
    cancel = "Cancel";
    what_will_change = "What will change";
    what_will_happen = "What will happen";
    nothing_changed_yet = "Nothing yet.";
    target = "Target";
    system = "System";
    deploys_to = "Deploys to";
    all_environments = "all environments";
    review_changes_to(name) = "Review changes to {name}";
    save_changes_to(name) = "Save changes to {name}";
    saving_changes = "Saving changes…";
    changing(noun) = "Changing {noun}…";
    type_to_confirm(name) = "Type {name} to confirm";
    from = "from";
    to = "to";
    high_impact = "High impact:";
    attention = "Attention:";

    // The secret.
    new_noun(noun) = "New {noun}";
    show = "Show";
    hide = "Hide";
    new_what(noun) = "new {noun}";
    generate = "Generate";
    copy = "Copy";
    secret_rules(minimum) = "At least {minimum} characters. Spaces and every script are welcome; it is sent exactly as typed.";
    secret_length(length) = "{length} characters.";
    secret_generated(length, bits) = "{length} characters, generated, about {bits} bits.";
    secret_unseen = "Not copied yet.";
    secret_seen = "Shown.";
    secret_copied = "Copied.";
    secret_copy_failed = "Copying did not work. Select the value and copy it by hand.";
    secret_filled = "Filled by the browser.";
    secret_use_filled = "Use this value";
    no_random_source = "This browser gave no random numbers, so nothing was generated.";
    shown_now(noun) = "The new {noun} is shown.";
    hidden_now(noun) = "The new {noun} is hidden.";

    // Consequences.
    secret_replaced(noun) = "The old {noun} stops working in every environment. It cannot be brought back.";
    nothing_else_changes = "Nothing else about the credential changes.";
    role_added(role) = "Role {role} added.";
    role_removed(role) = "Role {role} removed: its permissions end now.";
    address_added(address) = "{address} may use this credential.";
    address_removed(address) = "{address} may no longer use this credential.";
    addresses_restricted = "Only the listed addresses may use this credential. Any other caller is refused.";
    addresses_opened = "The last allowed address is removed: any address may use this credential.";
    enabled_again = "Switched on: callers are let in.";
    disabled_now = "Switched off: callers are refused from now on.";
    expiry_changed(utc) = "Expires at {utc}.";
    expiry_removed = "No expiry any more: the credential never ends by itself.";
    carried_secrets_lost = "Secret metadata cannot be read and so cannot be carried over. Set it again in the API manager.";

    // Progress.
    comparing(label) = "Reading the credential from {label} once more.";
    sending(label) = "Sending to {label}.";
    sent_seconds_ago(seconds) = "Sent {seconds} s ago.";
    deploying_takes_long = "Deploying to all environments can take a while.";
    no_answer_yet = "No answer yet. It may still be carried out. Nothing is sent a second time.";
    stop_waiting = "Stop waiting";

    // Results.
    deployment = "Deployment";
    environment = "Environment";
    environment_unnamed = "(not named)";
    what_the_server_said = "What the server said";
    the_server_said = "The server said";
    nothing_said = "(nothing)";
    deployed = "Deployed";
    failed = "Failed";
    not_known = "Not known";
    dismiss = "Dismiss";
    send_again(noun) = "Send the same {noun} again";
    details = "Details";
    http_status(status) = "HTTP {status}";
    fields_read_back = "Read again afterwards: every field is as you sent it. A password cannot be read back.";
    fields_differ = "Read again afterwards: at least one field has another value than you sent.";
    fields_not_read = "The credential could not be read again afterwards.";
    overwrite = "Save mine over theirs";
    send_changes_again = "Send the same changes again";
    change_anyway(noun) = "Change the {noun} anyway";
    take_theirs = "Take theirs, keep my edits";
    what_differs = "What differs";
    field_heading = "Field";
    when_opened = "When you opened it";
    on_the_server = "On the server now";
    yours = "Yours";
    other_members = "Other settings";
    changed_meanwhile = "(changed)";
    as_before = "(as before)";

    // The stop screen.
    cannot_start = "Rekey cannot start";
    configuration_missing = "There is no configuration at this address.";
    configuration_unreachable = "The configuration could not be loaded.";
    configuration_too_large = "The configuration is larger than 64 KiB.";
    configuration_wrong = "The configuration is wrong. No request has been sent.";
    file = "File";
    to_fix = "To fix";
    put_file_there = "Put a config.json there, then reload this page. The README shows one.";
    correct_file = "Correct the file on the server, then reload this page.";
    reload = "Reload";
    see_console = "Check the network and the server, then reload this page.";

    // What is wrong with a form.
    issue_secret_empty(noun) = "Enter the new {noun}, or generate one";
    issue_secret_short(noun, length, minimum) = "The {noun} has {length} characters; it needs at least {minimum}";
    issue_secret_common(noun) = "The {noun} is one of those that everybody tries first. Choose another one";
    issue_secret_pattern(noun) = "The {noun} is one short pattern again and again. Choose another one";
    issue_secret_contains(noun, word) = "The {noun} contains “{word}”, which is easy to guess for this credential";
    issue_secret_filled(noun) = "The {noun} was filled in by the browser. Choose “Use this value” if you mean it, or type another one";
    issue_secret_unseen(noun) = "Copy or show the generated {noun} first: once sent, nobody can read it again";
    issue_full_name = "Enter the full name";
    issue_email = "Enter the e-mail address";
    issue_email_invalid = "The e-mail address is not complete, such as name@example.com";
    issue_address(entry) = "{entry} is not an address or a range";
    issue_role = "A role needs a name";
    issue_expiry_date = "The expiry date does not exist";
    issue_expiry_missing = "Enter a date for the expiry time, or clear the time";
    issue_expiry_time = "The expiry time does not exist";
    issue_expiry_past = "The expiry lies in the past";
    issue_confirmation = "The name does not match";

    // How a write ended (reliability.md 0.4 and 2.3).
    not_sent = "Not sent";
    rejected = "The server refused the change";
    secret_changed(noun, name) = "The {noun} of {name} is changed";
    details_saved(name) = "The changes to {name} are saved";
    saved_not_deployed = "Saved, but not deployed everywhere";
    saved_details_lost = "Saved; the server gave no deployment details";
    outcome_unknown = "The change may or may not have been made";
    conflict_changed(name) = "Someone else changed {name} meanwhile";
    conflict_deleted(name) = "{name} was deleted meanwhile";
    new_valid_everywhere(noun) = "The new {noun} is valid in every environment. The old one no longer works.";
    new_valid(noun) = "The new {noun} is valid. The old one no longer works.";
    new_not_everywhere(noun, failed, deployed) = "The {noun} is changed. The new one is valid in: {deployed}. The old one may still be valid in: {failed}.";
    new_nowhere(noun, failed) = "The {noun} is changed on the server, but the old one may still be valid in: {failed}.";
    new_overall(noun) = "The {noun} is changed, and each environment took it, but the server says that the deployment did not succeed as a whole. The new {noun} is probably valid; try it before you rely on it.";
    deploys_again = "Sending the same again deploys to all environments once more.";
    new_details_lost(noun) = "The new {noun} is stored. Which environments have it, and where the old one still works, is not known.";
    old_still_valid(noun) = "Nothing was changed: the old {noun} is still valid.";
    nothing_sent(noun) = "Nothing was sent, and what you typed is kept. The old {noun} is still valid.";
    either_valid(noun) = "The old or the new {noun} may be valid now. The new one is kept below; nothing is sent again unless you say so.";
    may_still_arrive = "It may still arrive.";
    overwriting(noun) = "Nothing was sent, and the old {noun} is still valid. Saving yours replaces theirs.";
    going_on(noun) = "Nothing was sent, and the old {noun} is still valid. Changing the {noun} leaves their changes as they are.";
    deleted_explained = "Nothing was sent. There is no credential of this name any more; what you typed is kept so that you can copy it.";

    // Why there was no good answer.
    fault_offline = "This browser is offline.";
    fault_policy(origin) = "This page's own policy blocks {origin}. The operator has to add it to connect-src.";
    fault_unreachable(place) = "There was no answer from {place}. The server may be down, its name or certificate wrong, or it does not allow this site (CORS).";
    fault_timed_out = "The server did not answer in time.";
    fault_stopped = "You stopped waiting for the answer.";
    fault_redirected = "The server tried to redirect the request, which was not followed.";
    body_cut = "The answer broke off before its end.";
    body_stalled = "The answer stopped arriving.";
    body_too_large(limit) = "The answer is larger than {limit} bytes and was not read to its end.";
    read_refused = "The server no longer accepts this session.";
    read_forbidden = "You have no permission to read this.";
    read_limited = "The server asks to slow down.";
    read_limited_for(seconds) = "The server asks to wait {seconds} seconds.";
    read_server(status) = "The server could not answer (HTTP {status}).";
    read_not_the_api(status) = "Something other than the API answered (HTTP {status}). Check the base address of this connection.";
    read_page_title(title) = "The page that answered calls itself “{title}”.";
    read_unreadable = "The answer is not what this API promises.";
    read_address = "This name cannot be part of an address.";
    compare_impossible = "The credential could not be read just before the change.";
    server_unclear(status) = "The server answered without saying whether it made the change (HTTP {status}).";
    not_the_api_write(status) = "Something other than the API answered (HTTP {status}).";
}
