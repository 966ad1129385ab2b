import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NO_NEEDS } from '../../src/needs/need.ts';
import type { ApiModel } from '../../src/openapi/model.ts';
import { readApiDocument, readApiText } from '../../src/openapi/read-api.ts';
import type { ServiceModel } from '../../src/service/model.ts';
import { starterDocument } from '../../src/service/starter.ts';
import { typeApi } from '../../src/wit/lower.ts';

type Changes = Partial<Omit<ServiceModel, 'api' | 'typed'>>;

const ordersDocument = fileURLToPath(
  new URL('../../examples/orders.openapi.yaml', import.meta.url),
);

/** The service that `--yes` makes without a document. */
export function starterModel(changes: Changes = {}): ServiceModel {
  return serviceModel(
    readApiDocument(starterDocument('hello', '', changes.needs?.chosen), 'starter'),
    {
      name: 'hello',
      interface: { kind: 'starter' },
      command: 'npx generator-wasm-component hello --yes',
      ...changes,
    },
  );
}

/** The service of examples/orders.openapi.yaml. */
export function ordersModel(changes: Changes = {}): ServiceModel {
  return documentModel(readFileSync(ordersDocument, 'utf8'), { name: 'orders', ...changes });
}

/** The service of an OpenAPI document. */
export function documentModel(text: string, changes: Changes = {}): ServiceModel {
  return serviceModel(readApiText(text, 'openapi.yaml'), changes);
}

function serviceModel(api: ApiModel, changes: Changes): ServiceModel {
  const name = changes.name ?? 'svc';
  const basePath = changes.basePath ?? api.basePath;
  const id = { namespace: 'acme', name, version: '0.1.0' };
  return {
    name,
    title: api.title || name,
    description: '',
    namespace: id.namespace,
    version: id.version,
    language: 'ts',
    packageManager: 'npm',
    origin: 'nothing',
    interface: { kind: 'openapi', path: 'openapi.yaml' },
    stubs: 'none',
    needs: NO_NEEDS,
    command: `npx generator-wasm-component ${name} --from openapi.yaml --yes`,
    ...changes,
    basePath,
    api,
    typed: typeApi(api, id, { basePath }),
  };
}
