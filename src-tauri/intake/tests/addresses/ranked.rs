use super::*;

#[test]
fn the_button_comes_before_the_links_around_it() {
    let mail = mail(vec![
        at(Place::Loaded, "https://pics.evil.example/logo.png", ""),
        link("https://www.contoso.test/", "Contoso"),
        button("https://evil.example/go", "Verify your account"),
        link("https://www.contoso.test/privacy", "Privacy"),
        link("https://www.facebook.com/contoso", ""),
    ]);
    let ranked = ranked(&[&mail]);
    assert_eq!(order(&ranked)[0], "https://evil.example/go");
    assert!(ranked.candidates[0].main && ranked.candidates.iter().filter(|one| one.main).count() == 1);
    assert_eq!((ranked.candidates[0].at, ranked.candidates[0].place), ((0, 2), Place::Button));
    assert_eq!(order(&ranked)[1], "https://www.contoso.test/");
}

#[test]
fn places_are_ordered_by_how_much_they_are_made_to_be_clicked() {
    let places = [Place::Form, Place::Button, Place::PictureLink, Place::Link, Place::Text, Place::Subject];
    let mut found: Vec<Found> =
        places.iter().enumerate().map(|(nth, place)| at(*place, &format!("https://evil{nth}.example/"), "")).collect();
    found.reverse();
    let ranked = ranked(&[&mail(found)]);
    let places_found: Vec<Place> = ranked.candidates.iter().map(|candidate| candidate.place).collect();
    assert_eq!(places_found, places);
}

#[test]
fn what_stands_in_the_suspicious_mail_comes_before_everything_around_it() {
    let mail = mail(vec![
        around(button("https://partner.example/", "Sign in now")),
        at(Place::Text, "https://evil.example/", ""),
    ]);
    assert_eq!(order(&ranked(&[&mail]))[0], "https://evil.example/");
}

#[test]
fn a_text_that_asks_to_act_lifts_a_link_and_one_for_the_foot_lowers_it() {
    let mail = mail(vec![
        link("https://a.example/", "Unsubscribe"),
        link("https://b.example/", "Our story"),
        link("https://c.example/", "Konto bestätigen"),
    ]);
    assert_eq!(order(&ranked(&[&mail])), ["https://c.example/", "https://b.example/", "https://a.example/"]);
}

#[test]
fn the_same_address_in_several_places_is_one_with_its_best() {
    let mail = mail(vec![
        at(Place::Subject, "evil.example/x", ""),
        link("https://evil.example/x/", "here"),
        button("http://evil.example/x", "Sign in"),
        at(Place::Text, "https://other.example/", ""),
    ]);
    let ranked = ranked(&[&mail]);
    assert_eq!(ranked.candidates.len(), 2);
    let first = &ranked.candidates[0];
    assert_eq!((first.times, first.place, first.at), (3, Place::Button, (0, 2)));
}

#[test]
fn the_domain_of_a_recipient_or_forwarder_goes_far_down() {
    let mut mail =
        mail(vec![button("https://www.partner.example/", "Log in"), at(Place::Text, "https://evil.example/", "")]);
    mail.people = vec![person("jo@mail.partner.example")];
    assert_eq!(order(&ranked(&[&mail])), ["https://evil.example/", "https://www.partner.example/"]);
}

#[test]
fn a_mail_providers_mailbox_says_nothing_about_its_domain() {
    let mut mail = mail(vec![link("https://a.example/", ""), link("https://b.gmx.de/", "")]);
    mail.people = vec![person("jo@gmx.de")];
    assert_eq!(order(&ranked(&[&mail])), ["https://a.example/", "https://b.gmx.de/"]);
}

#[test]
fn the_senders_domain_is_a_small_lift_unless_it_is_ours() {
    let mut mail = mail(vec![link("https://a.example/", ""), link("https://b.example/", "")]);
    mail.head.from = Some(person("help@mail.b.example"));
    assert_eq!(order(&ranked(&[&mail]))[0], "https://b.example/");
    mail.head.from = Some(person("help@fabrikam.test"));
    assert_eq!(order(&ranked(&[&mail]))[0], "https://a.example/");
}

#[test]
fn a_page_on_a_shared_host_stays_and_comes_a_little_later() {
    let mail =
        mail(vec![link("https://docs.google.com/forms/d/e/x/viewform", "Open"), link("https://evil.example/", "Open")]);
    let ranked = ranked(&[&mail]);
    assert_eq!(order(&ranked), ["https://evil.example/", "https://docs.google.com/forms/d/e/x/viewform"]);
    assert_eq!(ranked.set_aside, []);
}

#[test]
fn a_list_keeps_its_order() {
    let list = list(&["https://b.example/", "https://fabrikam-login.example/", "https://a.example/"]);
    let ranked = ranked(&[&list]);
    assert_eq!(order(&ranked), ["https://b.example/", "https://fabrikam-login.example/", "https://a.example/"]);
    assert!(ranked.candidates.iter().all(|candidate| !candidate.main));
}

#[test]
fn addresses_of_all_files_of_a_case_are_ranked_together() {
    let first = mail(vec![at(Place::Text, "https://a.example/", "")]);
    let second = mail(vec![button("https://b.example/", "Pay now"), at(Place::Text, "https://a.example/", "")]);
    let ranked = ranked(&[&first, &second]);
    assert_eq!(order(&ranked), ["https://b.example/", "https://a.example/"]);
    assert_eq!((ranked.candidates[0].at, ranked.candidates[1].times), ((1, 0), 2));
}

#[test]
fn a_redirect_on_our_own_site_is_what_it_leads_to() {
    let out = "https://www.fabrikam.test/out?to=https%3A%2F%2Fevil.example%2Fx";
    let home = "https://www.fabrikam.test/out?to=https%3A%2F%2Fshop.fabrikam.test%2F";
    let ranked = ranked(&[&mail(vec![button(out, "Invoice"), link(home, "Shop")])]);
    assert_eq!(order(&ranked), ["https://evil.example/x"]);
    assert_eq!(ranked.set_aside.len(), 1);
}

#[test]
fn of_a_text_without_end_the_beginning_counts() {
    let (long, late) = (format!("Sign in {}", "x ".repeat(400)), format!("{}sign in", "x ".repeat(400)));
    let mail = mail(vec![link("https://late.example/", &late), link("https://long.example/", &long)]);
    assert_eq!(order(&ranked(&[&mail]))[0], "https://long.example/");
}

#[test]
fn anothers_domain_before_the_own_lifts_a_name() {
    let mut mail = mail(vec![
        link("https://wiki.partner.example/minutes", "here"),
        link("https://sso.partner.example.evil.test/", "here"),
    ]);
    mail.head.from = Some(person("jo@partner.example"));
    assert_eq!(order(&ranked(&[&mail]))[0], "https://sso.partner.example.evil.test/");
    let other = super::mail(vec![link("https://a.example/", ""), link("https://www.contoso.com.evil.test/", "")]);
    assert_eq!(order(&ranked(&[&other]))[0], "https://www.contoso.com.evil.test/");
}
