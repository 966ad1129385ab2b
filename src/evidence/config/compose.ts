import { imageParts, isForeign, serverOf } from '../catalogue/images.ts';
import type { Finding } from '../finding.ts';
import { at, type Reader, type SourceFile } from '../reader.ts';
import { commandFlags, probePath } from '../text/commands.ts';
import { type Located, parseLocated } from '../text/located-yaml.ts';
import { safeCommand, setting, withoutDefaults } from '../text/settings.ts';
import { isDefaultCapability } from './capabilities.ts';

const NAME = /^(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml$|^stack\.ya?ml$/iu;

/**
 * Compose files (compose-spec 05-services). Of services that run someone else's image (a database, a broker) only that is
 * told: their settings and ports are not the user's.
 */
export function createComposeReader(): Reader {
  return { accepts: (_path, name) => NAME.test(name), read };
}

function* read(file: SourceFile): Generator<Finding> {
  for (const document of parseLocated(file.text)) {
    for (const { key, offset, value } of document.at('services')?.map.values() ?? []) {
      yield at(file, offset, 'service', 'compose', key);
      yield* service(file, value);
    }
  }
}

function* service(file: SourceFile, service: Located): Generator<Finding> {
  const image = service.at('image');
  const reference = withoutDefaults(image?.scalar ?? '');
  if (image !== undefined && reference !== '') yield* imageFindings(file, image.offset, reference);
  if (reference !== '' && isForeign(reference)) return;
  const context = service.at('build')?.scalar ?? service.text('build', 'context');
  const build = service.entry('build');
  if (context !== undefined && build !== undefined) {
    yield at(file, build.offset, 'build-tool', 'compose', context);
  }
  yield* ports(file, service);
  yield* environment(file, service.at('environment'));
  yield* volumes(file, service);
  yield* command(file, service);
  yield* limits(file, service);
  yield* privileges(file, service);
}

/** An image, and the server in it if it is a known one. */
export function* imageFindings(
  file: SourceFile,
  offset: number,
  reference: string,
): Generator<Finding> {
  const { name, tag } = imageParts(reference);
  if (name === '') return;
  yield at(file, offset, 'image', name, reference);
  const server = serverOf(reference);
  if (server !== undefined) yield at(file, offset, server.kind, server.what, tag);
}

function* ports(file: SourceFile, service: Located): Generator<Finding> {
  for (const port of [
    ...(service.at('ports')?.list ?? []),
    ...(service.at('expose')?.list ?? []),
  ]) {
    const target = port.at('target');
    const text =
      target?.scalar ??
      withoutDefaults(port.scalar ?? '')
        .split(':')
        .at(-1) ??
      '';
    const number = /^(\d+)(?:\/tcp)?$/u.exec(text)?.[1];
    const offset = target === undefined ? port.offset : target.offset;
    if (number !== undefined) yield at(file, offset, 'http-port', 'http', number, 'likely');
  }
}

function* environment(file: SourceFile, environment: Located | undefined): Generator<Finding> {
  for (const { key, offset, value } of environment?.map.values() ?? []) {
    yield* setting(file, offset, 'compose', key, value.scalar);
    yield* commandFlags(file, offset, value.scalar ?? '');
  }
  for (const { scalar = '', offset } of environment?.list ?? []) {
    const [name = '', ...value] = scalar.split('=');
    yield* setting(file, offset, 'compose', name, value.join('='));
    yield* commandFlags(file, offset, value.join('='));
  }
}

function* volumes(file: SourceFile, service: Located): Generator<Finding> {
  for (const volume of service.at('volumes')?.list ?? []) {
    const [source = '', target, mode = ''] = volume.map.size
      ? [
          volume.text('source'),
          volume.text('target'),
          volume.text('read_only') === 'true' ? 'ro' : '',
        ]
      : withoutDefaults(volume.scalar ?? '').split(/:(?![\\/]{2})/u);
    if (source.includes('docker.sock')) {
      yield at(file, volume.offset, 'container-privilege', 'docker-socket', source);
    } else if (target !== undefined) {
      const kind = /^[./~$]/u.test(source) ? 'bind' : 'named';
      const what = /\bro\b/u.test(mode) ? 'read-only' : kind;
      yield at(file, volume.offset, 'volume', what, target);
    }
  }
}

function* command(file: SourceFile, service: Located): Generator<Finding> {
  for (const [key, what] of [
    ['entrypoint', 'compose-entrypoint'],
    ['command', 'compose-command'],
  ] as const) {
    const entry = service.entry(key);
    if (entry === undefined) continue;
    const text = line(entry.value);
    if (text !== '') yield at(file, entry.offset, 'entrypoint', what, safeCommand(text));
    yield* commandFlags(file, entry.offset, text);
  }
  const test = service.entry('healthcheck', 'test');
  if (test === undefined) return;
  const text = line(test.value).replace(/^(?:CMD|CMD-SHELL|NONE)\s*/u, '');
  if (text !== '')
    yield at(file, test.offset, 'health-check', 'compose', safeCommand(probePath(text)));
}

function line({ scalar, list }: Located): string {
  return scalar ?? list.map((item) => item.scalar ?? '').join(' ');
}

function* limits(file: SourceFile, service: Located): Generator<Finding> {
  const replicas = service.entry('deploy', 'replicas') ?? service.entry('scale');
  if (replicas?.value.scalar) {
    yield at(file, replicas.offset, 'replicas', 'compose', replicas.value.scalar);
  }
  const memory =
    service.entry('deploy', 'resources', 'limits', 'memory') ?? service.entry('mem_limit');
  if (memory?.value.scalar) {
    yield at(file, memory.offset, 'memory-limit', 'limit', memory.value.scalar);
  }
}

function* privileges(file: SourceFile, service: Located): Generator<Finding> {
  const privileged = service.entry('privileged');
  if (privileged?.value.scalar === 'true') {
    yield at(file, privileged.offset, 'container-privilege', 'privileged', 'privileged: true');
  }
  for (const [key, what] of [
    ['network_mode', 'host-network'],
    ['pid', 'host-pid'],
    ['ipc', 'host-ipc'],
  ] as const) {
    const entry = service.entry(key);
    if (entry?.value.scalar === 'host') {
      yield at(file, entry.offset, 'container-privilege', what, `${key}: host`);
    }
  }
  for (const [key, what] of [
    ['devices', 'devices'],
    ['cap_add', 'capabilities'],
  ] as const) {
    for (const { scalar, offset } of service.at(key)?.list ?? []) {
      if (scalar && !(key === 'cap_add' && isDefaultCapability(scalar))) {
        yield at(file, offset, 'container-privilege', what, scalar);
      }
    }
  }
  const gpus =
    service.entry('gpus') ?? service.entry('deploy', 'resources', 'reservations', 'devices');
  if (gpus !== undefined) yield at(file, gpus.offset, 'container-privilege', 'gpu', gpus.key);
}
