import { basename } from 'node:path';
import { quote } from '../text/quote.ts';
import { isId, LONGEST_ID, toId } from './id.ts';
import type { Checked, TextQuestion } from './question.ts';
import { wordsOf } from './service-facts.ts';

/**
 * `component`: `src/component.ts` is the entry. `wit`: a command of ours. The others are devices on Windows, whatever
 * their extension.
 */
const TAKEN = /^(?:component|wit|con|prn|aux|nul|com[0-9]|lpt[0-9])$/u;

const STARTER = 'hello';

export const name: TextQuestion = {
  key: 'name',
  flag: 'name',
  kind: 'text',
  placeholder: 'NAME',
  message: 'Name of the project:',
  help: 'Name of the project, its folder, its component and its WIT package; also the first argument',
  asked: 'always',
  affects: 'project',
  remembered: 'always',
  fallback: (_known, facts) => nameOf(facts.document?.title ?? ''),
  defaultText: `the document's title, else the service's folder, else ${STARTER}`,
  found(service, facts) {
    // The document's title is the default, and says more.
    if (facts.document !== undefined) return undefined;
    const folder = basename(service.assessment.evidence.folder);
    return { value: nameOf(folder), shownBy: wordsOf(service).theFolder };
  },
  check,
};

/** The project name that a document's title becomes. */
export function nameOf(title: string): string {
  // "Orders API" is the orders service: the word says nothing about it.
  const short = title.replace(/\b(?:(?:rest|http|web|open)\s*)?apis?\b/giu, ' ');
  return free(toId(short) ?? toId(title) ?? STARTER);
}

function free(id: string): string {
  return TAKEN.test(id) ? `${id}-service` : id;
}

function check(text: string): Checked {
  const value = text.trim();
  if (value === '') return { problem: 'The name is empty.', proposal: STARTER };
  if (TAKEN.test(value)) return { problem: `"${value}" is reserved.`, proposal: free(value) };
  if (isId(value)) return { value };
  const problem =
    value.length > LONGEST_ID
      ? `The name has ${value.length} characters, ${LONGEST_ID} are possible.`
      : `${quote(value)} is not a name: use lower-case words joined by -, each starting with a letter.`;
  return { problem, proposal: free(toId(value) ?? STARTER) };
}
