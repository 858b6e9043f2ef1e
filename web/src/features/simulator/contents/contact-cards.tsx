import type { MessageContent } from '@chasqui/contracts'
import { useFormat } from '#lib/format.ts'
import { Avatar } from '#ui/avatar.tsx'

type Card = Extract<MessageContent, { type: 'contacts' }>['contacts'][number]

const international = (phone: string) => (/^\d{8,}$/.test(phone) ? `+${phone}` : phone)

/** Shared contacts: name and numbers. */
export const ContactCards = ({ cards }: { cards: Card[] }) => {
  const format = useFormat()
  return (
    <ul className="flex min-w-48 flex-col gap-2">
      {cards.map((card, index) => (
        <li key={index} className="flex items-center gap-2.5">
          <Avatar name={card.name} />
          <span className="min-w-0">
            <span className="block font-medium wrap-anywhere">{card.name}</span>
            {card.organisation && <span className="block text-xs text-fg-2">{card.organisation}</span>}
            {card.phones.map(({ phone }) => (
              <span key={phone} className="block text-xs text-fg-2 tabular">
                {format.phone(international(phone))}
              </span>
            ))}
            {card.emails.map((email) => (
              <span key={email} className="block text-xs wrap-anywhere text-fg-2">
                {email}
              </span>
            ))}
          </span>
        </li>
      ))}
    </ul>
  )
}
