import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** One import that a folder must not make, and why. */
const forbid = (regex, message) => ({ regex, message });

const tauri = forbid('^@tauri-apps/', 'Only backend/tauri.ts talks to Tauri.');
const fake = forbid('backend/fake', 'The fake is for tests and for main.ts, never for a screen.');

/** The tiers: kit knows nothing of ours, components know no view. */
const tier = (files, ...patterns) => ({
  files,
  ignores: ['**/*.test.ts', '**/testing/**'],
  rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: [tauri, fake, ...patterns] }] },
});

export default ts.config(
  { ignores: ['dist/', 'dist-fake/', 'src/backend/contract.ts'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  prettier,
  ...svelte.configs.prettier,
  { languageOptions: { globals: { ...globals.browser } } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
  },
  {
    rules: {
      'no-console': 'error',
      eqeqeq: 'error',
      // TypeScript finds these itself, with types.
      'no-undef': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'svelte/no-at-html-tags': 'error',
      'svelte/valid-compile': 'error',
      // Plain dates and maps are meant where they are used: nothing draws from them.
      'svelte/prefer-svelte-reactivity': 'off',
      'svelte/require-each-key': 'error',
      // Our links go nowhere outside; kit/Link.svelte is the only one.
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  tier(['src/**/*.{ts,svelte}']),
  tier(
    ['src/kit/**'],
    forbid('^\\.\\./(backend|state|words|errors|components|views)', 'The kit imports nothing of ours.'),
  ),
  tier(['src/components/**'], forbid('/views/', 'A component knows no view.')),
  { files: ['src/backend/tauri.ts', 'src/main.ts'], rules: { '@typescript-eslint/no-restricted-imports': 'off' } },
);
