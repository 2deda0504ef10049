//! The words around the request of a form, and the commands that send the same.

use super::{Entry, Phrase, words};

catalogue! {
    request = "Request";
    request_explained = "This is what the page sends. What stands in brackets is left out here.";
    request_complete = "This is what the page sends.";
    command_for = "As a command for";
    bash = "bash and curl";
    powershell = "PowerShell";
    command_asks = "The command asks for what stands in brackets. Secrets are not shown while you type, and the shell keeps none of it in its history.";
    token_is_made = "A token is made in your profile in the vendor's own console.";
    copy_command = "Copy command";
    new_noun_until_control_d(noun) = "New {noun}, then Ctrl-D";
    new_noun_until_dot(noun) = "New {noun}, line by line; a line with a dot alone ends it";
}
