import { NO_NEEDS } from '../../src/needs/need.ts';
import type { ApiModel } from '../../src/openapi/model.ts';
import type { ProjectFile } from '../../src/project/file.ts';
import type { Answers } from '../../src/questions/answers.ts';
import { type Services, services } from '../../src/run/services.ts';
import type { ServiceModel } from '../../src/service/model.ts';
import { badInput } from '../../src/terminal/failure.ts';

/** What a stubbed run did, for assertions. */
export interface Calls {
  readonly proven: string[];
  readonly checked: string[];
}

/**
 * Services small enough to see through: a document is any path that doesn't contain `missing`; the project has one file
 * of each kind.
 */
export function stubServices(change: Partial<Services> = {}): Services & { readonly calls: Calls } {
  const calls: Calls = { proven: [], checked: [] };
  return {
    calls,
    prepare: async () => undefined,
    assess: (folder, lang) => services.assess(folder, lang),
    async readApi(path) {
      if (path.includes('missing')) throw badInput('No such file.', { where: path });
      return orders;
    },
    proposeComponents: async () => undefined,
    workAhead: async () => undefined,
    readApp: (model, components) => services.readApp(model, components),
    planApp: (app) => services.planApp(app),
    readService: async (answers, { command }) => serviceModel(answers, command),
    planProject: async (model) => planOf(model),
    async checkWit(files) {
      calls.checked.push(...files.keys());
    },
    async proveProject(_model, directory, progress) {
      calls.proven.push(directory);
      await progress.step('bundle', 'Bundle the code', () => undefined);
      return { component, smoke: { requests: [], calls: [], passed: 3, failed: 0 } };
    },
    ...change,
  };
}

const component = {
  bundle: '/x/dist/orders.js',
  component: '/x/dist/orders.wasm',
  wit: '/x/wit',
  world: 'service',
  bytes: 1024 * 1024,
  sha256: 'a'.repeat(64),
  imports: ['wasi:http/types@0.2.10'],
  exports: ['wasi:http/incoming-handler@0.2.10'],
};

const orders: ApiModel = {
  title: 'Orders API',
  version: 'v2',
  description: 'Takes orders. And more.',
  basePath: '/v2',
  operations: [],
  schemas: new Map(),
  notes: [],
};

function serviceModel(answers: Answers, command: string): ServiceModel {
  const report = {
    operations: 1,
    emitted: 1,
    typedShare: 1,
    stated: 1,
    freeForm: 0,
    demotions: [],
    omissions: [],
  };
  return {
    ...answers,
    needs: NO_NEEDS,
    title: answers.name,
    interface: { kind: 'starter' },
    api: orders,
    // Nothing in these tests looks at the types.
    typed: { report } as unknown as ServiceModel['typed'],
    command,
  };
}

export function planOf(model: ServiceModel): readonly ProjectFile[] {
  const file = (path: string, owner: ProjectFile['owner'], content: string): ProjectFile => ({
    path,
    owner,
    content: `${content}\n`,
    why: `stub of ${path}`,
  });
  return [
    file('README.md', 'generated', `# ${model.name}\n\n${model.description}\n\n${model.command}`),
    file(`src/${model.name}.${model.language}`, 'user', 'export const service = {};'),
    file(`src/generated/table.${model.language}`, 'generated', `// ${model.version}`),
    file('wit/world.wit', 'generated', `package ${model.namespace}:${model.name};`),
  ];
}
