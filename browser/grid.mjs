// The grid of a campaign in Chromium, by keyboard alone: arrows, Enter, a block pasted from a
// spreadsheet, cells that save themselves. Says what was seen as JSON on standard output.
//
//   node browser/grid.mjs http://127.0.0.1:8085 /ente login password /path/of/the/grid

import { start } from './chromium.mjs';

const [base, body, login, password, path] = process.argv.slice(2);
const browser = await start();
const context = await browser.newContext({ locale: 'it-IT' });
const page = await context.newPage();
const result = { complaints: [] };
page.on('console', (message) => {
  if (['error', 'warning'].includes(message.type())) result.complaints.push(message.text());
});
page.on('pageerror', (error) => result.complaints.push(String(error)));

await page.goto(`${base}${body}/accesso`);
await page.fill('[name=login]', login);
await page.fill('[name=password]', password);
await page.press('[name=password]', 'Enter');
await page.waitForURL(`${base}${body}`);
await page.goto(base + path, { waitUntil: 'load' });

const cells = page.locator('table[data-grid] input[type=text]');
const standing = () => page.evaluate(() => document.activeElement.id);
const ids = await cells.evaluateAll((all) => all.map((one) => one.id));
const columns = ids.filter((id) => id.split('-')[1] === ids[0].split('-')[1]).length;
const outcome = (id) => page.locator(`#g-${id.split('-')[1]}`);

// Typed, then Enter: one row down, and the cell left says that it is saved.
await cells.first().focus();
await page.keyboard.press('Control+A');
await page.keyboard.type('231');
await page.keyboard.press('Enter');
result.enter = (await standing()) === ids[columns];
await outcome(ids[0]).getByText('Salvato').waitFor({ timeout: 15000 });
result.announced = (await page.locator('#annuncio').textContent()).includes('Salvato');
result.stays = (await standing()) === ids[columns];

// Arrows move between cells.
await page.keyboard.press('ArrowRight');
result.right = (await standing()) === ids[columns + 1];
await page.keyboard.press('ArrowLeft');
await page.keyboard.press('ArrowUp');
result.up = (await standing()) === ids[0];

// A block of two rows and two columns lands where one stands; what is no day is told, and kept.
const paste = (text) => page.evaluate((block) => {
  const data = new DataTransfer();
  data.setData('text/plain', block);
  document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
}, text);
await paste('240\t31/05/2025\r\n250\tieri\r\n');
await outcome(ids[columns]).locator('.t-grid-wrong').waitFor({ timeout: 15000 });
await outcome(ids[0]).getByText('Salvato').waitFor({ timeout: 15000 });
result.pasted = await cells.evaluateAll((all, wide) => [all[0], all[1], all[wide], all[wide + 1]].map((one) => one.value), columns);
result.first = ids[0].split('-')[1];

console.log(JSON.stringify(result));
await browser.close();
