//! Outlook mails, every way in which one can say what it says.

mod files;
pub(crate) mod made;
mod said;
mod saved;
