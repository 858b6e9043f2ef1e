import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const app = join(import.meta.dirname, '../../web/src/app')
/** The groups of routes, in the order in which the router has them. */
const source = [...readFileSync(join(app, 'router.ts'), 'utf8').matchAll(/from '\.\/(routes\/[\w-]+\.ts)'/g)]
  .map(([, file]) => readFileSync(join(app, file!), 'utf8'))
  .join('\n')

type Declared = { name: string; parent: string; path: string; shows: boolean }

/** `const inbox = createRoute({ getParentRoute: () => tenant, path: 'inbox', … })`, one after the other. */
const declared: Declared[] = source.split(/(?=^(?:export )?const \w+ = createRoute\(\{)/m).flatMap((text) => {
  const [, name] = /^(?:export )?const (\w+) = createRoute\(\{/.exec(text) ?? []
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
