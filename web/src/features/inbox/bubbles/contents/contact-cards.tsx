import { Copy } from 'lucide-react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { Avatar } from '#ui/avatar.tsx'
import { copyText } from '#ui/copy-text.ts'
import { IconButton } from '#ui/icon-button.tsx'
import type { ContentOf } from './content-of.ts'

type ContactCard = ContentOf<'contacts'>['contacts'][number]

export const ContactCards = ({ cards }: { cards: ContactCard[] }) => (
  <ul className="w-64 max-w-full space-y-1.5">
    {cards.map((card, index) => (
      <li key={index} className="rounded-control bg-fg/5 p-2.5">
        <Card card={card} />
      </li>
    ))}
  </ul>
)

const Card = ({ card: { name, organisation, phones, emails, own } }: { card: ContactCard }) => {
  const { t } = useTexts('inbox')
  const format = useFormat()
  return (
    <div className="flex gap-2.5 text-sm">
      <Avatar name={name} size="sm" />
      <div className="min-w-0 flex-1">
        <p className="font-semibold wrap-anywhere">{name}</p>
        {(own || organisation) && <p className="text-xs text-fg-2">{own ? t('card.own') : organisation}</p>}
        {phones.map(({ phone }) => (
          <p key={phone} className="-mb-1 flex items-center gap-1">
            <span className="tabular">{format.phone(phone)}</span>
            <IconButton icon={Copy} size="sm" label={t('card.copy_phone', { phone })} onClick={() => void copyText(phone)} />
          </p>
        ))}
        {emails.map((email) => (
          <p key={email} className="wrap-anywhere">
            {email}
          </p>
        ))}
      </div>
    </div>
  )
}
