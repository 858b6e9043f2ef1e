import type { Candidate, Reading } from './reading.ts'
import type { InputNode } from '../engine/nodes.ts'
import { phrasesFor, spokenIn } from '../engine/phrases.ts'
import type { Context } from '../engine/run-state.ts'
import { minutesFrom } from './calendar.ts'
import { languageOf } from './language.ts'
import type { MomentContext } from './moment-context.ts'
import type { Moment } from './moment.ts'
import { momentAsData, readBack, shortWords } from './moment.ts'
import { readMoment } from './read-moment.ts'

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Whether nothing is missing of what a step asks for. */
export const isWhole = (expect: InputNode['expect'], { date, time }: Moment): boolean =>
  expect === 'date' ? date !== null : expect === 'time' ? time !== null : date !== null && time !== null

/** A moment as a value with its words. */
export const momentCandidate = (expect: InputNode['expect'], moment: Moment, context: Context): Candidate => {
  const kept = expect === 'date' ? { ...moment, time: null, part: null } : expect === 'time' ? { ...moment, date: null } : moment
  return { value: momentAsData(kept, context.timeZone), text: readBack(kept, languageOf(spokenIn(context))), moment: kept }
}

/** Against what a step's answer about a time is read; `base` is what is certain of it so far. */
export const momentContext = (node: InputNode, context: Context, base?: Moment): MomentContext => {
  const locale = spokenIn(context)
  const country = context.locale.split('-')[1] ?? context.business.country
  return {
    now: context.now,
    timeZone: context.timeZone,
    language: languageOf(locale),
    ...(country && { country }),
    ...(node.past && node.expect === 'date' && { past: true }),
    want: node.expect === 'date' || node.expect === 'time' ? node.expect : 'datetime',
    ...(node.hours ? { hours: { from: minutesFrom(node.hours.from), to: minutesFrom(node.hours.to) } } : { daytime: true }),
    ...(base && { base }),
  }
}

/** Reads an answer about a time. Even what is certain is only a candidate: it is read back before it is kept. */
export const readTime = (node: InputNode, text: string, context: Context, base?: Moment): Reading => {
  const locale = spokenIn(context)
  const reading = readMoment(text, momentContext(node, context, base))
  switch (reading.outcome) {
    case 'not_understood':
      return { outcome: 'invalid' }
    case 'past':
      return { outcome: 'invalid', hint: phrasesFor(locale).past(readBack(reading.value, languageOf(locale))) }
    case 'ambiguous':
      return offeredMoments(node, reading.candidates, context)
    case 'understood':
      return isWhole(node.expect, reading.value) ? offeredMoments(node, [reading.value], context) : { outcome: 'partial', base: reading.value }
  }
}

/** One moment to confirm, or several with labels that fit a button: what they have in common is said once. */
export const offeredMoments = (node: InputNode, moments: readonly Moment[], context: Context): Extract<Reading, { outcome: 'unsure' }> => {
  const candidates = moments.map((moment) => momentCandidate(node.expect, moment, context))
  if (candidates.length === 1) return { outcome: 'unsure', candidates }
  const language = languageOf(spokenIn(context))
  const [day = null, ...others] = new Set(candidates.map(({ moment }) => moment?.date ?? null))
  const sameDay = day !== null && others.length === 0
  const labelled = candidates.map((candidate) => ({
    ...candidate,
    label: shortWords({ ...candidate.moment!, ...(sameDay && { date: null }) }, language) || candidate.text,
  }))
  return { outcome: 'unsure', candidates: labelled, ...(sameDay && { about: capital(readBack({ date: day, time: null, part: null }, language)) }) }
}
