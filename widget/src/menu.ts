import { el } from './element.ts'
import { icons } from './icons.ts'
import type { Sound } from './sound.ts'
import type { Words } from './words.ts'

export type Menu = {
  button: HTMLButtonElement
  element: HTMLElement
  isOpen(): boolean
  close(): void
  /** `hasTalk`: there is something to take along. */
  draw(hasTalk: boolean): void
}

/** What can be done with the chat as a whole, below its head. */
export const createMenu = ({ words, sound, save }: { words: Words; sound: Sound; save(): Promise<void> }): Menu => {
  const button = el('button', { type: 'button', 'aria-label': words.more, 'aria-expanded': false, 'aria-controls': 'chasqui-menu' }, icons.more())
  const sounds = el('button', { type: 'button', role: 'switch', 'aria-checked': sound.isOn() }, words.sound, el('i', { 'aria-hidden': true }))
  const transcript = el('button', { type: 'button' }, words.transcript)
  const element = el('div', { class: 'menu', id: 'chasqui-menu', hidden: true }, sounds, transcript)
  const set = (open: boolean): void => {
    element.hidden = !open
    button.setAttribute('aria-expanded', String(open))
  }
  button.onclick = () => set(element.hidden)
  sounds.onclick = () => {
    sound.turn(!sound.isOn())
    sounds.setAttribute('aria-checked', String(sound.isOn()))
  }
  transcript.onclick = async () => {
    transcript.disabled = true
    await save()
    transcript.disabled = false
    transcript.focus()
  }
  return {
    button,
    element,
    isOpen: () => !element.hidden,
    close: () => {
      set(false)
      button.focus()
    },
    draw: (hasTalk) => void (transcript.hidden = !hasTalk),
  }
}
