import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'
import { becomes } from './look.ts'

/** Handed to a page once: reading half a megabyte of script before each look would take as long as the look. */
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const options: RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  resultTypes: ['violations'],
}

/** A colour on its way to another is neither of them. What moves without an end is not waited for. */
const isAtRest = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.getAnimations().every(({ playState, effect }) => playState !== 'running' || effect?.getComputedTiming().endTime === Infinity))

type InPage = { axe: { run(within: string, options: RunOptions): Promise<AxeResults> } }
/**
 * What stands on a canvas is as large as whoever looks at it makes it, and there is another way to each of its acts: its size says nothing. What is half under
 * a bar that stays while the page goes on below it is looked at once more in the middle of the screen, where whoever means it brings it.
 */
const run = (page: Page, within: string): Promise<AxeResults['violations']> =>
  page.evaluate(
    async ([where, how]) => {
      const { axe } = window as unknown as InPage
      const { violations } = await axe.run(where, how)
      const elementOf = ([selector]: unknown[]) => document.querySelector(String(selector))
      const sized = async (target: unknown[]): Promise<boolean> => {
        elementOf(target)?.scrollIntoView({ block: 'center', behavior: 'instant' })
        const again = await axe.run(where, { runOnly: { type: 'rule', values: ['target-size'] }, resultTypes: ['violations'] })
        return !again.violations.some(({ nodes }) => nodes.some((node) => String(node.target) === String(target)))
      }
      const isSmall = async (target: unknown[]) => !elementOf(target)?.closest('.react-flow__viewport') && !(await sized(target))
      for (const found of violations) {
        if (found.id !== 'target-size') continue
        const small = []
        for (const node of found.nodes) if (await isSmall(node.target)) small.push(node)
        found.nodes = small
      }
      return violations
    },
    [within, options] as const,
  )

/** What axe calls serious or critical against WCAG 2.2 A and AA, one line each: rule, what is wrong, where. `within` narrows the look to a part. */
export const barriers = async (page: Page, within = 'html'): Promise<string[]> => {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe)
  await becomes(() => isAtRest(page), true, 'nothing is on its way to another look')
  const violations = await run(page, within)
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${help} · ${target.join(' ')} · ${failureSummary?.split('\n').slice(1).join(' ').trim()}`),
    )
}
