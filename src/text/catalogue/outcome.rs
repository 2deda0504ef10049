//! The words of what became of something: progress, results, receipts, failures, and the stop screen.

use super::{Entry, Phrase, words};

catalogue! {
    // Progress.
    comparing(label) = "Reading the credential from {label} once more.";
    sending(label) = "Sending to {label}.";
    sent_seconds_ago(seconds) = "Sent {seconds} s ago.";
    deploying_takes_long = "Deploying to all environments can take a while.";
    no_answer_yet = "No answer yet. It may still be carried out. Nothing is sent a second time.";
    stop_waiting = "Stop waiting";
    press_covered = "Something lies over this button, so the press was not taken. Move it away, or tell the people who run the page around this one.";
    press_too_soon = "The press was not taken, because this button had only just come into sight. Look at what it does, and press again.";
    sending_at(time) = "The server takes no more requests for the moment, and nothing was changed. This is sent at {time}.";
    allowed_again_in(seconds) = "Allowed again in {seconds} s";

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
    check_again = "Check again";
    checking = "Checking…";
    checked_at(time) = "Checked at {time}.";
    found_as_sent(noun) = "Every detail is as you sent it, so the change has arrived. A {noun} cannot be read back, so whether it is in use everywhere is not known.";
    found_arrived = "Every detail is as you sent it: the change has arrived.";
    found_touched(noun, moment) = "The server says that this credential was changed at {moment}, after it was read for this change. That may be your change; a {noun} cannot be read back.";
    found_not_yet = "The change is not visible yet. It may still arrive: check again in a while.";
    found_different = "The credential is neither as it was nor as you sent it. Somebody else may have changed it.";
    found_silent(noun) = "The credential is there, but a {noun} cannot be read back and the server does not tell when it was changed. Send the same {noun} again, or try it where it is used.";
    found_gone = "The credential is not there any more.";
    details = "Details";
    http_status(status) = "HTTP {status}";
    fields_read_back(noun) = "Read again afterwards: every field is as you sent it. A {noun} cannot be read back.";
    fields_differ = "Read again afterwards: at least one field has another value than you sent.";
    fields_not_read = "The credential could not be read again afterwards.";
    send_changes_again = "Send the same changes again";
    change_anyway(noun) = "Change the {noun} anyway";
    what_differs = "What differs";
    field_heading = "Field";
    when_opened = "When you opened it";
    on_the_server = "On the server now";
    other_members = "Other settings";
    changed_meanwhile = "(changed)";
    as_before = "(as before)";
    both_changed = "You both changed this: choose what is saved";
    theirs = "Theirs";
    mine = "Mine";
    both_of_them = "Both";
    choose_one = "Choose what is saved";
    only_theirs(field) = "{field}: only they changed it. Theirs stays.";
    only_mine(field) = "{field}: only you changed it. Yours is saved.";
    both_alike(field) = "{field}: you both changed it to the same.";
    others_stay = "Settings that are not shown here: they changed some. Theirs stay.";
    nothing_shows(noun) = "No field shows what they changed. It may be the {noun}.";
    review_merged = "Review merged changes";

    // Receipts.
    receipt_heading = "Receipt";
    receipt_outcome = "Outcome";
    receipt_changed = "Changed";
    receipt_address = "Address";
    receipt_scope = "In";
    receipt_id = "Id";
    receipt_when = "When";
    receipt_tool = "Tool";
    copy_as_markdown = "Copy as Markdown";
    copy_as_json = "Copy as JSON";
    copy_by_hand = "Copying did not work. Select the text and copy it by hand.";
    session_log = "Changes since this tab was opened";
    outcome_saved = "Saved";
    outcome_details_lost = "Saved, details lost";
    outcome_rejected = "Refused";
    outcome_not_known = "Not known";

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

    // How a write ended (reliability.md 0.4 and 2.3).
    not_sent = "Not sent";
    send_when_online = "Send when online";
    rejected = "The server refused the change";
    secret_changed(noun, name) = "The {noun} of {name} is changed";
    details_saved(name) = "The changes to {name} are saved";
    saved_not_deployed = "Saved, but not deployed everywhere";
    saved_details_lost = "Saved; the server gave no deployment details";
    saved_answer_lost = "Saved; the server's answer could not be read";
    answer_about_another = "The server's answer is about another credential.";
    outcome_unknown = "The change may or may not have been made";
    conflict_changed(name) = "Someone else changed {name} meanwhile";
    conflict_deleted(name) = "{name} was deleted meanwhile";
    new_valid_everywhere(noun) = "The new {noun} is valid in every environment. The old one no longer works.";
    new_value_stored(noun) = "The new {noun} is stored in place of the old one. It is never shown again, so only its next use can prove that it works.";
    details_stored = "The details are stored as sent.";
    secret_was_kept(noun) = "The {noun} was not sent and stays as it was.";
    secret_not_sent(noun) = "The {noun} was not sent. This API does not document what becomes of one that is left out.";
    new_value_lost(noun) = "The new {noun} is stored in place of the old one; what else the server said is lost.";
    details_lost = "The details are stored; what else the server said is lost.";
    may_want_secret(noun) = "This server may want the {noun} with every update. Your edits are kept: enter the {noun} below and review again. Nothing is made up for you.";
    details_either(noun) = "The details may be the old or the new ones; the {noun} was not sent. What you typed is kept below; nothing is sent again unless you say so.";
    new_not_everywhere(noun, failed, deployed) = "The {noun} is changed. The new one is valid in: {deployed}. The old one may still be valid in: {failed}.";
    new_nowhere(noun, failed) = "The {noun} is changed on the server, but the old one may still be valid in: {failed}.";
    new_overall(noun) = "The {noun} is changed, and each environment took it, but the server says that the deployment did not succeed as a whole. The new {noun} is probably valid; try it before you rely on it.";
    deploys_again = "Sending the same again deploys to all environments once more.";
    new_details_lost(noun) = "The new {noun} is stored. Which environments have it, and where the old one still works, is not known.";
    old_still_valid(noun) = "Nothing was changed: the old {noun} is still valid.";
    nothing_sent(noun) = "Nothing was sent, and what you typed is kept. The old {noun} is still valid.";
    either_valid(noun) = "The old or the new {noun} may be valid now. The new one is kept below; nothing is sent again unless you say so.";
    may_still_arrive = "It may still arrive.";
    merging(noun) = "Nothing was sent, and the old {noun} is still valid. Everything is shown once more before it is saved.";
    gap_remains = "It is compared again just before it is sent; what somebody changes after that, within about one round trip, cannot be noticed.";
    going_on(noun) = "Nothing was sent, and the old {noun} is still valid. Changing the {noun} leaves their changes as they are.";
    deleted_explained = "Nothing was sent. There is no credential of this name any more; what you typed is kept so that you can copy it.";

    // Why there was no good answer.
    unavailable_until(time) = "The service says that it is unavailable until {time}.";
    fault_offline = "This browser is offline.";
    fault_policy(origin) = "This page's own policy blocks {origin}. The operator has to add it to connect-src.";
    fault_unreachable(place) = "There was no answer from {place}. The server may be down, its name or certificate wrong, or it does not allow this site (CORS).";
    fault_timed_out = "The server did not answer in time.";
    fault_withdrawn = "You stopped before it was sent.";
    fault_stopped = "You stopped waiting for the answer.";
    fault_redirected = "The server tried to redirect the request, which was not followed.";
    body_cut = "The answer broke off before its end.";
    body_stalled = "The answer stopped arriving.";
    body_too_large(limit) = "The answer is larger than {limit} bytes and was not read to its end.";
    read_refused = "The server no longer accepts this session.";
    read_forbidden = "You have no permission to read this.";
    read_version_gone = "This server no longer offers version 6 of its API. The operator can set \"version\": \"v7\" for this connection.";
    sign_in_refused_explained = "The token may be wrong or no longer valid, or the account may be locked. Nothing is tried again by itself.";
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
