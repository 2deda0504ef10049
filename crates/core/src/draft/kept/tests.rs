use super::super::tests::with_clock;
use super::KeptDraft;
use crate::credential::Credential;
use crate::credential::tests::api_user;
use crate::draft::CredentialDraft;

/// Changes to `api-user` as it was first read.
fn kept(change: impl FnOnce(&mut CredentialDraft)) -> KeptDraft {
    let mut draft = with_clock(|clock| CredentialDraft::of(&api_user(), clock));
    change(&mut draft);
    KeptDraft { draft, base: api_user() }
}

fn resumed(kept: &KeptDraft, record: &Credential) -> Option<CredentialDraft> {
    with_clock(|clock| kept.resumed(record, clock))
}

#[test]
fn changes_come_back_as_they_were_while_the_record_is_the_same_ux43() {
    let kept = kept(|draft| draft.description = "mine".to_owned());
    assert_eq!(resumed(&kept, &api_user()), Some(kept.draft.clone()));
}

#[test]
fn changes_come_back_on_top_of_a_newer_record_f08() {
    let kept = kept(|draft| draft.description = "mine".to_owned());
    let newer = Credential { email: "new@retail.example".to_owned(), enabled: false, ..api_user() };
    let draft = resumed(&kept, &newer).unwrap();
    assert_eq!(
        (draft.description.as_str(), draft.email.as_str(), draft.enabled),
        ("mine", "new@retail.example", false)
    );
}

#[test]
fn the_same_field_with_another_value_is_a_question_and_another_field_is_none_f08() {
    let kept = kept(|draft| draft.description = "mine".to_owned());
    let described = |words: &str| Credential { description: words.to_owned(), ..api_user() };
    let disabled = Credential { enabled: false, ..api_user() };
    for (record, is_question) in [(described("theirs"), true), (described("mine"), false), (disabled, false)] {
        assert_eq!(with_clock(|clock| kept.clashes(&record, clock)), is_question, "{record:?}");
    }
}

#[test]
fn nothing_comes_back_where_the_record_has_it_all_already() {
    let kept = kept(|draft| draft.description = "mine".to_owned());
    let saved = Credential { description: "mine".to_owned(), ..api_user() };
    assert_eq!(resumed(&kept, &saved), None);
}

#[test]
fn what_cannot_be_sent_comes_back_as_well() {
    let kept = kept(|draft| {
        draft.addresses = vec!["nowhere".to_owned()];
        draft.expiry_date.clear();
    });
    assert_eq!(resumed(&kept, &api_user()), Some(kept.draft.clone()));
}

#[test]
fn what_was_changed_and_changed_back_is_no_change_ux39() {
    with_clock(|clock| {
        let mut draft = CredentialDraft::of(&api_user(), clock);
        assert!(!draft.is_changed(&api_user(), clock));
        draft.roles.push("new".to_owned());
        assert!(draft.is_changed(&api_user(), clock));
        draft.roles.pop();
        assert!(!draft.is_changed(&api_user(), clock));
    });
}
