import { BlockList, isIP } from 'node:net'

/** IPv4 networks that are not the public internet (IANA special-purpose registry), and Azure's host agent, which has a public-looking address. */
const special4: [network: string, bits: number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  ['168.63.129.16', 32],
]

/** Within the global unicast range: protocol assignments with Teredo and ORCHID, documentation (two), 6to4. */
const special6: [network: string, bits: number][] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]

const blocked = new BlockList()
for (const [network, bits] of special4) {
  blocked.addSubnet(network, bits, 'ipv4')
  // NAT64 (RFC 6052) carries an IPv4 address in its last 32 bits: what is private there is private here.
  blocked.addSubnet(`64:ff9b::${network}`, 96 + bits, 'ipv6')
}
for (const [network, bits] of special6) blocked.addSubnet(network, bits, 'ipv6')

/** The only IPv6 networks that lead to the public internet: global unicast, and NAT64 to public IPv4. */
const public6 = new BlockList()
public6.addSubnet('2000::', 3, 'ipv6')
public6.addSubnet('64:ff9b::', 96, 'ipv6')

/** Whether an address is on the public internet: not this machine, its networks, a cloud's metadata service or anything reserved. */
export const isPublicAddress = (address: string): boolean => {
  const version = isIP(address)
  if (version === 4) return !blocked.check(address, 'ipv4')
  return version === 6 && public6.check(address, 'ipv6') && !blocked.check(address, 'ipv6')
}
