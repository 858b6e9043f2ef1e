import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const source = readFileSync(join(import.meta.dirname, '../../web/src/app/router.tsx'), 'utf8')

type Declared = { name: string; parent: string; path: string; shows: boolean }

/** `const inbox = createRoute({ getParentRoute: () => tenant, path: 'inbox', … })`, one after the other. */
const declared: Declared[] = source.split(/(?=^const \w+ = createRoute\(\{)/m).flatMap((text) => {
  const [, name] = /^const (\w+) = createRoute\(\{/.exec(text) ?? []
  const [, parent] = /getParentRoute: \(\) => (\w+)/.exec(text) ?? []
  const [, path] = /path: '([^']*)'/.exec(text) ?? []
  return name && parent && path !== undefined ? [{ name, parent, path, shows: /component: lazyRouteComponent/.test(text) }] : []
})

const fullPath = ({ parent, path }: Declared): string => {
  const above = declared.find(({ name }) => name === parent)
  return `${above ? fullPath(above) : ''}/${path}`.replaceAll(/\/+/g, '/')
}
const showsSomething = ({ parent, shows }: Declared): boolean => {
  const above = declared.find(({ name }) => name === parent)
  return shows || (above !== undefined && above.shows && showsSomething(above))
}

/** The addresses of the web app that show a page of their own, with their parameters as `$name`: a new route is among them by itself. */
export const pageAddresses = (): string[] => declared.filter(showsSomething).map(fullPath)
