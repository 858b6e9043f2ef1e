import fc from 'fast-check'

/** What is looked at of a shape. */
export type Shape = {
  def: {
    type: string
    shape?: Record<string, Shape>
    element?: Shape
    innerType?: Shape
    options?: readonly Shape[]
    keyType?: Shape
    valueType?: Shape
    values?: readonly unknown[]
    entries?: Record<string, string | number>
    checks?: readonly { _zod: { def: Check } }[]
  } & Partial<Check>
}
type Check = { check: string; minimum?: number; maximum?: number; value?: number | bigint; format?: string; pattern?: RegExp }

/** Values for shapes of which more is known than they tell: a name of a step is one of the flow's. */
export type Known = { shapes: ReadonlyMap<unknown, fc.Arbitrary<unknown>>; words: fc.Arbitrary<string> }

/** Most elements of a list whose shape allows more. */
const longestList = 6

/** Any value that a shape takes, also of a shape that did not exist when this was written. */
export const arbitraryOf = (shape: Shape, known: Known): fc.Arbitrary<unknown> => {
  const found = known.shapes.get(shape)
  if (found) return found
  const { def } = shape
  const inner = (other: Shape | undefined) => arbitraryOf(other!, known)
  const checks = (def.checks ?? []).map(({ _zod }) => _zod.def)
  switch (def.type) {
    case 'object':
      return objectOf(def.shape!, known)
    case 'optional':
    case 'default':
    case 'prefault':
      return fc.option(inner(def.innerType), { nil: undefined })
    case 'nullable':
      return fc.option(inner(def.innerType), { nil: null })
    case 'array':
      return fc.array(inner(def.element), {
        minLength: boundOf(checks, 'min_length', 0),
        maxLength: Math.min(boundOf(checks, 'max_length', longestList), longestList),
      })
    case 'union':
      return fc.oneof(...def.options!.map((option) => inner(option)))
    case 'record':
      return fc.dictionary(inner(def.keyType) as fc.Arbitrary<string>, inner(def.valueType), { maxKeys: 3 })
    case 'literal':
      return fc.constantFrom(...def.values!)
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries!))
    case 'boolean':
      return fc.boolean()
    case 'number':
      return numberOf(checks)
    case 'string':
      return stringOf(def.pattern ? [...checks, def as Check] : checks, known.words)
    case 'unknown':
      return fc.oneof(known.words, fc.record({ type: fc.constant('text'), text: known.words }), fc.integer(), fc.constant(null))
    default:
      throw new Error(`There is no arbitrary for shapes of the type ${def.type} yet: add it here.`)
  }
}

const objectOf = (shape: Record<string, Shape>, known: Known): fc.Arbitrary<unknown> =>
  fc
    .record(Object.fromEntries(Object.entries(shape).map(([key, value]) => [key, arbitraryOf(value, known)])))
    .map((made) => Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined)))

const boundOf = (checks: Check[], name: string, otherwise: number): number => {
  const check = checks.find((each) => each.check === name)
  return check?.minimum ?? check?.maximum ?? otherwise
}

const numberOf = (checks: Check[]): fc.Arbitrary<number> => {
  const bounds = (name: string) => checks.filter(({ check }) => check === name).map(({ value }) => Number(value))
  const min = Math.max(-1000, ...bounds('greater_than'))
  const max = Math.min(100_000, ...bounds('less_than'))
  if (checks.some(({ check }) => check === 'number_format')) return fc.integer({ min, max })
  return fc.oneof(
    fc.integer({ min: Math.ceil(min), max: Math.floor(max) }),
    fc.double({ min, max, noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
  )
}

const stringOf = (checks: Check[], words: fc.Arbitrary<string>): fc.Arbitrary<string> => {
  const format = checks.find(({ check }) => check === 'string_format')
  if (format?.format === 'uuid') return fc.uuid()
  if (format?.format === 'url') return fc.webUrl()
  if (format?.pattern) return fc.stringMatching(format.pattern)
  const [least, most] = [boundOf(checks, 'min_length', 0), boundOf(checks, 'max_length', 4096)]
  const fitting = words.map((text) => text.slice(0, most).toWellFormed())
  return least === 0 ? fitting : fitting.map((text) => ([...text.trim()].length < least ? 'x'.repeat(least) : text))
}
