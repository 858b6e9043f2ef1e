import type { FlowTrigger } from '../definition.ts'
import type { CustomerMessage } from '../engine/heard.ts'
import { fold, withoutManners } from '../understanding/fold.ts'

/** A message's words as they are compared, folded once for all triggers; `polite`: without the greetings and thanks around them. */
export type Said = { folded: string; polite: string }

/** A template that the team, a program or an act on many sent, as the customer answers it: its name, and how long ago it was sent. */
export type AnsweredTemplate = { template: string; ageMs: number }

/**
 * A customer wrote, and no flow runs. `isClosed`: the campaign is outside its hours; `referral`: what the provider tells of the advertisement or link;
 * `replyTo`: the template that is answered.
 */
export type MessageOccasion = {
  type: 'message'
  message: CustomerMessage
  isFirst: boolean
  isClosed: boolean
  channelId: string
  campaignId: string | null
  referral: readonly string[]
  replyTo: AnsweredTemplate | null
}

/** What may make a flow begin. */
export type Occasion =
  | MessageOccasion
  | { type: 'tag_added' | 'tag_removed'; tags: readonly string[] }
  | { type: 'stage_changed'; to: string }
  | { type: 'state_changed'; to: string }
  | { type: 'missed_reply' }

/** A message as triggers see it: what was said, and which intent it has among those of all flows. */
export type Heard = Exclude<Occasion, MessageOccasion> | (MessageOccasion & { said: Said; meant: FlowTrigger | null })

export const saidIn = ({ text }: CustomerMessage): Said => {
  const folded = fold(text)
  return { folded, polite: withoutManners(folded) }
}
