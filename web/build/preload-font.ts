import type { Plugin } from 'vite'

/** Fetches the Latin font beside the first script instead of after the styles, so that text does not jump when it arrives. */
export const preloadFont = (): Plugin => ({
  name: 'chasqui-preload-font',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle }) => {
      const font = Object.keys(bundle ?? {}).find((file) => /inter-latin-wght-normal.*\.woff2$/.test(file))
      return font ? [{ tag: 'link', attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: '', href: `/${font}` }, injectTo: 'head' }] : []
    },
  },
})
