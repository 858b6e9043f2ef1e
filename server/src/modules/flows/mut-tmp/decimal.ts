import { fold } from './fold.ts'
import { numberWord } from './number-words.ts'

/** Spanish-speaking countries that write 1,234.56; the others, and Brazil, write 1.234,56. */
const dotCountries = new Set(['MX', 'US', 'PR', 'GT', 'HN', 'SV', 'NI', 'PA', 'DO', 'PE', '419'])

/** The sign between whole and fraction where people use this locale ("es-AR", "pt-BR", "en"). */
const decimalSign = (locale: string): ',' | '.' => {
  const [language = '', country = ''] = locale.split('-')
  return ['es', 'pt'].includes(language.toLowerCase()) && !dotCountries.has(country.toUpperCase()) ? ',' : '.'
}

const numeral = /(?<![\p{L}\p{N}.,])[-−+]?\d[\d.,]*/gu

/**
 * The one number in a message, with a unit or a few words around it ("tengo 34 años", "$ 1.500,50", "dos"); null when there is none or more than one.
 * A lone sign before three digits groups thousands if the locale groups that way: "1.500" is 1500 in Spanish and 1.5 in English.
 */
export const numberIn = (text: string, locale: string): number | null => {
  const plain = text.trim().normalize('NFKC')
  if (plain.length > 60) return null
  const found = plain.match(numeral) ?? []
  if (found.length === 0) return numberWord(fold(plain))
  return found.length === 1 ? valueOf(found[0].replace(/[.,]+$/, ''), decimalSign(locale)) : null
}

/** A text that is nothing but a number; null otherwise. For comparing, where "calle 9" is no number. */
export const numberAs = (text: string, locale: string): number | null => (/^\s*[-−+]?\d[\d.,]*\s*$/.test(text) ? numberIn(text, locale) : null)

const valueOf = (numeral: string, decimal: ',' | '.'): number | null => {
  const sign = /^[-−]/.test(numeral) ? -1 : 1
  const digits = numeral.replace(/^[-−+]/, '')
  if (digits.replace(/\D/g, '').length > 15) return null
  const point = pointOf(digits, decimal)
  const whole = point === null ? digits : digits.slice(0, digits.lastIndexOf(point))
  const fraction = point === null ? '' : digits.slice(digits.lastIndexOf(point) + 1)
  // Adding 0 turns -0, which JSON cannot hold, into 0.
  return isWhole(whole) && !/\D/.test(fraction) ? sign * Number(`${whole.replace(/\D/g, '')}.${fraction}0`) + 0 : null
}

/** Which sign parts the fraction: the last of two kinds; of one kind, the only one unless it groups thousands. */
const pointOf = (digits: string, decimal: ',' | '.'): string | null => {
  const signs = digits.replace(/\d/g, '')
  if (signs === '') return null
  if (signs.includes(',') && signs.includes('.')) return signs.at(-1)!
  if (signs.length > 1) return null
  return signs !== decimal && /^[1-9]\d{0,2}[.,]\d{3}$/.test(digits) ? null : signs
}

const isWhole = (whole: string): boolean => /^\d+$/.test(whole) || /^\d{1,3}(?:\.\d{3})+$/.test(whole) || /^\d{1,3}(?:,\d{3})+$/.test(whole)

/** A number the way people of this locale write it, without grouping. */
export const showNumber = (value: number, locale: string): string => String(value).replace('.', decimalSign(locale))
