import type { PathStep } from './path.ts'

/** A place in an answer, as a path writes it, and what stands there in short. */
export type FoundPath = { path: string; value: string }

/** Places that are offered, and how deep they lie at most. */
const mostPaths = 200
const deepest = 8
/** Of a list only the first ones are looked at: the others look alike. */
const mostItems = 3
const longestShown = 60

const plainName = /^[^.[\]"'\s$][^.[\]"'\s]*$/

/** A path as `readPath` reads it; null for names that no path can hold. */
export const writePath = (steps: PathStep[]): string | null => {
  let path = ''
  for (const step of steps) {
    if (typeof step === 'number') path += `[${step}]`
    else if (plainName.test(step)) path += path === '' ? step : `.${step}`
    else if (!/["\]]/.test(step)) path += `["${step}"]`
    else return null
  }
  return path === '' ? '$' : path
}

/** The places of an answer that hold a text, a number, true or false, for whoever chooses what to keep; none for what is no JSON. */
export const pathsIn = (body: string): FoundPath[] => {
  const found: FoundPath[] = []
  try {
    collect(JSON.parse(body), [], found)
  } catch {
    return []
  }
  return found
}

const collect = (value: unknown, at: PathStep[], found: FoundPath[]): void => {
  if (found.length >= mostPaths || value === null) return
  if (typeof value !== 'object') {
    const path = writePath(at)
    if (path !== null && path.length <= 200) found.push({ path, value: String(value).slice(0, longestShown).toWellFormed() })
    return
  }
  if (at.length >= deepest) return
  if (Array.isArray(value)) for (const [index, item] of value.slice(0, mostItems).entries()) collect(item, [...at, index], found)
  else for (const [name, inner] of Object.entries(value)) collect(inner, [...at, name], found)
}

/** A name for the variable that keeps what stands at a path: its last name, in letters that variables may have. */
export const variableFor = (path: string, taken: readonly string[]): string => {
  const last = path.match(/[^.[\]"'$]*[\p{L}_][^.[\]"'$]*/gu)?.at(-1) ?? 'value'
  const plain =
    last
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .replace(/[^a-zA-Z0-9_]+/g, '_')
      .replace(/^[^a-zA-Z]+|_+$/g, '')
      .slice(0, 50) || 'value'
  for (let number = 1; ; number++) {
    const name = number === 1 ? plain : `${plain}_${number}`
    if (!taken.includes(name)) return name
  }
}
