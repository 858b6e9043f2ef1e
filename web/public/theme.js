// Runs before the first paint, so that a dark screen never flashes white. Same rule and key as src/lib/theme.ts.
const choice = localStorage.getItem('chasqui.theme') ?? 'system'
document.documentElement.dataset.theme = choice === 'system' ? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light') : choice
