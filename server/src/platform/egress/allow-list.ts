import { BlockList, isIP } from 'node:net'

/** What the operator lets through although it is private: names with or without port, addresses, networks. */
export type AllowList = { host(url: URL): boolean; address(address: string): boolean }

/** A URL's host without the brackets of IPv6. */
export const bareHost = ({ hostname }: URL): string => (hostname.startsWith('[') ? hostname.slice(1, -1) : hostname)

const defaultPorts: Record<string, string> = { 'http:': '80', 'https:': '443' }
const portOf = ({ port, protocol }: URL) => port || defaultPorts[protocol]

const addNetwork = (networks: BlockList, entry: string): void => {
  const [network = '', bits] = entry.split('/')
  const version = isIP(network)
  if (version === 0 || !/^\d{1,3}$/.test(bits ?? '')) throw new Error(`EGRESS_ALLOW: "${entry}" is not a network`)
  networks.addSubnet(network, Number(bits), version === 4 ? 'ipv4' : 'ipv6')
}

/** Reads entries such as `graph.local`, `graph.local:8080`, `10.1.2.3` or `10.0.0.0/8`. Throws on what is no network. */
export const readAllowList = (entries: string[]): AllowList => {
  const networks = new BlockList()
  const hosts = new Set<string>()
  for (const entry of entries) {
    if (entry.includes('/')) addNetwork(networks, entry)
    else if (isIP(entry) !== 0) networks.addAddress(entry, isIP(entry) === 4 ? 'ipv4' : 'ipv6')
    else hosts.add(entry.toLowerCase())
  }
  return {
    host: (url) => hosts.has(url.hostname) || hosts.has(`${url.hostname}:${portOf(url)}`),
    address: (address) => networks.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4'),
  }
}
