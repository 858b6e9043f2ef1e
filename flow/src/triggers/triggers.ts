import type { FlowDefinition, FlowTrigger } from '../definition.ts'
import { fold, holdsWords, sameWords } from '../understanding/fold.ts'
import type { CustomerMessage } from '../engine/heard.ts'
import { isNotice } from '../engine/heard.ts'

/** The trigger by which a message starts this flow, the first that matches; null when it does not. `isFirst`: nothing was heard from this contact before. */
export const startedBy = (definition: FlowDefinition, message: CustomerMessage, { isFirst }: { isFirst: boolean }): FlowTrigger | null =>
  isNotice(message) ? null : (definition.triggers.find((trigger) => fires(trigger, message, isFirst)) ?? null)

const fires = (trigger: FlowTrigger, message: CustomerMessage, isFirst: boolean): boolean => {
  switch (trigger.type) {
    case 'any':
      return true
    case 'first_message':
      return isFirst
    case 'keyword':
      return trigger.words.some((word) => saysWord(message.text, word))
  }
}

/** The whole message, or whole words in it: "turno" is in "quiero un turno", not in "turnos". */
const saysWord = (text: string, word: string): boolean => sameWords(text, word) || holdsWords(fold(text), fold(word))
