import type { ConnectionHealth } from '../../contract';
import { now, refuse, type Handlers, type World } from '../world';

function put(world: World, health: ConnectionHealth, tail: string | null) {
  world.connection = {
    ...world.connection,
    health,
    key_tail: tail,
    key_place: tail === null ? null : (world.connection.key_place ?? 'key_store'),
    checked_at: tail === null ? null : now(),
    said: health === 'key_refused' ? 'Unauthorized' : null,
  };
  world.notify({ kind: 'connection_changed' });
  return world.connection;
}

export function connectionCommands(
  world: World,
): Pick<Handlers, 'connection_read' | 'connection_save_key' | 'connection_test' | 'connection_forget_key'> {
  return {
    connection_read: () => world.connection,
    connection_save_key: ({ key }) => {
      const text = key.trim();
      if (text.length < 8) throw refuse('key_unlikely', 'too short');
      // A key that ends in "refused" is one that the service does not take.
      return put(world, text.endsWith('refused') ? 'key_refused' : 'works', text.slice(-4));
    },
    connection_test: () => {
      if (world.connection.key_tail === null) throw refuse('key_missing');
      return put(world, world.offline ? 'unreachable' : 'works', world.connection.key_tail);
    },
    connection_forget_key: () => put(world, 'no_key', null),
  };
}
