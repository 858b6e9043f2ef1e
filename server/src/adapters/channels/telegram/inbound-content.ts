import type { MessageContent } from '@chasqui/contracts'
import { contactContent, locationContent } from './inbound-cards.ts'
import { mediaContents, withLinks } from './inbound-media.ts'
import { clip, isRecord, list, text, type Json } from '#platform/foreign-json/loose-json'

const words = (text: string): Set<string> => new Set(text.trim().split(/\s+/))

/** Envelope of a message; whatever else it holds says what it is. */
const ENVELOPE = words(`message_id message_thread_id direct_messages_topic from sender_chat sender_boost_count sender_business_bot date chat
  business_connection_id forward_origin is_topic_message is_automatic_forward reply_to_message external_reply quote reply_to_story via_bot edit_date
  has_protected_content is_from_offline is_paid_post media_group_id author_signature paid_star_count entities link_preview_options effect_id caption
  caption_entities show_caption_above_media has_media_spoiler reply_markup`)

/** What the platform reports in a private chat; nobody said it, so that no flow answers (reference 3). */
const SERVICE = words(`pinned_message new_chat_members left_chat_member new_chat_title new_chat_photo delete_chat_photo group_chat_created
  message_auto_delete_timer_changed migrate_to_chat_id migrate_from_chat_id connected_website write_access_allowed chat_background_set
  proximity_alert_triggered boost_added video_chat_scheduled video_chat_started video_chat_ended video_chat_participants_invited`)

const kindOf = (message: Json): string => Object.keys(message).find((key) => !ENVELOPE.has(key)) ?? 'unknown'

/** A line in the thread for what the platform reports; null for what a person said. */
export const serviceNotice = (message: Json): MessageContent | null => {
  const kind = kindOf(message)
  return SERVICE.has(kind) ? { type: 'system', event: kind } : null
}

/**
 * What a message says: one content, or two where a recording has a caption. Polls, dice, stories, gifts and what this version does not know stay in
 * the thread as `unsupported` with everything that came.
 */
export const contentsOf = (message: Json): [MessageContent, ...MessageContent[]] => {
  const said = withLinks(text(message['text']), message['entities'])
  if (said !== '') return [{ type: 'text', text: clip(said, 65_536) }]
  const media = mediaContents(message)
  if (media) return media
  const card = (isRecord(message['venue']) || isRecord(message['location']) ? locationContent(message) : null) ?? contactContent(message)
  if (card) return [card]
  return [{ type: 'unsupported', providerType: clip(kindOf(message), 100), ...reasonOf(message), raw: message }]
}

/** What a placeholder can say of itself. */
const reasonOf = (message: Json): { reason?: string } => {
  const [poll, dice] = [message['poll'], message['dice']]
  if (isRecord(poll)) {
    const options = list(poll['options']).map((option) => (isRecord(option) ? text(option['text']) : ''))
    return { reason: clip([text(poll['question']), ...options].filter(Boolean).join(' · '), 500) }
  }
  return isRecord(dice) ? { reason: clip(`${text(dice['emoji'])} ${text(dice['value'])}`.trim(), 100) } : {}
}
