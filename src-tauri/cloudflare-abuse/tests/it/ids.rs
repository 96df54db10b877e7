//! Ids that become parts of a path.

use cloudflare_abuse::{AccountId, BadAccountId, Endpoint, ReadReceived, ReportId};

use crate::{ACCOUNT, account, below_reports};

#[test]
fn an_account_id_has_1_to_32_letters_and_digits() {
    for good in ["a", ACCOUNT, &"Z".repeat(32)] {
        assert_eq!(AccountId::new(good).unwrap().to_string(), good);
    }
    for bad in ["", &"a".repeat(33), "a/b", "..", ".", "a b", " a", "é", "a-b", "a\n", "a%2F"] {
        assert_eq!(AccountId::new(bad), Err(BadAccountId), "{bad:?}");
    }
}

#[test]
fn a_kept_account_id_is_checked_again() {
    let kept = serde_json::to_string(&account()).unwrap();
    assert_eq!(kept, format!("\"{ACCOUNT}\""));
    assert_eq!(serde_json::from_str::<AccountId>(&kept).unwrap(), account());
    assert!(serde_json::from_str::<AccountId>(r#""../x""#).is_err());
}

#[test]
fn a_report_id_is_one_segment_whatever_it_holds() {
    let report_id = ReportId::new("a/b c?d").unwrap();
    assert_eq!(below_reports(&ReadReceived { account: account(), report_id }.request()), "/a%2Fb%20c%3Fd");
}

#[test]
fn a_report_id_that_would_name_another_endpoint_is_refused() {
    for bad in ["", ".", "..", "submitted"] {
        assert!(ReportId::new(bad).is_err(), "{bad:?}");
        assert!(serde_json::from_value::<ReportId>(bad.into()).is_err());
    }
    let kept = serde_json::to_string(&ReportId::new("submitted2").unwrap()).unwrap();
    assert_eq!(serde_json::from_str::<ReportId>(&kept).unwrap().as_str(), "submitted2");
}
