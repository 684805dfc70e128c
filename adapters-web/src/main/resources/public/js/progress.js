/** The progress of one shot as one figure and one sentence: sending is the first quarter of it, the studio's work the rest. */
import { byId } from './dom.js';

const SENDING_SHARE = 25;

export function showSending(part) {
  show(part * SENDING_SHARE, part < 1 ? 'Sending your photo' : 'Checking your photo');
}

export function showWorking({ status, progress, retry_count: retries }) {
  show(SENDING_SHARE + (progress / 100) * (100 - SENDING_SHARE), sentence(status, retries));
}

/** Says it to those who do not see the page. */
export function announce(text) {
  const region = byId('announcement');
  if (region.textContent !== text) {
    region.textContent = text;
  }
}

function sentence(status, retries) {
  if (status === 'queued') {
    return 'Waiting for its turn';
  }
  return retries > 0 ? `Making the shot, try ${retries + 1}` : 'Making the shot';
}

function show(percent, text) {
  const whole = Math.floor(percent);
  const bar = byId('progress');
  bar.setAttribute('aria-valuenow', whole);
  bar.setAttribute('aria-valuetext', `${whole} percent: ${text}`);
  bar.style.setProperty('--done', percent / 100);
  byId('progress-figure').textContent = `${whole}%`;
  byId('progress-text').textContent = text;
  announce(text);
}
