/**
 * AppModel: a service as an app of several components, the value between the division and the files.
 */
import type { ServiceModel } from '../service/model.ts';

export interface AppModel {
  /** The service as a whole: names, version, document and command are the app's. */
  readonly service: ServiceModel;
  /** At least one, in the order of the proposal. */
  readonly components: readonly AppComponent[];
  /** Components that were proposed and not taken: what they answer stays with the old service. */
  readonly left: readonly { readonly name: string; readonly routes: readonly string[] }[];
}

export interface AppComponent {
  /** From the app, with `/`: `components/orders`. */
  readonly folder: string;
  /** Routes that lead a host to it: `/orders/...`. */
  readonly routes: readonly string[];
  /** The component as a service of its own: its operations and their types. */
  readonly model: ServiceModel;
}
