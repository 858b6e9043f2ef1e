import type { Context, Effect } from './run-state.ts'
import { retagged } from './same-tag.ts'

/** What is known of the customer after a turn, for whoever tries a flow out. */
export const contactAfter = (contact: Context['contact'], effects: readonly Effect[]): Context['contact'] =>
  effects.reduce((known, effect) => {
    if (effect.type === 'set_contact') return { ...known, [effect.field]: effect.value }
    if (effect.type === 'tag') return { ...known, tags: retagged(known.tags ?? [], effect) }
    return effect.type === 'stage' ? { ...known, stage: effect.stage } : known
  }, contact)
