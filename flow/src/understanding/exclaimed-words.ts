import { fold, withoutManners } from './fold.ts'
import { rememberingLast } from './remembered.ts'

/** What is called out before or after an answer and says nothing of it: "oxe, claro", "híjole no", "none thank god", "por suerte sí". */
export const exclaimed = `
  hijole, jijole, chale, epa, epale, upa, ups, uf, uff, ufa, puf, pff, ala, asu, asu mare, chuta, chucha, pucha, achis, chispas, caramba, caray, canijo, ostras, hostia, joder, madre mia, dios mio, uyuyuy, ayayay, re, recontra, re contra, ome, veci, vecino, vecina, chamo, chama, pe, pana mio, mi pana, mi rey, mi reina, jefecito, jefe mio, profesora, profesor,
  magina, imagina, oxe, oxente, oxi, vixe, vish, vixe maria, ave maria, eita, eita nois, oba, eba, uau, egua, bah, mas bah, tche, mas tche, barbaridade, putz, puts, nossa, nossa senhora, minha nossa, meu deus, rapaz, ue, ih, ixi, iche, afe, affe, credo, ai credo, caraca, caramba, poxa, puxa, puxa vida, mano do ceu, mermao, ne, viu, fera, campeao, tri, tipo assim,
  aw, aww, omg, gosh, my gosh, oh my gosh, oh my god, oh my, wow, woah, whoa, yikes, eek, ugh, oops, whoops, dang, damn, darn, shoot, bummer, hmph, ooh, oof, my friend, luv, love, hun, hon, babe, fam, dawg, champ, legend, innit, 
  gracias a dios, gracias al cielo, bendito dios, a dios gracias, por suerte, afortunadamente, felizmente, por fortuna, toco madera,
  gracas a deus, ainda bem, por sorte, ainda bem que, menos mal, menos mal que,
  thank god, thank goodness, thank heavens, thankfully, fortunately, luckily, touch wood, knock on wood`

const calls = `(?:${exclaimed
  .split(/[,\n]/)
  .map((call) => call.trim())
  .filter(Boolean)
  .join('|')}|ah|oh|ay|uy|ai|uh|eh|h?m+|(?:[jh][aei]){2,}[jh]?|k{3,}|(?:rs)+|lol)`
const around = new RegExp(`^(?:${calls} )+(?=\\S)|(?<=\\S)(?: ${calls})+$`, 'g')

/** A message, folded, without greetings, thanks and calls before and after it. */
export const plainWords = rememberingLast((text) => withoutManners(withoutManners(fold(text)).replace(around, '')))
