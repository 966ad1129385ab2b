import type { Evidence, Finding } from '../evidence/finding.ts';
import { shellWord } from '../text/shell-word.ts';
import { seen } from './rule.ts';
import type { Verdict } from './verdict.ts';

/** Something to do now. */
export interface Step {
  readonly text: string;
  /** To copy into a shell, in the folder that was read. */
  readonly command?: string;
}

const OUR_BIN = 'npx generator-wasm-component';

/** What to do next: from the verdict, the documents and the endpoints that were found. */
export function nextSteps(verdict: Verdict, { documents, findings }: Evidence): readonly Step[] {
  if (verdict.notFound.length > 0) return lookingSteps(findings);
  if (verdict.outcome === 'stay') return stayingSteps(verdict);
  return [...contractSteps(verdict, documents, findings), ...obstacleSteps(verdict)];
}

/** It may answer requests all the same: something listens, in a language or a way that is not read. */
function lookingSteps(findings: readonly Finding[]): readonly Step[] {
  const [port] = seen('http-port')(findings);
  if (port === undefined) return [];
  const where = `${port.value}, ${port.file}:${port.line}`;
  return [
    {
      text: `It listens on a port (${where}), but no routes could be read: put its OpenAPI document into the folder, or give the folder of its source.`,
    },
  ];
}

/** Titles of what weighs most against a move. */
function stayingSteps({ reasons }: Verdict): readonly Step[] {
  const heaviest = reasons.filter(({ verdict }) => verdict === 'stay').slice(0, 3);
  if (heaviest.length === 0) return [];
  const titles = heaviest.map(({ title }) => title).join('; ');
  return [{ text: `Keep the containers, and ask again when this has changed: ${titles}.` }];
}

function contractSteps(
  { firstEndpoints }: Verdict,
  documents: Evidence['documents'],
  findings: readonly Finding[],
): readonly Step[] {
  const [document] = documents.toSorted((a, b) => b.operations - a.operations);
  if (document !== undefined) {
    const text = `Make a project from the document in the folder (${document.file}).`;
    return [{ text, command: `${OUR_BIN} --from ${shellWord(document.file)}` }];
  }
  const [library] = seen('openapi')(findings);
  if (library !== undefined) {
    const where = `${library.what}, ${library.file}:${library.line}`;
    return [
      {
        text: `Save the OpenAPI document that the service serves (${where}), and give it with --from.`,
      },
    ];
  }
  const operations = firstEndpoints.flatMap(operationOf).slice(0, 3);
  if (operations.length === 0) return [];
  const flags = operations.map((operation) => `--operation ${shellWord(operation)}`).join(' ');
  return [{ text: 'Try it with the first endpoints.', command: `${OUR_BIN} ${flags}` }];
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
