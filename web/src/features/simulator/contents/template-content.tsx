import type { MessageContent, PhoneMessage } from '@chasqui/contracts'
import { useTexts } from '#lib/i18n/texts.ts'
import { RichText } from '#ui/rich-text.tsx'
import { DocumentCard } from './document-card.tsx'
import { LocationCard } from './location-card.tsx'
import { OfferButton, OfferButtons } from '#ui/offer-button.tsx'
import { Picture } from './picture.tsx'
import { couponsOf, quickRepliesOf } from './quick-replies.ts'
import { usePress } from './use-press.ts'

type Template = Extract<MessageContent, { type: 'template' }>

const Header = ({ header }: { header: NonNullable<Template['header']> }) => {
  if (header.type === 'location') return <LocationCard location={header} />
  return header.type === 'document' ? <DocumentCard content={{ ...header, type: 'document' }} /> : <Picture content={{ ...header }} />
}

/** A template as the customer reads it, with its quick replies and coupons. */
export const TemplateContent = ({ message, template }: { message: PhoneMessage; template: Template }) => {
  const { t } = useTexts('simulator')
  const { press, wasPressed } = usePress(message)
  const replies = quickRepliesOf(template.components)
  return (
    <>
      {template.header && <Header header={template.header} />}
      <RichText text={template.preview ?? template.name} />
      {couponsOf(template.components).map((coupon) => (
        <p key={coupon} className="mt-2 rounded-control border border-dashed border-line-strong px-2.5 py-1 text-center text-sm text-fg-2">
          {t('offer.coupon', { coupon })}
        </p>
      ))}
      {replies.length > 0 && (
        <OfferButtons>
          {replies.map((reply) => (
            <OfferButton key={reply.id} pressed={wasPressed(reply)} onClick={() => press(reply, 'template')}>
              {reply.title}
            </OfferButton>
          ))}
        </OfferButtons>
      )}
    </>
  )
}
