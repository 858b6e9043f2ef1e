import { MapPin } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { safeHref } from '#ui/parse-rich-text.ts'
import type { ContentOf } from './content-of.ts'

/** A place as a card; the map is a link, so that looking at a conversation tells no map service anything. */
export const LocationContent = ({ content: { latitude, longitude, name, address, url } }: { content: ContentOf<'location'> }) => {
  const { t } = useTexts('inbox')
  const point = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`
  const own = url ? safeHref(url) : null
  return (
    <div className="w-64 max-w-full overflow-hidden rounded-control bg-fg/5">
      <div
        className="grid h-20 place-items-center bg-[linear-gradient(var(--border)_1px,transparent_1px),linear-gradient(90deg,var(--border)_1px,transparent_1px)] bg-size-[22px_22px]"
        aria-hidden
      >
        <MapPin size={32} strokeWidth={1.75} className="fill-danger-subtle text-danger" />
      </div>
      <div className="px-3 py-2 text-sm">
        <p className="font-semibold wrap-anywhere">{name ?? t('type.location')}</p>
        {address && <p className="text-fg-2 wrap-anywhere">{address}</p>}
        <p className="text-xs text-fg-3 tabular">{point}</p>
        <p className="flex flex-wrap gap-x-3">
          <a
            href={`https://www.google.com/maps?q=${latitude},${longitude}`}
            target="_blank"
            rel="noopener noreferrer"
            className="font-semibold text-primary underline underline-offset-2"
          >
            {t('file.open_map')}
          </a>
          {own && (
            <a href={own} target="_blank" rel="noopener noreferrer nofollow" className="text-primary underline underline-offset-2">
              {t('file.open_page')}
            </a>
          )}
        </p>
      </div>
    </div>
  )
}
