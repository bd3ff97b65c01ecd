import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { quasar, transformAssetUrls } from '@quasar/vite-plugin'
import vue from '@vitejs/plugin-vue'
import { VitePWA } from 'vite-plugin-pwa'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

const out = fileURLToPath(new URL('../wwwroot', import.meta.url))

interface Chunk { file: string, src?: string, css?: string[], imports?: string[], dynamicImports?: string[] }

/** What a tablet keeps for working without a network: all that its pages need. The centre's pages, charts and English come when they are asked for. */
function kept(): Set<string> {
  const chunks = JSON.parse(readFileSync(`${out}/.vite/manifest.json`, 'utf8')) as Record<string, Chunk>
  const files = new Set<string>()
  const take = (key: string): void => {
    const chunk = chunks[key]!
    if (files.has(chunk.file) || key.startsWith('src/centre/') || key.startsWith('src/messages/en/')) return
    files.add(chunk.file)
    chunk.css?.forEach(file => files.add(file))
    for (const next of [...(chunk.imports ?? []), ...(chunk.dynamicImports ?? [])]) take(next)
  }
  take('index.html')
  return files
}

let files: Set<string> | null = null
const isKept = (url: string): boolean => !url.startsWith('assets/') || (files ??= kept()).has(url)

/** The centre's icons come from a copy of their own, since a file of icons is kept with all that anybody uses of it; the list of its pages is the tablet's, too. */
const centreIcons: Plugin = {
  name: 'centre-icons',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (!source.startsWith('@quasar/extras/') || !importer?.includes('/src/centre/') || importer.endsWith('navigation.ts')) return null
    const found = await this.resolve(source, importer, { skipSelf: true })
    return found === null ? null : `${found.id}?centre`
  },
}

export default defineConfig({
  resolve: {
    alias: [
      { find: '@', replacement: fileURLToPath(new URL('./src', import.meta.url)) },
      // The package's own door leads to the build for old browsers.
      { find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.min.mjs' },
      // Without its compiler, see src/messages/index.ts.
      { find: /^vue-i18n$/, replacement: 'vue-i18n/dist/vue-i18n.runtime.mjs' },
    ],
  },
  plugins: [
    vue({ template: { transformAssetUrls } }),
    quasar(),
    centreIcons,
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src',
      filename: 'sw.ts',
      // Registered by main.ts: the policy allows no inline script.
      injectRegister: false,
      includeManifestIcons: false,
      injectManifest: {
        globPatterns: ['**/*.{js,css,html,svg,webmanifest}'],
        manifestTransforms: [entries => ({ manifest: entries.filter(entry => isKept(entry.url)), warnings: [] })],
        // The pictures for the home screen are fetched when the client is installed there.
        dontCacheBustURLsMatching: /^assets\//,
      },
      manifest: {
        name: '矛盾纠纷调解',
        short_name: '调解',
        lang: 'zh-CN',
        display: 'standalone',
        start_url: '/',
        background_color: '#f6f5f1',
        theme_color: '#1d5c4d',
        icons: [
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
        ],
      },
    }),
  ],
  // Neither old APIs nor tools for looking into them belong on a tablet.
  define: { __VUE_OPTIONS_API__: false, __VUE_I18N_LEGACY_API__: false, __VUE_I18N_FULL_INSTALL__: false, __INTLIFY_PROD_DEVTOOLS__: false, __INTLIFY_DROP_MESSAGE_COMPILER__: true, __VUE_PROD_DEVTOOLS__: false },
  build: {
    outDir: '../wwwroot',
    emptyOutDir: true,
    target: 'es2022',
    // Tells which file needs which; the list of what a tablet keeps is made from it.
    manifest: true,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Two pieces compress better than fifty: what the first page needs, and the other pages, which come behind it.
          groups: [
            { name: 'tablet', priority: 2, test: /src[\\/]((account|common|offline|api)[\\/]|village[\\/](HomePage|navigation|routes)|messages[\\/](zh-CN[\\/](account|app|sync|village)\.|index))/ },
            { name: 'pages', priority: 1, test: /src[\\/](village|sync|rules)[\\/]/ },
          ],
        },
      },
    },
  },
  // Quasar's stylesheet still imports in the old manner.
  css: { preprocessorOptions: { sass: { silenceDeprecations: ['import', 'global-builtin', 'if-function', 'color-functions', 'slash-div'] } } },
  server: { proxy: { '/api': 'http://localhost:5080' } },
  test: { environment: 'node', include: ['tests/**/*.test.ts'] },
})
