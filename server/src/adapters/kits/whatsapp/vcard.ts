import type { ContactCard } from '@chasqui/contracts'
import type { z } from 'zod'
import { clip } from '#platform/foreign-json/loose-json'

type Card = z.infer<typeof ContactCard>

const escaped = (value: string): string => value.replace(/[\\,;]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n')
const unescaped = (value: string): string => value.replace(/\\([\\,;nN])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign))

/** A card as address books exchange it (vCard 3.0, RFC 2426); WhatsApp adds `waid`, the number as it spells it. */
export const toVcard = ({ name, phones, emails, organisation }: Card): string =>
  [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `FN:${escaped(name)}`,
    ...(organisation === undefined ? [] : [`ORG:${escaped(organisation)}`]),
    ...phones.map(({ phone, whatsappId, type }) => {
      const digits = /^\d+$/.test(whatsappId ?? '') ? `;waid=${whatsappId}` : ''
      return `TEL;type=${/^\w+$/.test(type ?? '') ? type : 'CELL'}${digits}:${escaped(phone)}`
    }),
    ...emails.map((email) => `EMAIL:${escaped(email)}`),
    'END:VCARD',
  ].join('\n')

const PROPERTY = /^(?:item\d+\.)?([A-Za-z-]+)((?:;[^:]*)?):(.*)$/

/** What a card says of a person; lines that are not understood are left out. At most 50 numbers and addresses. */
export const fromVcard = (vcard: string, displayName: string): Card => {
  const lines = clip(vcard, 100_000)
    .replace(/\r?\n[ \t]/g, '')
    .split(/\r?\n/)
    .map((line) => PROPERTY.exec(line))
    .filter((line) => line !== null)
    .map(([, name, parameters, value]) => ({ name: name!.toUpperCase(), parameters: parameters!, value: unescaped(value!).trim() }))
    .filter(({ value }) => value !== '')
  const of = (name: string) => lines.filter((line) => line.name === name)
  const phones = of('TEL').slice(0, 50).map(({ parameters, value }) => {
    const whatsappId = /waid=(\d+)/i.exec(parameters)?.[1]
    const type = /type=(\w+)/i.exec(parameters)?.[1]
    return { phone: clip(value, 200), ...(whatsappId !== undefined && { whatsappId }), ...(type !== undefined && { type }) }
  }) // prettier-ignore
  const emails = of('EMAIL').slice(0, 50).map(({ value }) => clip(value, 300)) // prettier-ignore
  const organisation = of('ORG')[0]?.value.split(';')[0]?.trim()
  const name = of('FN')[0]?.value ?? displayName.trim()
  return {
    name: clip(name || phones[0]?.phone || emails[0] || '', 300),
    phones,
    emails,
    own: false,
    ...(organisation !== undefined && organisation !== '' && { organisation: clip(organisation, 200) }),
  }
}
