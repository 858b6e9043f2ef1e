import type { ChannelAbilities, FileRef, OutboundContent } from '@chasqui/contracts'

export type StoreFile = (bytes: Uint8Array, mime: string, name: string) => FileRef

const letters = (count: number) => 'x'.repeat(count)
const numbered = (count: number, length: number) => Array.from({ length: count }, (_, index) => String(index).padEnd(length, 'x').slice(0, length))

type MediaKind = keyof ChannelAbilities['media']

const mediaSamples = (abilities: ChannelAbilities, store: StoreFile): OutboundContent[] =>
  (Object.entries(abilities.media) as [MediaKind, { mimes: string[] }][]).flatMap(([type, rule]) =>
    (rule.mimes.length > 0 ? rule.mimes : ['application/pdf', 'text/plain']).map((mime): OutboundContent => {
      const file = store(new TextEncoder().encode(`${type} in ${mime}`), mime, `${type}.bin`)
      if (type === 'audio') return { type, file, voice: false }
      return type === 'sticker' ? { type, file } : { type, file, caption: letters(abilities.caption) }
    }),
  )

const choiceSamples = ({ buttons, list }: ChannelAbilities): OutboundContent[] => [...(buttons ? [buttonsOf(buttons)] : []), ...(list ? [listOf(list)] : [])]

const buttonsOf = (rule: NonNullable<ChannelAbilities['buttons']>): OutboundContent => {
  const [ids, titles] = [numbered(rule.max, rule.id), numbered(rule.max, rule.title)]
  return { type: 'buttons', body: letters(rule.body), buttons: ids.map((id, index) => ({ id, title: titles[index]! })) }
}

const listOf = (rule: NonNullable<ChannelAbilities['list']>): OutboundContent => {
  const rows = numbered(rule.rows, rule.title).map((title, index) => ({ id: `row-${index}`, title, description: letters(rule.description) }))
  const sections =
    rule.sections > 1
      ? [
          { title: 'One', rows: rows.slice(0, 1) },
          { title: 'Two', rows: rows.slice(1) },
        ]
      : [{ rows }]
  return { type: 'list', body: letters(rule.body), button: letters(rule.button), sections }
}

const extraSamples: Record<ChannelAbilities['extras'][number], OutboundContent[]> = {
  location: [
    { type: 'location', latitude: -34.6037, longitude: -58.3816, name: 'Obelisco', address: 'Av. 9 de Julio' },
    { type: 'location', latitude: 0, longitude: 0 },
  ],
  contacts: [
    {
      type: 'contacts',
      contacts: [{ name: 'Dra. Paz', phones: [{ phone: '+54 9 11 2233-4455' }], emails: ['paz@example.com'], organisation: 'Clínica', own: false }],
    },
  ],
  link: [{ type: 'link', body: 'Mirá el turno', label: 'Abrir', url: 'https://example.com/t/42?x=1' }],
  location_request: [{ type: 'location_request', body: '¿Dónde estás?' }],
  contact_request: [{ type: 'contact_request', body: '¿Nos das tu número?' }],
  form: [
    { type: 'form', body: 'Contanos', label: 'Empezar', formId: '77', token: 't-1', mode: 'published', screen: 'START', data: { a: 1 } },
    { type: 'form', body: 'Contanos', label: 'Empezar', formId: '77', mode: 'draft' },
  ],
  products: [
    {
      type: 'products',
      body: 'Elegí',
      catalogId: 'c1',
      sections: [
        { title: 'Uno', productIds: ['p1', 'p2'] },
        { title: 'Dos', productIds: ['p3'] },
      ],
    },
    { type: 'products', catalogId: 'c1', sections: [{ title: 'Uno', productIds: ['p1'] }] },
    { type: 'products', catalogId: 'c1', sections: [{ title: 'Uno', productIds: ['p1', 'p2'] }] },
  ],
  catalog: [{ type: 'catalog', body: 'Nuestro catálogo', thumbnailProductId: 'p1' }],
}

const framedSamples = (abilities: ChannelAbilities, store: StoreFile): OutboundContent[] => {
  if (!abilities.buttons) return []
  const buttons = [{ id: 'yes', title: 'Sí' }]
  const plain: OutboundContent = { type: 'buttons', body: '¿Confirmás?', buttons, header: { type: 'text', text: letters(60) }, footer: letters(60) }
  const image =
    abilities.buttons.frame !== 'inline' &&
    abilities.media.image &&
    store(new TextEncoder().encode('header'), abilities.media.image.mimes[0] ?? 'image/png', 'header.png')
  return image ? [plain, { type: 'buttons', body: '¿Confirmás?', buttons, header: { type: 'image', file: image } }] : [plain]
}

/** One content of every kind the abilities promise, each as large as they allow. */
export const allowedContents = (abilities: ChannelAbilities, store: StoreFile): OutboundContent[] => [
  { type: 'text', text: letters(abilities.text.max) },
  { type: 'text', text: 'Visit https://example.com', previewUrl: true },
  ...mediaSamples(abilities, store),
  ...choiceSamples(abilities),
  ...framedSamples(abilities, store),
  ...abilities.extras.flatMap((extra) => extraSamples[extra]),
  ...(abilities.templates
    ? [
        {
          type: 'template' as const,
          name: 'appointment_reminder',
          language: 'es_AR',
          components: [{ type: 'body', parameters: [{ type: 'text', text: 'Ana' }] }],
        },
      ]
    : []),
]

const tooLargeFile = (size: number, mime: string): FileRef => ({ fileId: null, state: 'stored', mime, name: 'large', size, providerMediaId: null })

/** Contents that go over one limit each. */
export const oversizeContents = ({ text, media, caption, buttons, list }: ChannelAbilities): OutboundContent[] => [
  { type: 'text', text: letters(text.max + 1) },
  ...(Object.entries(media) as [MediaKind, { bytes: number; mimes: string[] }][]).map(([type, rule]): OutboundContent => {
    const file = tooLargeFile(rule.bytes + 1, rule.mimes[0] ?? 'application/pdf')
    return type === 'audio' ? { type, file, voice: false } : { type, file }
  }),
  ...(media.image ? [{ type: 'image' as const, file: tooLargeFile(1, media.image.mimes[0] ?? 'image/png'), caption: letters(caption + 1) }] : []),
  ...(buttons
    ? [
        { ...buttonsOf({ ...buttons, max: buttons.max + 1 }) },
        buttonsOf({ ...buttons, title: buttons.title + 1 }),
        buttonsOf({ ...buttons, body: buttons.body + 1 }),
      ]
    : []),
  ...(list
    ? [
        listOf({ ...list, rows: list.rows + 1 }),
        listOf({ ...list, title: list.title + 1 }),
        listOf({ ...list, body: list.body + 1 }),
        listOf({ ...list, description: list.description + 1 }),
      ]
    : []),
]
