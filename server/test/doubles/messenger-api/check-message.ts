import { GraphProblem } from '../graph-api/graph-problem.ts'
import { anArray, anObject, aText, need, oneOf, onlyKeys, optionalText, type Shape } from '../graph-api/shape-checks.ts'

export type Platform = 'messenger' | 'instagram'
export type CheckContext = { platform: Platform; hasAttachment(id: string, type: string): boolean }

const TAGS = ['HUMAN_AGENT']
/** Tags that were abolished in April 2026. */
const DEAD_TAGS = ['ACCOUNT_UPDATE', 'CONFIRMED_EVENT_UPDATE', 'POST_PURCHASE_UPDATE']

/** Refuses a send that Meta would refuse (messenger-instagram reference 3). Answers whom it is for. */
export const checkSend = (body: Shape, context: CheckContext): string => {
  onlyKeys(body, 'body', ['recipient', 'messaging_type', 'tag', 'message'])
  const to = recipientOf(body)
  checkTag(body, context)
  checkMessage(anObject(body['message'], 'message'), context)
  return to
}

export const recipientOf = (body: Shape): string => {
  const recipient = anObject(body['recipient'], 'recipient')
  onlyKeys(recipient, 'recipient', ['id', 'comment_id', 'post_id'])
  return aText(recipient['id'], 'recipient[id]', 1, 200)
}

const checkTag = (body: Shape, { platform }: CheckContext): void => {
  if (body['messaging_type'] !== undefined || platform === 'messenger') oneOf(body['messaging_type'], 'messaging_type', ['RESPONSE', 'UPDATE', 'MESSAGE_TAG'])
  const tag = body['tag']
  if (DEAD_TAGS.includes(String(tag))) throw new GraphProblem(100, 'This message tag is deprecated', { subcode: 1893061 })
  if (tag !== undefined) oneOf(tag, 'tag', TAGS)
  need((body['messaging_type'] === 'MESSAGE_TAG') === (tag !== undefined), 'A tag and messaging_type MESSAGE_TAG go together.')
}

const checkMessage = (message: Shape, context: CheckContext): void => {
  const isInstagram = context.platform === 'instagram'
  onlyKeys(message, 'message', ['text', 'attachment', 'quick_replies', ...(isInstagram ? ['reply_to'] : ['metadata'])])
  need((message['text'] === undefined) !== (message['attachment'] === undefined), 'Either text or attachment is required.')
  optionalText(message['metadata'], 'message[metadata]', 1000)
  if (message['reply_to'] !== undefined) aText(anObject(message['reply_to'], 'reply_to')['mid'], 'reply_to[mid]', 1, 1000)
  if (message['quick_replies'] !== undefined) checkQuickReplies(message)
  if (message['attachment'] !== undefined) return checkAttachment(anObject(message['attachment'], 'attachment'), context)
  const text = aText(message['text'], 'message[text]', 1, 2000)
  need(!isInstagram || Buffer.byteLength(text) <= 1000, 'Length of param message[text] must be less than or equal to 1000 bytes')
}

const checkQuickReplies = (message: Shape): void => {
  need(message['text'] !== undefined, 'Quick replies need a text.')
  for (const given of anArray(message['quick_replies'], 'quick_replies', 1, 13)) {
    const reply = anObject(given, 'quick_replies[]')
    onlyKeys(reply, 'quick_replies[]', ['content_type', 'title', 'payload', 'image_url'])
    oneOf(reply['content_type'], 'content_type', ['text'])
    aText(reply['title'], 'title', 1, 20)
    aText(reply['payload'], 'payload', 1, 1000)
  }
}

const checkAttachment = (attachment: Shape, context: CheckContext): void => {
  onlyKeys(attachment, 'attachment', ['type', 'payload'])
  const type = oneOf(attachment['type'], 'attachment[type]', ['image', 'audio', 'video', 'file', 'template'])
  const payload = anObject(attachment['payload'], 'payload')
  if (type === 'template') return checkButtonTemplate(payload)
  onlyKeys(payload, 'payload', ['url', 'is_reusable', 'attachment_id'])
  need((payload['url'] === undefined) !== (payload['attachment_id'] === undefined), 'Either url or attachment_id is required.')
  if (payload['attachment_id'] !== undefined)
    need(context.hasAttachment(aText(payload['attachment_id'], 'attachment_id', 1, 100), type), 'Invalid attachment id or type')
}

const checkButtonTemplate = (payload: Shape): void => {
  onlyKeys(payload, 'payload', ['template_type', 'text', 'buttons'])
  oneOf(payload['template_type'], 'template_type', ['button'])
  aText(payload['text'], 'text', 1, 640)
  for (const given of anArray(payload['buttons'], 'buttons', 1, 3)) {
    const button = anObject(given, 'buttons[]')
    const type = oneOf(button['type'], 'type', ['postback', 'web_url', 'phone_number'])
    aText(button['title'], 'title', 1, 20)
    if (type === 'web_url') need(URL.canParse(aText(button['url'], 'url', 1, 2000)), 'url is not a valid address.')
    else aText(button['payload'], 'payload', 1, 1000)
  }
}
