//! The parts of `CycloneDX` 1.6 that are used, by the names of the standard.

use serde::Serialize;

/// The whole bill.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Bill<'a> {
    pub(super) bom_format: &'static str,
    pub(super) spec_version: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) serial_number: Option<String>,
    pub(super) version: u32,
    pub(super) metadata: Metadata<'a>,
    pub(super) components: Vec<Component<'a>>,
    pub(super) dependencies: Vec<Dependency>,
}

/// What the bill is about, and what made it.
#[derive(Debug, Serialize)]
pub(super) struct Metadata<'a> {
    pub(super) lifecycles: [Lifecycle; 1],
    pub(super) tools: Tools<'a>,
    pub(super) component: Component<'a>,
}

/// When the bill was written.
#[derive(Debug, Serialize)]
pub(super) struct Lifecycle {
    pub(super) phase: &'static str,
}

/// What made it.
#[derive(Debug, Serialize)]
pub(super) struct Tools<'a> {
    pub(super) components: Vec<Component<'a>>,
}

/// A package, a file or a program.
#[derive(Debug, Default, Serialize)]
pub(super) struct Component<'a> {
    #[serde(rename = "type")]
    pub(super) kind: Kind,
    #[serde(rename = "bom-ref", skip_serializing_if = "Option::is_none")]
    pub(super) reference: Option<String>,
    pub(super) name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) version: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) description: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) scope: Option<Scope>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) hashes: Vec<Hash<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) licenses: Vec<Licence<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) purl: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) components: Vec<Component<'a>>,
}

/// What a component is.
#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Kind {
    #[default]
    Library,
    Application,
    File,
}

/// Whether a component is in what is shipped.
#[derive(Debug, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Scope {
    Required,
    Excluded,
}

/// A hash by its algorithm.
#[derive(Debug, Serialize)]
pub(super) struct Hash<'a> {
    pub(super) alg: &'static str,
    pub(super) content: &'a str,
}

/// Terms as an expression of SPDX.
#[derive(Debug, Serialize)]
pub(super) struct Licence<'a> {
    pub(super) expression: &'a str,
}

/// What a component needs, by references.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Dependency {
    #[serde(rename = "ref")]
    pub(super) reference: String,
    pub(super) depends_on: Vec<String>,
}
