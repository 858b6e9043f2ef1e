import type { ChannelAbilities } from '@chasqui/contracts/channel'
import type { FlowProblem } from '@chasqui/contracts/http/flows'

/** What is wrong, at a step that is told elsewhere. */
export type Found = Omit<FlowProblem, 'nodeId'>
/** What a step is checked against. Without abilities the tightest channel that has choices counts. */
export type Known = {
  variables: Set<string>
  abilities: ChannelAbilities | null
  isPattern: (pattern: string) => boolean
  /** Another program may call the flow. */
  isCalled: boolean
  /** Nothing begins the flow but another one that goes into it, and is given its variables. */
  isPart: boolean
  /** The flow has a time-out for steps without their own. */
  isHeldOnSilence: boolean
}

/** `field`: where in the step; `values`: what is put into the words of the code. */
type About = Pick<Found, 'field' | 'values'>

export const error = (code: string, message: string, about: About = {}): Found => ({ severity: 'error', code: `flow.${code}`, message, ...about })
export const warning = (code: string, message: string, about: About = {}): Found => ({ severity: 'warning', code: `flow.${code}`, message, ...about })

export const repeated = (values: string[]): string[] => [...new Set(values.filter((value, at) => values.indexOf(value) !== at))]

/** Said of what a channel does not have, and what is done there instead. */
export const notOffered = (field: string): Found => warning('not_offered', 'This channel does not have that: it is said in words, or left out.', { field })

export const missingText = ({ text }: { text: string }): Found[] =>
  text.trim() === '' ? [error('text_missing', 'This step has no text.', { field: 'text' })] : []

export const missingTimeout = ({ timeout }: { timeout?: object | undefined }, { isHeldOnSilence }: Pick<Known, 'isHeldOnSilence'>): Found[] =>
  timeout || isHeldOnSilence
    ? []
    : [warning('timeout_missing', 'Without a time-out, a customer who does not answer stays here for ever.', { field: 'timeout' })]
