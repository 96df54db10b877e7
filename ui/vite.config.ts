import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig(({ mode }) => ({
  plugins: [svelte()],
  // Tests run in jsdom, so they need the browser's half of Svelte.
  resolve: mode === 'test' ? { conditions: ['browser'] } : {},
  build: {
    target: ['safari16.4', 'chrome111'],
    // Nothing inline: the content security policy refuses it.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    outDir: mode === 'fake' ? 'dist-fake' : 'dist',
    emptyOutDir: true,
  },
  server: { port: 5183, strictPort: true },
  preview: { port: 5184, strictPort: true },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.ts'],
    setupFiles: ['src/testing/setup.ts'],
    env: { TZ: 'UTC' },
    testTimeout: 30_000,
  },
}));
