import type { WebchatLook } from '@chasqui/contracts'
import type { Handover, Widget } from './handover.ts'
import { languageOf } from './language.ts'
import type { Ground } from './launcher-style.ts'
import { createLauncher } from './launcher.ts'

/**
 * The web chat of a site, by one tag: `<script src="HOST/widget.js" data-key="KEY" async></script>`. Further attributes: `data-language`, `data-theme`
 * (light, dark; else as the page), `data-identity` (who visits, signed by the site's server). The page's own scripts find it as `window.chasqui`.
 * This part draws the launcher; the panel is fetched when the page has nothing else to do, or when somebody wants it.
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

/** ms after which the panel is fetched although the page is still busy. */
const latest = 4000

const whenIdle = (act: () => void): void => {
  if ('requestIdleCallback' in window) requestIdleCallback(act, { timeout: latest })
  // Safari has no such word.
  else setTimeout(act, latest / 4)
}

const lookOf = async (host: string, key: string): Promise<WebchatLook | null> => {
  try {
    const answer = await fetch(`${host}/api/webchat/${encodeURIComponent(key)}`, { credentials: 'omit' })
    return answer.ok ? ((await answer.json()) as WebchatLook) : null
  } catch {
    return null
  }
}

const begin = async ({ src, dataset: { key, language, theme, identity } }: HTMLScriptElement): Promise<void> => {
  if (!key || document.getElementById('chasqui-chat')) return
  const host = new URL(src).origin
  let widget: Widget | null = null
  let fetching = false
  let tries = 0
  // What is asked for before the panel is there is done when it is.
  const early: ((widget: Widget) => void)[] = []
  let given: Handover | null = null
  const fetchPanel = async (): Promise<void> => {
    if (!given || fetching || widget) return
    fetching = true
    given.launcher.setAttribute('aria-busy', 'true')
    try {
      // Some browsers remember an address that could not be fetched.
      const address = `${host}${given.look.panel}${tries++ ? `&again=${tries}` : ''}`
      const panel = (await import(/* @vite-ignore */ address)) as { createWidget(given: Handover): Widget }
      widget = panel.createWidget(given)
      for (const act of early.splice(0)) act(widget)
    } catch {
      // Pressed again, it is tried again.
    }
    given.launcher.removeAttribute('aria-busy')
    fetching = false
  }
  const act = (does: (widget: Widget) => void): void => {
    if (widget) return does(widget)
    early.push(does)
    void fetchPanel()
  }
  const own: Public = {
    open: () => act((one) => one.open()),
    close: () => act((one) => one.close()),
    identify: (signed) => act((one) => one.identify(signed)),
  }
  Object.assign(window, { chasqui: own })
  const [look] = await Promise.all([lookOf(host, key), ready()])
  // Not a chat, not for this page, or nobody there: the page is left as it is.
  if (!look) return
  const spoken = languageOf([look.language === 'auto' ? null : look.language, language, document.documentElement.lang, ...navigator.languages])
  const launcher = createLauncher(look, spoken, () => groundOf(theme))
  given = { host, key, look, language: spoken, identity: identity ?? null, frame: launcher.frame, launcher: launcher.button, paint: launcher.paint }
  launcher.button.onclick = () => {
    // Pressed while it is on its way it is wanted once.
    if (widget) widget.toggle()
    else if (early.length > 0) void fetchPanel()
    else act((one) => one.open())
  }
  launcher.show()
  whenIdle(() => void fetchPanel())
  // Whoever chooses the look sees it at once, on the product's own page of the chat.
  if (location.origin !== host || parent === window) return
  addEventListener('message', ({ origin, source, data }: MessageEvent<{ chasquiLook?: WebchatLook }>) => {
    const next = data.chasquiLook
    if (origin !== host || source !== parent || !next) return
    act((one) => {
      one.show({ ...look, ...next })
      one.open(true)
    })
  })
  parent.postMessage('chasqui ready', host)
}

const tag = document.currentScript
if (tag instanceof HTMLScriptElement) void begin(tag)
