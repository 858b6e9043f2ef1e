import { unfit } from '@chasqui/contracts/abilities-check'
import type { OutboundContent } from '@chasqui/contracts/content'
import { nameOf, wait } from '../../engine/asking.ts'
import type { StepBehaviour } from '../../engine/behaviour.ts'
import { cut } from '../../engine/cut.ts'
import { handOver } from '../../engine/endings.ts'
import type { NodeOf } from '../../engine/nodes.ts'
import { nextOutput } from '../../engine/output.ts'
import type { Turn } from '../../engine/turn.ts'
import { fill, sayPlainly, setVariable, trace, valueOf } from '../../engine/turn.ts'
import type { Way } from '../../engine/way.ts'
import { go } from '../../engine/way.ts'
import type { FetchedFile, LinkResult } from './fetched.ts'
import { readLinkResult } from './fetched.ts'
import { isLinked, kindOfFile } from './is-linked.ts'
import { linkAddress } from './link.ts'
import { problemsOfMedia } from './problems.ts'

type Media = NodeOf<'media'>

/** Seconds after which a file that did not come is given up, whatever became of it. */
const patience = 120
/** Code points of a file's name. */
const longestName = 200

export const media: StepBehaviour<Media> = {
  enter: (turn, node) => (isLinked(node) ? fetchFile(turn, node) : sendOwn(turn, node)),
  returned: (turn, node, result) => (isLinked(node) ? takeFile(turn, node, readLinkResult(result)) : go(turn.state.node)),
  due: (turn, node) => {
    if (!isLinked(node)) return go(turn.state.node)
    trace(turn, turn.state.node ?? '', 'timeout')
    return takeFile(turn, node, { error: 'timeout' })
  },
  // What certainly cannot be fetched fails at once: going back from there without a pause would go round.
  outputs: (node) =>
    isLinked(node) ? [nextOutput(node, 'time'), { id: 'error', next: node.onError, path: ['onError'], after: 'nothing' }] : [nextOutput(node)],
  sets: (node) => (isLinked(node) ? ['media.error'] : []),
  texts: (node) => [node.caption ?? ''],
  notes: (node) => (isLinked(node) ? [node.fileUrl ?? '', node.fileName ?? ''] : []),
  problems: (node, { abilities }) => problemsOfMedia(node, contentOf(node, node.file, ''), abilities),
}

const captionOf = (turn: Turn, node: Media): string => cut(fill(turn, node.caption ?? '').trim(), turn.context.abilities.caption)

/** Sends the file; on a channel where nothing can stand below it, the words follow by themselves. */
const send = (turn: Turn, node: Media, content: OutboundContent): void => {
  turn.effects.push({ type: 'say', content })
  if (turn.context.abilities.caption === 0 && 'file' in content) sayPlainly(turn, fill(turn, node.caption ?? ''))
}

const sendOwn = (turn: Turn, node: Media): Way => {
  const content = contentOf(node, node.file, captionOf(turn, node))
  if (content && unfit(content, turn.context.abilities) === null) send(turn, node, content)
  else sayPlainly(turn, inWords(turn, node))
  return go(node.next)
}

/** Has the file fetched outside of the turn; what is said after it waits for it. */
const fetchFile = (turn: Turn, node: Media): Way => {
  if (turn.context.links === 'as_sent') {
    sayPlainly(turn, captionOf(turn, node))
    setVariable(turn, 'media.error', null)
    return go(node.next)
  }
  const kind = kindOfFile(node)
  const rule = kind && turn.context.abilities.media[kind]
  if (!kind || !rule) return takeFile(turn, node, { error: 'channel' })
  const url = linkAddress(node.fileUrl ?? '', (name) => valueOf(turn, name))
  if (url === null) return takeFile(turn, node, { error: 'address' })
  const way = wait(turn, 'result', patience)
  // A value with a slash would look like a folder.
  const name =
    cut(
      fill(turn, node.fileName ?? '')
        .replace(/[\\/]/g, '-')
        .trim(),
      longestName,
    ) || null
  const link = { url, name, kind, voice: node.kind === 'voice', rule: { bytes: rule.bytes, mimes: [...rule.mimes] } }
  turn.effects.push({ type: 'fetch', token: turn.state.token, link })
  return way
}

/** Sends what came back. Without a branch for errors a person goes on. */
const takeFile = (turn: Turn, node: Media, result: LinkResult): Way => {
  const content = 'file' in result ? contentOf(node, result.file, captionOf(turn, node)) : null
  const isFit = content !== null && unfit(content, turn.context.abilities) === null
  const error = 'error' in result ? result.error : isFit ? null : 'channel'
  setVariable(turn, 'media.error', error)
  if (content && error === null) {
    send(turn, node, content)
    return go(node.next)
  }
  if (node.onError !== null) return go(node.onError, 'error')
  // The trace says that it was this way, also where a person is at its end.
  const last = turn.trace.at(-1)
  if (last) last.output = 'error'
  return handOver(turn, turn.notes.linkFailed(nameOf(turn, { label: node.label })))
}

/** The message; null where what it is made of is missing. */
const contentOf = (node: Media, given: FetchedFile | undefined, caption: string): OutboundContent | null => {
  const { kind, place, card } = node
  if (kind === 'location') return place ? { type: 'location', ...place } : null
  if (kind === 'contact') return card ? { type: 'contacts', contacts: [{ name: card.name, phones: [{ phone: card.phone }], emails: [], own: false }] } : null
  if (!given) return null
  const { fileId, name, mime } = given
  // The channel's own limit is held where the file is made to fit.
  const file = { fileId, state: 'stored' as const, name, mime, size: null, providerMediaId: null }
  if (kind === 'audio' || kind === 'voice') return { type: 'audio', file, voice: kind === 'voice' }
  return { type: kind, file, ...(caption !== '' && { caption }) }
}

const inWords = (turn: Turn, { kind, caption, place, card }: Media): string => {
  if (kind === 'location' && place) return [place.name, place.address, `${place.latitude}, ${place.longitude}`].filter(Boolean).join('\n')
  return kind === 'contact' && card ? `${card.name}: ${card.phone}` : fill(turn, caption ?? '')
}
