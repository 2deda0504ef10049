/** The tokens of a portal. Each is asked for by a number, and the first answer with that number is taken (E-03). */

export class Tokens {
  #port;
  #waiting = new Map();
  #asked = 0;

  constructor(port) {
    this.#port = port;
  }

  /** The token for a connection, or nothing. How long it waits is the console's affair. */
  ask(connection, reason) {
    const request = ++this.#asked;
    const { promise, resolve } = Promise.withResolvers();
    this.#waiting.set(request, { connection, answer: resolve });
    this.#port.postMessage({ type: "token-wanted", connection, reason, request });
    return promise;
  }

  /** What nobody has asked for is dropped, and so is a second answer. */
  take({ connection, request, token }) {
    const waiting = this.#waiting.get(request);
    if (waiting?.connection === connection) {
      this.#waiting.delete(request);
      waiting.answer(token);
    }
  }

  /** Nobody waits for any of them any more. */
  end() {
    for (const { answer } of this.#waiting.values()) {
      answer(null);
    }
    this.#waiting.clear();
  }
}
