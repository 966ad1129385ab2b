/**
 * `{{ variable }}` in the values that Spin fills in.
 * Source: spinframework/spin 94a8fc8a, `crates/expressions/src/{template,lib}.rs`; the wording is Spin's.
 */

/** A template, in order: texts, and the names of variables. */
export type TemplatePart = { readonly text: string } | { readonly variable: string };

/** Where `{{` has no `}}`. */
export const UNMATCHED = "invalid variable template: unmatched '{{' in template";

/** The parts of a template; `undefined` when a `{{` has no `}}`. */
export function templateParts(template: string): readonly TemplatePart[] | undefined {
  const parts: TemplatePart[] = [];
  for (let at = 0; at < template.length; ) {
    const open = template.indexOf('{{', at);
    if (open !== at) {
      parts.push({ text: template.slice(at, open === -1 ? undefined : open) });
      if (open === -1) break;
    }
    const close = template.indexOf('}}', open + 2);
    if (close === -1) return undefined;
    parts.push({ variable: template.slice(open + 2, close).trim() });
    at = close + 2;
  }
  return parts;
}

/** The variables that a template names. */
export function templateVariables(parts: readonly TemplatePart[]): readonly string[] {
  return parts.flatMap((part) => ('variable' in part ? [part.variable] : []));
}

/** The template with these values filled in; `undefined` when one is missing. */
export function fillTemplate(
  parts: readonly TemplatePart[],
  values: ReadonlyMap<string, string>,
): string | undefined {
  const texts = parts.map((part) => ('text' in part ? part.text : values.get(part.variable)));
  return texts.includes(undefined) ? undefined : texts.join('');
}
