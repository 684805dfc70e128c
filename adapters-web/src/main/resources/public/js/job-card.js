/** One job in the library, as a card. */
import { element } from './dom.js';
import { isFinished } from './live-job.js';
import { shotName } from './shot.js';

const STATUS = { queued: 'Waiting', processing: 'In the works', failed: 'No shot', cancelled: 'Cancelled' };
const DATE = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

/** `actions` are called with the job: `cancel`, `retry`, `rename`, `remove`, and `renew` when its picture's link has expired. */
export function jobCard(job, actions) {
  const card = element('li', { className: 'card' }, cover(job, actions), caption(job), buttons(job, actions));
  card.dataset.job = job.id;
  card.dataset.testid = 'job-card';
  return card;
}

function cover(job, actions) {
  const link = element('a', { className: 'card-cover', href: `/?job=${encodeURIComponent(job.id)}` });
  const seen = job.thumbnail_url && job.status === 'completed' ? picture(job, actions) : placeholder(job);
  link.setAttribute('aria-label', `Open ${job.input_filename} ${seen.textContent}`.trim());
  link.append(seen);
  return link;
}

function picture(job, actions) {
  const image = element('img', { src: job.thumbnail_url, alt: '', loading: 'lazy', width: 400, height: 400 });
  image.addEventListener('error', () => actions.renew(job), { once: true });
  return image;
}

function placeholder(job) {
  const text = isFinished(job.status) ? STATUS[job.status] : `${STATUS[job.status]} · ${job.progress}%`;
  return element('span', { className: `card-status is-${job.status}`, textContent: text });
}

function caption(job) {
  const name = element('h2', { className: 'card-name', textContent: job.input_filename, title: job.input_filename });
  const time = element('time', { dateTime: job.created_at, textContent: DATE.format(new Date(job.created_at)) });
  const lines = [name, element('p', { className: 'hint' }, time)];
  if (job.status === 'failed' && job.error_message) {
    lines.push(element('p', { className: 'hint card-reason', textContent: job.error_message }));
  }
  return element('div', { className: 'card-text' }, ...lines);
}

function buttons(job, actions) {
  const row = element('div', { className: 'card-actions' });
  if (job.status === 'completed') {
    row.append(named(element('a', { href: job.result_urls[0], download: shotName(job.input_filename) }), 'Download', job));
  }
  if (!isFinished(job.status)) {
    row.append(button('Cancel', actions.cancel, job));
  }
  if (job.status === 'failed') {
    row.append(button('Try again', actions.retry, job));
  }
  row.append(button('Rename', actions.rename, job), button('Delete', actions.remove, job));
  return row;
}

const button = (word, action, job) => named(element('button', { type: 'button', onclick: () => action(job) }), word, job);

function named(control, word, job) {
  control.className = 'link';
  control.textContent = word;
  control.setAttribute('aria-label', `${word} ${job.input_filename}`);
  return control;
}
