/** One verification of intent and how it was answered. */
export interface Checked {
  callback: string;
  query: Record<string, string>;
  status: number;
  text: string;
  /** 2xx with exactly the challenge that was sent. */
  agreed: boolean;
}

/** Asks a callback as WebSub 5.3 says. */
export async function verify(callback: string, query: Record<string, string>): Promise<Checked> {
  const url = new URL(callback);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const answer = await fetch(url, { redirect: 'manual' });
  const text = await answer.text();
  const agreed = answer.ok && text === query['hub.challenge'];
  return { callback, query, status: answer.status, text, agreed };
}
