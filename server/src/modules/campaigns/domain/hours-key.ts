import type { OpeningHours } from '@chasqui/contracts'

/** The same for the same hours, however they were written down: what differs in nothing that opens or closes has one key. */
export const hoursKey = ({ always, weekly, special, holidays }: OpeningHours, zone: string): string => {
  if (always) return 'always'
  const spans = (open: readonly { from: string; to: string }[] = []) => open.map(({ from, to }) => `${from}-${to}`).join(' ')
  const days = ['1', '2', '3', '4', '5', '6', '7'].map((day) => spans(weekly[day as keyof typeof weekly]))
  const specials = special.map(({ date, open }) => `${date} ${spans(open)}`).toSorted()
  return [zone, holidays ?? '', ...days, ...specials].join('\n')
}
