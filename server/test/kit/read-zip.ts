import assert from 'node:assert/strict'
import { crc32, inflateRawSync } from 'node:zlib'

/** Reads a ZIP archive by its directory, as other programs do; the writer's code has no part in it. Paths with what they hold, in their order. */
export const readZip = (archive: Buffer): Map<string, Buffer> => {
  const long = (at: number): number => Number(archive.readBigUInt64LE(at))
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  assert.ok(end >= 20, 'it has an end')
  assert.equal(archive.readUInt32LE(end - 20), 0x07064b50, 'and before it the place of the long one')
  const end64 = long(end - 12)
  assert.equal(archive.readUInt32LE(end64), 0x06064b50)
  const count = long(end64 + 32)
  const found = new Map<string, Buffer>()
  for (let [at, left] = [long(end64 + 48), count]; left > 0; left--) {
    assert.equal(archive.readUInt32LE(at), 0x02014b50)
    const [nameLength, extraLength] = [archive.readUInt16LE(at + 28), archive.readUInt16LE(at + 30)]
    const path = archive.toString('utf8', at + 46, at + 46 + nameLength)
    const extra = at + 46 + nameLength + 4
    const [size, compressedSize, offset] = [long(extra), long(extra + 8), long(extra + 16)]
    assert.equal(archive.readUInt32LE(offset), 0x04034b50)
    const begin = offset + 30 + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28)
    const bytes = inflateRawSync(archive.subarray(begin, begin + compressedSize))
    assert.deepEqual([bytes.length, crc32(bytes)], [size, archive.readUInt32LE(at + 16)], path)
    assert.ok(!found.has(path), path)
    found.set(path, bytes)
    at += 46 + nameLength + extraLength
  }
  return found
}
