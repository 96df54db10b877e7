//! Words that stand in many names and many addresses, and so tell nothing about a person.

use std::ops::Range;

/// Departments, roles and kinds of company: with one of them in it, a name is a shared mailbox's.
const ROLES: [&str; 92] = [
    "abuse",
    "access",
    "account",
    "accounting",
    "accounts",
    "admin",
    "administration",
    "administrator",
    "alert",
    "alerts",
    "all",
    "analyst",
    "bank",
    "billing",
    "brand",
    "client",
    "clients",
    "company",
    "contact",
    "corp",
    "corporate",
    "customer",
    "customers",
    "daemon",
    "data",
    "department",
    "desk",
    "dev",
    "email",
    "everyone",
    "example",
    "finance",
    "fraud",
    "general",
    "group",
    "hello",
    "help",
    "helpdesk",
    "hotline",
    "hr",
    "info",
    "information",
    "inquiries",
    "invoice",
    "invoices",
    "it",
    "legal",
    "limited",
    "login",
    "mail",
    "mailbox",
    "mailer",
    "management",
    "manager",
    "marketing",
    "media",
    "member",
    "news",
    "newsletter",
    "noreply",
    "office",
    "online",
    "ops",
    "orders",
    "payment",
    "payments",
    "payroll",
    "phishing",
    "portal",
    "postmaster",
    "privacy",
    "procurement",
    "protection",
    "reception",
    "removed",
    "reply",
    "report",
    "resources",
    "root",
    "sales",
    "secure",
    "security",
    "service",
    "services",
    "support",
    "team",
    "test",
    "update",
    "user",
    "verify",
    "vip",
    "webmaster",
];

/// First and family names that are words of the language too: alone they name nobody.
const WORDS: [&str; 96] = [
    "amber", "angel", "april", "august", "autumn", "baker", "banks", "bill", "bishop", "black", "board", "bond",
    "brown", "buddy", "care", "carter", "cash", "chance", "chase", "church", "clay", "cliff", "cook", "crystal",
    "dale", "dawn", "dean", "drew", "duke", "earl", "east", "faith", "field", "fields", "fisher", "frank", "game",
    "games", "gene", "glen", "grace", "grant", "gray", "green", "guest", "hall", "head", "heath", "hill", "home",
    "hope", "host", "human", "hunter", "jack", "july", "june", "king", "link", "list", "long", "main", "major", "mark",
    "marks", "mason", "mercy", "miles", "miller", "order", "page", "park", "parks", "penny", "post", "press", "price",
    "prince", "rich", "rock", "rose", "ruby", "shepherd", "shop", "short", "smart", "star", "stone", "street",
    "summer", "sunny", "white", "will", "wood", "woods", "young",
];

/// Whether a word names a role or a thing, not a person.
pub(super) fn is_role(word: &str) -> bool {
    ROLES.binary_search(&word).is_ok()
}

/// Whether a name alone may be an ordinary word.
pub(super) fn is_ordinary(word: &str) -> bool {
    WORDS.binary_search(&word).is_ok()
}

/// A word in a text.
#[derive(Debug)]
pub(super) struct Word {
    pub(super) at: Range<usize>,
    /// In small letters.
    pub(super) lower: String,
}

/// The runs of letters and digits.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut out = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (c.is_alphanumeric(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                out.push(Word { at: from..at, lower: text[from..at].to_lowercase() });
                start = None;
            }
            _ => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_in_order() {
        assert!(ROLES.is_sorted(), "binary search needs it");
        assert!(WORDS.is_sorted(), "binary search needs it");
    }
}
