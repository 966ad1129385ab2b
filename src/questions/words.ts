/** What is typed at a prompt for a list: words parted by commas or blanks. */
export function words(text: string): readonly string[] {
  return text.split(/[\s,;]+/u).filter((word) => word !== '');
}
