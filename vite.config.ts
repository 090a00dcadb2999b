import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';

/** The browser gets whole files of styles and scripts only, so that the content security policy needs no exception. */
export default defineConfig({
  plugins: [reactRouter()],
  publicDir: 'web/public',
  build: {
    assetsInlineLimit: 0,
    cssCodeSplit: true,
    modulePreload: { polyfill: false },
    target: 'es2022',
  },
});
