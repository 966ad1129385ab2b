import { quote } from '../text/quote.ts';
import { isId, toId } from './id.ts';
import type { Checked, TextQuestion } from './question.ts';

/** Whose packages a world may import: a package of ours there would be taken for theirs. */
const TAKEN = new Set(['wasi', 'wasmcloud', 'fermyon', 'spin']);

export const namespace: TextQuestion = {
  key: 'namespace',
  flag: 'namespace',
  kind: 'text',
  placeholder: 'NAME',
  message: 'WIT namespace (your organisation):',
  help: 'Namespace of the WIT package, as in namespace:name@version: your organisation',
  asked: 'details',
  affects: 'project',
  remembered: 'always',
  fallback: () => 'example',
  defaultText: 'example',
  check,
};

function check(text: string): Checked {
  const value = text.trim();
  if (TAKEN.has(value)) {
    return { problem: `"${value}" is somebody else's namespace.`, proposal: `my-${value}` };
  }
  if (isId(value)) return { value };
  const proposal = toId(value) ?? 'example';
  return {
    problem: `${quote(value)} is not a namespace: use lower-case words joined by -, each starting with a letter.`,
    proposal: TAKEN.has(proposal) ? `my-${proposal}` : proposal,
  };
}
