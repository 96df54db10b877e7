import type { SubmissionState, SubmissionView } from '../../contract';
import { accept, begin, change, current, halt, leave } from '../sending';
import { found, now, refuse, type Handlers, type World } from '../world';
import { draft } from '../make';

/** What needs the person comes first, then what is on its way, then what was refused. */
const order: SubmissionState[] = ['held', 'needs_person', 'unsure', 'sending', 'queued', 'deferred', 'rejected'];

function changed(world: World, id: string, to: Partial<SubmissionView>): SubmissionView {
  found(world.submissions, id);
  return change(world, id, to) as SubmissionView;
}

export function outboxCommands(
  world: World,
): Pick<
  Handlers,
  | 'outbox_list'
  | 'outbox_undo'
  | 'outbox_pause'
  | 'outbox_send_now'
  | 'outbox_look_again'
  | 'outbox_found'
  | 'outbox_send_again'
> {
  return {
    outbox_list: () => ({
      submissions: [...world.submissions.values()]
        .filter((one) => order.includes(one.state))
        .sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
        .map((one) => current(world, one)),
      paused_for_key: [...world.submissions.values()].some((one) => one.reason === 'key_refused'),
    }),
    outbox_undo: ({ submission_id }) => {
      const one = found(world.submissions, submission_id);
      if (!one.can_undo && one.state !== 'held' && one.state !== 'rejected') throw refuse('too_late');
      halt(world, submission_id);
      changed(world, submission_id, { state: 'undone', can_undo: false });
      world.done.add('undo_once');
      const kept = world.drafts.get(one.draft_id) ?? {
        ...draft(world, { target: one.target.exact }),
        id: one.draft_id,
      };
      world.drafts.set(one.draft_id, { ...kept, target: one.target, kind: one.target.kind });
      return found(world.drafts, one.draft_id);
    },
    outbox_pause: ({ submission_id, paused }) => {
      const one = found(world.submissions, submission_id);
      if (!one.can_undo) return one;
      const left = halt(world, submission_id);
      const after = changed(world, submission_id, { paused, due_in_ms: left });
      if (!paused) begin(world, submission_id);
      return after;
    },
    outbox_send_now: ({ submission_id }) => {
      const one = found(world.submissions, submission_id);
      if (!['held', 'queued', 'deferred'].includes(one.state)) throw refuse('too_late');
      halt(world, submission_id);
      leave(world, submission_id);
      return found(world.submissions, submission_id);
    },
    outbox_look_again: ({ submission_id }) => {
      const one = found(world.submissions, submission_id);
      return changed(world, submission_id, { looks: [...one.looks, { at: now(), result: 'absent' }] });
    },
    outbox_found: ({ submission_id, number }) => {
      if (found(world.submissions, submission_id).reason === 'already_there') throw refuse('too_late');
      return accept(world, submission_id, number) as SubmissionView;
    },
    outbox_send_again: ({ submission_id }) => {
      changed(world, submission_id, { looks: [], reason: null });
      leave(world, submission_id);
      return found(world.submissions, submission_id);
    },
  };
}
