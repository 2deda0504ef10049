//! Mail addresses and network addresses, as far as a form can judge them.

pub mod review;

use std::net::IpAddr;

use ipnet::IpNet;

/// Whether a text is a mail address by the rule that browsers use for `<input type="email">`
/// (HTML standard, "valid e-mail address"): deliberately simpler than RFC 5322.
pub fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else { return false };
    let local_part = |byte: u8| byte.is_ascii_alphanumeric() || b".!#$%&'*+/=?^_`{|}~-".contains(&byte);
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    !local.is_empty() && local.bytes().all(local_part) && domain.split('.').all(label)
}

/// Whether a text is one IP address or one range in CIDR notation.
pub fn is_address_or_range(text: &str) -> bool {
    read(text).is_some()
}

/// Reads one IP address or one range in CIDR notation; its host bits stay as they are.
fn read(text: &str) -> Option<IpNet> {
    let Some((address, length)) = text.split_once('/') else { return text.parse::<IpAddr>().ok().map(IpNet::from) };
    // The address is read by the standard library, which refuses `010.0.0.1`: some systems take it for an octal number.
    let digits = length.bytes().all(|byte| byte.is_ascii_digit());
    let length = length.parse::<u8>().ok().filter(|_| digits)?;
    IpNet::new(address.parse().ok()?, length).ok()
}

/// Splits pasted text into entries: by comma, semicolon, blank or line (UX-47).
pub fn split_list(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c == ',' || c == ';' || c.is_whitespace()).filter(|part| !part.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{is_address_or_range, is_email, split_list};

    #[test]
    fn mail_addresses_follow_the_rule_of_the_browser() {
        for (text, valid) in [
            ("ops@retail.example", true),
            ("first.last+tag@sub.retail.example", true),
            ("ops@localhost", true),
            ("", false),
            ("ops", false),
            ("@retail.example", false),
            ("ops@", false),
            ("a@b@c.example", false),
            ("ops@retail..example", false),
            ("ops@-retail.example", false),
            ("ops retail@example", false),
            ("ops@retail.example ", false),
            ("öps@retail.example", false),
        ] {
            assert_eq!(is_email(text), valid, "{text}");
        }
    }

    #[test]
    fn addresses_and_ranges_of_both_families_are_accepted() {
        for (text, valid) in [
            ("192.168.1.100", true),
            ("10.20.0.0/16", true),
            ("10.20.0.1/16", true),
            ("0.0.0.0/0", true),
            ("2001:db8::1", true),
            ("2001:db8::/32", true),
            ("::ffff:10.0.0.1", true),
            ("203.0.113.7/33", false),
            ("2001:db8::/129", false),
            ("10.0.0", false),
            ("10.0.0.256", false),
            ("010.0.0.1", false),
            ("010.0.0.1/8", false),
            ("10.0.0.0/+8", false),
            ("10.0.0.0/08", true),
            ("10.0.0.1/", false),
            ("10.0.0.1-10.0.0.9", false),
            ("host.example", false),
            ("", false),
        ] {
            assert_eq!(is_address_or_range(text), valid, "{text}");
        }
    }

    #[test]
    fn a_pasted_list_splits_at_commas_blanks_and_lines() {
        let parts: Vec<&str> = split_list(" 10.0.0.1, 10.0.0.2;\n2001:db8::/32\t10.0.0.3 ,,").collect();
        assert_eq!(parts, ["10.0.0.1", "10.0.0.2", "2001:db8::/32", "10.0.0.3"]);
    }
}
