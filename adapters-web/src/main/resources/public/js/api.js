/** Calls of the JSON API, as the person signed in unless they say otherwise. Each resolves to the parsed body or throws a Problem. */
import { Problem } from './problem.js';
import { reach, withToken } from './session.js';

export const get = (path) => call('GET', path);
export const post = (path, body) => call('POST', path, body);
export const put = (path, body) => call('PUT', path, body);
export const patch = (path, body) => call('PATCH', path, body);
export const remove = (path, body) => call('DELETE', path, body);

/** For whoever has no session, or need not have one. */
export async function postAsAnybody(path, body) {
  const headers = { Accept: 'application/json', 'Content-Type': 'application/json' };
  return parsed(await reach(path, { method: 'POST', headers, body: JSON.stringify(body) }));
}

async function call(method, path, body) {
  return parsed(await withToken((token) => reach(path, request(method, token, body))));
}

async function parsed(response) {
  const text = await response.text();
  if (!response.ok) {
    throw Problem.read(response.status, text);
  }
  return text ? JSON.parse(text) : null;
}

function request(method, token, body) {
  const headers = { Authorization: `Bearer ${token}`, Accept: 'application/json' };
  if (body === undefined) {
    return { method, headers };
  }
  return { method, headers: { ...headers, 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}
