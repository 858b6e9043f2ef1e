import type { StepBehaviour } from '../../engine/behaviour.ts'
import type { NodeOf } from '../../engine/nodes.ts'
import { nextOutput } from '../../engine/output.ts'
import { go } from '../../engine/way.ts'
import { error, notOffered } from '../../problems/found.ts'

const isEmoji = (text: string): boolean => /^\p{RGI_Emoji}$/v.test(text)

export const react: StepBehaviour<NodeOf<'react'>> = {
  enter: (turn, node) => {
    if (turn.context.abilities.reactions && isEmoji(node.emoji)) turn.effects.push({ type: 'react', emoji: node.emoji })
    return go(node.next)
  },
  outputs: (node) => [nextOutput(node)],
  problems: (node, { abilities }) => {
    if (!isEmoji(node.emoji)) return [error('emoji_invalid', 'A reaction is one emoji.', { field: 'emoji' })]
    return abilities && !abilities.reactions ? [notOffered('emoji')] : []
  },
}
