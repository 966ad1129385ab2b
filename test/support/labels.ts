import { PROPOSALS } from '../../src/facts/proposals.ts';

/** Names of proposals that are drafts; named only as such, with the hosts that run them. */
export const DRAFTS = PROPOSALS.facts
  .filter(({ status }) => status === 'draft')
  .map(({ name }) => name);

/** Names of proposals that were withdrawn, removed or left alone; never named. */
export const DEAD = PROPOSALS.facts
  .filter(({ status }) => status === 'dead')
  .map(({ name }) => name);

/** Products whose work has stopped, and words that promise what no source does. */
export const NEVER =
  /NGINX Unit|Krustlet|wasi-cloud-core|Docker Desktop|WASI node pool|Fermyon Cloud|wasi-gfx|preview1|sub-millisecond|blazing|seamless|1밀리초 미만|번개처럼/iu;

/** A number that somebody measured, or was told. */
export const MEASURED =
  /(?<![\w.])\d+(?:\.\d+)?\s?(?:(?:ms|s|µs|[KMG]i?B|%)(?=[\s,.;)가-힣]|$)|초|밀리초|배(?=[\s,.;)]))/u;

/** A link with its day. */
export const SOURCED = /\]\(https:\/\/\S+\) \(\d{4}-\d\d-\d\d\)/u;

/** A share of the service's own endpoints or of what ties them: counted, and the count is beside it. */
const COUNTED = /^[^.]*\d+ ?%[^.]*(?:endpoints|엔드포인트)|(?:endpoints|엔드포인트)[^.]*\d+ ?%/u;

/** One line an item of prose: a paragraph, a list item, a row. What is to be copied is none: a gateway's weights. */
export function items(report: string): readonly string[] {
  return report
    .replace(/^ *(`{3,})[\s\S]*?^ *\1$/gmu, '')
    .split('\n')
    .filter((line) => line.trim() !== '');
}

/** Lines of a Markdown report that name a draft without its label and hosts, something dead, or a number without a source. */
export function unlabelled(report: string): readonly string[] {
  return items(report).filter((line) => {
    const namesDraft = DRAFTS.some((draft) => new RegExp(`${draft}\\b`, 'u').test(line));
    const isLabelled = /\bdraft\b/iu.test(line) && /Spin|wasmtime|wasmCloud/u.test(line);
    const namesDead = DEAD.some((one) => new RegExp(`${one}\\b`, 'u').test(line));
    const isUnsourced = MEASURED.test(line) && !SOURCED.test(line) && !COUNTED.test(line);
    return (namesDraft && !isLabelled) || namesDead || NEVER.test(line) || isUnsourced;
  });
}
