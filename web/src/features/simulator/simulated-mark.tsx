import { useTexts } from '#lib/i18n/texts.ts'

/** Stands wherever a simulated phone does: nobody shall mistake it for a real one. */
export const SimulatedMark = () => {
  const { t } = useTexts('simulator')
  return <span className="shrink-0 text-xs text-fg-2">{t('simulated')}</span>
}
