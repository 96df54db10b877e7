import { takeOut } from '../personal';
import { found, now, type Handlers, type World } from '../world';
import { understood } from './drafts';

export function personalCommands(world: World): Pick<Handlers, 'personal_remove'> {
  return {
    personal_remove: ({ draft_id, ids }) => {
      const made = found(world.drafts, draft_id);
      takeOut(world, made, ids);
      made.saved_at = now();
      return understood(world, made);
    },
  };
}
