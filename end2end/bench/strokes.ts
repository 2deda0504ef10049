import { demo } from "../support/sandbox.ts";

/** What the list shows and searches of a record. */
export interface Listed {
  username: string;
  fullName: string;
  email: string;
  description: string;
  roleNameList: string[];
}

/** A key in the filter, and the names that then stand at the head of the list. */
export interface Stroke {
  key: string;
  heads: string[];
}

/** The project for long lists. */
export const project = "large";

/** Its list as the API gives it. */
export const listPath = `/apinizer/apiops/projects/${project}/credentials/`;

/** How many names tell one list from another; fewer than any window shows. */
const headCount = 5;

/** Places, people and companies whose first letters are rare, so that the head of the list changes with each. */
const words = ["zagreb", "juniper", "wojcik", "jakarta", "fontaine", "wroclaw", "zhang", "quarry"];

/** The whole list, in the server's order. */
export async function listOf(origin: string): Promise<Listed[]> {
  const answer = await fetch(`${origin}${listPath}`, { headers: { Authorization: `Bearer ${demo.token}` } });
  if (!answer.ok) throw new Error(`the list is answered with ${answer.status}`);
  return ((await answer.json()) as { resultList: Listed[] }).resultList;
}

/** The names at the head of a list. */
export const heads = (list: Listed[]) => list.slice(0, headCount).map(({ username }) => username);

/**
 * At least `wanted` keys: words are typed as far as every letter changes the head of the list, and taken back letter by
 * letter. So it can be seen when the rows of a key are there, whoever shows them.
 */
export function strokes(list: Listed[], wanted: number): Stroke[] {
  const found: Stroke[] = [];
  for (const word of words) {
    const typed = steps(list, word);
    const back = typed.slice(0, -1).reverse();
    for (const [index, stroke] of typed.entries()) found.push({ key: word.charAt(index), heads: stroke });
    for (const stroke of [...back, heads(list)].slice(0, typed.length)) found.push({ key: "Backspace", heads: stroke });
    if (found.length >= wanted) return found;
  }
  throw new Error(`the words give only ${found.length} keys`);
}

/** The heads after each letter of a word, as long as each is different and there are enough rows to see that. */
function steps(list: Listed[], word: string): string[][] {
  const found: string[][] = [];
  let before = heads(list);
  for (let length = 1; length <= word.length; length += 1) {
    const after = heads(list.filter((record) => matches(record, word.slice(0, length))));
    if (after.length < headCount || after.join() === before.join()) break;
    found.push(after);
    before = after;
  }
  return found;
}

/** What the filter of the console looks at. */
function matches({ username, fullName, email, description, roleNameList }: Listed, filter: string): boolean {
  return [username, fullName, email, description, ...roleNameList].some((text) => text.toLowerCase().includes(filter));
}
