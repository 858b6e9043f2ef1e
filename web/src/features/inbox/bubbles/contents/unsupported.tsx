import { FileQuestion } from 'lucide-react'
import { useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import type { ContentOf } from './content-of.ts'
import { RawView } from './raw-view.tsx'

/** What providers say when they do not hand over the type either. */
const nameless = new Set(['', 'unsupported', 'unknown'])

/** Something that came and that we cannot draw: said plainly, with what came for whoever can read it. */
export const Unsupported = ({ content }: { content: ContentOf<'unsupported'> }) => {
  const { t } = useTexts('inbox')
  const [open, setOpen] = useState(false)
  return (
    <div className="max-w-full">
      <p className="flex items-start gap-2 text-fg-2">
        <FileQuestion size={18} strokeWidth={1.75} className="mt-0.5 shrink-0" aria-hidden />
        {nameless.has(content.providerType) ? t('unsupported.plain') : t('unsupported.text', { kind: content.providerType })}
      </p>
      {content.raw !== undefined && (
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)} className="text-sm font-semibold text-primary underline underline-offset-2">
          {t(open ? 'bubble.hide_raw' : 'bubble.show_raw')}
        </button>
      )}
      {open && <RawView value={content.raw} />}
    </div>
  )
}
