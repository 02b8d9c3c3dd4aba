//! Groups of fields, as reports have them: `Name: value`, folded lines, an empty line between two groups.

/// A group of fields, the names in lower case.
#[derive(Debug, Default)]
pub(super) struct Group(Vec<(String, String)>);

impl Group {
    /// The first value of a field, trimmed; none where it is empty.
    pub(super) fn find(&self, name: &str) -> Option<&str> {
        let value = self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.trim());
        value.filter(|value| !value.is_empty())
    }

    /// What follows the type of a typed value: `smtp; 550 no` is `550 no` (RFC 3464, 2.1.2).
    pub(super) fn find_typed(&self, name: &str) -> Option<&str> {
        let value = self.find(name)?;
        Some(value.split_once(';').map_or(value, |(_, rest)| rest.trim()))
    }
}

/// Reads groups; lines that are no fields are left out.
pub(super) fn read(text: &str) -> Vec<Group> {
    let mut groups = vec![Group::default()];
    for line in text.lines() {
        let Some(Group(fields)) = groups.last_mut() else { break };
        if line.trim().is_empty() {
            groups.push(Group::default());
        } else if line.starts_with([' ', '\t']) {
            if let Some((_, value)) = fields.last_mut() {
                value.push(' ');
                value.push_str(line.trim());
            }
        } else if let Some((name, value)) = line.split_once(':') {
            fields.push((name.trim().to_lowercase(), value.trim().to_owned()));
        }
    }
    groups.retain(|Group(fields)| !fields.is_empty());
    groups
}

/// Whether a line of a text begins with the name of a field.
pub(super) fn has(text: &str, name: &str) -> bool {
    text.lines().any(|line| {
        let named = line.split_once(':').map(|(named, _)| named.trim());
        named.is_some_and(|named| named.eq_ignore_ascii_case(name))
    })
}
