import type { MessageContent } from '@chasqui/contracts'
import { clip, isRecord, record, text, words, type Json } from '#platform/foreign-json/loose-json'
import { storable } from '#platform/foreign-json/storable'

/** A pressed button, a chosen row, a filled form. Null when the shape is not known: the caller then shows it as unsupported. */
export const interactiveContent = (message: Json): MessageContent | null => {
  const interactive = record(message['interactive'])
  switch (text(interactive['type'])) {
    case 'button_reply':
      return pressed(interactive['button_reply'], 'button')
    case 'list_reply':
      return pressed(interactive['list_reply'], 'list')
    case 'nfm_reply':
      return filledForm(record(interactive['nfm_reply']))
    case 'call_permission_reply':
      // An answer of the customer like any other: it opens the window and may be answered.
      return { type: 'form_reply', name: 'call_permission_reply', data: record(interactive['call_permission_reply']) }
    default:
      return null
  }
}

const pressed = (value: unknown, via: 'button' | 'list' | 'template'): MessageContent | null => {
  const reply = record(value)
  const [id, title, description] = [text(reply['id']), text(reply['title']), words(reply['description'], 1000)]
  if (id === '' && title === '') return null
  return { type: 'choice', id: clip(id || title, 1000), title: clip(title || id, 1000), ...(description !== undefined && { description }), via }
}

/** A template's quick reply: `{payload, text}`, the same user meaning as a pressed button; `context` may be absent (reference 3.2). */
export const templateButtonContent = (message: Json): MessageContent | null => {
  const button = record(message['button'])
  return pressed({ id: button['payload'], title: button['text'] }, 'template')
}

/** `response_json` is JSON inside a string and may be broken: then the raw text is all there is. Some pass on what was in the string. */
const filledForm = (reply: Json): MessageContent => {
  const raw = text(reply['response_json'])
  const body = words(reply['body'], 4096)
  return {
    type: 'form_reply',
    name: clip(text(reply['name']), 200) || 'flow',
    ...(body !== undefined && { body }),
    data: isRecord(reply['response_json']) ? reply['response_json'] : answersIn(raw),
    ...(raw !== '' && { raw }),
  }
}

const answersIn = (raw: string): Json | null => {
  try {
    const answers = storable(JSON.parse(raw))
    return isRecord(answers) ? answers : null
  } catch {
    return null
  }
}
