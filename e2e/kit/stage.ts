import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { signInToApi, type Api } from './api.ts'
import { borrowChromium } from './chromium.ts'
import { createCustomer, simulatorChannel, type Customer } from './customer.ts'
import { openProduct } from './open-product.ts'
import { startProduct, type Product } from './product.ts'
import { picture } from './shots.ts'
import { watchTroubles, type Troubles } from './troubles.ts'

/** CSS px. `desk` and `phone` are the two sizes that every screen is made for. */
export const sizes = { desk: { width: 1440, height: 900 }, laptop: { width: 1100, height: 800 }, phone: { width: 390, height: 844 } } as const
export type Size = keyof typeof sizes
export type Theme = 'light' | 'dark'
export type Language = 'es-AR' | 'pt-BR' | 'en-US'

export type Wishes = {
  path?: string
  size?: Size
  theme?: Theme
  language?: Language
  /** Signed in as the owner already; on unless said otherwise. */ signedIn?: boolean
  /** Another address than the product's own, for a network that can be cut. */ url?: string
}

/** What a scene is played with. `open` gives a browser of its own: cookies, storage and session are shared with nobody. */
export type Props<Kind extends Product = Product> = {
  open(wishes?: Wishes): Promise<Page>
  troubles: Pick<Troubles, 'expect'>
  customer(name: string): Customer
  product: Kind
  api: Api
}

/** On phones there is a finger instead of a mouse. */
const deviceOf = (size: Size) => ({ viewport: sizes[size], hasTouch: size === 'phone', isMobile: size === 'phone' })

const signIn = async (context: BrowserContext, url: string, { email, password }: Product) => {
  const answer = await context.request.post(`${url}/api/auth/login`, { data: { email, password, tokenDelivery: 'cookie' } })
  assert.equal(answer.status(), 200, `the owner signs in: ${await answer.text()}`)
}

/** What the web app keeps to know that asking for the session is worth it. */
const wasHere = (url: string) => ({ cookies: [], origins: [{ origin: url, localStorage: [{ name: 'chasqui.signed-in', value: 'yes' }] }] })

const newContext = async (
  browser: Browser,
  product: Product,
  { size = 'desk', theme = 'light', language = 'es-AR', signedIn = true, url = product.url }: Wishes,
) => {
  const context = await browser.newContext({
    ...deviceOf(size),
    baseURL: url,
    locale: language,
    timezoneId: 'America/Argentina/Buenos_Aires',
    colorScheme: theme,
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
    ...(signedIn && { storageState: wasHere(url) }),
  })
  context.setDefaultTimeout(10_000)
  if (signedIn) await signIn(context, url, product)
  return context
}

/** Where pictures do not come along, as from CI, words tell what was on the screen. */
const wordsOn = async (page: Page): Promise<string> => {
  const words = await page.evaluate(() => document.body.innerText).catch(() => 'no words')
  return `It read, at ${page.url()}: ${words.replaceAll(/\s*\n\s*/g, ' | ').slice(0, 600)}`
}

const play = async <Kind extends Product>(name: string, { browser, product, api, channelId }: Cast<Kind>, body: (props: Props<Kind>) => Promise<void>) => {
  const contexts: BrowserContext[] = []
  const watched: Troubles[] = []
  const expected: RegExp[] = []
  const open = async (wishes: Wishes = {}) => {
    const context = await newContext(browser, product, wishes)
    contexts.push(context)
    watched.push(watchTroubles(context))
    const page = await context.newPage()
    if (wishes.path) await page.goto(wishes.path)
    return page
  }
  try {
    await body({
      open,
      product,
      api,
      troubles: { expect: (...patterns) => void expected.push(...patterns) },
      customer: (customerName) => createCustomer(api, channelId, customerName),
    })
    for (const troubles of watched) troubles.expect(...expected)
    assert.deepEqual(
      watched.flatMap((troubles) => troubles.all()),
      [],
      'the browser complained',
    )
  } catch (problem) {
    const pages = contexts.flatMap((context) => context.pages())
    const pictures = await Promise.all(pages.map((page, index) => picture(page, `failed ${name} ${index + 1}`).catch(() => 'no picture')))
    const words = await Promise.all(pages.map(wordsOn))
    throw new Error(
      `${problem instanceof Error ? problem.message : String(problem)}\nThe screens when it failed: ${pictures.join(', ')}\n${words.join('\n')}\nThe browser said: ${watched.flatMap((troubles) => troubles.all()).join('\n') || 'nothing'}`,
      { cause: problem },
    )
  } finally {
    // What a scene still holds back is no fault of the next one.
    await Promise.all(contexts.flatMap((context) => context.pages()).map((page) => page.unrouteAll({ behavior: 'ignoreErrors' })))
    await Promise.all(contexts.map((context) => context.close()))
  }
}

type Cast<Kind extends Product> = { browser: Browser; product: Kind; api: Api; channelId: string }

const stageOf = async <Kind extends Product>(starting: Promise<Kind>) => {
  const borrowing = borrowChromium()
  // Asked for first, so that the product is down when the database goes.
  after(async () => {
    await (await borrowing).giveBack()
    await (await starting).stop()
  })
  const [product, { browser }] = await Promise.all([starting, borrowing])
  const api = await signInToApi(product.url, product.email, product.password)
  const cast = { browser, product, api, channelId: await simulatorChannel(api) }
  return { product, scene: (name: string, body: (props: Props<Kind>) => Promise<void>) => void test(name, () => play(name, cast, body)) }
}

/** A product and a browser for one test file. A scene is a test that also fails when the browser complains; a failed one leaves pictures. */
export const openStage = (settings: Record<string, string> = {}) => stageOf(openProduct(settings))

/** A stage for what somebody sees who has just installed the product, or what is done to its process: it starts for the first time, from the command line. */
export const openFirstStage = (settings: Record<string, string> = {}) => stageOf(startProduct(settings))
