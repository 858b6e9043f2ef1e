import type { WebchatLook } from '@chasqui/contracts'
import { openApi } from './api.ts'
import { openChat } from './chat.ts'
import { createComposer } from './composer.ts'
import { el } from './element.ts'
import { icons } from './icons.ts'
import type { Handover, Widget } from './handover.ts'
import { openKept } from './kept.ts'
import { createHome } from './home.ts'
import { hoursText } from './hours.ts'
import { createLog } from './log.ts'
import { createMenu } from './menu.ts'
import { createPreChat, type PreChat } from './pre-chat.ts'
import { createSound } from './sound.ts'
import { style } from './style.ts'
import { saveText, transcriptOf } from './transcript.ts'
import { wordsIn } from './words.ts'

/** Narrower than this it covers the page, and keeps the keyboard's focus for as long. */
const phone = '(max-width: 480px)'
/** ms after which addresses of files may be over when somebody comes back to the panel. */
const stale = 50 * 60_000
/** ms that a timer can wait. */
const longestWait = 2 ** 31 - 2000

export const createWidget = ({ host, key, look: first, language, identity, frame, launcher, paint }: Handover): Widget => {
  const words = wordsIn(language)
  const [api, kept] = [openApi(host, key), openKept(key)]
  const root = frame.getRootNode() as ShadowRoot
  let look = first
  let isOpen = false
  let freshAt = Date.now()
  let asking: PreChat | null = null

  const sound = createSound(kept)
  const chat = openChat({ api, kept, signed: identity, changed: () => draw(), arrived: sound.play })
  /** All of it, not only what was read so far. */
  const saveTranscript = async (): Promise<void> => {
    while (await chat.earlier()) continue
    saveText(`${look.title} ${new Date().toISOString().slice(0, 10)}.txt`, transcriptOf(look.title, [...chat.entries.values()], words, language))
  }
  const menu = createMenu({ words, sound, save: saveTranscript, pass: () => chat.pass() })
  const home = createHome({
    words,
    language,
    say: (text) => {
      chat.say({ type: 'text', text })
      composer.focus()
    },
  })
  const log = createLog({
    chat,
    host,
    words,
    language,
    title: () => look.title,
    hello: home.element,
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
    el('div', { class: 'head' }, heading, menu.button, closeButton),
    menu.element,
    notice,
    log.element,
    typing,
    composer.element,
  )
  const badge = el('span', { class: 'badge', 'aria-hidden': true, hidden: true })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(style)
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
  launcher.append(badge)
  frame.prepend(panel)
  frame.removeAttribute('aria-label')
  frame.setAttribute('aria-labelledby', 'chasqui-title')

  const wants = (): boolean => look.preChat.length > 0 && isNew() && look.preChat.some((field) => chat.person()[field] === null)

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
  const closedText = (): string => [look.offlineText || words.closed, hoursText(look, words, language, new Date())].filter(Boolean).join(' ')
  const isNew = (): boolean => chat.entries.size === 0 && chat.waiting.size === 0
  const draw = (): void => {
    heading.textContent = look.title
    const said = chat.online === false ? words.offline : look.closed ? closedText() : ''
    if (notice.textContent !== said) notice.textContent = said
    notice.hidden = said === ''
    const types = chat.typing === null ? '' : chat.typing === '' ? words.typing : words.types(chat.typing)
    if (typing.textContent !== types) typing.textContent = types
    typing.hidden = types === ''
    ask()
    home.draw(look, isNew())
    menu.draw({ hasTalk: chat.entries.size > 0, goesOn: look.goesOn && chat.entries.size > 0 })
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
    root.host.classList.add('open')
    if (matchMedia(phone).matches) panel.setAttribute('aria-modal', 'true')
    else panel.removeAttribute('aria-modal')
    if (Date.now() - freshAt > stale) {
      freshAt = Date.now()
      chat.refresh()
      lookAgain()
    }
    paint(look)
    draw()
    log.toEnd()
    if (!quietly) (asking ?? composer).focus()
  }
  const close = (): void => {
    if (!isOpen) return
    isOpen = false
    panel.hidden = true
    root.host.classList.remove('open')
    draw()
    launcher.focus()
  }
  const lookAgain = (): void => void api.look().then((answer) => answer.ok && show(answer.body))
  /** Who sits before an open page is told when people come and go. */
  let changing: ReturnType<typeof setTimeout> | undefined
  const waitForChange = (): void => {
    clearTimeout(changing)
    const wait = look.changesAt == null ? -1 : Date.parse(look.changesAt) - Date.now()
    if (wait > 0 && wait < longestWait) changing = setTimeout(lookAgain, wait + 1000)
  }
  const show = (next: WebchatLook): void => {
    if (String(next.preChat) !== String(look.preChat) || next.greeting !== look.greeting) {
      asking?.element.remove()
      asking = null
    }
    look = next
    waitForChange()
    paint(look)
    draw()
  }

  closeButton.onclick = close
  panel.onkeydown = (event) => {
    if (event.key === 'Escape') {
      event.stopPropagation()
      return menu.isOpen() ? menu.close() : close()
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
  draw()
  waitForChange()
  return { open, close, toggle: () => (isOpen ? close() : open()), identify: chat.identify, show }
}
