import { defineConfig } from 'vite'

/** One classic script, so that one tag is enough and a page's policy has to name one address only. Built after the panel, into the same folder. */
export default defineConfig({
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    target: 'es2021',
    lib: { entry: 'src/main.ts', formats: ['iife'], name: 'chasquiWidget', fileName: () => 'widget.js' },
  },
})
