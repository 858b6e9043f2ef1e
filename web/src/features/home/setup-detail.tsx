import type { Home } from '@chasqui/contracts'
import { countryName } from '#lib/country-names.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { languageName } from '#lib/language-name.ts'

type Item = Home['setup'][number]
type Trade = 'clinic' | 'veterinary' | 'salon' | 'shop' | 'other'
const trades: readonly string[] = ['clinic', 'veterinary', 'salon', 'shop', 'other']

/** The line under a step: what will happen, or once done, the fact that ticked it. */
export const SetupDetail = ({ item: { key, done, detail } }: { item: Item }) => {
  const { t } = useTexts('home')
  const format = useFormat()
  if (done && key === 'try_bot' && typeof detail.seconds === 'number') return t('setup.try_bot.first_reply', { time: format.seconds(detail.seconds) })
  if (key === 'business' && typeof detail.country === 'string') {
    const trade = trades.includes(String(detail.trade)) ? t(`trade.${detail.trade as Trade}`) : null
    const language = typeof detail.locale === 'string' ? languageName(detail.locale.slice(0, 2)) : null
    return [countryName(detail.country), language, trade].filter(Boolean).join(' · ')
  }
  if (done && typeof detail.name === 'string' && detail.name) return detail.name
  return t(`setup.${key}.${done ? 'fact' : 'text'}`)
}
