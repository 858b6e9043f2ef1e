import { LayoutTemplate } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { languageName } from '#lib/language-name.ts'
import type { ContentOf } from './content-of.ts'
import { Framed } from './framed.tsx'
import { LocationContent } from './location-content.tsx'

/** What the customer read, and which template it was. */
export const TemplateContent = ({ content: { name, language, header, preview } }: { content: ContentOf<'template'> }) => {
  const { t } = useTexts('inbox')
  return (
    <div>
      <p className="mb-0.5 flex items-center gap-1.5 text-xs font-semibold text-fg-2">
        <LayoutTemplate size={14} strokeWidth={1.75} className="shrink-0" aria-hidden />
        <span className="wrap-anywhere">{t('template.name', { name, language: languageName(language) })}</span>
      </p>
      {header?.type === 'location' && <LocationContent content={header} />}
      <Framed content={{ header: header?.type === 'location' ? undefined : header }} body={preview ?? ''} />
    </div>
  )
}
