declare module 'fermyon:spin/redis@2.0.0' {
  export type RedisParameter =
    | { readonly tag: 'int64'; readonly val: bigint }
    | { readonly tag: 'binary'; readonly val: Uint8Array };

  export type RedisResult =
    | { readonly tag: 'nil' }
    | { readonly tag: 'status'; readonly val: string }
    | { readonly tag: 'int64'; readonly val: bigint }
    | { readonly tag: 'binary'; readonly val: Uint8Array };

  export class Connection {
    private constructor();
    static open(address: string): Connection;
    publish(channel: string, payload: Uint8Array): void;
    get(key: string): Uint8Array | undefined;
    set(key: string, value: Uint8Array): void;
    incr(key: string): bigint;
    del(keys: string[]): number;
    sadd(key: string, values: string[]): number;
    smembers(key: string): string[];
    srem(key: string, values: string[]): number;
    execute(command: string, values: RedisParameter[]): RedisResult[];
  }
}
