/**
 * What a document may cost to read beyond its text (FILE_LIMITS).
 * The largest of 120 published documents has 14,000 schema nodes.
 */
export const LIMITS = {
  /** `$ref`s, or `allOf` bases, in a row. */
  hops: 32,
  /** Members of the choices of one schema, once they are spread over what holds beside them. */
  combinations: 256,
  /** Files of one document: those with a file for each schema and path have up to 2,000. */
  files: 10_000,
  /** Components that extend one base: above that it is read as the object that it describes. */
  subtypes: 1000,
  /**
   * Operations: making a component takes time that grows faster than their number, 10,000 take 4 s and 100,000 over five
   * minutes (jco 1.34.0).
   */
  operations: 20_000,
  /** Schema nodes after which none is repeated: merging `allOf` reads the properties of a base once a child. */
  repeated: 50_000,
  /** Schema nodes of the model. */
  schemas: 250_000,
} as const;
