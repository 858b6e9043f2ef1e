import type { Channels } from '#channels'
import type { Contacts, Sighting } from '#contacts'
import type { QueueHandler } from '#platform/lanes/handler'

type Wanted = { channelId: string; address: Sighting['addresses'][number] }

/** Asks the provider for the names of people who wrote for the first time, where messages do not tell them. Nobody waits for it. */
export const namesHandler = ({ channels, contacts }: { channels: Channels; contacts: Contacts }): QueueHandler => ({
  queue: 'names',
  concurrency: 2,
  maxAttempts: 4,
  outside: (tenantId, [job]) => {
    const { channelId, address } = job!.payload as Wanted
    return channels.nameOf(tenantId, channelId, address)
  },
  handle: async (tx, [job], name) => {
    const { channelId, address } = job!.payload as Wanted
    if (typeof name === 'string') await contacts.resolve(tx, { channelId, addresses: [address], profileName: name })
  },
})
