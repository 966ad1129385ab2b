import { imageParts, runtimeOf } from '../catalogue/images.ts';
import type { Finding } from '../finding.ts';
import { at, type Reader, type SourceFile } from '../reader.ts';
import { commandFlags, probePath } from '../text/commands.ts';
import { safeCommand, setting } from '../text/settings.ts';

const NAME = /^(?:Docker|Container)file(?:[.-][\w.-]+)?$|\.Dockerfile$/iu;

/**
 * Dockerfiles (reference of Dockerfile 1.x). The runtime, the start command and the exposed ports are those of the last
 * stage; an earlier stage only builds.
 */
export function createDockerfileReader(): Reader {
  return {
    accepts: (_path, name) => NAME.test(name) && !/\.(?:md|dockerignore)$/u.test(name),
    read,
  };
}

interface Instruction {
  readonly name: string;
  readonly offset: number;
  /** The arguments, with continuations; offsets stay. */
  readonly text: string;
  readonly textOffset: number;
}

function* read(file: SourceFile): Generator<Finding> {
  const all = instructions(file.text);
  const args = new Map(
    all.filter(({ name }) => name === 'ARG').map(({ text }) => split(text, '=')),
  );
  const stages = all.filter(({ name }) => name === 'FROM');
  const names = new Set(stages.map(({ text }) => /\sAS\s+(\S+)/iu.exec(text)?.[1]?.toLowerCase()));
  const last = stages.at(-1);
  for (const stage of stages) yield* base(file, stage, stage === last, args, names);
  for (const instruction of all) {
    if (instruction.offset > (last?.offset ?? 0)) yield* inLastStage(file, instruction);
  }
}

function* base(
  file: SourceFile,
  stage: Instruction,
  isLast: boolean,
  args: ReadonlyMap<string, string>,
  stages: ReadonlySet<string | undefined>,
): Generator<Finding> {
  const written = stage.text.replace(/^(?:--\S+\s+)*/u, '').split(/\s+/u)[0] ?? '';
  const image = written.replace(
    /\$\{?(\w+)(?::-([^}]*))?\}?/gu,
    (_, name: string, fallback: string = '') => args.get(name) || fallback,
  );
  if (image === '' || image === 'scratch' || stages.has(image.toLowerCase())) return;
  yield at(file, stage.offset, 'image', imageParts(image).name, image);
  const runtime = isLast ? runtimeOf(image) : undefined;
  if (runtime !== undefined) yield at(file, stage.offset, 'runtime', runtime.what, runtime.version);
}

function* inLastStage(file: SourceFile, instruction: Instruction): Generator<Finding> {
  const { name, offset, text } = instruction;
  if (name === 'EXPOSE') {
    for (const [, port = ''] of text.matchAll(/(?:^|\s)(\d+)(?:\/tcp)?(?=\s|$)/gu)) {
      yield at(file, offset, 'http-port', 'http', port, 'likely');
    }
  } else if (name === 'ENV') yield* environment(file, instruction);
  else if (name === 'VOLUME') {
    for (const path of words(text)) yield at(file, offset, 'volume', 'dockerfile', path);
  } else if (name === 'HEALTHCHECK') yield* health(file, offset, text);
  else if (name === 'CMD' || name === 'ENTRYPOINT') {
    const command = words(text).join(' ');
    yield at(file, offset, 'entrypoint', `docker-${name.toLowerCase()}`, safeCommand(command));
    yield* commandFlags(file, offset, command);
  } else if (name === 'RUN') yield* systemPackages(file, instruction);
}

function* environment(file: SourceFile, { text, textOffset }: Instruction): Generator<Finding> {
  const pairs = [...text.matchAll(/([A-Za-z_]\w*)=("(?:[^"\\]|\\.)*"|'[^']*'|(?:[^\s\\]|\\.)*)/gu)];
  if (!/^[A-Za-z_]\w*=/u.test(text)) {
    const [name, value] = split(text, /\s+/u);
    yield* setting(file, textOffset, 'dockerfile', name, value);
  }
  for (const { 1: name = '', 2: value = '', index } of /^[A-Za-z_]\w*=/u.test(text) ? pairs : []) {
    yield* setting(file, textOffset + index, 'dockerfile', name, value);
    yield* commandFlags(file, textOffset + index, value);
  }
}

function* health(file: SourceFile, offset: number, text: string): Generator<Finding> {
  const command = /\bCMD\s+([\s\S]+)$/u.exec(text)?.[1];
  if (command === undefined) return;
  yield at(
    file,
    offset,
    'health-check',
    'dockerfile',
    safeCommand(probePath(words(command).join(' '))),
  );
}

const INSTALL =
  /\b(?:apt-get|apt|microdnf|dnf|yum|apk|zypper)\s+(?:-\S+\s+)*(?:install|add)\s+([^;&|]*)/gu;

/** Packages that serve a shell, a download or a build and stay outside the service's own process. */
const HARMLESS =
  /^(?:curl|wget|ca-certificates|bash|git|tzdata|tini|dumb-init|gnupg2?|unzip|zip|jq|make|gcc|g\+\+|build-essential|libc6?-dev|libc6-compat|musl-dev|linux-headers|gcompat|openssl|procps|netcat\S*|iputils\S*|vim|nano|less|sudo|locales|apt-transport-https|software-properties-common|su-exec|gosu|shadow|python3?|python3?-\S+|maven|nodejs|npm|openssh-client|busybox\S*|pkg-config|cmake|xz-utils|tar|gzip|rsync|htop|telnet|dnsutils|lsb-release|openjdk\S*|default-jre\S*)$/u;

function* systemPackages(file: SourceFile, { text, textOffset }: Instruction): Generator<Finding> {
  for (const install of text.matchAll(INSTALL)) {
    const [whole, list = ''] = install;
    const start = textOffset + install.index + whole.length - list.length;
    for (const word of list.matchAll(/(?<=^|\s)[a-z][\w.+-]*(?=[=\s]|$)/gu)) {
      if (HARMLESS.test(word[0])) continue;
      yield at(file, start + word.index, 'native-module', word[0], word[0], 'likely');
    }
  }
}

/** Instructions with continuation lines joined by blanks; comments between them are left out. */
function instructions(source: string): Instruction[] {
  const continuation = /^#\s*escape\s*=\s*`/mu.test(source) ? '`' : '\\\\';
  const flat = source
    .replace(/^[ \t]*#.*$/gmu, (comment) => ' '.repeat(comment.length))
    .replace(new RegExp(`${continuation}[ \\t]*\\r?\\n(?:[ \\t]*\\r?\\n)*`, 'gu'), (end) =>
      ' '.repeat(end.length),
    );
  return [...flat.matchAll(/^([ \t]*)([A-Za-z]+)([ \t]+)(.*)$/gmu)].map((match) => {
    const [, indent = '', name = '', gap = '', text = ''] = match;
    const offset = match.index + indent.length;
    return {
      name: name.toUpperCase(),
      offset,
      text: text.trimEnd(),
      textOffset: offset + name.length + gap.length,
    };
  });
}

/** The words of the exec form, or of the shell form. */
function words(text: string): string[] {
  if (text.startsWith('[')) {
    return [...text.matchAll(/"((?:[^"\\]|\\.)*)"/gu)].map(([, word = '']) => word);
  }
  return text.split(/\s+/u).filter((word) => word !== '');
}

function split(text: string, by: string | RegExp): [string, string] {
  const [name = '', ...rest] = text.split(by);
  return [name.trim(), rest.join('=').trim()];
}
