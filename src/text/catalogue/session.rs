//! The ends of a session that the console itself brings about.

use super::{Entry, Phrase, words};

catalogue! {
    session_lifetime_ends_at(time) = "Your session ends at {time}: it has lasted as long as it may. Save what you can. Secrets in fields are wiped then; other changes come back when you sign in again with the same name or token.";
    idle_ends_in(time) = "Nobody has used this page for a while. You are signed out in {time}.";
    idle_ends_soon = "Nobody has used this page for a while. You are signed out in one minute.";
    idle_explained = "Press any key or move the pointer to stay. When you are signed out, secrets in fields are wiped; other changes come back when you sign in again with the same name or token.";
    stay_signed_in = "Stay signed in";
    signed_out = "You were signed out";
    signed_out_idle(minutes) = "Nobody used this page for {minutes} min.";
    signed_out_lifetime(hours) = "A session lasts at most {hours} h.";
    signed_out_elsewhere = "Somebody signed out of this connection in another tab.";
    changes_wait = "Secrets in fields were wiped. Other changes that were not saved come back when you sign in with the same name or token as before, and are dropped for anybody else.";
    host_signs_in = "Waiting for the portal to sign you in.";
    host_sign_in_again = "Sign in again";
    host_gave_no_token = "The portal gave no token. Sign in here, or let it try again.";
    host_gave_no_other_token = "The token of the portal is no longer accepted, and the portal gave no other one. Sign in here, or let it try again.";
    token_never_ends = "This access token never ends by itself. Whoever gets hold of it can use it until it is revoked; one that ends is safer.";
}
