//! The rows of a table of which only those in sight are made.

use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

use leptos::html::{Div, Tbody};
use leptos::prelude::*;
use leptos::reactive::owner::Owner;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, Node, ShadowRoot};

use super::{Tag, View};

/// With this many rows or fewer all of them are made, and they take the room they need.
const ALL_AT_ONCE: usize = 100;

/// How many rows beyond each edge are made besides, so that the next press of Tab finds one.
const BEYOND: usize = 4;

/// How high a row is taken to be before the first one was measured, in pixels: as high as the style sheet usually makes
/// one. A guess that is right spares a layout.
const FIRST_GUESS: i32 = 60;

/// A table's body within a box that scrolls; a handle that copies. A row that has the focus stays while it has it,
/// wherever one scrolls to.
#[derive(Clone, Copy)]
pub struct Window {
    /// The box that scrolls.
    pub sight: NodeRef<Div>,
    /// The body of the table in it.
    pub body: NodeRef<Tbody>,
    state: StoredValue<Rc<RefCell<State>>, LocalStorage>,
}

struct State {
    /// Makes a row; its views live until it is out of sight.
    make: Box<dyn Fn(usize) -> View>,
    owner: Option<Owner>,
    count: usize,
    row_height: i32,
    /// The rows that are there, in their order.
    rows: Vec<Row>,
    spacers: Vec<Node>,
    /// What they were put there for; none while nothing is there.
    placed: Option<Placed>,
}

/// Rows in sight, the height of one, and the row that has the focus.
type Placed = (Range<usize>, i32, Option<usize>);

struct Row {
    number: usize,
    node: Node,
    owner: Owner,
}

impl Window {
    /// A body without rows.
    pub fn new(make: impl Fn(usize) -> View + 'static) -> Self {
        let state = State {
            make: Box::new(make),
            owner: Owner::current(),
            count: 0,
            row_height: FIRST_GUESS,
            rows: Vec::new(),
            spacers: Vec::new(),
            placed: None,
        };
        Self {
            sight: NodeRef::new(),
            body: NodeRef::new(),
            state: StoredValue::new_local(Rc::new(RefCell::new(state))),
        }
    }

    /// Whether a table of so many rows is too long to be made as a whole.
    pub fn is_needed(count: usize) -> bool {
        count > ALL_AT_ONCE
    }

    /// Makes every row anew: there are other ones now.
    pub fn show(self, count: usize) {
        self.fill(|state| {
            state.count = count;
            state.clear();
        });
    }

    /// Makes what has come into sight, and lets go of what is out of it.
    pub fn update(self) {
        self.fill(|_| {});
    }

    fn fill(self, change: impl FnOnce(&mut State)) {
        let Some(sight) = self.sight.try_get_untracked().flatten() else { return };
        self.with(|state, body| {
            // Asked before anything changes, the browser knows it; afterwards it has to lay out the page for it.
            let mut shown = (sight.scroll_top(), sight.client_height());
            change(state);
            let held = state.rows.iter().find(|row| has_focus(&row.node)).map(|row| row.number);
            // What is in sight depends on how high a row and the box are, and those on the rows that are there.
            for _ in 0..4 {
                let wanted = (state.in_sight(shown.0, shown.1), state.row_height, held);
                if state.placed.as_ref() == Some(&wanted) {
                    break;
                }
                state.put(body, wanted.0.clone(), held);
                state.placed = Some(wanted);
                state.measure();
                shown = (sight.scroll_top(), sight.client_height());
            }
        });
    }

    /// How far one has scrolled, in pixels.
    pub fn top(self) -> i32 {
        self.sight.get_untracked().map(|sight| sight.scroll_top()).unwrap_or_default()
    }

    /// Scrolls.
    pub fn scroll_to(self, top: i32) {
        if let Some(sight) = self.sight.get_untracked() {
            sight.set_scroll_top(top);
        }
        self.update();
    }

    fn with(self, change: impl FnOnce(&mut State, &Element)) {
        let Some(body) = self.body.try_get_untracked().flatten() else { return };
        // Taking a row away that has the focus may scroll, which leads here again while the state is in use.
        if let Some(state) = self.state.try_get_value()
            && let Ok(mut state) = state.try_borrow_mut()
        {
            change(&mut state, body.unchecked_ref());
        }
    }
}

impl State {
    /// Which rows are in sight, by how far one has scrolled and how much one sees.
    fn in_sight(&self, top: i32, height: i32) -> Range<usize> {
        if !Window::is_needed(self.count) {
            return 0..self.count;
        }
        let number = |pixels: i32| usize::try_from(pixels / self.row_height).unwrap_or_default();
        let first = number(top).saturating_sub(BEYOND).min(self.count);
        first..(number(top + height) + 1 + BEYOND).min(self.count)
    }

    fn put(&mut self, body: &Element, in_sight: Range<usize>, held: Option<usize>) {
        for spacer in self.spacers.drain(..) {
            remove(&spacer);
        }
        // The neighbours of the row that has the focus: Tab leads to them, wherever one has scrolled to.
        let held = held.map_or(0..0, |number| number.saturating_sub(1)..(number + 2).min(self.count));
        let is_wanted = |number: usize| in_sight.contains(&number) || held.contains(&number);
        let (kept, gone) = std::mem::take(&mut self.rows).into_iter().partition(|row| is_wanted(row.number));
        self.rows = kept;
        take_away(gone);
        let before = held.start..held.end.min(in_sight.start);
        let after = held.start.max(in_sight.end)..held.end;
        let mut next = 0;
        for (at, number) in before.chain(in_sight).chain(after).enumerate() {
            if self.rows.get(at).is_none_or(|row| row.number != number) {
                let row = self.make_row(number);
                let _ = body.insert_before(&row.node, self.rows.get(at).map(|row| &row.node));
                self.rows.insert(at, row);
            }
            let node = self.rows.get(at).map(|row| row.node.clone());
            self.space(body, number - next, node.as_ref());
            next = number + 1;
        }
        self.space(body, self.count - next, None);
    }

    /// Keeps the room of rows that are not there, before a node or at the end.
    fn space(&mut self, body: &Element, rows: usize, before: Option<&Node>) {
        if rows == 0 {
            return;
        }
        let cell = Tag::new("td");
        let height = i64::from(self.row_height) * i64::try_from(rows).unwrap_or_default();
        cell.height(height);
        let row = Tag::new("tr").fixed("class", "spacer").fixed("aria-hidden", "true").child(cell.into_view());
        let node = row.into_view().node().clone();
        let _ = body.insert_before(&node, before);
        self.spacers.push(node);
    }

    fn make_row(&self, number: usize) -> Row {
        let owner = self.owner.as_ref().map_or_else(Owner::new, |owner| owner.with(Owner::new));
        let node = owner.with(|| (self.make)(number)).node().clone();
        Row { number, node, owner }
    }

    /// Rows of a long table are of one height, which the style sheet decides; so the first one tells that of all.
    fn measure(&mut self) {
        let first = self.rows.first().and_then(|row| row.node.dyn_ref::<HtmlElement>());
        self.row_height = first.map(HtmlElement::offset_height).filter(|height| *height > 0).unwrap_or(self.row_height);
    }

    fn clear(&mut self) {
        self.placed = None;
        for spacer in self.spacers.drain(..) {
            remove(&spacer);
        }
        take_away(std::mem::take(&mut self.rows));
    }
}

fn take_away(rows: Vec<Row>) {
    for row in rows {
        row.owner.cleanup();
        remove(&row.node);
    }
}

/// Takes a node out of wherever it is: the table that it was made for may have been put away.
fn remove(node: &Node) {
    if let Some(parent) = node.parent_node() {
        let _ = parent.remove_child(node);
    }
}

fn has_focus(node: &Node) -> bool {
    let root = node.get_root_node();
    let active = match root.dyn_ref::<ShadowRoot>() {
        Some(shadow) => shadow.active_element(),
        None => root.dyn_ref::<Document>().and_then(Document::active_element),
    };
    active.is_some_and(|active| node.contains(Some(&active)))
}
