import { fileURLToPath } from 'node:url'
import { quasar, transformAssetUrls } from '@quasar/vite-plugin'
import vue from '@vitejs/plugin-vue'
import { VitePWA } from 'vite-plugin-pwa'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: {
    alias: [
      { find: '@', replacement: fileURLToPath(new URL('./src', import.meta.url)) },
      // The package's own door leads to the build for old browsers.
      { find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.min.mjs' },
    ],
  },
  plugins: [
    vue({ template: { transformAssetUrls } }),
    quasar(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src',
      filename: 'sw.ts',
      // Registered by main.ts: the policy allows no inline script.
      injectRegister: false,
      injectManifest: {
        // The tablet works without a network after the first load; the centre's pages and the charts come when they are asked for.
        globPatterns: ['**/*.{js,css,html,svg,webmanifest}'],
        globIgnores: ['assets/centre-*', 'assets/charts-*', 'icon-*.png'],
      },
      // The browser fetches an icon when somebody installs the page.
      includeManifestIcons: false,
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
  // Neither the old API of the messages nor tools for looking into them belong on a tablet.
  define: { __VUE_I18N_LEGACY_API__: false, __VUE_I18N_FULL_INSTALL__: false, __INTLIFY_PROD_DEVTOOLS__: false, __VUE_PROD_DEVTOOLS__: false },
  build: {
    outDir: '../wwwroot',
    emptyOutDir: true,
    target: 'es2022',
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'charts', test: /node_modules[\\/](echarts|zrender)/ },
            // Its lists of routes and ways belong to the first load; what it shares with the tablet must not move in with it.
            {
              name: 'centre', includeDependenciesRecursively: false,
              test: /src[\\/](centre[\\/](?!routes|navigation)|messages[\\/][\w-]+[\\/](desk|file|admin|refusals)\.ts)/,
            },
            // One piece compresses better than sixty, and the tablet needs all of it anyway.
            { name: 'tablet', test: /src[\\/](village|account|sync|common|offline|rules|api)[\\/]|messages[\\/]zh-CN/ },
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
