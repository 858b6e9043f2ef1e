/** A frame of a log: one byte that says which stream, three of zero, and the length of what follows. A container with a terminal has no frames. */
const headBytes = 8

const unframed = (bytes: Buffer): string => {
  const pieces: Buffer[] = []
  let at = 0
  while (at + headBytes <= bytes.length) {
    if (bytes[at]! > 2 || bytes.readUIntBE(at + 1, 3) !== 0) return bytes.toString('utf8')
    const end = at + headBytes + bytes.readUInt32BE(at + 4)
    pieces.push(bytes.subarray(at + headBytes, end))
    at = end
  }
  return Buffer.concat(pieces).toString('utf8')
}

/** Colours, and whatever else is meant for a terminal. */
const forTerminals = /\u001b\[[0-9;]*[A-Za-z]|[\u0000-\u0008\u000b-\u001f\u007f]/g

/** What a container wrote, line by line, as the Docker Engine tells it (`GET /containers/{id}/logs`). */
export const logLines = (bytes: Buffer, mostLines: number): string[] =>
  unframed(bytes)
    .split('\n')
    .map((line) => line.replace(forTerminals, '').trimEnd().slice(0, 2000))
    .filter((line) => line !== '')
    .slice(-mostLines)
