import {
  boolean,
  list,
  map,
  type Shape,
  struct,
  text,
  unsigned,
  untagged,
} from '../serde/shape.ts';
import { invalidType, missingField, unknownVariant } from '../serde/words.ts';
import { entryAt } from '../toml/node.ts';

/** What a type of trigger adds: its own keys, and those of `[application.trigger.<type>]`. */
export interface TriggerType {
  /** Of `[[trigger.<type>]]`, beside `id` and `dependencies`. */
  readonly keys: Shape;
  readonly application?: Shape;
  /** A plugin's: Spin itself has http and redis. */
  readonly plugin?: true;
}

/** Checked already, and here an id whatever was written. */
const anything: Shape = { check() {} };
const component = { shape: anything };
const ran = { shape: anything, required: true } as const;
const required = { shape: text(), required: true } as const;
const optional = { shape: text() };

const WAGI = struct('WagiTriggerConfig', { entrypoint: optional, argv: optional });
const EXECUTORS = ['http', 'spin', 'wagi'];

/** `crates/http/src/config.rs`, HttpExecutorType: a table that says its own type. */
const executor: Shape = {
  check(node, key, tell) {
    const type = entryAt(node, 'type');
    if (node.kind !== 'table') {
      const message = invalidType(node, 'internally tagged enum HttpExecutorType');
      return tell({ kind: 'wrong-type', span: node.span, key, message });
    }
    if (type === undefined) {
      const message = missingField('type');
      return tell({ kind: 'missing-field', span: node.span, key: `${key}.type`, message });
    }
    if (type.value.kind !== 'string') {
      const message = invalidType(type.value, 'variant identifier');
      return tell({ kind: 'wrong-type', span: type.value.span, key: `${key}.type`, message });
    }
    if (!EXECUTORS.includes(type.value.value)) {
      const message = unknownVariant(type.value.value, EXECUTORS);
      return tell({ kind: 'invalid-value', span: type.value.span, key: `${key}.type`, message });
    }
    if (type.value.value !== 'wagi') return;
    const entries = new Map([...node.entries].filter(([name]) => name !== 'type'));
    WAGI.check({ ...node, entries }, key, tell);
  },
};

const http: TriggerType = {
  keys: struct('HttpTriggerConfig', {
    component,
    static_response: {
      shape: struct(
        'StaticResponse',
        {
          status_code: { shape: unsigned('u16', 65_535) },
          headers: { shape: map(text()) },
          body: optional,
        },
        { open: true },
      ),
    },
    route: {
      shape: untagged('HttpTriggerRouteConfig', [
        { shape: text(), example: '"/orders/..."' },
        {
          shape: struct('HttpPrivateEndpoint', { private: { shape: boolean, required: true } }),
          example: '{ private = true }',
        },
      ]),
      required: true,
    },
    executor: { shape: executor },
  }),
  application: struct('TriggerMetadata', { base: optional }),
};

const redis: TriggerType = {
  keys: struct('TriggerConfig', { component: ran, channel: required, address: optional }),
  application: struct('TriggerMetadata', { address: required }),
};

/**
 * By the name in `[[trigger.<type>]]`. Sources: spinframework/spin 94a8fc8a `crates/{http,trigger-http,trigger-redis}`;
 * the plugins' spinframework/spin-trigger-plugins 92af15dc `crates/trigger-*`.
 */
export const TRIGGER_TYPES: ReadonlyMap<string, TriggerType> = new Map<string, TriggerType>([
  ['http', http],
  ['redis', redis],
  [
    'cron',
    {
      keys: struct('CronTriggerConfig', { component: ran, cron_expression: required }),
      plugin: true,
    },
  ],
  [
    'sqs',
    {
      keys: struct('SqsTriggerConfig', {
        component: ran,
        queue_url: required,
        max_messages: { shape: unsigned('u16', 65_535) },
        idle_wait_seconds: { shape: unsigned('u64', Number.MAX_SAFE_INTEGER) },
        system_attributes: { shape: list(text()) },
        message_attributes: { shape: list(text()) },
      }),
      plugin: true,
    },
  ],
  [
    'mqtt',
    {
      keys: struct('MqttTriggerConfig', { component: ran, topic: required, qos: required }),
      application: struct('TriggerMetadata', {
        address: required,
        username: required,
        password: required,
        keep_alive_interval: required,
      }),
      plugin: true,
    },
  ],
  ['command', { keys: struct('CommandTriggerConfig', { component: ran }), plugin: true }],
]);
