//! The words of the connection check.

use super::{Entry, Phrase, words};

catalogue! {
    connection_check = "Connection check";
    check_the_connection = "Check the connection";
    check_explained = "Asked without a token; nothing is changed.";
    connection_does_not_work = "This connection does not work yet";
    check_found_nothing = "Nothing stands in the way of this connection.";
    works_again = "The connection check finds nothing wrong now, so the connection was lost for a moment only.";
    probably_not_sent = "Then the change was probably not sent.";
    fine = "OK";
    wrong = "Problem";
    likely_wrong = "Likely problem";
    what_was_asked = "What was asked, and what came";
    copy_report = "Copy this report";
    says_now = "The configuration says now:";
    this_page = "This page";

    // What is checked.
    check_page = "The page is encrypted";
    check_network = "The browser has a network";
    check_policy = "The page may ask this address";
    check_local_network = "The page may ask the local network";
    check_reach = "Something answers there";
    check_cors = "The page may read the answers (CORS)";
    check_headers = "The page may send a sign-in (CORS)";
    check_api(product) = "The API of {product} answers";
    check_clock = "The clocks agree";
    check_clipboard = "The frame may copy";

    // What is wrong with it, and who can change it.
    cause_in_clear = "This page came over http:, so that others on the way can read what is typed here. The operator has to serve it over https:.";
    cause_mixed = "Most likely the browser lets no page that came over https: ask an address with http:, or nothing runs there. The operator can give the server an address with https:, and name it in baseUrl.";
    cause_local_denied = "Most likely the browser does not let this page ask servers on the local network. Allow “Local network” for this page in the settings of the browser, then check again.";
    cause_local_framed = "Most likely the browser does not let this frame ask servers on the local network. The page around it has to pass that permission on, in the attribute allow of its iframe.";
    cause_local_asked = "Most likely the browser asks whether this page may look for servers on the local network, and nobody has answered yet. Allow it, then check again.";
    cause_unreachable(origin) = "Cannot reach {origin}. Most likely the server is down, or its name or certificate is wrong: opened in a tab of its own, the address says more. It stands in baseUrl.";
    cause_silent(origin) = "Nothing came from {origin} within 30 seconds. A firewall may swallow requests, or the server has too much to do.";
    cause_hidden(origin) = "Most likely {origin} is down, or does not allow this page (CORS); the isolation of this page (COEP) hides which. If it is up, it has to send this with every answer.";
    cause_cors(origin) = "The server is up but most likely does not allow this page (CORS). {origin} has to send this with every answer, also with a refusal. A proxy on this page's own address does as well.";
    cause_preflight(origin) = "Most likely {origin} does not allow this page to send the headers Authorization and Content-Type (CORS). It has to answer OPTIONS without a sign-in, with status 204 and this.";
    cause_gateway(status) = "A proxy answers, and gets through to no server behind it (HTTP {status}). That server is down, or the target of the proxy (proxy_pass) is wrong.";
    cause_redirected = "The server tried to redirect the request, which was not followed. The operator has to set baseUrl to the address where the API itself answers.";
    cause_page(status) = "A page answers instead of the API (HTTP {status}): that of a web site at baseUrl, of a sign-in, or of the network one is in.";
    cause_not_here(status, product) = "The server has no API of {product} at this address (HTTP {status}). The path in baseUrl is wrong: it ends where the paths of the API begin.";
    cause_other_api(product) = "Most likely what answers is not the API of {product}. baseUrl or kind is that of another connection.";
    cause_other_product(other, product) = "Most likely {other} answers there, and not {product}. baseUrl or kind is that of another connection.";
    cause_failing(status) = "The API answers that it cannot work at the moment (HTTP {status}).";
    cause_open = "The API gives its records without a sign-in, so most likely a proxy on the way signs. The operator can say so with auth, and nobody has to enter a token.";
    cause_clock_ahead(minutes) = "This computer's clock is {minutes} minutes ahead of the server's. What expires when is judged by it: set it right.";
    cause_clock_behind(minutes) = "This computer's clock is {minutes} minutes behind the server's. What expires when is judged by it: set it right.";
    cause_clipboard = "The page around this frame does not let it copy. It has to pass that permission on, in the attribute allow of its iframe.";

    // The questions and their answers.
    asked_plainly = "Without a sign-in";
    asked_with_headers = "With its headers, empty";
    asked_opaquely = "Without reading (no-cors)";
    came_answer(status, kind) = "HTTP {status}, {kind}";
    came_something = "an answer";
    came_nothing = "nothing that this page may read";
    came_nothing_at_all = "nothing";
    came_late = "nothing in time";
    came_redirect = "a redirect";
    held_back = "held back by the page";
    no_type = "no content type";
}
