/**
 * A request that did not succeed, in words for the person in front of the screen: the server's own `detail`, as it is.
 * Status 0 means that no answer arrived, so the request may or may not have been carried out.
 */
export class Problem extends Error {
  constructor(status, detail, fields = []) {
    super(detail);
    this.name = 'Problem';
    this.status = status;
    this.fields = fields;
  }

  static unreachable() {
    return new Problem(0, 'The server cannot be reached. Check your connection and try again.');
  }

  /** Reads an `application/problem+json` body; a proxy in between may have answered in its own words, which nobody wants. */
  static read(status, text) {
    const body = parsed(text);
    const detail = body?.detail || body?.title || `Something went wrong here (error ${status}). Please try again.`;
    return new Problem(status, detail, Array.isArray(body?.errors) ? body.errors : []);
  }

  /** True when the server never said whether it had done it, so that the same request must be sent again to find out. */
  get unanswered() {
    return this.status === 0 || this.status >= 500;
  }
}

/** Every sentence of a problem: the detail, and what is wrong with each field where the detail does not already say so. */
export function sentences(problem) {
  const more = (problem.fields ?? []).map((field) => field.message).filter((text) => text && text !== problem.message);
  return [problem.message, ...new Set(more)];
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null; // not JSON: the caller has a sentence for that
  }
}
