//! Path templates such as `/credentials/{id}.json`.

use percent_encoding::percent_decode_str;

/// A template, in its segments.
#[derive(Debug)]
pub(crate) struct PathTemplate {
    segments: Vec<Segment>,
}

/// What may stand between two slashes.
#[derive(Debug)]
enum Segment {
    Literal(String),
    Parameter { name: String, before: String, after: String },
}

/// A value that a path gives to a parameter: its name, and the value decoded, if it is UTF-8.
pub(crate) type PathValue = (String, Option<String>);

impl PathTemplate {
    pub(crate) fn parse(text: &str) -> Self {
        Self { segments: text.split('/').map(Segment::parse).collect() }
    }

    /// The values of the parameters, if the path is one of this template. Segments are decoded once they are parted,
    /// so an encoded slash is part of a value.
    pub(crate) fn read(&self, path: &str) -> Option<Vec<PathValue>> {
        let parts: Vec<&str> = path.split('/').collect();
        if parts.len() != self.segments.len() {
            return None;
        }
        let read: Option<Vec<_>> = self.segments.iter().zip(parts).map(|(segment, part)| segment.read(part)).collect();
        Some(read?.concat())
    }

    /// How many segments are literal: of two templates for one path, that with more of them is meant.
    pub(crate) fn literals(&self) -> usize {
        self.segments.iter().filter(|segment| matches!(segment, Segment::Literal(_))).count()
    }
}

impl Segment {
    fn parse(text: &str) -> Self {
        let parameter = text.split_once('{').and_then(|(before, rest)| Some((before, rest.split_once('}')?)));
        match parameter {
            Some((before, (name, after))) => {
                Self::Parameter { name: name.to_owned(), before: before.to_owned(), after: after.to_owned() }
            }
            None => Self::Literal(text.to_owned()),
        }
    }

    /// The value, if the segment has one; nothing if the part is not of this segment. An empty value is none.
    fn read(&self, part: &str) -> Option<Vec<PathValue>> {
        match self {
            Self::Literal(text) => (text == part).then(Vec::new),
            Self::Parameter { name, before, after } => {
                let value = part.strip_prefix(before.as_str())?.strip_suffix(after.as_str())?;
                let decoded = percent_decode_str(value).decode_utf8().ok().map(String::from);
                (!value.is_empty()).then(|| vec![(name.clone(), decoded)])
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::PathTemplate;

    fn read(template: &str, path: &str) -> Option<Vec<String>> {
        let values = PathTemplate::parse(template).read(path)?;
        Some(values.into_iter().filter_map(|(_, value)| value).collect())
    }

    #[test]
    fn a_path_gives_its_values_decoded_once() {
        let template = "/projects/{project}/credentials/{name}/";
        let path = "/projects/My%20Project/credentials/a%2Fb%2520/";
        assert_eq!(read(template, path), Some(vec!["My Project".to_owned(), "a/b%20".to_owned()]));
        assert_eq!(read("/credentials/{id}.json", "/credentials/405.json"), Some(vec!["405".to_owned()]));
    }

    #[test]
    fn slashes_endings_and_empty_values_count() {
        for (template, path) in [
            ("/a/{b}/", "/a/b"),
            ("/a/{b}", "/a/b/"),
            ("/a/{b}/", "/a//"),
            ("/a/{b}.json", "/a/b"),
            ("/a/{b}.json", "/a/.json"),
            ("/a/b", "/A/b"),
        ] {
            assert_eq!(read(template, path), None, "{template} {path}");
        }
    }
}
