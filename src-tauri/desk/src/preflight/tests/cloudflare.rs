//! What is said of Cloudflare's reports, and where.

use super::support::{DAY_MS, NOW, Whole};
use crate::contract::{Ability, FieldId, FileKind, ProblemCode as Code, ReportField as Field, ReportKind as Kind};
use crate::preflight::Earlier;

fn phishing() -> Whole {
    Whole::cloudflare(Kind::Phishing)
}

#[test]
fn nothing_is_wrong_with_the_fullest_report_of_any_kind() {
    for kind in Kind::ALL {
        assert_eq!(Whole::cloudflare(kind).blocks(), [], "{kind:?}");
    }
}

#[test]
fn phishfort_s_limits_say_nothing_where_phishfort_is_not_told() {
    let whole = phishing().bad_file().with(|whole| {
        whole.has_key = false;
        whole.body_bytes = u64::MAX;
    });
    assert_eq!(whole.blocks(), []);
    for code in [Code::NoPicture, Code::NoReporter, Code::NoNote, Code::OthersInNote] {
        assert_eq!(whole.said(code), None);
    }
}

#[test]
fn cloudflare_s_rules_say_nothing_where_cloudflare_is_not_told() {
    let whole = Whole::phishfort("https://evil.example/x").filed("https://evil.example/x", DAY_MS).with(|whole| {
        whole.has_cloudflare_key = false;
        whole.has_account = false;
        whole.entitled = Ability::NotEntitled;
    });
    assert_eq!(whole.blocks(), []);
    assert_eq!(whole.advice(), []);
}

#[test]
fn somebody_has_to_be_told() {
    let whole = phishing().fields(|fields| fields.to_cloudflare = false);
    let said = whole.problems();
    assert_eq!(
        said.iter().map(|one| (one.code, one.field)).collect::<Vec<_>>(),
        [(Code::NobodyTold, FieldId::Recipients)]
    );
}

#[test]
fn token_and_account_are_missed_where_they_are_chosen() {
    let whole = phishing().with(|whole| {
        whole.has_cloudflare_key = false;
        whole.has_account = false;
    });
    let said: Vec<_> = whole.problems().into_iter().map(|one| (one.code, one.field)).collect();
    let expected = [
        (Code::CloudflareKeyMissing, FieldId::CloudflareKey),
        (Code::CloudflareAccountMissing, FieldId::CloudflareAccount),
    ];
    assert_eq!(said, expected);
}

#[test]
fn an_address_that_was_filed_this_week_stands_in_the_way() {
    let filed = |ago| phishing().filed("hxxps://EVIL[.]example/login", ago);
    let said = filed(7 * DAY_MS - 1).problems().remove(0);
    assert_eq!((said.code, said.field), (Code::ReportedThisWeek, FieldId::Target));
    assert_eq!(said.text.as_deref(), Some("8f3a21c0"));
    assert!(said.case_id.is_some());
    assert_eq!(filed(7 * DAY_MS).blocks(), []);
    assert!(filed(7 * DAY_MS).said(Code::ReportedBefore).is_some());
}

#[test]
fn an_address_whose_report_was_refused_may_be_reported_again_this_week() {
    let mut whole = phishing().filed("https://evil.example/login", DAY_MS);
    whole.filed_before[0].denied = true;
    assert_eq!(whole.blocks(), []);
    assert!(whole.said(Code::ReportedBefore).is_none(), "reporting again is the next step, not a slip");
}

#[test]
fn each_address_is_looked_for_among_those_filed_before() {
    let whole = phishing().more("https://evil.example/other").filed("https://evil.example/other", DAY_MS);
    let said = whole.said(Code::ReportedThisWeek).unwrap();
    assert_eq!(said.field, FieldId::MoreAddresses);
    assert_eq!(phishing().filed("https://evil.example/other", DAY_MS).blocks(), []);
}

#[test]
fn the_newest_of_several_reports_counts() {
    let whole = phishing().filed("https://evil.example/login", 30 * DAY_MS).filed("https://evil.example/login", DAY_MS);
    assert_eq!(whole.blocks(), [Code::ReportedThisWeek]);
    assert_eq!(whole.said(Code::ReportedBefore), None);
}

#[test]
fn an_earlier_case_is_told_once() {
    let both = phishing().fields(|fields| fields.to_phishfort = true);
    let whole = both.filed("https://evil.example/login", 30 * DAY_MS).with(|whole| {
        let case = whole.filed_before[0].case_id.clone().unwrap();
        whole.earlier.push(Earlier { case_id: case, number: "8f3a21c0".into(), at: NOW });
    });
    assert_eq!(whole.advice().iter().filter(|one| one.code == Code::ReportedBefore).count(), 1);
}

#[test]
fn our_own_sites_are_found_among_all_addresses_and_whoever_is_told() {
    let more = "https://other.example/\nhttps://shop.acme.example/a\nhttps://shop.acme.example/b";
    for whole in [phishing(), Whole::phishfort("https://evil.example/x")] {
        let said = whole.more(more).problems();
        assert_eq!(said.len(), 1, "one site is one mistake");
        assert_eq!((said[0].code, said[0].field), (Code::AddressIsOurs, FieldId::MoreAddresses));
        assert_eq!(said[0].text.as_deref(), Some("acme.example"));
    }
}

#[test]
fn a_private_address_is_told_once() {
    for whole in [phishing().target("https://192.168.0.1/x"), phishing().more("https://192.168.0.1/x")] {
        assert_eq!(whole.blocks().len(), 1);
    }
}

#[test]
fn a_target_that_can_t_be_read_is_told_once_and_exactly() {
    assert_eq!(phishing().target("").blocks(), [Code::TargetMissing]);
    assert_eq!(phishing().target("https://evil.example, https://b.example").blocks(), [Code::SeveralTargets]);
    assert_eq!(phishing().target("http://").blocks(), [Code::WebUnreadable]);
}

#[test]
fn splitting_is_told_with_its_numbers() {
    let by_host = phishing().more("https://a.example/\nhttps://b.example/");
    assert_eq!(by_host.said(Code::SplitByHost).unwrap().count, Some(3));
    let lines: String = (0..300).map(|at| format!("https://evil.example/{at}\n")).collect();
    let said = phishing().more(&lines).said(Code::SplitBySize).unwrap();
    assert_eq!((said.count, said.limit, said.text.as_deref()), (Some(2), Some(250), Some("evil[.]example")));
    assert_eq!(phishing().said(Code::SplitByHost), None);
    assert_eq!(by_host.said(Code::SplitBySize), None);
}

#[test]
fn an_address_given_twice_is_told_and_no_problem() {
    let whole = phishing().more("evil.example/login");
    assert_eq!(whole.blocks(), []);
    assert_eq!(whole.said(Code::SentOnce).unwrap().count, Some(1));
}

#[test]
fn phishfort_s_part_of_the_addresses_is_told() {
    let both = Whole::phishfort("https://evil.example/x").more("https://a.example/\nhttps://evil.example/x");
    assert_eq!(both.said(Code::OthersInNote).unwrap().count, Some(1));
    assert_eq!(Whole::phishfort("https://evil.example/x").said(Code::OthersInNote), None);
}

#[test]
fn files_that_cloudflare_does_not_take_are_counted() {
    let whole = phishing().file(FileKind::Png, |_| {}).file(FileKind::Png, |file| file.send = false);
    assert_eq!(whole.said(Code::FilesStay).unwrap().count, Some(2));
    let both = whole.fields(|fields| fields.to_phishfort = true);
    assert_eq!(both.said(Code::FilesStay).unwrap().count, Some(1));
    assert_eq!(phishing().said(Code::FilesStay), None);
}

#[test]
fn nothing_is_said_of_files_where_nobody_may_keep_the_pictures() {
    for kind in [Kind::Ncsei, Kind::Children] {
        let whole = Whole::cloudflare(kind).bad_file().with(|whole| whole.body_bytes = u64::MAX);
        let whole = whole.fields(|fields| fields.to_phishfort = true);
        assert_eq!(whole.blocks(), [], "{kind:?}");
        assert_eq!((whole.said(Code::FilesStay), whole.said(Code::NoPicture)), (None, None));
    }
}

#[test]
fn a_missing_entitlement_is_advice_and_never_stands_in_the_way() {
    let whole = phishing().with(|whole| whole.entitled = Ability::NotEntitled);
    assert_eq!(whole.blocks(), []);
    assert_eq!(whole.said(Code::NotEntitledYet).unwrap().field, FieldId::CloudflareAccount);
    for other in [Ability::Unknown, Ability::Yes, Ability::NotPermitted] {
        assert_eq!(phishing().with(|whole| whole.entitled = other).said(Code::NotEntitledYet), None);
    }
}

#[test]
fn an_owner_who_hears_the_name_is_told_where_that_can_be_helped() {
    for kind in [Kind::Phishing, Kind::General, Kind::Ncsei, Kind::Children] {
        let named = Whole::cloudflare(kind).answer(Field::OwnerNotification, "send");
        assert_eq!(named.said(Code::OwnerHearsName).unwrap().report_field, Some(Field::OwnerNotification));
        assert_eq!(Whole::cloudflare(kind).said(Code::OwnerHearsName), None);
    }
    for kind in [Kind::Dmca, Kind::Trademark] {
        assert_eq!(Whole::cloudflare(kind).said(Code::OwnerHearsName), None);
    }
}

#[test]
fn the_police_come_first_for_threats_and_children() {
    for kind in Kind::ALL {
        let first = matches!(kind, Kind::Threat | Kind::Children);
        assert_eq!(Whole::cloudflare(kind).said(Code::PoliceFirst).is_some(), first, "{kind:?}");
    }
}

#[test]
fn a_domain_without_a_page_is_enough_to_ask_whose_it_is() {
    assert_eq!(Whole::cloudflare(Kind::RegistrarWhois).target("evil.example").said(Code::NoPath), None);
    assert!(phishing().target("evil.example").said(Code::NoPath).is_some());
}
