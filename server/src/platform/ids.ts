import { randomFillSync } from 'node:crypto'

/** Random bytes for ids are drawn in one call for many: asking for each id anew cost ten times as much on the hot path. */
const pool = Buffer.alloc(8 * 1024)
let drawn = pool.length
const drawAt = (bytes: number): number => {
  if (drawn + bytes > pool.length) {
    randomFillSync(pool)
    drawn = 0
  }
  drawn += bytes
  return drawn - bytes
}

let lastMilliseconds = 0
let counter = 0

/**
 * A new UUIDv7 (RFC 9562): 48 bits of time, a 12-bit counter that keeps ids of one process in order within a millisecond, 62 random bits.
 * After 4096 ids in one millisecond the time of the id runs ahead of the clock rather than repeat.
 */
export const newId = (): string => {
  const now = Date.now()
  if (now > lastMilliseconds) {
    lastMilliseconds = now
    counter = 0
  } else if (++counter > 0xfff) {
    lastMilliseconds++
    counter = 0
  }
  const at = drawAt(8)
  const time = lastMilliseconds.toString(16).padStart(12, '0')
  const variant = (0x80 | (pool[at]! & 0x3f)).toString(16)
  const random = pool.toString('hex', at + 1, at + 8)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${variant}${random.slice(0, 2)}-${random.slice(2)}`
}

/** An id as of an instant, for what happened before it came here: it stands in the order of ids where it belongs. */
export const idAt = (at: Date): string => {
  const time = at.getTime().toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}${newId().slice(13)}`
}

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
export const isId = (value: unknown): value is string => typeof value === 'string' && pattern.test(value)

/** Owner of work that belongs to no tenant (maintenance, host-level jobs). */
export const hostTenant = '00000000-0000-0000-0000-000000000000'
