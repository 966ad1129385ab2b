import { Oracle } from './oracle.ts';
import { isRaw, type Raw, type RawDocument } from './raw-document.ts';
import { type Fill, NoSample, type Place, type Sampler } from './sample.ts';
import type { Tally } from './tally.ts';
import { Unwritable } from './write-request.ts';

/** Samples for messages of one document; those that can't be made are counted. */
export class Attempts {
  readonly #document: RawDocument;
  readonly #sampler: Sampler;
  readonly #oracle: Oracle;
  readonly #tally: Tally;

  constructor(document: RawDocument, sampler: Sampler, tally: Tally) {
    this.#document = document;
    this.#sampler = sampler;
    this.#oracle = new Oracle(document);
    this.#tally = tally;
  }

  /** What `make` makes, undefined when there is no sample for it. */
  make<Made>(name: string, make: () => Made): Made | undefined {
    try {
      return make();
    } catch (error) {
      if (!(error instanceof NoSample || error instanceof Unwritable)) throw error;
      this.#tally.add(`not sampled: ${error.message}`, name);
      return undefined;
    }
  }

  /** Throws NoSample, also for a sample that is not allowed. */
  sample(schema: unknown, fill: Fill, place: Place): unknown {
    const { value } = this.#sampler.sample(schema, fill, place);
    if (!this.#oracle.allows(this.#oracle.add(schema), value)) {
      throw new NoSample('not what the schema allows');
    }
    return value;
  }

  /** An object of the document, or what its `$ref` leads to. */
  resolve(value: unknown): Raw {
    const target = this.#document.resolve(value);
    return isRaw(target) ? target : {};
  }
}
