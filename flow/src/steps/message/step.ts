import type { OutboundContent } from '@chasqui/contracts/content'
import { unfit } from '@chasqui/contracts/abilities-check'
import type { StepBehaviour } from '../../engine/behaviour.ts'
import { cut } from '../../engine/cut.ts'
import type { NodeOf } from '../../engine/nodes.ts'
import { nextOutput } from '../../engine/output.ts'
import type { Turn } from '../../engine/turn.ts'
import { fill, say, sayPlainly } from '../../engine/turn.ts'
import { go } from '../../engine/way.ts'
import { error, missingText } from '../../problems/found.ts'

type Message = NodeOf<'message'>

export const message: StepBehaviour<Message> = {
  enter: (turn, node) => {
    if (node.link) sayWithLink(turn, node.text, node.link)
    else say(turn, node.text)
    return go(node.next)
  },
  outputs: (node) => [nextOutput(node)],
  texts: (node) => [node.text, node.link?.label ?? '', node.link?.url ?? ''],
  problems: (node) => [
    ...missingText(node),
    ...(node.link && !node.link.url.includes('{{') && !isAddress(node.link.url)
      ? [error('link_invalid', 'The link is no address on the web.', { field: 'link' })]
      : []),
  ],
}

const isAddress = (url: string): boolean => /^https?:\/\//i.test(url) && URL.canParse(url)

/** With a button where the channel has that and the address is one; without an address the text alone. */
const sayWithLink = (turn: Turn, text: string, link: NonNullable<Message['link']>): void => {
  const [body, label, url] = [fill(turn, text).trim(), fill(turn, link.label).trim(), fill(turn, link.url).trim()]
  if (!isAddress(url) || url.length > 2000) return sayPlainly(turn, body)
  const content: OutboundContent = { type: 'link', body, label: cut(label, 20), url }
  const fits = body !== '' && label !== '' && [...body].length <= 4096 && unfit(content, turn.context.abilities) === null
  if (fits) turn.effects.push({ type: 'say', content })
  else sayPlainly(turn, [body, label === '' ? url : `${label}: ${url}`].filter(Boolean).join('\n\n'))
}
