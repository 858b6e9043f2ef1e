import type { MessageContent } from '@chasqui/contracts'

type Pressed = Extract<MessageContent, { type: 'choice' }>

/** What a visitor chose of what was offered; null when it was not. */
export const pressedIn = (content: MessageContent, id: string): Pressed | null => {
  if (content.type === 'buttons') {
    const button = content.buttons.find((offered) => offered.id === id)
    return button ? { type: 'choice', id, title: button.title, via: 'button' } : null
  }
  if (content.type !== 'list') return null
  const row = content.sections.flatMap(({ rows }) => rows).find((offered) => offered.id === id)
  return row ? { type: 'choice', id, title: row.title, ...(row.description !== undefined && { description: row.description }), via: 'list' } : null
}
