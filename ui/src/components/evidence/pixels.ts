// Pictures come as pixels, decoded on the host: the page never reads an image file and needs no image address.

import { call, type PictureView } from '../../backend';

/** The bytes of a picture, or null where they don't fit its size. */
export function pixelsOf(picture: PictureView): Uint8ClampedArray<ArrayBuffer> | null {
  const text = atob(picture.rgba_base64);
  if (text.length !== picture.width * picture.height * 4) return null;
  const bytes = new Uint8ClampedArray(new ArrayBuffer(text.length));
  for (let i = 0; i < text.length; i += 1) bytes[i] = text.charCodeAt(i);
  return bytes;
}

/** Draws a picture in its own size. Answers whether it could be drawn. */
export function draw(canvas: HTMLCanvasElement, picture: PictureView): boolean {
  const pixels = pixelsOf(picture);
  if (!pixels) return false;
  canvas.width = picture.width;
  canvas.height = picture.height;
  const context = canvas.getContext('2d');
  if (!context) return false;
  context.putImageData(new ImageData(pixels, picture.width, picture.height), 0, 0);
  return true;
}

/** As many small pictures as a few full trays show. */
const KEPT = 100;
const thumbnails = new Map<string, Promise<PictureView>>();

/** The small picture of a piece of evidence; asked for once, since evidence never changes. */
export function thumbnail(evidence_id: string): Promise<PictureView> {
  const known = thumbnails.get(evidence_id);
  if (known) return known;
  const asked = call('evidence_thumbnail', { evidence_id });
  thumbnails.set(evidence_id, asked);
  asked.catch(() => thumbnails.delete(evidence_id));
  const oldest = thumbnails.keys().next();
  if (thumbnails.size > KEPT && !oldest.done) thumbnails.delete(oldest.value);
  return asked;
}
