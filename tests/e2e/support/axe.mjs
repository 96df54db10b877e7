// Every rule of WCAG 2.2 up to AA that a machine can check.

import { readFileSync } from 'node:fs';
import { fromUi } from './places.mjs';

const source = readFileSync(fromUi.resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Each violation on the screen as it is now, a line each; empty when there is none. */
export async function violations(window) {
  if (!(await window.script(() => typeof globalThis.axe === 'object'))) await window.script(source);
  return window.driver.executeAsyncScript((tags, done) => {
    const line = (rule, node) =>
      `${rule.id} (${rule.impact}): ${node.target.join(' ')}: ${node.html.slice(0, 160)} ${node.failureSummary?.replace(/\s+/g, ' ') ?? ''}`;
    globalThis.axe.run(document, { runOnly: tags, resultTypes: ['violations'] }).then(
      ({ violations: rules }) => done(rules.flatMap((rule) => rule.nodes.map((node) => line(rule, node)))),
      (error) => done([`axe failed: ${error.message}`]),
    );
  }, TAGS);
}
