import type { SimulatedPhone } from '@chasqui/contracts'
import { Bot, Clock3, type LucideIcon, Radio, TriangleAlert, UserRound, UserRoundX } from 'lucide-react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import type { Tone } from '#ui/chip.tsx'
import { usePhoneClock } from '../clock/use-phone-clock.ts'
import { activeFaults } from '../data/active-faults.ts'
import { useFaults } from '../data/use-faults.ts'
import { profileOf } from '../data/use-line.ts'
import type { Answering } from './answering.ts'
import { useAnswering } from './use-answering.ts'
import { useAnsweringWords } from './use-answering-words.ts'

export type Mark = { key: string; icon: LucideIcon; tone: Tone; words: string }

const lookOf: Record<Answering['who'], { icon: LucideIcon; tone: Tone }> = {
  flow: { icon: Bot, tone: 'ai' },
  person: { icon: UserRound, tone: 'primary' },
  nobody: { icon: UserRoundX, tone: 'warning' },
}

/** What holds for this phone now: who answers, always; clock, limits and faults wherever they are not the usual ones. */
export const useMarks = (channelId: string, person: SimulatedPhone): Mark[] => {
  const { t } = useTexts('simulator')
  const format = useFormat()
  const answeringWords = useAnsweringWords()
  const { answering, line } = useAnswering({ channelId, phone: person.phone, name: person.name })
  const { shown, ahead } = usePhoneClock(channelId, person)
  const { data: faults } = useFaults(channelId)
  const profile = line.data ? profileOf(line.data) : 'cloud'
  const marks: Mark[] = []
  if (answering) marks.push({ key: 'answering', words: answeringWords(answering), ...lookOf[answering.who] })
  const broken = faults ? activeFaults(faults) : []
  marks.push(...broken.map(({ key, count }): Mark => ({ key, icon: TriangleAlert, tone: 'warning', words: t(`active.${key}`, { count }) })))
  if (ahead > 0)
    marks.push({ key: 'clock', icon: Clock3, tone: 'warning', words: `${format.weekday(shown)} ${format.clock(shown)} (+${format.duration(ahead)})` })
  if (profile !== 'cloud') marks.push({ key: 'profile', icon: Radio, tone: 'info', words: t(`profile.name.${profile}`) })
  return marks
}
