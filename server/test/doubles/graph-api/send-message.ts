import type { IncomingMessage, ServerResponse } from 'node:http'
import { checkMessage } from './check-message.ts'
import { actOut, cut, losesAnswer, takeFailure } from './faults.ts'
import { answerJson } from './graph-problem.ts'
import type { GraphState } from './graph-state.ts'
import { aText, need, type Shape } from './shape-checks.ts'

type Call = { state: GraphState; phoneNumberId: string; request: IncomingMessage; response: ServerResponse }

/** `POST /{phone number}/messages`: a message, a read receipt or typing (reference 4). */
export const takeMessage = (call: Call, body: Shape): void => (body['status'] === undefined ? takeSend(call, body) : takeCourtesy(call, body))

const takeCourtesy = ({ state, phoneNumberId, response }: Call, body: Shape): void => {
  need(body['messaging_product'] === 'whatsapp' && body['status'] === 'read', 'Param status must be one of {read}.', 100)
  const messageId = aText(body['message_id'], 'message_id', 1, 1000)
  const kind = body['typing_indicator'] === undefined ? 'read' : 'typing'
  state.ledger.courtesies.push({ kind, phoneNumberId, messageId })
  state.ledger.stats[kind === 'read' ? 'reads' : 'typings'] += 1
  answerJson(response, 200, { success: true })
}

const takeSend = ({ state, phoneNumberId, request, response }: Call, body: Shape): void => {
  const { ledger, faults, random, options } = state
  if (faults.lostRequests > 0 && random() < faults.lostRequests) {
    ledger.stats.lostRequests += 1
    return cut(request)
  }
  const { to, field } = checkMessage(body, { media: state.media, templates: options.templates ?? null })
  if (actOut(takeFailure(faults, 'messages', false, to), response)) return ledger.refuse('http')
  need(field === 'recipient' || !options.testRecipients || options.testRecipients.includes(to), 'Recipient phone number not in allowed list', 131030)
  const later = takeFailure(faults, 'messages', true, to)
  // Meta's trap: a scoped id in `to` gets 200 and an id, and is never delivered.
  const dropped = field === 'to' && /[A-Z]/.test(to)
  const lost = !dropped && losesAnswer(faults, random)
  const message = {
    wamid: state.nextMessageId(),
    to: field === 'to' && !dropped ? whatsappSpelling(to) : to,
    clientRef: (body['biz_opaque_callback_data'] as string | undefined) ?? null,
  }
  if (dropped) ledger.stats.silentlyDropped += 1
  else {
    ledger.accept({
      ...message,
      phoneNumberId,
      to,
      type: String(body['type'] ?? 'text'),
      text: textOf(body),
      quotes: quoted(body),
      answer: lost ? 'lost' : 'given',
      body,
    })
    state.callbacks.report(
      phoneNumberId,
      { ...message, scoped: field === 'recipient' },
      later && { code: later.code ?? 131000, details: later.details ?? 'Scripted failure' },
    )
  }
  if (lost) {
    ledger.stats.lostAnswers += 1
    return cut(request)
  }
  const contact = field === 'to' ? { input: to, wa_id: message.to } : { input: to, user_id: to }
  answerJson(response, 200, {
    messaging_product: 'whatsapp',
    contacts: [contact],
    messages: [{ id: message.wamid, ...(body['type'] === 'template' && { message_status: 'accepted' }) }],
  })
}

/** Meta answers with its own spelling: an Argentine mobile number gets its 9 (phone numbers, section 4). */
const whatsappSpelling = (digits: string): string => (/^54(?!9)\d{10}$/.test(digits) ? `549${digits.slice(2)}` : digits)

const quoted = (body: Shape): string | null => ((body['context'] as Shape | undefined)?.['message_id'] as string | undefined) ?? null

const textOf = (body: Shape): string => {
  const type = String(body['type'] ?? 'text')
  const object = body[type] as Shape
  return String(
    object['body'] && type === 'text'
      ? object['body']
      : ((object['body'] as Shape | undefined)?.['text'] ?? object['caption'] ?? object['emoji'] ?? object['name'] ?? ''),
  )
}
