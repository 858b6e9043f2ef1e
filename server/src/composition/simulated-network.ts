import type { Channels } from '#channels'
import type { Conversations } from '#conversations'
import type { Files } from '#files'
import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database/open'
import type { SimulatorPorts } from '#simulator'

/** `modules` are asked when everything stands. */
type Ports = { database: Database; clock: Clock; modules: { files: Files; channels: Channels; conversations: Conversations } }

/** What the simulated telephone network asks of the rest: it reaches the product as a vendor does, by webhook. */
export const simulatedNetwork = ({ database, clock, modules }: Ports): SimulatorPorts => ({
  database,
  clock,
  random: Math.random,
  findAccount: async (tx, channelId) => {
    const account = await modules.channels.accountOf(tx.tenantId, channelId)
    const facts = account?.kind === 'simulator' ? await modules.channels.facts(tx.tenantId, channelId) : null
    return facts && { secret: String(account?.settings.secret), readReceipts: facts.abilities.readReceipts }
  },
  setProfile: async (tx, channelId, profile) => {
    const { abilities } = await modules.channels.update(tx, channelId, { settings: { profile } })
    await modules.conversations.passTime(tx, { channelId, windowHours: abilities.serviceWindowHours, address: null, seconds: 0 })
    return abilities
  },
  timePassed: async (tx, silence) => {
    const facts = await modules.channels.facts(tx.tenantId, silence.channelId)
    if (facts) await modules.conversations.passTime(tx, { ...silence, windowHours: facts.abilities.serviceWindowHours })
  },
  describeFile: async (tx, fileId) => {
    const known = await modules.files.describe(tx, fileId)
    // What could not be made is nothing that a network would take.
    return known && known.state !== 'failed' ? { name: known.name, mime: known.mime, size: known.size } : null
  },
  fileUrl: (tenantId, fileId) => modules.files.url(tenantId, fileId),
  postWebhook: (channelId, body, headers) => modules.channels.deliver('simulator', channelId, { headers, query: {}, body }),
})
