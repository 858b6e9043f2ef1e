import type { MessageContent } from '@chasqui/contracts'

/** Words and signs that thank; one of them has to be there. */
const thanking = new Set(
  'gracias grax agradecido agradecida agradecemos obrigado obrigada obg brigado brigada brigadao valeu vlw agradeco thanks thank thankyou thx ty tks tnx cheers'.split(
    ' ',
  ),
)
const thankingSigns = /[🙏👍❤🙌💚💙🧡💛💜🤍👏🤗]/u
/** What people say around it. A word that is in none of these asks or tells something. */
const around = new Set(
  (
    'muchas mil muchisimas muchisima mucha infinitas ok oka oki okey okay dale listo lista perfecto perfecta genial buenisimo barbaro excelente joya bien todo toda por de la el lo los las su tu atencion ayuda ' +
    'amable muy saludos abrazo abrazos beso besos chau chao adios hasta luego pronto buen buena buenas buenos dia dias tarde tardes noche noches igualmente y ' +
    'muito muita mesmo demais tudo certo beleza blz perfeito perfeita otimo otima pela pelo o a os as seu sua atendimento atencao ajuda abraco abracos tchau ate logo bom boa boas tenha um uma e voce vc ' +
    'so very much many lot you all for the your help great perfect awesome nice cool bye goodbye have day night good one and again'
  ).split(' '),
)
const mostWords = 10

/** Whether somebody only thanks ("gracias!", "muito obrigada 🙏", "ok thanks"). When in doubt they do not: what is asked must not be overheard. */
export const isThanks = (content: MessageContent): boolean => {
  if (content.type === 'sticker') return false
  if (content.type !== 'text' || content.text.length > 120 || /[?¿\d@/]/.test(content.text)) return false
  const words = content.text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    // "graciasss", "obrigadaaa".
    .replace(/(\p{L})\1{2,}/gu, '$1')
    .split(/[^\p{L}]+/u)
    .filter(Boolean)
  const signs = content.text.replace(/[\p{L}\p{M}\p{P}\s]/gu, '')
  if (words.length > mostWords || !words.every((word) => thanking.has(word) || around.has(word))) return false
  return words.some((word) => thanking.has(word)) || (thankingSigns.test(signs) && words.length <= 3)
}
