import type { Answer } from "./ask.ts";
import type { Row } from "./expectations.ts";

/** Addresses down, headers across: a letter for each value, and below what the letters stand for. */
export function table(title: string, answers: [Row, Answer][], headers: string[]): string {
  const legend = new Map(headers.map((header) => [header, new Map<string, string>()]));
  const cell = (header: string, answer: Answer) => {
    const value = answer.headers[header]?.join(" | ");
    if (value === undefined) return "-";
    const letters = legend.get(header) ?? new Map<string, string>();
    const letter = letters.get(value) ?? String.fromCharCode(97 + letters.size);
    letters.set(value, letter);
    return letter;
  };
  const rows = answers.map(([row, answer]) => {
    const asked = Object.entries(row.headers ?? {}).map(([name, value]) => ` ${name}: ${value.slice(0, 24)}`);
    return [`${row.method ?? "GET"} ${row.path}${asked.join("")}`, `${answer.status}`, ...headers.map((header) => cell(header, answer))];
  });
  const numbered = headers.map((_, index) => `${index + 1}`);
  const lines = [["", "", ...numbered], ...rows].map(([address = "", status = "", ...cells]) => {
    return `${address.padEnd(72)} ${status.padStart(3)} ${cells.map((text) => text.padStart(3)).join("")}`;
  });
  const meanings = headers.map((header, index) => {
    const values = [...(legend.get(header) ?? [])].map(([value, letter]) => `\n       ${letter} ${value}`);
    return `  ${`${index + 1}`.padStart(2)} ${header}${values.join("")}`;
  });
  return [`\n${title}`, ...lines, ...meanings, ""].join("\n");
}
