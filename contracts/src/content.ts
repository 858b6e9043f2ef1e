import { z } from 'zod'
import { Id } from './ids.ts'

/**
 * What one message says, in the product's own words, whatever the channel. Limits are those of the most generous channel;
 * a channel's tighter ones live in its abilities and are checked by `conversations/say`.
 */

/** What is known of a file from looking into it; what does not apply, or is not known yet, is missing. */
export const FileLook = z
  .object({
    width: z.number().int().optional(),
    height: z.number().int().optional(),
    seconds: z.number().optional(),
    pages: z.number().int().optional(),
    /** Loudness over time, 0-100. */
    waveform: z.array(z.number().int()).optional(),
    /** Signed, expiring address of a small picture. */
    thumbnailUrl: z.string().optional(),
  })
  .meta({ id: 'FileLook' })
export type FileLook = z.infer<typeof FileLook>

/** A file in our store, or one that the provider still holds (`pending`) or that could not be fetched (`failed`). */
export const FileRef = z
  .object({
    fileId: Id.nullable(),
    state: z.enum(['pending', 'stored', 'failed']),
    mime: z.string().max(200),
    name: z.string().max(300).nullable(),
    size: z.number().int().nonnegative().nullable(),
    /** Signed, expiring address; filled when a message is read, never stored. */
    url: z.string().optional(),
    /** As with the address: filled when a message is read. */
    look: FileLook.optional(),
    /** The provider's own media id, kept until the bytes are in our store. */
    providerMediaId: z.string().nullable().default(null),
    failure: z.string().optional(),
  })
  .meta({ id: 'FileRef' })
export type FileRef = z.infer<typeof FileRef>

const Header = z.union([
  z.object({ type: z.literal('text'), text: z.string().min(1).max(60) }),
  z.object({ type: z.enum(['image', 'video', 'document']), file: FileRef }),
])
const Framed = { header: Header.optional(), footer: z.string().max(60).optional() }

export const Choice = z.object({ id: z.string().min(1).max(256), title: z.string().min(1).max(100) })
export type Choice = z.infer<typeof Choice>
export const ListRow = Choice.extend({ description: z.string().max(200).optional() })
export const ListSection = z.object({ title: z.string().max(100).optional(), rows: z.array(ListRow).min(1).max(100) })

export const ContactCard = z.object({
  name: z.string(),
  phones: z.array(z.object({ phone: z.string(), whatsappId: z.string().optional(), type: z.string().optional() })),
  emails: z.array(z.string()).default([]),
  organisation: z.string().optional(),
  /** True only when the sender answered a request for their own number. */
  own: z.boolean().default(false),
})

const text = z.object({ type: z.literal('text'), text: z.string().min(1).max(65_536), previewUrl: z.boolean().optional() })
const media = z.object({
  type: z.enum(['image', 'video', 'document', 'sticker']),
  file: FileRef,
  caption: z.string().max(4096).optional(),
  animated: z.boolean().optional(),
})
const audio = z.object({ type: z.literal('audio'), file: FileRef, voice: z.boolean().default(false), seconds: z.number().optional() })
const location = z.object({
  type: z.literal('location'),
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  name: z.string().max(1000).optional(),
  address: z.string().max(1000).optional(),
  url: z.string().max(2000).optional(),
})
const contacts = z.object({ type: z.literal('contacts'), contacts: z.array(ContactCard).min(1).max(257) })
const buttons = z.object({ type: z.literal('buttons'), body: z.string().min(1).max(4096), buttons: z.array(Choice).min(1).max(10), ...Framed })
const list = z.object({
  type: z.literal('list'),
  body: z.string().min(1).max(4096),
  button: z.string().min(1).max(20),
  sections: z.array(ListSection).min(1).max(10),
  ...Framed,
})
const link = z.object({ type: z.literal('link'), body: z.string().min(1).max(4096), label: z.string().min(1).max(20), url: z.url().max(2000), ...Framed })
const locationRequest = z.object({ type: z.literal('location_request'), body: z.string().min(1).max(1024) })
const contactRequest = z.object({ type: z.literal('contact_request'), body: z.string().min(1).max(1024) })
const form = z.object({
  type: z.literal('form'),
  body: z.string().min(1).max(1024),
  label: z.string().min(1).max(20),
  formId: z.string().max(100),
  token: z.string().max(200).optional(),
  mode: z.enum(['published', 'draft']).default('published'),
  screen: z.string().max(200).optional(),
  data: z.record(z.string(), z.unknown()).optional(),
  ...Framed,
})
const products = z.object({
  type: z.literal('products'),
  body: z.string().max(1024).optional(),
  catalogId: z.string().max(100),
  sections: z
    .array(z.object({ title: z.string().max(24), productIds: z.array(z.string().max(200)).min(1).max(30) }))
    .min(1)
    .max(10),
  ...Framed,
})
const catalog = z.object({ type: z.literal('catalog'), body: z.string().min(1).max(1024), thumbnailProductId: z.string().max(200).optional(), ...Framed })
export const TemplateHeader = z.union([
  z.object({ type: z.enum(['image', 'video', 'document']), file: FileRef }),
  z.object({
    type: z.literal('location'),
    latitude: location.shape.latitude,
    longitude: location.shape.longitude,
    name: z.string().trim().min(1).max(1000),
    address: z.string().trim().min(1).max(1000),
  }),
])
export type TemplateHeader = z.infer<typeof TemplateHeader>
const template = z.object({
  type: z.literal('template'),
  name: z.string().min(1).max(512),
  language: z.string().min(2).max(20),
  /** Components exactly as the provider takes them; templates as a managed resource come with their own module. */
  components: z.array(z.record(z.string(), z.unknown())).max(20).default([]),
  /** What stands above the text when that is no text: a file of ours, or a place. */
  header: TemplateHeader.optional(),
  /** What the customer reads, for the thread. */
  preview: z.string().max(4096).optional(),
})
/** The customer pressed a button, chose a row or a template's quick reply: route on `id`, show `title`. */
const choice = z.object({
  type: z.literal('choice'),
  id: z.string().max(1000),
  title: z.string().max(1000),
  description: z.string().max(1000).optional(),
  via: z.enum(['button', 'list', 'template']),
})
const formReply = z.object({
  type: z.literal('form_reply'),
  name: z.string(),
  body: z.string().optional(),
  data: z.record(z.string(), z.unknown()).nullable(),
  raw: z.string().optional(),
})
const order = z.object({
  type: z.literal('order'),
  catalogId: z.string(),
  text: z.string(),
  items: z.array(z.object({ productId: z.string(), quantity: z.number(), price: z.number().nullable(), currency: z.string() })),
})
/** Something the platform reports inside the thread (number changed, security code changed, took the conversation …). */
const system = z.object({
  type: z.literal('system'),
  event: z.string().max(100),
  text: z.string().max(2000).optional(),
  data: z.record(z.string(), z.unknown()).optional(),
})
/** A type that this version does not know, or that the provider does not hand over. Nothing is dropped: `raw` is what came. */
const unsupported = z.object({ type: z.literal('unsupported'), providerType: z.string(), reason: z.string().optional(), raw: z.unknown().optional() })

/** Nobody is sent blanks; customers may well send some. */
const said = text.extend({ text: text.shape.text.regex(/\S/, 'Only blanks') })

/** Addresses of pages alone: a script in one would run where it is pressed. */
const offered = link.extend({ url: z.url({ protocol: /^https?$/ }).max(2000) })

export const OutboundContent = z
  .discriminatedUnion('type', [
    said,
    media,
    audio,
    location,
    contacts,
    buttons,
    list,
    offered,
    locationRequest,
    contactRequest,
    form,
    products,
    catalog,
    template,
  ])
  .meta({ id: 'OutboundContent' })
export type OutboundContent = z.infer<typeof OutboundContent>

export const MessageContent = z
  .discriminatedUnion('type', [
    text,
    media,
    audio,
    location,
    contacts,
    buttons,
    list,
    link,
    locationRequest,
    contactRequest,
    form,
    products,
    catalog,
    template,
    choice,
    formReply,
    order,
    system,
    unsupported,
  ])
  .meta({ id: 'MessageContent' })
export type MessageContent = z.infer<typeof MessageContent>
export type MessageType = MessageContent['type']

/** The files a content refers to (a body's own file and a header's), for fetching, signing and clean-up. */
export const filesOf = (content: MessageContent): FileRef[] => {
  const own = 'file' in content ? [content.file] : []
  const header = 'header' in content && content.header && 'file' in content.header ? [content.header.file] : []
  return [...own, ...header]
}
