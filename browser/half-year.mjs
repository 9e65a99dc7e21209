// A half-year of the invented plan, lived on a running server as people live it: by what pages say
// and by nothing else. Says what it saw as JSON on standard output.
//
//   node browser/half-year.mjs http://127.0.0.1:8085 PASSWORD folder workbook.xlsx
//
// The folder gets the files taken away. A step that does not go as it should ends everything, with
// its name and what the page says.

import { join } from 'node:path';
import { start, violations } from './chromium.mjs';

const [base, password, folder, workbook] = process.argv.slice(2);
const VALDORO = 'Camera di commercio di Valdoro';
const BRESCIA = 'Camera di commercio di Brescia';
const browser = await start();
const seen = { homes: {}, problems: [] };
let doing = '';
let last;

async function step(name, does) {
  doing = name;
  await does();
}

function must(holds, what) {
  if (!holds) throw new Error(what);
}

// Somebody with a browser of their own, who has entered.
async function person(body, role) {
  const context = await browser.newContext({ locale: 'it-IT', reducedMotion: 'reduce', acceptDownloads: true });
  const page = await context.newPage();
  // A machine that does other things too is slow, not wrong.
  page.setDefaultTimeout(180_000);
  page.on('pageerror', (error) => seen.problems.push(`${role}, ${doing}: ${error}`));
  page.on('console', (message) => {
    // The browser says so of every refusal, and refusals are expected here.
    if (message.type() === 'error' && !message.text().includes('status of 4')) {
      seen.problems.push(`${role}, ${doing}: ${message.text()}`);
    }
  });
  const me = {
    role,
    page,
    // The body is chosen from the first page, the login is read where one enters.
    async enters() {
      last = me;
      await page.goto(base);
      await me.follows(body);
      const accounts = await page.locator('main p').allTextContents();
      const account = accounts.find((text) => text.startsWith(`${role}:`));
      must(account, `no account for ${role}`);
      await page.getByLabel('Nome').fill(account.split(':')[1].trim());
      await page.getByLabel('Password').fill(password);
      await me.presses('Entra');
      await me.reads('Inizio');
    },
    async leaves() {
      last = me;
      await page.getByRole('banner').locator('summary', { hasText: role }).click();
      await me.presses('Esci');
      await me.reads('Entra');
    },
    // Clicks a link of the page's content, or of what stands around it.
    async follows(text, within = page) {
      last = me;
      const way = within.getByRole('link', { name: text, exact: typeof text === 'string' });
      await Promise.all([page.waitForEvent('load'), way.first().click()]);
    },
    async presses(text, within = page) {
      last = me;
      const way = within.getByRole('button', { name: text, exact: typeof text === 'string' });
      await Promise.all([page.waitForEvent('load'), way.first().click()]);
    },
    // The heading of the page is this.
    async reads(heading) {
      last = me;
      await page.getByRole('heading', { level: 1, name: heading, exact: typeof heading === 'string' }).waitFor();
    },
    async sees(text, within = page.locator('main')) {
      last = me;
      await within.getByText(text).filter({ visible: true }).first().waitFor();
    },
    async goes(section) {
      await me.follows(new RegExp(`^${section}( |$)`), page.getByRole('navigation', { name: 'Navigazione principale' }));
    },
    async opens(menu) {
      last = me;
      await page.locator('main summary').filter({ hasText: new RegExp(`^\\s*${menu}\\s*$`) }).click();
    },
    async isAccessible() {
      for (const { id, nodes } of await violations(page)) {
        seen.problems.push(`${role}, ${doing}: ${id}: ${nodes[0].html.slice(0, 200)}`);
      }
    },
  };
  await me.enters();
  return me;
}

const OBJECTIVE = 'Portare i servizi digitali nelle valli';
const INDICATOR = 'Utenti dello sportello digitale nelle valli';
const ABOVE = '1.1 Accompagnare le imprese nella transizione digitale ed ecologica';
const HEAD = "Dirigente dell'Area Promozione";
const ROLES = [
  'Amministratore', 'Ufficio performance', 'Segretario Generale', 'Dirigente', 'Referente di indicatore',
  'Valutatore', 'OIV', 'Giunta', 'Personale',
];

async function entering() {
  await step('every role enters, sees its own home and leaves', async () => {
    for (const role of ROLES) {
      const me = await person(VALDORO, role);
      await me.sees(`Buon lavoro, ${role}.`);
      seen.homes[role] = await me.page.locator('main h2').allTextContents();
      await me.leaves();
      await me.page.context().close();
    }
  });
}

async function planning(office) {
  const { page } = office;
  await step('the office adds an objective with its indicator', async () => {
    await office.goes('Albero');
    await office.follows('Accompagnare le imprese nella transizione digitale ed ecologica');
    await office.opens('Aggiungi');
    await office.follows('Obiettivo che contribuisce');
    await page.getByLabel('Codice').fill('1.1.3');
    await page.getByLabel('Titolo').fill(OBJECTIVE);
    await page.getByLabel('Peso').fill('20');
    await page.getByRole('group', { name: 'Strutture coinvolte' }).getByLabel('Servizio Imprese e digitale').check();
    await office.isAccessible();
    await office.presses('Aggiungi', page.locator('main'));
    await office.reads(`1.1.3 ${OBJECTIVE}`);
    await office.sees('Aggiunto al piano.');
    await office.follows('Indicatore');
    await page.getByLabel('Indicatore').fill(INDICATOR);
    await page.getByLabel('Peso').fill('100');
    await page.getByLabel('Unità di misura').fill('numero');
    // What is typed is read at once, before anything is saved.
    await page.getByLabel('Target 30/06/2025').fill('almeno 120 utenti');
    await page.getByLabel('Target 31/12/2025').fill('almeno 300 utenti');
    await page.keyboard.press('Tab');
    await office.sees('≥ 300 utenti');
    await office.sees('≥ 120 utenti');
    await office.presses('Aggiungi', page.locator('main'));
    await office.sees('Aggiunto al piano.');
  });

  await step('a mistake is told beside its field and nothing typed is lost', async () => {
    await office.follows('Modifica');
    await office.isAccessible();
    await page.getByLabel('Indicatore').fill('');
    await office.presses('Salva', page.locator('main'));
    await office.sees('Non è stato salvato nulla');
    await office.isAccessible();
    await page.getByLabel('Indicatore').fill(INDICATOR);
    await office.presses('Salva', page.locator('main'));
    await office.reads(new RegExp(INDICATOR));
  });

  await step('the office changes a weight and shares the rest among the others', async () => {
    await office.goes('Pesi');
    await office.follows(/^Non chiudono/);
    const sum = page.getByRole('row', { name: /Obiettivi che contribuiscono/ });
    await office.sees('120', sum);
    await office.follows(ABOVE, sum);
    await page.getByLabel(`Tieni fermo il peso di 1.1.3 ${OBJECTIVE}`).check();
    await page.getByRole('button', { name: /Redistribuisci il resto.*Obiettivi che contribuiscono/ }).click();
    await office.sees('Il resto è distribuito e la somma è esatta');
    await office.isAccessible();
    seen.shared = await page.getByLabel(/^Peso di 1\.1\.[123] /).evaluateAll((fields) => fields.map((field) => field.value));
    await office.presses('Salva', page.locator('main'));
  });

  await step('the office assigns the objective to a head', async () => {
    await office.goes('Pesi');
    await office.follows('Assegnazione');
    const head = page.getByRole('region', { name: HEAD });
    await head.getByLabel('Assegna un obiettivo').selectOption(`1.1.3 ${OBJECTIVE}`);
    await head.getByLabel('Peso', { exact: true }).fill('20');
    await office.presses(/^Assegna/, head);
    await office.sees(`1.1.3 ${OBJECTIVE}`, head);
  });

  await step('a change is undone, and is seen to be undone', async () => {
    await office.follows(`1.1.3 ${OBJECTIVE}`);
    await office.follows('Modifica');
    await page.getByLabel('Titolo').fill('Un titolo sbagliato');
    await office.presses('Salva', page.locator('main'));
    await office.reads('1.1.3 Un titolo sbagliato');
    await office.presses('Annulla la modifica');
    await office.reads(`1.1.3 ${OBJECTIVE}`);
    await office.sees('Modifica annullata.');
  });

  const other = await person(VALDORO, 'Ufficio performance');
  await step('two people write in one field: the second sees both versions and chooses', async () => {
    await other.goes('Albero');
    await other.page.getByLabel('Cerca nel piano').fill(OBJECTIVE);
    await other.page.keyboard.press('Enter');
    await other.follows(new RegExp(OBJECTIVE), other.page.locator('main'));
    for (const me of [office, other]) {
      await me.follows('Modifica');
      await me.page.getByLabel('Arco temporale').fill(me === office ? '2025-2026' : '2025-2028');
    }
    await office.presses('Salva', page.locator('main'));
    await office.sees('2025-2026');
    await other.presses('Salva', other.page.locator('main'));
    await other.sees('Due modifiche alla stessa voce');
    await other.isAccessible();
    await other.sees('2025-2026');
    await other.page.getByLabel(/Scritto da te\s*2025-2028/).check();
    await other.presses('Salva le scelte');
    await other.sees('2025-2028');
    await other.follows('Storia');
    await other.sees('2025-2026');
    await other.page.context().close();
  });
}

const CAMPAIGN = /^Rilevazione al 30\/06\/2025/;
const TALKS = 'Colloqui del Punto impresa digitale';
const FIRMS = 'Imprese finanziate';
const COMMENT = 'Serve il dato al 30 giugno, con il registro degli accessi.';
const JUDGEMENT = 'Avvio regolare: tre valli su quattro sono servite.';

// From the home to a value that is asked.
async function toValue(me, name) {
  await me.goes('Monitoraggio');
  await me.follows(CAMPAIGN);
  await me.follows(/^Da rilevare/, me.page.locator('main'));
  await me.follows(new RegExp(name));
  await me.sees('Il valore');
}

async function monitoring(office) {
  await step('the office opens the campaign of the half-year', async () => {
    const { page } = office;
    await office.goes('Monitoraggio');
    await page.getByLabel('Scadenza del piano').selectOption({ label: '30/06/2025 (22 voci)' });
    await page.getByLabel('Da completare entro').fill('2099-07-31');
    await office.presses('Apri la campagna');
    await office.sees('Campagna aperta.');
    await office.sees('Che cosa manca, persona per persona');
  });

  const owner = await person(VALDORO, 'Referente di indicatore');
  await step('the owner enters an actual with its day, a note and a file', async () => {
    const { page } = owner;
    await toValue(owner, INDICATOR);
    await page.getByLabel('Consuntivo').fill('131 utenti');
    await page.keyboard.press('Tab');
    await owner.sees(/131 utenti → raggiungimento 100,00%/);
    await page.getByLabel('Dato al').fill('31/05/2025');
    await page.getByLabel('Nota').fill('Mancano i dati di giugno della valle alta.');
    await page.getByLabel('Allega file').setInputFiles({
      name: 'registro-accessi.csv', mimeType: 'text/csv', buffer: Buffer.from('giorno;utenti\n31/05/2025;131\n'),
    });
    await owner.isAccessible();
    await owner.presses('Salva e invia');
    await owner.sees('Inviato: ora tocca al dirigente.');
  });
  await step('the owner sends another value as it stands', async () => {
    await toValue(owner, TALKS);
    await owner.presses('Salva e invia');
    await owner.sees('Inviato: ora tocca al dirigente.');
  });

  const manager = await person(VALDORO, 'Dirigente');
  await step('the manager confirms one value and sends the other back', async () => {
    const { page } = manager;
    await manager.goes('Monitoraggio');
    await manager.follows(CAMPAIGN);
    await manager.follows(/^Da confermare/, page.locator('main'));
    await manager.sees(TALKS);
    await page.getByLabel(new RegExp(`^Scegli: .*${INDICATOR}`)).uncheck();
    await manager.isAccessible();
    await manager.presses('Conferma i valori scelti');
    await manager.sees('Confermato.');
    await manager.follows(new RegExp(INDICATOR));
    await manager.sees('registro-accessi.csv');
    await page.getByLabel('Commento per chi ha rilevato').fill(' ');
    await manager.presses('Rinvia con il commento');
    await manager.sees('Scrivi che cosa correggere: senza commento non si rinvia.');
    await manager.isAccessible();
    await page.getByLabel('Commento per chi ha rilevato').fill(COMMENT);
    await manager.presses('Rinvia con il commento');
    await manager.sees('Rinviato con il commento.');
  });

  await step('the owner finds the value on top with the comment, and corrects it', async () => {
    const { page } = owner;
    await owner.follows('Inizio');
    await owner.follows(/consuntivo rinviato con un commento/);
    await owner.sees(COMMENT);
    await owner.follows(new RegExp(INDICATOR));
    await page.getByLabel('Consuntivo').fill('137 utenti');
    await page.getByLabel('Dato al').fill('30/06/2025');
    await page.getByLabel('Nota').fill('Con il registro di tutte le valli.');
    await owner.presses('Salva e invia');
    await owner.sees('Inviato: ora tocca al dirigente.');
  });

  await step('the manager confirms it and judges the objective', async () => {
    const { page } = manager;
    await manager.follows('Inizio');
    await manager.follows(/consuntivo da confermare/);
    await manager.follows(new RegExp(INDICATOR));
    await manager.sees('137 utenti');
    await manager.presses('Conferma il valore');
    await manager.sees('Confermato.');
    await manager.follows('Giudizi', page.locator('main'));
    await manager.follows(new RegExp(OBJECTIVE));
    await page.getByRole('textbox', { name: /^Giudizio/ }).fill(JUDGEMENT);
    await manager.isAccessible();
    await manager.presses('Salva il giudizio');
    await manager.sees('Giudizio salvato.');
  });

  const oiv = await person(VALDORO, 'OIV');
  await step('the OIV reads the judgement and remarks', async () => {
    const { page } = oiv;
    await oiv.goes('Monitoraggio');
    await oiv.follows(CAMPAIGN);
    await oiv.follows('Giudizi', page.locator('main'));
    await oiv.follows(new RegExp(OBJECTIVE));
    await oiv.sees(JUDGEMENT);
    await page.getByRole('textbox', { name: /^Osservazione/ }).fill('Indicare anche gli utenti attesi per valle.');
    await oiv.presses("Aggiungi l'osservazione");
    await oiv.sees('Osservazione aggiunta.');
  });

  await step('the office sees what is missing, and closes', async () => {
    await toValue(owner, FIRMS);
    const { page } = office;
    await office.goes('Monitoraggio');
    await office.follows(CAMPAIGN);
    await office.sees('2 su 22', page.getByRole('region', { name: 'Avanzamento' }));
    await office.sees(TALKS);
    await office.follows('Chiudi la campagna');
    await office.sees('Valori non ancora inviati: 20.');
    await office.isAccessible();
    await office.presses('Chiudi la campagna');
    await office.sees('Campagna chiusa: i valori non si cambiano più.');
    await office.isAccessible();
  });

  await step('entry is refused once the campaign is closed', async () => {
    const { page } = owner;
    // The page was opened before the office closed.
    await page.getByLabel('Consuntivo').fill('999');
    await owner.presses('Salva');
    await owner.reads('La campagna è chiusa');
    await owner.isAccessible();
  });
  for (const me of [owner, manager, oiv]) await me.page.context().close();
}

async function documenting(office) {
  const { page } = office;
  await step('the office produces the monitoring document and takes it away', async () => {
    await office.goes('Documenti');
    const form = page.getByRole('region', { name: 'Produci un documento' });
    await form.getByLabel('Documento').selectOption('Monitoraggio');
    await form.getByLabel('Formato').selectOption('PDF accessibile');
    await form.getByLabel('Con i dati al').selectOption('30/06/2025');
    await office.presses('Produci e conserva');
    // The page of its progress leads back by itself when the document is kept.
    const kept = page.getByRole('row', { name: /Monitoraggio/ }).filter({ has: page.getByText(/^[0-9a-f]{64}$/) });
    await kept.waitFor({ timeout: 300_000 });
    seen.digest = await kept.getByText(/^[0-9a-f]{64}$/).textContent();
    await office.isAccessible();
    const [download] = await Promise.all([page.waitForEvent('download'), kept.getByRole('link').first().click()]);
    await download.saveAs(join(folder, 'monitoraggio.pdf'));
  });
}

async function importing() {
  const office = await person(BRESCIA, 'Ufficio performance');
  const { page } = office;
  await step('the office tries a workbook, then makes a plan of it', async () => {
    await office.goes('Pesi');
    await office.follows('Importa');
    await page.getByLabel('File del piano').setInputFiles(workbook);
    await page.getByLabel('Dove va').selectOption('Un piano nuovo');
    await office.presses('Prova');
    await office.reads("Prova dell'importazione");
    seen.trial = await page.getByRole('article').allInnerTexts();
    await office.isAccessible();
    await office.presses('Crea il piano');
  });

  await step('the office reads all that the check says', async () => {
    await office.goes('Verifica');
    seen.findings = [];
    for (;;) {
      seen.findings.push(...await page.locator('main .t-finding').evaluateAll((items) => items.map((item) => ({
        severity: item.querySelector('strong').textContent,
        message: item.querySelector('.t-finding-message').textContent,
        place: item.querySelector('.t-finding-ways a:not(.t-rule)')?.textContent ?? null,
        rule: item.querySelector('.t-rule').getAttribute('href').split('/').pop().split('?')[0],
      }))));
      const next = page.getByRole('navigation', { name: 'Pagine' }).getByRole('link', { name: /Successiv/ });
      if (!(await next.count())) break;
      await Promise.all([page.waitForEvent('load'), next.click()]);
    }
  });

  await step('the office reads the figures of the body, its areas and its objectives', async () => {
    const figures = () => page.locator('main .t-figure').evaluateAll((all) => all.map((figure) => [
      figure.querySelector('.t-figure-of').textContent, figure.querySelector('.t-figure-value').textContent,
    ]));
    await office.goes('Cruscotti');
    seen.figures = { overview: await figures() };
    await office.follows('Tutti gli obiettivi');
    seen.figures.objectives = await figures();
    await office.goes('Albero');
    seen.figures.tree = await figures();
  });
  await office.page.context().close();
}

try {
  await entering();
  const office = await person(VALDORO, 'Ufficio performance');
  await planning(office);
  await monitoring(office);
  await documenting(office);
  await importing();
  console.log(JSON.stringify(seen, null, 1));
} catch (error) {
  console.error(`${last?.role ?? 'nobody'}, ${doing}: ${error.message}`);
  if (last) {
    console.error(last.page.url());
    console.error(await last.page.locator('main').innerText().catch(() => 'no page'));
  }
  process.exitCode = 1;
} finally {
  await browser.close();
}
