import type { FlowDraft } from '../definition.ts'
import type { Leftover, LeftoverCode } from './imported.ts'
import { mostSteps, NotImported } from './imported.ts'
import { cutTo } from './read.ts'

export type DraftNode = FlowDraft['nodes'][string]
/** What a leftover is about: the block as its product calls it, and the group in which it stands. */
export type About = { block: string; group: string }

/** The steps of a flow that comes to be, and what of it needs a person. */
export type Steps = ReturnType<typeof createSteps>

export const createSteps = () => {
  const nodes = new Map<string, DraftNode>()
  const leftovers: Leftover[] = []
  let last = 0
  let ending: string | null = null
  const reserve = (): string => {
    if (last >= mostSteps) throw new NotImported('too_large', `A flow holds at most ${mostSteps} steps.`)
    return `s${(last += 1)}`
  }
  return {
    /** An id for a step whose ways are known later. */
    reserve,
    put: (id: string, node: DraftNode): string => {
      nodes.set(id, node)
      return id
    },
    add: (node: DraftNode): string => {
      const id = reserve()
      nodes.set(id, node)
      return id
    },
    /** Where a choice ends the flow: here that is said, so that it is not taken for forgotten. */
    end(): string {
      return (ending ??= this.add({ type: 'end' }))
    },
    /** Puts a step to another id, to which others lead already. Nothing leads to its own. */
    move: (from: string, to: string) => {
      const node = nodes.get(from)
      if (node) nodes.set(to, node)
      nodes.delete(from)
    },
    /** Calls a step by a name, unless it has one. */
    name: (id: string, label: string) => {
      const node = nodes.get(id)
      if (node && label !== '' && node.label === undefined) nodes.set(id, { ...node, label: cutTo(label, 100) })
    },
    tell: (code: LeftoverCode, step: string | null, { block, group }: About, value = '') =>
      void leftovers.push({ code, step, block: cutTo(block, 100), group: cutTo(group, 100), ...(value !== '' && { value: cutTo(value, 300) }) }),
    nodes: () => Object.fromEntries(nodes),
    leftovers,
  }
}

/** What is still to be written: publishing waits for it. The brackets themselves cannot stand in it. */
export const unwritten = (what: string): string => `[[${cutTo(what.replaceAll(/[[\]]/g, ' '), 150).trim() || '…'}]]`

/** A note in the place of what cannot be taken over, with what it held, so that nothing is lost unseen. */
export const placeFor = (product: string, { block, group }: About, held: string, next: string | null): DraftNode => ({
  type: 'note',
  label: cutTo(group || block, 100),
  text: cutTo(`${unwritten(`${product}: ${block}`)}\n${held}`.trim(), 2000),
  next,
})
