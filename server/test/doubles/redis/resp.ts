/** The Redis protocol, version 2, as far as commands and their answers need it (redis.io/docs/latest/develop/reference/protocol-spec). */
export type Answer = string | number | null | Answer[] | { simple: string } | { error: string }

const crlf = '\r\n'

export const encode = (answer: Answer): string => {
  if (answer === null) return `$-1${crlf}`
  if (typeof answer === 'number') return `:${answer}${crlf}`
  if (typeof answer === 'string') return `$${Buffer.byteLength(answer)}${crlf}${answer}${crlf}`
  if (Array.isArray(answer)) return `*${answer.length}${crlf}${answer.map(encode).join('')}`
  return 'error' in answer ? `-${answer.error}${crlf}` : `+${answer.simple}${crlf}`
}

/** Collects bytes and gives the commands that are complete: arrays of bulk strings. */
export const createReader = (): ((chunk: Buffer) => string[][]) => {
  let rest = Buffer.alloc(0)

  const line = (from: number): { text: string; next: number } | null => {
    const end = rest.indexOf(crlf, from)
    return end < 0 ? null : { text: rest.toString('utf8', from, end), next: end + 2 }
  }
  const readCommand = (): string[] | null => {
    const head = line(0)
    if (!head) return null
    if (!head.text.startsWith('*')) throw new Error(`not a command: ${head.text}`)
    const words: string[] = []
    let at = head.next
    for (let left = Number(head.text.slice(1)); left > 0; left--) {
      const size = line(at)
      if (!size) return null
      const end = size.next + Number(size.text.slice(1))
      if (rest.length < end + 2) return null
      words.push(rest.toString('utf8', size.next, end))
      at = end + 2
    }
    rest = rest.subarray(at)
    return words
  }

  return (chunk) => {
    rest = Buffer.concat([rest, chunk])
    const commands: string[][] = []
    for (let command = readCommand(); command; command = readCommand()) commands.push(command)
    return commands
  }
}
