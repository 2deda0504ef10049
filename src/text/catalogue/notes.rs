//! Notes at the fields of a form: what one may not have meant, and what one press makes of it.

use super::{Entry, Phrase, words};

catalogue! {
    // Allowed addresses.
    any_ipv4(entry) = "{entry} is every IPv4 address: nothing of that kind is kept out.";
    any_ipv6(entry) = "{entry} is every IPv6 address: nothing of that kind is kept out.";
    host_bits(entry, address) = "{entry} stands for the whole range {address}.";
    mapped_address(entry, address) = "{entry} is {address} written as IPv6. Not every system takes them for the same.";
    same_address(entry, address) = "{entry} is the same as {address}.";
    within_range(entry, address) = "{entry} lies within {address}, which lets it in already.";
    large_ipv4(entry, parts) = "{entry} is very large: one in {parts} of all IPv4 addresses.";
    large_ipv6(entry, parts) = "{entry} is very large: one in {parts} of all IPv6 addresses.";
    use_instead(address) = "Use {address}";
    any_ipv4_added(address) = "{address} is added: any IPv4 address may use this credential.";
    any_ipv6_added(address) = "{address} is added: any IPv6 address may use this credential.";

    // Names, and what cannot be seen in what was read.
    hidden_in_name = "Hidden characters";
    looks_like_name(name) = "Looks like {name}";
    alphabets_in_name = "Letters of several alphabets";
    marks_in_name = "Accents as separate characters";
    blanks_in_name = "Unusual blanks";
    hidden_in_field(entry) = "With what cannot be seen: {entry}";

    // Expiry.
    in_days(days) = "In {days} days";
    in_a_year = "In 1 year";
    expiry_distance(distance) = "That is {distance}.";
    expiry_twice(time, second) = "The clocks show {time} twice on that day. The first time is sent; the second one is {second}.";
    issue_expiry_skipped(time) = "The clocks jump over {time} on that day. Enter another time";
}
