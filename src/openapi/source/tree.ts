import { badInput } from '../../terminal/failure.ts';
import { LIMITS } from '../limits.ts';

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
        where: name,
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
      check(stack.length + (measure?.height ?? 0), visit.size, name);
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

function check(depth: number, size: number, name: string): void {
  if (depth > LIMITS.depth) {
    throw badInput(`The document is nested more than ${LIMITS.depth} levels deep.`, {
      where: name,
      hint: 'Move inner schemas to components/schemas and refer to them.',
    });
  }
  if (size > LIMITS.values) {
    throw badInput(
      `The document has more than ${LIMITS.values.toLocaleString('en')} values once its YAML aliases are written out.`,
      { where: name, hint: 'Use $ref for what is repeated.' },
    );
  }
}
