import tailwind from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { lightRoutes } from './build/light-routes.ts'
import { preloadFont } from './build/preload-font.ts'

const server = 'http://127.0.0.1:3000'

/** Libraries that every page needs change seldom: one chunk that stays in the browser's cache across releases. */
const everyPage =
  /node_modules\/(react|react-dom|scheduler|@tanstack\/(react-router|router-core|history|store|react-store|react-query|query-core)|i18next|react-i18next|html-parse-stringify|use-sync-external-store|socket\.io|engine\.io|@socket\.io|@radix-ui|@floating-ui|aria-hidden|react-remove-scroll)/
/** What only pages of forms are made of, and addresses that only they ask for: neither the shell nor the inbox loads it. */
const ofForms =
  /web\/src\/ui\/(entry-frame|file-or-text-field|filled-text|form-section|name-field|priority-field|routing-why|save-bar)\.tsx$|web\/src\/lib\/(device-name|draft-changes|passkeys|save-file|use-resting|use-stored-draft)\.ts$|contracts\/src\/http\/(api-keys|audit|conversation-export|flow-calls|flow-limits|invitations|jobs|live|operations|passkeys|replies|service-levels|sessions|teams|templates)\.ts$/
/** Our own components and services are small and used everywhere: one request instead of forty. A QR code is drawn on two pages, and brings a library. */
const ownBase = /web\/src\/(ui|lib)\/(?!qr-code).*\.tsx?$|contracts\/src\/http\//

/** What the parts of the inbox share, whenever they are fetched: in pieces it would weigh twice. */
const inboxBase =
  /web\/src\/features\/inbox\/(outbox|cache|address|actions|bubbles|list)\/[^/]*\.ts$|inbox\/composer\/[^/]*\.ts$|inbox\/actions\/choice-list\.tsx$|inbox\/composer\/voice\/recordings\.ts$|inbox\/later\/use-scheduled\.ts$/

/** What draws cards and lines, the language of flows with its words on screen, and what else several pages of flows are made of. */
const drawingLibrary = /node_modules\/(@xyflow|d3-|zustand|classcat).*\.m?js$/
const ofSteps = /\/flow\/src\/.*\.ts$|features\/flows\/language\/(?!step-texts)[^/]*\.tsx?$/
const flowsBase = /features\/flows\/(canvas\/(?!canvas-part|layout)|comments\/(?!asked)|editor|builder|problems|saving)[^.]*\.tsx?$/

export default defineConfig({
  plugins: [lightRoutes(), react(), tailwind(), preloadFont()],
  server: {
    port: 5173,
    proxy: {
      '/api': { target: server, ws: true },
      '/docs': server,
      '/health': server,
      '/widget.js': server,
      '/w/': server,
      '/socket.io': { target: server, ws: true },
    },
  },
  build: {
    outDir: 'dist',
    target: 'es2022',
    manifest: true,
    chunkSizeWarningLimit: 650,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'base', test: everyPage },
            { name: 'forms', test: ofForms, priority: 1, includeDependenciesRecursively: false },
            { name: 'ui', test: ownBase },
            { name: 'inbox', test: inboxBase },
            // What the pages of flows share would come in twenty pieces, and all of them are needed for the first card.
            { name: 'drawing', test: drawingLibrary, includeDependenciesRecursively: false },
            { name: 'steps', test: ofSteps, minShareCount: 2, includeDependenciesRecursively: false },
            { name: 'flows', test: flowsBase, minShareCount: 2, includeDependenciesRecursively: false },
            // Every icon of two pages a request of its own would weigh more than all of them together.
            { name: 'icons', test: /node_modules\/lucide-react/, minShareCount: 2 },
          ],
        },
      },
    },
  },
})
