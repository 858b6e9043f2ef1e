import { lookup as systemLookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { isPublicAddress } from './addresses.ts'
import { bareHost, readAllowList } from './allow-list.ts'

export type ResolvedAddress = { address: string; family: number }
/** All addresses of a name. Replaced in tests. */
export type Resolve = (host: string) => Promise<ResolvedAddress[]>

export const systemResolve: Resolve = (host) => systemLookup(host, { all: true, verbatim: true })

/** Raised before any byte is sent; its message is what the caller reads. */
export class Blocked extends Error {}

export type Guard = {
  /** Why this address may not be called, or null. Looks at what the text says; names are judged when they are resolved. */
  objection(url: URL): string | null
  /** Whether a connection for `url` may end at this address. */
  permits(url: URL, address: string): boolean
  /** The permitted addresses of a host. Throws `Blocked` when there is none. */
  resolve(url: URL): Promise<ResolvedAddress[]>
}

export type GuardOptions = {
  /** Hosts, `host:port`, addresses or networks that are let through although private. Set by the operator. */
  allow: string[]
  /** Roots of providers, set by the operator: their exact origins may be anywhere. */
  trustedOrigins: string[]
  resolve?: Resolve
}

/** Ports of other protocols, which could be talked into something by what looks like http (the Fetch standard's list). */
const badPorts = new Set([
  1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109, 110, 111, 113, 115, 117, 119, 123, 135, 137,
  139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049,
  3659, 4045, 4190, 5060, 5061, 6000, 6379, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
])

/** Decides which servers may be called, so that an address typed by a tenant cannot reach this machine, its network or a cloud's metadata. */
export const createGuard = ({ allow, trustedOrigins, resolve = systemResolve }: GuardOptions): Guard => {
  const allowed = readAllowList(allow)
  const trusted = new Set(trustedOrigins.map((root) => new URL(root).origin))
  const isOpen = (url: URL) => trusted.has(url.origin) || allowed.host(url)
  const permits = (url: URL, address: string) => isOpen(url) || isPublicAddress(address) || allowed.address(address)

  return {
    permits,
    objection: (url) => {
      if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'only http and https are called'
      if (url.username !== '' || url.password !== '') return 'the address must not contain credentials'
      // The URL parser has already turned forms like 0x7f.1 or 2130706433 into dotted decimal.
      const host = bareHost(url)
      const isAddress = isIP(host) !== 0
      if (isAddress && !permits(url, host)) return 'the address is not public'
      const isWanted = isOpen(url) || (isAddress && allowed.address(host))
      return badPorts.has(Number(url.port)) && !isWanted ? 'this port is not for http' : null
    },
    resolve: async (url) => {
      const addresses = await resolve(bareHost(url))
      const permitted = addresses.filter(({ address }) => permits(url, address))
      if (permitted.length === 0) throw new Blocked(addresses.length === 0 ? 'the name has no address' : 'the name leads to an address that is not public')
      return permitted
    },
  }
}
