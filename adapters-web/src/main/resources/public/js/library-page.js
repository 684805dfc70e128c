/** The library: all jobs of this person, newest first; rename, delete, download, and those in the works kept up to date. */
import { refreshAccountLine, showAccount } from './account.js';
import { get, patch, post, remove } from './api.js';
import { answerOf, closeByButtons } from './dialog.js';
import { byId, once, showError, showOnly } from './dom.js';
import { jobCard } from './job-card.js';
import { isFinished } from './live-job.js';

const PAGE = 24;
const LOOK_EVERY_MS = 3_000;
const LOOK_AT = 6;
const RENEW_EVERY_MS = 60_000;

const jobs = new Map();
const renewedAt = new Map();
let nextCursor = null;

open().catch(showError);

async function open() {
  closeByButtons();
  byId('more').addEventListener('click', ({ currentTarget }) => once(currentTarget, loadPage));
  await Promise.all([loadPage(), refreshAccountLine()]);
  showAccount();
  keepUpToDate();
}

async function loadPage() {
  const query = new URLSearchParams({ limit: PAGE });
  if (nextCursor) {
    query.set('cursor', nextCursor);
  }
  const page = await get(`/api/jobs/list?${query}`);
  nextCursor = page.next_cursor ?? null;
  page.jobs.forEach(put);
  showState();
}

function put(job) {
  const card = jobCard(job, { cancel, retry, rename, remove: removeAfterAsking, renew });
  const old = cardOf(job.id);
  jobs.set(job.id, job);
  if (old) {
    const hadFocus = old.contains(document.activeElement);
    old.replaceWith(card);
    if (hadFocus) {
      card.querySelector('.card-cover').focus();
    }
  } else {
    byId('jobs').append(card);
  }
}

// At most once a minute: a picture that is missing for another reason than its age would ask for ever.
async function renew(job) {
  if (Date.now() - (renewedAt.get(job.id) ?? 0) > RENEW_EVERY_MS) {
    renewedAt.set(job.id, Date.now());
    await attempt(async () => put(await get(`/api/jobs/${job.id}`)));
  }
}

const cancel = (job) => wish(job, 'cancel');
const retry = (job) => wish(job, 'retry');

// Also after a refusal: it may have come to its end meanwhile, and the card should say so.
async function wish(job, what) {
  await attempt(async () => {
    try {
      await post(`/api/jobs/${job.id}/${what}`);
    } finally {
      put(await get(`/api/jobs/${job.id}`));
    }
    await refreshAccountLine();
  });
}

async function rename(job) {
  const name = byId('new-name');
  name.value = job.input_filename;
  const answer = answerOf('rename-dialog');
  name.select();
  if (await answer) {
    await attempt(async () => {
      const { input_filename: renamed } = await patch(`/api/jobs/${job.id}`, { input_filename: name.value.trim() });
      put({ ...jobs.get(job.id), input_filename: renamed });
    });
  }
  cardOf(job.id)?.querySelector('.card-cover').focus();
}

async function removeAfterAsking(job) {
  byId('delete-name').textContent = job.input_filename;
  if (await answerOf('delete-dialog')) {
    await attempt(async () => {
      await remove(`/api/jobs/${job.id}`);
      jobs.delete(job.id);
      cardOf(job.id).remove();
      showState();
    });
  }
}

async function attempt(task) {
  byId('error').hidden = true;
  try {
    await task();
  } catch (problem) {
    showError(problem);
  }
}

function differs(job) {
  const known = jobs.get(job.id);
  return known && (known.status !== job.status || known.progress !== job.progress);
}

// The oldest ones, which are next in line; a look that failed is made up for by the next. Polling and not one event stream for each: a browser opens six connections to a server, and they would be gone.
async function keepUpToDate() {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    const waiting = [...jobs.values()].filter((job) => !isFinished(job.status));
    if (document.hidden || waiting.length === 0) {
      continue;
    }
    const seen = await Promise.all(waiting.slice(-LOOK_AT).map((job) => get(`/api/jobs/${job.id}`))).catch(() => []);
    const changed = seen.filter(differs);
    changed.forEach(put);
    if (changed.some((job) => isFinished(job.status))) {
      await refreshAccountLine().catch(showError);
    }
  }
}

function showState() {
  showOnly('library', jobs.size === 0 ? 'empty' : 'filled');
  byId('more').hidden = nextCursor === null;
}

const cardOf = (id) => document.querySelector(`[data-job="${CSS.escape(id)}"]`);
