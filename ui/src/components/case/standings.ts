// What was sent of a case and where each of it stands: what the screen asks of it.

import type { CaseView, Service, StandingView, TargetView } from '../../backend';
import { denialOf, type DenialAct } from '../../words/denials';

/** Who can be asked for news of a case, PhishFort first. */
export function followable({ standings }: CaseView): Service[] {
  return [...new Set(standings.filter((one) => one.can_refresh).map((one) => one.service))];
}

/** Whom a case concerns: who was told, or is about to be; PhishFort where nothing says otherwise. */
export function concerned({ row, standings, open }: CaseView): Service[] {
  const all = [...row.sent_to, ...standings.map((one) => one.service), ...open.map((one) => one.service)];
  return all.length === 0 ? ['phishfort'] : [...new Set(all)];
}

/** The refusals that still wait for the person. */
export function refusedOf({ standings }: CaseView): StandingView[] {
  return standings.filter((one) => one.status === 'report_denied' && (one.needs_you || one.can_settle));
}

/** Who hears of it once more by an act; the receipt tells nobody. */
const tells: Record<DenialAct, Service | null> = {
  again: 'cloudflare',
  choose: 'cloudflare',
  phishfort: 'phishfort',
  receipt: null,
};

/** What can be done about a refusal: only who can still be told is offered to be told. */
export function actsOf(one: StandingView, { can_tell }: Pick<CaseView, 'can_tell'>): DenialAct[] {
  return denialOf(one.denial, one.report_kind).acts.filter((act) => {
    const service = tells[act];
    return service === null || can_tell.includes(service);
  });
}

/** Who is not told yet and could be, but for those whom a refusal above offers already. */
export function tellable(view: CaseView): Service[] {
  const offered = refusedOf(view).some((one) => actsOf(one, view).includes('phishfort'));
  return view.can_tell.filter(
    (service) => !view.row.sent_to.includes(service) && !(offered && service === 'phishfort'),
  );
}

/** The host of a target, defanged as it came. */
export function hostOf({ before, domain }: TargetView): string {
  return `${before.replace(/^[a-z]+:\/\//i, '')}${domain}`;
}

/** To whom Cloudflare writes about a report, as it was sent. */
export function writesTo({ sent }: CaseView, submission_id: string): string | null {
  const mine = sent.find((one) => one.submission.id === submission_id && one.submission.service === 'cloudflare');
  return mine?.preview.parts.find((part) => part.name === 'email')?.value ?? null;
}
