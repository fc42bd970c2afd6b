/** The page. The other programs (worker, CLI) are built by `tools/build/`, with their own few settings. */
import { defineConfig } from 'vite';
import { page_plugins } from './tools/build/page_plugins.ts';

export default defineConfig({
  base: './',
  plugins: page_plugins(),
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: 'es2022',
    outDir: 'dist/site',
    emptyOutDir: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // Every page needs all of these: together they compress better than as many small files.
        codeSplitting: {
          groups: [
            {
              name: 'page_parts',
              test: new RegExp(
                [
                  'node_modules/preact/(?!compat)|node_modules/comlink/',
                  'src/wire/(byte_size|schema|element|down|uploaded|elements/)',
                  'src/share/(bytes|dictionary|errors|deflate|limits|paths|script|secret_files|utf8_fault|project|has_app)\\.ts',
                  'src/share/(body|content|crc16|frame|archive)\\.ts',
                  'src/ui/chrome/(glyph|control)\\.tsx',
                  'src/ui/parts/(alert_box|button|copy_button|core_icons|form|icon|lazy|markdown|scroller)\\.tsx?$',
                  'src/ui/parts/(services|shortcut|tooltip|tooltip_gestures|widget_label)\\.tsx?$',
                  'src/ui/(port|store/(kept_page|overlay|page|tree)|view/layout)\\.ts',
                  'src/shell/(carried|files|stores|broker/placeholders|secrets/failed)\\.ts',
                ].join('|'),
              ),
            },
            // Fetched later, by more than one part: each file of its own would cost its name at the start.
            {
              name: 'later_parts',
              test: /src\/shell\/(secrets\/(vault_app|source_of|unlock_words)|alike|broker\/(code|limits))\.ts/,
            },
          ],
        },
      },
    },
  },
  resolve: {
    alias: [
      { find: /^react\/jsx-runtime$/, replacement: 'preact/jsx-runtime' },
      { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
      { find: /^react-dom$/, replacement: 'preact/compat' },
      { find: /^react$/, replacement: 'preact/compat' },
    ],
  },
  test: {
    include: [
      'src/**/*.test.{ts,tsx}',
      'tools/**/*.test.ts',
      'bench/**/*.test.ts',
      'e2e/semantics/*.test.ts',
    ],
    testTimeout: 20_000,
  },
});
