/** A finished shot on the page: the pictures, the slider, the download. Its links expire after an hour and are renewed here. */
import { get } from './api.js';
import { byId } from './dom.js';

const RENEW_AFTER_MS = 50 * 60 * 1000;
const DO_NOT_ASK_AGAIN_MS = 30 * 1000;

let shown;
let fetchedAt = 0;

export async function loadJob(id) {
  const job = await get(`/api/jobs/${id}`);
  fetchedAt = Date.now();
  return job;
}

/** Shows the photo that went in; a preview of a photo just chosen is better left as it is. */
export function showBefore(url, name) {
  const image = byId('before-image');
  image.alt = `Your photo: ${name}`;
  image.src = url;
  image.hidden = false;
  byId('before-note').textContent = name;
}

export function hideBefore() {
  byId('before-image').hidden = true;
  byId('before-note').textContent = '';
}

export function showAfter(job) {
  shown = job;
  const [url] = job.result_urls;
  const after = byId('after-image');
  after.alt = `The finished shot of ${job.input_filename}, on white`;
  after.src = url;
  byId('slider-after').src = url;
  byId('slider-before').src = byId('before-image').src;
  const download = byId('download');
  download.href = url;
  download.download = shotName(job.input_filename);
}

/** Renews the links when a picture does not load any more, and before a download from a page that was open for long. */
export function keepLinksFresh() {
  ['before-image', 'after-image', 'slider-before', 'slider-after'].forEach((id) => {
    byId(id).addEventListener('error', () => {
      if (shown && Date.now() - fetchedAt > DO_NOT_ASK_AGAIN_MS) {
        renew();
      }
    });
  });
  byId('download').addEventListener('click', async (event) => {
    if (Date.now() - fetchedAt > RENEW_AFTER_MS) {
      event.preventDefault();
      await renew();
      event.target.click();
    }
  });
}

export const shotName = (inputName) => `${inputName.replace(/\.[^.]*$/, '')}-white.png`;

async function renew() {
  const job = await loadJob(shown.id);
  showBefore(job.input_url, job.input_filename);
  showAfter(job);
}
