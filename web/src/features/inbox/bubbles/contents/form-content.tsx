import { ClipboardList } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import type { ContentOf } from './content-of.ts'
import { Framed } from './framed.tsx'

/** A form that was sent to the customer. */
export const FormContent = ({ content }: { content: ContentOf<'form'> }) => (
  <Framed content={content} body={content.body}>
    <p className="mt-1.5 flex items-center gap-1.5 text-sm font-semibold text-primary">
      <ClipboardList size={16} strokeWidth={1.75} aria-hidden />
      {content.label}
    </p>
  </Framed>
)

const inWords = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : value === null ? '' : JSON.stringify(value)

/** What the customer filled in. */
export const FormReply = ({ content: { body, data, raw } }: { content: ContentOf<'form_reply'> }) => {
  const { t } = useTexts('inbox')
  return (
    <div className="w-64 max-w-full">
      <p className="flex items-center gap-1.5 font-semibold">
        <ClipboardList size={16} strokeWidth={1.75} aria-hidden />
        {t('type.form_reply')}
      </p>
      {body && <p className="text-sm text-fg-2">{body}</p>}
      {data ? (
        <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 text-sm">
          {Object.entries(data).map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="text-fg-2">{name}</dt>
              <dd className="wrap-anywhere">{inWords(value)}</dd>
            </div>
          ))}
        </dl>
      ) : (
        raw && <p className="text-sm wrap-anywhere">{raw}</p>
      )}
    </div>
  )
}
