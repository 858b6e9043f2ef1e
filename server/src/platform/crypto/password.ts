import { argon2 as argon2Callback, randomBytes, timingSafeEqual, type Argon2Parameters } from 'node:crypto'
import { promisify } from 'node:util'

const argon2 = promisify(argon2Callback)

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane; about 70 ms on a small server, off the main thread. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 }
const saltBytes = 16
const hashBytes = 32

type Phc = { memory: number; passes: number; parallelism: number; salt: Buffer; hash: Buffer }

const phcPattern = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,3})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/

const readPhc = (text: string): Phc | null => {
  const [, memory, passes, parallelism, salt, hash] = phcPattern.exec(text) ?? []
  if (!salt || !hash) return null
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    salt: Buffer.from(salt, 'base64'),
    hash: Buffer.from(hash, 'base64'),
  }
}

/** The same password typed on another keyboard may be composed of other code points. */
const bytesOf = (password: string) => Buffer.from(password.normalize('NFKC'))

const derive = (password: string, parameters: Omit<Argon2Parameters, 'message'>): Promise<Buffer> =>
  argon2('argon2id', { ...parameters, message: bytesOf(password) })

const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')

/** argon2id of a password as a PHC string, with a salt of its own. */
export const hashPassword = async (password: string): Promise<string> => {
  const salt = randomBytes(saltBytes)
  const hash = await derive(password, { ...cost, nonce: salt, tagLength: hashBytes })
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${base64(salt)}$${base64(hash)}`
}

/** Stands for the hash of a user who does not exist or has no password. */
const nobody: Phc = { ...cost, salt: Buffer.alloc(saltBytes), hash: Buffer.alloc(hashBytes) }

/** Hashes that came along from another product. Costs beyond 14 take seconds and are not looked at. */
const bcryptPattern = /^\$2[aby]\$(0[4-9]|1[0-4])\$[./A-Za-z0-9]{53}$/

const bcryptCostOf = (stored: string | null): number | null => {
  const cost = stored === null ? undefined : bcryptPattern.exec(stored)?.[1]
  return cost === undefined ? null : Number(cost)
}

/** A well-formed hash of nobody's password. */
const bcryptOfNobody = (cost: number): string => `$2b$${String(cost).padStart(2, '0')}$${'.'.repeat(53)}`

/**
 * Compares with a bcrypt hash, or with none, for the work of one of `most`: a cost of n is 2^n rounds, and n, n + 1, … most - 1 beside it add up
 * to 2^most. Loaded when the first such hash is met: most installations never see one.
 */
const verifyBcrypt = async (password: string, stored: string | null, most: number): Promise<boolean> => {
  const { default: bcrypt } = await import('bcryptjs')
  const own = bcryptCostOf(stored)
  const right = await bcrypt.compare(password, own === null ? bcryptOfNobody(most) : stored!)
  for (let cost = own ?? most; cost < most; cost += 1) await bcrypt.compare(password, bcryptOfNobody(cost))
  return right && own !== null
}

/**
 * Whether the password is the one behind the hash. Without a (readable) hash the same work is done and the answer is no, so that the
 * time does not tell which addresses have an account. `bcryptCost` is the highest of the hashes that came along, as long as there are any: then
 * every check does the work of both kinds, and does not tell either which accounts came along and have not signed in yet.
 */
export const verifyPassword = async (password: string, stored: string | null, bcryptCost: number | null = null): Promise<boolean> => {
  const known = stored === null ? null : readPhc(stored)
  const { salt, hash, ...parameters } = known ?? nobody
  const derived = await derive(password, { ...parameters, nonce: salt, tagLength: hash.length })
  const right = timingSafeEqual(derived, hash) && known !== null
  const most = Math.max(bcryptCost ?? 0, bcryptCostOf(stored) ?? 0)
  return (most > 0 && (await verifyBcrypt(password, stored, most))) || right
}

/** Whether a hash was made in another way or with another cost than today's, so that it should be made again at the next sign-in. */
export const needsRehash = (stored: string): boolean => {
  const known = readPhc(stored)
  return known === null || known.memory !== cost.memory || known.passes !== cost.passes || known.parallelism !== cost.parallelism
}
