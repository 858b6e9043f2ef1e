import type { Campaign, CampaignSettings } from '@chasqui/contracts'

/** A campaign as it is being written. */
export type Draft = CampaignSettings

export const newDraft: Draft = {
  name: '',
  description: '',
  state: 'active',
  priority: 50,
  channelIds: [],
  timeZone: null,
  hours: { always: true, weekly: {}, special: [], holidays: null },
  closed: { do: 'wait' },
  bot: { on: true, flowId: null },
  agents: [],
  teamIds: [],
  routing: [{ strategy: 'round_robin', weight: 100 }],
  lastAgentHours: 72,
  acceptanceSeconds: null,
  whenAbsent: 'waiting',
  serviceLevel: { firstResponse: null, nextResponse: null, resolution: null, warnAt: 80, byPriority: {} },
  tags: [],
}

export const draftOf = (campaign: Campaign): Draft => {
  const { id: _id, isOpenNow: _open, opensAt: _opens, createdAt: _created, updatedAt: _updated, ...settings } = campaign
  return settings
}

/** A new one that begins as another: its channels stay with that one. */
export const copyOf = (campaign: Campaign, name: string): Draft => ({ ...draftOf(campaign), name, channelIds: [], state: 'active' })

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** What was changed of `base`. */
export const changesOf = (base: Draft, draft: Draft): Partial<Draft> =>
  Object.fromEntries(Object.entries(draft).filter(([key, value]) => !same(value, base[key as keyof Draft])))

/** The draft over what somebody else has stored meanwhile: one's own changes stay. */
export const rebased = (base: Draft, draft: Draft, stored: Draft): Draft => ({ ...stored, ...changesOf(base, draft) })
