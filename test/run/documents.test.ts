import { describe, expect, it, vi } from 'vitest';
import type { Ahead } from '../../src/run/ahead/ahead.ts';
import { Documents } from '../../src/run/documents.ts';
import { answersOf } from '../support/answers.ts';
import { stubServices } from './stub-services.ts';

const PATH = '/work/openapi.yaml';
const job = {
  answers: answersOf({ interface: 'openapi', from: PATH }),
  run: { destination: '/work/orders', command: 'npx' },
};

/** What another thread says: nothing, unless it is told. */
function ahead(says: Partial<Ahead> = {}): Ahead {
  const nothing = async () => undefined;
  const all = { read: nothing, propose: nothing, plan: nothing, foresee: vi.fn(), end: vi.fn() };
  return { ...all, ...says } as unknown as Ahead;
}

function services() {
  const { readApi } = stubServices();
  return stubServices({
    readApi: vi.fn(readApi),
    proposeComponents: vi.fn(async () => ['a', 'b']),
  });
}

describe('without a user', () => {
  it('a document is read once, and nothing is started', async () => {
    const reading = services();
    const documents = new Documents(reading);
    expect((await documents.facts(PATH)).title).toBe('Orders API');
    expect(await documents.components(PATH, [])).toEqual(['a', 'b']);
    expect((await documents.known(job)).api?.title).toBe('Orders API');
    expect(reading.readApi).toHaveBeenCalledTimes(1);
  });

  it('nothing is known of a service without a document', async () => {
    expect(await new Documents(services()).known({ ...job, answers: answersOf() })).toEqual({});
  });
});

describe('while a user answers', () => {
  async function started(says: Partial<Ahead>) {
    const reading = services();
    const thread = ahead(says);
    const documents = new Documents({ ...reading, workAhead: async () => thread });
    await documents.workAhead(undefined);
    return { documents, reading, thread };
  }

  it('this thread reads nothing', async () => {
    const facts = { title: 'Elsewhere', version: '1', description: undefined, basePath: '' };
    const plan = [{ path: 'a', content: 'a\n', owner: 'user', why: 'a' }] as const;
    const { documents, reading, thread } = await started({
      read: async () => ({ value: facts }),
      propose: async () => ({ value: undefined }),
      plan: async () => ({ plan }),
    });
    expect(await documents.facts(PATH)).toBe(facts);
    expect(await documents.components(PATH, [])).toBeUndefined();
    documents.foresee(job);
    expect(thread.foresee).toHaveBeenCalledWith(job);
    expect((await documents.known(job)).plan).toBe(plan);
    expect(reading.readApi).not.toHaveBeenCalled();
    expect(thread.end).toHaveBeenCalled();
  });

  it('what the other thread could not do is done here, once, and fails as ever', async () => {
    const { documents, reading } = await started({});
    expect((await documents.facts(PATH)).title).toBe('Orders API');
    expect(await documents.components(PATH, [])).toEqual(['a', 'b']);
    expect((await documents.known(job)).api?.title).toBe('Orders API');
    expect(reading.readApi).toHaveBeenCalledTimes(1);
    await expect(documents.facts('/work/missing.yaml')).rejects.toMatchObject({ code: 2 });
  });

  it('a document that a flag names is read before the first question', async () => {
    const read = vi.fn(async () => undefined);
    const documents = new Documents({ ...services(), workAhead: async () => ahead({ read }) });
    await documents.workAhead(PATH);
    expect(read).toHaveBeenCalledWith(PATH);
  });
});
