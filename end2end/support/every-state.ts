import { formStates } from "./form-states.ts";
import { outcomeStates } from "./outcome-states.ts";
import { bareStates, pageStates } from "./page-states.ts";
import { portalStates } from "./portal-states.ts";
import type { State } from "./states.ts";
import { systemStates } from "./system-states.ts";

/** Every state of the console that there is a way to, whatever it speaks: the page connects to all systems. */
export const everyState: State[] = [...pageStates, ...formStates, ...outcomeStates, ...systemStates, ...portalStates];

/** Those, and what the page says before there is a language. */
export const everyStateInEnglish: State[] = [...everyState, ...bareStates];
