import type { MessageContent } from '@chasqui/contracts'
import { clip, isRecord, list, number, record, text, words, type Json } from '#platform/foreign-json/loose-json'
import { isTrue } from './event.ts'
import { mediaContent, sharedLink, takesCaption } from './inbound-media.ts'

const LONGEST_TEXT = 65_536

/**
 * Things that are shared by their address. A story that mentions the account is one, too: its picture must not be kept after the day that it is
 * shown, so that only the link to it stands in the thread.
 */
const LINKS = new Set(['fallback', 'post', 'share', 'reel', 'ig_reel', 'ig_post', 'story_mention'])

/**
 * What a message says: one content per bubble and never none, in order behind the one that holds the words. They stand under the first picture, video or
 * file; links join the text that often repeats their title. An attachment of a type that is not known keeps its place as `unsupported`.
 */
export const contentsOf = (message: Json): MessageContent[] => {
  const words = text(message['text'])
  const tapped = tap(message, words)
  if (tapped) return [tapped]
  const attachments = list(message['attachments']).filter(isRecord)
  const said = withLinks(words, attachments)
  const others = attachments.filter((attachment) => isShown(attachment, words))
  const bearer = said === '' ? undefined : others.find(takesCaption)
  // What holds the words comes first: an edit of them names the first bubble.
  const ordered = bearer ? [bearer, ...others.filter((other) => other !== bearer)] : others
  const shown = ordered.map((attachment) => shownAttachment(attachment, attachment === bearer ? clip(said, 4096) : ''))
  const spoken: MessageContent[] = said !== '' && !bearer ? [{ type: 'text', text: clip(said, LONGEST_TEXT) }] : []
  const contents = [...spoken, ...shown]
  return contents.length > 0 ? contents : [unsupported(isTrue(message['is_unsupported']) ? 'unsupported' : 'empty', message)]
}

/** Links stand among the words. One of which nothing is told is shown as what it is, unless it is the preview of a link that the words name. */
const isShown = (attachment: Json, words: string): boolean => {
  const type = text(attachment['type'])
  return !LINKS.has(type) || (sharedLink(attachment) === '' && (type !== 'fallback' || words.trim() === ''))
}

/** A quick reply comes as its title in `text`; what it means is its payload. */
const tap = (message: Json, title: string): MessageContent | null => {
  const id = text(record(message['quick_reply'])['payload'])
  return id === '' ? null : { type: 'choice', id: clip(id, 1000), title: clip(title || id, 1000), via: 'button' }
}

const withLinks = (words: string, attachments: Json[]): string =>
  attachments
    .filter((attachment) => LINKS.has(text(attachment['type'])))
    .flatMap((attachment) => sharedLink(attachment).split('\n'))
    .filter(Boolean)
    .reduce((said, line) => (said.includes(line) ? said : said === '' ? line : `${said}\n${line}`), words)

const shownAttachment = (attachment: Json, caption: string): MessageContent =>
  mediaContent(attachment, caption) ?? locationContent(attachment) ?? templateContent(attachment) ?? unsupported(text(attachment['type']), attachment)

/** The longitude is called `long`; out of range means that it is no place. */
const locationContent = (attachment: Json): MessageContent | null => {
  if (attachment['type'] !== 'location') return null
  const coordinates = record(record(attachment['payload'])['coordinates'])
  const [latitude, longitude] = [number(coordinates['lat']), number(coordinates['long'])]
  if (latitude === null || longitude === null || Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return null
  const [name, url] = [words(attachment['title'], 1000), words(attachment['url'], 2000)]
  return { type: 'location', latitude, longitude, ...(name !== undefined && { name }), ...(url !== undefined && { url }) }
}

/** Mostly in echoes: cards with buttons that another program of the business sent. Their words are what people need to see. */
const templateContent = (attachment: Json): MessageContent | null => {
  if (attachment['type'] !== 'template') return null
  const payload = record(attachment['payload'])
  const cards = list(payload['elements']).flatMap((element) => [text(record(element)['title']), text(record(element)['subtitle'])])
  const said = [text(payload['text']), ...cards, text(attachment['title'])].filter((line) => line.trim() !== '').join('\n')
  return said === '' ? null : { type: 'text', text: clip(said, LONGEST_TEXT) }
}

const unsupported = (type: string, raw: Json): MessageContent => ({ type: 'unsupported', providerType: clip(type, 100) || 'unknown', raw })

/** A pressed button. In `standby` the payload is missing; the title then has to do. */
export const postbackContent = (postback: Json): MessageContent | null => {
  const [payload, title] = [text(postback['payload']), text(postback['title'])]
  return payload === '' && title === '' ? null : { type: 'choice', id: clip(payload || title, 1000), title: clip(title || payload, 1000), via: 'button' }
}
