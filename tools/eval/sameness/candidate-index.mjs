/**
 * Articles by the keys they hold, in memory: it stands in for the store's SQL, whose time is no part of the measured
 * speed, and so takes as little of it as can be. Articles are numbered from 0 in the order in which they come.
 */
export function createIndex(most) {
  const holders = new Map();
  const counts = new Uint16Array(most);
  return {
    put(keys, at) {
      for (const key of new Set(keys)) {
        const list = holders.get(key);
        if (list) list.push(at);
        else holders.set(key, [at]);
      }
    },
    /** The `limit` articles that share most keys among those that `isNear` lets pass; `compare` decides between equals. */
    take(keys, limit, isNear, compare) {
      const met = [];
      for (const key of keys)
        for (const at of holders.get(key) ?? []) {
          if (counts[at] === 0) {
            if (!isNear(at)) continue;
            met.push(at);
          }
          counts[at] += 1;
        }
      const least = leastCount(met, counts, limit);
      const taken = met
        .filter((at) => counts[at] >= least)
        .sort((a, b) => counts[b] - counts[a] || compare(a, b))
        .slice(0, limit);
      for (const at of met) counts[at] = 0;
      return taken;
    },
  };
}

/** So many keys must be shared to be among the first. */
function leastCount(met, counts, limit) {
  const sharing = new Uint32Array(256);
  for (const at of met) sharing[Math.min(255, counts[at])] += 1;
  let least = 255;
  for (let sum = sharing[255]; least > 1 && sum < limit; sum += sharing[least]) least -= 1;
  return least;
}
