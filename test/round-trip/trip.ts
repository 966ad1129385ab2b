import type { TypeCode, TypeTable } from '../../src/runtime/table.ts';
import { type Codecs, compileTypes } from '../../templates/runtime/codec.ts';
import { parseJson, stringifyJson } from '../../templates/runtime/json.ts';
import { Mismatch } from '../../templates/runtime/mismatch.ts';
import { type Random, seeded } from '../runtime/arbitrary.ts';
import { type Broken, breakSample } from './broken.ts';
import { describedAt } from './flat-schema.ts';
import { differences, pointerTo } from './normal-form.ts';
import type { Oracle } from './oracle.ts';
import { typeAt } from './position.ts';
import type { RawDocument } from './raw-document.ts';
import { type Fill, NoSample, type Sample, Sampler } from './sample.ts';
import type { Tally } from './tally.ts';

/** A schema of the document, and the type that its values have. */
export interface Subject {
  /** For messages. */
  readonly name: string;
  readonly schema: unknown;
  /** What the oracle calls the schema. */
  readonly known: string;
  readonly code: TypeCode;
  readonly direction: 'in' | 'out';
  /** In a PATCH body null isn't absent. */
  readonly keepsNull: boolean;
  /** The document's own. */
  readonly examples: readonly unknown[];
}

const FILLS: readonly Fill[] = ['least', 'most', 'some', 'some', 'some'];
/** Of a schema that was tried elsewhere. */
const FEW: readonly Fill[] = ['some'];

/** Sends values through the codecs of one document: there and back, and broken. */
export class Trip {
  readonly problems: string[] = [];
  readonly #document: RawDocument;
  readonly #types: TypeTable;
  readonly #codecs: Codecs;
  readonly #oracle: Oracle;
  readonly #sampler: Sampler;
  readonly #tally: Tally;
  readonly #random: Random = seeded(2);
  readonly #tried = new Set<unknown>();

  constructor(document: RawDocument, types: TypeTable, oracle: Oracle, tally: Tally) {
    this.#document = document;
    this.#types = types;
    this.#codecs = compileTypes(types);
    this.#oracle = oracle;
    this.#sampler = new Sampler(document, seeded(1));
    this.#tally = tally;
  }

  /** Values of every kind that the schema allows, and the document's examples. */
  try(subject: Subject): void {
    this.#tally.add('schemas');
    const target = this.#document.resolve(subject.schema);
    for (const fill of this.#tried.has(target) ? FEW : FILLS) {
      const sample = this.#sample(subject, fill);
      if (sample === undefined) continue;
      this.#thereAndBack(subject, sample, 'values');
      for (const broken of breakSample(this.#document, sample, this.#random)) {
        this.#refuse(subject, sample, broken);
      }
    }
    this.#tried.add(target);
    for (const value of subject.examples) {
      if (this.#oracle.allows(subject.known, value)) {
        this.#thereAndBack(subject, { value, sites: [] }, 'examples');
      } else this.#tally.add('examples that their own schema does not allow', subject.name);
    }
  }

  #sample({ name, schema, known }: Subject, fill: Fill): Sample | undefined {
    try {
      const sample = this.#sampler.sample(schema, fill);
      if (this.#oracle.allows(known, sample.value)) return sample;
      this.#tally.add('samples that the schema does not allow', name);
    } catch (error) {
      if (!(error instanceof NoSample)) throw error;
      this.#tally.add('schemas without a sample', `${name}: ${error.message}`);
    }
    return undefined;
  }

  #thereAndBack(
    { name, code, schema, keepsNull }: Subject,
    { value, sites }: Sample,
    what: string,
  ): void {
    this.#tally.add(what);
    const required = new Set(
      sites.flatMap(({ path, flat }) => [...flat.required].map((key) => pointerTo([...path, key]))),
    );
    const choices = new Set(
      sites.filter(({ choice }) => choice !== undefined).map(({ path }) => pointerTo(path)),
    );
    const text = stringifyJson(value);
    try {
      const decoded = this.#codecs.decode(code, parseJson(text));
      const back = parseJson(stringifyJson(this.#codecs.encode(code, decoded)));
      const wrong = differences(parseJson(text), back, {
        ...{ keepsNull, required, choices },
        describedAt: (path) => describedAt(this.#document, [schema], path),
      });
      if (wrong.length > 0) this.#problem(name, `${wrong.slice(0, 3).join('; ')} in ${text}`);
    } catch (error) {
      if (!(error instanceof Mismatch)) throw error;
      this.#problem(name, `refused, ${error.message || error.reason}: ${text}`);
    }
  }

  #refuse({ name, known, code }: Subject, { value }: Sample, broken: Broken): void {
    if (this.#oracle.allows(known, broken.value)) {
      this.#tally.add('broken, but another schema of a choice allows it');
      return;
    }
    const place = broken.what === 'required' ? broken.path.slice(0, -1) : broken.path;
    if (typeAt(this.#types, code, value, place) === undefined) {
      this.#tally.add('broken where any JSON is taken');
      return;
    }
    this.#tally.add(`broken: ${broken.what}`);
    const problem = this.#refusal(code, broken);
    if (problem !== undefined) {
      const text = stringifyJson(broken.value);
      this.#problem(name, `${broken.what} at ${pointerTo(broken.path)} ${problem}: ${text}`);
    }
  }

  /** What is wrong with how a broken value is refused; undefined when nothing is. */
  #refusal(code: TypeCode, { value, path, choice }: Broken): string | undefined {
    try {
      this.#codecs.decode(code, parseJson(stringifyJson(value)));
      // What tells the children of a base class apart is broken: then it is another child, which may be anything.
      const isOther = typeAt(this.#types, code, value, path) === undefined;
      if (isOther) this.#tally.add('broken so that it is another child of a base class');
      return isOther ? undefined : 'not refused';
    } catch (error) {
      if (!(error instanceof Mismatch)) throw error;
      // Which member of a choice is meant may not be told any more, or another is.
      const isNear = choice !== undefined && error.pointer.startsWith(pointerTo(choice));
      return isNear || error.pointer === pointerTo(path)
        ? undefined
        : `refused as ${error.message}`;
    }
  }

  #problem(name: string, what: string): void {
    this.problems.push(`${name}: ${what.slice(0, 600)}`);
  }
}
