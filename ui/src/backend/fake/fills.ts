// What stands in the fields of a report to Cloudflare by itself, and the reports its addresses become: enough to draw.

import { REPORT_KINDS, type DraftFields, type DraftView, type FillView, type ProfileView } from '../contract';
import type { World } from './world';

const ownProfile = ({ preferences: { name, email } }: World): Partial<ProfileView> => ({ name, email });

/** It claims no more than the category that was chosen, and whose people are harmed if that is known. */
function sentence({ more_addresses }: DraftFields, { trademark_symbol, company }: Partial<ProfileView>): string {
  const brand = trademark_symbol?.trim() || company?.trim();
  const used = more_addresses.trim() === '' ? 'This address is used' : 'These addresses are used';
  return `${used} for phishing or malware against ${brand ? `people who trust ${brand}` : 'people online'}.`;
}

/** The fills of a draft. A declaration never has one. */
export function fillsOf(world: World, fields: DraftFields): FillView[] {
  const rules = REPORT_KINDS.find((one) => one.kind === fields.report_kind)?.fields ?? [];
  const { profiles } = world.preferences;
  const profile = profiles.find((one) => one.id === fields.profile_id) ?? ownProfile(world);
  const story = rules.find((rule) => rule.field === 'justification') ? 'justification' : 'comments';
  return rules.flatMap((rule): FillView[] => {
    if (rule.group === 'statements') return [];
    if (rule.group === 'told' && rule.choices[0]) {
      return [{ field: rule.field, value: rule.choices[0], from: 'safest' }];
    }
    if (rule.field === story) {
      const note = fields.note.trim();
      if (note.length >= 20) return [{ field: story, value: note, from: 'note' }];
      if (fields.report_kind !== 'phishing' || !fields.target.trim()) return [];
      return [{ field: story, value: sentence(fields, profile), from: 'suggested' }];
    }
    const value = profile[rule.field as keyof ProfileView];
    return value ? [{ field: rule.field, value, from: 'profile' }] : [];
  });
}

/** One report a host, and how many addresses were given twice. */
export function splitsOf(fields: DraftFields): Pick<DraftView, 'splits' | 'repeated'> {
  const lines = [fields.target, ...fields.more_addresses.split('\n')].map((line) => line.trim()).filter(Boolean);
  const hosts = new Map<string, number>();
  for (const line of new Set(lines)) {
    const host = /^(?:h..ps?:\/\/)?([^/?#]+\.[^/?#]+)/i.exec(line)?.[1]?.toLowerCase();
    if (host) hosts.set(host, (hosts.get(host) ?? 0) + 1);
  }
  return {
    splits: [...hosts].map(([host, addresses]) => ({ hostname: host.replaceAll('.', '[.]'), addresses })),
    repeated: lines.length - new Set(lines).size,
  };
}
