//! The request as a command for PowerShell, as Windows has it (5.1) and newer.
//!
//! One block, so that a pasted line is never taken for what is asked, and so that its variables end with it.

use super::{Entry, Preview, Signing, Words};

/// Asks without showing what is typed. Only version 7 has `-MaskInput`.
const READ_HIDDEN: &str = "  function Read-Hidden($prompt) {\n    [Net.NetworkCredential]::new('', (Read-Host -AsSecureString $prompt)).Password\n  }\n";

impl Preview {
    /// A command that sends the request from a terminal.
    pub fn powershell(&self, words: &Words) -> String {
        let (signature, header) = self.sign_with_powershell(words);
        let body = match self.entry {
            Entry::Nothing => quote(&self.before),
            Entry::Line | Entry::Lines | Entry::WindowsLines => {
                [&quote(&self.before), " + (ConvertTo-Json $secret -Compress) + ", &quote(&self.after)].concat()
            }
        };
        [
            "& {\n",
            if self.hides() { READ_HIDDEN } else { "" },
            &signature,
            &self.ask_with_powershell(words),
            "  $body = ",
            &body,
            "\n  $request = @{\n    Method = ",
            &quote(self.method),
            "\n    Uri = ",
            &quote(&self.url),
            "\n    Headers = @{ ",
            header,
            "Accept = ",
            &quote(self.accept),
            " }\n    ContentType = ",
            &quote(self.content_type),
            "\n    Body = [Text.Encoding]::UTF8.GetBytes($body)\n    MaximumRedirection = 0\n    UseBasicParsing = $true\n  }\n  Invoke-WebRequest @request\n}\n",
        ]
        .concat()
    }

    /// What asks for the token, and the header that it becomes.
    fn sign_with_powershell(&self, words: &Words) -> (String, &'static str) {
        let token = ask("token", &words.token);
        match self.signing {
            Signing::Bearer => (token, "Authorization = \"Bearer $token\"; "),
            Signing::Basic => {
                let email = ["  $email = Read-Host ", &quote(&words.email), "\n"].concat();
                let pair = "  $pair = [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes(\"${email}:$token\"))\n";
                ([&email, &token, pair].concat(), "Authorization = \"Basic $pair\"; ")
            }
            Signing::Proxy => (String::new(), ""),
        }
    }

    /// What asks for the new secret. There is no hidden entry of several lines: they are read one by one.
    fn ask_with_powershell(&self, words: &Words) -> String {
        let lines = |end: &str| {
            let read =
                ["  $lines = @(while (($line = Read-Hidden ", &quote(&words.until_dot), ") -cne '.') { $line })\n"];
            [&read.concat(), "  $secret = $lines -join \"", end, "\"\n", &stop_without("secret")].concat()
        };
        match self.entry {
            Entry::Nothing => String::new(),
            Entry::Line => ask("secret", &words.secret),
            Entry::Lines => lines("`n"),
            Entry::WindowsLines => lines("`r`n"),
        }
    }
}

fn ask(name: &str, prompt: &str) -> String {
    ["  $", name, " = Read-Hidden ", &quote(prompt), "\n", &stop_without(name)].concat()
}

/// Nothing is sent where nothing is given.
fn stop_without(name: &str) -> String {
    ["  if (-not $", name, ") { return }\n"].concat()
}

/// A text as a string without variables. PowerShell takes the curly quotation marks for straight ones.
pub(super) fn quote(text: &str) -> String {
    let mut quoted = String::from("'");
    for character in text.chars() {
        if matches!(character, '\'' | '\u{2018}'..='\u{201b}') {
            quoted.push(character);
        }
        quoted.push(character);
    }
    quoted.push('\'');
    quoted
}
