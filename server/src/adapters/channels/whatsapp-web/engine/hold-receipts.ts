import { getBinaryNodeChild, getBinaryNodeChildren, type BinaryNode } from 'baileys'
import type { EventEmitter } from 'node:events'
import { isToMany } from './to-many.ts'

/** When the network says that it happened, in seconds since 1970; 0 when it does not say. */
export const secondsOf = (node: BinaryNode): number => Number(node.attrs['t'] ?? 0)

const WORD = 'CB:receipt'

/**
 * Receipts are heard before the library has them, because it acknowledges each as soon as it has seen it: the library is given one when it is stored. One that asks for
 * a message again is nothing to store.
 */
export const holdReceipts = (line: EventEmitter, hear: (payload: unknown) => Promise<unknown>): void => {
  const listeners = line.listeners(WORD)
  const pass = (node: BinaryNode): void => listeners.forEach((listener) => listener(node))
  line.removeAllListeners(WORD)
  line.on(WORD, (node: BinaryNode) => {
    const { id, from, type, recipient } = node.attrs
    // With a recipient it is between devices of the account; of groups nothing is stored.
    if (type === 'retry' || recipient !== undefined || isToMany(from)) return pass(node)
    const more = getBinaryNodeChildren(getBinaryNodeChild(node, 'list'), 'item').map((item) => item.attrs['id'])
    hear({ kind: 'receipt', ids: [id, ...more], from, type, at: secondsOf(node) }).then(
      () => pass(node),
      () => {},
    )
  })
}
