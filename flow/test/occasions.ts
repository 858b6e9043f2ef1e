import type { FlowTrigger } from '../src/definition.ts'
import { FlowTrigger as Trigger } from '../src/definition.ts'
import type { z } from 'zod'
import { heard } from '../src/index.ts'
import type { Candidate } from '../src/triggers/choose.ts'
import { chooseFlow, indexTriggers } from '../src/triggers/choose.ts'
import type { MessageOccasion, Occasion } from '../src/triggers/occasion.ts'
import { text } from './world.ts'

/** A message that comes while no flow runs, as a test tells it: in words, with what is special about it. */
export const says = (words: string, more: Partial<MessageOccasion> = {}): Occasion => ({
  type: 'message',
  message: heard(text(words)),
  isFirst: false,
  isClosed: false,
  channelId: '00000000-0000-4000-8000-00000000000a',
  campaignId: null,
  referral: [],
  replyTo: null,
  ...more,
})

/** A trigger as an author writes it. */
export const trigger = (written: z.input<typeof Trigger>): FlowTrigger => Trigger.parse(written)

/** A published flow; the later it is named, the younger. */
let born = 0
export const candidate = (flowId: string, triggers: z.input<typeof Trigger>[], more: Partial<Candidate> = {}): Candidate => ({
  flowId,
  name: flowId,
  priority: 0,
  createdAt: (born += 1),
  triggers: triggers.map(trigger),
  ...more,
})

/** The flow that begins, and by which type of trigger. */
export const begins = (flows: Candidate[], occasion: Occasion, place: string | null = null, onlyWhileClosed = false): string | null => {
  const choice = chooseFlow(indexTriggers(flows), occasion, { flowId: place, onlyWhileClosed })
  return choice && `${choice.flowId} ${choice.trigger.type}`
}
/** Whether one trigger begins its flow. */
export const fits = (written: z.input<typeof Trigger>, occasion: Occasion): boolean => begins([candidate('a', [written])], occasion, 'a') !== null
