import type { OutboundContent } from '@chasqui/contracts'
import { shortId } from '#platform/short-id'
import type { Json } from '#platform/foreign-json/loose-json'

type Of<Type extends OutboundContent['type']> = Extract<OutboundContent, { type: Type }>

/** What a button may bring back, in bytes of UTF-8 (reference 4). Longer ids travel as their digest, which the product finds again. */
const CALLBACK_BYTES = 64

const button = ({ id, title }: { id: string; title: string }): Json => ({ text: title, callback_data: shortId(id, CALLBACK_BYTES) })

/** Buttons below the message, one in a row: titles are cut off where several share one. */
export const choiceKeyboard = (content: Of<'buttons'> | Of<'list'>): Json => ({
  inline_keyboard: (content.type === 'buttons' ? content.buttons : content.sections.flatMap(({ rows }) => rows)).map((choice) => [button(choice)]),
})

export const linkKeyboard = ({ label, url }: Of<'link'>): Json => ({ inline_keyboard: [[{ text: label, url }]] })

/** Takes the place of the keyboard until it was used. The sign is the label: what language the person reads is not known here. */
export const requestKeyboard = ({ type }: Of<'location_request'> | Of<'contact_request'>): Json => ({
  keyboard: [[type === 'location_request' ? { text: '📍', request_location: true } : { text: '📱', request_contact: true }]],
  one_time_keyboard: true,
  resize_keyboard: true,
})
