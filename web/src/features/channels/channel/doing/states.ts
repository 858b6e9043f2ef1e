import type { ChannelState, StateTimeline } from '@chasqui/contracts'

/** From the best to the worst, as they stand upon each other. */
export const channelStates = ['connected', 'connecting', 'disconnected', 'paused', 'error'] as const satisfies readonly ChannelState[]

/** Colours of the states in drawings; words stand beside them. */
export const stateFill: Record<ChannelState, string> = {
  connected: 'bg-success',
  connecting: 'bg-info',
  disconnected: 'bg-line-strong',
  paused: 'bg-warning',
  error: 'bg-danger',
}

type Day = StateTimeline['days'][number]

/** Seconds of some days in each state, those in which they never were left out. */
export const spentIn = (days: readonly Day[]): [ChannelState, number][] =>
  channelStates
    .map((state): [ChannelState, number] => [state, days.reduce((sum, { seconds }) => sum + (seconds[state] ?? 0), 0)])
    .filter(([, seconds]) => seconds > 0)

/** How much of what is known it was connected, rounded down: what was away for a moment was not there all the time. Null when nothing is known. */
export const connectedShare = (days: readonly Day[]): number | null => {
  const spent = new Map(spentIn(days))
  const known = [...spent.values()].reduce((sum, seconds) => sum + seconds, 0)
  return known === 0 ? null : Math.floor(((spent.get('connected') ?? 0) / known) * 1000) / 1000
}
