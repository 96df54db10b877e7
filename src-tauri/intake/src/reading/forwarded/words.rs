//! The words that mail programs write where they forward, in English, German, French, Spanish, Italian, Dutch,
//! Portuguese and Polish. Compared in lower case.

use crate::reading::MailProgram;

/// Lines that begin a forwarded mail, between dashes or before a colon.
const FORWARDED: [&str; 40] = [
    "forwarded message",
    "begin forwarded message",
    "forwarded by",
    "weitergeleitete nachricht",
    "weitergeleitete mail",
    "weitergeleitete e-mail",
    "anfang der weitergeleiteten nachricht",
    "anfang der weitergeleiteten e-mail",
    "message transféré",
    "mail transféré",
    "e-mail transféré",
    "message réexpédié",
    "début du message transféré",
    "début du message réexpédié",
    "début de l'e-mail transféré",
    "mensaje reenviado",
    "correo reenviado",
    "inicio del mensaje reenviado",
    "messaggio inoltrato",
    "messaggio reindirizzato",
    "inizio messaggio inoltrato",
    "inizio del messaggio inoltrato",
    "doorgestuurd bericht",
    "doorgestuurde e-mail",
    "begin doorgestuurd bericht",
    "begin van doorgestuurd bericht",
    "mensagem encaminhada",
    "mensagem reencaminhada",
    "e-mail encaminhado",
    "início da mensagem encaminhada",
    "início da mensagem reencaminhada",
    "wiadomość przekazana",
    "wiadomość przekazana dalej",
    "przekazana wiadomość",
    "treść przekazanej wiadomości",
    "początek przekazywanej wiadomości",
    "początek przekazanej wiadomości",
    "początek przesłanej dalej wiadomości",
    "przesłana dalej wiadomość",
    "treść przekazanej wiadomości e-mail",
];

/// Lines that programs write over any mail that they quote, forwarded or answered.
const ORIGINAL: [&str; 16] = [
    "original message",
    "original appointment",
    "ursprüngliche nachricht",
    "originalnachricht",
    "original-nachricht",
    "message d'origine",
    "message original",
    "mensaje original",
    "messaggio originale",
    "messaggio di origine",
    "oorspronkelijk bericht",
    "origineel bericht",
    "mensagem original",
    "wiadomość oryginalna",
    "oryginalna wiadomość",
    "wiadomość pierwotna",
];

/// What subjects of forwarded mails begin with.
const FORWARD_PREFIXES: [&str; 16] = [
    "fw",
    "fwd",
    "forward",
    "wg",
    "tr",
    "rv",
    "doorst",
    "fs",
    "vs",
    "i",
    "enc",
    "pd",
    "podaj dalej",
    "reenv",
    "res fw",
    "wtr",
];
/// What subjects of answers begin with.
const REPLY_PREFIXES: [&str; 12] = ["re", "aw", "antw", "antwort", "sv", "res", "r", "odp", "ref", "rép", "rif", "bls"];

/// A line that begins a quoted mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark {
    /// The line says that the mail is forwarded; otherwise it may be answered as well.
    pub forwards: bool,
    pub program: MailProgram,
}

/// Whether a line, its quote marks taken off, begins a quoted mail.
pub(super) fn mark(line: &str) -> Option<Mark> {
    if line.len() > 200 {
        return None;
    }
    let is_rule = |c: char| matches!(c, '-' | '_' | '=' | '*' | '–' | '—' | '―') || c.is_whitespace();
    let dashes = line.chars().take_while(|c| matches!(c, '-' | '–' | '—')).count();
    let core = line.trim_matches(is_rule);
    let colon = core.ends_with(':');
    let core = core.trim_end_matches(':').trim_matches(is_rule).to_lowercase().replace(['\u{2011}', '\u{2010}'], "-");
    let core = core.replace('\u{2019}', "'");
    if dashes < 2 && !colon {
        return None;
    }
    if FORWARDED.contains(&core.as_str()) || dashes >= 2 && core.starts_with("forwarded by ") {
        let program = match dashes {
            0 => MailProgram::AppleMail,
            5 => MailProgram::Yahoo,
            8 => MailProgram::Thunderbird,
            9.. => MailProgram::Gmail,
            _ => MailProgram::Unknown,
        };
        return Some(Mark { forwards: true, program });
    }
    let program = if dashes == 5 { MailProgram::Outlook } else { MailProgram::Unknown };
    (dashes >= 2 && ORIGINAL.contains(&core.as_str())).then_some(Mark { forwards: false, program })
}

/// What a subject's beginning says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Prefix {
    None,
    Reply,
    Forward,
}

/// The outermost prefix of a subject, and the subject without it.
pub(super) fn prefix(subject: &str) -> (Prefix, &str) {
    // Gateways put their own marks in front, as in `[EXTERNAL] FW: …`.
    let mut rest = subject.trim_start();
    while let Some(inside) = rest.strip_prefix('[')
        && let Some(end) = inside.find(']').filter(|end| *end <= 40)
    {
        rest = inside[end + 1..].trim_start();
    }
    let Some((word, after)) = rest.split_once(':').filter(|(word, _)| word.chars().count() <= 14) else {
        return (Prefix::None, rest);
    };
    // `Re[2]:`, `Fwd (2):`.
    let word = word.split(['[', '(']).next().unwrap_or_default().trim().to_lowercase();
    if FORWARD_PREFIXES.contains(&word.as_str()) {
        return (Prefix::Forward, after.trim_start());
    }
    if REPLY_PREFIXES.contains(&word.as_str()) {
        return (Prefix::Reply, after.trim_start());
    }
    (Prefix::None, rest)
}

/// What a line of a told head is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    From,
    ReplyTo,
    Date,
    To,
    Subject,
    /// Known, and of no use here: importance, attachments.
    Other,
}

/// The field that a name stands for, in any of the languages.
pub(super) fn field(name: &str) -> Option<Field> {
    let name = name.trim().to_lowercase();
    Some(match name.as_str() {
        "from" | "von" | "de" | "da" | "van" | "od" | "mittente" | "absender" | "expéditeur" | "remitente"
        | "afzender" | "remetente" | "nadawca" => Field::From,
        "reply-to" | "reply to" | "antwort an" | "antworten an" | "répondre à" | "responder a" | "rispondi a"
        | "antwoord aan" | "antwoord-aan" | "beantwoorden - aan" | "beantwoord aan" | "odpowiedz do"
        | "odpowiedź do" => Field::ReplyTo,
        "date" | "sent" | "datum" | "gesendet" | "envoyé" | "envoyé le" | "date d'envoi" | "fecha" | "enviado"
        | "enviado el" | "enviada" | "enviada em" | "enviado em" | "data" | "inviato" | "data invio" | "verzonden"
        | "verstuurd" | "wysłano" | "wysłane" | "data wysłania" | "sent on" | "gesendet am" => Field::Date,
        "to" | "cc" | "bcc" | "an" | "kopie" | "kopie (cc)" | "blindkopie" | "à" | "a" | "pour" | "copie"
        | "copie à" | "cci" | "destinataire" | "para" | "cco" | "destinatario" | "ccn" | "aan" | "bc" | "do" | "dw"
        | "udw" | "kopia" | "adresat" | "c.c." => Field::To,
        "subject" | "betreff" | "objet" | "sujet" | "asunto" | "oggetto" | "onderwerp" | "assunto" | "temat" => {
            Field::Subject
        }
        "importance" | "priority" | "attachments" | "sensitivity" | "wichtigkeit" | "anlagen" | "pièces jointes"
        | "datos adjuntos" | "allegati" | "bijlagen" | "anexos" | "załączniki" | "ważność" | "priorité"
        | "importancia" | "importanza" | "prioridade" | "urgentie" | "resent-from" | "organization" => Field::Other,
        _ => return None,
    })
}
