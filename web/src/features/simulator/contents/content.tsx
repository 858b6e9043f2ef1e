import type { PhoneMessage } from '@chasqui/contracts'
import { RichText } from '#ui/rich-text.tsx'
import { AudioPlayer } from './audio-player.tsx'
import { ContactCards } from './contact-cards.tsx'
import { DocumentCard } from './document-card.tsx'
import { LocationCard } from './location-card.tsx'
import { Offer } from './offer.tsx'
import { OtherContent } from './other-content.tsx'
import { Picture } from './picture.tsx'
import { TemplateContent } from './template-content.tsx'

/** What a message says, by its type. */
export const Content = ({ message }: { message: PhoneMessage }) => {
  const { content } = message
  switch (content.type) {
    case 'text':
      return <RichText text={content.text} />
    case 'image':
    case 'video':
    case 'sticker':
      return <Picture content={content} />
    case 'document':
      return <DocumentCard content={content} />
    case 'audio':
      return <AudioPlayer file={content.file} voice={content.voice} />
    case 'location':
      return <LocationCard location={content} />
    case 'contacts':
      return <ContactCards cards={content.contacts} />
    case 'choice':
      return <RichText text={content.title} />
    case 'template':
      return <TemplateContent message={message} template={content} />
    case 'buttons':
    case 'list':
    case 'link':
    case 'location_request':
    case 'contact_request':
    case 'form':
    case 'products':
    case 'catalog':
      return <Offer message={message} content={content} />
    default:
      return <OtherContent content={content} />
  }
}
