import type { Choice } from '@chasqui/contracts'
import { Check, List, MousePointerClick } from 'lucide-react'
import { useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { classNames } from '#ui/class-names.ts'
import type { ContentOf } from './content-of.ts'

/** The buttons of a message; the one the customer pressed is marked. */
export const ButtonOptions = ({ options, chosen }: { options: Choice[]; chosen: string | null }) => (
  <ul className="mt-2 mb-0.5 flex flex-wrap gap-1.5">
    {options.map(({ id, title }) => (
      <Option key={id} title={title} chosen={id === chosen} faded={chosen !== null && id !== chosen} />
    ))}
  </ul>
)

const Option = ({ title, chosen, faded }: { title: string; chosen: boolean; faded: boolean }) => {
  const { t } = useTexts('inbox')
  return (
    <li
      className={classNames(
        'inline-flex items-center gap-1 rounded-control border px-2.5 py-1 text-sm font-semibold',
        chosen ? 'border-primary bg-primary text-on-primary' : faded ? 'border-line bg-surface text-fg-2' : 'border-current bg-surface text-primary',
      )}
    >
      {chosen && (
        <>
          <Check size={15} strokeWidth={2.5} aria-hidden />
          <span className="sr-only">{t('options.chosen')}</span>
        </>
      )}
      {title}
    </li>
  )
}

/** A list opens on demand, as on the customer's phone; what was chosen shows at once. */
export const ListOptions = ({ content: { button, sections }, chosen }: { content: ContentOf<'list'>; chosen: string | null }) => {
  const { t } = useTexts('inbox')
  const [open, setOpen] = useState(false)
  const picked = sections.flatMap(({ rows }) => rows).find(({ id }) => id === chosen)
  return (
    <div className="mt-2 mb-0.5">
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="inline-flex items-center gap-1.5 rounded-control border border-current bg-surface px-2.5 py-1 text-sm font-semibold text-primary"
      >
        <List size={15} strokeWidth={2} aria-hidden />
        {button}
      </button>
      {picked && !open && (
        <ul className="mt-1.5">
          <Option title={picked.title} chosen faded={false} />
        </ul>
      )}
      {open &&
        sections.map((section, index) => (
          <div key={index} className="mt-1.5">
            {section.title && <p className="text-xs font-semibold text-fg-2">{section.title}</p>}
            <ul>
              {section.rows.map((row) => (
                <li
                  key={row.id}
                  className={classNames('flex items-start gap-1.5 border-t border-line py-1 text-sm first:border-0', row.id === chosen && 'font-semibold')}
                >
                  <span className="w-4 pt-px">
                    {row.id === chosen && (
                      <>
                        <Check size={15} strokeWidth={2.5} className="text-primary" aria-hidden />
                        <span className="sr-only">{t('options.chosen')}</span>
                      </>
                    )}
                  </span>
                  <span className="min-w-0">
                    {row.title}
                    {row.description && <span className="block text-xs font-normal text-fg-2">{row.description}</span>}
                  </span>
                </li>
              ))}
            </ul>
          </div>
        ))}
    </div>
  )
}

/** What the customer picked, as their own message. */
export const Chosen = ({ content: { title, description } }: { content: ContentOf<'choice'> }) => {
  const { t } = useTexts('inbox')
  return (
    <span>
      <MousePointerClick size={15} strokeWidth={1.75} className="mr-1.5 inline text-fg-3" aria-label={t('options.answer')} />
      <span className="font-medium">{title}</span>
      {description && <span className="block text-sm text-fg-2">{description}</span>}
    </span>
  )
}
