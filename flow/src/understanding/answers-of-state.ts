import type { Wish } from './wish.ts'
import { about } from './wish.ts'

/** In what state a thing is, told by what was done with it: "nunca lo usé" of "Nuevo", "hardly used" of "Like new", "ta bem gasto" of "Muito usado". */

const fresh = /^(?:nuev[oa]s?|nov[oa]s?|new|brand new|sin uso|sem uso|unused|sellado|lacrado|sealed)\b/
const likeFresh =
  /\b(?:like new|como nuev[oa]|como nov[oa]|casi nuev[oa]|quase nov[oa]|seminuev[oa]|seminov[oa]|almost new|poco uso|pouco uso|(?:poco|pouco) usad[oa]|lightly used|excelente|excellent)\b/
const used = /^(?:usad[oa]s?|used|con uso|com uso)\b/
const worn = /\b(?:(?:muy|muito|bastante|bem|heavily|very) (?:usad[oa]|used|gastad[oa])|desgastad[oa]|gastad[oa]|gasto|worn|mal estado|poor)\b/
const broken =
  /^(?:broken|rot[oa]|quebrad[oa]|no funciona|nao funciona|con fallas?|com defeito|defectuos[oa]|not working|danad[oa]|para repuestos|for parts|faulty|averiad[oa]|estragad[oa])\b/

const times =
  '(?: (?:solo|so|only|just|un|una|uma|umas|unas|um|par|de|a|few|couple|of|apenas|pocas|poucas|algunas|algumas|[1-5]|dos|tres|duas))* (?:vez|vezes|veces|times?|once|twice|dias|days)'

export const answersOfState: Wish[] = [
  about(
    [fresh, likeFresh],
    '(?:(?:yo|eu|i|ive|have) )*(?:nunca|never|jamas|no|nao)(?: (?:lo|la|o|a|se|foi|fue|he|been|ive|even|lo he))* (?:usei|usad[oa]|use|uso|used|abri|abert[oa]|abrio|abiert[oa]|estrene|estreno|opened|touched|worn|vesti)(?: (?:it|them))?',
    '(?:todavia |aun |ainda |still )?(?:en|na|in) (?:su |la |the |its |a )*(?:caja|caixa|box|blister|plastico|embalagem|wrapper)(?: (?:original|cerrada|fechada|sellada))?|(?:recien |acabo de )?(?:sacad[oa]|sacarlo|saiu|tirad[oa]) (?:de|da) (?:la )?(?:caja|caixa)|lacrad[oa]|sellad[oa]|sealed|unopened|sin (?:abrir|estrenar|uso)|sem (?:uso|abrir)|recien comprad[oa]|acabei de comprar|just bought(?: it)?|brand new|a estrenar|0 ?km|okm',
  ),
  about(
    [likeFresh, used],
    `(?:(?:lo|la|o|eu|yo|i|ive|solo|so|only|just) )*(?:use|usei|used|uso|usad[oa])(?: (?:it|them))?${times}`,
    '(?:hardly|barely|lightly|casi no|apenas|quase nao|poco|pouco|casi sin|pouquissimo)(?: (?:lo|la|o|a|ever|been))* (?:used|worn|use|usei|usad[oa]|uso)(?: (?:it|them))?|casi nuev[oa]|quase nov[oa]|nuevit[oa]|impecable|impecavel|mint(?: condition)?|un par de usos|como nuev[oa]|como nov[oa]|like new|parece nov[oa]',
  ),
  about(
    [worn, used],
    '(?:(?:esta|ta|ya|ja|bem|muy|muito|bastante|re|medio|pretty|very|quite|all|its|so) )*(?:gastad[oa]|gasto|desgastad[oa]|surrad[oa]|batid[oa]|velh[oa]|velhinh[oa]|viej[oa]|viejit[oa]|detonad[oa]|baquetead[oa]|worn(?: out)?|beat(?:en)? up)(?: (?:ya|ja))?|(?:muy|muito|bem|re|heavily|bastante) (?:usad[oa]|used)',
    '(?:ya |ja )?(?:tiene|tem|con|com|has)(?: (?:mucho|bastante|muito|varios|its|su|seu|anos|de|un|algo))* (?:uso|use|anos|years|marcas|rayones)',
  ),
  about(
    [broken],
    '(?:no|nao|doesnt|does not|not|isnt|dont|ya no)(?: (?:me|esta|ta|mas|mais))* (?:anda|funciona|funcionando|sirve|serve|work|working|prende|enciende|liga|turn on)(?: (?:mas|mais|at all|anymore|para nada|ya))?|(?:todo |toda |esta |ta |its |all |completely )*(?:rot[oa]|quebrad[oa]|broken|busted|roto todo|estragad[oa]|hecho pelota|hecho bolsa)|se (?:me )?rompio|quebrou',
  ),
]
