import type { Finding } from '../finding.ts';
import { at, type SourceFile } from '../reader.ts';

const SECRET_WORD =
  /(?:^|[^a-z])(?:pass(?:wd|word|phrase)?|pwd|secrets?|tokens?|credentials?|api_?key|private_?key|access_?key|signing_?key|encryption_?key|client_?secret|auth_?key|dsn|salt)(?:$|[^a-z])/u;

/** Endings that make a name with a secret's word in it a plain setting: `TOKEN_TTL`, `PASSWORD_MIN_LENGTH`. */
const ABOUT_A_SECRET =
  /(?:ttl|expir\w*|lifetime|length|len|url|uri|path|file|name|header|issuer|algorithm|policy|age|enabled|timeout|interval|limit)$/u;

/** What shells call the folder that they are in (POSIX, "Other Environment Variables"). */
const WORKING_FOLDER = /^(?:old)?pwd$/u;

/** Whether a setting's name says that it holds a secret. */
export function isSecretName(name: string): boolean {
  const words = name
    .replace(/([a-z0-9])([A-Z])/gu, '$1_$2')
    .toLowerCase()
    .replace(/[-.]/gu, '_');
  return SECRET_WORD.test(words) && !ABOUT_A_SECRET.test(words) && !WORKING_FOLDER.test(words);
}

const WITH_PASSWORD = /[a-z0-9]:\/\/[^\s/@:?#]{0,300}:[^\s@]{1,1000}@/iu;

/** Names of settings whose address usually carries credentials, though this file's may not. */
const ADDRESS_WITH_CREDENTIALS =
  /(?:^|_)(?:database|db|postgres(?:ql)?|mysql|mongo(?:db)?|redis|amqp|rabbitmq|broker)_(?:url|uri|dsn|connection_string)$/iu;

/** Whether the setting is a secret, by its name or because its value is an address with a password in it. */
export function isSecret(name: string, value: string): boolean {
  return isSecretName(name) || WITH_PASSWORD.test(value) || ADDRESS_WITH_CREDENTIALS.test(name);
}

/** A setting as a finding: a `secret` or a `variable`, by name only, and the hosts that a plain address in it names. */
export function* setting(
  file: SourceFile,
  offset: number,
  what: string,
  name: string,
  value = '',
): Generator<Finding> {
  if (!/^[\w.[\]-]{1,200}$/u.test(name)) return;
  yield at(file, offset, isSecret(name, value) ? 'secret' : 'variable', what, name);
  if (!isSecretName(name)) yield* hosts(file, offset, value);
}

/** The hosts that the addresses in `text` name, without credentials and paths. */
export function* hosts(
  file: SourceFile,
  offset: number,
  text: string,
  confidence: Finding['confidence'] = 'certain',
): Generator<Finding> {
  for (const { scheme, host } of addresses(text)) {
    if (!isDocumentation(host)) yield at(file, offset, 'outbound-host', scheme, host, confidence);
  }
}

export interface Address {
  readonly scheme: string;
  /** With its port if it has one. */
  readonly host: string;
  /** Path after the host, without query. */
  readonly path: string;
}

/** Longer words without a blank are data, and would be searched for `@` from each of their colons. */
const LONGEST_ADDRESS = 1000;

const ADDRESS =
  /\b(?:jdbc:|r2dbc:|configserver:)?([a-z][a-z0-9+]{1,20}):(?:[a-z0-9]{1,10}:)?(?:\/\/|thin:@\/\/)(?:[^\s/@:"'`,]*:[^\s"'`]*@|[^\s/@"'`,]*@)?([\w.-]+(?::\d+)?)(\/[^\s?;"'`]*)?/giu;

/** The addresses in `text`: scheme, host and path. Credentials never leave this function. */
export function addresses(text: string): Address[] {
  const words = withoutDefaults(text).split(/\s+/u);
  return words
    .filter((word) => word.length <= LONGEST_ADDRESS)
    .flatMap((word) => [...word.matchAll(ADDRESS)])
    .map(([, scheme = '', host = '', path = '']) => ({
      scheme: SCHEMES.get(scheme.toLowerCase()) ?? scheme.toLowerCase(),
      host,
      path,
    }));
}

const SCHEMES = new Map([
  ['postgresql', 'postgres'],
  ['mongodb+srv', 'mongodb'],
  ['rediss', 'redis'],
  ['amqps', 'amqp'],
]);

/** `${HOST:localhost}`, `${HOST:-localhost}` → the default, `${HOST}` and `${HOST:?message}` → nothing. */
export function withoutDefaults(text: string): string {
  return text.replace(
    /\$\{[\w.-]+(?::?([-?]?)([^${}]*))?\}/gu,
    // What follows `?` is a message for those who forget the variable (compose-spec, 12-interpolation).
    (_, mark: string = '', fallback: string = '') => (mark === '?' ? '' : fallback),
  );
}

/** Names in `${NAME}` and `${NAME:default}`. */
export function placeholders(text: string): string[] {
  return [...text.matchAll(/\$\{([A-Z][A-Z0-9_]*)(?=[:}?-])/gu)].map(([, name = '']) => name);
}

/** Hosts that stand in text for its own sake: namespaces of XML and JSON Schema, examples, the machine itself. */
function isDocumentation(host: string): boolean {
  return /^(?:(?:www\.)?(?:w3\.org|example\.(?:com|org|net)|json-schema\.org|schema\.org|apache\.org|opensource\.org|springframework\.org|github\.com)|schemas\..*|maven\.apache\.org|repo\..*|registry\.npmjs\.org|0\.0\.0\.0.*)$/u.test(
    host,
  );
}

/** Commands that are longer are scripts, of which the beginning tells enough. */
const LONGEST_COMMAND = 2000;

/** The beginning of a long command, cut at a blank: half an address would show the password in it. */
export function shortened(command: string): string {
  if (command.length <= LONGEST_COMMAND) return command;
  return command.slice(0, Math.max(command.slice(0, LONGEST_COMMAND).search(/\s\S*$/u), 0));
}

/** A command as it may be shown: credentials of addresses and values of secret flags taken out. */
export function safeCommand(command: string): string {
  return shortened(command)
    .replace(/(\w+:\/\/)[^\s]*@/gu, '$1')
    .replace(
      /((?:--?|\b)[\w-]*(?:pass\w*|pwd|secret|token|key|credential)[\w-]*[= ])\S+/giu,
      '$1***',
    )
    .replace(/\s+/gu, ' ')
    .trim();
}
