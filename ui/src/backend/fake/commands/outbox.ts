import type { DraftView, Service, SubmissionState, SubmissionView } from '../../contract';
import { takenBack as appealTakenBack } from '../appeals';
import { accept, begin, change, current, halt, leave, undoGroup } from '../sending';
import { found, newId, now, refuse, type Handlers, type World } from '../world';
import { draft } from '../make';

/** What needs the person comes first, then what is on its way, then what was refused. */
const order: SubmissionState[] = ['held', 'needs_person', 'unsure', 'sending', 'queued', 'deferred', 'rejected'];

const services: Service[] = ['phishfort', 'cloudflare'];
const mendable: Array<SubmissionView['reason']> = ['key_missing', 'key_refused', 'not_entitled', 'account_missing'];

/** Whether a service's whole queue waits for the person. */
function waits(world: World, service: Service): boolean {
  return [...world.submissions.values()].some(
    (one) => one.service === service && one.state === 'deferred' && mendable.includes(one.reason),
  );
}

function changed(world: World, id: string, to: Partial<SubmissionView>): SubmissionView {
  found(world.submissions, id);
  return change(world, id, to) as SubmissionView;
}

/** The draft to go on with: the same one, or a new one with the rest where some of it had left. */
function takenBack(world: World, one: SubmissionView, rest: SubmissionView[] | null): DraftView {
  const kept = world.drafts.get(one.draft_id) ?? {
    ...draft(world, { target: one.target.exact, to_cloudflare: one.service === 'cloudflare' }),
    id: one.draft_id,
  };
  const made: DraftView = { ...kept, case_id: one.case_id, target: one.target, kind: one.target.kind };
  if (rest) {
    const told = (service: Service) => rest.some((other) => other.service === service);
    made.id = newId(world, 'draft');
    made.fields = { ...made.fields, to_phishfort: told('phishfort'), to_cloudflare: told('cloudflare') };
  }
  world.drafts.set(made.id, made);
  return made;
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
      paused: services.filter((service) => waits(world, service)),
    }),
    outbox_undo: ({ submission_id }) => {
      const one = found(world.submissions, submission_id);
      if (!one.can_undo && one.state !== 'held' && one.state !== 'rejected') throw refuse('too_late');
      const same = [...world.submissions.values()].filter((other) => other.draft_id === one.draft_id);
      const group = undoGroup(world, one);
      const back = group.length > 0 ? group : [one];
      for (const { id } of back) {
        halt(world, id);
        changed(world, id, { state: 'undone', can_undo: false });
      }
      world.done.add('undo_once');
      if (one.appeal) return { kind: 'appeal', appeal: appealTakenBack(world, one) };
      return { kind: 'draft', draft: takenBack(world, one, back.length === same.length ? null : back) };
    },
    outbox_pause: ({ submission_id, paused }) => {
      const one = found(world.submissions, submission_id);
      if (!one.can_undo) return current(world, one);
      const left = halt(world, submission_id);
      const after = changed(world, submission_id, { paused, due_in_ms: left });
      if (!paused) begin(world, submission_id);
      return current(world, after);
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
