import { type Codecs, formsOf } from '../../runtime/index.ts';
import type { RouteCode, TypeCode } from '../../runtime/table.ts';
import { type SampleBody, typeOf } from './body.ts';
import { type Choice, possibleChoices, shownChoices } from './choices.ts';
import type { SampleContext } from './context.ts';
import { type SampleInput, sampleInput } from './input.ts';
import type { Prepared } from './mistakes.ts';

/** Turns that are tried of one operation; few unions have as many members, nested ones together may. */
const MOST_TURNS = 24;

/** A request each; enough to see most of what a document leaves open. */
const MOST_INPUTS = 40;

/**
 * Further inputs, so that each member of a union gets its turn, and null beside absent: as few as show them.
 *
 * @param prepared - the operations with what they are called with anyway
 */
export function otherInputs(
  context: SampleContext,
  prepared: readonly Prepared[],
): readonly Prepared[] {
  const { codecs } = context;
  const open = new OpenChoices(
    possibleChoices(
      codecs,
      prepared.flatMap(({ route }) => typesOf(route)),
    ),
  );
  for (const { input } of prepared) open.take(shown(codecs, input, input.bodies));
  const others: Prepared[] = [];
  for (const one of prepared) {
    const possible = possibleChoices(codecs, typesOf(one.route));
    for (let turn = 1; turn < MOST_TURNS && others.length < MOST_INPUTS; turn += 1) {
      if (!possible.some((choice) => open.has(choice))) break;
      const input = sampleInput({ ...context, turn }, one);
      const [usual, ...further] = input.bodies.map((body) => [body]);
      for (const bodies of [usual ?? [], ...further]) {
        const isNew = open.take(shown(codecs, input, bodies));
        if (isNew) others.push({ ...one, input: { ...input, bodies } });
      }
    }
  }
  return others;
}

/** Choices that no input has shown. */
class OpenChoices {
  readonly #tags = new Map<object, Set<string>>();

  constructor(choices: readonly Choice[]) {
    for (const { at, tag } of choices) {
      this.#tags.set(at, (this.#tags.get(at) ?? new Set()).add(tag));
    }
  }

  has({ at, tag }: Choice): boolean {
    return this.#tags.get(at)?.has(tag) === true;
  }

  /** Closes these choices; whether one of them was open. */
  take(choices: Iterable<Choice>): boolean {
    let isNew = false;
    for (const { at, tag } of choices) isNew = this.#tags.get(at)?.delete(tag) || isNew;
    return isNew;
  }
}

/** Types of what a function is called with. */
function typesOf({ params, body }: RouteCode): readonly TypeCode[] {
  const forms = body === undefined ? [] : formsOf(body.as);
  return [...params.map(({ type }) => type), ...forms.flatMap(([, form]) => typeOf(form) ?? [])];
}

function* shown(
  codecs: Codecs,
  { parameters }: SampleInput,
  bodies: readonly SampleBody[],
): Generator<Choice> {
  for (const { code, value } of parameters) {
    yield* shownChoices(codecs, code.type, codecs.decode(code.type, value));
  }
  for (const { form, value } of bodies) {
    const type = typeOf(form);
    if (type !== undefined) yield* shownChoices(codecs, type, codecs.decode(type, value));
  }
}
