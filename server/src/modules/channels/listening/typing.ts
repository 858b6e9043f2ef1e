import { IdentityKind } from '@chasqui/contracts'
import { z } from 'zod'
import type { Directory } from '../directory.ts'
import type { ChannelsPorts } from '../ports.ts'
import type { Listeners } from './listeners.ts'

/** `answering`: the person's message; null takes it back. */
const Typing = z.object({ to: z.object({ kind: IdentityKind, value: z.string() }), answering: z.string().nullable() })
type Typing = z.infer<typeof Typing>

const topic = 'line.typing'
const aboutOf = (channelId: string): string => `typing ${channelId}`

/**
 * “Typing…” on a line that another node holds: whoever does hears of it as nodes hear of each other, and shows it. A courtesy like any other “typing…”: it is written nowhere and may be
 * lost. Whom it is shown to is sealed, for the database may log what nodes tell each other.
 */
export const createTypingByLine = (ports: ChannelsPorts, directory: Directory, { lineOf }: Pick<Listeners, 'lineOf'>) => {
  const show = async (channelId: string, sealed: string): Promise<void> => {
    const { to, answering } = Typing.parse(JSON.parse(ports.open(Buffer.from(sealed, 'base64'), aboutOf(channelId))))
    const connection = await directory.find(channelId)
    if (!connection) return
    const { adapter, account } = connection
    await (answering === null ? adapter.hideTyping?.(account, ports.io, to) : adapter.showTyping?.(answering, account, ports.io, to, null))
  }
  ports.hints.onChanged(topic, (told) => {
    const [channelId = '', sealed = ''] = told.split(' ')
    if (lineOf(channelId) === 'open') show(channelId, sealed).catch((error: unknown) => ports.log.debug({ err: error, channelId }, 'typing not shown'))
  })
  return {
    tell: (channelId: string, typing: Typing): void =>
      ports.hints.changed(topic, `${channelId} ${ports.seal(JSON.stringify(typing), aboutOf(channelId)).toString('base64')}`),
  }
}
export type TypingByLine = ReturnType<typeof createTypingByLine>
