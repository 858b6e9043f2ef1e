import type { About, Steps } from '../steps.ts'
import type { Block, Graph } from './graph.ts'
import type { Names } from './variables.ts'

/** What turns a bot into a flow: where its blocks lead, how its variables are called here, and the steps so far. */
export type Work = {
  graph: Graph
  names: Names
  steps: Steps
  product: string
  /** The step that stands for a block, which comes to be when it is not there yet; null where the flow ends. */
  stepFor: (block: Block | null) => string | null
  /** The block that is come to in the end, past those that only lead on. */
  landing: (block: Block | null) => Block | null
}

export const about = ({ type, group }: Block): About => ({ block: type, group })

/** A text of a block with its variables under their names here; what it worked out by code is told. */
export const filled = ({ names, steps }: Work, block: Block, step: string, text: string): string =>
  names.inText(text, (code) => steps.tell('code', step, about(block), code))
