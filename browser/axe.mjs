// Opens local pages in Chromium and says what is wrong with them, as JSON on standard output.
//
//   node browser/axe.mjs page.html …
//
// For each page: violations of WCAG 2.1 AA and of best practice at the widths of a telephone and of
// a desk, what it asked of the network, what its policy stopped, whether it must be moved sideways,
// what the keyboard reaches first, and its content as the browser understood it.

import { pathToFileURL } from 'node:url';
import { start, violations } from './chromium.mjs';

const WIDTHS = [360, 1440];

const browser = await start();

async function seen(file) {
  const address = pathToFileURL(file).href;
  const result = { file, violations: [], requests: [], complaints: [], sideways: [] };
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.on('request', (request) => {
    const to = request.url();
    if (to !== address && !to.startsWith('data:')) result.requests.push(to);
  });
  page.on('console', (message) => result.complaints.push(message.text()));
  page.on('pageerror', (error) => result.complaints.push(String(error)));
  page.on('dialog', (dialog) => {
    result.complaints.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(address, { waitUntil: 'load' });
    await page.evaluate(() => document.fonts.ready);
    const room = await page.evaluate(() => document.documentElement.scrollWidth);
    if (room > width) result.sideways.push({ width, room });
    if (!result.keyboard) result.keyboard = await keyboard(page);
    for (const { id, impact, help, nodes } of await violations(page)) {
      const where = nodes.map(({ target, html }) => ({ target, html: html.slice(0, 300) }));
      result.violations.push({ width, id, impact, help, nodes: where.length, where: where.slice(0, 5) });
    }
  }
  result.content = await page.evaluate(() => ({
    elements: document.querySelectorAll('*').length,
    faces: [...document.fonts].filter((face) => face.status === 'loaded').length,
    title: document.title,
    language: document.documentElement.lang,
    headings: [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map((h) => [Number(h.tagName[1]), h.textContent]),
    links: [...document.querySelectorAll('[href]')].map((a) => a.getAttribute('href')),
    head: document.querySelector('header').textContent,
    text: document.querySelector('main').textContent,
  }));
  await context.close();
  return result;
}

// The first Tab reaches the link to the content, which is then seen, and Enter follows it.
async function keyboard(page) {
  await page.keyboard.press('Tab');
  const first = await page.evaluate(() => {
    const link = document.activeElement;
    const box = link.getBoundingClientRect();
    return { skip: link.matches('a.skip'), seen: box.top >= 0 && box.left >= 0 && box.height > 0 };
  });
  await page.keyboard.press('Enter');
  const content = await page.evaluate(() => document.activeElement.matches('main'));
  return { ...first, content };
}

try {
  const pages = [];
  for (const file of process.argv.slice(2)) pages.push(await seen(file));
  console.log(JSON.stringify(pages, null, 1));
} finally {
  await browser.close();
}
