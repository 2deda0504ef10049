//! The text of a file whose blocks stand between braces.

/// Lines, each as far in as its block is.
pub(super) struct Lines {
    text: String,
    /// One step in.
    step: &'static str,
    depth: usize,
}

impl Lines {
    /// An empty file.
    pub(super) fn new(step: &'static str) -> Self {
        Self { text: String::new(), step, depth: 0 }
    }

    /// Adds a line, or several.
    pub(super) fn add(&mut self, lines: &str) {
        for line in lines.lines() {
            if !line.is_empty() {
                self.text.extend(std::iter::repeat_n(self.step, self.depth));
            }
            self.text.push_str(line);
            self.text.push('\n');
        }
    }

    /// Sets what follows apart.
    pub(super) fn gap(&mut self) {
        self.text.push('\n');
    }

    /// Adds a block, with what `inside` adds to it.
    pub(super) fn block(&mut self, head: &str, inside: impl FnOnce(&mut Self)) {
        self.add(&format!("{head} {{"));
        self.depth += 1;
        inside(self);
        self.depth -= 1;
        self.add("}");
    }

    pub(super) fn text(self) -> String {
        self.text
    }
}

#[cfg(test)]
mod tests {
    use super::Lines;

    #[test]
    fn blocks_are_indented() {
        let mut lines = Lines::new("  ");
        lines.add("a\nb");
        lines.gap();
        lines.block("c", |lines| lines.block("d", |lines| lines.add("e\n\nf")));
        assert_eq!(lines.text(), "a\nb\n\nc {\n  d {\n    e\n\n    f\n  }\n}\n");
    }
}
