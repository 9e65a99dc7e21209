// The grid of a campaign: arrows and Enter move between cells, a block of a spreadsheet is pasted
// over them. Every cell saves itself when it is left; without this script one form saves all.
'use strict';

for (const table of document.querySelectorAll('table[data-grid]')) {
  const rows = () => [...table.tBodies[0].rows]
    .map((row) => [...row.querySelectorAll('input[type=text]')])
    .filter((cells) => cells.length);
  const place = (input) => {
    const all = rows();
    const row = all.findIndex((cells) => cells.includes(input));
    return [all, row, row < 0 ? -1 : all[row].indexOf(input)];
  };
  const stand = (input) => {
    if (!input) return;
    input.focus();
    input.select();
  };
  // Inside a text the arrows move in it; at its ends, or over the whole of it, they leave it.
  const atEnd = (input, back) => {
    const whole = input.selectionStart === 0 && input.selectionEnd === input.value.length;
    if (whole) return true;
    if (input.selectionStart !== input.selectionEnd) return false;
    return back ? input.selectionStart === 0 : input.selectionEnd === input.value.length;
  };

  table.addEventListener('keydown', (event) => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || event.ctrlKey || event.metaKey || event.altKey) return;
    const [all, row, column] = place(input);
    if (row < 0) return;
    const to = {
      ArrowDown: () => all[row + 1]?.[column],
      ArrowUp: () => all[row - 1]?.[column],
      Enter: () => all[row + (event.shiftKey ? -1 : 1)]?.[column] ?? input,
      ArrowRight: () => atEnd(input, false) && (all[row][column + 1] ?? all[row + 1]?.[0]),
      ArrowLeft: () => atEnd(input, true) && (all[row][column - 1] ?? all[row - 1]?.at(-1)),
    }[event.key]?.();
    if (!to) return;
    event.preventDefault();
    if (to === input) input.blur();
    stand(to);
  });

  table.addEventListener('paste', (event) => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement)) return;
    const text = event.clipboardData.getData('text/plain').replace(/\r\n?/g, '\n').replace(/\n$/, '');
    if (!/[\t\n]/.test(text)) return;
    event.preventDefault();
    const [all, row, column] = place(input);
    const lines = text.split('\n').slice(0, all.length - row);
    lines.forEach((line, down) => {
      const cells = line.split('\t').slice(0, all[row + down].length - column);
      cells.forEach((cell, right) => { all[row + down][column + right].value = cell.trim(); });
      // One change for a row: it is saved as a whole.
      all[row + down][column].dispatchEvent(new Event('change', { bubbles: true }));
    });
    stand(all[row + lines.length - 1][column]);
  });
}
