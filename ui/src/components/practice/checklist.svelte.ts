// The six steps of practice, as far as they are done.

import { asRefusal, call, listen, type ChecklistView, type Refusal } from '../../backend';

export class ChecklistProgress {
  view = $state.raw<ChecklistView | null>(null);
  refusal = $state.raw<Refusal | null>(null);

  async read(): Promise<void> {
    try {
      this.view = await call('practice_checklist');
      this.refusal = null;
    } catch (cause) {
      this.refusal = asRefusal(cause);
    }
  }

  /** Reads it, and again whenever a case or submission changed. The answer stops it. */
  follow(): () => void {
    void this.read();
    return listen((notice) => {
      if (notice.kind === 'cases_changed' || notice.kind === 'outbox_changed') void this.read();
    });
  }
}
