import { element, plainText } from './element.js'
import { operationView } from './operation-view.js'
import { schemaView } from './schema-view.js'

const find = (id) => document.getElementById(id)

const operationsOf = (api) =>
  Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation, tag: operation.tags[0] })),
  )

const drawGroup = (api, name, operations) =>
  element(
    'section',
    { class: 'group', id: `tag-${name}` },
    element('h2', {}, name),
    ...operations.filter(({ tag }) => tag === name).map((operation) => operationView(api, operation)),
  )

const drawSchemas = (api) => {
  const views = Object.keys(api.components.schemas).map((name) =>
    element('details', { id: `schema-${name}` }, element('summary', {}, element('code', {}, name)), schemaView(api, { $ref: `#/components/schemas/${name}` })),
  )
  return element('section', { class: 'group', id: 'tag-schemas' }, element('h2', {}, 'schemas'), ...views)
}

/** Shows what contains every word typed; groups without a hit vanish. */
const filter = (text) => {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  for (const group of document.querySelectorAll('.group')) {
    const items = [...group.querySelectorAll(':scope > details')]
    for (const item of items) item.hidden = !words.every((word) => `${item.id} ${item.firstElementChild.textContent}`.toLowerCase().includes(word))
    group.hidden = items.every((item) => item.hidden)
  }
}

/** An address with `#operation` or `#schema-Name` opens what it names. */
const openNamed = () => {
  const named = find(decodeURIComponent(location.hash.slice(1)))
  if (!named) return
  if (named.tagName === 'DETAILS') named.open = true
  named.scrollIntoView()
}

const draw = (api) => {
  const names = api.tags.map(({ name }) => name)
  find('version').textContent = api.info.version
  find('index').replaceChildren(...[...names, 'schemas'].map((name) => element('a', { href: `#tag-${name}` }, name)))
  find('operations').replaceChildren(
    element('p', {}, plainText(api.info.description)),
    ...names.map((name) => drawGroup(api, name, operationsOf(api))),
    drawSchemas(api),
  )
  find('search').addEventListener('input', ({ target }) => filter(target.value))
  addEventListener('hashchange', openNamed)
  openNamed()
}

try {
  draw(await (await fetch('/api/openapi.json')).json())
} catch {
  find('operations').textContent = 'The OpenAPI document could not be loaded. Load this page again.'
}
