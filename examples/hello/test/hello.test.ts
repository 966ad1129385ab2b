import { describe, expect, it } from 'vitest';
import { service } from '../src/hello.ts';

/** Tests of the functions alone: plain Node, no WebAssembly, milliseconds. */
describe('greet', () => {
  it('greets by name', async () => {
    expect(await service.greet('Ada')).toEqual({ message: 'Hello, Ada.', name: 'Ada' });
  });

  it('is excited when asked to be', async () => {
    expect(await service.greet('Ada', true)).toEqual({ message: 'Hello, Ada!', name: 'Ada' });
  });

  it('throws the documented error for a name it does not know', async () => {
    const greeting = async () => service.greet('nobody');
    await expect(greeting).rejects.toMatchObject({ tag: 'not-found', val: { status: 404 } });
  });
});
