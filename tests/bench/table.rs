//! The table: what was asked, what was measured, whether it is met.

/// A bound.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Target {
    /// No more than this.
    AtMost(f64),
    /// No less than this.
    AtLeast(f64),
    /// Told for comparison; nothing is asked of it.
    Told,
}

/// One figure.
#[derive(Clone, Debug)]
pub struct Row {
    /// What it is, with its unit.
    pub name: String,
    /// The program's figure.
    pub subject: String,
    /// The floor's figure; empty where there is none.
    pub floor: String,
    /// What is compared with the target.
    pub value: f64,
    /// The target.
    pub target: Target,
}

impl Row {
    /// Whether the target is met.
    #[must_use]
    pub fn met(&self) -> bool {
        match self.target {
            Target::AtMost(most) => self.value <= most,
            Target::AtLeast(least) => self.value >= least,
            Target::Told => true,
        }
    }
}

/// The middle value.
#[must_use]
pub fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or(f64::NAN)
}

/// The table as text.
#[must_use]
pub fn text(rows: &[Row]) -> String {
    let head = ["figure", "stoa", "floor", "value", "target", ""].map(str::to_owned);
    let lines: Vec<[String; 6]> = std::iter::once(head).chain(rows.iter().map(cells)).collect();
    let width =
        |column: usize| lines.iter().map(|line| line[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..6).map(width).collect();
    let mut out = String::new();
    for line in &lines {
        let padded: Vec<String> = line
            .iter()
            .zip(&widths)
            .map(|(cell, width)| format!("{cell:<width$}", width = *width))
            .collect();
        out.push_str(padded.join("  ").trim_end());
        out.push('\n');
    }
    out
}

fn cells(row: &Row) -> [String; 6] {
    let target = match row.target {
        Target::AtMost(most) => format!("<= {most}"),
        Target::AtLeast(least) => format!(">= {least}"),
        Target::Told => "told".to_owned(),
    };
    let word = match row.target {
        Target::Told => "",
        _ if row.met() => "met",
        _ => "NOT MET",
    };
    [
        row.name.clone(),
        row.subject.clone(),
        row.floor.clone(),
        format!("{:.3}", row.value),
        target,
        word.to_owned(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(value: f64, target: Target) -> Row {
        Row { name: "a".into(), subject: "b".into(), floor: String::new(), value, target }
    }

    #[test]
    fn targets_are_bounds() {
        assert!(row(2.5, Target::AtMost(2.5)).met());
        assert!(!row(2.6, Target::AtMost(2.5)).met());
        assert!(!row(f64::NAN, Target::AtLeast(0.1)).met());
        assert!(text(&[row(0.2, Target::AtLeast(0.12))]).contains("met"));
        assert!((median(&[3.0, 1.0, 2.0]) - 2.0).abs() < f64::EPSILON);
    }
}
