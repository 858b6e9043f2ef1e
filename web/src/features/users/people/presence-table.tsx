import { presenceRoutes } from '@chasqui/contracts/http/presence'
import { useQuery } from '@tanstack/react-query'
import { asked } from '#lib/api.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { ActivityPart } from './activity-part.tsx'

const states = ['available', 'busy', 'paused'] as const

/** The last seven days: how long in each state, and why there were pauses. */
export const PresenceTable = ({ userId }: { userId: string }) => {
  const { t } = useTexts('users')
  const format = useFormat()
  const { data, error, refetch } = useQuery(asked(presenceRoutes.times, { params: { id: userId }, query: { days: 7 } }))
  const time = (seconds: number) => (seconds === 0 ? '–' : format.duration(seconds))
  // Noon: a day has no zone, and is the same one everywhere then.
  const dayName = (day: string, index: number) => (index === 0 ? t('activity.today') : format.shortDate(`${day}T12:00:00Z`))
  return (
    <ActivityPart title={t('activity.presence')} failed={t('activity.failed')} error={error} onRetry={() => void refetch()}>
      {data && (
        <>
          <table className="mt-2 w-full border-collapse text-sm tabular">
            <thead>
              <tr className="text-left text-xs text-fg-2">
                <th scope="col" className="py-1 font-medium">
                  {t('activity.day')}
                </th>
                {states.map((state) => (
                  <th key={state} scope="col" className="py-1 pl-2 text-right font-medium">
                    {t(`presence.${state}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.days.map(({ day, ...seconds }, index) => (
                <tr key={day} className="border-t border-line">
                  <th scope="row" className="py-1.5 text-left font-normal">
                    {dayName(day, index)}
                  </th>
                  {states.map((state) => (
                    <td key={state} className="py-1.5 pl-2 text-right whitespace-nowrap">
                      {time(seconds[state])}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          {data.pauses.length > 0 && (
            <p className="mt-2 text-sm text-fg-2">
              {t('activity.pauses', { list: data.pauses.map(({ reason, seconds }) => `${t(`pause.${reason}`)} ${format.duration(seconds)}`).join(', ') })}
            </p>
          )}
        </>
      )}
    </ActivityPart>
  )
}
