//! The request as a command for bash with curl.
//!
//! Neither token nor secret is part of the text, or of the arguments of any program: both are read without echo, and go
//! through pipes. All of it is one compound command, so that a pasted line is never taken for what is asked.

use std::borrow::Cow;

use super::{Entry, Preview, Signing, Words};
use crate::visible::is_hidden;

/// Writes its argument as the inside of a JSON string, byte by byte (RFC 8259, section 7).
const ESCAPE: &str = r#"  escape() {
    local LC_ALL=C text=$1 length out= byte i
    length=${#text}
    for ((i = 0; i < length; i++)); do
      byte=${text:i:1}
      case $byte in
        [\"\\]) out+=\\$byte ;;
        [[:cntrl:]]) printf -v byte '\\u%04x' "'$byte"; out+=$byte ;;
        *) out+=$byte ;;
      esac
    done
    printf %s "$out"
  }
"#;

impl Preview {
    /// A command that sends the request from a terminal.
    pub fn bash(&self, words: &Words) -> String {
        let sends_secret = self.entry != Entry::Nothing;
        let body = if sends_secret {
            ["'%s\"%s\"%s' ", &quote(&self.before), " \"$(escape \"$secret\")\" ", &quote(&self.after)].concat()
        } else {
            ["%s ", &quote(&self.before)].concat()
        };
        let (signature, header) = self.sign_with_bash(words);
        [
            "(\n  set +x\n",
            if sends_secret { ESCAPE } else { "" },
            &signature,
            &self.ask_with_bash(words),
            "  printf ",
            &body,
            " |\n    curl --silent --show-error --include --globoff --request ",
            self.method,
            " \\\n",
            header,
            "      --header ",
            &quote(&["Accept: ", self.accept].concat()),
            " \\\n      --header ",
            &quote(&["Content-Type: ", self.content_type].concat()),
            " \\\n      --data-binary @- ",
            &quote(&self.url),
            "\n)\n",
        ]
        .concat()
    }

    /// What asks for the token, and the option that sends it.
    fn sign_with_bash(&self, words: &Words) -> (String, &'static str) {
        let token = || ask("read -rs", &words.token, "token");
        match self.signing {
            Signing::Bearer => (token(), "      --header @<(printf 'Authorization: Bearer %s\\n' \"$token\") \\\n"),
            Signing::Basic => {
                let email = ["  read -rp ", &quote(&[&words.email, ": "].concat()), " email\n"].concat();
                let pair = "  pair=$(printf %s \"$email:$token\" | base64 | tr -d '\\r\\n')\n";
                let header = "      --header @<(printf 'Authorization: Basic %s\\n' \"$pair\") \\\n";
                ([&email, &token(), pair].concat(), header)
            }
            Signing::Proxy => (String::new(), ""),
        }
    }

    /// What asks for the new secret.
    fn ask_with_bash(&self, words: &Words) -> String {
        // In a terminal, a read with another end than the line's takes Ctrl-D as the character that it is.
        let lines = || ask("IFS= read -rs -d $'\\004'", &words.until_control_d, "secret");
        match self.entry {
            Entry::Nothing => String::new(),
            Entry::Line => ask("IFS= read -rs", &words.secret, "secret"),
            Entry::Lines => lines(),
            Entry::WindowsLines => {
                lines() + "  secret=${secret//$'\\r\\n'/$'\\n'}\n  secret=${secret//$'\\n'/$'\\r\\n'}\n"
            }
        }
    }
}

/// Asks without echo; nothing is sent where nothing is given.
fn ask(read: &str, prompt: &str, name: &str) -> String {
    let prompt = quote(&[prompt, ": "].concat()).into_owned();
    ["  ", read, " -p ", &prompt, " ", name, "; echo >&2\n  [[ -n $", name, " ]] || exit 1\n"].concat()
}

/// A text as one word. `!` is never part of it, which an interactive shell could take for its history, and neither is
/// what cannot be seen.
pub(super) fn quote(text: &str) -> Cow<'_, str> {
    let is_plain = |character: char| !is_hidden(character) && !matches!(character, '\'' | '\\' | '!');
    if text.chars().all(is_plain) {
        return ["'", text, "'"].concat().into();
    }
    let mut quoted = String::from("$'");
    for character in text.chars() {
        match character {
            '\'' | '\\' => quoted.extend(['\\', character]),
            _ if is_plain(character) => quoted.push(character),
            _ => {
                for byte in character.encode_utf8(&mut [0; 4]).bytes() {
                    let digit = |value: u8| char::from_digit(value.into(), 16).unwrap_or('0');
                    quoted.extend(['\\', 'x', digit(byte >> 4), digit(byte & 15)]);
                }
            }
        }
    }
    quoted.push('\'');
    quoted.into()
}
