import type { Source, Tree } from '../sources.ts'
import type { Violation } from '../violation.ts'

/**
 * Files outside a table's own module that may name it, with the reason. Keep it short: a port, an event or a published view (`…_card`,
 * `…_fact`) is the way to somebody else's facts.
 */
const exceptions: { path: string; relations: RegExp; because: string }[] = [
  { path: 'server/src/composition/remove-tenant.ts', relations: /./, because: 'a tenant goes with everything it has, in the order of the foreign keys' },
  {
    path: 'server/src/composition/export/exported-tables.ts',
    relations: /^(platform\.idempotency|audit\.(record|head|anchor|canonical)|files\.file)$/,
    because: 'names what an export leaves out, and the hashes that it shows',
  },
  {
    path: 'server/src/composition/export/export-tenant.ts',
    relations: /^files\.file$/,
    because: 'lists the files of an export in the one moment of all its rows',
  },
  {
    path: 'server/src/composition/export/exported-tables.ts',
    relations: /^channels\.session_key$/,
    because: 'names what no export takes along',
  },
  {
    path: 'server/src/composition/installation.ts',
    relations: /^(platform\.(lane|job|outbox|dead_letter)|channels\.channel|tenancy\.tenant)$/,
    because: 'the state of the installation in one statement, for its host',
  },
  {
    path: 'server/src/composition/health.ts',
    relations: /^(platform\.lane|channels\.channel)$/,
    because: 'the state of all parts in one statement, as the system role, which sees no views',
  },
  {
    path: 'server/src/modules/analytics/home.ts',
    relations: /^platform\.(outbox|dead_letter)$/,
    because: 'counts what needs somebody in the one statement of the home page',
  },
]

const created =
  /create\s+(?:or\s+replace\s+)?(?:unlogged\s+)?(?:table|view|materialized\s+view|function|procedure)\s+(?:if\s+not\s+exists\s+)?(\w+)\."?(\w+)"?/gi

/** Every table, view and function of the migrations as `schema.name`. */
const relationsOf = (migrations: string): Set<string> => new Set([...migrations.matchAll(created)].map((found) => `${found[1]}.${found[2]}`.toLowerCase()))

/** Whose transaction it is, and how what is hidden from its person is shown, is asked everywhere. */
const ofTheSession = /^platform\.(current_(tenant|person)|reaches_all|hides|(shown|masked)_\w+)$/

const isPublished = (relation: string): boolean => /_(card|fact)$/.test(relation) || ofTheSession.test(relation)

const isSql = (text: string): boolean => /\b(select|insert|update|delete|truncate|call|from|join|into)\b/i.test(text)

/** The module whose schema it is; the platform's schema belongs to `platform/` and to the module that mends it for people. */
const ownerOf = ({ place }: Source): string[] => {
  if (place?.part === 'platform') return ['platform']
  if (place?.part !== 'module') return []
  return place.name === 'operations' ? ['operations', 'platform'] : [place.name!]
}

const mayName = (source: Source, relation: string): boolean =>
  isPublished(relation) ||
  ownerOf(source).includes(relation.split('.')[0]!) ||
  exceptions.some(({ path, relations }) => path === source.path && relations.test(relation))

/** Lists of tables that are put into a statement are no SQL themselves; a text that is a table's name and nothing else counts too, but for names that are also words of the wire. */
const wireWords = new Set(['simulator.screen'])

const namedIn = (text: string, relations: ReadonlySet<string>): string[] => {
  if (!isSql(text) && (!relations.has(text) || wireWords.has(text))) return []
  const names = [...text.matchAll(/\b([a-z_]+)\.(?:"([a-z_]+)"|([a-z_]+)\b)/g)].map((found) => `${found[1]}.${found[2] ?? found[3]}`)
  return [...new Set(names)].filter((name) => relations.has(name))
}

/** 10. A table is read and written by its own module alone: one PostgreSQL schema per module makes this a check of words. */
export const tablesBelongToOneModule = ({ sources, migrations }: Tree): Violation[] => {
  const relations = relationsOf(migrations)
  return sources
    .filter(({ path }) => path.startsWith('server/src/') && !path.endsWith('.test.ts'))
    .flatMap((source) =>
      source.tokens.flatMap(({ kind, value, line }) =>
        (kind === 'text' ? namedIn(value, relations) : [])
          .filter((relation) => !mayName(source, relation))
          .map((relation) => ({ rule: 10, path: source.path, line, why: `${relation} belongs to another part` })),
      ),
    )
}
