import type { Menu, MenuStyle } from '../../engine/menu-content.ts'
import { menuContents } from '../../engine/menu-content.ts'
import type { MenuNode } from '../../engine/nodes.ts'
import type { Turn } from '../../engine/turn.ts'
import { fill } from '../../engine/turn.ts'

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** The menu as this customer sees it. A label that its variables leave empty shows its id. */
export const menuFor = (turn: Turn, node: MenuNode, text: string): Menu => ({
  text: fill(turn, text),
  header: oneLine(fill(turn, node.header ?? '')),
  footer: oneLine(fill(turn, node.footer ?? '')),
  style: node.style,
  button: oneLine(fill(turn, node.button ?? '')),
  options: node.options.map(({ id, label, description, section, words }) => ({
    id,
    label: oneLine(fill(turn, label)) || id.trim() || '?',
    description: oneLine(fill(turn, description ?? '')),
    section: oneLine(fill(turn, section ?? '')),
    words,
  })),
})

/** Shows a menu under a text: the menu's own, or what is said after an answer that it does not know. */
export const showMenu = (turn: Turn, node: MenuNode, text: string): void => {
  const { contents } = menuContents(menuFor(turn, node, text), turn.context.abilities, turn.phrases)
  for (const content of contents) turn.effects.push({ type: 'say', content })
}

/** How the customer saw the menu: the same definition on the same channel always shows alike. */
export const styleShown = (turn: Turn, node: MenuNode): MenuStyle => menuContents(menuFor(turn, node, node.text), turn.context.abilities, turn.phrases).style
