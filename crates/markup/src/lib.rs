//! `view!` with the syntax of Leptos, compiled to calls of the app's `view` module.
//!
//! Leptos' own macro gives every element a type of its own, and each such type is compiled again with its building,
//! rebuilding and mounting: two thirds of the module (docs/architecture.md has the measurement). This one makes the same
//! elements with one concrete type. What it does not know is a compile error at the place, never something else.

#![forbid(unsafe_code)]

mod element;

use proc_macro::TokenStream;
use proc_macro2::TokenStream as Tokens;
use quote::{quote, quote_spanned};
use rstml::node::{Node, NodeBlock};
use syn::spanned::Spanned;

/// Elements, components, texts and `{expressions}`; the value is a `crate::view::View`.
#[proc_macro]
pub fn view(input: TokenStream) -> TokenStream {
    match rstml::parse(input) {
        Ok(nodes) => nodes_to_view(&nodes).into(),
        Err(error) => error.into_compile_error().into(),
    }
}

/// One node is its own view; several make a fragment.
fn nodes_to_view(nodes: &[Node]) -> Tokens {
    match nodes {
        [node] => {
            let child = node_to_child(node);
            quote!(crate::view::Child::into_view(#child))
        }
        nodes => {
            let children = nodes.iter().map(node_to_child);
            quote!({
                let fragment = crate::view::View::fragment();
                #(fragment.add(#children);)*
                fragment
            })
        }
    }
}

/// Something that implements `crate::view::Child`.
fn node_to_child(node: &Node) -> Tokens {
    match node {
        Node::Text(text) => {
            let words = &text.value;
            quote!(#words)
        }
        Node::Block(NodeBlock::ValidBlock(block)) => {
            let statements = &block.stmts;
            if let [syn::Stmt::Expr(expression, None)] = statements.as_slice() {
                quote!(#expression)
            } else {
                quote!(#block)
            }
        }
        Node::Element(element) => element::to_view(element),
        Node::Fragment(fragment) => nodes_to_view(&fragment.children),
        other => quote_spanned!(other.span()=> compile_error!("view! knows elements, components, texts and blocks")),
    }
}
