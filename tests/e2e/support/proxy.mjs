// A proxy on loopback that lets nothing through and remembers who was asked for: no test reaches the network.

import { createServer } from 'node:net';

/** Runs something with the proxy up. `env` sends an app through it; `asked()` is the first line of each request. */
export async function withClosedProxy(does) {
  const lines = [];
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', (bytes) => {
      lines.push(bytes.toString('latin1'));
      socket.destroy();
    });
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const address = `http://127.0.0.1:${server.address().port}`;
  // The driver itself speaks to the app over loopback, and must not be sent this way.
  const env = { HTTPS_PROXY: address, NO_PROXY: '127.0.0.1,localhost' };
  try {
    return await does(env, () => lines);
  } finally {
    server.close();
  }
}
