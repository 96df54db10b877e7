// What is being typed and not saved yet, wherever it is: the window may be closed at any moment, and asks here first.

/** Saves what one place still holds back. It must not reject. */
export type Save = () => Promise<unknown>;

const places = new Set<Save>();

/** As long as the answer is not called, this is saved before the app ends. */
export function savedBeforeQuit(save: Save): () => void {
  places.add(save);
  return () => places.delete(save);
}

/** Saves everything that is being typed. */
export async function saveAllTyped(): Promise<void> {
  await Promise.all([...places].map((save) => save()));
}
