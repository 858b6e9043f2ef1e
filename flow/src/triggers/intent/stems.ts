const empty = new Set(
  `a al algo alguien ante como con cual cuando de del desde donde el ella ellos en era es esa ese eso esta este esto estoy fue ha hay hacer hola la las le les lo los me mi mis
  muy mas necesito no nos o para pero por favor podria puedo puede quiero quisiera que querria se ser si sin sobre su sus tambien te tengo tener un una uno unos ver y ya yo
  gracias buenas buenos dias tardes noches saber pasas pasa pasan pasame das dar dame decir dime decime mandas mandar mandame
  ao aos as com como da das do dos e ela ele em essa esse esta eu foi fazer gostaria isso ja mais mas me meu minha muito na nas nao no nos num numa oi ola os ou para pela pelo
  por pode posso preciso pra pro quando que quero queria se sem ser sobre sua tem tenho tambem um uma ver voce voces obrigado obrigada bom boa dia tarde noite passa passar manda mandar dizer
  am an and are be by can could do does for from get give have hello hey hi how i if im in is it its like may me my need of on or please so some tell than thank thanks that the
  there this to want we what when where which who will with would you your about know`.split(/\s+/),
)

/** The common beginning of the forms of a word: plural and gender aside. */
const stem = (word: string): string => {
  const singular = word.length >= 5 ? word.replace(/s$/, '') : word
  return singular.length >= 5 ? singular.replace(/[aeo]$/, '') : singular
}

/** The words of a folded text that tell what somebody wants, each once, as stems. */
export const tellingStems = (folded: string): string[] => [
  ...new Set(
    folded
      .split(' ')
      .filter((word) => word.length >= 3 && !empty.has(word) && !/\d/.test(word))
      .map(stem),
  ),
]

const refusals = new Set(['no', 'nao', 'not', 'dont', 'sin', 'sem', 'without', 'ni', 'nem', 'nunca', 'never', 'tampoco'])

/** Whether somebody says what they do not want. */
export const refuses = (folded: string): boolean => folded.split(' ').some((word) => refusals.has(word))
