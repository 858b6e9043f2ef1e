import type { WebchatLook } from '@chasqui/contracts'
import type { Api } from './api.ts'
import { openChat } from './chat.ts'
import { repaired } from './colour.ts'
import { createComposer } from './composer.ts'
import { el, icons } from './element.ts'
import type { Kept } from './kept.ts'
import { createLog } from './log.ts'
import { createPreChat, type PreChat } from './pre-chat.ts'
import { coloursOf, style, surfaceOf, type Ground } from './style.ts'
import { wordsIn, type Language } from './words.ts'

export type Widget = {
  /** `quietly`: the focus stays where it is. */
  open(quietly?: boolean): void
  close(): void
  /** The site says who visits, by its signature. */
  identify(identity: string): void
  /** Shows another look at once, for whoever is choosing one. */
  show(look: WebchatLook): void
}

type Ports = { api: Api; kept: Kept; look: WebchatLook; language: Language; identity: string | null; ground(): Ground }

/** Narrower than this it covers the page, and keeps the keyboard's focus for as long. */
const phone = '(max-width: 480px)'
/** ms after which addresses of files may be over when somebody comes back to the panel. */
const stale = 50 * 60_000

export const createWidget = ({ api, kept, look: first, language, identity, ground }: Ports): Widget => {
  const words = wordsIn(language)
  let look = first
  let isOpen = false
  let freshAt = Date.now()
  let asking: PreChat | null = null

  const chat = openChat(api, kept, identity, () => draw())
  const log = createLog({
    chat,
    host: api.host,
    words,
    language,
    title: () => look.title,
    greeting: () => look.greeting || words.greeting,
    chosen: () => composer.focus(),
  })
  const composer = createComposer({ chat, words, sent: () => log.toEnd() })

  const heading = el('h2', { id: 'chasqui-title' })
  const closeButton = el('button', { type: 'button', 'aria-label': words.close }, icons.close())
  const notice = el('div', { class: 'notice', role: 'status' })
  const typing = el('div', { class: 'typing', role: 'status' })
  const panel = el(
    'section',
    { class: 'panel', role: 'dialog', 'aria-labelledby': 'chasqui-title', hidden: true },
    el('div', { class: 'head' }, heading, closeButton),
    notice,
    log.element,
    typing,
    composer.element,
  )
  const badge = el('span', { class: 'badge', 'aria-hidden': true, hidden: true })
  const launcher = el('button', { type: 'button', class: 'launcher', 'aria-haspopup': 'dialog', 'aria-expanded': false }, icons.chat(), badge)
  const host = el('div', { id: 'chasqui-chat' })
  const root = host.attachShadow({ mode: 'open' })
  const colours = new CSSStyleSheet()
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(style)
  root.adoptedStyleSheets = [sheet, colours]
  root.append(el('div', { class: 'frame', lang: language, role: 'region', 'aria-labelledby': 'chasqui-title' }, panel, launcher))

  const paint = (): void => {
    const now = ground()
    colours.replaceSync(coloursOf(now, repaired(look.colour, surfaceOf(now))))
  }
  const wants = (): boolean =>
    look.preChat.length > 0 && chat.entries.size === 0 && chat.waiting.size === 0 && look.preChat.some((field) => chat.person()[field] === null)

  const ask = (): void => {
    if (!wants()) {
      asking?.element.remove()
      asking = null
    } else if (!asking) {
      asking = createPreChat(look.preChat, look.greeting || words.greeting, {
        chat,
        words,
        done: () => {
          draw()
          composer.focus()
        },
      })
      panel.insertBefore(asking.element, log.element)
    }
    const isAsking = asking !== null
    log.element.hidden = composer.element.hidden = isAsking
  }
  const draw = (): void => {
    heading.textContent = look.title
    const said = chat.online === false ? words.offline : look.closed ? look.offlineText || words.closed : ''
    if (notice.textContent !== said) notice.textContent = said
    notice.hidden = said === ''
    const types = chat.typing ? words.typing : ''
    if (typing.textContent !== types) typing.textContent = types
    typing.hidden = types === ''
    ask()
    log.draw()
    const unread = isOpen ? 0 : [...chat.entries.values()].filter(({ by, status }) => by === 'business' && status !== 'read').length
    badge.textContent = unread > 99 ? '99+' : String(unread)
    badge.hidden = unread === 0
    launcher.setAttribute('aria-label', [isOpen ? words.close : words.open, unread > 0 ? words.unread(unread) : ''].filter(Boolean).join(', '))
    launcher.setAttribute('aria-expanded', String(isOpen))
    chat.seen(isOpen && document.visibilityState === 'visible')
  }
  const open = (quietly = false): void => {
    if (isOpen) return
    isOpen = true
    panel.hidden = false
    host.classList.add('open')
    if (matchMedia(phone).matches) panel.setAttribute('aria-modal', 'true')
    else panel.removeAttribute('aria-modal')
    if (Date.now() - freshAt > stale) {
      freshAt = Date.now()
      chat.refresh()
      void api.look().then((answer) => answer.ok && show(answer.body))
    }
    paint()
    draw()
    log.toEnd()
    if (!quietly) (asking ?? composer).focus()
  }
  const close = (): void => {
    if (!isOpen) return
    isOpen = false
    panel.hidden = true
    host.classList.remove('open')
    draw()
    launcher.focus()
  }
  const show = (next: WebchatLook): void => {
    if (String(next.preChat) !== String(look.preChat) || next.greeting !== look.greeting) {
      asking?.element.remove()
      asking = null
    }
    look = next
    paint()
    draw()
  }

  launcher.onclick = () => (isOpen ? close() : open())
  closeButton.onclick = close
  panel.onkeydown = (event) => {
    if (event.key === 'Escape') {
      event.stopPropagation()
      return close()
    }
    if (event.key !== 'Tab' || !matchMedia(phone).matches) return
    const stops = [...panel.querySelectorAll<HTMLElement>('button:not([disabled]),a[href],input:not([hidden]),textarea,summary,[tabindex="0"]')].filter(
      (stop) => stop.getClientRects().length > 0,
    )
    const edge = event.shiftKey ? stops[0] : stops.at(-1)
    if (root.activeElement !== edge) return
    event.preventDefault()
    ;(event.shiftKey ? stops.at(-1) : stops[0])?.focus()
  }
  document.addEventListener('visibilitychange', draw)
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', paint)
  paint()
  draw()
  document.body.append(host)
  return { open, close, identify: chat.identify, show }
}
