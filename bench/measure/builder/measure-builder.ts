import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, CDPSession, Page } from 'playwright-core'
import { launchChromium } from '../../../e2e/kit/chromium.ts'
import { openApi } from '../../product/api.ts'
import { freePort } from '../../product/free-port.ts'
import { ownerEmail, ownerPassword, startProduct } from '../../product/start-product.ts'
import { median, timesOf, type Times } from '../percentiles.ts'
import { longFlow } from './long-flow.ts'
import { framesSeen, isAtRest, opened, watchDrawing, watchFrames } from './watch-drawing.ts'

/** `ms` on the clock, `work`: of it the page's own main thread, which moves less on a busy machine. */
type Taken = { ms: number; work: number }
type Moved = { frames: Times; late: number; workPerMove: number }
export type BuilderTimes = {
  steps: number
  rounds: number
  processors: number
  fromList: Taken
  fromAddress: Taken
  withoutPlaces: Taken
  moves: Record<string, Moved>
  keys: Times
}

const steps = 300
/** Of a pan or drag: so many moves of the mouse. */
const moves = 90
/** Nothing more is drawn for so long: it is done, in ms. */
const quiet = 700

type Stage = { page: Page; cdp: CDPSession; url: string }

/** Milliseconds that the main thread has worked so far. */
const workOf = async (cdp: CDPSession): Promise<number> => {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000
}

const newPage = async (context: BrowserContext): Promise<{ page: Page; cdp: CDPSession }> => {
  const page = await context.newPage()
  await page.addInitScript(watchDrawing)
  const cdp = await context.newCDPSession(page)
  await cdp.send('Performance.setTimeDomain', { timeDomain: 'threadTicks' })
  await cdp.send('Performance.enable')
  return { page, cdp }
}

const atRest = (page: Page) => page.waitForFunction(isAtRest, quiet, { timeout: 60_000, polling: 100 })

const opening = async ({ page, cdp }: Stage, begin: () => Promise<unknown>): Promise<Taken> => {
  const before = await workOf(cdp)
  await begin()
  await atRest(page)
  return { ms: await page.evaluate(opened), work: (await workOf(cdp)) - before }
}

/** From a tab that has nothing: the address is typed. */
const fromAddress = async (context: BrowserContext, address: string): Promise<Taken> => {
  const { page, cdp } = await newPage(context)
  const taken = await opening({ page, cdp, url: address }, () => page.goto(address))
  await page.close()
  return taken
}

/** From the list of flows, as it is used all day. */
const fromList = async (context: BrowserContext, url: string, name: string): Promise<Taken> => {
  const { page, cdp } = await newPage(context)
  await page.goto(`${url}/a/demo/flows`)
  const link = page.getByRole('link', { name: new RegExp(`^${name}`) })
  await link.hover()
  const taken = await opening({ page, cdp, url }, () => link.click())
  await page.close()
  return taken
}

/** Moves the mouse with its button down over so many frames, and notes each of them. */
const dragFrom = async ({ page, cdp }: Stage, x: number, y: number): Promise<Moved> => {
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 5, y + 5, { steps: 3 })
  const before = await workOf(cdp)
  await page.evaluate(watchFrames)
  for (let move = 1; move <= moves; move++) await page.mouse.move(x + Math.round(90 * Math.sin(move / 8)), y + Math.round(70 * Math.sin(move / 11)))
  const frames = await page.evaluate(framesSeen)
  const work = (await workOf(cdp)) - before
  await page.mouse.up()
  // A frame later than one and a half times 1/60 s is seen as a jerk.
  return { frames: timesOf(frames), late: frames.filter((ms) => ms > 25).length / frames.length, workPerMove: work / moves }
}

const middleOfCard = async (page: Page): Promise<[number, number]> => {
  const seen = await page.locator('main .react-flow').boundingBox()
  const boxes = await page.locator('.react-flow [data-step]').evaluateAll((cards) => cards.map((card) => card.getBoundingClientRect().toJSON() as DOMRect))
  if (!seen) throw new Error('there is no canvas')
  const [x, y] = [seen.x + seen.width / 2, seen.y + seen.height / 2]
  const nearest = boxes.toSorted((one, other) => Math.hypot(one.x - x, one.y - y) - Math.hypot(other.x - x, other.y - y))[0]!
  return [nearest.x + nearest.width / 2, nearest.y + Math.min(12, nearest.height / 6)]
}

const nothingAt = async (page: Page): Promise<[number, number]> => {
  const free = await page.evaluate(() => {
    const canvas = document.querySelector('.react-flow')!.getBoundingClientRect()
    for (let y = canvas.top + 20; y < canvas.bottom - 60; y += 7)
      for (let x = canvas.left + canvas.width / 3; x < canvas.right - 30; x += 7)
        if (document.elementFromPoint(x, y)?.classList.contains('react-flow__pane')) return [x, y] as [number, number]
    return null
  })
  if (!free) throw new Error('there is no free place on the canvas')
  return free
}

/** Letters into the text of a step: from each key until it is painted. */
const typing = async (page: Page): Promise<number[]> => {
  const [x, y] = await middleOfCard(page)
  await page.mouse.click(x, y)
  await page.locator('[data-step-form] textarea, [data-step-form] input').first().focus()
  await page.evaluate(() => void (window.drawing.keys = []))
  const words = 'Te esperamos en la puerta a las cinco'
  await page.keyboard.type(words, { delay: 40 })
  await page.waitForFunction((count) => window.drawing.keys.length >= count, words.length)
  return page.evaluate(() => window.drawing.keys)
}

const middle = (taken: Taken[]): Taken => ({ ms: median(taken.map(({ ms }) => ms)), work: median(taken.map(({ work }) => work)) })
const middleMove = (moved: Moved[]): Moved => ({
  frames: {
    p50: median(moved.map(({ frames }) => frames.p50)),
    p95: median(moved.map(({ frames }) => frames.p95)),
    p99: median(moved.map(({ frames }) => frames.p99)),
    max: Math.max(...moved.map(({ frames }) => frames.max)),
  },
  late: median(moved.map(({ late }) => late)),
  workPerMove: median(moved.map(({ workPerMove }) => workPerMove)),
})

const movesIn = async (stage: Stage): Promise<Record<string, Moved>> => {
  const { page } = stage
  const near = { drag: await dragFrom(stage, ...(await middleOfCard(page))), pan: await dragFrom(stage, ...(await nothingAt(page))) }
  await page.keyboard.press('f')
  await atRest(page)
  const whole = { drag: await dragFrom(stage, ...(await middleOfCard(page))), pan: await dragFrom(stage, ...(await nothingAt(page))) }
  return { 'drag a step': near.drag, pan: near.pan, 'drag, all in sight': whole.drag, 'pan, all in sight': whole.pan }
}

/** A flow of 300 steps in the builder, in Chromium, against the product as it is started: opening, dragging, panning, typing. */
export const measureBuilder = async (rounds: number, tell: (line: string) => void): Promise<BuilderTimes> => {
  await using held = new AsyncDisposableStack()
  const dataDir = mkdtempSync(join(tmpdir(), 'chasqui-bench-'))
  held.defer(() => rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }))
  const { url, stop } = await startProduct({ dataDir, port: await freePort(), graphUrl: 'http://127.0.0.1:1', environment: { LOG_LEVEL: 'warn' } })
  held.defer(stop)
  const api = await openApi(url)
  const make = async (name: string, hasPlaces: boolean) =>
    (await api.send<{ id: string }>('POST', '/api/flows', { name, definition: longFlow(steps, hasPlaces) })).id
  const [drawn, bare] = [await make('Drawn', true), await make('Bare', false)]
  const browser = await launchChromium({ asUsed: true })
  held.defer(() => browser.close())
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    storageState: { cookies: [], origins: [{ origin: url, localStorage: [{ name: 'chasqui.signed-in', value: 'yes' }] }] },
  })
  const signIn = await context.request.post(`${url}/api/auth/login`, { data: { email: ownerEmail, password: ownerPassword, tokenDelivery: 'cookie' } })
  if (!signIn.ok()) throw new Error(`sign-in was refused with ${signIn.status()}`)
  const address = (id: string) => `${url}/a/demo/flows/${id}`

  const found = {
    fromList: [] as Taken[],
    fromAddress: [] as Taken[],
    withoutPlaces: [] as Taken[],
    moves: [] as Record<string, Moved>[],
    keys: [] as number[],
  }
  // The first opening fills the browser's own stores and compiles code: the next ones are what is met all day.
  await fromAddress(context, address(drawn))
  for (let round = 0; round < rounds; round++) {
    found.fromAddress.push(await fromAddress(context, address(drawn)))
    found.fromList.push(await fromList(context, url, 'Drawn'))
    found.withoutPlaces.push(await fromAddress(context, address(bare)))
    const { page, cdp } = await newPage(context)
    await page.goto(address(drawn))
    await atRest(page)
    found.keys.push(...(await typing(page)))
    found.moves.push(await movesIn({ page, cdp, url }))
    await page.close()
    tell(`round ${round + 1}: opened in ${found.fromList.at(-1)!.ms.toFixed(0)} ms from the list`)
  }
  return {
    steps,
    rounds,
    processors: availableParallelism(),
    fromList: middle(found.fromList),
    fromAddress: middle(found.fromAddress),
    withoutPlaces: middle(found.withoutPlaces),
    moves: Object.fromEntries(Object.keys(found.moves[0]!).map((name) => [name, middleMove(found.moves.map((one) => one[name]!))])),
    keys: timesOf(found.keys),
  }
}
