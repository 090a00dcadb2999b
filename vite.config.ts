import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';
import { texts } from './src/texts/vite-plugin.ts';

/** The browser gets whole files of styles and scripts only, so that the content security policy needs no exception. */
export default defineConfig({
  plugins: [reactRouter(), texts()],
  publicDir: 'web/public',
  // A dependency found while a page loads would be bundled then, and the page, half loaded, thrown away.
  optimizeDeps: { noDiscovery: true },
  build: {
    assetsInlineLimit: 0,
    cssCodeSplit: true,
    modulePreload: { polyfill: false },
    target: 'es2022',
  },
});
