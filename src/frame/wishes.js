/** What a portal may wish of the console: how it looks and where it is, never what it does (E-04). */

import { oneOf, text } from "./schema.js";

export const THEME = oneOf("system", "light", "dark");
export const PAGE = text(2048);
export const CONNECTION = text(64);
