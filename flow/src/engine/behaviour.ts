import type { FlowNode } from '../definition.ts'
import type { Found, Known } from '../problems/found.ts'
import type { CustomerMessage } from './heard.ts'
import type { Output } from './output.ts'
import type { Turn } from './turn.ts'
import type { Way } from './way.ts'

/** All that the engine, the checks and the builder ask of a step type. Everything but `enter` and `outputs` may be left out where there is nothing to tell. */
export type StepBehaviour<Node extends FlowNode> = {
  /** The run comes to this step. */
  enter: (turn: Turn, node: Node) => Way
  /** The customer writes while the run waits here; without it only always-on words are heard. */
  answer?: (turn: Turn, node: Node, message: CustomerMessage) => Way
  /** The time is over that the run waits here for; without it the step is taken anew. */
  due?: (turn: Turn, node: Node) => Way
  /** What was asked outside is there. */
  returned?: (turn: Turn, node: Node, result: unknown) => Way
  /** What it waits for beside an answer happened. */
  happened?: (turn: Turn, node: Node) => Way
  /** Every way out that the author drew. */
  outputs: (node: Node) => Output[]
  /** Names of the variables that it sets. */
  sets?: (node: Node) => string[]
  /** Steps that it names without leading to them. */
  refers?: (node: Node) => { field: string; step: string }[]
  /** What the customer is told, in reading order. */
  texts?: (node: Node) => string[]
  /** Texts that only the team or another program reads; variables are filled in there too. */
  notes?: (node: Node) => string[]
  /** Variables that it reads by name, beside those in its texts and notes. */
  reads?: (node: Node) => string[]
  /** What is wrong with it, beside what is checked of every step. */
  problems?: (node: Node, known: Known) => Found[]
}
