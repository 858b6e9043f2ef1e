import type { Faults } from '@chasqui/contracts'
import { useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { SelectField } from '#ui/select-field.tsx'
import { failureReasons } from './failure-reasons.ts'
import { NumberSetting } from './number-setting.tsx'

type FailSends = Faults['failSends']
type FailingSendsProps = { value: FailSends; onChange: (value: FailSends) => void }

/** How many of the next messages of the business are refused, and why. The count goes down as they are. */
export const FailingSends = ({ value, onChange }: FailingSendsProps) => {
  const { t } = useTexts('simulator')
  const [code, setCode] = useState<number>(value?.code ?? failureReasons[0].code)
  const times = value?.times ?? 0
  const reason = failureReasons.find((one) => one.code === code) ?? failureReasons[0]
  const options = failureReasons.map((one) => ({ value: String(one.code), label: t(`reason.${one.key}`) }))
  const choose = (next: string) => {
    setCode(Number(next))
    if (times > 0) onChange({ code: Number(next), times })
  }
  return (
    <>
      <SelectField label={t('faults.reason')} hint={t(`faults.${reason.then}`)} value={String(code)} options={options} onChange={choose} />
      <NumberSetting
        label={t('faults.fail_times')}
        hint={t('faults.fail_times_hint')}
        value={times}
        most={1000}
        presets={[0, 1, 3]}
        onChange={(next) => onChange(next > 0 ? { code, times: next } : null)}
      />
    </>
  )
}
