import { matter } from './matter.ts'

/** What patients tell of themselves instead of a yes or a no. */
export const mattersOfHealth = [
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
