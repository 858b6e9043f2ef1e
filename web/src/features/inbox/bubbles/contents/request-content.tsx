import { Contact, MapPin } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { RichText } from '#ui/rich-text.tsx'
import type { ContentOf } from './content-of.ts'

/** The customer was asked for their place or number; the button is on their phone. */
export const RequestContent = ({ content }: { content: ContentOf<'location_request' | 'contact_request'> }) => {
  const { t } = useTexts('inbox')
  const Icon = content.type === 'location_request' ? MapPin : Contact
  return (
    <div>
      <RichText text={content.body} />
      <p className="mt-1.5 flex items-center gap-1.5 text-sm font-semibold text-fg-2">
        <Icon size={16} strokeWidth={1.75} aria-hidden />
        {t(`type.${content.type}`)}
      </p>
    </div>
  )
}
