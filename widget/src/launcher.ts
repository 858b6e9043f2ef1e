import type { WebchatLook } from '@chasqui/contracts'
import { el, icon } from './element.ts'
import { openIn, type Language } from './language.ts'
import { coloursOf, launcherStyle, type Ground } from './launcher-style.ts'

export type Launcher = { frame: HTMLElement; button: HTMLButtonElement; paint(look: WebchatLook): void; show(): void }

/** The button in the corner, in a shadow root of its own; it stands over the page and moves nothing on it. */
export const createLauncher = (look: WebchatLook, language: Language, ground: () => Ground): Launcher => {
  const button = el(
    'button',
    { type: 'button', class: 'launcher', 'aria-haspopup': 'dialog', 'aria-expanded': false, 'aria-label': openIn[language] },
    icon('M21 11.5a8.4 8.4 0 0 1-12 7.6L3 21l1.9-6A8.5 8.5 0 1 1 21 11.5Z'),
  )
  const frame = el('div', { class: 'frame', lang: language, role: 'region', 'aria-label': look.title }, button)
  const host = el('div', { id: 'chasqui-chat' })
  const root = host.attachShadow({ mode: 'open' })
  const [sheet, colours] = [new CSSStyleSheet(), new CSSStyleSheet()]
  sheet.replaceSync(launcherStyle)
  root.adoptedStyleSheets = [sheet, colours]
  root.append(frame)
  let shown = look
  const paint = (next: WebchatLook): void => {
    shown = next
    colours.replaceSync(coloursOf(ground(), next.colour))
  }
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => paint(shown))
  paint(look)
  return { frame, button, paint, show: () => document.body.append(host) }
}
