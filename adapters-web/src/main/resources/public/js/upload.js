/** Sends a photo. XMLHttpRequest and not fetch: only it tells how much of the body has left. */
import { Problem } from './problem.js';
import { withToken } from './session.js';

/**
 * One order: this photo with these options. It keeps its Idempotency-Key until an answer arrives, so that sending it again
 * after a lost connection is the same job and takes one photo from the quota.
 */
export class Order {
  #key = newKey();

  constructor(file, shadow) {
    this.file = file;
    this.shadow = shadow;
  }

  /** Resolves to the job's id. `onSent` gets the part that has been sent, 0 to 1. */
  async send(onSent) {
    const answer = await withToken((token) => this.#post(token, onSent));
    if (answer.status === 201) {
      return JSON.parse(answer.text).job_id;
    }
    const problem = Problem.read(answer.status, answer.text);
    if (!problem.unanswered) {
      this.#key = newKey();
    }
    throw problem;
  }

  #post(token, onSent) {
    const form = new FormData();
    form.append('file', this.file, this.file.name);
    form.append('mode', 'studio_white');
    form.append('shadow_option', this.shadow);
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open('POST', '/api/jobs/create');
      request.setRequestHeader('Authorization', `Bearer ${token}`);
      request.setRequestHeader('Idempotency-Key', this.#key);
      request.upload.addEventListener('progress', (event) => {
        if (event.lengthComputable) {
          onSent(event.loaded / event.total);
        }
      });
      request.addEventListener('load', () => resolve({ status: request.status, text: request.responseText }));
      request.addEventListener('error', () =>
        reject(new Problem(0, 'The connection was lost while sending. Your photo is still here: try again.')),
      );
      request.send(form);
    });
  }
}

// randomUUID exists on secure origins only; a plain-http address in a home network is not one.
function newKey() {
  if (crypto.randomUUID) {
    return crypto.randomUUID();
  }
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
