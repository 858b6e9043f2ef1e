type Rgb = readonly [number, number, number]

const read = (hex: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb
const write = (colour: Rgb): string => `#${colour.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`

const light = (part: number): number => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4)
const luminance = ([red, green, blue]: Rgb): number => 0.2126 * light(red) + 0.7152 * light(green) + 0.0722 * light(blue)

/** Contrast of two colours by WCAG 2.2: 1 to 21. */
export const contrast = (one: string, other: string): number => {
  const [dark, bright] = [luminance(read(one)), luminance(read(other))].toSorted((a, b) => a - b) as [number, number]
  return (bright + 0.05) / (dark + 0.05)
}

const mix = (colour: Rgb, towards: number, share: number): Rgb => colour.map((part) => part + (towards - part) * share) as unknown as Rgb

/** What text needs. */
const enough = 4.5

export type Colours = { brand: string; onBrand: string; accent: string; onAccent: string }

/** White or black, whichever is read better; one of them always is readable. */
const wordsOn = (colour: string): string => (contrast(colour, '#ffffff') >= contrast(colour, '#000000') ? '#ffffff' : '#000000')

/**
 * A brand's colour as a ground for words, as it is, with the colour of the words; and `accent`, for lines and words on the ground of the page: the nearest to
 * it, darker on light and lighter on dark ground, that stands out as text has to.
 */
export const repaired = (colour: string, ground: string): Colours => {
  const towards = luminance(read(ground)) > 0.4 ? 0 : 255
  const brand = colour.toLowerCase()
  let accent = brand
  for (let share = 0; contrast(accent, ground) < enough && share < 1; share += 0.02) accent = write(mix(read(brand), towards, share + 0.02))
  return { brand, onBrand: wordsOn(brand), accent, onAccent: wordsOn(accent) }
}
