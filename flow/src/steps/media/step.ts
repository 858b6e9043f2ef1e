import { unfit } from '@chasqui/contracts/abilities-check'
import type { OutboundContent } from '@chasqui/contracts/content'
import type { StepBehaviour } from '../../engine/behaviour.ts'
import type { NodeOf } from '../../engine/nodes.ts'
import { cut } from '../../engine/cut.ts'
import { nextOutput } from '../../engine/output.ts'
import type { Turn } from '../../engine/turn.ts'
import { fill, sayPlainly } from '../../engine/turn.ts'
import { go } from '../../engine/way.ts'
import { error } from '../../problems/found.ts'

type Media = NodeOf<'media'>

export const media: StepBehaviour<Media> = {
  enter: (turn, node) => {
    const caption = cut(fill(turn, node.caption ?? '').trim(), turn.context.abilities.caption)
    const content = contentOf(node, caption)
    if (content && unfit(content, turn.context.abilities) === null) turn.effects.push({ type: 'say', content })
    else sayPlainly(turn, inWords(turn, node))
    return go(node.next)
  },
  outputs: (node) => [nextOutput(node)],
  texts: (node) => [node.caption ?? ''],
  problems: (node) => {
    const field = fieldOf(node.kind)
    return node[field] === undefined ? [error('media_missing', 'There is nothing to send here.', { field })] : []
  },
}

const fieldOf = (kind: Media['kind']): 'file' | 'place' | 'card' => (kind === 'location' ? 'place' : kind === 'contact' ? 'card' : 'file')

/** The message; null where what it is made of is missing. */
const contentOf = (node: Media, caption: string): OutboundContent | null => {
  const { kind, place, card } = node
  if (kind === 'location') return place ? { type: 'location', ...place } : null
  if (kind === 'contact') return card ? { type: 'contacts', contacts: [{ name: card.name, phones: [{ phone: card.phone }], emails: [], own: false }] } : null
  if (!node.file) return null
  const { fileId, name, mime } = node.file
  // The channel's own limit is held where the file is made to fit.
  const file = { fileId, state: 'stored' as const, name, mime, size: null, providerMediaId: null }
  if (kind === 'audio' || kind === 'voice') return { type: 'audio', file, voice: kind === 'voice' }
  return { type: kind, file, ...(caption !== '' && { caption }) }
}

const inWords = (turn: Turn, { kind, caption, place, card }: Media): string => {
  if (kind === 'location' && place) return [place.name, place.address, `${place.latitude}, ${place.longitude}`].filter(Boolean).join('\n')
  return kind === 'contact' && card ? `${card.name}: ${card.phone}` : fill(turn, caption ?? '')
}
