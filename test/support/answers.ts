import type { Answers } from '../../src/questions/answers.ts';

/** What a run without any answer ends up with, and changes to it. */
export function answersOf(changes: Partial<Answers> = {}): Answers {
  return {
    service: undefined,
    name: 'hello',
    description: 'An edge function that greets.',
    namespace: 'example',
    version: '0.1.0',
    lang: undefined,
    language: 'ts',
    origin: 'nothing',
    interface: 'none',
    from: undefined,
    operations: [],
    components: undefined,
    basePath: '',
    stubs: 'none',
    needs: [],
    outbound: [],
    keyValueStores: [],
    sqliteDatabases: [],
    variables: [],
    secrets: [],
    packageManager: 'npm',
    git: true,
    install: false,
    ...changes,
  };
}
