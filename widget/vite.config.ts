import { defineConfig } from 'vite'

/** One classic script, so that one tag is enough and a page's policy has to name one address only. */
export default defineConfig({
  build: {
    outDir: 'dist',
    target: 'es2021',
    lib: { entry: 'src/main.ts', formats: ['iife'], name: 'chasquiWidget', fileName: () => 'widget.js' },
  },
})
