import type { PhoneMessage } from '@chasqui/contracts'
import { ExternalLink, MapPin, UserRound } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useTalk } from '../phone/talk.ts'
import { ListOffer } from './list-offer.tsx'
import { OfferButton, OfferButtons, offerLook } from '#ui/offer-button.tsx'
import type { OfferContent } from './offer-content.ts'
import { usePress } from './use-press.ts'

type ActionsProps<Type extends OfferContent['type'] = OfferContent['type']> = { message: PhoneMessage; content: Extract<OfferContent, { type: Type }> }

const Buttons = ({ message, content }: ActionsProps<'buttons'>) => {
  const { press, wasPressed } = usePress(message)
  return (
    <OfferButtons>
      {content.buttons.map((choice) => (
        <OfferButton key={choice.id} pressed={wasPressed(choice)} onClick={() => press(choice, 'button')}>
          {choice.title}
        </OfferButton>
      ))}
    </OfferButtons>
  )
}

/** The phone is simulated, the link is not: it opens in the browser, when pressed. */
const Link = ({ content }: ActionsProps<'link'>) => (
  <OfferButtons>
    <a href={content.url} target="_blank" rel="noopener noreferrer nofollow" className={offerLook}>
      <ExternalLink size={15} strokeWidth={2} aria-hidden />
      {content.label}
    </a>
  </OfferButtons>
)

/** What the business can ask for and this phone can give. */
const Request = ({ content }: ActionsProps<'location_request' | 'contact_request'>) => {
  const { t } = useTexts('simulator')
  const { say, ask, speaker } = useTalk()
  const { name, phone } = speaker
  const shareContact = () =>
    say({
      act: { type: 'contacts', contacts: [{ name, phone }] },
      content: { type: 'contacts', contacts: [{ name, phones: [{ phone }], emails: [], own: true }] },
    })
  return (
    <OfferButtons>
      {content.type === 'location_request' ? (
        <OfferButton icon={MapPin} onClick={() => ask('location')}>
          {t('offer.send_location')}
        </OfferButton>
      ) : (
        <OfferButton icon={UserRound} onClick={shareContact}>
          {t('offer.share_contact')}
        </OfferButton>
      )}
    </OfferButtons>
  )
}

/** Catalogues and forms live at WhatsApp; here one sees that they were sent. */
const Elsewhere = ({ label }: { label: string }) => {
  const { t } = useTexts('simulator')
  return (
    <p className="mt-2 rounded-control border border-dashed border-line-strong px-2.5 py-1 text-center text-sm text-fg-2">
      {label} · {t('offer.elsewhere')}
    </p>
  )
}

export const OfferActions = ({ message, content }: ActionsProps) => {
  const { t } = useTexts('simulator')
  switch (content.type) {
    case 'buttons':
      return <Buttons message={message} content={content} />
    case 'list':
      return <ListOffer message={message} content={content} />
    case 'link':
      return <Link message={message} content={content} />
    case 'location_request':
    case 'contact_request':
      return <Request message={message} content={content} />
    case 'form':
      return <Elsewhere label={content.label} />
    case 'products':
    case 'catalog':
      return <Elsewhere label={t('offer.catalog')} />
  }
}
