import type { ChannelAbilities } from '@chasqui/contracts'

/** How a file can travel on a channel, decided before anything is sent. */
export type SentAs = 'image' | 'video' | 'audio' | 'document'
export type Fit = { ok: true; as: SentAs } | { ok: false; reason: 'too_large'; limit: number } | { ok: false; reason: 'not_offered' }
type Abilities = Pick<ChannelAbilities, 'media'>

const typeOf = (mime: string) => mime.split(';')[0]?.trim().toLowerCase() ?? ''
const natural = (mime: string): SentAs => (['image', 'video', 'audio'] as const).find((kind) => typeOf(mime).startsWith(`${kind}/`)) ?? 'document'
const takes = (abilities: Abilities, kind: SentAs, mime: string) => {
  const rule = abilities.media[kind]
  return rule && (rule.mimes.length === 0 || rule.mimes.includes(typeOf(mime))) ? rule : null
}

/** Pictures that the server makes into ones that every channel takes, up to what it keeps as a picture. */
const converted = ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/tiff']
const largestPicture = 10_000_000
const becomesPicture = (file: { type: string; size: number }, abilities: Abilities) =>
  converted.includes(typeOf(file.type)) && file.size <= largestPicture && takes(abilities, 'image', 'image/jpeg') !== null

/** As what it is if the channel takes it, else as a document; refused when it is too large or not offered at all. */
export const fitFile = (file: { type: string; size: number }, abilities: Abilities): Fit => {
  if (becomesPicture(file, abilities)) return { ok: true, as: 'image' }
  const kinds = [...new Set<SentAs>([natural(file.type), 'document'])]
  const offered = kinds.flatMap((as) => {
    const rule = takes(abilities, as, file.type || 'application/octet-stream')
    return rule ? [{ as, bytes: rule.bytes }] : []
  })
  const fitting = offered.find(({ bytes }) => file.size <= bytes)
  if (fitting) return { ok: true, as: fitting.as }
  return offered.length > 0 ? { ok: false, reason: 'too_large', limit: Math.max(...offered.map(({ bytes }) => bytes)) } : { ok: false, reason: 'not_offered' }
}
