import { element, plainText } from './element.js'
import { example, fieldTable, schemaView } from './schema-view.js'

const bodyOf = ({ requestBody }) => Object.entries(requestBody?.content ?? {})[0] ?? null

const shellText = (text) => `'${text.replaceAll("'", `'\\''`)}'`

/** A command that works once `$TOKEN` holds an access token and the braces are filled in. */
const curlOf = (api, path, method, operation) => {
  const body = bodyOf(operation)
  const lines = [`curl -X ${method.toUpperCase()} ${shellText(location.origin + path)}`]
  if (operation.security.length > 0) lines.push('-H "Authorization: Bearer $TOKEN"')
  if (body?.[0] === 'application/json') lines.push(`-H 'Content-Type: application/json'`, `-d ${shellText(JSON.stringify(example(api, body[1].schema)))}`)
  if (body?.[0] === 'multipart/form-data') lines.push('-F file=@picture.jpg')
  return lines.join(' \\\n  ')
}

const copyable = (text) => {
  const copy = async ({ target }) => {
    await navigator.clipboard.writeText(text)
    target.textContent = 'Copied'
  }
  return element('div', { class: 'code' }, element('button', { type: 'button', onclick: copy }, 'Copy'), element('pre', {}, text))
}

const section = (title, ...content) => element('section', {}, element('h4', {}, title), ...content)

const parametersOf = (api, { parameters }) => {
  const known = parameters.map((parameter) => (parameter.$ref ? api.components.parameters[parameter.$ref.split('/').at(-1)] : parameter))
  return known.length === 0
    ? null
    : section(
        'Parameters',
        fieldTable(
          known.map(({ name, in: place, schema, required, description }) => ({ name: `${name} (${place})`, schema: { description, ...schema }, required })),
        ),
      )
}

const requestOf = (api, operation) => {
  const body = bodyOf(operation)
  return body ? section(`Body, ${body[0]}`, schemaView(api, body[1].schema)) : null
}

const responseRow = (api, [status, response]) => {
  const whole = response.$ref ? api.components.responses[response.$ref.split('/').at(-1)] : response
  return element('li', {}, element('code', {}, status), ` ${plainText(whole.description)}`)
}

const answersOf = (api, { responses }) => {
  const schema = Object.entries(responses).find(([status]) => status.startsWith('2'))?.[1].content?.['application/json']?.schema
  const sample = schema && Object.keys(schema).length > 0 ? [schemaView(api, schema), copyable(JSON.stringify(example(api, schema), null, 2))] : []
  return section('Answers', element('ul', { class: 'statuses' }, ...Object.entries(responses).map((entry) => responseRow(api, entry))), ...sample)
}

const access = (operation) =>
  element('p', { class: 'access' }, `Access: ${operation['x-permission']}`, operation['x-rate-class'] ? ` · counted as ${operation['x-rate-class']}` : '')

/** One operation, folded; its inside is made when it is first opened. */
export const operationView = (api, { path, method, operation }) => {
  const head = element(
    'summary',
    {},
    element('span', { class: `method ${method}` }, method.toUpperCase()),
    element('code', {}, path),
    element('span', { class: 'what' }, operation.summary),
  )
  const view = element('details', { id: operation.operationId }, head)
  const fill = () => {
    if (view.open && view.childElementCount === 1) {
      const parts = [
        access(operation),
        parametersOf(api, operation),
        requestOf(api, operation),
        answersOf(api, operation),
        section('Try it', copyable(curlOf(api, path, method, operation))),
      ]
      view.append(...parts.filter((part) => part !== null))
    }
  }
  view.addEventListener('toggle', fill)
  return view
}
