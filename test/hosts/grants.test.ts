import { join } from 'node:path';
import { expect, it } from 'vitest';
import { GrantError, readGrants } from '../../templates/node/hosts/grants.mjs';
import { temporaryFolder, writeFiles } from '../support/files.ts';

const manifest = `
spin_manifest_version = 2
application = { name = "shop" }
[variables]
db_host = { default = "localhost" }
db_password = { required = true, secret = true }
[[trigger.http]]
route = "/..."
component = "orders"
[component.orders]
source = "orders.wasm"
allowed_outbound_hosts = ["postgres://{{ db_host }}:5432", "https://api.example.com"]
key_value_stores = ["default"]
sqlite_databases = ["ledger"]
files = [{ source = "assets", destination = "/" }, "data/*.json"]
exclude_files = ["assets/*.map"]
[component.orders.variables]
url = "postgres://shop:{{db_password}}@{{ db_host }}"
`;

const runtimeConfig = '[sqlite_database.ledger]\ntype = "spin"\npath = ".spin/ledger.db"\n';

async function folderWith(files: Readonly<Record<string, string>>) {
  const folder = await temporaryFolder();
  await writeFiles(folder, { 'runtime-config.toml': runtimeConfig, ...files });
  return folder;
}

it('reads what a component is granted, variables filled in', async () => {
  const folder = await folderWith({ 'spin.toml': manifest });
  const env = { SPIN_VARIABLE_DB_PASSWORD: 's3cret' };
  expect(await readGrants(join(folder, 'spin.toml'), 'orders', env)).toEqual({
    component: 'orders',
    keyValueStores: ['default'],
    sqliteDatabases: ['ledger'],
    allowedOutboundHosts: ['postgres://localhost:5432', 'https://api.example.com'],
    variables: { url: 'postgres://shop:s3cret@localhost' },
    neighbours: {},
    files: [
      { source: join(folder, 'assets'), destination: '/', exclude: ['assets/*.map'], base: folder },
      {
        source: folder,
        pattern: 'data/*.json',
        destination: '/',
        exclude: ['assets/*.map'],
        base: folder,
      },
    ],
  });
});

it('takes a value from the environment, then .env, then the default', async () => {
  const folder = await folderWith({
    'spin.toml': manifest,
    '.env':
      '# local\nSPIN_VARIABLE_DB_PASSWORD="from file"\nexport SPIN_VARIABLE_DB_HOST=db.internal\n',
  });
  const read = async (env: Record<string, string>) =>
    (await readGrants(join(folder, 'spin.toml'), 'orders', env)).variables.url;
  expect(await read({})).toBe('postgres://shop:from file@db.internal');
  expect(await read({ SPIN_VARIABLE_DB_HOST: 'ci' })).toBe('postgres://shop:from file@ci');
});

it('names the required variables that have no value', async () => {
  const folder = await folderWith({ 'spin.toml': manifest });
  const failure = await readGrants(join(folder, 'spin.toml'), 'orders', {}).catch((error) => error);
  expect(failure).toBeInstanceOf(GrantError);
  expect(failure.missing).toEqual(['db_password']);
  expect(failure.message).toContain('SPIN_VARIABLE_DB_PASSWORD');
});

it('refuses a component or a variable that spin.toml does not have', async () => {
  const folder = await folderWith({
    'spin.toml': manifest,
    'other.toml': manifest.replace('{{ db_host }}:5432', '{{ host }}:5432'),
  });
  const env = { SPIN_VARIABLE_DB_PASSWORD: 'x' };
  await expect(readGrants(join(folder, 'spin.toml'), 'constructor', env)).rejects.toThrow(
    'no component "constructor"',
  );
  await expect(readGrants(join(folder, 'other.toml'), 'orders', env)).rejects.toThrow(
    'no variable "host"',
  );
});

it('refuses a label that runtime-config.toml does not define, as Spin does when it starts', async () => {
  const env = { SPIN_VARIABLE_DB_PASSWORD: 's3cret' };
  const none = await folderWith({ 'spin.toml': manifest, 'runtime-config.toml': '' });
  await expect(readGrants(join(none, 'spin.toml'), 'orders', env)).rejects.toThrow(
    /unknown sqlite_databases label "ledger" .*runtime-config\.toml.*\[sqlite_database\.ledger\]/,
  );
  const other = await folderWith({
    'spin.toml': manifest.replace('["default"]', '["default", "toString"]'),
  });
  await expect(readGrants(join(other, 'spin.toml'), 'orders', env)).rejects.toThrow(
    /unknown key_value_stores label "toString"/,
  );
});

it('knows where other components are, by the environment, then .env', async () => {
  const folder = await folderWith({
    'spin.toml': manifest,
    '.env': 'SPIN_INTERNAL_ORDER_INTAKE=http://127.0.0.1:3001\nSPIN_INTERNAL_AUDIT=http://a:1\n',
  });
  const env = {
    SPIN_VARIABLE_DB_PASSWORD: 's3cret',
    SPIN_INTERNAL_AUDIT: 'http://b:2',
    SPIN_INTERNAL_NONE: '',
  };
  expect((await readGrants(join(folder, 'spin.toml'), 'orders', env)).neighbours).toEqual({
    'order-intake': 'http://127.0.0.1:3001',
    audit: 'http://b:2',
  });
});
