// Whether a screen that takes another's place goes on with the same draft.

/** What of a place counts. */
interface Shown {
  at: string;
  draft_id?: string | null;
}

/** The form and Check and send are two sights of one draft: going between them leaves nothing. */
export function goesOn(place: Shown, draft_id: string | undefined): boolean {
  return (place.at === 'report' || place.at === 'check') && draft_id !== undefined && place.draft_id === draft_id;
}
