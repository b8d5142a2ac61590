//! The kinds of file that are kept.

/// A kind of file that is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// A picture without loss, perhaps with transparency.
    Png,
    /// A photograph.
    Jpeg,
    /// A picture with transparency that came as WebP; an opaque one becomes a JPEG.
    Webp,
    /// Pages as printed.
    Pdf,
    /// A text document of LibreOffice and others.
    Odt,
    /// A text document of Word and others.
    Docx,
    /// A spreadsheet of Excel and others.
    Xlsx,
    /// A table as text in UTF-8.
    Csv,
}

impl Kind {
    /// Every kind, in the order in which people are told about them.
    pub const ALL: [Self; 8] = [
        Self::Png,
        Self::Jpeg,
        Self::Webp,
        Self::Pdf,
        Self::Odt,
        Self::Docx,
        Self::Xlsx,
        Self::Csv,
    ];

    /// The word that stands for the kind in databases and as the extension of files:
    /// lower-case ASCII, three or four letters.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Jpeg => "jpg",
            Self::Webp => "webp",
            Self::Pdf => "pdf",
            Self::Odt => "odt",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
        }
    }

    /// The kind of that [`Kind::name`]; `None` for every other word, `jpeg` and `PNG` too.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// The media type for `Content-Type`.
    #[must_use]
    pub fn mime(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Webp => "image/webp",
            Self::Pdf => "application/pdf",
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Csv => "text/csv; charset=utf-8",
        }
    }

    /// Whether it is a picture, which was decoded and written anew and may be shown in a page.
    #[must_use]
    pub fn is_picture(self) -> bool {
        matches!(self, Self::Png | Self::Jpeg | Self::Webp)
    }

    /// What people call it, the same in every language.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Png => "PNG",
            Self::Jpeg => "JPEG",
            Self::Webp => "WebP",
            Self::Pdf => "PDF",
            Self::Odt => "ODT",
            Self::Docx => "DOCX",
            Self::Xlsx => "XLSX",
            Self::Csv => "CSV",
        }
    }

    /// The extensions that a name may keep, the usual one first.
    pub(crate) fn extensions(self) -> &'static [&'static str] {
        match self {
            Self::Jpeg => &["jpg", "jpeg"],
            Self::Png => &["png"],
            Self::Webp => &["webp"],
            Self::Pdf => &["pdf"],
            Self::Odt => &["odt"],
            Self::Docx => &["docx"],
            Self::Xlsx => &["xlsx"],
            Self::Csv => &["csv"],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_back() {
        for kind in Kind::ALL {
            assert_eq!(Kind::parse(kind.name()), Some(kind));
            assert!(kind.extensions().contains(&kind.name()));
        }
        assert_eq!(Kind::parse("jpeg"), None);
        assert_eq!(Kind::parse(""), None);
        assert_eq!(Kind::ALL.iter().filter(|kind| kind.is_picture()).count(), 3);
    }
}
