/** Where the console is, and what it is given. The portal's server writes both origins into each page. */

/** @param {string} name */
const written = (name) => document.querySelector(`meta[name=${name}]`)?.getAttribute("content") ?? "";

/** The page for frames. */
export const framedPage = `${written("rekey-console")}/embed.html`;

/** In the element it is this page that asks the API, so its address is absolute and the API allows this origin. */
export const configuration = {
  connections: [{ id: "gateway", label: "API gateway", kind: "apinizer", baseUrl: `${written("rekey-api")}/apinizer` }],
};
