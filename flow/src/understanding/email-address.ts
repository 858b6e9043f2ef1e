import { editDistance } from './edit-distance.ts'

/** `unsure`: addresses that may be meant, likeliest first, to ask about. */
export type EmailReading = { outcome: 'understood'; value: string } | { outcome: 'unsure'; candidates: string[] } | { outcome: 'not_understood' }

const mailWord = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i

/** The one e-mail address in a message ("mi correo es ana@ejemplo.com."), its domain in lower case; null for none, several or a broken one. */
export const emailIn = (text: string): string | null => {
  const tokens = text
    .slice(0, 1000)
    .split(/[\s,;:<>()"]+/)
    .filter((token) => token.includes('@'))
  const address = tokens[0]?.replace(/[.!?]+$/, '') ?? ''
  if (tokens.length !== 1 || address.length > 254 || !mailWord.test(address) || /(?:^\.|\.\.|\.@)/.test(address)) return null
  const at = address.lastIndexOf('@')
  return address.slice(0, at) + address.slice(at).toLowerCase()
}

/** The one address in a message, written or spoken. One with a slip in a usual domain, or put together from several words, is only offered. */
export const readEmail = (text: string): EmailReading => {
  if (text.length > 1000) return { outcome: 'not_understood' }
  const written = emailIn(text)
  if (written !== null) return withDomainChecked(written)
  const mended = text.replace(parted, (domain) => domain.replace(/\s/g, '').replaceAll(',', '.'))
  if (mended !== text) return offered(emailIn(mended) === null ? spokenEmail(mended) : withDomainChecked(emailIn(mended)!))
  return text.includes('@') && !/\s@|@\s/.test(text) ? { outcome: 'not_understood' } : spokenEmail(text)
}

/** A domain with blanks or a comma in it: "ana@gmail,com", "ana @ gmail . com". */
const parted = /@\s*[a-z0-9-]+\s*[.,]\s*(?:(?:com|net|org|edu|gob|gov)(?:\s*[.,]\s*[a-z]{2})?|[a-z]{2})(?![a-z0-9])/i
const offered = (reading: EmailReading): EmailReading => (reading.outcome === 'understood' ? { outcome: 'unsure', candidates: [reading.value] } : reading)

const usual =
  'gmail.com hotmail.com outlook.com yahoo.com icloud.com live.com hotmail.es outlook.es yahoo.es yahoo.com.ar hotmail.com.ar live.com.ar yahoo.com.mx hotmail.com.mx yahoo.com.br hotmail.com.br outlook.com.br uol.com.br bol.com.br terra.com.br ig.com.br protonmail.com fibertel.com.ar'.split(
    ' ',
  )
/** Real ones that are one letter away from a usual one. */
const real = new Set([
  ...usual,
  ...'mail.com ymail.com email.com gmx.com live.cl live.com.mx yahoo.cl outlook.cl hotmail.cl yahoo.fr hotmail.fr hotmail.it outlook.pt globo.com me.com'.split(
    ' ',
  ),
])

const withDomainChecked = (address: string): EmailReading => {
  const at = address.lastIndexOf('@')
  const domain = address.slice(at + 1)
  const meant = domainMeant(domain)
  return meant === null ? { outcome: 'understood', value: address } : { outcome: 'unsure', candidates: [`${address.slice(0, at)}@${meant}`, address] }
}

/** The domain that a misspelt one probably is; null when nothing speaks against it. */
const domainMeant = (domain: string): string | null => {
  if (real.has(domain)) return null
  const ending = domain.replace(/\.(?:con|comm|cmo|ocm|vom|xom|cpm|coom|om|cim|cm)$/, '.com')
  const near = (most: number) => usual.find((each) => editDistance(ending, each, most) <= most)
  const close = real.has(ending) ? ending : (near(1) ?? (ending.length >= 9 ? near(2) : undefined))
  return close ?? (ending === domain ? null : ending)
}

const introductions = new Set(
  'mi mis el la es e este correo correos email mail e-mail mailes direccion electronico de meu o minha my is the address it its its: seria sería é anota anote escribe hola por favor y electrónico endereço endereco'.split(
    ' ',
  ),
)

/** "juan punto perez arroba gmail punto com". */
const spokenEmail = (text: string): EmailReading => {
  const joined = ` ${text
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[,;:!?]+(?=\s|$)/g, ' ')
    .replace(/\s+/g, ' ')} `
    .replace(/ ?(?:\(at\)|\[at\]|@| arroba | at ) ?/g, '@')
    .replace(/ (?:punto|ponto|dot|point) /g, '.')
    .replace(/ (?:gui[oó]n bajo|sublinhado|underline|underscore|underscor) /g, '_')
    .replace(/ (?:gui[oó]n(?: medio)?|h[ií]fen|tra[cç]o|dash|hyphen) /g, '-')
    .replace(/\.(?=\s)|\s+(?=\.)/g, (sign) => (sign === '.' ? ' ' : ''))
    .trim()
  if (joined.split('@').length !== 2) return joined.includes('@') ? { outcome: 'not_understood' } : withoutAt(joined)
  const [before = '', after = ''] = joined.split('@')
  const words = before
    .trim()
    .split(' ')
    .filter((word) => word !== '')
  const own = words.slice(words.findLastIndex((word) => introductions.has(word)) + 1)
  const domain = after.trim().split(' ')[0] ?? ''
  const addresses = (own.length > 1 ? [own.join(''), own.join('.'), own.at(-1)!] : own).flatMap((local) => emailIn(`${local}@${domain}`) ?? [])
  if (addresses.length === 0) return { outcome: 'not_understood' }
  const surely = own.length === 1 && after.trim() === domain && /arroba|\bat\b/i.test(text)
  if (surely) return withDomainChecked(addresses[0]!)
  return { outcome: 'unsure', candidates: [...new Set(addresses)].slice(0, 3) }
}

/** "anagmail.com" has lost its sign. */
const withoutAt = (text: string): EmailReading => {
  const word = text.split(' ').find((token) => usual.some((domain) => token.endsWith(domain) && token.length > domain.length + 1))
  const domain = usual.find((each) => word?.endsWith(each))
  const address = word && domain ? emailIn(`${word.slice(0, -domain.length).replace(/[.\-_]+$/, '')}@${domain}`) : null
  return address === null ? { outcome: 'not_understood' } : { outcome: 'unsure', candidates: [address] }
}
