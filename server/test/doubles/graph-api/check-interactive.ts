import { GraphProblem } from './graph-problem.ts'
import { checkMedia, type MediaStore } from './media-store.ts'
import { anArray, anObject, aText, need, onlyKeys, oneOf, optionalText, unique, type Shape } from './shape-checks.ts'

type Check = (action: Shape, interactive: Shape) => void

/** The `interactive` object with the limits of reference 4.1. */
export const checkInteractive = (interactive: Shape, media: MediaStore): void => {
  const type = aText(interactive['type'], 'interactive.type', 1, 50)
  const check = actions.get(type)
  if (!check) throw new GraphProblem(100, `Param interactive.type must be one of {${[...actions.keys()].join(', ')}} - got "${type}".`)
  onlyKeys(interactive, 'interactive', ['type', 'header', 'body', 'footer', 'action'])
  checkFrame(interactive, type, media)
  check(anObject(interactive['action'], 'interactive.action'), interactive)
}

const checkFrame = (interactive: Shape, type: string, media: MediaStore): void => {
  if (type !== 'product' || interactive['body'] !== undefined)
    aText(anObject(interactive['body'], 'interactive.body')['text'], 'interactive.body.text', 1, 1024)
  if (interactive['footer'] !== undefined) aText(anObject(interactive['footer'], 'interactive.footer')['text'], 'interactive.footer.text', 1, 60)
  if (interactive['header'] !== undefined) checkHeader(anObject(interactive['header'], 'interactive.header'), type, media)
}

const TEXT_HEADER_ONLY = ['list', 'product_list']
const NO_HEADER = ['product', 'location_request_message', 'request_contact_info']

const checkHeader = (header: Shape, type: string, media: MediaStore): void => {
  need(!NO_HEADER.includes(type), `Interactive messages of type ${type} take no header.`)
  const kind = oneOf(header['type'], 'interactive.header.type', TEXT_HEADER_ONLY.includes(type) ? ['text'] : ['text', 'image', 'video', 'document'])
  onlyKeys(header, 'interactive.header', ['type', kind])
  if (kind === 'text') return void aText(header['text'], 'interactive.header.text', 1, 60)
  checkMedia(anObject(header[kind], `interactive.header.${kind}`), kind as 'image' | 'video' | 'document', media)
}

const trimmed = (id: string, path: string): string => {
  need(id === id.trim(), `${path} has leading or trailing blanks.`)
  return id
}

const checkButtons: Check = (action) => {
  onlyKeys(action, 'interactive.action', ['buttons'])
  const replies = anArray(action['buttons'], 'interactive.action.buttons', 1, 3).map((item) => {
    const button = anObject(item, 'buttons[]')
    oneOf(button['type'], 'buttons[].type', ['reply'])
    const reply = anObject(button['reply'], 'buttons[].reply')
    onlyKeys(reply, 'buttons[].reply', ['id', 'title'])
    return { id: trimmed(aText(reply['id'], 'buttons[].reply.id', 1, 256), 'buttons[].reply.id'), title: aText(reply['title'], 'buttons[].reply.title', 1, 20) }
  })
  unique(
    replies.map((reply) => reply.id),
    'Button ids',
  )
  unique(
    replies.map((reply) => reply.title),
    'Button titles',
  )
}

const checkList: Check = (action) => {
  onlyKeys(action, 'interactive.action', ['button', 'sections'])
  aText(action['button'], 'interactive.action.button', 1, 20)
  const sections = anArray(action['sections'], 'interactive.action.sections', 1, 10).map((item) => anObject(item, 'sections[]'))
  for (const section of sections) {
    onlyKeys(section, 'sections[]', ['title', 'rows'])
    if (sections.length > 1 || section['title'] !== undefined) aText(section['title'], 'sections[].title', 1, 24)
  }
  const rows = sections.flatMap((section) => anArray(section['rows'], 'sections[].rows', 1, 10)).map((item) => checkRow(anObject(item, 'rows[]')))
  need(rows.length <= 10, 'A list has at most 10 rows in all sections.')
  unique(rows, 'Row ids')
}

const checkRow = (row: Shape): string => {
  onlyKeys(row, 'rows[]', ['id', 'title', 'description'])
  aText(row['title'], 'rows[].title', 1, 24)
  optionalText(row['description'], 'rows[].description', 72)
  return aText(row['id'], 'rows[].id', 1, 200)
}

const named =
  (name: string): Check =>
  (action) => {
    onlyKeys(action, 'interactive.action', ['name', 'parameters'])
    oneOf(action['name'], 'interactive.action.name', [name])
  }

const checkLink: Check = (action, interactive) => {
  named('cta_url')(action, interactive)
  const parameters = anObject(action['parameters'], 'action.parameters')
  onlyKeys(parameters, 'action.parameters', ['display_text', 'url'])
  aText(parameters['display_text'], 'parameters.display_text', 1, 20)
  need(URL.canParse(aText(parameters['url'], 'parameters.url', 1, 2000)), 'parameters.url is not a valid address.')
}

const checkForm: Check = (action, interactive) => {
  named('flow')(action, interactive)
  const given = anObject(action['parameters'], 'action.parameters')
  onlyKeys(given, 'action.parameters', ['flow_message_version', 'flow_id', 'flow_name', 'flow_token', 'flow_cta', 'mode', 'flow_action', 'flow_action_payload'])
  oneOf(given['flow_message_version'], 'parameters.flow_message_version', ['3'])
  need((given['flow_id'] === undefined) !== (given['flow_name'] === undefined), 'Either flow_id or flow_name is required.', 131008)
  need(!/\p{Extended_Pictographic}/u.test(aText(given['flow_cta'], 'parameters.flow_cta', 1, 20)), 'parameters.flow_cta takes no emoji.')
  if (given['mode'] !== undefined) oneOf(given['mode'], 'parameters.mode', ['published', 'draft'])
  if (given['flow_action'] !== undefined) oneOf(given['flow_action'], 'parameters.flow_action', ['navigate', 'data_exchange'])
  if (given['flow_action_payload'] !== undefined) checkFormPayload(anObject(given['flow_action_payload'], 'parameters.flow_action_payload'))
}

const checkFormPayload = (payload: Shape): void => {
  aText(payload['screen'], 'flow_action_payload.screen', 1, 200)
  if (payload['data'] !== undefined)
    need(Object.keys(anObject(payload['data'], 'flow_action_payload.data')).length > 0, 'flow_action_payload.data must not be empty.')
}

const checkProduct: Check = (action) => {
  onlyKeys(action, 'interactive.action', ['catalog_id', 'product_retailer_id'])
  aText(action['catalog_id'], 'action.catalog_id', 1, 100)
  aText(action['product_retailer_id'], 'action.product_retailer_id', 1, 200)
}

const checkProductList: Check = (action, interactive) => {
  onlyKeys(action, 'interactive.action', ['catalog_id', 'sections'])
  need(interactive['header'] !== undefined, 'A product list needs a text header.', 131008)
  aText(action['catalog_id'], 'action.catalog_id', 1, 100)
  const sections = anArray(action['sections'], 'action.sections', 1, 10).map((item) => anObject(item, 'sections[]'))
  const items = sections.flatMap((section) => {
    if (sections.length > 1 || section['title'] !== undefined) aText(section['title'], 'sections[].title', 1, 24)
    return anArray(section['product_items'], 'sections[].product_items', 1, 30)
  })
  for (const item of items) aText(anObject(item, 'product_items[]')['product_retailer_id'], 'product_items[].product_retailer_id', 1, 200)
  need(items.length <= 30, 'A product list has at most 30 products.')
}

const actions = new Map<string, Check>([
  ['button', checkButtons],
  ['list', checkList],
  ['cta_url', checkLink],
  ['flow', checkForm],
  ['location_request_message', named('send_location')],
  ['request_contact_info', named('request_contact_info')],
  ['product', checkProduct],
  ['product_list', checkProductList],
  ['catalog_message', named('catalog_message')],
])
