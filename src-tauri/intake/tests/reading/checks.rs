use intake::reading::AuthCheck;

use super::mail;

fn check(method: &str, result: &str, by: &str) -> AuthCheck {
    AuthCheck { method: method.to_owned(), result: result.to_owned(), by: by.to_owned() }
}

#[test]
fn checks_are_told_as_the_mail_states_them() {
    let reading = mail(
        "Authentication-Results: mx.staff.example;\n dkim=pass (2048-bit key; dkim=fail) header.d=evil.test;\n \
         spf=softfail (staff.example: domain of a@evil.test) smtp.mailfrom=a@evil.test; dmarc=none\n\
         Authentication-Results: inner.example 1; spf=pass\nFrom: a@evil.test\nTo: b@staff.example\n\nhi",
    );
    assert_eq!(
        reading.head.checks,
        [
            check("dkim", "pass", "mx.staff.example"),
            check("spf", "softfail", "mx.staff.example"),
            check("dmarc", "none", "mx.staff.example"),
            check("spf", "pass", "inner.example"),
        ]
    );
}

#[test]
fn checks_without_a_server_are_kept() {
    let reading =
        mail("Authentication-Results: spf=fail (sender IP is 203.0.113.7); dkim=none\nFrom: a@evil.test\n\nhi");
    assert_eq!(reading.head.checks, [check("spf", "fail", ""), check("dkim", "none", "")]);
}

#[test]
fn the_old_field_tells_where_the_new_one_does_not() {
    let reading = mail("Received-SPF: SoftFail (mx: not designated)\nFrom: a@evil.test\nTo: b@staff.example\n\nhi");
    assert_eq!(reading.head.checks, [check("spf", "softfail", "")]);
}

#[test]
fn a_server_without_checks_states_none() {
    let reading = mail("Authentication-Results: mx.staff.example; none\nFrom: a@evil.test\nTo: b@staff.example\n\nhi");
    assert!(reading.head.checks.is_empty());
}
