use std::io::Write;
use std::process::{Command, Stdio};

use proptest::prelude::*;
use serde_json::{Value, json};

use super::{Entry, Preview, Signing, Wish, Words, bash, powershell};
use crate::base_url::BaseUrl;
use crate::credential::tests::api_user;
use crate::credential::{Credential, Scope};
use crate::dialect::Dialect;
use crate::draft::{CredentialEdit, ExpiryEdit};

fn words() -> Words {
    let word = str::to_owned;
    Words {
        token: word("access token"),
        email: word("E-mail"),
        secret: word("New password"),
        until_control_d: word("New value, then Ctrl-D"),
        until_dot: word("New value, line by line"),
    }
}

fn edit(description: &str) -> CredentialEdit {
    CredentialEdit {
        name: "api-user".to_owned(),
        full_name: "API".to_owned(),
        email: "api@example.com".to_owned(),
        description: description.to_owned(),
        roles: vec!["orders".to_owned()],
        addresses: vec![],
        enabled: true,
        expiry: ExpiryEdit::Untouched,
    }
}

fn preview(dialect: Dialect, signing: Signing, base: &str, description: Option<&str>, entry: Entry) -> Preview {
    let scope = match dialect {
        Dialect::Apinizer => Scope::Project("retail".to_owned()),
        Dialect::ThousandEyesV6 | Dialect::ThousandEyesV7 => Scope::AccountGroup("75".to_owned()),
        Dialect::ZStack => Scope::System,
    };
    let credential = Credential { id: "it's 50%!".to_owned(), ..api_user() };
    let wish = Wish { edit: description.map(edit), entry, operator: Some("ops@example.com".to_owned()) };
    let base = BaseUrl::parse(base).unwrap();
    Preview::new(dialect, signing, (&base, "https://portal.example"), (&scope, &credential), wish).unwrap()
}

/// What bash makes of a script, as its parts between zero bytes; nothing where there is no bash.
fn run(script: &str, input: &[u8]) -> Option<Vec<String>> {
    let command =
        Command::new("bash").args(["--norc", "-c", script]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let mut child = command.ok()?;
    // A script that reads nothing has closed its input.
    let _ = child.stdin.take().unwrap().write_all(input);
    let output = child.wait_with_output().unwrap().stdout;
    Some(output.split(|byte| *byte == 0).map(|part| String::from_utf8(part.to_vec()).unwrap()).collect())
}

/// Takes the place of curl: its arguments, then the headers from the pipe, then the body.
const CURL: &str =
    "curl() { printf '%s\\0' \"$@\"; for a; do case $a in @/*) cat \"${a#@}\";; esac; done; printf '\\0'; cat; }\n";

#[test]
fn a_change_is_shown_as_it_is_sent_g() {
    let shown = preview(Dialect::Apinizer, Signing::Bearer, "https://manager.example", None, Entry::Line);
    assert_eq!(
        shown.text(&words()),
        "PATCH https://manager.example/apiops/projects/retail/credentials/it%27s%2050%25%21/\n\
         Authorization: Bearer [access token]\nAccept: application/json\nContent-Type: application/json\n\n\
         {\"password\":\"[New password]\"}"
    );
}

#[test]
fn a_base_path_stands_on_the_page_s_own_origin_and_a_proxy_signs_by_itself() {
    let shown = preview(Dialect::ThousandEyesV7, Signing::Proxy, "/api", Some(""), Entry::Nothing);
    assert_eq!(
        shown.text(&words()),
        "PUT https://portal.example/api/v7/credentials/it%27s%2050%25%21?aid=75\n\
         Accept: application/hal+json, application/json, application/problem+json\nContent-Type: application/json\n\n\
         {\"name\":\"api-user\"}"
    );
    assert!(!shown.hides());
    assert!(!shown.bash(&words()).contains("read ") && !shown.powershell(&words()).contains("Read-Host"));
}

#[test]
fn what_cannot_be_seen_is_shown_as_its_escape_h03() {
    let shown = preview(Dialect::ZStack, Signing::Bearer, "/", Some("a\u{202e}b\u{7f}\u{e0041}secret"), Entry::Nothing);
    assert!(shown.text(&words()).contains(r#""description":"a\u202eb\u007f\udb40\udc41secret""#), "{shown:?}");
}

#[test]
fn the_commands_ask_for_what_is_left_out() {
    for (signing, asked) in [(Signing::Bearer, "Bearer"), (Signing::Basic, "Basic")] {
        let shown = preview(Dialect::ThousandEyesV6, signing, "/", None, Entry::Line);
        let (bash, powershell) = (shown.bash(&words()), shown.powershell(&words()));
        assert!(bash.contains("read -rs -p 'access token: ' token") && bash.contains(asked), "{bash}");
        assert!(powershell.contains("Read-Hidden 'access token'") && powershell.contains(asked), "{powershell}");
        assert_eq!(bash.contains("email"), signing == Signing::Basic);
    }
}

#[test]
fn an_e_mail_address_and_a_token_become_a_header_t13() {
    let shown = preview(Dialect::ThousandEyesV6, Signing::Basic, "/", None, Entry::Line);
    let script = [CURL, &shown.bash(&words())].concat();
    let Some(parts) = run(&script, b"Aladdin\nopensesame\nnew") else { return };
    let [.., header, body] = parts.as_slice() else { panic!("{parts:?}") };
    assert_eq!(header, "Authorization: Basic QWxhZGRpbjpvcGVuc2VzYW1l\n");
    assert_eq!(body, "{\"value\":\"new\"}");
}

#[test]
fn no_argument_of_a_program_holds_what_was_typed_g() {
    let shown = preview(Dialect::Apinizer, Signing::Bearer, "https://x.example", Some("!"), Entry::Line);
    let script = [CURL, &shown.bash(&words())].concat();
    let Some(parts) = run(&script, b"canary-token\ncanary-secret\n") else { return };
    let arguments = parts.get(..parts.len() - 2).unwrap();
    assert_eq!(arguments.last().unwrap(), "https://x.example/apiops/projects/retail/credentials/");
    assert!(!arguments.iter().any(|argument| argument.contains("canary")), "{arguments:?}");
}

#[test]
fn nothing_is_sent_where_nothing_is_given() {
    let shown = preview(Dialect::Apinizer, Signing::Bearer, "/", None, Entry::Line);
    let script = [CURL, &shown.bash(&words())].concat();
    for input in ["", "\n\n", "token\n", "token\n\n"] {
        let Some(parts) = run(&script, input.as_bytes()) else { return };
        assert_eq!(parts, [""], "{input:?}");
    }
}

#[test]
fn lines_keep_or_get_their_ends_z15() {
    for (entry, typed, sent) in [
        (Entry::Lines, "a\n b \r\n\nc\n", "a\n b \r\n\nc\n"),
        (Entry::WindowsLines, "a\n b \r\n\nc\n", "a\r\n b \r\n\r\nc\r\n"),
        (Entry::Lines, "a\n\u{4}", "a\n"),
    ] {
        let shown = preview(Dialect::ZStack, Signing::Bearer, "/", Some(""), entry);
        let script = [CURL, &shown.bash(&words())].concat();
        let Some(parts) = run(&script, ["t\n", typed].concat().as_bytes()) else { return };
        let body: Value = serde_json::from_str(parts.last().unwrap()).unwrap();
        assert_eq!(body["value"], json!(sent));
    }
}

#[test]
fn powershell_takes_curly_quotation_marks_for_straight_ones() {
    assert_eq!(powershell::quote("it's ‘$x’ `n"), "'it''s ‘‘$x’’ `n'");
}

proptest! {
    #[test]
    fn bash_gives_back_what_was_quoted(text in any::<String>(), tricky in "[ '\"\\\\!$`&;|<>(){}*?~#%\n\t]{0,20}") {
        for text in [text, tricky].map(|text| text.replace('\0', "")) {
            let word = bash::quote(&text);
            prop_assert!(!word.contains(['!', '\n']));
            if let Some(parts) = run(&["printf '%s\\0' ", &word].concat(), b"") {
                prop_assert_eq!(parts, [text, String::new()]);
            }
        }
    }

    #[test]
    fn the_bash_command_sends_what_is_typed(
        secret in "[^\\x00\\n]{1,40}|[\"\\\\\x01-\x09\x7f&!$'` ]{1,20}",
        token in "[!-~]{1,40}",
        description in any::<String>(),
    ) {
        let shown = preview(Dialect::Apinizer, Signing::Bearer, "https://x.example", Some(&description), Entry::Line);
        let script = [CURL, &shown.bash(&words())].concat();
        let Some(mut parts) = run(&script, [&token, "\n", &secret, "\n"].concat().as_bytes()) else { return Ok(()) };
        let body: Value = serde_json::from_str(&parts.pop().unwrap()).unwrap();
        prop_assert_eq!(&body["password"], &json!(secret));
        prop_assert_eq!(&body["description"], &json!(description));
        prop_assert_eq!(parts.pop().unwrap(), ["Authorization: Bearer ", &token, "\n"].concat());
    }
}
