import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'

/** Waits as a person would: until it is on screen, until it is gone, until there are so many. Nothing here counts seconds. */
export const seen = (locator: Locator): Promise<void> => locator.first().waitFor({ state: 'visible' })
export const gone = (locator: Locator): Promise<void> => locator.first().waitFor({ state: 'hidden' })

/** Looks again every so many ms. */
const pulse = 50

/** Waits until what is looked at is as wanted; fails with what was found last. */
export const becomes = async <Found>(look: () => Promise<Found>, wanted: Found, what: string, patience = 10_000): Promise<void> => {
  const deadline = performance.now() + patience
  for (;;) {
    const found = await look()
    try {
      return assert.deepEqual(found, wanted, what)
    } catch (problem) {
      if (performance.now() > deadline) throw problem
    }
    await new Promise((resolve) => setTimeout(resolve, pulse))
  }
}

export const countIs = (locator: Locator, count: number, what: string): Promise<void> => becomes(() => locator.count(), count, what)

/** The part of the address behind the tenant, for example `/inbox/all`. */
export const placeOf = (page: Page): string => new URL(page.url()).pathname.replace(/^\/a\/[^/]+/, '')

const mark = 'stillTheSamePage'

/** Marks the page's world; `isSamePage` tells later whether it was reloaded since. */
export const markPage = (page: Page): Promise<void> => page.evaluate((name) => void Reflect.set(window, name, true), mark)
export const isSamePage = (page: Page): Promise<boolean> => page.evaluate((name) => Reflect.get(window, name) === true, mark)
