// What the app tells of itself, read once when Storage or About is shown.

import { asRefusal, call, type AboutView, type Refusal } from '../../backend';

export class AboutApp {
  view = $state.raw<AboutView | null>(null);
  refusal = $state.raw<Refusal | null>(null);

  async read(): Promise<void> {
    this.refusal = null;
    try {
      this.view = await call('app_about');
    } catch (cause) {
      this.refusal = asRefusal(cause);
    }
  }
}
