import { useTexts } from '#lib/i18n/texts.ts'
import { TextField } from '#ui/text-field.tsx'

type ShareFieldProps = { value: number; onShare: (share: number) => void; onSettle: () => void }

/** The share of one way of an A/B test, in per cent. What is none is not taken. */
export const ShareField = ({ value, onShare, onSettle }: ShareFieldProps) => {
  const { t } = useTexts('flows')
  return (
    <TextField
      label={t('form.share')}
      className="w-20"
      type="number"
      min={1}
      max={99}
      value={value}
      onChange={({ target }) => {
        const share = Math.round(Number(target.value))
        if (share >= 1 && share <= 99) onShare(share)
      }}
      onBlur={onSettle}
    />
  )
}
