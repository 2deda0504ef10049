//! Rules for the values of single fields (section 4). Their texts are our own: none is documented.

use std::net::IpAddr;

use super::envelope::Refusal;
use super::messages::undocumented;
use crate::timestamp;

/// A valid address: something, `@`, a domain with a dot, no blanks.
pub(super) fn email(email: &str) -> Result<(), Refusal> {
    let valid = !email.contains(char::is_whitespace)
        && email.split_once('@').is_some_and(|(local, domain)| {
            !local.is_empty()
                && !domain.contains('@')
                && domain.split('.').count() > 1
                && domain.split('.').all(|label| !label.is_empty())
        });
    if valid { Ok(()) } else { Err(Refusal::bad_request(undocumented::email_invalid(email))) }
}

/// A single IP or a CIDR range.
pub(super) fn address(address: &str) -> Result<(), Refusal> {
    let valid = match address.split_once('/') {
        None => address.parse::<IpAddr>().is_ok(),
        Some((ip, prefix)) => is_range(ip, prefix),
    };
    if valid { Ok(()) } else { Err(Refusal::bad_request(undocumented::address_invalid(address))) }
}

/// UTC in the documented form.
pub(super) fn expire_date(date: &str) -> Result<(), Refusal> {
    match timestamp::parse(date) {
        Some(_) => Ok(()),
        None => Err(Refusal::bad_request(undocumented::date_invalid(date))),
    }
}

fn is_range(ip: &str, prefix: &str) -> bool {
    let longest = match ip.parse() {
        Ok(IpAddr::V4(_)) => 32,
        Ok(IpAddr::V6(_)) => 128,
        Err(_) => return false,
    };
    prefix.bytes().all(|digit| digit.is_ascii_digit()) && prefix.parse::<u8>().is_ok_and(|length| length <= longest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_ranges_of_both_families_are_accepted() {
        for text in ["192.0.2.1", "10.0.0.0/8", "2001:db8::1", "2001:db8::/32", "0.0.0.0/0"] {
            assert_eq!(address(text), Ok(()), "{text}");
        }
    }

    #[test]
    fn what_is_neither_address_nor_range_is_refused() {
        for text in
            ["", "10.0.0", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/+8", "2001:db8::/129", "host.example", " 10.0.0.1"]
        {
            assert!(address(text).is_err(), "{text}");
        }
    }

    #[test]
    fn an_address_needs_both_sides_and_a_domain() {
        assert_eq!(email("api-user@retail.example"), Ok(()));
        for text in ["api-user", "@retail.example", "a@b", "a@b..c", "a b@c.example", "a@b@c.example"] {
            assert!(email(text).is_err(), "{text}");
        }
    }
}
