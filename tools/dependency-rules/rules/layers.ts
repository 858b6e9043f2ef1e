import { isTest } from '../place.ts'
import type { Part, Place } from '../place.ts'
import type { Edge, Source, Tree } from '../sources.ts'
import { forEachEdge } from '../violation.ts'
import type { Violation } from '../violation.ts'

const testPackages = new Set(['fast-check'])

/** What a test may use beside what its folder may: Node's runner, properties, and the fixtures of server/test. */
const isForTests = ({ path }: Source, { target }: Edge): boolean =>
  isTest(path) &&
  (target.kind === 'node' || (target.kind === 'package' && testPackages.has(target.name)) || (target.kind === 'source' && target.place?.part === 'server test'))

const isOf =
  (part: Part) =>
  ({ place }: Source): boolean =>
    place?.part === part

const placeOfTarget = ({ target }: Edge): Place | null => (target.kind === 'source' ? target.place : null)

/** 1. The contracts cross every wire, so they carry nothing but zod and the shapes of flows. */
export const contractsStandAlone = ({ sources }: Tree): Violation[] =>
  forEachEdge(1, sources.filter(isOf('contracts')), (source, edge) => {
    const { target } = edge
    if (isForTests(source, edge) || placeOfTarget(edge)?.part === 'contracts') return null
    if (target.kind === 'source' && target.path === 'flow/src/definition.ts') return null
    return target.kind === 'package' && target.name === 'zod' ? null : 'contracts import only zod and the shapes of flows'
  })

/** 2. The platform knows no domain word: it could serve another product. */
export const platformKnowsNoProduct = ({ sources }: Tree): Violation[] =>
  forEachEdge(2, sources.filter(isOf('platform')), (source, edge) => {
    if (edge.target.kind !== 'source' || isForTests(source, edge)) return null
    const part = placeOfTarget(edge)?.part
    return part === 'platform' || part === 'contracts' ? null : 'the platform imports only the platform and the contracts'
  })

/**
 * 7. Who may reach the composition root, by the way in. The command line starts the product (`start`) or opens it for one act
 * (`with-product`); `migrate` needs the schema alone.
 */
const rootReaders: Record<string, (path: string) => boolean> = {
  compose: (path) => path === 'server/src/main.ts' || ['with-product', 'report-start'].some((name) => path === `server/src/cli/${name}.ts`),
  main: (path) => ['report-start', 'commands/start'].some((name) => path === `server/src/cli/${name}.ts`),
  composition: (path) => path === 'server/src/compose.ts' || path.startsWith('server/src/composition/') || path === 'server/src/cli/commands/schema.ts',
}

export const nothingReachesTheRoot = ({ sources }: Tree): Violation[] =>
  forEachEdge(7, sources, ({ path, place }, edge) => {
    const part = placeOfTarget(edge)?.part
    const mayRead = part ? rootReaders[part] : undefined
    if (!mayRead || mayRead(path) || place?.part === 'server test' || place?.part === 'tooling') return null
    return `nothing imports ${part}`
  })

const clients = new Set<Part | undefined>(['web app', 'web feature', 'web ui', 'web lib', 'web build', 'widget', 'sdk'])

/** 8. What runs in a browser or in somebody else's program meets the server by the contracts alone. */
export const clientsNeverSeeTheServer = ({ sources }: Tree): Violation[] =>
  forEachEdge(
    8,
    sources.filter(({ place }) => clients.has(place?.part)),
    (_, edge) => (edge.target.kind === 'source' && edge.target.path.startsWith('server/') ? 'web, widget and sdk never import the server' : null),
  )

/** 9. A feature is a room of its own; `ui` and `lib` serve all of them and know none. */
export const featuresStandAlone = ({ sources }: Tree): Violation[] =>
  forEachEdge(9, sources, ({ place }, edge) => {
    const to = placeOfTarget(edge)
    if (place?.part === 'web feature' && to?.part === 'web feature') return place.name === to.name ? null : 'a feature never imports another feature'
    if (place?.part === 'web feature' && to?.part === 'web app') return 'a feature never imports the app'
    if (place?.part === 'web ui' && to && !['web ui', 'web lib', 'contracts'].includes(to.part)) return 'ui never imports features or the app'
    if (place?.part === 'web lib' && to && !['web lib', 'contracts'].includes(to.part)) return 'lib imports only lib'
    return null
  })
