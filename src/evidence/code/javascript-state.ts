import type { Finding } from '../finding.ts';
import { at, type SourceFile } from '../reader.ts';
import { bounded } from '../text/bounded.ts';
import type { Lexed } from '../text/lexer.ts';
import { isIndented } from '../text/lines.ts';
import { declared } from './scan.ts';

const DECLARATION =
  /^(?:export\s+)?(const|let|var)\s+(?<name>[\w$]+)(?:\s*:\s*[^=\n]+)?\s*=\s*(new (?:Weak)?(?:Map|Set)\b|\{\s*\}|\[\s*\]|Object\.create\(null\)|-?\d+\b|null\b|undefined\b|false\b)/gmu;

/** Variables of a module that the module changes: state that outlives a request. Only what stands at the margin is read. */
export function* moduleState(file: SourceFile, { code }: Lexed): Generator<Finding> {
  for (const { 1: keyword = '', 2: name = '', 3: value = '', index } of declared(
    code,
    DECLARATION,
  )) {
    const what = kindOf(value);
    if (what === 'variable' && keyword === 'const') continue;
    if (isChanged(code, index + name.length + 1, what, name)) {
      yield at(
        file,
        index,
        'in-memory-state',
        what === 'variable' ? scalarKind(value) : what,
        name,
        'likely',
      );
    }
  }
}

/** Nest makes one of each for the whole process (Nest, "Injection scopes"); one of another scope says so. */
const SINGLETON = /@(?:Injectable\(\s*\)|WebSocketGateway\b)/u;
const FIELD =
  /^[ \t]{1,40}(?:(?:private|protected|public|readonly|static)[ \t]{1,4}){0,4}#?([\w$]{1,100})(?:[ \t]{0,4}:[^=\n;]{1,200})?[ \t]{0,4}=[ \t]{0,4}(new (?:Map|Set)\b|\{[ \t]{0,4}\}|\[[ \t]{0,4}\])/gmu;

/** Fields of such classes that their methods change. */
export function* fieldState(file: SourceFile, { code }: Lexed): Generator<Finding> {
  if (!SINGLETON.test(code)) return;
  for (const { 1: name = '', 2: value = '', index } of code.matchAll(FIELD)) {
    const what = kindOf(value);
    if (!changes(what, `this.${name}`).test(code)) continue;
    yield at(file, index, 'in-memory-state', what, name, 'likely');
  }
}

function kindOf(value: string): 'map' | 'set' | 'list' | 'object' | 'variable' {
  if (value.startsWith('new')) return value.includes('Set') ? 'set' : 'map';
  if (value.startsWith('[')) return 'list';
  return value.startsWith('{') || value.startsWith('Object') ? 'object' : 'variable';
}

function scalarKind(value: string): string {
  return /\d/u.test(value) ? 'counter' : 'variable';
}

/** Whether code after the declaration changes it; a variable only where functions do, which is on indented lines. */
function isChanged(code: string, from: number, what: string, name: string): boolean {
  const pattern = bounded(changes(what, name));
  pattern.lastIndex = from;
  for (let match = pattern.exec(code); match !== null; match = pattern.exec(code)) {
    if (what !== 'variable' || isIndented(code, match.index)) return true;
  }
  return false;
}

function changes(what: string, name: string): RegExp {
  const id = `(?<![.\\w$])${name.replaceAll('$', '\\$').replaceAll('.', '\\.#?')}`;
  if (what === 'map') return new RegExp(`${id}\\.(?:set|delete|clear)\\(`, 'gu');
  if (what === 'set') return new RegExp(`${id}\\.(?:add|delete|clear)\\(`, 'gu');
  if (what === 'list')
    return new RegExp(
      `${id}(?:\\.(?:push|unshift|splice|pop|shift)\\(|\\[[^\\]]+\\]\\s*=(?!=))`,
      'gu',
    );
  if (what === 'object')
    return new RegExp(
      `${id}(?:\\.\\w+|\\[[^\\]]+\\])\\s*(?:=(?![=>])|\\+=|\\+\\+)|delete ${id}`,
      'gu',
    );
  return new RegExp(
    `${id}\\s*(?:=(?![=>])|\\+\\+|--|[-+]=|\\?\\?=|\\|\\|=)|(?:\\+\\+|--)${id}\\b`,
    'gu',
  );
}
