import type { ElementHandle, Locator, Page } from 'playwright-core'
import { becomes } from './look.ts'

/**
 * The screen without a mouse. Each look answers what is wrong, in words. `within` is what holds the focus: the page, or the dialog over it.
 */
type Step = { name: string; isStop: boolean; inside: boolean; at: number; seen: boolean }

/** Lives in the page: knows what Tab should reach, and tells where the focus is and whether it can be seen there. */
const install = (page: Page, within: string) =>
  page.evaluate((selector) => {
    const shown = (element: Element) => {
      const { width, height } = element.getBoundingClientRect()
      return element.checkVisibility({ visibilityProperty: true }) && width > 0 && height > 0
    }
    const root = [...document.querySelectorAll(selector)].findLast(shown) ?? document.body
    const candidates = [...root.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex], [contenteditable=true]')]
    const isChosenRadio = (element: HTMLElement) => {
      if (!(element instanceof HTMLInputElement) || element.type !== 'radio' || element.checked) return true
      const group = candidates.filter((one): one is HTMLInputElement => one instanceof HTMLInputElement && one.type === 'radio' && one.name === element.name)
      return !group.some((one) => one.checked) && group[0] === element
    }
    /** Tabs and choices of which one has the place of all: what is around them hands the focus on at once. */
    const handsOn = (element: HTMLElement) => element.matches('[role=tablist], [role=radiogroup], [role=group]') && element.querySelector('[tabindex]') !== null
    const stops = candidates.filter(
      (element) => element.tabIndex >= 0 && !handsOn(element) && !element.matches(':disabled, [inert] *') && shown(element) && isChosenRadio(element),
    )
    const nameOf = (element: Element) =>
      `${element.tagName.toLowerCase()}${element.getAttribute('role') ? `[${element.getAttribute('role')}]` : ''} «${(element.getAttribute('aria-label') ?? (element.textContent || element.getAttribute('name')) ?? '').trim().slice(0, 40)}»`
    /** What can show that the focus is here: the element, what it points at, and what is around it. */
    const lookOf = (element: Element) =>
      [
        element,
        document.getElementById(element.getAttribute('aria-activedescendant') ?? '') ?? element,
        element.parentElement,
        element.parentElement?.parentElement,
      ]
        .flatMap((one) => (one ? [getComputedStyle(one)] : []))
        .map((style) => [style.outlineStyle, style.outlineWidth, style.boxShadow, style.borderColor, style.backgroundColor].join())
        .join(' ')
    let [here, look]: [Element | null, string] = [null, '']
    let before: { step: Step; element: Element; look: string } | null = null
    const where = (): Step | null => {
      const element = document.activeElement
      if (before) before.step.seen = before.element === element || lookOf(before.element) !== before.look
      const last = before?.step ?? null
      before = null
      if (element && element !== document.body) {
        const step = {
          name: nameOf(element),
          isStop: stops.includes(element as HTMLElement),
          inside: root.contains(element),
          at: candidates.indexOf(element as HTMLElement),
          seen: true,
        }
        // A date has several stops inside: it is as it was when the focus came.
        before = { step, element, look: last && here === element ? look : lookOf(element) }
        ;[here, look] = [element, before.look]
      }
      return last
    }
    Reflect.set(window, 'keyboard', { where })
    return {
      stops: stops.map((stop) => ({ name: nameOf(stop), at: candidates.indexOf(stop) })),
      ahead: candidates.filter((one) => one.tabIndex > 0).map(nameOf),
    }
  }, within)

/** Where the focus was before the last key; null when it was nowhere. */
const stepOf = (page: Page): Promise<Step | null> => page.evaluate(() => (Reflect.get(window, 'keyboard') as { where(): Step | null }).where())

/** Tab leads to everything that can be used, in the order of the page, each seen when it is its turn, and round again. */
export const tabThrough = async (page: Page, within = 'body'): Promise<string[]> => {
  for (let tries = 3; ; tries -= 1) {
    const before = await install(page, within)
    const wrong = await goRound(page, within, before)
    if (wrong.length === 0 || tries === 1) return wrong
    // What was still being loaded on the way is walked once more.
    const { stops } = await install(page, within)
    if (JSON.stringify(stops) === JSON.stringify(before.stops)) return wrong
  }
}

const goRound = async (page: Page, within: string, { stops, ahead }: Awaited<ReturnType<typeof install>>): Promise<string[]> => {
  const visited: Step[] = []
  const rounds = stops.length * 2 + 8
  for (let press = 0; press <= rounds; press += 1) {
    const step = await stepOf(page)
    if (step && press > 0) {
      const isRound = visited.slice(0, -1).some(({ at }) => at >= 0 && at === step.at)
      if (isRound && stops.every((stop) => visited.some(({ at }) => at === stop.at))) break
      visited.push(step)
    }
    await page.keyboard.press('Tab')
  }
  const reached = new Set(visited.map(({ at }) => at))
  const turns = visited.filter((step, index) => step.at >= 0 && index > 0 && step.at < (visited[index - 1]?.at ?? -1)).length
  return [
    ...ahead.map((name) => `${name} pushes itself forward with a tabindex above 0`),
    ...stops.filter(({ at }) => !reached.has(at)).map(({ name }) => `Tab never reaches ${name}`),
    ...[...new Set(visited.filter(({ seen }) => !seen).map(({ name }) => name))].map((name) => `nothing shows that the focus is at ${name}`),
    ...(turns > 2 ? [`Tab jumps back ${turns} times: ${visited.map(({ name }) => name).join(' → ')}`] : []),
    ...(within === 'body'
      ? []
      : [...new Set(visited.filter(({ inside }) => !inside).map(({ name }) => name))].map((name) => `the focus leaves the dialog for ${name}`)),
  ]
}

const isFocused = (locator: Locator): Promise<boolean> => locator.evaluate((element) => element === document.activeElement)
const holdsFocus = (locator: Locator): Promise<boolean> => locator.evaluate((element) => element.contains(document.activeElement)).catch(() => false)
const nameOf = (locator: Locator): Promise<string> =>
  locator.evaluate((element) => `«${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)}»`)

/** Looks until it is so; what it would be about when it is not. */
const unless = async (look: () => Promise<boolean>, wrong: string, patience = 2000): Promise<string[]> => {
  try {
    await becomes(look, true, wrong, patience)
    return []
  } catch {
    return [wrong]
  }
}

/** Where arrows lead among items: the focus itself, or what the list points at. */
const current = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement
    const item = document.getElementById(element?.getAttribute('aria-activedescendant') ?? '') ?? element
    return `${[...document.querySelectorAll('*')].indexOf(item ?? document.body)}`
  })

/** Tabs, choices and lists: one stop each, arrows inside. */
export const arrowsWork = async (page: Page, within = 'body'): Promise<string[]> => {
  const wrong: string[] = []
  const items = { tablist: '[role=tab]', radiogroup: '[role=radio]', listbox: '[role=option]' }
  for (const [role, item] of Object.entries(items))
    for (const group of await page.locator(within).last().locator(`[role=${role}]:visible`).all()) {
      if ((await group.locator(`${item}:not([disabled])`).count()) < 2) continue
      const stop = (await group.getAttribute('tabindex')) === '0' ? group : group.locator(`${item}[tabindex="0"]`).first()
      if ((await stop.count()) === 0) continue
      await stop.focus()
      const before = await current(page)
      const [there, back] = role === 'listbox' ? ['ArrowDown', 'ArrowUp'] : ['ArrowRight', 'ArrowLeft']
      const moved = async () => (await current(page)) !== before
      await page.keyboard.press(there)
      const name = await nameOf(group)
      if (!(await moved())) await page.keyboard.press(back)
      wrong.push(...(await unless(moved, `arrows do not move in the ${role} ${name}`)))
      await page.keyboard.press(back)
    }
  return wrong
}

/** Menus and the like behind a button: Enter opens and leads in, arrows move in menus, Escape closes and leads back. */
export const popupsWork = async (page: Page, within = 'body'): Promise<string[]> => {
  const wrong: string[] = []
  const tried = new Map<string, number>()
  for (const button of await page.locator(within).last().locator('[aria-haspopup=menu]:visible, [aria-haspopup=dialog]:visible').all()) {
    const name = await nameOf(button)
    // Every message has the same menu: the first one speaks for all.
    const kind = await button.evaluate((element) => element.getAttribute('aria-label') ?? element.className)
    if (tried.has(kind)) continue
    tried.set(kind, 1)
    const role = (await button.getAttribute('aria-haspopup')) ?? 'menu'
    await button.focus()
    await page.keyboard.press('Enter')
    const popup = page.locator(`[role=${role}][data-state=open], [role=${role}]:popover-open`).last()
    const opened = await unless(() => holdsFocus(popup), `Enter on ${name} does not lead into its ${role}`)
    wrong.push(...opened)
    if (opened.length > 0) continue
    if (role === 'menu' && (await popup.locator('[role^=menuitem]:not([data-disabled])').count()) > 1) {
      // The menu takes the focus first and hands it to its first item in the next moment.
      wrong.push(...(await unless(() => holdsFocus(popup.locator('[role^=menuitem]:focus')), `Enter on ${name} does not lead to an item`)))
      const before = await current(page)
      const moved = async () => (await current(page)) !== before
      await page.keyboard.press('ArrowDown')
      if ((await unless(moved, '')).length > 0) await page.keyboard.press('ArrowDown')
      wrong.push(...(await unless(moved, `arrows do not move in the menu of ${name}`)))
    }
    await page.keyboard.press('Escape')
    wrong.push(...(await unless(async () => !(await popup.isVisible()), `Escape does not close the ${role} of ${name}`)))
    wrong.push(...(await unless(() => isFocused(button), `the focus does not come back to ${name}`)))
  }
  return wrong
}

/** What was opened by keys: it takes the focus, keeps it, lets it go with Escape, and gives it back to where it was. */
export const dialogWorks = async (page: Page, opener: ElementHandle<Element> | null): Promise<string[]> => {
  const dialog = page.getByRole('dialog').last()
  const wrong = await unless(() => holdsFocus(dialog), 'the dialog does not take the focus')
  wrong.push(...(await tabThrough(page, '[role=dialog]')), ...(await arrowsWork(page, '[role=dialog]')))
  const isGone = async () => !(await dialog.isVisible())
  await page.keyboard.press('Escape')
  // The first one may take away what explains the button that has the focus.
  if ((await unless(isGone, 'still there', 500)).length > 0) await page.keyboard.press('Escape')
  wrong.push(...(await unless(isGone, 'Escape does not close the dialog')))
  if (opener)
    wrong.push(
      ...(await unless(() => opener.evaluate((element) => element === document.activeElement), 'the focus does not come back to what opened the dialog')),
    )
  return wrong
}
