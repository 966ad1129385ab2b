// @ts-check
/** A connection that a driver keeps for an instance: the interface's class extends it. It ends with the instance. */

/** @typedef {(operation: string, ...values: any[]) => any} Driver as `startDriver` of synchronous.mjs answers it */

export class DriverConnection {
  /** @type {Driver} */
  #driver;
  /** What the driver calls the connection. */
  #id;

  /**
   * @param {Driver} driver
   * @param {string} address
   * @param {(giveBack: () => void) => void} atEnd
   */
  constructor(driver, address, atEnd) {
    this.#driver = driver;
    this.#id = driver('open', address);
    atEnd(() => this[Symbol.dispose]());
  }

  /** @param {string} operation @param {unknown[]} values */
  ask(operation, ...values) {
    return this.#driver(operation, this.#id, ...values);
  }

  [Symbol.dispose]() {
    this.ask('release');
  }
}
