import { matter } from './matter.ts'

/** What patients tell of themselves instead of a yes or a no. */
export const mattersOfHealth = [
  matter('mejor|melhor|better|mejoro|melhorou|improved|recuperad[oa]', {
    unless: 'seria|would|opcion|hora|dia|le parece|que |precio',
    yes: [
      '(?:me siento |estoy |esta |to |tou |estou |feeling |im |a lot |mucho |muito |bem |bastante |much |un poco |um pouco |a bit |way |far |loads )*(?:mejor|melhor|better|melhorei|mejore|mejorando|melhorando|recuperad[oa]|como nuev[oa]|novinh[oa] em folha|good as new)',
    ],
    no: [
      '(?:me siento |estoy |esta |to |tou |estou |feeling |im |sigo |sigue |continuo |continua |still |mucho |muito |much |even |cada vez |ainda )*(?:peor|pior|worse|piorou|empeoro|empeore|piorei|igual|na mesma|the same|lo mismo|a mesma coisa|mesma coisa|mal|ruim|bad|rough|same)(?: (?:as before|que antes|que ontem|que ayer|really))?',
    ],
  }),
  matter(
    '(?:tomando|toma|tomas|usando|takin?g?|taking|on) (?:[a-z]+ ){0,2}(?:antibiot[a-z]*|medic[a-z]*|remedi[a-z]*|meds|pastillas?|comprimidos?|pills?|tablets?)',
    {
      no: [
        '(?:termine|acabe|deje|terminei|acabei|parei|finished|stopped|came off|suspendi)(?: (?:it|them|the course|de tomar|com|con|eso|isso|el tratamiento|o tratamento))*',
      ],
    },
  ),
  matter('urgen[a-z]+', {
    yes: [
      '(?:urgentisim[oa]|urgentissim[oa]|extremely|super|emergencia|an emergency|e emergencia|re urgente|lo antes posible|asap|as soon as possible|o quanto antes)',
    ],
    no: [
      '(?:no (?:rush|hurry)|sin (?:apuro|prisa)|sem pressa|(?:no|nao) (?:tengo|hay|tenho|tem) (?:apuro|prisa|pressa)|tem pressa nao|whenever|cuando puedan|quando puderem|cuando se pueda)',
    ],
  }),
  matter(
    'duel[a-z]+|doi|doendo|dolor|dor|hurts?|pain|ache[sd]?|molest[a-z]+|sore|sensib[a-z]+|interes[a-z]+|interested|urgen[a-z]+|car[oa]|expensive|lejos|far|longe|grave|serious|fuerte|forte|confort[a-z]+|cansad[oa]|tired|mare[a-z]+|dizzy|tont[oa]|nause[a-z]+|sangr[a-z]+|bleed[a-z]*|pica|coca|itch[a-z]*|ardor|arde|inflam[a-z]+|inchad[oa]|swollen',
    {
      unless: 'menos|less|better|mejor|melhor',
      yes: [
        '(?:duele|doi|hurts|esta|ta|is|me|bem|muy|very|really|like|super|still|a|quite) ?(?:un poc[oa]|un poquito|um pouc[oa]|um pouquinho|bit|little|lot|bastante|muito|mucho|muchisimo|demais|demasiado|horrible|horrores|terrible|hell|crazy|badly|loads|pra caramba|full|interested)|very|un poc[oa]|um pouc[oa]|un poquito|um pouquinho|bastante|muito|mucho|demais|horrible|loads',
      ],
      no: ['(?:se me |me |ya |ja )?(?:paso|passou|fue|quito|stopped|gone|went away|parou|sarou|melhorou)(?: (?:now|away|ya|ja))*'],
    },
  ),
  matter('fiebre|febre|fever|temperatur[ea]', {
    yes: [
      '(?:(?:tengo|tenho|tuve|tive|con|com|de|had|ta|estaba|estava|marcou|about|unos) )*(?:3[89]|4[01]|10[0-5])(?: (?:[0-9]|grados|graus|degrees|y medio|e meio|y pico))*',
      '(?:me |ya )?(?:tuve|tive|i had|had)(?: (?:un poco|um pouco|a bit|algo))?',
    ],
    no: [
      '(?:se me |me |ya |ja )?(?:paso|passou|fue|quito|gone|went away|bajo|baixou|went down)',
      '(?:nada de|sin|sem|no|nao) (?:fiebre|febre|fever|temperature)',
      '36(?: [0-9])?',
    ],
  }),
  matter('lentes|gafas|anteojos|oculos|glasses', {
    yes: [
      '(?:para|pra|for|de|to) (?:leer|ler|manejar|dirigir|lejos|longe|cerca|perto|reading|driving|read|drive|the computer|la compu|o computador|descanso|descansar)',
    ],
  }),
  matter('ayun[a-z]*|jejum|fast(?:ed|ing)|empty stomach|estomago vacio', {
    yes: [
      '(?:no|nao|sin|sem|havent|have not|not) (?:(?:he|tenho|hemos) )?(?:comi|comido|comer|desayune|desayunado|desayunar|tome|tomei|cene|eaten|eat|had|comi)(?: (?:nada|anything|cafe|breakfast|algo|ainda))*',
      '(?:solo|so|only|just) (?:agua|water|tome agua|tomei agua|had water)',
      '(?:nada|nothing)(?: de comida| to eat)?(?= desde | since | ainda| todavia| aun|$)',
    ],
    no: [
      '(?:desayune|almorce|merende|cene|comi|tome|tomei|ate|had|ive had|ive eaten|i had|acabo de|acabei de)(?: (?:comer|desayunar|tomar|algo|cafe|un|um|una|uma|a|mate|te|coffee|tea|breakfast|lunch|toast|something|pan|pao|leche|leite|da manha|poco|pouco))*',
    ],
  }),
  matter('fum[a-z]+|smok[a-z]+|vap(?:e|ear|eas)', {
    unless: 'dej|par[aeo]|quit|stop|larg|giv',
    yes: [
      '(?:\\d+|una?|uma?|one|a|medi[oa]|meia|half a)(?: (?:atado|paquete|caja|cajetilla|maco|pack|carteira|cigarrillos?|cigarros?|cigarettes?))?(?: (?:por dia|al dia|a day|diarios?|por semana|a week))',
      'como chimenea|todos los dias|todo dia|every day',
    ],
    no: [
      '(?:deje|parei|larguei|quit|stopped|gave up|gave it up|gave that up|ive quit|dejado|parado)(?: (?:de fumar|smoking))?',
      'ex ?(?:fumador[a]?|fumante|smoker)',
      '(?:nunca|jamas|never)(?: (?:fume|fumei|he fumado|have|smoked|did|en mi vida|na vida))*',
      'used to',
    ],
  }),
  matter('embaraz[a-z]*|gravida|gestante|pregnant|encinta|expecting', {
    yes: [
      '(?:(?:de|estoy de|estou de|tengo|tenho|com|con|voy por|im) )?[a-z0-9]+ (?:semanas?|meses|mes|weeks?|months?)(?: (?:pregnant|along|gone|gravida|embarazada))?',
    ],
    no: ['(?:soy|sou|im|i am) (?:a )?(?:hombre|varon|homem|man|bloke|guy|male|dude)'],
  }),
  matter('(?:plano|convenio|obra social|prepaga|eps|isapre|mutual|seguro|insur[a-z]*|cobertura|plan)(?: de saude| medic[oa]| de salud)?', {
    no: [
      '(?:(?:soy|sou|es|e|im|pago|vou|voy|vai ser|pay|paying|its) )?(?:particular|privad[oa]|por mi cuenta|por minha conta|self pay|out of pocket|sem plano|sin obra social|sin seguro|sem convenio|uninsured|sus|pelo sus)',
    ],
  }),
  matter('(?:vacun|vacin|vaccin)[a-z]*', {
    yes: [
      '(?:tiene|tem|has|hes had|shes had|con|com|tomou|had) (?:todas?|tudo|all|them all|all of them|all (?:her|his|their) (?:shots|jabs))',
      'hasta la ultima|hasta el ultimo refuerzo',
    ],
  }),
]
