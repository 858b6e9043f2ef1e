import type { InputNode } from './nodes.ts'
import type { Turn } from './turn.ts'
import { fill } from './turn.ts'

/** Messages in a row that are looked back at. */
const longestWay = 5

/** What the customer knows of when a step asks: its question, the messages that lead straight to it, and what the run keeps. */
export const toldBefore = (turn: Turn, node: InputNode): string[] => [
  ...[node.text, ...messagesBefore(turn, turn.state.node, longestWay)].map((text) => fill(turn, text)),
  ...Object.values(turn.state.variables).filter((value) => typeof value === 'string'),
]

const messagesBefore = ({ definition }: Turn, step: string | null, most: number): string[] => {
  const texts: string[] = []
  let steps = new Set([step])
  for (let passed = 0; passed < most && steps.size > 0; passed++) {
    const before = Object.entries(definition.nodes).flatMap(([id, node]) => (node.type === 'message' && steps.has(node.next) ? [{ id, text: node.text }] : []))
    texts.push(...before.map(({ text }) => text))
    steps = new Set(before.map(({ id }) => id))
  }
  return texts
}
