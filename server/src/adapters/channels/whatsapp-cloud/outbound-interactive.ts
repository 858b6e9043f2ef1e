import type { OutboundContent } from '@chasqui/contracts'
import { present, type Json } from '#platform/foreign-json/loose-json'
import type { MediaIdOf } from './media-id.ts'

type Of<Type extends OutboundContent['type']> = Extract<OutboundContent, { type: Type }>
type Interactive = Of<'buttons' | 'list' | 'link' | 'location_request' | 'contact_request' | 'form' | 'products' | 'catalog'>
type Framed = Extract<Interactive, { footer?: string | undefined }>

/** The `interactive` object (reference 4.1): frame (header, body, footer) and the action. */
export const interactiveBody = (content: Interactive, mediaId: MediaIdOf): Json => {
  switch (content.type) {
    case 'buttons':
      return {
        type: 'button',
        ...frame(content, mediaId),
        action: { buttons: content.buttons.map((button) => ({ type: 'reply', reply: { id: button.id, title: button.title } })) },
      }
    case 'list':
      return { type: 'list', ...frame(content, mediaId), action: { button: content.button, sections: content.sections.map(section) } }
    case 'link':
      return { type: 'cta_url', ...frame(content, mediaId), action: { name: 'cta_url', parameters: { display_text: content.label, url: content.url } } }
    case 'location_request':
      return { type: 'location_request_message', body: { text: content.body }, action: { name: 'send_location' } }
    case 'contact_request':
      return { type: 'request_contact_info', body: { text: content.body }, action: { name: 'request_contact_info' } }
    case 'form':
      return { type: 'flow', ...frame(content, mediaId), action: { name: 'flow', parameters: formParameters(content) } }
    case 'products':
      return products(content, mediaId)
    case 'catalog':
      return { type: 'catalog_message', ...frame(content, mediaId), action: catalogAction(content) }
  }
}

const frame = (content: Framed, mediaId: MediaIdOf): Json =>
  present({
    header: header(content.header, mediaId),
    body: content.body === undefined ? undefined : { text: content.body },
    footer: content.footer === undefined ? undefined : { text: content.footer },
  })

const header = (given: Framed['header'], mediaId: MediaIdOf): Json | undefined => {
  if (given === undefined || given.type === 'text') return given
  const file = { id: mediaId(given.file), ...(given.type === 'document' && given.file.name !== null && { filename: given.file.name }) }
  return { type: given.type, [given.type]: file }
}

const section = (given: Of<'list'>['sections'][number]): Json =>
  present({ title: given.title, rows: given.rows.map((row) => present({ id: row.id, title: row.title, description: row.description })) })

/** Without a screen, the form opens where it begins; data can only be handed to a named screen, and not empty. */
const formParameters = (form: Of<'form'>): Json => {
  const data = form.data && Object.keys(form.data).length > 0 ? form.data : undefined
  return present({
    flow_message_version: '3',
    flow_id: form.formId,
    flow_token: form.token,
    flow_cta: form.label,
    mode: form.mode,
    flow_action: form.screen === undefined ? undefined : 'navigate',
    flow_action_payload: form.screen === undefined ? undefined : present({ screen: form.screen, data }),
  })
}

/** One product has a message type of its own; a list must have a text header and a body, so missing ones take the first section's title. */
const products = (content: Of<'products'>, mediaId: MediaIdOf): Json => {
  const single = content.sections.length === 1 && content.sections[0]!.productIds.length === 1 ? content.sections[0]!.productIds[0] : undefined
  if (single !== undefined)
    return { type: 'product', ...frame({ ...content, header: undefined }, mediaId), action: { catalog_id: content.catalogId, product_retailer_id: single } }
  const title = content.sections[0]!.title
  const framed = { ...content, body: content.body ?? title, header: content.header ?? { type: 'text' as const, text: title } }
  const sections = content.sections.map((part) => ({ title: part.title, product_items: part.productIds.map((id) => ({ product_retailer_id: id })) }))
  return { type: 'product_list', ...frame(framed, mediaId), action: { catalog_id: content.catalogId, sections } }
}

const catalogAction = (content: Of<'catalog'>): Json =>
  present({
    name: 'catalog_message',
    parameters: content.thumbnailProductId === undefined ? undefined : { thumbnail_product_retailer_id: content.thumbnailProductId },
  })
