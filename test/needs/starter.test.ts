import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { surroundings } from '../../src/build/prove-needs.ts';
import { transpileComponent } from '../../src/build/transpile.ts';
import { needs } from '../../src/needs/index.ts';
import {
  announceMissingDatabases,
  type DatabaseServer,
  databaseKinds,
  serverVariables,
  startServers,
} from '../support/databases.ts';
import { buildOnce } from '../support/toolchain.ts';
import { modelWith, plannedFiles, writtenProject } from './support.ts';

announceMissingDatabases(...databaseKinds);

// The code that a starter comes with, against the real thing that it was given.
let servers: ReadonlyMap<string, DatabaseServer> = new Map();

beforeAll(async () => {
  servers = await startServers();
}, 120_000);

afterAll(async () => {
  await Promise.all([...servers.values()].map((server) => server.remove()));
  vi.unstubAllEnvs();
});

async function served(need: string, variables: Readonly<Record<string, string>>) {
  vi.unstubAllEnvs();
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  const model = modelWith({ needs: [need] });
  const directory = await writtenProject(model);
  const { project } = await buildOnce(directory);
  return transpileComponent(project.component, await surroundings(model, directory));
}

async function greet({ url }: { url: string }, name: string) {
  const answer = await fetch(`${url}/greetings/${encodeURIComponent(name)}`);
  const body = (await answer.json()) as { readonly times: number };
  return { status: answer.status, body };
}

const keeping = needs.filter(({ counter }) => counter !== undefined);
const withServer = keeping.filter(({ proof }) => proof.server !== undefined);

describe('a starter with something to keep its count in', { timeout: 60_000 }, () => {
  it('is one for each store and database', () => {
    expect(keeping.map(({ name }) => name)).toEqual([
      ...['kv', 'sqlite', 'postgres', 'mysql', 'redis', 'wasi-keyvalue'],
    ]);
  });

  it.for(keeping.map((need) => [need.name, need] as const))(
    '%s counts, from one instance to the next',
    async ([name, { proof }], { skip }) => {
      const variables = serverVariables(servers);
      const prefix = `SPIN_VARIABLE_${name.toUpperCase()}_`;
      if (proof.server !== undefined && !Object.keys(variables).some((v) => v.startsWith(prefix))) {
        skip('no such server here');
      }
      const component = await served(name, variables);
      try {
        for (const who of ['Ada', `O'Hara"; drop table greetings; --`, '서울 🌍']) {
          const first = await greet(component, who);
          expect(first, component.output()).toMatchObject({ status: 200, body: { name: who } });
          expect(await greet(component, who)).toMatchObject({
            body: { times: first.body.times + 1 },
          });
        }
      } finally {
        await component.close();
      }
    },
  );

  it.each(withServer.map(({ name }) => name))(
    '%s that is away is the documented 503, without a word of it',
    async (name) => {
      const component = await served(name, {
        [`SPIN_VARIABLE_${name.toUpperCase()}_PORT`]: '1',
        [`SPIN_VARIABLE_${name.toUpperCase()}_PASSWORD`]: 's3cret',
        SPIN_VARIABLE_REDIS_ADDRESS: 'redis://127.0.0.1:1',
      });
      try {
        const { status, body } = await greet(component, 'Ada');
        expect({ status, body }, component.output()).toMatchObject({
          status: 503,
          body: { title: 'Service Unavailable', detail: expect.stringMatching(/ is away\.$/) },
        });
        expect(JSON.stringify(body) + component.output()).not.toContain('s3cret');
      } finally {
        await component.close();
      }
    },
  );

  it('greets with the variable that it has for that', async () => {
    const component = await served('variables', { SPIN_VARIABLE_GREETING: 'Bonjour' });
    try {
      expect(await greet(component, 'Ada')).toMatchObject({ body: { message: 'Bonjour, Ada.' } });
    } finally {
      await component.close();
    }
  });

  it('keeps nothing when it was given nothing, or variables of the user', async () => {
    for (const answers of [{}, { variables: ['mode=fast'] }, { needs: ['files'] }]) {
      const files = await plannedFiles(modelWith(answers));
      const code = files.get('src/hello.ts');
      expect(code).toContain('return { message: `Hello, ');
      expect(code).not.toContain('host/');
      expect(files.get('wit/world.wit')).not.toContain('times');
    }
  });
});
