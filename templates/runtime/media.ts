import type { ContentCode, PayloadCode } from './table.ts';

/** `Application/JSON; charset=utf-8` → `application/json`. */
export function mediaType(contentType: string): string {
  const semicolon = contentType.indexOf(';');
  return (semicolon === -1 ? contentType : contentType.slice(0, semicolon)).trim().toLowerCase();
}

/** "JSON MIME type" (WHATWG MIME Sniffing §4.6): `application/json`, `text/json`, and every type on top of JSON. */
export function isJson(media: string): boolean {
  return media === 'application/json' || media === 'text/json' || media.endsWith('+json');
}

/** Whether a media type is in a range (`image/*`). */
export function isInRange(given: string, range: string): boolean {
  return range === '*/*' || (range.endsWith('/*') && given.startsWith(range.slice(0, -1)));
}

/** Every way that content may come, in the document's order. */
export function formsOf(content: ContentCode): readonly (readonly [tag: string, PayloadCode])[] {
  const cases = 'cases' in content ? content.cases : [['', content] as const];
  return cases.flatMap(([tag, { also = [], accepts, ...payload }]) => {
    const forms = accepts?.map((media) => ({ ...payload, media })) ?? [payload];
    return [...forms, ...also.map((other) => ({ ...payload, ...other }))].map(
      (form) => [tag, form] as const,
    );
  });
}

/**
 * What of `forms` content of a media type is: the one that names it, else plain JSON or the only JSON there is, else the
 * one whose range it is in.
 */
export function choose<Form extends { readonly media: string }>(
  forms: readonly Form[],
  given: string,
): Form | undefined {
  const exact = forms.find(({ media }) => media === given);
  if (exact !== undefined) return exact;
  if (isJson(given)) {
    const json = forms.filter(({ media }) => isJson(media));
    const plain = json.find(({ media }) => media === 'application/json');
    if (plain !== undefined || json.length === 1) return plain ?? json[0];
  }
  const ranges = forms.filter(({ media }) => isInRange(given, media));
  return ranges.find(({ media }) => media !== '*/*') ?? ranges[0];
}
