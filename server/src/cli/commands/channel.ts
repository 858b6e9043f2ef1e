import { readConfig } from '../../config.ts'
import type { Command } from '../command.ts'
import { withProduct } from '../with-product.ts'

export const channelList: Command = {
  usage: 'channel list',
  summary: 'list the channels of all organisations',
  run: async ({ env, terminal }) => {
    const channels = await withProduct(readConfig(env), terminal, (product) => product.operations.listChannels())
    for (const { id, tenantId, kind, name, state, address } of channels) {
      terminal.line({ state: state === 'connected' ? 'ok' : '--', subject: kind.slice(0, 10), detail: [name, state, address ?? ''].filter(Boolean).join(', ') })
      terminal.event({ event: 'channel', id, tenantId, kind, name, state, address })
    }
    if (channels.length === 0) terminal.line({ state: '--', subject: 'channels', detail: 'none' })
    return 0
  },
}
