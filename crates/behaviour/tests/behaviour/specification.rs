//! What holds in every dialect and version.

pub(crate) mod addresses;
pub(crate) mod conflict;
pub(crate) mod deployment;
pub(crate) mod doubt;
pub(crate) mod edit;
pub(crate) mod hostile_text;
pub(crate) mod new_secret;
pub(crate) mod rate_limit;
pub(crate) mod reading;
pub(crate) mod refusal;
pub(crate) mod sign_in;

/// Runs every behaviour in every row, each as a test of its own. A behaviour that is not listed here is dead code, which
/// the compiler reports.
macro_rules! every_row {
    ($($name:ident: $dialect:ident :: $row:ident ()),+ $(,)?) => {
        $(mod $name {
            $crate::specification::every_behaviour! { $crate::rows::$dialect::$row() =>
                sign_in {
                    opens_the_scopes_and_their_credentials
                    with_the_wrong_words_is_refused_by_the_first_answer
                    that_has_ended_keeps_a_write_from_being_sent
                    that_ends_before_the_write_has_it_rejected
                }
                reading {
                    gives_the_whole_list_however_many_answers_it_takes
                    the_counters_say_how_many_there_are
                    one_record_finds_it_as_the_list_has_it
                    an_unknown_record_says_that_it_is_gone
                }
                edit {
                    of_every_field_at_once_arrives_as_sent
                    that_changes_nothing_leaves_the_record_as_it_was
                    touches_the_secret_only_if_one_goes_with_it
                    with_a_new_secret_does_both
                    of_the_secret_alone_sends_what_the_vendor_wants_beside_it
                }
                new_secret {
                    works_and_the_old_one_does_not
                    leaves_everything_else_as_it_was
                }
                conflict {
                    is_told_and_what_is_chosen_goes_over_it
                    that_is_left_open_sends_nothing
                    that_comes_again_before_it_is_answered_is_told_again
                    gone_on_from_with_a_secret_keeps_what_somebody_else_wrote
                    with_a_deletion_ends_the_write_before_it_is_sent
                }
                refusal {
                    of_a_record_deleted_after_the_look_is_told_in_the_servers_words
                    of_a_reader_is_told_in_the_servers_words_and_changes_nothing
                }
                rate_limit {
                    of_a_short_time_is_waited_for_once
                    of_a_long_time_is_told_and_nothing_is_repeated
                }
                doubt {
                    is_called_neither_saved_nor_refused
                    ends_when_the_same_is_sent_again
                    about_the_details_is_none_about_the_save
                }
                deployment {
                    is_told_for_every_environment
                    that_failed_somewhere_is_told_and_the_record_is_saved
                }
                hostile_text {
                    arrives_as_the_secret_byte_for_byte
                    arrives_in_the_details_byte_for_byte
                    at_random_arrives_as_the_secret
                    at_random_arrives_in_the_details
                }
                addresses {
                    of_records_reach_them_and_no_other
                    of_scopes_reach_them_and_no_other
                }
            }
        })+
    };
}

/// One test for each behaviour, in one row.
macro_rules! every_behaviour {
    ($row:expr => $($chapter:ident { $($behaviour:ident)+ })+) => {
        $(mod $chapter {
            $(
                #[test]
                fn $behaviour() {
                    $crate::specification::$chapter::$behaviour(&$row);
                }
            )+
        })+
    };
}

pub(crate) use every_behaviour;
pub(crate) use every_row;
