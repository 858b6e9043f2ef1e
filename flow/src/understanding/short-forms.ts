import type { Language } from './language.ts'

/**
 * What is written short on a phone, in full, for every reader of answers: "hj n, obg" is "hoje não, obrigado". Only what is short for one thing in its
 * language has a place here; what is short for a time alone ("amnh") is told where times are read.
 */
const lines: Record<Language, readonly string[]> = {
  es: [
    'hoy: hj hoi',
    'mañana: mñn mñna mnna',
    'después: dsp dsps dps dspues',
    'por favor: xfa xfis xfavor xfv porfa porfis porfi pfv pls plz plis',
    'gracias: grax grx grxs grcs gcs grac graci',
    'porque: xq xk xke pq porq porke',
    'que: ke qe',
    'todavía: tdv',
    'para: xa pa',
    'también: tmb tb tbn tmbn tbien',
    'bien: bn',
    'todo: tdo',
    'nada: nd',
    'no sé: nc',
    'mensaje: msj',
    'mensajes: msjs',
    'quiero: kiero qiero',
    'quieres: kieres qieres',
    'tengo: tngo',
    'tenés: tenes tns',
    'estoy: toy',
    'verdad: vdd',
    'con: cn',
    'donde: dnd dnde',
    'cuando: cdo cndo',
    'cuanto: cto qnto',
    'mucho: muxo mxo',
    'muchas: muxas mchas',
    'aquí: aki',
  ],
  pt: [
    'hoje: hj',
    'depois: dps dpois',
    'por favor: pfv pfvr pff pls plz plis',
    'obrigado: obg obgd obgado',
    'obrigada: obgda obgada',
    'não: ñ naum nn',
    'você: vc vcê cê',
    'vocês: vcs cês',
    'também: tb tbm tbem tmb tmbm',
    'que: ke',
    'porque: pq pqe porq',
    'beleza: blz',
    'valeu: vlw',
    'tudo: td',
    'todos: tds',
    'muito: mt mto mtu',
    'muita: mta',
    'muitos: mts mtos',
    'quanto: qnto qto',
    'quantos: qntos qtos',
    'quantas: qntas qtas',
    'quando: qndo qdo qnd',
    'comigo: cmg cmgo',
    'contigo: ctg',
    'mesmo: msm',
    'mesma: msma',
    'sim: ss',
    'sei lá: sla',
    'de novo: dnv',
    'agora: agr',
    'aqui: aq aki',
    'cadê: kd',
    'ninguém: ngm',
    'nada: nd',
    'com: cm',
    'verdade: vdd',
    'certeza: ctz ctza',
    'gente: gnt',
    'sempre: smp smpr',
    'qualquer: qlqr qqr',
    'mensagem: msg',
    'abraços: abs',
    'beijos: bjs bj',
    'tenho: tnho',
    'já: jah',
    'pode: pd',
  ],
  en: [
    'your: ur',
    'please: pls plz plis',
    'thanks: thx tks tnx tnks thnx thks tysm tyvm',
    'people: ppl',
    'right now: rn',
    'i dont know: idk',
    'about: abt',
    'because: cuz coz bcz bcuz becuz bcos',
    'want to: wanna',
    'dont: dnt',
    'though: tho',
    'through: thru',
    'probably: prolly prbly',
    'appointment: appt appmt',
    'message: msg',
    'to be honest: tbh',
    'never mind: nvm',
    'of course: ofc',
    'have: hv',
    'havent: havnt',
    'before: b4',
    'tomorrow: tmrw tmr tmw tmrow tomoz 2moro 2morrow',
    'tonight: tonite 2nite 2night',
    'weekend: wknd wkend',
    'great: gr8',
    'something: smth',
    'what: wat wut',
    'just: jst',
    'yes: yh',
  ],
}

/** A letter alone may be a size, a row or a plan too: it stands for a word only before another one, and behind nothing that is called by letters. */
const letters: Record<Language, Readonly<Record<string, string>>> = {
  es: { q: 'que', k: 'que', x: 'por', d: 'de', m: 'me', t: 'te' },
  pt: { q: 'que', d: 'de', p: 'para', c: 'com' },
  en: { u: 'you', r: 'are' },
}
const calledByLetters =
  /(?:^|\P{L})(?:la|el|los|las|un|una|o|a|as|os|um|uma|opci[oó]n|op[cç][aã]o|letra|talla|talle|tama[nñ]o|tamanho|plan|plano|tipo|grupo|hepatiti[se]|vitamina|y|e|ou) $/iu
const beforeWord = /^ (?!por favor|porfa|gracias|obrigad|mesm[oa]|mism[oa]|nom[aá]s|[yeo] |ou )(?:r |\p{L}{2})/iu

/** "N" is "não" wherever it stands, but before a number and among letters: "ainda n", "n vou". */
const notNumbered = /^(?![º°]|\.? ?\d| (?:e|ou) )/iu

const wordsOf = (language: Language): ReadonlyMap<string, string> =>
  new Map(
    lines[language].flatMap((line) => {
      const [full = '', shorts = ''] = line.split(': ')
      return shorts.split(' ').map((short): [string, string] => [short, full])
    }),
  )
const words: Record<Language, ReadonlyMap<string, string>> = { es: wordsOf('es'), pt: wordsOf('pt'), en: wordsOf('en') }

/** What a word that was written short is in full; undefined for all others. */
export const wordInFull = (word: string, language: Language): string | undefined => words[language].get(word)

/** "170 cm", "2 mts", "3 d": what is counted. */
const units = /^(?:cm|mts?|.)$/u
const counted = /\d\s*$/u

const letterInFull = (letter: string, language: Language, before: string, after: string): string | undefined => {
  if (letter !== 'q' && calledByLetters.test(before)) return undefined
  if (language === 'pt' && letter.toLowerCase() === 'n') return notNumbered.test(after) ? 'não' : undefined
  return beforeWord.test(after) ? letters[language][letter] : undefined
}

const short = /(?<![\p{L}\p{N}@_/'’-])(?:\p{L}|\d(?=\p{L}))[\p{L}\d]{0,7}(?![\p{L}\p{N}@_/'’]|[.-][\p{L}\p{N}])/gu

/** A message with its short forms in full, and else as it was written. */
export const inFull = (text: string, language: Language): string =>
  text.replace(short, (word: string, at: number) => {
    if (units.test(word) && counted.test(text.slice(0, at))) return word
    const told = word.length === 1 ? letterInFull(word, language, text.slice(0, at), text.slice(at + 1)) : wordInFull(word.toLowerCase(), language)
    return told ?? word
  })
