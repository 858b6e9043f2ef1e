import type { WebchatLook } from '@chasqui/contracts'
import { openApi } from './api.ts'
import { openKept } from './kept.ts'
import type { Ground } from './style.ts'
import { createWidget, type Widget } from './widget.ts'
import { languageOf } from './words.ts'

/**
 * The web chat of a site, by one tag: `<script src="HOST/widget.js" data-key="KEY" async></script>`. Further attributes: `data-language`, `data-theme`
 * (light, dark; else as the page), `data-identity` (who visits, signed by the site's server). The page's own scripts find it as `window.chasqui`.
 */
type Public = Pick<Widget, 'open' | 'close' | 'identify'>

const darkSystem = () => matchMedia('(prefers-color-scheme: dark)').matches

/** Dark where the page is meant to be so too: most sites have one look, whatever the system likes. */
const groundOf = (theme: string | undefined): Ground => {
  if (theme === 'dark' || theme === 'light') return theme
  const supported = getComputedStyle(document.documentElement).colorScheme
  return supported.includes('dark') && (!supported.includes('light') || darkSystem()) ? 'dark' : 'light'
}

const ready = (): Promise<void> =>
  document.readyState === 'loading' ? new Promise((done) => document.addEventListener('DOMContentLoaded', () => done(), { once: true })) : Promise.resolve()

const begin = async (tag: HTMLScriptElement): Promise<void> => {
  const { key, language, theme, identity } = tag.dataset
  if (!key || document.getElementById('chasqui-chat')) return
  const host = new URL(tag.src).origin
  const api = openApi(host, key)
  // What the page's scripts ask for before the widget stands is done when it does.
  let widget: Widget | null = null
  const early: ((widget: Widget) => void)[] = []
  const later = (act: (widget: Widget) => void): void => (widget ? act(widget) : void early.push(act))
  const own: Public = {
    open: () => later((one) => one.open()),
    close: () => later((one) => one.close()),
    identify: (signed) => later((one) => one.identify(signed)),
  }
  Object.assign(window, { chasqui: own })
  const [look] = await Promise.all([api.look(), ready()])
  // Not a chat, not for this page, or nobody there: the page is left as it is.
  if (!look.ok) return
  widget = createWidget({
    api,
    kept: openKept(key),
    look: look.body,
    language: languageOf([look.body.language === 'auto' ? null : look.body.language, language, document.documentElement.lang, ...navigator.languages]),
    identity: identity ?? null,
    ground: () => groundOf(theme),
  })
  for (const act of early.splice(0)) act(widget)
  // Whoever chooses the look sees it at once, on the product's own page of the chat.
  if (location.origin !== host || parent === window) return
  addEventListener('message', ({ origin, source, data }: MessageEvent<{ chasquiLook?: WebchatLook }>) => {
    if (origin !== host || source !== parent || !data.chasquiLook) return
    widget?.show(data.chasquiLook)
    widget?.open(true)
  })
  parent.postMessage('chasqui ready', host)
}

const tag = document.currentScript
if (tag instanceof HTMLScriptElement) void begin(tag)
