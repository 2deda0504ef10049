import config from "./playwright.config.ts";

/** Writes the pictures of the documentation; `npm run screenshots`. */
export default { ...config, testDir: "screenshots" };
