import type { FlowDefinition } from '@chasqui/contracts'
import { alwaysWords } from '@chasqui/flow/gallery/welcome/everyday-words'

/** A flow without steps: its first one becomes its start. The words that work at every step are those of the ready-made flows. */
export const blankFlow = (): FlowDefinition => ({
  schema: 1,
  start: 'begin',
  triggers: [{ type: 'any' }],
  priority: 0,
  once: null,
  abTest: null,
  always: {
    human: [...alwaysWords.human],
    restart: [...alwaysWords.restart],
    stop: [...alwaysWords.stop],
    menu: [],
    cancel: [],
    humanNode: null,
    menuNode: null,
    cancelNode: null,
    stopNode: null,
  },
  onError: null,
  handlers: { onInvalid: null },
  nodes: {},
})
