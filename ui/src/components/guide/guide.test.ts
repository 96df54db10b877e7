import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { setBackend } from '../../backend';
import { GUIDE } from '../../backend/contract';
import { FakeBackend } from '../../backend/fake';
import { expectAccessible } from '../../testing/window';
import { deskWords, guide as w, scenarioWords, topicWords } from '../../words/guide';
import { onCloudflare } from '../../words/on_cloudflare';
import Guide from './Guide.svelte';
import GuideDialog from './GuideDialog.svelte';
import OnCloudflareDialog from './OnCloudflareDialog.svelte';
import OtherDeskCard from './OtherDeskCard.svelte';

// jsdom has no CSS, and the arrow keys of radio buttons ask it to escape their name.
Object.assign(globalThis, { CSS: { escape: (text: string) => text } });

function openGuide() {
  const fake = new FakeBackend('empty');
  setBackend(fake);
  const acts = { onchoose: vi.fn(), onclose: vi.fn() };
  const { unmount } = render(Guide, acts);
  return { fake, acts, unmount, user: userEvent.setup({ delay: null }) };
}
const radio = (name: string) => screen.getByRole('radio', { name: (words) => words.startsWith(name) });
const press = (name: string) => screen.getByRole('button', { name });

test.each(GUIDE.map((entry) => [scenarioWords[entry.scenario].title, entry] as const))(
  '“%s” ends in something to do',
  async (title, entry) => {
    const { acts, user } = openGuide();
    await user.click(radio(topicWords[entry.topic].title));
    await user.click(screen.getByRole('radio', { name: title }));
    await user.click(press(w.forward));
    expect(screen.getByText(scenarioWords[entry.scenario].why)).toBeTruthy();
    for (const desk of entry.others) expect(press(w.copyFor(deskWords[desk].name))).toBeTruthy();
    if (entry.phishfort !== null || entry.cloudflare !== null) {
      await user.click(press(w.use));
      expect(acts.onchoose).toHaveBeenCalledExactlyOnceWith(entry);
    } else {
      expect(entry.others.length, 'where neither service fits, somebody else does').toBeGreaterThan(0);
      expect(screen.getByText(w.nobody)).toBeTruthy();
      await user.click(press(w.close));
      expect(acts.onclose).toHaveBeenCalledOnce();
      expect(acts.onchoose).not.toHaveBeenCalled();
    }
  },
);

test('there are at least forty scenarios, and none is said twice', () => {
  expect(GUIDE.length).toBeGreaterThanOrEqual(40);
  const titles = GUIDE.map((entry) => scenarioWords[entry.scenario].title);
  expect(new Set(titles).size).toBe(titles.length);
});

test.each(Object.entries(deskWords))('the text for %s is copied whole', async (_, words) => {
  const fake = new FakeBackend('empty');
  setBackend(fake);
  const desk = (Object.keys(deskWords) as (keyof typeof deskWords)[]).find((one) => deskWords[one] === words);
  if (!desk) throw new Error('every desk is in the table');
  render(OtherDeskCard, { desk, open: true });
  await userEvent.click(press(w.copyFor(words.name)));
  await waitFor(() => expect(fake.world.clipboard).toBe(words.text));
  expect(screen.getByText(w.copied)).toBeTruthy();
});

test('a text that can’t be copied says so', async () => {
  const { fake, user } = openGuide();
  fake.world.failing.set('text_copy', 'unexpected');
  await user.click(radio('Fake shop'));
  await user.click(radio('An offer on a marketplace'));
  await user.click(press(w.forward));
  await user.click(press(w.copyFor('The marketplace')));
  expect(await screen.findByText('Something went wrong that we did not foresee.')).toBeTruthy();
});

test('every text has what is to be filled in in brackets, and nobody’s number or address', () => {
  for (const [desk, { text, find, who }] of Object.entries(deskWords)) {
    expect(text, desk).toMatch(/\[[^\]]+\]/);
    for (const words of [text, find, who]) {
      expect(words, desk).not.toMatch(/@[a-z]+\.|\+\d|\bhttps?:|\b\d{3,}\b/i);
      expect(words, 'apostrophes are typographic').not.toContain("'");
      expect(words, desk).not.toMatch(/\b(please|sorry|invalid|submit|incident)\b/i);
    }
  }
});

test('no scenario is told in words that the house avoids', () => {
  for (const { title, why } of Object.values(scenarioWords)) {
    expect(`${title} ${why}`).not.toMatch(/\b(please|sorry|invalid|submit\w*|incident|entity|token|sub-client)\b/i);
    expect(`${title} ${why}`).not.toContain("'");
    expect(why, title).toMatch(/\.$/);
  }
});

test('going on without an answer says at the question what is missing', async () => {
  const { user } = openGuide();
  await user.click(press(w.forward));
  expect(screen.getByRole('alert').textContent).toContain('Choose what it is');
  expect(document.activeElement).toBe(radio('Fake login page'));
  await user.click(radio('App'));
  await user.click(press(w.forward));
  expect(screen.getByRole('alert').textContent).toContain('Choose what fits best');
});

test('the guide is walked with the keyboard alone, and Back keeps what was chosen', async () => {
  const { acts, user } = openGuide();
  radio('Fake login page').focus();
  await user.keyboard(' {ArrowDown}');
  expect(radio('Fake shop')).toHaveProperty('checked', true);
  await user.tab();
  await user.keyboard(' {Enter}');
  expect(document.activeElement).toBe(await screen.findByRole('heading', { name: w.who }));
  await user.click(press(w.back));
  expect(document.activeElement).toBe(radio('A shop that pretends to be ours'));
  await user.keyboard('{Escape}');
  expect(acts.onclose).toHaveBeenCalledOnce();
});

test('another topic forgets the scenario of the one before', async () => {
  const { user } = openGuide();
  await user.click(radio('App'));
  await user.click(radio('An add-on for the browser'));
  await user.click(radio('Fake shop'));
  await user.click(press(w.forward));
  expect(screen.getByRole('alert').textContent).toContain('Choose what fits best');
});

test('axe finds nothing on the questions and on the suggestion', async () => {
  const { user } = openGuide();
  await user.click(radio('Something else'));
  await user.click(radio('An attack on our servers'));
  await expectAccessible();
  await user.click(press(w.forward));
  await expectAccessible();
});

test('the dialog brings its words only when it is opened', async () => {
  const closed = render(GuideDialog, { open: false, onchoose: vi.fn(), onclose: vi.fn() });
  expect(screen.queryByRole('dialog')).toBeNull();
  await closed.rerender({ open: true, onchoose: vi.fn(), onclose: vi.fn() });
  expect(await screen.findByRole('dialog', { name: w.title })).toBeTruthy();
});

test('whether a site is on Cloudflare is never found out by opening it', async () => {
  const onclose = vi.fn();
  render(OnCloudflareDialog, { open: true, onclose });
  const dialog = within(screen.getByRole('dialog', { name: onCloudflare.title }));
  expect(dialog.getByText(/Don’t open the suspicious page/)).toBeTruthy();
  expect(dialog.getByText(/Nothing is lost/)).toBeTruthy();
  expect(dialog.queryByRole('link')).toBeNull();
  await expectAccessible();
  await userEvent.click(dialog.getByRole('button', { name: 'Close' }));
  expect(onclose).toHaveBeenCalledOnce();
});
