import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Directory, KnownCampaign } from './directory.ts'
import { follow } from './follow.ts'
import type { ConversationFacts } from './ports.ts'

const campaign = (id: string, state: KnownCampaign['state'] = 'active') => ({ id, state, tags: [`of ${id}`] }) as KnownCampaign
const directory = (channel: KnownCampaign | null, others: KnownCampaign[] = []): Directory => ({
  find: async (_, id) => [channel, ...others].find((known) => known?.id === id) ?? null,
  ofChannel: async () => channel,
  forget: () => {},
})
const talk = (campaignId: string | null, state: ConversationFacts['state'] = 'queued'): ConversationFacts => ({
  id: 'c',
  channelId: 'h',
  campaignId,
  state,
  floor: 'nobody',
})
const placed = { campaignId: 'sales', tags: ['of sales'] }

for (const [what, known, was, now, expected] of [
  ['one that begins is placed', directory(campaign('sales')), null, talk(null), placed],
  ['without a campaign nothing is placed', directory(null), null, talk(null), {}],
  ['one whose channel got a campaign meanwhile is placed', directory(campaign('sales')), talk(null), talk(null), placed],
  ['one that is opened again is placed anew', directory(campaign('sales'), [campaign('support')]), talk('support', 'closed'), talk('support'), placed],
  ['opened again in its own, it stays as it is', directory(campaign('sales')), talk('sales', 'closed'), talk('sales'), {}],
  ['one that was transferred stays there', directory(campaign('sales'), [campaign('support')]), talk('sales'), talk('support'), {}],
  ['and stays while it is open', directory(campaign('sales'), [campaign('support')]), talk('support'), talk('support'), {}],
  ['also while that campaign is paused', directory(campaign('sales'), [campaign('support', 'paused')]), talk('support'), talk('support'), {}],
  ['but not when it is over', directory(campaign('sales'), [campaign('support', 'finished')]), talk('support'), talk('support'), placed],
  ['what is closed is left alone', directory(campaign('sales')), talk(null), talk(null, 'closed'), {}],
] as const)
  test(what, async () => assert.deepEqual(await follow(known)({ tenantId: 't' }, { was, now }), expected))
