import type { Finding, FoundDocument } from '../finding.ts';
import { at, Malformed, type Reader, type SourceFile } from '../reader.ts';
import { bounded } from '../text/bounded.ts';
import { parseLocated } from '../text/located-yaml.ts';

const MARK = /(?:^|[{,])\s*["']?(?:openapi|swagger)["']?\s*:\s*["']?[23]\./mu;
const METHODS = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']);

/** OpenAPI documents, told from other YAML and JSON by their version (OpenAPI 3.1 §4.8.1, Swagger 2.0). */
export function createOpenApiReader(): Reader {
  const documents: FoundDocument[] = [];
  return {
    accepts: (_path, name) =>
      /\.(?:ya?ml|json)$/iu.test(name) && !/^package(?:-lock)?\.json$/u.test(name),
    documents,
    maxFileBytes: 10_000_000, // those of large services have some megabytes
    *read(file: SourceFile): Generator<Finding> {
      if (!bounded(MARK).test(file.text.slice(0, 20_000))) return;
      const [document] = parseLocated(file.text.replaceAll('\t', ' '));
      const version = document?.entry('openapi') ?? document?.entry('swagger');
      if (document === undefined || version?.value.scalar === undefined) return;
      const title = document.text('info', 'title') ?? '';
      const operations = [...(document.at('paths')?.map.values() ?? [])]
        .flatMap(({ value }) => [...value.map.keys()])
        .filter((key) => METHODS.has(key)).length;
      if (document.at('info') === undefined) throw new Malformed();
      documents.push({ file: file.path, title, version: version.value.scalar, operations });
      yield at(file, version.offset, 'openapi', 'document', title);
    },
  };
}
