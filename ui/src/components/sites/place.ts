// What a block is on, on one line: for names of controls and for text that is copied.

import type { PlaceView } from '../../backend';
import { sites } from '../../words/sites';
import { ourAddressText } from './our_address';

/** "shop.acme.example/sale", or the number that Cloudflare gives instead. */
export function placeText({ target, entity_id }: PlaceView): string {
  return target ? ourAddressText(target) : entity_id || sites.noPlace;
}
