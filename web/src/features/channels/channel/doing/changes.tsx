import type { StateStretch } from '@chasqui/contracts'
import { useState } from 'react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { Button } from '#ui/button.tsx'
import { StateChip } from '../../list/state-chip.tsx'

/** Those that stand there at once; a line that comes and goes has many. */
const atFirst = 5

const Change = ({ stretch: { state, detail, from, until } }: { stretch: StateStretch }) => {
  const { t } = useTexts('channels')
  const format = useFormat({ ticking: true })
  const seconds = until === null ? format.secondsSince(from) : (Date.parse(until) - Date.parse(from)) / 1000
  return (
    <li className="grid items-start gap-x-2 tablet:grid-cols-[116px_minmax(0,1fr)] border-t border-line py-2 text-sm">
      <span>
        <StateChip channel={{ state, link: null }} />
      </span>
      <span>
        <span className="block text-fg-2 tabular">
          {t(until === null ? 'timeline.lasts' : 'timeline.lasted', { when: format.moment(from), time: format.duration(seconds) })}
        </span>
        {detail !== null && <span className="block text-fg-3 wrap-anywhere">{detail}</span>}
      </span>
    </li>
  )
}

/** Each time that it changed, with when, for how long and why; the newest first. */
export const Changes = ({ stretches }: { stretches: readonly StateStretch[] }) => {
  const { t } = useTexts('channels')
  const format = useFormat()
  const [all, showAll] = useState(false)
  const shown = all ? stretches : stretches.slice(0, atFirst)
  return (
    <div>
      <h3 className="mb-1 text-sm font-medium text-fg-2">{t('timeline.changes')}</h3>
      <ol>
        {shown.map((stretch) => (
          <Change key={stretch.from} stretch={stretch} />
        ))}
      </ol>
      {shown.length < stretches.length && (
        <Button size="sm" look="quiet" onClick={() => showAll(true)}>
          {t('timeline.more', { some: format.number(stretches.length - shown.length) })}
        </Button>
      )}
    </div>
  )
}
