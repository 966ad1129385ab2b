import { isForeign } from '../catalogue/images.ts';
import type { Finding } from '../finding.ts';
import { at, type Reader, type SourceFile } from '../reader.ts';
import { commandFlags, probePath } from '../text/commands.ts';
import { type Located, parseLocated } from '../text/located-yaml.ts';
import { safeCommand, setting } from '../text/settings.ts';
import { isDefaultCapability } from './capabilities.ts';
import { imageFindings } from './compose.ts';

const WORKLOAD = /^(?:Deployment|StatefulSet|DaemonSet|ReplicaSet|Job|CronJob|Pod|Rollout)$/u;

/**
 * Kubernetes manifests, told from other YAML by `apiVersion` and `kind`. Of a Secret nothing is read; Helm's templates
 * aren't YAML and are skipped.
 */
export function createKubernetesReader(): Reader {
  return { accepts: (_path, name) => /\.ya?ml$/iu.test(name), read };
}

function* read(file: SourceFile): Generator<Finding> {
  if (!/^["']?apiVersion["']?\s*:/mu.test(file.text) || !/^["']?kind["']?\s*:/mu.test(file.text))
    return;
  for (const document of parseLocated(file.text)) {
    const all = document.text('kind') === 'List' ? (document.at('items')?.list ?? []) : [document];
    for (const manifest of all) yield* resource(file, manifest);
  }
}

function* resource(file: SourceFile, manifest: Located): Generator<Finding> {
  const kind = manifest.text('kind') ?? '';
  if (WORKLOAD.test(kind)) yield* workload(file, manifest, kind);
  else if (kind === 'ConfigMap') {
    for (const { key, offset, value } of manifest.at('data')?.map.values() ?? []) {
      yield* setting(file, offset, 'kubernetes', key, value.scalar);
    }
  } else if (kind === 'Ingress') yield* ingress(file, manifest);
  else if (kind === 'HorizontalPodAutoscaler') {
    const most = manifest.entry('spec', 'maxReplicas');
    if (most?.value.scalar)
      yield at(file, most.offset, 'replicas', 'autoscaler', most.value.scalar);
  }
}

function* workload(file: SourceFile, manifest: Located, kind: string): Generator<Finding> {
  const pod =
    manifest.at('spec', 'jobTemplate', 'spec', 'template', 'spec') ??
    manifest.at('spec', 'template', 'spec') ??
    (kind === 'Pod' ? manifest.at('spec') : undefined);
  const offset = manifest.entry('kind')?.offset ?? 0;
  yield at(file, offset, 'service', 'kubernetes', manifest.text('metadata', 'name') ?? '');
  const schedule = manifest.entry('spec', 'schedule');
  if (schedule?.value.scalar)
    yield at(file, schedule.offset, 'schedule', 'kubernetes-cron-job', schedule.value.scalar);
  const containers = [
    ...(pod?.at('initContainers')?.list ?? []),
    ...(pod?.at('containers')?.list ?? []),
  ];
  const isOwn = containers.some((container) => !isForeign(container.text('image') ?? ''));
  const replicas = manifest.entry('spec', 'replicas');
  if (isOwn && replicas?.value.scalar)
    yield at(file, replicas.offset, 'replicas', 'kubernetes', replicas.value.scalar);
  if (isOwn && pod !== undefined) yield* hostAccess(file, pod);
  for (const container of containers) yield* containerFindings(file, container, pod);
}

function* containerFindings(
  file: SourceFile,
  container: Located,
  pod: Located | undefined,
): Generator<Finding> {
  const image = container.at('image');
  if (image?.scalar) yield* imageFindings(file, image.offset, image.scalar);
  if (isForeign(image?.scalar ?? '')) return;
  for (const port of container.at('ports')?.list ?? []) {
    const number = port.entry('containerPort');
    if (number?.value.scalar)
      yield at(file, number.offset, 'http-port', 'http', number.value.scalar, 'likely');
  }
  for (const variable of container.at('env')?.list ?? []) yield* environment(file, variable);
  yield* probes(file, container);
  for (const what of ['limit', 'request'] as const) {
    const memory = container.entry('resources', `${what}s`, 'memory');
    if (memory?.value.scalar)
      yield at(file, memory.offset, 'memory-limit', what, memory.value.scalar);
  }
  yield* mounts(file, container, pod);
  yield* privileges(file, container);
  yield* commands(file, container);
}

function* environment(file: SourceFile, variable: Located): Generator<Finding> {
  const name = variable.text('name') ?? '';
  const offset = variable.entry('name')?.offset ?? variable.offset;
  if (variable.at('valueFrom', 'secretKeyRef') === undefined) {
    yield* setting(file, offset, 'kubernetes', name, variable.text('value'));
  } else if (name !== '') yield at(file, offset, 'secret', 'kubernetes', name);
}

function* probes(file: SourceFile, container: Located): Generator<Finding> {
  for (const what of ['liveness', 'readiness', 'startup'] as const) {
    const http = container.entry(`${what}Probe`, 'httpGet');
    const path = http?.value.text('path');
    if (http !== undefined && path !== undefined)
      yield at(file, http.offset, 'health-check', what, path);
    const command = container.entry(`${what}Probe`, 'exec', 'command');
    const text = command?.value.list.map(({ scalar }) => scalar ?? '').join(' ');
    if (command !== undefined && text)
      yield at(file, command.offset, 'health-check', what, safeCommand(probePath(text)));
  }
}

const VOLUMES = [
  ['persistentVolumeClaim', 'pvc'],
  ['hostPath', 'bind'],
  ['configMap', 'config-map'],
  ['secret', 'secret'],
  ['emptyDir', 'empty-dir'],
  ['nfs', 'nfs'],
] as const;

function* mounts(
  file: SourceFile,
  container: Located,
  pod: Located | undefined,
): Generator<Finding> {
  for (const mount of container.at('volumeMounts')?.list ?? []) {
    const path = mount.entry('mountPath');
    if (path?.value.scalar === undefined) continue;
    const volume = pod
      ?.at('volumes')
      ?.list.find((each) => each.text('name') === mount.text('name'));
    const source = VOLUMES.find(([key]) => volume?.at(key) !== undefined)?.[1];
    const what = mount.text('readOnly') === 'true' ? 'read-only' : (source ?? 'pvc');
    yield at(file, path.offset, 'volume', what, path.value.scalar);
  }
}

function* hostAccess(file: SourceFile, pod: Located): Generator<Finding> {
  for (const [key, what] of [
    ['hostNetwork', 'host-network'],
    ['hostPID', 'host-pid'],
    ['hostIPC', 'host-ipc'],
  ] as const) {
    const entry = pod.entry(key);
    if (entry?.value.scalar === 'true')
      yield at(file, entry.offset, 'container-privilege', what, `${key}: true`);
  }
}

function* privileges(file: SourceFile, container: Located): Generator<Finding> {
  const privileged = container.entry('securityContext', 'privileged');
  if (privileged?.value.scalar === 'true') {
    yield at(file, privileged.offset, 'container-privilege', 'privileged', 'privileged: true');
  }
  for (const { scalar, offset } of container.at('securityContext', 'capabilities', 'add')?.list ??
    []) {
    if (scalar && !isDefaultCapability(scalar)) {
      yield at(file, offset, 'container-privilege', 'capabilities', scalar);
    }
  }
  for (const { key, offset } of container.at('resources', 'limits')?.map.values() ?? []) {
    if (/\/gpu$/u.test(key)) yield at(file, offset, 'container-privilege', 'gpu', key);
  }
}

function* commands(file: SourceFile, container: Located): Generator<Finding> {
  for (const key of ['command', 'args'] as const) {
    const entry = container.entry(key);
    const text = entry?.value.list.map(({ scalar }) => scalar ?? '').join(' ');
    if (entry === undefined || !text) continue;
    yield at(file, entry.offset, 'entrypoint', `kubernetes-${key}`, safeCommand(text));
    yield* commandFlags(file, entry.offset, text);
  }
}

function* ingress(file: SourceFile, manifest: Located): Generator<Finding> {
  for (const rule of manifest.at('spec', 'rules')?.list ?? []) {
    for (const path of rule.at('http', 'paths')?.list ?? []) {
      const entry = path.entry('path');
      if (entry?.value.scalar)
        yield at(file, entry.offset, 'base-path', 'ingress', entry.value.scalar);
    }
  }
}
