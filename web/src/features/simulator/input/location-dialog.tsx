import { LocateFixed } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useTenant } from '#lib/session.ts'
import { Button } from '#ui/button.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useTalk } from '../phone/talk.ts'
import { samplePlace } from './sample-places.ts'
import { SendDialog } from './send-dialog.tsx'

type Fields = { name: string; latitude: string; longitude: string }

const number = (written: string) => (written.trim() === '' ? Number.NaN : Number(written.replace(',', '.')))
const within = (written: string, most: number) => Math.abs(number(written)) <= most

/** Asks this browser where it is; plain http pages and refusals leave the fields as they are. */
const useWhereIAm = (found: (place: GeolocationCoordinates) => void) => {
  const [state, setState] = useState<'idle' | 'asking' | 'failed'>('idle')
  const locate = () => {
    setState('asking')
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => (setState('idle'), found(coords)),
      () => setState('failed'),
      { timeout: 10_000 },
    )
  }
  return { state, locate, offered: 'geolocation' in navigator }
}

const LocationForm = ({ id, onSend }: { id: string; onSend: () => void }) => {
  const { t } = useTexts('simulator')
  const { say } = useTalk()
  const sample = samplePlace(useTenant().country)
  const [fields, setFields] = useState<Fields>({ name: sample.name, latitude: String(sample.latitude), longitude: String(sample.longitude) })
  const [tried, setTried] = useState(false)
  const here = useWhereIAm((coords) => setFields({ name: '', latitude: coords.latitude.toFixed(5), longitude: coords.longitude.toFixed(5) }))
  const set = (name: keyof Fields) => (event: { target: { value: string } }) => setFields({ ...fields, [name]: event.target.value })
  const error = (right: boolean) => (tried && !right ? t('location.wrong') : null)
  const send = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!within(fields.latitude, 90) || !within(fields.longitude, 180)) return
    const location = { latitude: number(fields.latitude), longitude: number(fields.longitude), ...(fields.name.trim() && { name: fields.name.trim() }) }
    say({ act: { type: 'location', location }, content: { type: 'location', ...location } })
    onSend()
  }
  return (
    <form id={id} noValidate onSubmit={send} className="flex flex-col gap-3">
      <TextField label={t('location.name')} value={fields.name} onChange={set('name')} maxLength={200} />
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label={t('location.latitude')}
          inputMode="decimal"
          value={fields.latitude}
          onChange={set('latitude')}
          error={error(within(fields.latitude, 90))}
        />
        <TextField
          label={t('location.longitude')}
          inputMode="decimal"
          value={fields.longitude}
          onChange={set('longitude')}
          error={error(within(fields.longitude, 180))}
        />
      </div>
      {here.offered && (
        <Button icon={LocateFixed} busy={here.state === 'asking'} onClick={here.locate} className="self-start">
          {t('location.here')}
        </Button>
      )}
      {here.state === 'failed' && <output className="text-sm text-fg-2">{t('location.unknown')}</output>}
    </form>
  )
}

/** Sends a place: a known one of the country, one's own, or any coordinates. */
export const LocationDialog = (props: { open: boolean; onClose: () => void }) => <SendDialog {...props} what="location" form={LocationForm} />
