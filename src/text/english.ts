/**
 * One of several: `orders` → `order`. English is richer than this; a word it gets wrong still gives a usable name.
 *
 * @returns the word itself when it isn't a plural
 */
export function singular(word: string): string {
  if (/(?:ss|us|is|series|species)$/iu.test(word)) return word;
  if (/[^aeiou]ies$/iu.test(word)) return word.replace(/ies$/iu, 'y');
  if (/(?:ss|x|ch|sh|z)es$/iu.test(word)) return word.replace(/es$/iu, '');
  return word.replace(/(?<=..)s$/iu, '');
}
