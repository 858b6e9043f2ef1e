import type { Passage } from '@chasqui/contracts'
import { el } from './element.ts'
import { icons } from './icons.ts'
import type { Sound } from './sound.ts'
import type { Words } from './words.ts'

export type Menu = {
  button: HTMLButtonElement
  element: HTMLElement
  isOpen(): boolean
  close(): void
  /** `hasTalk`: there is something to take along; `goesOn`: the business has a WhatsApp for it. */
  draw(has: { hasTalk: boolean; goesOn: boolean }): void
}

type MenuPorts = { words: Words; sound: Sound; save(): Promise<void>; pass(): Promise<Passage | null> }

/** ms before the end of a code at which another one is asked for. */
const early = 15 * 60_000

/** What can be done with the chat as a whole, below its head. */
export const createMenu = ({ words, sound, save, pass }: MenuPorts): Menu => {
  const button = el('button', { type: 'button', 'aria-label': words.more, 'aria-expanded': false, 'aria-controls': 'chasqui-menu' }, icons.more())
  const sounds = el('button', { type: 'button', role: 'switch', 'aria-checked': sound.isOn() }, words.sound, el('i', { 'aria-hidden': true }))
  const transcript = el('button', { type: 'button' }, words.transcript)
  const whatsapp = el('a', { target: '_blank', rel: 'noopener noreferrer', hidden: true }, words.whatsapp)
  const element = el('div', { class: 'menu', id: 'chasqui-menu', hidden: true }, sounds, whatsapp, transcript)
  let goesOn = false
  let until = 0
  /** A link from the start, so that no browser takes it for a window that nobody asked for. */
  const prepare = async (): Promise<void> => {
    if (!goesOn || element.hidden || Date.now() < until - early) return
    const way = await pass()
    if (way) {
      until = Date.parse(way.until)
      whatsapp.href = `https://wa.me/${way.number}?text=${encodeURIComponent(words.goesOn(way.code))}`
    }
    whatsapp.hidden = !goesOn || Date.now() > until
  }
  const set = (open: boolean): void => {
    element.hidden = !open
    button.setAttribute('aria-expanded', String(open))
    void prepare()
  }
  button.onclick = () => set(Boolean(element.hidden))
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
    draw: (has) => {
      transcript.hidden = !has.hasTalk
      if (goesOn === has.goesOn) return
      goesOn = has.goesOn
      whatsapp.hidden = !goesOn || Date.now() > until
      void prepare()
    },
  }
}
