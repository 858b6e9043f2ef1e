import type { Value } from '../../engine/run-state.ts'

/** A path into an answer: names and places in lists. Nothing is evaluated, nothing is searched. */
export type PathStep = string | number
const longestPath = 20

const piece = /^(?:\.?([^.[\]"'\s][^.[\]"']*)|\[(\d{1,6})\]|\[(?:"([^"\]]*)"|'([^'\]]*)')\])/

/** Reads `data.items[0].name`, `$.data["odd name"]`, or `$` for the whole answer; null when it is no path. */
export const readPath = (path: string): PathStep[] | null => {
  let rest = path.trim()
  const rooted = rest.startsWith('$')
  if (rooted) rest = rest.slice(1)
  if (rest === '') return rooted ? [] : null
  if (!rooted && rest.startsWith('.')) return null
  const steps: PathStep[] = []
  while (rest !== '') {
    const found = piece.exec(rest)
    if (!found || steps.length === longestPath) return null
    // After a name or a place only a dot begins the next name.
    if (found[1] !== undefined && !found[0].startsWith('.') && (steps.length > 0 || rooted)) return null
    steps.push(found[2] === undefined ? (found[1]?.trimEnd() ?? found[3] ?? found[4]!) : Number(found[2]))
    rest = rest.slice(found[0].length)
  }
  return steps
}

/** What stands at a path; undefined when nothing does. Only what the answer itself has is found, never what all objects have. */
export const at = (answer: unknown, path: PathStep[]): unknown =>
  path.reduce<unknown>(
    (inner, step) => (typeof inner === 'object' && inner !== null && Object.hasOwn(inner, step) ? Reflect.get(inner, step) : undefined),
    answer,
  )

/** As a variable keeps it: texts, numbers, true and false as they are, lists and objects as JSON; null for what is not there. */
export const asValue = (found: unknown): Value | null => {
  if (found === undefined || found === null) return null
  if (typeof found === 'string') return found.replaceAll('\u0000', '').toWellFormed()
  if (typeof found === 'number') return Number.isFinite(found) ? found : null
  if (typeof found === 'boolean') return found
  return JSON.stringify(found).replaceAll('\\u0000', '')
}
