import { expect, test, vi } from 'vitest';
import { asRefusal, call, listen, Refusal, setBackend, type Backend, type Notice } from '.';

const host = (more: Partial<Backend>): Backend => ({ call: async () => ({}), listen: () => () => undefined, ...more });

test('a refusal of the host keeps its code, its words and its problems', async () => {
  const error = { code: 'slow_down', message: 'Retry-After: 30', problems: [] };
  setBackend(host({ call: () => Promise.reject(error) }));
  const refusal = await call('app_counts').catch((cause: unknown) => cause);
  expect(refusal).toBeInstanceOf(Refusal);
  expect(refusal).toMatchObject({ code: 'slow_down', said: 'Retry-After: 30', problems: [] });
});

test('whatever else is thrown is unexpected, with its text kept', () => {
  expect(asRefusal(new Error('ipc closed'))).toMatchObject({ code: 'unexpected', said: 'ipc closed' });
  expect(asRefusal('no such command')).toMatchObject({ code: 'unexpected', said: 'no such command' });
});

test('however many hear, the host is asked once, and who stopped hears no more', () => {
  let tell: (notice: Notice) => void = () => undefined;
  const begin = vi.fn((heard: (notice: Notice) => void) => {
    tell = heard;
    return () => undefined;
  });
  setBackend(host({ listen: begin }));
  const first = vi.fn();
  const second = vi.fn();
  const stop = listen(first);
  listen(second);
  tell({ kind: 'files_left' });
  stop();
  tell({ kind: 'connection_changed' });
  expect(begin).toHaveBeenCalledTimes(1);
  expect(first).toHaveBeenCalledTimes(1);
  expect(second).toHaveBeenCalledTimes(2);
});
