/** The schema of the definitions that this product writes. */
export const currentSchema = 1

/** Makes of a definition of one schema the same one of the next: pure, total on what its schema takes, and never changed once it has landed. */
type Migration = (older: Record<string, unknown>) => Record<string, unknown>

/** By the schema that they begin with. Additions to steps need none of them: what is new is optional or has a default. */
const migrations: Readonly<Record<number, Migration>> = {}

/** A definition of a schema that this product does not know: of a later version of it, or of nobody. */
export class UnknownSchema extends Error {
  readonly schema: unknown
  constructor(schema: unknown) {
    super(`flows of the schema ${JSON.stringify(schema) ?? 'undefined'} are not known here`)
    this.name = 'UnknownSchema'
    this.schema = schema
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Takes a stored or imported definition forward to the current schema, step by step. What is no definition at all stays as it is: its shape is judged elsewhere. */
export const migrate = (definition: unknown, to: number, known: Readonly<Record<number, Migration>>): unknown => {
  if (!isObject(definition) || definition['schema'] === undefined) return definition
  let migrated = definition
  while (migrated['schema'] !== to) {
    const from = migrated['schema']
    const forward = typeof from === 'number' && from < to && Object.hasOwn(known, from) ? known[from] : undefined
    if (!forward) throw new UnknownSchema(from)
    migrated = { ...forward(migrated), schema: (from as number) + 1 }
  }
  return migrated
}

/** A definition of any schema that ever was, as one of today. Throws `UnknownSchema` for one of tomorrow. */
export const migrateDefinition = (definition: unknown): unknown => migrate(definition, currentSchema, migrations)
