/** The files that belong to this script, beside it; the build fills in their names and hashes (W-04). */

export const MODULE = { name: "{{ module }}", integrity: "{{ module_integrity }}" };
/** The second part of the program: the pages behind the sign-in. */
export const LATER = { name: "{{ later }}", integrity: "{{ later_integrity }}" };
/** The words of the languages besides English, by their tags. */
export const LANGUAGES = {
  tr: { name: "{{ tr }}", integrity: "{{ tr_integrity }}" },
  zh: { name: "{{ zh }}", integrity: "{{ zh_integrity }}" },
};
export const STYLE_SHEET = { name: "{{ style_sheet }}", integrity: "{{ style_sheet_integrity }}" };
/** What only the second part shows. */
export const LATER_STYLE_SHEET = { name: "{{ later_style_sheet }}", integrity: "{{ later_style_sheet_integrity }}" };
