import { HIDDEN } from '../text/hidden.ts';
import { oneLine } from '../text/one-line.ts';
import type { Checked, TextQuestion } from './question.ts';

const LONGEST = 300;

export const description: TextQuestion = {
  key: 'description',
  flag: 'description',
  kind: 'text',
  placeholder: 'TEXT',
  message: 'Description:',
  help: 'One line about the service, for the README, package.json and spin.toml',
  asked: 'details',
  affects: 'project',
  remembered: 'given',
  fallback: (known, facts) => {
    const summary = firstSentence(facts.document?.description ?? '');
    if (summary !== '') return summary;
    return known.interface === 'none' ? 'An edge function that greets.' : '';
  },
  defaultText: "the first sentence of the document's description",
  check,
};

function check(text: string): Checked {
  const value = oneLine(text);
  if (value.length <= LONGEST) return { value };
  return {
    problem: `The description has ${value.length} characters, ${LONGEST} are possible.`,
    proposal: firstSentence(value),
  };
}

/** Documents hold whole manuals in their description, often in Markdown that begins with a heading. */
function firstSentence(text: string): string {
  const paragraphs = text.slice(0, 5000).split(/\n\s*\n|(?<=^\s*#.*)\n/mu);
  const isHeading = (paragraph: string): boolean => /^\s*#/u.test(paragraph);
  const prose = paragraphs.filter((paragraph) => !isHeading(paragraph));
  const paragraph = [...prose, ...paragraphs].map(plainText).find((plain) => plain !== '') ?? '';
  const sentence = /^.*?[.!?](?=\s|$)/u.exec(paragraph)?.[0] ?? paragraph;
  if (sentence.length <= LONGEST) return sentence;
  return `${sentence.slice(0, LONGEST - 1).replace(/\s+\S*$/u, '')}…`;
}

/** The proposal is shown in a terminal: nothing that one acts on gets into it. */
function plainText(markdown: string): string {
  return oneLine(
    markdown
      .replace(HIDDEN, ' ')
      .replace(/<[^>]*>/gu, ' ')
      .replace(/^[#>*=\-\s]+/u, '')
      .replace(/[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}/gu, '')
      .replace(/!?\[([^\]]*)\]\([^)]*\)/gu, '$1'),
  );
}
