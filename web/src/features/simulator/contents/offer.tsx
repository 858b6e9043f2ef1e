import type { PhoneMessage } from '@chasqui/contracts'
import { RichText } from '#ui/rich-text.tsx'
import { DocumentCard } from './document-card.tsx'
import { OfferActions } from './offer-actions.tsx'
import type { OfferContent } from './offer-content.ts'
import { Picture } from './picture.tsx'

const Header = ({ content }: { content: OfferContent }) => {
  if (!('header' in content) || !content.header) return null
  const { header } = content
  if (header.type === 'text') return <p className="mb-1 font-semibold">{header.text}</p>
  if (header.type === 'document') return <DocumentCard content={{ type: 'document', file: header.file }} />
  return <Picture content={{ type: header.type, file: header.file }} />
}

/** A message of the business that asks for something: its words in their frame, and below what can be pressed. */
export const Offer = ({ message, content }: { message: PhoneMessage; content: OfferContent }) => (
  <div className="min-w-48">
    <Header content={content} />
    {content.body && <RichText text={content.body} />}
    {'footer' in content && content.footer && <p className="mt-1 text-xs text-fg-3">{content.footer}</p>}
    <OfferActions message={message} content={content} />
  </div>
)
