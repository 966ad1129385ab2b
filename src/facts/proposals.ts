import type { Fact, FactsArea } from './fact.ts';
import { SOURCES } from './sources.ts';

/** One WASI proposal. */
export interface Proposal extends Fact {
  /** As a WIT import begins: `wasi:keyvalue`. */
  readonly name: string;
  /** Of the WASI subgroup; none has reached 4. */
  readonly phase: number | undefined;
  /**
   * `stable`: voted, part of WASI 0.2 or 0.3. `draft`: versions are pre-releases, which match only themselves.
   * `dead`: withdrawn, removed or without work for a year and more.
   */
  readonly status: 'stable' | 'draft' | 'dead';
  /** Whether a component of ours may import it: `labelled` only with its status and hosts beside it. */
  readonly use: 'yes' | 'labelled' | 'no';
  /** The hosts that run it, with the version they link. */
  readonly hosts: readonly string[];
}

const table = [SOURCES.wasiProposals] as const;
const ANY_HOST = ['Spin', 'SpinKube', 'Akamai Functions', 'wasmtime', 'wasmCloud'] as const;

function stable(id: string, says: string): Proposal {
  const common = { phase: 3, status: 'stable', use: 'yes', hosts: ANY_HOST } as const;
  return { id, name: `wasi:${id}`, says, sources: table, ...common };
}

function refused(
  id: string,
  says: string,
  state: { readonly phase?: number; readonly status: 'draft' | 'dead' },
): Proposal {
  const name = `wasi:${id}`;
  return { id, name, says, sources: table, use: 'no', hosts: [], phase: undefined, ...state };
}

const DRAFT_1 = { phase: 1, status: 'draft' } as const;
const DEAD_1 = { phase: 1, status: 'dead' } as const;
const DEAD = { status: 'dead' } as const;

/** Status of every WASI proposal that a reader may have heard of. */
export const PROPOSALS: FactsArea<Proposal> = {
  area: 'proposals',
  asOf: '2026-11-24',
  facts: [
    stable('http', 'HTTP in and out, part of WASI 0.2 and 0.3.'),
    stable('io', 'Streams of WASI 0.2; 0.3 has them in the component model.'),
    stable('clocks', 'Wall clock and monotonic clock, part of WASI 0.2 and 0.3.'),
    stable('random', 'Random numbers, part of WASI 0.2 and 0.3.'),
    stable('filesystem', 'Files that the host grants, part of WASI 0.2 and 0.3.'),
    stable('cli', 'Environment, standard streams and exit, part of WASI 0.2 and 0.3.'),
    stable(
      'sockets',
      'TCP and UDP, part of WASI 0.2 and 0.3; a JavaScript guest has no API for it.',
    ),
    {
      ...refused('keyvalue', 'Draft: each host links another pre-release of it.', DRAFT_1),
      phase: 2,
      use: 'labelled',
      hosts: [
        'Spin (0.2.0-draft2)',
        'wasmtime serve -S keyvalue (0.2.0-draft)',
        'wasmCloud (0.2.0-draft)',
      ],
      sources: [...table, SOURCES.spin, SOURCES.wasmtime, SOURCES.wasmCloud],
    },
    {
      ...refused('config', 'Draft: each host links another pre-release of it.', DRAFT_1),
      phase: 2,
      use: 'labelled',
      hosts: [
        'Spin (0.2.0-draft-2024-09-27)',
        'wasmtime -S config (0.2.0-rc.1)',
        'wasmCloud (0.2.0-rc.1)',
      ],
      sources: [...table, SOURCES.spin, SOURCES.wasmtime, SOURCES.wasmCloud],
    },
    refused('messaging', 'Draft; no host of this table links it for components of ours.', {
      phase: 2,
      status: 'draft',
    }),
    refused('nn', 'Draft: machine learning, experimental in wasmtime.', {
      phase: 2,
      status: 'draft',
    }),
    refused('webgpu', 'Draft: access to the graphics processor.', { phase: 2, status: 'draft' }),
    refused('blobstore', 'Draft: object storage, a plugin of wasmCloud alone.', DRAFT_1),
    refused('logging', 'Draft; standard error is what every host collects.', DRAFT_1),
    refused('otel', 'Draft: traces and metrics from inside a component.', DRAFT_1),
    refused('tls', 'Draft: without it a component has no TLS over sockets of its own.', DRAFT_1),
    refused('crypto', 'Draft; the engine has WebCrypto.', DRAFT_1),
    refused('sql', 'Dormant since 2024: databases are reached by interfaces of the host.', DEAD_1),
    refused('sql-embed', 'Listed, without a WIT package.', DEAD_1),
    refused('observe', 'Dormant since 2023.', DEAD_1),
    refused('url', 'Empty since 2022.', DEAD_1),
    {
      ...refused('threads', 'Removed: Wasmtime 47 deleted its support.', DEAD_1),
      sources: [...table, SOURCES.wasmtimeThreads],
    },
    refused('runtime-config', 'The old name of wasi:config.', DEAD),
    refused('cloud-core', 'Not in the table of proposals any more.', DEAD),
    refused('gfx', 'The old name of wasi:webgpu.', DEAD),
  ],
};
