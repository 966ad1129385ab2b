import { child, ROOT } from '../openapi/pointer.ts';
import { badInput, type Failure } from '../terminal/failure.ts';
import { FILE_LIMITS } from './limits.ts';

interface Measure {
  /** Values in it, each alias counted as a copy. */
  readonly size: number;
  /** Levels of objects and arrays in it. */
  readonly height: number;
}

interface Visit {
  readonly node: object;
  readonly children: readonly unknown[];
  next: number;
  size: number;
  height: number;
}

/**
 * Refuses a parsed document that is circular, nested too deep, or too large once its aliases are written out. Keeps its
 * own stack, because a document that is too deep would overflow the one of the engine; what is read afterwards may
 * recurse.
 *
 * @throws Failure (code 2).
 */
export function checkTree(document: unknown, name: string): void {
  if (typeof document !== 'object' || document === null) return;
  const done = new Map<object, Measure>();
  const open = new Set<object>();
  const stack: Visit[] = [];
  const enter = (node: object): void => {
    if (open.has(node))
      throw badInput('The document contains itself: a YAML alias names a part around it.', {
        where: name + pointerOf(stack),
      });
    open.add(node);
    stack.push({ node, children: Object.values(node), next: 0, size: 1, height: 1 });
  };
  enter(document);
  for (let visit = stack.at(-1); visit !== undefined; visit = stack.at(-1)) {
    const value = visit.children[visit.next];
    if (visit.next < visit.children.length) {
      visit.next += 1;
      const measure = typeof value === 'object' && value !== null ? done.get(value) : SCALAR;
      if (measure === undefined) enter(value as object);
      else add(visit, measure);
      const depth = stack.length + (measure?.height ?? 0);
      if (depth > FILE_LIMITS.depth) throw tooDeep(name + pointerOf(stack));
      if (visit.size > FILE_LIMITS.values) throw tooLarge(name + pointerOf(stack));
    } else {
      stack.pop();
      open.delete(visit.node);
      done.set(visit.node, visit);
      const parent = stack.at(-1);
      if (parent !== undefined) add(parent, visit);
    }
  }
}

const SCALAR: Measure = { size: 1, height: 0 };

function add(visit: Visit, measure: Measure): void {
  visit.size += measure.size;
  visit.height = Math.max(visit.height, measure.height + 1);
}

/** Longer pointers say no more about a place that nobody reaches by hand. */
const LONGEST_POINTER = 10;

/** The place that is being visited, or what is around it. */
function pointerOf(stack: readonly Visit[]): string {
  const tokens = stack
    .slice(0, LONGEST_POINTER)
    .filter(({ next }) => next > 0)
    .map(({ node, next }) => Object.keys(node)[next - 1] ?? '');
  return child(ROOT, ...tokens);
}

function tooDeep(where: string): Failure {
  return badInput(`The document is nested more than ${FILE_LIMITS.depth} levels deep.`, {
    where,
    hint: 'Move inner schemas to components/schemas and refer to them.',
  });
}

function tooLarge(where: string): Failure {
  const most = FILE_LIMITS.values.toLocaleString('en');
  return badInput(
    `The document has more than ${most} values once its YAML aliases are written out.`,
    { where, hint: 'Use $ref for what is repeated.' },
  );
}
