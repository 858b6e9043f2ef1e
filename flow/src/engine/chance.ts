/**
 * A number from 0 up to 1 that is the same whenever the same is asked, and as good as random over many seeds (FNV-1a, mixed as in MurmurHash3). So a turn
 * can be repeated exactly, and a person stays on the side where they are.
 */
export const chance = (seed: string, about: string): number => {
  let hash = 0x811c9dc5
  for (const sign of `${seed} ${about}`) hash = Math.imul(hash ^ sign.codePointAt(0)!, 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}
