import { matter } from './matter.ts'

/** How a device or a line stands, and what became of a thing. */
export const mattersOfDevices = [
  matter('(?:paro|parou|dejo|stopped|ceased|cesso|se fue|passou|acabou|gone)', {
    unless: 'fum|pag|de tomar',
    no: [
      '(?:continua|sigue|segue|still|still going|still there|still happening)(?: (?:igual|ahi|ai|haciendo|fazendo|haciendo ruido|fazendo barulho|na mesma|there|going))*',
    ],
  }),
  matter('(?:aun|todavia|ainda|still|sigue|segue|continua) (?:[a-z]+ ?)+', {
    unless: 'tiene|tem |have|got|cancel|interes|quier|quer|want',
    yes: ['(?:still |todavia |ainda |aun |sigue |continua )+(?:is|does|am|it does|it is|haciendo|fazendo|hace|faz)?'],
    no: ['(?:ya |ja )?(?:paro|parou|stopped|dejo|cesso|ceased|has stopped|no hace|nao faz)(?: (?:de hacerlo|now|de fazer|sol[oa]|sozinh[oa]))?'],
  }),
  matter('resol[a-z]+|resuel[a-z]+|soluc[a-z]+|fix(?:ed)?|solved?|sort(?:ed)?|arregl[a-z]+|consert[a-z]+', {
    unless: 'cancel|problema? con|help|ayud|ajud',
    yes: [
      '(?:resolvi|resolvimos|resolveu|se resolvio|resuelto|resolvid[oa]|solucionado|solucione|arreglado|arregle|consertado|sorted|fixed|solved|working)(?: (?:it|that|out|gracias|perfecto|tudo|todo|certinho))*',
    ],
    no: [
      '(?:sigue|sigo|segue|continua|esta|ta|still|its) (?:igual|the same|na mesma|lo mismo|a mesma coisa|broken|fallando|con el problema|com o problema|happening|dando problema)',
      'the same|na mesma|mesma coisa|lo mismo',
    ],
  }),
  matter(
    'consegu[a-z]+|pud[a-z]+|logr[a-z]+|able|acces[a-z]+|acess[a-z]+|entr[a-z]+|log (?:in|on)|funcion[a-z]*|work(?:s|ing|ed)?|instal[a-z]*|abr[a-z]+|carg[a-z]+',
    {
      unless: 'error|erro|fall|problem|sin |sem |not |no |nao ',
      no: [
        '(?:(?:da|deu|dio|sale|salio|tira|tiro|aparece|apareceu|dando|sigue|continua|getting|im|still|got|keep|keeps|giving|gives|gave|shows) )+(?:(?:un|an|um|a|the|me) )?(?:error|erro|errors)(?: [a-z0-9]+){0,3}',
        '(?:still|sigue|continua|segue) (?:down|out|off|dead|broken|nothing|the same|not working|igual|caid[oa]|muert[oa]|sin nada|na mesma|fora|mort[oa]|sem nada)',
        '(?:nada|nothing) (?:funciona|funcionou|works|worked|happens|carga|abre)',
      ],
    },
  ),
  matter(
    '(?:sigue|siguen|continua|still|ainda|todavia|aun) (?:.* )?(?:sin|sem|down|out|off|caid[oa]|mal|lent[oa]|slow|fall[a-z]*|problem[a-z]*|erros?|error[a-z]*|not|no|nao|ruim|fora|rot[oa]|broken|quebrad[oa]|leaking|stuck|frozen)(?: [a-z]+)*',
    {
      yes: [
        '(?:sigo|seguimos|sigue|continua|continuo|esta|ta|tudo|still) (?:igual|the same|igualzinho|na mesma|sin [a-z]+|sem [a-z]+|down|out|off|nada|nothing|no [a-z]+)',
        '(?:igual|same|the same|na mesma|nothing|nada|not (?:working|back)|nothing (?:yet|at all)|nada (?:todavia|aun|ainda)|do mesmo jeito|mesma coisa|lo mismo)',
      ],
      no: [
        '(?:volvio|regreso|se arreglo|arreglado|anda|funciona|quedo|voltou|normalizou|funcionou|resolveu|restablecio)(?: (?:bien|bem|perfecto|normal|ao normal|a la normalidad|la luz|el internet|a internet|solo|sola|sozinh[oa]))*',
        '(?:(?:is|was|s|came|come|now) )?(?:back|fixed|working|sorted|up|resolved|fine)(?: (?:on|up|online|again|and running|to normal|fine|now))*',
      ],
    },
  ),
  matter('(?:rot[oa]s?|quebrad[oa]s?|trincad[oa]s?|cracked|broken|danad[oa]s?|smashed|shattered|estrellad[oa]|se rompio|se quebro|quebrou)', {
    yes: [
      '(?:(?:esta|ta|is|s|toda|todo|se|muy|bien|completely|totally|quedo|ficou) )*(?:estrellad[oa]|trincad[oa]|rachad[oa]|partid[oa]|astillad[oa]|rajad[oa]|destrozad[oa]|hech[oa] pedazos|en mil pedazos|despedacad[oa]|estilhacad[oa]|smashed|shattered|in pieces|in bits|badly|completely|totally)(?: (?:toda|todo|tudo|to bits))?',
    ],
    no: ['(?:esta|ta|is|s|quedo|ficou|sigue|segue)? ?(?:enter[oa]|inteir[oa]|inteirinh[oa]|intact[oa]?|san[oa]|sin un rasguno|sem um arranhao|not a scratch)'],
  }),
  matter(
    '(?:con|com|with|with an?|algun|algum|any) (?:defeit[a-z]*|defect[a-z]*|fall[a-z]*|dan[a-z]+|avari[a-z]*|damage|faults?)|defectuos[oa]|danad[oa]s?|danificad[oa]s?|damaged|faulty',
    {
      unless: 'sin |sem |without |no |nao ',
      yes: [
        '(?:(?:llego|vino|chegou|veio|came|arrived|esta|ta|is|all|todo|toda|tudo|muy|bem|bastante|completely|totally) )*(?:rot[oa]s?|quebrad[oa]s?|rajad[oa]s?|rachad[oa]s?|trincad[oa]s?|golpead[oa]s?|amassad[oa]s?|abollad[oa]s?|danad[oa]s?|danificad[oa]s?|broken|damaged|cracked|smashed|dented)',
      ],
      no: [
        '(?:(?:llego|vino|chegou|veio|came|arrived|esta|ta|is|all|todo|toda|tudo) )*(?:perfeit[oa]s?|perfect[oa]?s?|intact[oa]?s?|impecables?|impecave(?:l|is)|inteir[oa]s?|fine|bien|bem|ok|certinh[oa]|san[oa]s?)',
      ],
    },
  ),
  matter('moj[a-z]*|molh[a-z]+|wet|agua|water', {
    yes: [
      '(?:cayo|caiu|cai|dropped|fell|metio|deixei cair|derrube|derrame|derramei|spilled|spilt|dropped it|dropped my phone)(?: (?:it|me|cafe|coffee|agua|water))?(?: (?:al|en|na|no|into|in|sobre|encima|on|over|dentro|do|da|de|la|el|o|a|the|it|agua|water|toilet|inodoro|baño|bano|vaso|piscina|pileta|alberca|pool|sink|sea|mar|pia|bath|taza|wc|loo|lluvia|chuva|privada|sanitario|excusado|balde|bucket|cafe|coffee|rio|lago|lake))+',
    ],
  }),
  matter(
    '(?:aun|todavia|ainda|still|conserva[a-z]*|guard[a-z]*|ten[a-z]+|tien[a-z]+|tem|have|got|keep|kept) (?:.* )?(?:ticket|factura|boleta|recibo|comprobante|nota|notinha|cupom|caja|caixa|receipt|box|packag[a-z]*|garantia|warranty|receta|receita|embalaj[a-z]*|embalagem|empaque|manual|invoice|order number)(?: [a-z]+)*',
    {
      unless: 'perd|los[te]|extravi|tir|bot|jog|throw|sumi',
      yes: [
        '(?:lo|la|los|las|o|a)? ?(?:tengo|guarde|guardei|conservo|tenho)(?: (?:guardad[oa]s?|aqui|aca|a mano|todo|em maos|em casa|en casa))*',
        '(?:esta|estan|ta|tao|estao) (?:conmigo|comigo|aqui|aca|guardad[oa]s?|en casa|em casa|a mano)',
        '(?:got|have|ive got|kept) (?:it|them|everything)(?: (?:here|right here|somewhere safe|at home))?',
        '(?:right )?here',
      ],
      no: [
        '(?:tire|bote|perdi|extravie|joguei|descartei|chucked|binned|threw|tossed|lost|trashed|ive lost|dont)(?: (?:it|them|that|todo|tudo|a nota|o recibo|el ticket|la caja|a caixa))?(?: (?:out|away|fora|a la basura|no lixo))?',
        '(?:se me )?perdio|perdeu|sumiu',
        '(?:cant|couldnt|no (?:lo|la|los|las)?|nao) ?(?:find|encuentro|encontre|acho|achei|encontro|encontrei)(?: (?:it|them|mas|mais))?',
      ],
    },
  ),
  matter('sellad[oa]s?|cerrad[oa]s?|lacrad[oa]s?|fechad[oa]s?|sealed|unopened', {
    unless: 'abiert|abert|open|rot[oa]',
    no: [
      '(?:(?:venia|estaba|llego|vino|veio|estava|chegou|was|came|arrived|is) )*(?:ya |ja |already )?(?:abiert[oa]s?|abert[oa]s?|open|opened|violad[oa]|rot[oa]|rasgad[oa]|torn|ripped)',
    ],
  }),
]
