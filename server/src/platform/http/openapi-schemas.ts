import { z } from 'zod'

export type JsonSchema = { [key: string]: unknown }

/** Formats that say better what Zod's long patterns say. */
const wellKnownFormats = ['uuid', 'date-time', 'email', 'uri']

/** Leaves out what only machines that generate machines need: patterns beside a format, the bounds of safe integers, closed answers. */
const simplify = ({ jsonSchema }: { jsonSchema: JsonSchema }): void => {
  if (wellKnownFormats.includes(String(jsonSchema.format))) delete jsonSchema.pattern
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
  if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties
}

/** Points references at the document's components, under the names that `rename` gives them. */
const redirect = (value: unknown, rename: (name: string) => string): unknown => {
  if (Array.isArray(value)) return value.map((item) => redirect(item, rename))
  if (value === null || typeof value !== 'object') return value
  const entry = ([key, item]: [string, unknown]): [string, unknown] =>
    key === '$ref' && typeof item === 'string' ? [key, `#/components/schemas/${rename(item.replace('#/$defs/', ''))}`] : [key, redirect(item, rename)]
  return Object.fromEntries(Object.entries(value).map(entry))
}

/** `input`: what callers write, where fields with a default may be left out. `output`: what they read, where every field is there. */
export type Direction = 'input' | 'output'
export type SchemaBook = { write(schema: z.ZodType, direction: Direction): JsonSchema; components(): Record<string, JsonSchema> }

/**
 * Turns Zod schemas into JSON Schema 2020-12 and collects the named ones (`meta({id})`) as components. Those of the input direction are
 * called `…Input`, because the two directions differ wherever there is a default.
 */
export const createSchemaBook = (): SchemaBook => {
  const components = new Map<string, JsonSchema>()
  const write = (schema: z.ZodType, direction: Direction): JsonSchema => {
    const options = { io: direction, unrepresentable: 'any', target: 'draft-2020-12', override: simplify as never } as const
    const { $schema: _dialect, $defs = {}, ...own } = z.toJSONSchema(schema, options) as JsonSchema & { $defs?: Record<string, JsonSchema> }
    const rename = (name: string) => (direction === 'output' ? name : `${name}Input`)
    for (const [name, { id: _id, ...definition }] of Object.entries($defs)) components.set(rename(name), redirect(definition, rename) as JsonSchema)
    return redirect(own, rename) as JsonSchema
  }
  return { write, components: () => Object.fromEntries([...components].sort(([one], [other]) => (one < other ? -1 : 1))) }
}
