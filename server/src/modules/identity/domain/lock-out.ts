/** How failures of one subject (an account, an address) turn into waiting. Times in seconds. */
export type LockRule = { free: number; first: number; longest: number; forgetAfter: number }

/** Slow enough that guessing is hopeless (4 tries an hour at last), short enough that an owner who is locked out by a stranger can wait. */
export const accountRule: LockRule = { free: 5, first: 30, longest: 15 * 60, forgetAfter: 24 * 3600 }

/** One address may stand for a whole office, so it gets more room; locked, it stays so longer. */
export const addressRule: LockRule = { free: 100, first: 30, longest: 3600, forgetAfter: 3600 }

/** Seconds to wait after so many failures in a row: none at first, then doubling up to the longest. */
export const lockSeconds = ({ free, first, longest }: LockRule, failures: number): number =>
  failures < free ? 0 : Math.min(first * 2 ** (failures - free), longest)

/**
 * The part of a network address that counts as one sender. An IPv6 customer owns at least a /64 and can change the rest at will;
 * an IPv4 address written as IPv6 counts as itself.
 */
export const senderOf = (address: string): string => {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  if (mapped) return mapped[1]!
  if (!address.includes(':')) return address
  const [head = '', tail] = address.toLowerCase().split('%')[0]!.split('::')
  const left = head.split(':').filter(Boolean)
  const right = tail?.split(':').filter(Boolean) ?? []
  const groups = tail === undefined ? left : [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right]
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}
