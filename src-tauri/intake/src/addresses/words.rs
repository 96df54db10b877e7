//! Words by which a link's text tells what it is for, in the languages that the mails come in.
//!
//! An entry is the beginning of a word; with a space behind it, the whole word.

/// What asks to act now: English, German, French, Spanish, Italian, Dutch, Portuguese; what several share stands once.
const CALLS: [&str; 91] = [
    // English, and what others share with it.
    "access ",
    "accept ",
    "activate",
    "authenticat",
    "appeal",
    "authoriz",
    "cancel ",
    "claim",
    "click here",
    "complete ",
    "confirm",
    "continue",
    "dispute",
    "download",
    "get started",
    "keep ",
    "log in",
    "login",
    "open ",
    "password",
    "pay ",
    "pay now",
    "proceed",
    "reactivat",
    "recover",
    "refund",
    "release",
    "renew",
    "reset",
    "restore",
    "review",
    "schedule",
    "secure ",
    "sign in",
    "signin",
    "sign now",
    "sign document",
    "start ",
    "track",
    "unlock",
    "update",
    "upgrade",
    "validat",
    "verif",
    "view document",
    "view file",
    "view invoice",
    "view message",
    "view order",
    "view ",
    // German.
    "aktualisier",
    "anmeld",
    "ansehen",
    "bestätig",
    "bezahl",
    "einlogg",
    "entsperr",
    "freischalt",
    "hier klicken",
    "jetzt ",
    "prüfen",
    "sendung",
    "überprüf",
    // French.
    "accéder",
    "cliquez",
    "connecter",
    "connexion",
    "consulter",
    "débloqu",
    "mettre à jour",
    "payer",
    "suivre",
    "vérifi",
    // Spanish and Portuguese.
    "acceder",
    "acessar",
    "actualiz",
    "atualiz",
    "clique aqui",
    "desbloque",
    "iniciar",
    "pagar",
    "rastre",
    "revis",
    // Italian.
    "accedi",
    "aggiorn",
    "conferm",
    "sblocc",
    "visualizz",
    // Dutch.
    "bekijk",
    "betaal",
    "bevestig",
];

/// What stands at a mail's foot or head, and leads nowhere that matters.
const FEET: [&str; 65] = [
    // English, and what others share with it.
    "about this",
    "about us",
    "all rights",
    "careers",
    "contact",
    "cookie",
    "faq",
    "forward to a friend",
    "help",
    "imprint",
    "legal",
    "manage preferences",
    "email preferences",
    "mailing list",
    "opt out",
    "privacy",
    "subscription",
    "support ",
    "terms",
    "unsubscribe",
    "update preferences",
    "view as a web",
    "view in browser",
    "view in your browser",
    "view online",
    "view this email",
    "why did i get",
    "add us to your address",
    // German.
    "abbestell",
    "abmeld",
    "agb ",
    "datenschutz",
    "hilfe",
    "im browser",
    "impressum",
    "kontakt",
    "nutzungsbedingung",
    "online ansehen",
    "über uns",
    // French.
    "aide ",
    "conditions",
    "confidentialité",
    "dans votre navigateur",
    "désabonn",
    "désinscri",
    "mentions légales",
    "version en ligne",
    // Spanish and Portuguese.
    "ajuda",
    "aviso legal",
    "ayuda",
    "cancelar",
    "darse de baja",
    "navegador",
    "privacidad",
    "privacidade",
    "términos",
    "termos",
    "ver en línea",
    // Italian.
    "annulla",
    "disiscri",
    "note legali",
    "termini",
    // Dutch.
    "afmeld",
    "uitschrijven",
    "voorwaarden",
];

/// Calls that no footer makes: beside one of them, a word of a footer is part of the bait. "Click", "view" and "update" are
/// not among them: "click here to unsubscribe", "update your preferences".
const BAITS: [&str; 12] = [
    "appeal", "cancel ", "claim", "confirm", "dispute", "pay ", "recover", "refund", "restore", "review", "unlock",
    "verif",
];

/// Parts of a path that say the same in the address itself.
const FEET_IN_PATH: [&str; 16] = [
    "abbestellen",
    "abmelden",
    "agb",
    "cookies",
    "datenschutz",
    "impressum",
    "imprint",
    "legal",
    "optout",
    "opt-out",
    "preferences",
    "privacy",
    "privacy-policy",
    "terms",
    "unsub",
    "unsubscribe",
];

/// As much of a link's text as is read, in characters: the words that count stand at its beginning.
const READ_AT_MOST: usize = 300;

/// The beginning of a link's text.
pub(super) fn beginning(text: &str) -> &str {
    text.char_indices().nth(READ_AT_MOST).map_or(text, |(end, _)| &text[..end])
}

/// Whether a text asks to act.
pub(super) fn is_call(text: &str) -> bool {
    has_any(text, &CALLS)
}

/// Whether a text speaks of what stands at a mail's foot, and of nothing that a person is baited with.
pub(super) fn is_foot(text: &str) -> bool {
    has_any(text, &FEET) && !has_any(text, &BAITS)
}

/// Whether a path speaks of it.
pub(super) fn is_foot_path(path: &str) -> bool {
    let path = path.to_lowercase();
    path.split('/').any(|part| FEET_IN_PATH.contains(&part.split(['.', '?', '#']).next().unwrap_or_default()))
}

fn has_any(text: &str, phrases: &[&str]) -> bool {
    let words: Vec<String> = beginning(text)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let text = format!(" {} ", words.join(" "));
    phrases.iter().any(|phrase| text.match_indices(phrase).any(|(at, _)| text[..at].ends_with(' ')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_is_told_in_seven_languages() {
        for text in [
            "Verify your account",
            "SIGN IN",
            "Konto jetzt bestätigen",
            "Se connecter",
            "Actualizar mis datos",
            "Accedi al conto",
            "Bevestig uw gegevens",
            "Clique aqui",
            "→ Track parcel",
        ] {
            assert!(is_call(text), "{text}");
        }
        for text in ["Northwind", "display", "Paypal", ""] {
            assert!(!is_call(text), "{text}");
        }
    }

    #[test]
    fn a_foot_is_told_in_seven_languages() {
        for text in [
            "Unsubscribe",
            "Privacy policy",
            "View in browser",
            "Impressum",
            "Vom Newsletter abmelden",
            "Mentions légales",
            "Darse de baja",
            "Note legali",
            "Uitschrijven",
            "Política de privacidade",
        ] {
            assert!(is_foot(text), "{text}");
        }
        assert!(!is_foot("Anmelden"));
        for bait in ["Review privacy settings", "Unsubscribe and get a refund", "cancel and manage subscriptions"] {
            assert!(!is_foot(bait), "{bait}");
        }
        assert!(is_foot("Click here to unsubscribe") && is_foot("Update your email preferences"));
        assert!(is_foot_path("/list/unsubscribe.php") && !is_foot_path("/legally/verify"));
    }
}
