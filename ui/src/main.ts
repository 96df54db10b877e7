import { mount } from 'svelte';
import './styles/index.css';
import App from './App.svelte';
import { asRefusal, call, setBackend, type StartView } from './backend';
import StartFailed from './components/shell/StartFailed.svelte';
import { applyAppearance } from './state/appearance';

async function chooseBackend(): Promise<void> {
  // The condition is a constant of the build, so that the fake is no part of the product.
  if (import.meta.env.MODE === 'fake') {
    const { fakeFromAddress } = await import('./backend/fake');
    setBackend(fakeFromAddress(new URLSearchParams(location.search)));
    return;
  }
  const { tauri } = await import('./backend/tauri');
  setBackend(tauri);
}

async function begin(): Promise<void> {
  const target = document.getElementById('app');
  if (!target) return;
  await chooseBackend();
  try {
    const start: StartView = await call('app_start');
    applyAppearance(start.preferences);
    mount(App, { target, props: { start } });
  } catch (cause) {
    applyAppearance({ theme: 'system', system_theme: null, zoom_percent: 100 });
    mount(StartFailed, { target, props: { refusal: asRefusal(cause) } });
  }
}

void begin();
