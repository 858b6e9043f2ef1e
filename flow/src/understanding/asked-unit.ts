import { wordsAsked } from './beside-the-question.ts'
import { fold } from './fold.ts'

/** "2 semanas" is no number of nights, and "una caja" none of bottles. */

const units = [
  'minuto|minutos|minute|minutes|min|mins',
  'hora|horas|hour|hours|hs|hrs',
  'dia|dias|day|days|noche|noches|noite|noites|night|nights|diaria|diarias',
  'semana|semanas|week|weeks',
  'quincena|quincenas|fortnight|fortnights',
  'mes|meses|month|months',
  'ano|anos|year|years',
].map((words) => new Set(words.split('|')))
const packs = [
  'caja|cajas|caixa|caixas|box|boxes|case|cases',
  'botella|botellas|garrafa|garrafas|bottle|bottles',
  'paquete|paquetes|pacote|pacotes|pack|packs|packet|packets',
  'bolsa|bolsas|bag|bags|saco|sacos',
  'docena|docenas|duzia|duzias|dozen',
  'persona|personas|pessoa|pessoas|people|adultos|adults',
  'habitacion|habitaciones|quarto|quartos|room|rooms',
].map((words) => new Set(words.split('|')))

const asksHowMany = / (?:cuant[oa]s|quant[oa]s|how many) (?:de |of )?(?<what>[a-z]+) /

const unitOf = (word: string, of: readonly ReadonlySet<string>[]): number => of.findIndex((words) => words.has(word))

/** Whether an answer counts another unit than was asked for. */
export const isOfAnotherUnit = (text: string, question: string): boolean => {
  if (!/\p{L}/u.test(text)) return false
  const { what } = asksHowMany.exec(wordsAsked(question))?.groups ?? {}
  if (what === undefined) return false
  return [units, packs].some((of) => {
    const asked = unitOf(what, of)
    if (asked < 0) return false
    const said = fold(text)
      .split(' ')
      .map((word) => unitOf(word.replace(/^\d+/, ''), of))
      .filter((unit) => unit >= 0)
    return said.length > 0 && !said.includes(asked)
  })
}
