import { basename, dirname, relative, sep } from 'node:path';
import { shellWord } from '../text/shell-word.ts';
import type { Answers } from './answers.ts';
import { questions } from './index.ts';
import type { AnswerValue, DocumentFacts, Facts, Question } from './question.ts';
import type { ServiceFacts } from './service-facts.ts';

/**
 * The command that makes the same project again, run in the folder that holds it. It says what differs from the
 * defaults, so it depends on the answers, the document and the service's folder alone, never on the machine.
 *
 * @example npx generator-wasm-component orders --from openapi.yaml --yes
 */
export function reproducingCommand(
  answers: Answers,
  destination: string,
  document: DocumentFacts | undefined,
  service?: ServiceFacts,
): string {
  const facts: Facts = {
    document,
    folder: {
      document: undefined,
      service: undefined,
      packageManager: 'npm',
      canInitGit: true,
      lang: 'en',
    },
    service,
  };
  const flags = questions
    .filter(({ key, affects }) => affects === 'project' && key !== 'name')
    .filter((question) => !isImplied(question, answers, facts))
    .flatMap((question) => words(question, answers[question.key], destination));
  const folder = basename(destination);
  const out = folder === answers.name ? [] : ['--out', `./${folder}`];
  const all = ['npx', 'generator-wasm-component', answers.name, ...flags, ...out, '--yes'];
  return all.map(shellWord).join(' ');
}

function isImplied(question: Question, answers: Answers, facts: Facts): boolean {
  const value = answers[question.key];
  if (value === undefined) return true;
  if (question.key === 'interface' && facts.service === undefined) return true;
  const found = facts.service && question.found?.(facts.service, facts)?.value;
  // A list of nothing is what is taken where nothing is said.
  const unsaid = found ?? question.fallback(answers, facts) ?? [];
  return JSON.stringify(value) === JSON.stringify(unsaid);
}

function words(question: Question, value: AnswerValue, destination: string): readonly string[] {
  const flag = `--${question.flag}`;
  const values = Array.isArray(value) ? value.map(String) : [String(value)];
  const inOneFlag = question.kind === 'several' || (question.kind === 'list' && question.commas);
  if (inOneFlag === true) return values.length === 0 ? [`${flag}=`] : [flag, values.join(',')];
  return values.flatMap((text) => {
    const word = question.kind === 'path' ? fromParent(text, destination) : text;
    // A value that starts with a dash would be taken for a flag; an empty word is easily lost.
    return word === '' || word.startsWith('-') ? [`${flag}=${word}`] : [flag, word];
  });
}

function fromParent(path: string, destination: string): string {
  return relative(dirname(destination), path).split(sep).join('/') || '.';
}
