import { getAllBinaryNodeChildren, getBinaryNodeChild, type BinaryNode } from 'baileys'

export type Node = BinaryNode
type Content = Node['content']

/** Where the network itself speaks from. */
export const SERVER = 's.whatsapp.net'

export const node = (tag: string, attrs: Record<string, string | undefined> = {}, content?: Content): Node => ({
  tag,
  attrs: Object.fromEntries(Object.entries(attrs).filter((entry): entry is [string, string] => entry[1] !== undefined)),
  ...(content !== undefined && { content }),
})

export const child = (parent: Node | undefined, tag: string): Node | undefined => getBinaryNodeChild(parent, tag)
export const children = (parent: Node | undefined): Node[] => (parent ? getAllBinaryNodeChildren(parent) : [])

/** What a node holds as bytes. Throws when it holds none, as a strict server would refuse it. */
export const bytes = (parent: Node | undefined, tag?: string): Buffer => {
  const content = (tag === undefined ? parent : child(parent, tag))?.content
  if (typeof content === 'string') return Buffer.from(content)
  if (content instanceof Uint8Array) return Buffer.from(content)
  throw new Error(`<${parent?.tag}> has no bytes${tag === undefined ? '' : ` in <${tag}>`}`)
}

export const number = (value: number, size: number): Buffer => {
  const buffer = Buffer.alloc(size)
  buffer.writeUIntBE(value, 0, size)
  return buffer
}

export const seconds = (): string => String(Math.floor(Date.now() / 1000))
