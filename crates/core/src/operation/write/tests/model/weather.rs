//! What the network does to a request, and what the server says.

use serde_json::{Value, json};

use super::dice::Dice;
use super::server::{Sent, Server, answer};
use crate::http::{BodyFault, Fault, Reply, Response};

/// What became of a write, besides its answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Truth {
    /// Nothing went wrong on the way.
    Clear,
    /// Something did.
    Faulty,
    /// Refused for its rate, with a wait that is short enough to be waited for.
    ShortWait,
}

/// Ways for an answer not to come.
fn lost(dice: &mut Dice) -> Fault {
    match dice.below(4) {
        0 => Fault::Unreachable,
        1 => Fault::TimedOut,
        2 => Fault::Stopped,
        _ => Fault::Redirected,
    }
}

/// A look, which may not work.
pub(super) fn look(server: &mut Server, dice: &mut Dice) -> Reply {
    if dice.happens(85) {
        return server.look();
    }
    let refused = json!({"error": "code", "error_description": "words"});
    match dice.below(9) {
        0 => Err(Fault::Offline),
        1 | 2 => Err(lost(dice)),
        3 => answer(401, &refused),
        4 => answer(403, &refused),
        5 => with_wait(answer(429, &json!({})), dice),
        6 => answer(*dice.pick(&[500, 502, 503]), &refused),
        7 => server.look().map(|response| Response { body: Err(BodyFault::Cut), ..response }),
        _ => foreign(answer(200, &json!({}))),
    }
}

/// A write on its way; the answer, and whether something went wrong.
pub(super) fn write(server: &mut Server, sent: Sent, dice: &mut Dice) -> (Reply, Truth) {
    let faulty = |reply| (reply, Truth::Faulty);
    match dice.below(20) {
        0..=4 => arrive(server, &sent, 1),
        // The browser itself sends it again on a connection that broke, and nobody notices (M4).
        5 => arrive(server, &sent, 2),
        6 => faulty(Err(Fault::Offline)),
        7 => faulty(Err(Fault::BlockedByPolicy("https://a.example".to_owned()))),
        8 => faulty(Err(lost(dice))),
        9 | 10 => {
            for _ in 0..=dice.below(2) {
                server.apply(&sent);
            }
            faulty(Err(lost(dice)))
        }
        11 => {
            server.keep_for_later(sent);
            faulty(Err(lost(dice)))
        }
        12 | 13 => refused(server, &sent, dice),
        14 => {
            let reply = with_wait(answer(429, &json!({})), dice);
            let is_short = reply.as_ref().is_ok_and(|response| response.retry_after.is_some_and(|wait| wait <= 10));
            (reply, if is_short { Truth::ShortWait } else { Truth::Faulty })
        }
        15 => {
            if dice.happens(50) {
                server.apply(&sent);
            }
            faulty(foreign(answer(*dice.pick(&[200, 302, 403, 502]), &json!({}))))
        }
        16 => told(server, &sent, Server::mixed_up),
        17 => told(server, &sent, |server| {
            server.accepted(&Value::Null).map(|response| Response { body: Err(BodyFault::Cut), ..response })
        }),
        _ => {
            let (deployment, is_everywhere) = deployment(dice);
            let answered = told(server, &sent, |server| server.accepted(&deployment));
            server.is_everywhere = is_everywhere;
            answered
        }
    }
}

/// Arrives so many times, and is answered well.
fn arrive(server: &mut Server, sent: &Sent, times: usize) -> (Reply, Truth) {
    let (reply, _) = told(server, sent, |server| server.accepted(&environments([true; 3], Some(true))));
    for _ in 1..times {
        server.apply(sent);
    }
    server.is_everywhere = true;
    (reply, Truth::Clear)
}

/// Is applied and answered somehow, unless the record is gone.
fn told(server: &mut Server, sent: &Sent, reply: impl FnOnce(&Server) -> Reply) -> (Reply, Truth) {
    if server.apply(sent) {
        (reply(server), Truth::Faulty)
    } else {
        (answer(404, &json!({"error": "not_found", "error_description": "no such credential"})), Truth::Faulty)
    }
}

/// A status that refuses, or one that leaves it open; only of the latter something may have been applied.
fn refused(server: &mut Server, sent: &Sent, dice: &mut Dice) -> (Reply, Truth) {
    let status = *dice.pick(&[400, 401, 403, 404, 408, 409, 422, 500, 502, 503, 504]);
    let is_explained = dice.happens(50);
    let is_open = status >= 500 || status == 408 || (!is_explained && status != 401);
    if is_open && dice.happens(50) {
        server.apply(sent);
    }
    let words = if is_explained { json!({"error": "code", "error_description": "words"}) } else { json!({"a": 1}) };
    (answer(status, &words), Truth::Faulty)
}

/// What a server may say of its environments, and whether each of them took it.
fn deployment(dice: &mut Dice) -> (Value, bool) {
    let odd =
        [json!(null), json!([]), json!({}), json!("x"), json!({"success": true, "environmentResults": []}), json!(7)];
    if dice.happens(40) {
        return (dice.pick(&odd).clone(), false);
    }
    let each = [dice.happens(70), dice.happens(70), dice.happens(70)];
    (environments(each, *dice.pick(&[Some(true), Some(false), None])), each == [true; 3])
}

fn environments(each: [bool; 3], overall: Option<bool>) -> Value {
    let leaf = |(at, ok): (usize, &bool)| json!({"environmentName": at.to_string(), "success": ok, "message": "m"});
    let leaves: Vec<Value> = each.iter().enumerate().map(leaf).collect();
    json!({"success": overall, "environmentResults": leaves})
}

fn with_wait(reply: Reply, dice: &mut Dice) -> Reply {
    let retry_after = *dice.pick(&[None, Some(3), Some(10), Some(11), Some(3600)]);
    reply.map(|response| Response { retry_after, ..response })
}

fn foreign(reply: Reply) -> Reply {
    reply.map(|response| Response { content_type: Some("text/html".to_owned()), ..response })
}
