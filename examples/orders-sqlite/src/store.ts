import { db } from './host/sqlite.ts';
import { FIRST_NUMBER, fromJson, type OrderStore, toJson } from './stored-order.ts';

interface Row {
  readonly number: bigint;
  readonly document: string;
}

/** In production the table is made by a migration, once; here by the first request of each instance. */
let made = false;

function table(): typeof db {
  if (!made) {
    db.execute`create table if not exists orders (
      id text primary key, number integer unique, status text, placed_at integer, document text)`;
    made = true;
  }
  return db;
}

const orderOf = ({ number, document }: Row) => ({ ...fromJson(document), number });

/** Orders as rows: what is searched in columns, the rest as JSON. */
export const store: OrderStore = {
  add(order) {
    const { id, status, placedAt } = order;
    table().execute`
      insert into orders (id, number, status, placed_at, document)
      select ${id}, coalesce(max(number), ${FIRST_NUMBER}) + 1, ${status}, ${Date.parse(placedAt)},
        ${toJson({ ...order, number: 0n })}
      from orders where true on conflict (id) do nothing`;
  },

  find(id) {
    const [row] = table().query<Row>`select number, document from orders where id = ${id}`;
    return row && orderOf(row);
  },

  page({ limit, before, statuses, since }) {
    return table().query<Row>`
      select number, document from orders
      where number < coalesce(${before}, 9223372036854775807)
        and placed_at >= coalesce(${since?.getTime()}, 0)
        and (${statuses.length} = 0 or status in (select value from json_each(${statuses})))
      order by number desc limit ${limit}`.map(orderOf);
  },

  change(order, from) {
    const changed = table().execute`
      update orders set status = ${order.status}, document = ${toJson(order)}
      where id = ${order.id} and status = ${from}`;
    return changed === 1;
  },
};
