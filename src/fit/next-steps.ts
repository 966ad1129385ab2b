import type { Evidence, Finding } from '../evidence/finding.ts';
import { isUnread } from '../evidence/packages/unread.ts';
import { type Catalogue, catalogueOf } from '../messages/catalogue.ts';
import { shellWord } from '../text/shell-word.ts';
import { nameList } from './names.ts';
import { seen } from './rule.ts';
import type { Verdict } from './verdict.ts';

/** Something to do now. */
export interface Step {
  readonly text: string;
  /** To copy into a shell, in the folder that was read. */
  readonly command?: string;
}

type Words = Catalogue['verdict']['next'];

const OUR_BIN = 'npx generator-wasm-component';

/** What to do next: from the verdict, the documents and the endpoints that were found. */
export function nextSteps(
  verdict: Verdict,
  { documents, findings }: Evidence,
  catalogue: Catalogue = catalogueOf('en'),
): readonly Step[] {
  const words = catalogue.verdict.next;
  if (verdict.notFound.length > 0) return lookingSteps(findings, catalogue);
  if (verdict.outcome === 'stay') return stayingSteps(verdict, words);
  return [...contractSteps(verdict, documents, findings, words), ...obstacleSteps(verdict)];
}

/** It may answer requests all the same: something listens, in a language or a way that is not read. */
function lookingSteps(findings: readonly Finding[], catalogue: Catalogue): readonly Step[] {
  const words = catalogue.verdict.next;
  const code = seen('language')(findings).find(({ what }) => isUnread(what));
  if (code !== undefined) {
    return [{ text: words.unread(nameList([code.what], catalogue), `${code.file}:${code.line}`) }];
  }
  const [port] = seen('http-port')(findings);
  if (port === undefined) return [];
  const where = `${port.value}, ${port.file}:${port.line}`;
  return [{ text: words.listens(where) }];
}

/** Titles of what weighs most against a move. */
function stayingSteps({ reasons }: Verdict, words: Words): readonly Step[] {
  const heaviest = reasons.filter(({ verdict }) => verdict === 'stay').slice(0, 3);
  if (heaviest.length === 0) return [];
  const titles = heaviest.map(({ title }) => title).join('; ');
  return [{ text: words.keep(titles) }];
}

function contractSteps(
  { firstEndpoints }: Verdict,
  documents: Evidence['documents'],
  findings: readonly Finding[],
  words: Words,
): readonly Step[] {
  const [document] = documents.toSorted((a, b) => b.operations - a.operations);
  if (document !== undefined) {
    const text = words.fromDocument(document.file);
    return [{ text, command: `${OUR_BIN} --from ${shellWord(document.file)}` }];
  }
  const [library] = seen('openapi')(findings);
  if (library !== undefined) {
    const where = `${library.what}, ${library.file}:${library.line}`;
    return [{ text: words.saveDocument(where) }];
  }
  const operations = firstEndpoints.flatMap(operationOf).slice(0, 3);
  if (operations.length === 0) return [];
  const flags = operations.map((operation) => `--operation ${shellWord(operation)}`).join(' ');
  return [{ text: words.firstEndpoints, command: `${OUR_BIN} ${flags}` }];
}

function obstacleSteps({ reasons }: Verdict): readonly Step[] {
  return reasons
    .filter(({ verdict, weight }) => verdict !== 'go' && weight < 0)
    .slice(0, 3)
    .map(({ title, instead }) => ({ text: `${title}: ${instead}` }));
}

/** `GET /orders/:id` and its like of other frameworks as `--operation` takes them; none when it isn't plain. */
export function operationOf({ value }: Pick<Finding, 'value'>): readonly string[] {
  const [method = '', path = ''] = value.split(' ');
  const plain = path
    .replace(/<(?:\w+:)?(\w+)>/gu, '{$1}')
    .replace(/\{(\w+):[^{}]*\}/gu, '{$1}')
    .replace(/(?<=\/):(\w+)/gu, '{$1}');
  const isPlain = /^(?:\/(?:[\w.~-]+|\{\w+\}))+$|^\/$/u.test(plain);
  const isMethod = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD)$/u.test(method);
  return isMethod && isPlain ? [`${method} ${plain}`] : [];
}
