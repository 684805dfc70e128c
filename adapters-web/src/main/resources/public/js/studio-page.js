/** The first page: for strangers what it is about, for people who are signed in the studio: photo in, shot out. */
import { refreshAccountLine, showAccount, usedUpReason } from './account.js';
import { enableCompare } from './compare.js';
import { byId, clearError, showError, showOnly } from './dom.js';
import { followJob, isFinished } from './live-job.js';
import { mebibytes, watchForPhotos } from './photo-choice.js';
import { announce, showSending, showWorking } from './progress.js';
import { probablySignedIn, refreshSession } from './session.js';
import { hideBefore, keepLinksFresh, loadJob, showAfter, showBefore } from './shot.js';
import { Order } from './upload.js';
import { showVerifyNotice } from './verify-notice.js';

const jobInAddress = new URLSearchParams(location.search).get('job');

let stage = 'empty'; // then chosen, working, and done or failed
let photo = null;
let order = null;
let usedUp = false;

open().catch(showError);

async function open() {
  listen();
  go(jobInAddress ? 'working' : 'empty');
  if (!probablySignedIn()) {
    showOnly('session', 'out');
  }
  if (!(await refreshSession())) {
    showFrontPage();
    return;
  }
  showAccount();
  await Promise.all([updateAccount(), showVerifyNotice(), jobInAddress && resume(jobInAddress).catch(giveUp)]);
}

function showFrontPage() {
  if (jobInAddress) {
    location.replace(`/login?next=${encodeURIComponent(location.pathname + location.search)}`);
    return;
  }
  showOnly('session', 'out');
}

// Before anything is asked of the server: a photo that is dropped early must not be lost.
function listen() {
  document.querySelectorAll('.compare').forEach(enableCompare);
  keepLinksFresh();
  watchForPhotos({
    isOpen,
    onPhoto: choose,
    onRefused: (sentence) => showError(new Error(sentence)),
  });
  byId('order').addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
  byId('view').addEventListener('change', ({ target }) => showOnly('view', target.value));
}

function choose(chosen) {
  clearError();
  if (photo) {
    URL.revokeObjectURL(photo.url);
  }
  photo = chosen;
  showBefore(photo.url, photo.file.name);
  byId('before-note').textContent = `${photo.file.name}, ${mebibytes(photo.file.size)}`;
  byId('start').textContent = 'Make the shot';
  go('chosen');
  byId('start').focus({ preventScroll: true });
}

async function submit() {
  clearError();
  const shadow = new FormData(byId('order')).get('shadow');
  if (order?.file !== photo.file || order.shadow !== shadow) {
    order = new Order(photo.file, shadow);
  }
  go('working');
  showSending(0);
  byId('after').scrollIntoView({ block: 'nearest' });
  let id;
  try {
    id = await order.send(showSending);
  } catch (problem) {
    backToChosen(problem);
    return;
  }
  history.replaceState(null, '', `/?job=${encodeURIComponent(id)}`);
  await follow(id).catch(giveUp);
}

function backToChosen(problem) {
  byId('start').textContent = problem.unanswered ? 'Try again' : 'Make the shot';
  go('chosen');
  showError(problem);
  byId('error').scrollIntoView({ block: 'nearest' });
  updateAccount().catch(showError);
}

/** Comes back to a job by its address: after a reload, or from the library. */
async function resume(id) {
  const job = await loadJob(id);
  showBefore(job.input_url, job.input_filename);
  if (isFinished(job.status)) {
    await finish(job);
    return;
  }
  showWorking(job);
  await follow(id);
}

async function follow(id) {
  updateAccount().catch(showError);
  await followJob(id, showWorking);
  await finish(await loadJob(id));
  updateAccount().catch(showError); // a photo that failed through no fault of its own has gone back into the quota
}

function giveUp(problem) {
  hideBefore();
  go('empty');
  showError(problem);
}

async function finish(job) {
  if (job.status === 'completed') {
    showAfter(job);
    go('done');
    document.title = 'Your shot is ready · ProductSnap';
    announce('Your shot is ready.');
    return;
  }
  const reason = job.status === 'cancelled' ? 'This shot was cancelled.' : job.error_message;
  byId('failure').textContent = reason;
  go('failed');
  document.title = 'No shot this time · ProductSnap';
  announce(`No shot this time. ${reason}`);
}

async function updateAccount() {
  const stats = await refreshAccountLine();
  document.querySelectorAll('.free-only').forEach((element) => {
    element.hidden = stats.plan !== 'Free';
  });
  const reason = usedUpReason(stats);
  byId('used-up').hidden = reason === null;
  byId('used-up-text').textContent = reason ?? '';
  usedUp = reason !== null;
  openOrClose();
}

function go(next) {
  stage = next;
  showOnly('stage', next);
  openOrClose();
}

function isOpen() {
  return !usedUp && (stage === 'empty' || stage === 'chosen');
}

function openOrClose() {
  byId('file-input').disabled = !isOpen();
  byId('camera-input').disabled = !isOpen();
  byId('start').disabled = !isOpen();
  byId('drop-zone').classList.toggle('is-closed', usedUp && stage === 'empty');
}
