/** Repeatable noise (Park and Miller): `noise(n)` is a whole number below n. */
export function createNoise(seed) {
  let state = (seed % 2_147_483_646) + 1;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}
