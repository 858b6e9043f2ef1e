import { type CallResult, failed, readAnswer } from '@chasqui/flow/steps/api_call/result'
import { useEffect, useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { Button } from '#ui/button.tsx'
import type { AwaitedCall } from './calls.ts'
import { makeCall } from './make-call.ts'

type AwaitedCallProps = {
  call: AwaitedCall
  mayManage: boolean
  /** Calls are really made as soon as the flow asks. */
  isReal: boolean
  onAnswer: (result: CallResult, took: number) => void
}

/** The flow waits for another program: what answers, when nothing was ever seen of it, is up to whoever tries. */
export const AwaitedCallBar = ({ call, mayManage, isReal, onAnswer }: AwaitedCallProps) => {
  const { t } = useTexts('flows')
  const [busy, setBusy] = useState(false)
  const really = async () => {
    setBusy(true)
    const { result, took } = await makeCall(call)
    onAnswer(result, took)
  }
  const isAllowed = isReal && mayManage
  useEffect(() => {
    if (isAllowed) void really()
    // Each call has a bar of its own.
  }, [])
  return (
    <div role="group" aria-label={t('test.awaits')} className="flex flex-wrap items-center gap-1.5 bg-info-subtle px-3 py-2 text-sm text-on-info-subtle">
      <span role="status" className="w-full">
        {t(busy ? 'test.calling' : 'test.awaits')}
      </span>
      {!busy && (
        <>
          {call.sample && (
            <Button size="sm" onClick={() => onAnswer(readAnswer(call.request, call.sample!), 0)}>
              {t('test.answer_sample')}
            </Button>
          )}
          <Button size="sm" onClick={() => onAnswer({ status: 200, error: null, values: {} }, 0)}>
            {t('test.answer_well')}
          </Button>
          <Button size="sm" onClick={() => onAnswer(failed('unreachable'), 0)}>
            {t('test.answer_failed')}
          </Button>
          {mayManage && (
            <Button size="sm" onClick={() => void really()}>
              {t('test.call_now')}
            </Button>
          )}
        </>
      )}
    </div>
  )
}
