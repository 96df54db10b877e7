// Pasting. WebKitGTK gives the page an empty clipboard for pictures, and no paste event at all where nothing can be
// edited: so the host reads pictures, and Ctrl+V itself counts where no event follows it.

/** Milliseconds after which Ctrl+V was no paste event. */
const NO_EVENT_MS = 150;

/** What a paste brings. */
export interface Pasting {
  /** A picture, or a clipboard of which the page sees nothing. */
  picture(): void;
  /** Text that was pasted outside a text field. */
  text?(text: string): void;
}

const editable = 'textarea, select, [contenteditable], input:not([type=radio], [type=checkbox], [type=button])';

/** Whether typing goes there. */
export function takesText(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(editable) !== null;
}

/** Whether a text is nothing but names of files: that is how a file that was copied in its folder comes along. */
export function namesFiles(text: string): boolean {
  const lines = text.split(/[\r\n]+/).filter((line) => line !== '');
  return lines.length > 0 && lines.every((line) => /^(file:\/\/\/|\/[^/\s]|[a-z]:\\)/i.test(line));
}

/** Whether a dialog is open: the screen behind it takes nothing. */
export function dialogOpen(): boolean {
  return document.querySelector('dialog[open]') !== null;
}

/**
 * Listens for pastes on the whole window. The answer stops it. A picture that is pasted into a text field counts too,
 * unless everything `in_fields` is the field's own.
 */
export function listenForPaste(does: Pasting, { in_fields = true } = {}): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;

  function onPaste(event: ClipboardEvent): void {
    clearTimeout(timer);
    if (dialogOpen()) return;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const files = event.clipboardData?.files.length ?? 0;
    if (takesText(event.target) && (text !== '' || !in_fields)) return;
    event.preventDefault();
    if (files > 0 || text === '' || namesFiles(text)) does.picture();
    else does.text?.(text);
  }

  function onKey(event: KeyboardEvent): void {
    const pastes =
      (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'v';
    if (!pastes || takesText(event.target) || dialogOpen()) return;
    clearTimeout(timer);
    timer = setTimeout(() => does.picture(), NO_EVENT_MS);
  }

  window.addEventListener('paste', onPaste);
  window.addEventListener('keydown', onKey);
  return () => {
    clearTimeout(timer);
    window.removeEventListener('paste', onPaste);
    window.removeEventListener('keydown', onKey);
  };
}
