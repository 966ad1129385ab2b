/**
 * What a document may cost to read. Documents are untrusted input: every loop over them ends at one of these.
 * The largest of 120 published documents have 5.6 MB and 14,000 schema nodes.
 */
export const LIMITS = {
  /** Bytes of the file. */
  bytes: 50 * 1024 * 1024,
  /** Nesting of objects and arrays; recursion over schemas is bounded by it. */
  depth: 500,
  /** YAML aliases (`*name`) in the text. */
  aliases: 10_000,
  /** Values in the document once every alias stands for a copy. */
  values: 10_000_000,
  /** `$ref`s, or `allOf` bases, in a row. */
  hops: 32,
  /** Members of the choices of one schema, once they are spread over what holds beside them. */
  combinations: 256,
  /** Schema nodes of the model: merging `allOf` repeats the properties of a base. */
  schemas: 250_000,
} as const;
