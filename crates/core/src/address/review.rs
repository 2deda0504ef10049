//! What is odd about a list of allowed addresses, and what one press would make of it (ux.md 3 L).
//!
//! Nothing is changed by a review: it finds, and whoever asked decides.

use std::net::IpAddr;

use ipnet::IpNet;

use super::read;

/// The two kinds of addresses, each with an "any" of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    /// 32 bits.
    V4,
    /// 128 bits.
    V6,
}

/// Something about an entry that one may not have meant. Entries are named as they stand in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// A range that lets in every address of a family.
    AnyAddress {
        /// As in the list.
        entry: String,
        /// Whose every address it is.
        family: Family,
        /// Nothing else is in the list: without it the list would be empty, which lets in any address as well.
        alone: bool,
    },
    /// An address with a length that cuts digits off: `10.1.2.3/8`.
    HostBits {
        /// As in the list.
        entry: String,
        /// The range that it stands for: `10.0.0.0/8`.
        range: String,
    },
    /// An IPv4 address in IPv6 form: `::ffff:10.0.0.1`.
    Mapped {
        /// As in the list.
        entry: String,
        /// The same as IPv4.
        plain: String,
    },
    /// The same addresses as an entry before it, in another spelling.
    Duplicate {
        /// As in the list.
        entry: String,
        /// The one before it.
        first: String,
    },
    /// A part of another entry, which lets it in already. Ranges never overlap in any other way.
    Within {
        /// As in the list.
        entry: String,
        /// The wider one.
        range: String,
    },
    /// More than one organisation has: shorter than /8, or than /32 of IPv6.
    VeryLarge {
        /// As in the list.
        entry: String,
        /// Whose addresses they are.
        family: Family,
        /// It is one of so many ranges that are every address of the family together.
        parts: u32,
    },
}

/// What one press does to the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mend {
    /// Puts another entry in the place of one.
    Use {
        /// As in the list.
        entry: String,
        /// What shall stand there.
        instead: String,
    },
    /// Takes an entry away.
    Remove(String),
}

impl Finding {
    /// What can be done about it in one press. Only a wider "any" changes who is let in; the others are other spellings.
    pub fn mend(&self) -> Option<Mend> {
        match self {
            Self::HostBits { entry, range: instead } | Self::Mapped { entry, plain: instead } => {
                Some(Mend::Use { entry: entry.clone(), instead: instead.clone() })
            }
            Self::Duplicate { entry, .. }
            | Self::Within { entry, .. }
            | Self::AnyAddress { entry, alone: false, .. } => Some(Mend::Remove(entry.clone())),
            Self::AnyAddress { alone: true, .. } | Self::VeryLarge { .. } => None,
        }
    }
}

impl Mend {
    /// Does it. What would stand in the list twice stands there once.
    pub fn apply(&self, entries: &mut Vec<String>) {
        match self {
            Self::Use { entry, instead } if !entries.contains(instead) => {
                if let Some(place) = entries.iter_mut().find(|other| *other == entry) {
                    place.clone_from(instead);
                }
            }
            Self::Remove(entry) | Self::Use { entry, .. } => entries.retain(|other| other != entry),
        }
    }
}

/// The family whose every address an entry lets in, if it does.
pub fn any_of(entry: &str) -> Option<Family> {
    let range = plain(read(entry)?);
    (range.prefix_len() == 0).then(|| family(range))
}

/// Everything there is to tell about a list, in its order. An entry that cannot be read is not judged here, and one
/// that stands there twice to the letter is judged once.
///
/// How an entry is written comes first: only when that is mended is it held against the others.
pub fn review(entries: &[String]) -> Vec<Finding> {
    let mut all: Vec<Entry<'_>> = Vec::with_capacity(entries.len());
    for text in entries {
        if let Some(written) = read(text).filter(|_| all.iter().all(|other| other.text != text)) {
            all.push(Entry { text, written, range: plain(written).trunc() });
        }
    }
    let mut findings = Vec::new();
    for (index, entry) in all.iter().enumerate() {
        let earlier = all.get(..index).unwrap_or_default();
        findings.extend(entry.misspelt().or_else(|| entry.needless(earlier, &all)));
        let alone = entries.iter().all(|other| other == entry.text);
        findings.extend(entry.too_wide(alone));
    }
    findings
}

/// An entry that was read.
struct Entry<'a> {
    text: &'a str,
    written: IpNet,
    /// What it lets in.
    range: IpNet,
}

impl Entry<'_> {
    fn is_misspelt(&self) -> bool {
        self.written != self.range
    }

    fn misspelt(&self) -> Option<Finding> {
        let (entry, as_plain) = (self.text.to_owned(), plain(self.written));
        match self {
            _ if as_plain != self.written => Some(Finding::Mapped { entry, plain: spelling(as_plain) }),
            _ if self.is_misspelt() => Some(Finding::HostBits { entry, range: spelling(self.range) }),
            _ => None,
        }
    }

    /// Why the list lets in the same without it. What an "any" contains is told of the "any", not of each entry.
    fn needless(&self, earlier: &[Self], all: &[Self]) -> Option<Finding> {
        let entry = self.text.to_owned();
        let same = |other: &&Self| !other.is_misspelt() && other.range == self.range;
        if let Some(first) = earlier.iter().find(same) {
            return Some(Finding::Duplicate { entry, first: first.text.to_owned() });
        }
        let wider = |other: &&Self| {
            let contains = other.range != self.range && other.range.contains(&self.range);
            contains && !other.is_misspelt() && other.range.prefix_len() > 0
        };
        all.iter().find(wider).map(|other| Finding::Within { entry, range: other.text.to_owned() })
    }

    fn too_wide(&self, alone: bool) -> Option<Finding> {
        let (entry, family) = (self.text.to_owned(), family(self.range));
        let length = self.range.prefix_len();
        let usual = match family {
            Family::V4 => 8,
            // Private addresses are of no size: `fc00::/7` is to IPv6 what `10.0.0.0/8` is to IPv4.
            Family::V6 if matches!(self.range.addr(), IpAddr::V6(address) if address.is_unique_local()) => 7,
            Family::V6 => 32,
        };
        match length {
            0 => Some(Finding::AnyAddress { entry, family, alone }),
            length if length < usual => Some(Finding::VeryLarge { entry, family, parts: 1 << length }),
            _ => None,
        }
    }
}

fn family(range: IpNet) -> Family {
    match range {
        IpNet::V4(_) => Family::V4,
        IpNet::V6(_) => Family::V6,
    }
}

/// The same as IPv4, where it is IPv4 in IPv6 form (RFC 4291, 2.5.5.2).
fn plain(range: IpNet) -> IpNet {
    let IpNet::V6(long) = range else { return range };
    let mapped = long.addr().to_ipv4_mapped().zip(long.prefix_len().checked_sub(96));
    let short = mapped.and_then(|(address, length)| IpNet::new(address.into(), length).ok());
    short.unwrap_or(range)
}

/// A range in its usual spelling: a single address without a length.
fn spelling(range: IpNet) -> String {
    if range.prefix_len() == range.max_prefix_len() { range.addr().to_string() } else { range.to_string() }
}

#[cfg(test)]
mod tests;
