/** From here up it moves as a whole, if nothing has to stay. */
export const GO_FROM = 60;
/** Below it stays: what is against a move outweighs the endpoints. */
export const STAY_BELOW = 35;
