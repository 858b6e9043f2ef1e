import { isIP, isIPv6 } from 'node:net'
import { z } from 'zod'

/** The kinds of value that an environment variable can have. An empty variable counts as absent; each error is the end of "NAME …". */
export const text = z.string().optional()
export const onOff = z.enum(['on', 'off'], { error: 'must be on or off' })
export const port = z.coerce.number({ error: 'must be a number' }).int('must be a whole number').min(0, 'must be 0 to 65535').max(65_535, 'must be 0 to 65535')

/** Ports from the first to the last, as `21500-21999`. */
export const portRange = z
  .string()
  .regex(/^\d{1,5}-\d{1,5}$/, 'must look like 21500-21999')
  .transform((value) => {
    const [first = 0, last = 0] = value.split('-').map(Number)
    return { first, last }
  })
  .refine(({ first, last }) => first >= 1024 && last <= 65_535 && first <= last, 'must be ports from 1024 to 65535, the lower first')

/** A root that paths are appended to, so it ends without a slash. */
export const url = z.url({ protocol: /^https?$/, error: 'must be a web address such as https://example.org' }).transform((value) => value.replace(/\/+$/, ''))

export const databaseUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\//, 'must look like postgres://user:password@host:5432/database')
  .optional()

export const redisUrl = z
  .string()
  .regex(/^rediss?:\/\/\S/, 'must look like redis://user:password@host:6379')
  .refine((value) => URL.canParse(value), 'must look like redis://user:password@host:6379')
  .optional()

export const list = z
  .string()
  .default('')
  .transform((value) =>
    value
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== ''),
  )

/** Which proxies may tell the client's address: none, how many in front of us, all (`true`), or their addresses and networks. */
export type TrustProxy = boolean | number | string[]
/** An address, a network, or one of the names that stand for private networks. */
const isNetwork = (item: string): boolean => {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(item)) return true
  const [address = '', bits, ...rest] = item.split('/')
  if (isIP(address) === 0 || rest.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (isIPv6(address) ? 128 : 32))
}
export const trustProxy = z
  .string()
  .default('false')
  .transform((value, context): TrustProxy => {
    if (value === 'true' || value === 'false') return value === 'true'
    if (/^\d{1,3}$/.test(value)) return Number(value)
    const items = value.split(',').map((item) => item.trim())
    if (!items.every(isNetwork)) context.addIssue({ code: 'custom', message: 'must be a number of proxies, or a comma list of their addresses and networks' })
    return items
  })

/** Names (with a port or without), addresses and networks. Anything else would silently let nothing through. */
export const hostsOrNetworks = list.refine(
  (items) => items.every((item) => isNetwork(item) || /^(\[[\da-f:]+\]|[\w.-]+)(:\d{1,5})?$/i.test(item)),
  'must be a comma list of host names, addresses and networks, such as graph.local:4010 or 10.0.0.0/8',
)

/** Web addresses as browsers name them in `Origin`: without a path, in lower case. `*` = all. */
export const origins = list.transform((items, context) =>
  items.map((item) => {
    if (item === '*') return item
    const { protocol = '', origin = '' } = URL.parse(item) ?? {}
    if (!/^https?:$/.test(protocol)) context.addIssue({ code: 'custom', message: 'must be a comma list of web addresses such as https://example.org' })
    return origin
  }),
)

/** One key of 32 bytes for AES-256. The id is stored with what the key sealed, so that keys can be rotated. */
export type EncryptionKey = { id: string; key: Buffer }

const parseKey = (item: string): EncryptionKey | null => {
  const [, id, encoded] = /^([A-Za-z0-9_-]{1,32}):([A-Za-z0-9+/_-]+={0,2})$/.exec(item) ?? []
  const key = Buffer.from(encoded ?? '', 'base64')
  return id && key.length === 32 ? { id, key } : null
}

/** `id:base64-of-32-bytes`, separated by commas; the first seals, all open. */
export const encryptionKeys = z.string().transform((value, context): EncryptionKey[] => {
  const keys = value.split(',').map((item) => parseKey(item.trim()))
  const good = keys.filter((key) => key !== null)
  const distinct = new Set(good.map((key) => key.id)).size === keys.length
  if (!distinct) context.addIssue({ code: 'custom', message: 'must be a comma list of id:base64-of-32-bytes with different ids, the current key first' })
  return good
})
