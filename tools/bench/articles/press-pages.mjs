import { createPress, systemClock } from '../../../libs/testing/dist/index.js';

/** The articles of the local press, a synthetic news world with its own truth, and their pages as served. */
export async function pressPages(count) {
  const press = await createPress({
    seed: 7,
    clock: systemClock,
    historyDays: 20,
    articlesPerDay: Math.ceil(count / 15),
    ongoing: false,
  });
  try {
    const articles = press.articles().slice(-count);
    const pages = [];
    for (const { url } of articles) {
      const answer = await fetch(url);
      pages.push({
        html: new Uint8Array(await answer.arrayBuffer()),
        url,
        contentType: answer.headers.get('content-type') ?? undefined,
      });
    }
    return { articles, pages };
  } finally {
    await press.close();
  }
}
