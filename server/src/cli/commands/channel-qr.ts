import { readConfig } from '../../config.ts'
import { StartError } from '../../platform/start-error.ts'
import { textOf, type Command, type OptionValues } from '../command.ts'
import { drawQr } from '../linking/draw-qr.ts'
import { followLinking, type LinkingEnd, type LinkingNews } from '../linking/follow-linking.ts'
import { stopSignal } from '../stop-signal.ts'
import { usageError } from '../tell-failure.ts'
import type { Terminal } from '../terminal.ts'
import { type Operations, withProduct } from '../with-product.ts'

/** ms between two looks at the database. */
const every = 1000
const usualPatience = '180'

type Entry = Awaited<ReturnType<Operations['listChannels']>>[number]

const secondsIn = (values: OptionValues): number => {
  const given = textOf(values, 'wait') ?? usualPatience
  if (!/^\d{1,5}$/.test(given)) throw usageError(`${given} is no number of seconds.`, 'Write for example --wait 60, or --wait 0 to look once.')
  return Number(given)
}

/** The channel of any organisation that has this id, or else this name. */
export const channelCalled = (channels: readonly Entry[], word: string): Entry => {
  const byId = channels.filter(({ id }) => id === word.toLowerCase())
  const found = byId.length > 0 ? byId : channels.filter(({ name }) => name === word)
  if (found.length === 1) return found[0]!
  if (found.length === 0) throw usageError(`There is no channel "${word}".`, '"chasqui channel list --json" shows the ids and names of all.')
  throw usageError(`${found.length} channels are called "${word}".`, `Give the id: ${found.map(({ id, tenant }) => `${id} (${tenant})`).join(', ')}.`)
}

const teller =
  (terminal: Terminal, { id, tenantId, name }: Entry) =>
  (news: LinkingNews): void => {
    const about = { id, tenantId }
    if (news.is === 'waiting') {
      terminal.line({ state: '--', subject: 'line', detail: [name, news.state, news.cause].filter((word) => word !== null).join(', ') })
      terminal.event({ event: 'line', ...about, state: news.state, cause: news.cause })
      return
    }
    const until = news.until.slice(11, 19)
    if (news.is === 'qr')
      terminal.say(`\n${drawQr(news.text, terminal.color)}\n\n  Scan      linked devices, on the telephone of ${name}; good until ${until} UTC\n`)
    else terminal.say(`\n  Code      ${news.text}\n            to be typed on the telephone of ${name}; good until ${until} UTC\n`)
    terminal.event({ event: news.is, ...about, [news.is]: news.text, until: news.until })
  }

const failed = (why: string, todo: string): StartError => new StartError('configuration', 'The channel is not linked.', why, todo)

/** 0 when it is linked, when there was a code and nobody wanted to wait, or when somebody ended it. */
const conclude = (terminal: Terminal, { id, tenantId, name }: Entry, end: LinkingEnd, patience: number): number => {
  switch (end.end) {
    case 'linked':
      terminal.line({ state: 'ok', subject: 'line', detail: [name, 'connected', end.address].filter((word) => word !== null).join(', ') })
      terminal.event({ event: 'linked', id, tenantId, address: end.address })
      return 0
    case 'failed':
      throw failed(
        end.cause === 'disconnected' ? `${name} is disconnected.` : `${end.cause}.`,
        'Connect or restart it on its page under Channels, or with POST /api/channels/:id/restart, and try again.',
      )
    case 'not-linkable':
      throw failed(`${name} is of a kind that no code links.`, 'Numbers by QR, WAHA and WPPConnect are linked by one.')
    case 'late':
      if (end.shown && patience === 0) return 0
      throw failed(
        end.shown ? `Nobody scanned it in ${patience} s.` : 'There is no code to scan at present.',
        'The product has to run; wait longer with --wait SECONDS.',
      )
    case 'stopped':
      return 0
  }
}

/** Shows what links a channel in the terminal, each code as it follows the last, until the telephone has scanned one. */
export const channelQr: Command = {
  usage: 'channel qr CHANNEL [--wait SECONDS]',
  summary: 'show the QR code that links a number, until it is linked',
  takes: 1,
  options: { wait: { type: 'string' } },
  run: async ({ env, terminal, values, arguments: [word] }) => {
    if (!word) throw usageError('It is not said which channel.', 'Write for example: chasqui channel qr "Ventas"')
    const patience = secondsIn(values)
    const stop = new AbortController()
    void stopSignal().then(() => stop.abort())
    return withProduct(readConfig(env), terminal, async ({ operations }) => {
      const channel = channelCalled(await operations.listChannels(), word)
      const read = () => operations.readLinking(channel.tenantId, channel.id)
      const end = await followLinking({ read, tell: teller(terminal, channel), patience: patience * 1000, signal: stop.signal, every })
      return conclude(terminal, channel, end, patience)
    })
  },
}
