import type {
  CaseStatus,
  ChecklistStep,
  DenialReason,
  PracticeReportStep,
  PracticeSiteStep,
  PracticeStep,
  StandingView,
} from '../../contract';
import { moveBlock } from '../appeals';
import { mailInto } from '../arriving';
import { draft, event } from '../make';
import { scenario } from '../scenarios';
import { addReported } from '../sites';
import { now, refuse, type Handlers, type World } from '../world';
import { startView } from './app';

const steps: ChecklistStep[] = [
  'add_evidence',
  'send_report',
  'undo_once',
  'make_time_pass',
  'answer_lost',
  'connect_for_real',
];

const statusAfter: Partial<Record<PracticeStep, CaseStatus>> = {
  accepted: 'case_building',
  question: 'action_required',
  taken_down: 'takedown_success',
  failed: 'takedown_attempt_failed',
};

/** Another world in the same place: everything but who listens, and what waits. */
function become(world: World, next: World): void {
  Object.assign(world, { ...next, notify: world.notify, files_waiting: world.files_waiting });
}

function move(world: World, step: PracticeStep): void {
  const status = statusAfter[step];
  if (!status) {
    world.armed = step;
    return;
  }
  const newest = [...world.cases.values()]
    .filter((one) => one.row.number !== null && one.row.status !== 'takedown_success' && one.row.status !== 'closed')
    .sort((a, b) => b.row.news_at.localeCompare(a.row.news_at))[0];
  if (!newest) throw refuse('not_known_there', 'no open case');
  newest.row = { ...newest.row, status, raw_status: status, needs_you: status === 'action_required', news_at: now() };
  newest.timeline = [event('status_changed', 0, { status, raw_status: status }), ...newest.timeline];
  world.done.add('make_time_pass');
  world.notify({ kind: 'cases_changed', case_id: newest.row.id });
}

/** The same for the newest report to Cloudflare that was not decided yet. */
function moveReport(world: World, step: PracticeReportStep, denial: DenialReason | null): void {
  if (step !== 'accepted' && step !== 'denied') {
    world.armed_report = { step, denial: null };
    return;
  }
  if (step === 'denied' && denial === null) throw refuse('bad_request', 'no reason');
  const [newest] = [...world.cases.values()]
    .filter((one) => one.standings.some(isOpen))
    .sort((a, b) => b.row.news_at.localeCompare(a.row.news_at));
  if (!newest) throw refuse('not_known_there', 'no open report');
  const status: CaseStatus = step === 'accepted' ? 'report_accepted' : 'report_denied';
  const said = { status, raw_status: step, denial, raw_denial: denial, needs_you: denial !== null };
  const about = newest.standings.find(isOpen);
  newest.standings = newest.standings.map((one) =>
    one === about ? { ...one, ...said, can_settle: denial !== null } : one,
  );
  newest.row = { ...newest.row, ...said, status_of: 'cloudflare', news_at: now() };
  const told = {
    service: 'cloudflare',
    status,
    raw_status: step,
    denial,
    report_kind: about?.report_kind ?? null,
  } as const;
  newest.timeline = [event('status_changed', 0, told), ...newest.timeline];
  world.done.add('make_time_pass');
  world.notify({ kind: 'cases_changed', case_id: newest.row.id });
}

/** The same for our sites. */
function moveSites(world: World, step: PracticeSiteStep): void {
  const { blocks } = world.sites;
  if (step === 'lose_answer' || step === 'part_answer') {
    world.appeals.armed = step;
    return;
  }
  if (step === 'new_block') {
    const on = `news${world.sites.reports.size}.acme.example`;
    const block = { on, kind: 'legal_block', status: 'pending', scope: 'zone', minutes: -24 * 60 } as const;
    addReported(world, { domain: on, type: 'GEN', kind: 'general', minutes: 1, blocks: [block] });
  } else {
    const status = step === 'block_starts' ? 'pending' : 'in_review';
    const time = ({ row }: (typeof blocks)[number]) => (status === 'pending' ? (row.effective_at ?? '') : row.since);
    const [first] = blocks.filter(({ row }) => row.status === status).sort((a, b) => time(a).localeCompare(time(b)));
    if (!first) throw refuse('not_known_there', 'no such block');
    moveBlock(first, step === 'review_lifted' ? 'removed' : 'active', step === 'review_kept');
  }
  world.done.add('make_time_pass');
  world.notify({ kind: 'sites_changed' });
}

const isOpen = (one: StandingView) => one.service === 'cloudflare' && one.status === 'report_submitted';

export function practiceCommands(
  world: World,
): Pick<
  Handlers,
  | 'practice_enter'
  | 'practice_leave'
  | 'practice_reset'
  | 'practice_next'
  | 'practice_next_report'
  | 'practice_next_site'
  | 'practice_checklist'
  | 'practice_sample_email'
  | 'practice_save_samples'
> {
  return {
    practice_enter: () => {
      const { theme, zoom_percent } = world.preferences;
      become(world, scenario('practice'));
      world.preferences = { ...world.preferences, theme, zoom_percent };
      return startView(world);
    },
    // In truth this was set up once or it was not; the fake always begins anew.
    practice_leave: () => {
      const { theme, zoom_percent } = world.preferences;
      become(world, scenario('first_start'));
      const { name, email, brands, own_sites } = scenario('empty').preferences;
      world.preferences = { ...world.preferences, name, email, brands, own_sites, theme, zoom_percent };
      return startView(world);
    },
    practice_reset: () => {
      become(world, scenario('practice'));
      return startView(world);
    },
    practice_next: ({ step }) => {
      if (world.mode !== 'practice') throw refuse('practice_only');
      move(world, step);
      return {};
    },
    practice_next_report: ({ step, denial }) => {
      if (world.mode !== 'practice') throw refuse('practice_only');
      moveReport(world, step, denial);
      return {};
    },
    practice_next_site: ({ step }) => {
      if (world.mode !== 'practice') throw refuse('practice_only');
      moveSites(world, step);
      return {};
    },
    practice_checklist: () => ({ steps: steps.map((step) => ({ step, done: world.done.has(step) })) }),
    practice_sample_email: () => {
      const made = draft(world);
      mailInto(world, made, 'sample.eml');
      return made;
    },
    practice_save_samples: () => ({
      folder: '/home/jo/Desktop',
      names: ['suspicious-email.eml', 'login-page.png', 'letter.pdf'],
    }),
  };
}
