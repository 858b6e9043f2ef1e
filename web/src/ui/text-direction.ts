/** Letters of scripts that are written from right to left. */
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u

/** Which way a text runs, by its first letter; signs, figures and emoji do not decide. Null where there is none. */
export const directionOf = (text: string): 'ltr' | 'rtl' | null => {
  const letter = /\p{L}/u.exec(text)?.[0]
  return letter === undefined ? null : rightToLeft.test(letter) ? 'rtl' : 'ltr'
}
