/**
 * Who is signed in. The access token lives in this module's memory and nowhere else; the refresh token is in an HttpOnly
 * cookie that no script can read, so a reload asks the server for a new access token.
 */
import { Problem } from './problem.js';

const LOCK = 'productsnap-refresh';
const KNOWN = 'productsnap-known';
const tabs = new BroadcastChannel('productsnap-session');

let token = null;
let refreshing = null;

tabs.addEventListener('message', () => location.replace('/'));

/** A guess before the server has answered, so that the page that is probably right is there at once: no token, only a mark. */
export const probablySignedIn = () => localStorage.getItem(KNOWN) !== null;

/** Resolves to true when the cookie is good for a session; every caller at the same moment shares one request. */
export function refreshSession() {
  refreshing ??= oneTabAtATime(refreshOnce).finally(() => {
    refreshing = null;
  });
  return refreshing;
}

/**
 * Runs `attempt(token)`, whose answer has a `status`, and once more with a new token after a 401. Without a session the
 * browser goes to the login page and comes back here afterwards.
 */
export async function withToken(attempt) {
  const used = token ?? (await freshToken());
  const answer = await attempt(used);
  if (answer.status !== 401) {
    return answer;
  }
  const renewedMeanwhile = token !== null && token !== used;
  return attempt(renewedMeanwhile ? token : await freshToken());
}

/** Signs in by `/api/auth/login` or `/api/auth/register`; the answer sets the cookie. */
export async function openSession(path, credentials) {
  const response = await reach(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(credentials),
  });
  if (!response.ok) {
    throw Problem.read(response.status, await response.text());
  }
  keep((await response.json()).access_token);
}

/** Ends this session on the server, then shows the front page here and in every other tab. */
export const logOut = () => leaveBy('/api/auth/logout');

/** The same for all sessions of this person; other devices notice at their next call. */
export const logOutEverywhere = () => leaveBy('/api/auth/logout-all');

async function leaveBy(path) {
  const response = await withToken((bearer) =>
    reach(path, { method: 'POST', headers: { Authorization: `Bearer ${bearer}` } }),
  );
  if (!response.ok) {
    throw Problem.read(response.status, await response.text());
  }
  leave();
}

/** Shows the front page here and in every other tab, once the session has ended on the server. */
export function leave() {
  forget();
  tabs.postMessage('signed-out');
  location.assign('/');
}

/** `fetch`, except that a lost connection is a Problem like any other. */
export async function reach(path, options) {
  try {
    return await fetch(path, { credentials: 'same-origin', ...options });
  } catch (failure) {
    if (failure.name === 'AbortError') {
      throw failure;
    }
    throw Problem.unreachable();
  }
}

async function refreshOnce() {
  // keepalive: when the person moves on to the next page at this moment, the new cookie still arrives
  const response = await reach('/api/auth/refresh', { method: 'POST', keepalive: true });
  if (response.ok) {
    keep((await response.json()).access_token);
    return true;
  }
  if (response.status === 429 || response.status >= 500) {
    throw Problem.read(response.status, await response.text());
  }
  forget();
  return false;
}

function keep(accessToken) {
  token = accessToken;
  localStorage.setItem(KNOWN, 'yes');
}

function forget() {
  token = null;
  localStorage.removeItem(KNOWN);
}

async function freshToken() {
  if (await refreshSession()) {
    return token;
  }
  location.replace(`/login?next=${encodeURIComponent(location.pathname + location.search)}`);
  throw new Problem(401, 'Please log in again.');
}

// The cookie is shared by all tabs and each refresh replaces it, so two at once would race for it.
function oneTabAtATime(task) {
  return navigator.locks ? navigator.locks.request(LOCK, task) : task();
}
