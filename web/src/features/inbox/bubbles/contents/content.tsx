import type { Message, MessageContent } from '@chasqui/contracts'
import { RichText } from '#ui/rich-text.tsx'
import { AudioContent } from './audio-content.tsx'
import { ContactCards } from './contact-cards.tsx'
import { DocumentContent } from './document-content.tsx'
import { FormContent, FormReply } from './form-content.tsx'
import { Framed } from './framed.tsx'
import { ImageContent } from './image-content.tsx'
import { LinkContent } from './link-content.tsx'
import { LocationContent } from './location-content.tsx'
import { ButtonOptions, Chosen, ListOptions } from './options.tsx'
import { NoteText } from './note-text.tsx'
import { OrderContent } from './order-content.tsx'
import { CatalogContent, ProductsContent } from './products-content.tsx'
import { RawView } from './raw-view.tsx'
import { RequestContent } from './request-content.tsx'
import { TemplateContent } from './template-content.tsx'
import { Unsupported } from './unsupported.tsx'
import { VideoContent } from './video-content.tsx'

/** What one message says, whatever its type. `chosen` is the option the customer picked; `raw` shows the content as it is stored. */
export const Content = ({ message, chosen, raw }: { message: Message; chosen: string | null; raw: boolean }) =>
  raw ? <RawView value={message.content} /> : <Shown content={message.content} message={message} chosen={chosen} />

const Shown = ({ content, message, chosen }: { content: MessageContent; message: Message; chosen: string | null }) => {
  switch (content.type) {
    case 'text':
      return message.direction === 'note' ? <NoteText message={message} text={content.text} /> : <RichText text={content.text} />
    case 'image':
    case 'sticker':
      return <ImageContent content={content} />
    case 'video':
      return <VideoContent content={content} />
    case 'document':
      return <DocumentContent content={content} />
    case 'audio':
      return <AudioContent content={content} message={message} />
    case 'location':
      return <LocationContent content={content} />
    case 'contacts':
      return <ContactCards cards={content.contacts} />
    case 'buttons':
      return (
        <Framed content={content} body={content.body}>
          <ButtonOptions options={content.buttons} chosen={chosen} />
        </Framed>
      )
    case 'list':
      return (
        <Framed content={content} body={content.body}>
          <ListOptions content={content} chosen={chosen} />
        </Framed>
      )
    case 'link':
      return <LinkContent content={content} />
    case 'location_request':
    case 'contact_request':
      return <RequestContent content={content} />
    case 'form':
      return <FormContent content={content} />
    case 'form_reply':
      return <FormReply content={content} />
    case 'products':
      return <ProductsContent content={content} />
    case 'catalog':
      return <CatalogContent content={content} />
    case 'template':
      return <TemplateContent content={content} />
    case 'choice':
      return <Chosen content={content} />
    case 'order':
      return <OrderContent content={content} />
    case 'system':
      return <RichText text={content.text ?? content.event} />
    case 'unsupported':
      return <Unsupported content={content} />
  }
}
