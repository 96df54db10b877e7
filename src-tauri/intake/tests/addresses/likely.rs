use super::*;
use intake::Likely;

#[test]
fn nothing_found_is_nothing_likely() {
    assert_eq!(ranked(&[]).likely, Likely::None);
    assert_eq!(ranked(&[&mail(vec![link("https://fabrikam.test/", "")])]).likely, Likely::None);
}

#[test]
fn one_clear_first_is_the_one() {
    for found in [
        vec![link("https://evil.example/", "here")],
        vec![at(Place::Text, "https://evil.example/", "")],
        vec![button("https://evil.example/", "View"), link("https://contoso.test/", "Contoso")],
        vec![link("https://evil.example/", "Sign in"), link("https://contoso.test/", "Contoso")],
        vec![link("https://docs.google.com/forms/d/e/x/viewform", "Open form")],
        vec![at(Place::Text, "https://bit.ly/3abc", "")],
        vec![link("https://fabrikam-login.example/", "here"), link("https://contoso.test/", "here")],
    ] {
        assert_eq!(ranked(&[&mail(found.clone())]).likely, Likely::One, "{found:?}");
    }
}

#[test]
fn several_on_one_site_are_one_and_on_several_sites_a_choice() {
    let one = mail(vec![link("https://a.evil.example/1", ""), link("https://b.evil.example/2", "")]);
    assert_eq!(ranked(&[&one]).likely, Likely::One);
    let two = mail(vec![button("https://evil.example/", "Pay"), button("https://bad.example/", "Pay")]);
    assert_eq!(ranked(&[&two]).likely, Likely::Several(2));
    let shared =
        mail(vec![link("https://docs.google.com/forms/d/1", ""), link("https://docs.google.com/forms/d/2", "")]);
    assert_eq!(ranked(&[&shared]).likely, Likely::Several(2));
}

#[test]
fn what_nothing_speaks_for_is_never_filled_in() {
    let mut signature = mail(vec![around(link("https://partner.example/", "Partner"))]);
    signature.people = vec![person("jo@partner.example")];
    assert_eq!(ranked(&[&signature]).likely, Likely::Several(1));
    let footer = mail(vec![link("https://list.example/unsubscribe", "Unsubscribe")]);
    assert_eq!(ranked(&[&footer]).likely, Likely::Several(1));
}

#[test]
fn a_list_is_meant_as_a_whole() {
    assert_eq!(ranked(&[&list(&["https://a.example/", "https://b.example/"])]).likely, Likely::All);
    assert_eq!(ranked(&[&list(&["https://a.example/"])]).likely, Likely::One);
    let (list, mail) =
        (list(&["https://a.example/", "https://b.example/"]), mail(vec![link("https://c.example/", "")]));
    assert_eq!(ranked(&[&list, &mail]).likely, Likely::One);
}
