import type { Flow, PlannedPublish } from '@chasqui/contracts'
import { flowRoutes } from '@chasqui/contracts/http/flows'
import { call } from '#lib/api.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan } from '#lib/session.ts'
import { useAct } from '#lib/use-act.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { say } from '#ui/toast.tsx'
import { codeWords, problemWords } from '../../problem-words.ts'

type PlannedBannerProps = { flow: Flow; planned: PlannedPublish; onChanged: () => Promise<unknown> }

/** The publish that waits for its time, or why it could not be done when its time had come. */
export const PlannedBanner = ({ flow, planned: { at, state, problem: why, note, madeBy }, onChanged }: PlannedBannerProps) => {
  const { t } = useTexts('flows')
  const format = useFormat()
  const mayManage = useCan('flows.manage')
  const { busy, problem, run } = useAct()
  const waits = state === 'waiting'
  const drop = () =>
    run(async () => {
      await call(flowRoutes.unplan, { params: { id: flow.id } })
      await onChanged()
      say(t(waits ? 'planned.cancelled' : 'planned.dismissed'))
    })
  const when = format.moment(at)
  return (
    <Banner
      tone={waits ? 'info' : 'danger'}
      className="rounded-control"
      action={
        mayManage && (
          <Button size="sm" busy={busy} onClick={() => void drop()}>
            {t(waits ? 'planned.cancel' : 'planned.dismiss')}
          </Button>
        )
      }
    >
      <span className="block font-semibold">{t(waits ? 'planned.waits' : 'planned.failed', { when })}</span>
      {why && <span className="block font-normal">{codeWords(why.code)}</span>}
      <span className="block font-normal wrap-anywhere">
        {madeBy.name}
        {note && ` · ${note}`}
      </span>
      {problem && <span className="block font-semibold">{problemWords(problem)}</span>}
    </Banner>
  )
}
