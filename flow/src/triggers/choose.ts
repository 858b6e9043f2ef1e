import type { FlowTrigger } from '../definition.ts'
import { isNotice } from '../engine/heard.ts'
import type { Fit } from './behaviour.ts'
import { behaviourOfTrigger } from './behaviours.ts'
import type { Meant } from './intent/measure.ts'
import { understandIntents } from './intent/measure.ts'
import type { Heard, Occasion } from './occasion.ts'
import { saidIn } from './occasion.ts'

/** A published flow as far as its beginning goes. `createdAt` in ms. */
export type Candidate = { flowId: string; name: string; priority: number; createdAt: number; triggers: readonly FlowTrigger[] }

type Listener = { flowId: string; trigger: FlowTrigger; needsPlace: boolean; whileClosed: boolean; fits: (occasion: Heard) => Fit | null }
/** The triggers of all published flows of a tenant, prepared: those that win among equals come first. */
export type TriggerIndex = { candidates: readonly Candidate[]; listeners: readonly Listener[]; meant: Meant }

/** Among equals: the higher priority, then the older flow, then the smaller id. Total, so that every node and every time chooses alike. */
export const byPrecedence = (one: Candidate, other: Candidate): number =>
  other.priority - one.priority || one.createdAt - other.createdAt || (one.flowId < other.flowId ? -1 : one.flowId > other.flowId ? 1 : 0)

export const indexTriggers = (flows: readonly Candidate[]): TriggerIndex => {
  const candidates = flows.toSorted(byPrecedence)
  return {
    candidates,
    listeners: candidates.flatMap(({ flowId, triggers }) =>
      triggers.map((trigger): Listener => {
        const { needsPlace = false, whileClosed = false, listen } = behaviourOfTrigger(trigger)
        return { flowId, trigger, needsPlace, whileClosed, fits: listen(trigger) }
      }),
    ),
    meant: understandIntents(
      candidates.flatMap(({ flowId, triggers }) => triggers.flatMap((trigger) => (trigger.type === 'intent' ? [{ trigger, flowId }] : []))),
    ),
  }
}

/**
 * Where the occasion is: the flow that serves the channel or campaign, whether only what is meant for closed hours or only triggers of one type may begin
 * there, and which flows may not.
 */
export type Place = { flowId: string | null; onlyWhileClosed?: boolean; only?: FlowTrigger['type'] | undefined; except?: ReadonlySet<string> }
export type Choice = { flowId: string; trigger: FlowTrigger }

/** The one flow that begins, and by which trigger: the more specific first, then the order of the index. Null: none wants it. */
export const chooseFlow = (index: TriggerIndex, occasion: Occasion, { flowId, onlyWhileClosed = false, only, except }: Place): Choice | null => {
  if (occasion.type === 'message' && isNotice(occasion.message)) return null
  const heard = hear(index, occasion)
  let best: (Choice & Fit) | null = null
  for (const listener of index.listeners) {
    if ((listener.needsPlace && listener.flowId !== flowId) || (onlyWhileClosed && !listener.whileClosed) || except?.has(listener.flowId)) continue
    if (only !== undefined && listener.trigger.type !== only) continue
    const fit = listener.fits(heard)
    if (fit && (!best || fit.rank > best.rank || (fit.rank === best.rank && fit.words > best.words)))
      best = { flowId: listener.flowId, trigger: listener.trigger, ...fit }
  }
  return best && { flowId: best.flowId, trigger: best.trigger }
}

const hear = ({ meant }: TriggerIndex, occasion: Occasion): Heard => {
  if (occasion.type !== 'message') return occasion
  const said = saidIn(occasion.message)
  return { ...occasion, said, meant: said.folded === '' ? null : meant(said) }
}

/** The triggers of a type, with their flows, in the order of the index. */
export const triggersOfType = <Type extends FlowTrigger['type']>(
  { listeners }: TriggerIndex,
  type: Type,
): { flowId: string; trigger: Extract<FlowTrigger, { type: Type }> }[] =>
  listeners.flatMap(({ flowId, trigger }) => (trigger.type === type ? [{ flowId, trigger: trigger as Extract<FlowTrigger, { type: Type }> }] : []))
