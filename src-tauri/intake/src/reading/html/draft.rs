//! A link while the page around it is still being read.

use super::page::Link;
use crate::addresses::Address;
use crate::reading::Place;
use crate::reading::heads::bounded;

/// A link that is not closed yet, or was.
#[derive(Debug)]
pub(super) struct Draft {
    pub at: usize,
    pub address: Address,
    pub place: Place,
    pub text: String,
    pub letters: usize,
    pub pictures: usize,
    /// A part of it is seen: a picture, or text that is not hidden.
    pub seen: bool,
    pub hidden: bool,
    /// Nothing inside its element is its text: a form, a thing that is loaded.
    pub bare: bool,
}

impl Draft {
    /// A plain link that turns out to look like a button.
    pub(super) fn make_button(&mut self) {
        if self.place == Place::Link {
            self.place = Place::Button;
        }
    }

    pub(super) fn finished(self) -> Link {
        let picture = self.place == Place::Link && self.pictures > 0 && self.letters == 0;
        Link {
            at: self.at,
            address: self.address,
            place: if picture { Place::PictureLink } else { self.place },
            text: if picture { String::new() } else { bounded(self.text.trim()) },
            hidden: self.hidden || !self.seen,
        }
    }
}
