import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';

// Only the desk is built: public pages have no script. Its style sheet is the site's own.
export default defineConfig({
  root: 'client/desk',
  base: '/desk/',
  plugins: [preact()],
  build: { outDir: '../../dist/desk', emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  server: { port: 5173, proxy: { '/api': 'http://localhost:3000', '/assets': 'http://localhost:3000' } },
});
