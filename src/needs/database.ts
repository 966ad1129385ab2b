import type { Granted, Variable } from './need.ts';

/**
 * The variables by which a database server is reached: defaults for a developer's machine, but none for the password.
 * The host stands alone in its variable, because Spin fills it into the grant and refuses an empty one and one with a
 * path (measured on 4.1.0-pre0, 2026-11-24).
 *
 * @param scheme - first word of the names, and what the server is called in the descriptions
 */
export function serverVariables(
  { scheme, title, port }: { scheme: string; title: string; port: number },
  { name }: Granted,
): readonly Variable[] {
  const plain = (part: string, fallback: string, description: string): Variable => ({
    ...{ name: `${scheme}_${part}`, fallback, secret: false, description },
  });
  return [
    plain('host', 'localhost', `Host of the ${title} server.`),
    plain('port', String(port), `Port of the ${title} server.`),
    plain('user', name, `User that the component connects as.`),
    plain('database', name, `Database that the component connects to.`),
    { name: `${scheme}_password`, secret: true, description: `Password of that user.` },
  ];
}

/** How every database is used, in Markdown. */
export const SQL_USE = `\`\` db.query\`select * from orders where id = \${id}\` \`\`, \`\` db.execute\`…\` \`\`, \`db.transaction(work)\`: what is interpolated is bound, never SQL.`;

/** The entry of `allowed_outbound_hosts`, filled in from the variables; hosts given by `--outbound` stand beside it. */
export function serverHosts(
  schemes: readonly string[],
  template: string,
  { outbound }: Granted,
): string[] {
  const others = outbound.filter((entry) => schemes.includes(entry.slice(0, entry.indexOf(':'))));
  return [template, ...others];
}

/** For the starter's count: what it does not show. */
export const TABLE_DOCS =
  'The table is made where there is none: in a service of your own, before it starts.';
