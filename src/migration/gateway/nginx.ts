import type { Split } from './http-route.ts';

/** Where the component listens beside the container, on one machine. */
export const COMPONENT_ADDRESS = '127.0.0.1:3080';

/**
 * nginx in front of both, splitting by weight (ngx_http_split_clients_module). Prefixes are plain paths, so that none needs
 * quoting.
 */
export function nginxSplit(split: Split): string {
  const { containerPort, prefixes, weight } = split;
  const name = split.name.replaceAll('-', '_');
  return [
    `upstream ${name}_component { server ${COMPONENT_ADDRESS}; }`,
    `upstream ${name}_container { server 127.0.0.1:${containerPort}; }`,
    `split_clients $request_id $${name}_backend {`,
    `    ${weight}% ${name}_component;`,
    `    *  ${name}_container;`,
    '}',
    'server {',
    '    listen 80;',
    ...prefixes.map((prefix) => `    location ${prefix} { proxy_pass http://$${name}_backend; }`),
    `    location / { proxy_pass http://${name}_container; }`,
    '}',
  ].join('\n');
}
