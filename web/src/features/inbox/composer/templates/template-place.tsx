import { useTexts } from '#lib/i18n/texts.ts'
import { TextField } from '#ui/text-field.tsx'
import { pointIn } from './point.ts'

/** What is written down of the place above a template. */
export type PlaceWords = { point: string; name: string; address: string }

/** The place as it is sent; null while something is missing. */
export const placeOf = ({ point, name, address }: PlaceWords) => {
  const found = pointIn(point)
  return found && name.trim() && address.trim() ? { type: 'location' as const, ...found, name: name.trim(), address: address.trim() } : null
}

type TemplatePlaceProps = { place: PlaceWords; tried: boolean; onChange: (place: PlaceWords) => void }

/** The place that stands above a template. */
export const TemplatePlace = ({ place, tried, onChange }: TemplatePlaceProps) => {
  const { t } = useTexts('inbox')
  const missing = (value: string) => (tried && value.trim() === '' ? t('template.value_missing') : null)
  return (
    <>
      <TextField
        label={t('template.place_name')}
        value={place.name}
        maxLength={1000}
        error={missing(place.name)}
        onChange={({ target }) => onChange({ ...place, name: target.value })}
      />
      <TextField
        label={t('template.place_address')}
        value={place.address}
        maxLength={1000}
        error={missing(place.address)}
        onChange={({ target }) => onChange({ ...place, address: target.value })}
      />
      <TextField
        label={t('template.place_point')}
        hint={t('template.place_point_hint')}
        value={place.point}
        maxLength={2000}
        error={tried && !pointIn(place.point) ? t('template.place_point_wrong') : null}
        onChange={({ target }) => onChange({ ...place, point: target.value })}
      />
    </>
  )
}
