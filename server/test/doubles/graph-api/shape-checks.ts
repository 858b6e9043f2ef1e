import { GraphProblem } from './graph-problem.ts'

export type Shape = Record<string, unknown>

const MISSING = 131008
const INVALID = 131009

const length = (text: string) => [...text].length

export const need = (condition: boolean, details: string, code = INVALID): void => {
  if (!condition) throw new GraphProblem(code, details)
}

export const anObject = (value: unknown, path: string): Shape => {
  need(value !== undefined && value !== null, `The parameter ${path} is required.`, MISSING)
  need(typeof value === 'object' && !Array.isArray(value), `Param ${path} must be a JSON object.`, 100)
  return value as Shape
}

export const anArray = (value: unknown, path: string, min: number, max: number): unknown[] => {
  need(Array.isArray(value), `Param ${path} must be an array.`, 100)
  need((value as unknown[]).length >= min && (value as unknown[]).length <= max, `${path} must have ${min} to ${max} elements.`)
  return value as unknown[]
}

/** Text of `min` to `max` characters (code points). */
export const aText = (value: unknown, path: string, min: number, max: number): string => {
  need(value !== undefined, `The parameter ${path} is required.`, MISSING)
  need(typeof value === 'string', `Param ${path} must be a string.`, 100)
  const count = length(value as string)
  need(count >= min, `The parameter ${path} is required.`, MISSING)
  need(count <= max, `Param ${path} must be at most ${max} characters long.`, 100)
  return value as string
}

export const optionalText = (value: unknown, path: string, max: number): void => {
  if (value !== undefined) aText(value, path, 1, max)
}

export const oneOf = (value: unknown, path: string, allowed: readonly string[]): string => {
  need(typeof value === 'string' && allowed.includes(value), `Param ${path} must be one of {${allowed.join(', ')}} - got "${String(value)}".`, 100)
  return value as string
}

/** Graph refuses keys that it does not know inside its objects. */
export const onlyKeys = (shape: Shape, path: string, allowed: readonly string[]): void => {
  const extra = Object.keys(shape).find((key) => !allowed.includes(key))
  need(extra === undefined, `Unexpected key "${extra}" on param "${path}".`, 100)
}

export const unique = (values: string[], path: string): void => need(new Set(values).size === values.length, `${path} must be unique.`)
