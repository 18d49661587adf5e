import type { Problem } from '@framewatch/contracts';

/** Problem details as the API gives them; a refused body names its fields. */
type ToldProblem = Problem & { errors?: { field: string; message: string }[] };

/** An answer that is no success. `problem.status` is 0 where the API could not be reached at all. */
export class ApiProblem extends Error {
  readonly problem: ToldProblem;

  constructor(problem: ToldProblem) {
    super(problem.detail);
    this.name = 'ApiProblem';
    this.problem = problem;
  }
}

export type Parameters = Record<string, string | number | undefined>;

/** Asks the API; parameters that are undefined or empty are left out. Rejects with `ApiProblem`. */
export async function getJson<T>(
  path: string,
  parameters: Parameters = {},
  signal?: AbortSignal,
): Promise<T> {
  return request<T>(address(path, parameters), signal ? { signal } : {});
}

/** Sends a JSON body. Rejects with `ApiProblem`. */
export async function postJson<T>(path: string, body: unknown): Promise<T> {
  return sendJson<T>('POST', path, body);
}

/** Sends a JSON body by any method; `signal` gives it up. Rejects with `ApiProblem`. */
export async function sendJson<T>(
  method: 'POST' | 'PUT' | 'DELETE',
  path: string,
  body: unknown,
  signal?: AbortSignal,
): Promise<T> {
  return request<T>(`/api${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  });
}

/** The address of an API answer, as a link would name it. */
export function address(path: string, parameters: Parameters): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== '') query.set(name, String(value));
  }
  const text = query.toString();
  return `/api${path}${text ? `?${text}` : ''}`;
}

async function request<T>(url: string, init: RequestInit): Promise<T> {
  const answer = await send(url, init);
  if (!answer.ok) throw new ApiProblem(await readProblem(answer));
  const text = await answer.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiProblem({ type: 'about:blank', title: 'Unreachable', status: 0, detail: 'unreachable' });
  }
}

async function readProblem(answer: Response): Promise<Problem> {
  const fallback: Problem = {
    type: 'about:blank',
    title: answer.statusText || `HTTP ${answer.status}`,
    status: answer.status,
    detail: '',
  };
  try {
    return { ...fallback, ...(JSON.parse(await answer.text()) as Partial<Problem>) };
  } catch {
    return fallback;
  }
}
