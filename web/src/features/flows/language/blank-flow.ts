import type { FlowDefinition } from '@chasqui/contracts'

/** The words that work at every step of a new flow, as somebody writes them: parted by commas. */
export type AlwaysWords = { human: string; restart: string; stop: string }

const listed = (words: string): string[] =>
  words
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')

/** A flow without steps: its first one becomes its start. */
export const blankFlow = (words: AlwaysWords): FlowDefinition => ({
  schema: 1,
  start: 'begin',
  triggers: [{ type: 'any' }],
  always: { human: listed(words.human), restart: listed(words.restart), stop: listed(words.stop), humanNode: null, stopNode: null },
  onError: null,
  nodes: {},
})
