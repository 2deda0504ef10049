/**
 * The portal's side of a console in a frame: answers its greeting, gives it tokens and hears what it tells.
 *
 * @param {HTMLIFrameElement} frame
 * @param {{ getToken(connection: string, reason: string): Promise<string | null>, onMessage(message: any): void, theme?: string }} portal
 */
export function hostConsole(frame, { getToken, onMessage, ...wishes }) {
  const consoleOrigin = new URL(frame.src).origin;
  /** @type {MessagePort | undefined} */
  let port;
  let answered = "";
  /** @param {MessageEvent} event */
  const answer = async ({ data, target }) => {
    if (data.type === "token-wanted") {
      const { connection, request, reason } = data;
      const token = await getToken(connection, reason).catch(() => null);
      /** @type {MessagePort} */ (target).postMessage({ type: "token", connection, request, token });
    } else if (data.type === "size") {
      frame.style.height = `${data.height}px`;
    } else {
      onMessage(data);
    }
  };
  /** @param {MessageEvent} event */
  const greeted = ({ source, origin, data }) => {
    const isOurs = source === frame.contentWindow && origin === consoleOrigin;
    if (!isOurs || data.rekey !== 1 || data.type !== "hello" || data.nonce === answered) return;
    answered = data.nonce;
    port?.close();
    const channel = new MessageChannel();
    port = channel.port1;
    port.onmessage = answer;
    frame.contentWindow?.postMessage({ rekey: 1, type: "welcome", nonce: answered, ...wishes }, consoleOrigin, [channel.port2]);
  };
  window.addEventListener("message", greeted);
  return {
    /** @param {object} message */
    send: (message) => port?.postMessage(message),
    end() {
      window.removeEventListener("message", greeted);
      port?.close();
      frame.remove();
    },
  };
}
