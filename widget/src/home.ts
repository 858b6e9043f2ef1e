import type { WebchatLook } from '@chasqui/contracts'
import { el } from './element.ts'
import { hoursText, replyText } from './hours.ts'
import type { Language } from './language.ts'
import type { Words } from './words.ts'

export type Home = { element: HTMLElement; draw(look: WebchatLook, isNew: boolean): void }

/** What a chat begins with: the greeting, until when people are there and how soon they answer, and what can be asked by a press. */
export const createHome = ({ words, language, say }: { words: Words; language: Language; say(text: string): void }): Home => {
  const greeting = el('div', { class: 'bubble' })
  const facts = el('div', { class: 'meta' })
  const shortcuts = el('div', { class: 'choices', role: 'group', 'aria-label': words.shortcuts })
  const element = el('div', { class: 'row' }, greeting, facts, shortcuts)
  let drawn = ''
  return {
    element,
    draw: (look, isNew) => {
      const hello = look.greeting || words.greeting
      const now = look.closed ? [] : [hoursText(look, words, language, new Date()), replyText(look, words, language)].filter(Boolean)
      // An older server knows none.
      const offered = isNew ? (look.shortcuts ?? []) : []
      const what = JSON.stringify([hello, now, offered])
      if (what === drawn) return
      drawn = what
      greeting.textContent = hello
      facts.replaceChildren(...now.map((text) => el('span', {}, text)))
      facts.hidden = now.length === 0
      shortcuts.replaceChildren(
        ...offered.map((text) => {
          const button = el('button', { type: 'button' }, text)
          button.onclick = () => say(text)
          return button
        }),
      )
      shortcuts.hidden = offered.length === 0
    },
  }
}
