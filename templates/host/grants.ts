// Emitted projects have this module with what their own spin.toml grants.

/** The component's id: its table in spin.toml is `[component.ID]`. */
export const component = 'orders';
/** Variables that spin.toml lets the component read. */
export const variables = [
  'log_level',
  'postgres_host',
  'postgres_port',
  'postgres_user',
  'postgres_database',
  'postgres_password',
  'mysql_host',
  'mysql_port',
  'mysql_user',
  'mysql_database',
  'mysql_password',
  'redis_address',
  'redis_password',
] as const;
/** Labels of key-value stores that the component may open. */
export const stores = ['default'] as const;
/** Labels of SQLite databases that the component may open. */
export const databases = ['default'] as const;
/** Servers that `allowed_outbound_hosts` lets the component call. */
export const outboundHosts: readonly string[] = ['https://api.example.com'];
