// Session buses of our own: one on which nobody keeps secrets, and one whose keyring is locked.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freshFolder } from './places.mjs';
import { start } from './processes.mjs';
import { until } from './until.mjs';

const config = (services) => `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
  "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  ${services}
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;

async function withBus(services, does) {
  const folder = freshFolder('bus');
  const file = join(folder, 'bus.conf');
  writeFileSync(file, config(services));
  // No display for what it starts: nobody can answer a question.
  const env = { HOME: folder, XDG_RUNTIME_DIR: folder, DISPLAY: '' };
  const bus = start('dbus-daemon', [`--config-file=${file}`, '--nofork', '--print-address=1'], env);
  try {
    const address = await until('the bus', () => /^unix:\S+/m.exec(bus.said())?.[0]);
    return await does({ DBUS_SESSION_BUS_ADDRESS: address });
  } finally {
    await bus.end();
  }
}

/** A desktop on which nobody provides org.freedesktop.secrets. */
export const withoutSecretService = (does) => withBus('', does);

/** A desktop whose keyring is locked, with nobody there to unlock it. */
export const withLockedKeyring = (does) => withBus('<standard_session_servicedirs/>', does);
