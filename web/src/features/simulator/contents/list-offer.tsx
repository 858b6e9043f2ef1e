import type { MessageContent, PhoneMessage } from '@chasqui/contracts'
import { OfferList } from '#ui/offer-list.tsx'
import { usePress } from './use-press.ts'

type ListContent = Extract<MessageContent, { type: 'list' }>

/** A list of the business, whose rows the customer can choose. */
export const ListOffer = ({ message, content: { button, sections } }: { message: PhoneMessage; content: ListContent }) => {
  const { press, wasPressed } = usePress(message)
  return <OfferList button={button} sections={sections} wasPressed={wasPressed} onChoose={(row) => press(row, 'list')} />
}
