import { repaired } from './colour.ts'

/** What the launcher needs, and whatever comes into its shadow root after it. */
export const launcherStyle = `
:host{all:initial;position:fixed;right:20px;bottom:20px;z-index:2147483000;font:15px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;color:var(--text)}
*,*::before,*::after{box-sizing:border-box}
[hidden]{display:none!important}
button{font:inherit;color:inherit;cursor:pointer;border:0;background:none;padding:0}
.icon{width:22px;height:22px;fill:none;stroke:currentColor;stroke-width:1.8;stroke-linecap:round;stroke-linejoin:round;flex:none}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.launcher{width:56px;height:56px;border-radius:50%;background:var(--brand);color:var(--on-brand);display:grid;place-items:center;box-shadow:0 0 0 1px var(--accent),0 4px 16px rgb(15 18 24/.28);position:relative;margin-left:auto}
.launcher .icon{width:26px;height:26px}
.badge{position:absolute;top:-4px;right:-4px;min-width:22px;height:22px;border-radius:11px;padding:0 6px;background:#c0262d;color:#fff;font-size:13px;font-weight:600;line-height:22px;text-align:center}
@media (forced-colors:active){.launcher{border:1px solid}}
`

export type Ground = 'light' | 'dark'

const grounds = {
  light: { text: '#171b23', quiet: '#5f6776', surface: '#ffffff', ground: '#f6f7f9', well: '#f0f2f5', border: '#dde1e8', edge: '#848c9b', bad: '#b3202a' },
  dark: { text: '#eef1f6', quiet: '#b6becc', surface: '#171b23', ground: '#0f1218', well: '#29303d', border: '#2e3542', edge: '#717b8d', bad: '#ff8a8a' },
} as const

/** The colours of everything, by the ground of the page and the colour of the brand. */
export const coloursOf = (ground: Ground, brandColour: string): string => {
  const { brand, onBrand, accent, onAccent } = repaired(brandColour, grounds[ground].surface)
  return `:host{color-scheme:${ground};${Object.entries({ ...grounds[ground], brand, 'on-brand': onBrand, accent, 'on-accent': onAccent })
    .map(([name, value]) => `--${name}:${value}`)
    .join(';')}}`
}
