import { isTest } from '../place.ts'
import type { Edge, Source, Tree } from '../sources.ts'
import { vendorWordsIn, vendorPackage } from '../vendors.ts'
import { forEachEdge } from '../violation.ts'
import type { Violation } from '../violation.ts'

const frontDoor = (name: string | null): string => `server/src/modules/${name}/index.ts`

/** 4. Modules meet in compose.ts, by ports, and in the event log; even a type would tie one to the other. Everyone else uses the front door. */
export const modulesNeverMeet = ({ sources }: Tree): Violation[] =>
  forEachEdge(4, sources, ({ place, path }, { target }) => {
    if (target.kind !== 'source' || target.place?.part !== 'module') return null
    if (place?.part === 'module') return place.name === target.place.name ? null : 'a module never imports another module'
    if (place?.part === 'adapter' || place?.part === 'platform' || isTest(path) || place?.part === 'server test') return null
    return target.path === frontDoor(target.place.name) ? null : 'a module is entered by its index.ts'
  })

const vendorWords = (source: Source): Violation[] => {
  const inPath = vendorWordsIn(source.path.split('/').at(-1)!).map((word) => ({ line: 1, word }))
  const inCode = source.tokens.flatMap(({ kind, value, line }) => (kind === 'word' ? vendorWordsIn(value).map((word) => ({ line, word })) : []))
  return [...inPath, ...inCode].map(({ line, word }) => ({ rule: 5, path: source.path, line, why: `a module never names a vendor (${word})` }))
}

/** 5. A vendor lives in one adapter folder: its name, and its SDK. Kinds of channels are words of the contracts and stand in texts. */
export const vendorsStayInAdapters = ({ sources }: Tree): Violation[] => {
  const modules = sources.filter(({ place }) => place?.part === 'module')
  return [
    ...forEachEdge(5, modules, (_, { target }) => (target.kind === 'source' && target.place?.part === 'adapter' ? 'a module never imports an adapter' : null)),
    ...modules.flatMap(vendorWords),
    ...forEachEdge(
      5,
      sources.filter(({ path, place }) => path.startsWith('server/src/') && place?.part !== 'adapter'),
      (_, { target }) => (target.kind === 'package' && vendorPackage(target.name) ? 'a vendor’s package is imported only in its adapter folder' : null),
    ),
  ]
}

/** What several adapters of one vendor share; a kit knows of no adapter. */
const isKit = (name: string | null): boolean => name?.startsWith('kits/') ?? false

const mayAdapterUse = ({ place, path }: Source, { target }: Edge): boolean => {
  if (target.kind !== 'source') return true
  const to = target.place
  if (to?.part === 'adapter') return to.name === place?.name || isKit(to.name)
  if (to?.part === 'module') return target.path === frontDoor(to.name)
  return to?.part === 'platform' || to?.part === 'contracts' || (isTest(path) && to?.part === 'server test')
}

/** 6. An adapter knows the port it fills and nothing behind it. */
export const adaptersStandAlone = ({ sources }: Tree): Violation[] =>
  forEachEdge(
    6,
    sources.filter(({ place }) => place?.part === 'adapter'),
    (source, edge) => (mayAdapterUse(source, edge) ? null : 'an adapter imports its own folder, kits, front doors, the platform and the contracts'),
  )
