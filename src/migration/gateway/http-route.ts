/** The state of a Gateway API route: who gets how many of a hundred requests. */
export interface Split {
  /** Of the service: lower-case words joined by `-`. */
  readonly name: string;
  readonly component: string;
  readonly container: string;
  /** Digits, or a word to fill in. */
  readonly containerPort: string;
  readonly prefixes: readonly string[];
  /** Of 100 requests, those that the component gets. */
  readonly weight: number;
}

/**
 * An HTTPRoute that splits traffic by weight (Kubernetes Gateway API v1, `HTTPBackendRef.weight`). Everything that isn't
 * ours stands in double quotes, which YAML reads as JSON does.
 */
export function httpRoute(split: Split): string {
  const { component, container, containerPort, prefixes, weight } = split;
  return [
    'apiVersion: gateway.networking.k8s.io/v1',
    'kind: HTTPRoute',
    'metadata:',
    `  name: ${JSON.stringify(`${component}-split`)}`,
    'spec:',
    '  parentRefs:',
    '    - name: "YOUR-GATEWAY"',
    '  rules:',
    '    - matches:',
    ...prefixes.map(
      (prefix) => `        - path: { type: PathPrefix, value: ${JSON.stringify(prefix)} }`,
    ),
    '      backendRefs:',
    `        - { name: ${JSON.stringify(component)}, port: 80, weight: ${weight} }`,
    `        - { name: ${JSON.stringify(container)}, port: ${containerPort}, weight: ${100 - weight} }`,
    '    - backendRefs:',
    `        - { name: ${JSON.stringify(container)}, port: ${containerPort} }`,
  ].join('\n');
}
