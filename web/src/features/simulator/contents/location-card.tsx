import type { MessageContent } from '@chasqui/contracts'
import { MapPin } from 'lucide-react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'

type Location = Extract<MessageContent, { type: 'location' }>

/** Drawn here and not fetched: a map would tell a stranger's server where the customer is. */
const StillMap = () => (
  <svg viewBox="0 0 240 96" className="block w-full rounded-control bg-success-subtle" aria-hidden>
    <g fill="none" stroke="var(--surface)" strokeWidth="7">
      <path d="M-4 30 244 52M-4 84 244 66M48 -4 62 100M178 -4 168 100" />
    </g>
    <g fill="none" stroke="var(--surface)" strokeWidth="3">
      <path d="M112 -4 116 100M-4 58 244 12M214 -4 224 100M16 -4 22 100" />
    </g>
  </svg>
)

/** A place, with a link to a map for whoever wants to see it. */
export const LocationCard = ({ location: { latitude, longitude, name, address } }: { location: Location }) => {
  const { t } = useTexts('simulator')
  const format = useFormat()
  const place = `${format.number(latitude, 5)} ; ${format.number(longitude, 5)}`
  return (
    <a
      href={`https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={t('location.open', { place: name || place })}
      className="-mx-1 -mt-0.5 mb-1 block w-60 max-w-[calc(100%+8px)] rounded-control"
    >
      <span className="relative block">
        <StillMap />
        <MapPin size={32} strokeWidth={2} className="absolute top-1/2 left-1/2 -translate-x-1/2 -translate-y-full fill-danger text-surface" aria-hidden />
      </span>
      <span className="mt-1 block px-1 font-medium wrap-anywhere">{name || t('type.location')}</span>
      <span className="block px-1 text-xs wrap-anywhere text-fg-2">{address || place}</span>
    </a>
  )
}
