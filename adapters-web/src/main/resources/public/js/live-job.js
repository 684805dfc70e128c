/** Follows a job until it ends: by the event stream, and by asking now and then where streams do not get through. */
import { get, post } from './api.js';
import { Problem } from './problem.js';

const FINISHED = ['completed', 'failed', 'cancelled'];
const EVENTS = ['progress', ...FINISHED];
const STREAM_TRIES = 4;
const SILENCE_MS = 30_000;
const POLL_MS = 3_000;

export const isFinished = (status) => FINISHED.includes(status);

/**
 * Calls `onState({status, progress, retry_count, error_message?})` for each change and resolves with the last one. Lost
 * connections are mended silently; only an answer that no retry can change (the job is gone) is thrown.
 */
export async function followJob(id, onState) {
  let failures = 0;
  const onAlive = () => {
    failures = 0;
  };
  for (;;) {
    const streaming = failures < STREAM_TRIES;
    try {
      const last = streaming ? await listen(id, onState, onAlive) : await ask(id, onState);
      if (last) {
        return last;
      }
    } catch (problem) {
      if (!(problem instanceof Problem) || isFinal(problem)) {
        throw problem;
      }
    }
    await pause(streaming ? 1_000 * 2 ** failures * (0.5 + Math.random() / 2) : POLL_MS);
    failures += 1;
  }
}

/** Resolves to the last state, or to null when the stream broke before it. */
async function listen(id, onState, onAlive) {
  const { ticket } = await post(`/api/jobs/${id}/ticket`);
  return new Promise((resolve) => {
    const source = new EventSource(`/api/jobs/${id}/events?ticket=${encodeURIComponent(ticket)}`);
    let silence;
    const end = (state) => {
      clearTimeout(silence);
      source.close(); // it would reconnect by itself, with a ticket that is spent
      resolve(state);
    };
    const waitForNext = () => {
      clearTimeout(silence);
      silence = setTimeout(() => end(null), SILENCE_MS);
    };
    const hear = (event) => {
      const state = JSON.parse(event.data);
      onAlive();
      waitForNext();
      onState(state);
      if (isFinished(state.status)) {
        end(state);
      }
    };
    EVENTS.forEach((name) => source.addEventListener(name, hear));
    source.addEventListener('error', () => end(null));
    waitForNext();
  });
}

async function ask(id, onState) {
  const state = await get(`/api/jobs/${id}`);
  onState(state);
  return isFinished(state.status) ? state : null;
}

const isFinal = (problem) => problem.status >= 400 && problem.status < 500 && problem.status !== 429;

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
