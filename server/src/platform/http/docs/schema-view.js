import { element } from './element.js'

const prefix = '#/components/schemas/'

/** The component that a reference names, or the schema itself. */
export const resolve = (api, schema) => (schema.$ref ? api.components.schemas[schema.$ref.replace(prefix, '')] : schema)

const typeName = (schema) => {
  if (schema.$ref) return schema.$ref.replace(prefix, '')
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  if (schema.type === 'array') return `${typeName(schema.items ?? {})}[]`
  if (schema.anyOf || schema.oneOf) return (schema.anyOf ?? schema.oneOf).map(typeName).join(' | ')
  const type = [schema.type ?? 'any'].flat().join(' | ')
  return schema.format ? `${type} (${schema.format})` : type
}

const limitNames = {
  minLength: 'min length',
  maxLength: 'max length',
  minimum: 'min',
  maximum: 'max',
  minItems: 'min items',
  maxItems: 'max items',
  default: 'default',
  pattern: 'pattern',
}

/** Limits and explanation of a value, in one line. */
const notes = (schema) => {
  const limits = Object.entries(limitNames)
    .filter(([name]) => schema[name] !== undefined)
    .map(([name, label]) => `${label} ${JSON.stringify(schema[name])}`)
  return [schema.description, ...limits].filter(Boolean).join(' · ')
}

const row = (name, schema, required) =>
  element(
    'tr',
    {},
    element('td', {}, element('code', {}, name), required ? element('span', { class: 'required', title: 'required' }, '*') : ''),
    element('td', {}, typeLink(schema)),
    element('td', {}, notes(schema)),
  )

/** A type's name; where it is a component, a button that opens the component below. */
const typeLink = (schema) => {
  const name = typeName(schema)
  const component = /[A-Z]\w+/.exec(name)
  return schema.$ref || (component && schema.type === 'array') ? element('a', { href: `#schema-${component?.[0] ?? name}` }, name) : element('span', {}, name)
}

/** Parameters, or the fields of an object, as a table. */
export const fieldTable = (fields) => element('table', {}, element('tbody', {}, ...fields.map(({ name, schema, required }) => row(name, schema, required))))

const fieldsOf = ({ properties = {}, required = [] }) =>
  Object.entries(properties).map(([name, schema]) => ({ name, schema, required: required.includes(name) }))

/** A schema in full: the fields of an object, or each form of a choice. */
export const schemaView = (api, schema) => {
  const whole = resolve(api, schema)
  if (whole.properties) return fieldTable(fieldsOf(whole))
  const forms = whole.anyOf ?? whole.oneOf
  if (!forms) return element('p', {}, typeName(schema), ' ', notes(whole))
  return element('div', { class: 'forms' }, ...forms.map((form) => (resolve(api, form).properties ? schemaView(api, form) : element('p', {}, typeLink(form)))))
}

const samples = { uuid: '01997f3e-8c1a-7d35-9a44-5b6f0f2a7c11', 'date-time': '2026-03-02T12:00:00.000Z', email: 'ana@example.org', uri: 'https://example.org/' }
const plain = { integer: 1, number: 1, boolean: true, null: null }

/** A plausible value of a schema. Deeper than six levels nothing is shown, because schemas may contain themselves. */
export const example = (api, schema, depth = 0) => {
  const whole = resolve(api, schema) ?? {}
  if (whole.default !== undefined) return whole.default
  if (whole.const !== undefined) return whole.const
  if (whole.enum) return whole.enum[0]
  if (depth > 6) return null
  const form = (whole.anyOf ?? whole.oneOf)?.[0]
  if (form) return example(api, form, depth + 1)
  const type = [whole.type].flat()[0]
  if (type === 'array') return [example(api, whole.items ?? {}, depth + 1)]
  if (type === 'object')
    return Object.fromEntries(
      fieldsOf(whole)
        .filter(({ required }) => required || depth === 0)
        .map(({ name, schema: field }) => [name, example(api, field, depth + 1)]),
    )
  return type === 'string' ? (samples[whole.format] ?? 'text') : (plain[type] ?? null)
}
