//! The words of the forms: fields, the secret, what a save would change, and what is wrong.

use super::{Entry, Phrase, words};

catalogue! {
    // Forms.
    there_is_a_problem = "There is a problem";
    username_fixed = "Identifies the credential and cannot be changed.";
    addresses_help = "Single addresses or ranges. An empty list lets any address use the credential.";
    addresses_any = "The list is empty: any address may use this credential.";
    add_role = "Add a role";
    no_suggestions = "No suggestions";
    one_suggestion(count) = "{count} suggestion";
    suggestions_count(count) = "{count} suggestions";
    role_not_elsewhere = "Not used elsewhere in this project";
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
    found_by_name = "Scripts look this credential up by its name. Those that use the old name stop working.";
    also_change(noun) = "Also change the {noun}";
    secret_left_out(noun) = "The {noun} is not sent with these details unless you say so.";
    leave_out(noun) = "Leave the {noun} out";
    leave_out_question(noun) = "Leave the {noun} out?";
    leave_out_explained(noun) = "The {noun} in this field was sent and may be in use already. Left out, it is gone from this page.";
    expiry_kept(zone) = "In {zone}. This API documents no way to take an expiry away.";
    leave_question = "Leave without saving?";
    leave_explained = "What you changed or typed here is not saved. Leaving gives it up.";
    stay = "Stay";
    leave = "Leave";
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
    or_type_one = "Or type one";
    copy = "Copy";
    secret_rules(minimum) = "At least {minimum} characters. Spaces and every script are welcome; it is sent exactly as typed.";
    secret_wants(wanted) = "The server wants: {wanted}.";
    one_upper = "an upper-case letter";
    one_lower = "a lower-case letter";
    one_digit = "a digit";
    one_sign = "a sign such as - or !";
    value_rules = "The copy of a secret that lives elsewhere. It is stored exactly as typed, blanks included.";
    several_lines = "Several lines, such as a key or a certificate";
    windows_line_ends = "Lines end as on Windows (CR LF)";
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

    // A generated secret that was saved.
    generated_what(noun) = "Generated {noun}";
    generated_noun(noun) = "generated {noun}";
    shown_once_explained(noun) = "The {noun} is saved, and this page is the only one that can still show it.";
    shown_once_over(noun) = "The time is over: the generated {noun} is no longer in this page.";
    put_away = "Put it away";
    put_away_question(noun) = "Put the {noun} away without copying it?";
    put_away_explained(noun) = "The {noun} was neither copied nor shown here. Afterwards it cannot be shown again.";
    leaves_in(time) = "Leaves this page in {time}.";
    leaves_soon(noun) = "The generated {noun} leaves this page in a minute.";
    keep_minutes_longer(minutes) = "Keep it {minutes} minutes longer";
    leave_secret_question = "Leave without copying it?";
    leave_secret_explained = "What was generated here was neither copied nor shown after it was saved. Leaving takes it out of this page, and it cannot be shown again.";
    clear_clipboard = "Clear clipboard";
    clipboard_overwritten = "The clipboard was told to hold a blank instead. What other programs have kept of it is out of reach.";
    clipboard_not_overwritten = "The browser did not allow it. Copy something else to take its place.";

    // What one may not have meant to type.
    capitals = "Caps Lock is on.";
    outer_blanks(noun, count) = "The {noun} begins or ends with blanks ({count}).";
    outer_blanks_short = "the blanks at both ends";
    outer_line_ends(noun, count) = "The {noun} is one line with line ends around it ({count}).";
    outer_line_ends_short = "the line ends";
    look_alike_blanks(noun, count) = "The {noun} has characters that look like a blank and are none ({count}).";
    look_alike_blanks_short = "what looks like a blank";
    invisible_characters(noun, count) = "The {noun} has characters that cannot be seen ({count}).";
    invisible_characters_short = "what cannot be seen";
    beyond_ascii(noun, count) = "The {noun} has characters beyond ASCII ({count}). Not every program takes them for the same bytes.";
    beyond_ascii_short = "what is beyond ASCII";
    line_ends_lost(count) = "What was pasted had line ends ({count}). This field holds one line, so the browser left them out or put blanks in their place.";
    remove = "Remove";

    // The generator.
    options = "Options";
    length = "Length";
    length_help(least, most) = "From {least} to {most} characters.";
    characters = "Characters";
    alphabet_readable = "Readable";
    alphabet_readable_help = "No look-alikes, and safe in shells and addresses.";
    alphabet_full = "All signs";
    alphabet_full_help = "Every printable ASCII sign, at least one of each kind below.";
    kinds_of_signs = "Kinds";
    upper_case = "Upper case";
    lower_case = "Lower case";
    digits = "Digits";
    signs = "Signs";
    required = "(required)";
    recipe(length, bits) = "The next one has {length} characters, about {bits} bits.";
    recipe_weak(length, bits) = "The next one has {length} characters, about {bits} bits. 128 or more are recommended.";
    another_question(noun) = "Generate another {noun}?";
    another_explained(noun) = "The {noun} in this field was sent and may be in use already. Another one takes its place here, and this one is gone.";
    keep_it = "Keep it";
    generate_another = "Generate another";

    // Consequences.
    secret_replaced(noun) = "The old {noun} stops working in every environment. It cannot be brought back.";
    value_replaced(noun) = "The stored {noun} is replaced. It cannot be read, so it cannot be brought back.";
    lookups_break = "Scripts that look the credential up by its old name no longer find it.";
    secret_kept(noun) = "The {noun} is not sent and stays as it is.";
    secret_may_be_lost(noun) = "The {noun} is not sent. This API does not document whether it stays.";
    expiry_past(utc) = "Expires at {utc}, which has passed.";
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

    // What is wrong with a form.
    issue_secret_empty(noun) = "Enter the new {noun}, or generate one";
    issue_secret_short(noun, length, minimum) = "The {noun} has {length} characters; it needs at least {minimum}";
    issue_secret_common(noun) = "The {noun} is one of those that everybody tries first. Choose another one";
    issue_secret_pattern(noun) = "The {noun} is one short pattern again and again. Choose another one";
    issue_secret_lacks(noun, wanted) = "The {noun} lacks {wanted}, which the server wants";
    issue_secret_contains(noun, word) = "The {noun} contains “{word}”, which is easy to guess for this credential";
    issue_secret_filled(noun) = "The {noun} was filled in by the browser. Choose “Use this value” if you mean it, or type another one";
    issue_secret_unseen(noun) = "Copy or show the generated {noun} first: once sent, nobody can read it again";
    issue_name = "Enter the name";
    issue_full_name = "Enter the full name";
    issue_email = "Enter the e-mail address";
    issue_email_invalid = "The e-mail address is not complete, such as name@example.com";
    issue_address(entry) = "{entry} is not an address or a range";
    issue_role = "A role needs a name";
    issue_expiry_date = "The expiry date does not exist";
    issue_expiry_missing = "Enter a date for the expiry time, or clear the time";
    issue_expiry_time = "The expiry time does not exist";
    issue_expiry_past = "The expiry lies in the past";
    issue_expiry_kept = "Removing an expiry is not documented for this API. Enter a date";
    issue_operator = "Enter who does this change";
    issue_nothing_changed = "Nothing is changed yet, so there is nothing to save";
    issue_confirmation = "The name does not match";
}
