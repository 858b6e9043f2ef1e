import type { MessageContent, PhoneMessage } from '@chasqui/contracts'
import { RichText } from '#ui/rich-text.tsx'
import { OfferButton, OfferButtons } from './offer-button.tsx'
import { quickRepliesOf } from './quick-replies.ts'
import { usePress } from './use-press.ts'

type Template = Extract<MessageContent, { type: 'template' }>

/** A template as the customer reads it, with its quick replies. */
export const TemplateContent = ({ message, template }: { message: PhoneMessage; template: Template }) => {
  const { press, wasPressed } = usePress(message)
  const replies = quickRepliesOf(template.components)
  return (
    <>
      <RichText text={template.preview ?? template.name} />
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
