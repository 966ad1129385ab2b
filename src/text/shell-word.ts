/** Means the same unquoted in sh, bash, zsh, fish, cmd.exe and PowerShell. */
const PLAIN = /^[A-Za-z0-9_./:+-][A-Za-z0-9_./:+,=-]*$/u;

/** Means the same between double quotes in all of them: nothing is expanded. */
const QUIET = /^[^"$`\\!%\p{Cc}]*$/u;

/**
 * Encoder for one word of a command line that people copy. Words that no shell treats specially stay bare, most others
 * are double-quoted, which every shell reads alike; what is left gets the POSIX single quotes.
 */
export function shellWord(text: string): string {
  if (PLAIN.test(text)) return text;
  if (QUIET.test(text)) return `"${text}"`;
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
