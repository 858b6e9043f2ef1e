import { defineConfig } from 'vite'

/** The panel: a module that the launcher imports. Not as a library: that would leave its blanks in. */
export default defineConfig({
  build: {
    outDir: 'dist',
    target: 'es2021',
    modulePreload: false,
    rolldownOptions: {
      input: 'src/widget.ts',
      preserveEntrySignatures: 'strict',
      output: { format: 'es', entryFileNames: 'panel.js', codeSplitting: false },
    },
  },
})
