import { pipeline } from 'node:stream/promises'
import { crc32, createDeflateRaw } from 'node:zlib'

export type ArchiveEntry = {
  path: string
  modified: Date
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
  /** False for what is compressed already: trying again costs time and saves nothing. */
  compressible?: boolean
}
type Placed = { path: Buffer; time: Buffer; crc: number; size: number; compressedSize: number; offset: number }

/** Signatures and sizes as PKWARE's APPNOTE.TXT 6.3.10 has them. */
const signature = { local: 0x04034b50, descriptor: 0x08074b50, central: 0x02014b50, end64: 0x06064b50, locator64: 0x07064b50, end: 0x06054b50 } as const
/** ZIP64: sizes and places of 8 bytes. */
const version = 45
/** Sizes follow the bytes (bit 3); paths are UTF-8 (bit 11). */
const flags = 0x0808
const deflate = 8
const in64 = { short: 0xffff, long: 0xffffffff } as const
/** Directory records are joined so many at a time: small buffers by the ten thousand cost more than what is in them. */
const joined = 512

const little = (...fields: [bytes: 2 | 4 | 8, value: number][]): Buffer => {
  const buffer = Buffer.alloc(fields.reduce((sum, [bytes]) => sum + bytes, 0))
  let at = 0
  for (const [bytes, value] of fields) {
    if (bytes === 8) buffer.writeBigUInt64LE(BigInt(value), at)
    else buffer.writeUIntLE(value, at, bytes)
    at += bytes
  }
  return buffer
}

/** Two-second steps since 1980, in UTC: the format knows no zones. */
const dosTime = (at: Date): Buffer =>
  little(
    [2, (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1)],
    [2, (Math.max(0, at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate()],
  )

const localHeader = (path: Buffer, time: Buffer): Buffer =>
  Buffer.concat([
    little([4, signature.local], [2, version], [2, flags], [2, deflate]),
    time,
    little([4, 0], [4, in64.long], [4, in64.long], [2, path.length], [2, 20]),
    path,
    little([2, 1], [2, 16], [8, 0], [8, 0]),
  ])

const centralRecord = ({ path, time, crc, size, compressedSize, offset }: Placed): Buffer =>
  Buffer.concat([
    // Made on Unix (3), a plain file that its owner reads and writes.
    little([4, signature.central], [2, (3 << 8) | version], [2, version], [2, flags], [2, deflate]),
    time,
    little([4, crc], [4, in64.long], [4, in64.long], [2, path.length], [2, 28], [2, 0], [2, 0], [2, 0], [4, 0o100600 * 0x10000], [4, in64.long]),
    path,
    little([2, 1], [2, 24], [8, size], [8, compressedSize], [8, offset]),
  ])

const endOf = (entries: number, size: number, offset: number): Buffer =>
  Buffer.concat([
    little([4, signature.end64], [8, 44], [2, version], [2, version], [4, 0], [4, 0], [8, entries], [8, entries], [8, size], [8, offset]),
    little([4, signature.locator64], [4, 0], [8, offset + size], [4, 1]),
    little([4, signature.end], [2, 0], [2, 0], [2, in64.short], [2, in64.short], [4, in64.long], [4, in64.long], [2, 0]),
  ])

/**
 * A ZIP archive in pieces, as fast as they are taken. Written here, because what libraries there are hold an object for every entry and look through
 * all of them after each, or know no archives beyond 4 GB. In memory are one piece and a line of the directory for each entry. Whoever stops taking
 * (`return()`, a destroyed `Readable.from`) stops what gives the bytes too.
 */
export async function* zip(entries: AsyncIterable<ArchiveEntry>): AsyncGenerator<Buffer> {
  const directory: Buffer[] = []
  let recent: Buffer[] = []
  let [offset, count] = [0, 0]
  for await (const entry of entries) {
    const placed: Placed = { path: Buffer.from(entry.path), time: dosTime(entry.modified), crc: 0, size: 0, compressedSize: 0, offset }
    const header = localHeader(placed.path, placed.time)
    yield header
    yield* deflated(entry, placed)
    const descriptor = little([4, signature.descriptor], [4, placed.crc], [8, placed.compressedSize], [8, placed.size])
    yield descriptor
    offset += header.length + placed.compressedSize + descriptor.length
    recent.push(centralRecord(placed))
    if (++count % joined === 0) {
      directory.push(Buffer.concat(recent))
      recent = []
    }
  }
  directory.push(...recent)
  yield* directory
  yield endOf(
    count,
    directory.reduce((sum, { length }) => sum + length, 0),
    offset,
  )
}

/** What is put through is counted into `placed`. */
async function* deflated({ bytes, compressible = true }: ArchiveEntry, placed: Placed): AsyncGenerator<Buffer> {
  const counted = async function* () {
    for await (const piece of bytes) {
      placed.crc = crc32(piece, placed.crc)
      placed.size += piece.byteLength
      yield piece
    }
  }
  const pressing = createDeflateRaw({ level: compressible ? 6 : 0 })
  const flowing = pipeline(counted, pressing)
  // A failure reaches whoever reads what is pressed.
  flowing.catch(() => {})
  try {
    for await (const piece of pressing as AsyncIterable<Buffer>) {
      placed.compressedSize += piece.length
      yield piece
    }
  } finally {
    pressing.destroy()
    await flowing.catch(() => {})
  }
}
