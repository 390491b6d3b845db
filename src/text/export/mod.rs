//! What an export writes: records as CSV, as JSON, or, of the register of rights, as a page to print.

mod flat;
mod register;

use register::Register;

use serde_json::Value;

use super::{Shown, Texts, csv_row, json};
use crate::domain::time::Time;

/// How an export is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Comma-separated values; `raw` for machines, else no cell is taken for a formula by a spreadsheet (S-76).
    Csv {
        /// Whether cells stay as they are.
        raw: bool,
    },
    /// JSON, one array.
    Json,
    /// A page to print; of the register of rights alone.
    Page,
}

impl Format {
    /// The end of the name of a file that is written so.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Csv { .. } => "csv",
            Self::Json => "json",
            Self::Page => "txt",
        }
    }
}

/// An export on its way out, part by part.
pub struct Writing<'t> {
    texts: &'t Texts,
    format: Format,
    now: Time,
    of: Of,
}

#[derive(Debug)]
enum Of {
    List(Sheet),
    Rights(Option<Register>),
}

impl<'t> Writing<'t> {
    /// A list.
    pub const fn list(texts: &'t Texts, format: Format, now: Time) -> Self {
        Self { texts, format, now, of: Of::List(Sheet::new(format)) }
    }

    /// The register of rights, dated.
    pub const fn rights(texts: &'t Texts, format: Format, now: Time) -> Self {
        Self { texts, format, now, of: Of::Rights(None) }
    }

    /// What goes before everything: the register says how far the journal was (S-52).
    pub fn begun(&mut self, head: &str) -> Shown {
        match &mut self.of {
            Of::List(_) => Shown::default(),
            Of::Rights(register) => {
                let (begun, before) = Register::begin(self.texts, self.format, self.now, head);
                *register = Some(begun);
                before
            }
        }
    }

    /// The register goes on with the holders of a kind: `admin`, `user` or `contact`.
    pub fn kind(&mut self, kind: &'static str) -> Shown {
        match &mut self.of {
            Of::Rights(Some(register)) => register.kind(self.texts, kind),
            _ => Shown::default(),
        }
    }

    /// One more record.
    pub fn record(&mut self, record: &Value) -> Shown {
        match &mut self.of {
            Of::List(sheet) => sheet.record(record),
            Of::Rights(register) => register.as_mut().map(|register| register.record(record)).unwrap_or_default(),
        }
    }

    /// What goes after everything.
    pub fn end(&self) -> Shown {
        match &self.of {
            Of::List(sheet) => sheet.end(),
            Of::Rights(register) => register.as_ref().map(Register::end).unwrap_or_default(),
        }
    }
}

/// A list, record by record.
#[derive(Debug)]
struct Sheet {
    format: Format,
    columns: Option<Vec<String>>,
    rows: u64,
}

impl Sheet {
    /// A list that is written so; a page of a list is CSV.
    const fn new(format: Format) -> Self {
        Self { format, columns: None, rows: 0 }
    }

    /// The text of one more record, with what goes before it.
    fn record(&mut self, record: &Value) -> Shown {
        let first = self.rows == 0;
        self.rows += 1;
        if self.format == Format::Json {
            let mut text = Shown::fixed(if first { "[\n" } else { ",\n" });
            text.push(&json(record));
            return text;
        }
        let protected = self.format != Format::Csv { raw: true };
        match &self.columns {
            Some(columns) => csv_row(&flat::cells(record, columns), protected),
            None => {
                let columns = self.columns.insert(flat::columns(record));
                let mut text = csv_row(columns, false);
                text.push(&csv_row(&flat::cells(record, columns), protected));
                text
            }
        }
    }

    /// What goes after the last record.
    fn end(&self) -> Shown {
        Shown::fixed(match (self.format, self.rows) {
            (Format::Json, 0) => "[]\n",
            (Format::Json, _) => "\n]\n",
            _ => "",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn s_76_a_list_is_protected_unless_it_is_for_machines() {
        let written = |format, records: &[Value]| {
            let mut sheet = Sheet::new(format);
            let mut text = records.iter().map(|record| sheet.record(record).to_string()).collect::<String>();
            text.push_str(sheet.end().as_str());
            text
        };
        let records = [json!({"name": "=1+1"}), json!({"name": "b"})];
        assert_eq!(written(Format::Csv { raw: false }, &records), "name\r\n'=1+1\r\nb\r\n");
        assert_eq!(written(Format::Csv { raw: true }, &records), "name\r\n=1+1\r\nb\r\n");
        assert_eq!(written(Format::Json, &records), "[\n{\"name\":\"=1+1\"},\n{\"name\":\"b\"}\n]\n");
        assert_eq!(written(Format::Json, &[]), "[]\n");
    }
}
