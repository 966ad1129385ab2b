/** What the codes of the operating system mean for somebody who wants a file written or read. */
const REASONS = new Map([
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'the disk quota is used up'],
  ['EACCES', 'permission denied'],
  ['EPERM', 'permission denied'],
  ['EROFS', 'the disk is read-only'],
  ['EISDIR', 'a folder is where a file should be'],
  ['ENOTDIR', 'a file is where a folder should be'],
  ['EEXIST', 'a file is where a folder should be'],
  ['ENOENT', 'a folder on the way is not there, or a link leads nowhere'],
  ['ELOOP', 'its links lead in a circle'],
  ['ENOTEMPTY', 'somebody else wrote there meanwhile'],
  ['ENAMETOOLONG', 'the path is too long'],
  ['EMFILE', 'too many files are open'],
]);

/** The code of an error of the operating system, as `ENOENT`; `undefined` for any other error. */
export function systemCode(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/** Why the operating system refused, in words that complete "Nothing was written: …"; its code when no words are known. */
export function systemReason(error: unknown): string {
  const code = systemCode(error);
  return REASONS.get(code ?? '') ?? code ?? String(error);
}
