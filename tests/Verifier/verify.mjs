// Checks what the office sealed, with nothing but Node's own library: no part of the product is used, so that an auditor need not
// trust it.
//
//   node tests/Verifier/verify.mjs seals.txt [older-seals.txt …] [chain.ndjson …]
//
// seals.txt is the download of /admin/audit (GET /api/audit/seals/export). It is checked that every seal names the SHA-256 of the one
// before it, and that no chain ever got shorter, changed its last entry without growing, or vanished. A copy downloaded earlier must be
// the beginning of it. chain.ndjson is GET /api/audit/chains/{name}: its entries are hashed again, and must be those that were sealed.
// Prints what was checked and exits with 0; prints the first broken place and exits with 1; exits with 2 where it cannot read a file.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const zeros = '0'.repeat(64);
const sha256 = text => createHash('sha256').update(text, 'utf8').digest('hex');

class Broken extends Error {}
const broken = text => { throw new Broken(text); };

function readSeals(text) {
  const seals = [];
  let rest = text;
  while (rest.length > 0) {
    const end = /^end (\d+)\n/m.exec(rest);
    if (!end) broken(`The ${seals.length + 1}. seal has no end.`);
    const whole = rest.slice(0, end.index + end[0].length);
    rest = rest.slice(whole.length);
    const lines = whole.split('\n');
    const value = (at, name) => lines[at]?.startsWith(`${name} `) ? lines[at].slice(name.length + 1)
      : broken(`The ${seals.length + 1}. seal has no line "${name}".`);
    if (value(0, 'seal') !== '1') broken(`The ${seals.length + 1}. seal is of an unknown form.`);
    const seal = { day: value(1, 'day'), taken: value(2, 'taken'), former: value(3, 'former'), hash: sha256(whole), chains: new Map(), notes: [] };
    for (const line of lines.slice(4, -2)) {
      const [word, name, count, ...words] = line.split(' ');
      if (word === 'chain' && /^\d+$/.test(count) && /^[0-9a-f]{64}$/.test(words[0] ?? '')) seal.chains.set(name, { count: Number(count), hash: words[0] });
      else if (word === 'broken') seal.notes.push(`${name}, entry ${count}: ${words.join(' ')}`);
      else broken(`The seal of ${seal.day} has a line that nothing is known about: ${line.slice(0, 60)}`);
    }
    if (seal.chains.size !== Number(end[1])) broken(`The seal of ${seal.day} names ${seal.chains.size} chains and says ${end[1]}.`);
    seals.push(seal);
  }
  return seals;
}

function checkSeals(seals) {
  let former = { hash: zeros, day: '', chains: new Map() };
  for (const seal of seals) {
    if (seal.former !== former.hash) broken(`The seal of ${seal.day} does not name the seal before it${former.day && ` (${former.day})`}: one of the two was changed, or one between them is missing.`);
    if (seal.day <= former.day) broken(`The seal of ${seal.day} comes after that of ${former.day}.`);
    if (seal.notes.length > 0) broken(`Sealing on ${seal.day} found: ${seal.notes[0]}`);
    for (const [name, was] of former.chains) {
      const is = seal.chains.get(name);
      if (!is) broken(`The chain ${name} vanished between ${former.day} and ${seal.day}.`);
      if (is.count < was.count) broken(`The chain ${name} was cut short between ${former.day} and ${seal.day}.`);
      if (is.count === was.count && is.hash !== was.hash) broken(`The chain ${name} was rewritten between ${former.day} and ${seal.day}.`);
    }
    former = seal;
  }
}

function checkChain(text, seals) {
  const entries = text.split('\n').filter(line => line.length > 0).map(line => JSON.parse(line));
  const name = entries[0]?.chain ?? broken('The chain has no entries.');
  const hashes = [zeros];
  for (const { chain, sequence, payload, hash } of entries) {
    if (chain !== name || sequence !== hashes.length) broken(`${name}, entry ${hashes.length}: the entry is missing.`);
    if (sha256(`${hashes.at(-1)}\n${name}\n${sequence}\n${payload}`) !== hash) broken(`${name}, entry ${sequence}: it, or the one before it, was changed.`);
    hashes.push(hash);
  }
  let times = 0;
  for (const seal of seals) {
    const was = seal.chains.get(name);
    if (!was) continue;
    if (was.count >= hashes.length) broken(`${name}, entry ${hashes.length}: the entry is missing; ${was.count} were sealed on ${seal.day}.`);
    if (hashes[was.count] !== was.hash) broken(`${name}, entry ${was.count}: it, or one before it, is not the one that was sealed on ${seal.day}.`);
    times++;
  }
  return `${name}: ${entries.length} entries, as sealed ${times} times.`;
}

function run(paths) {
  if (paths.length === 0) throw new Error('Usage: node verify.mjs seals.txt [older-seals.txt …] [chain.ndjson …]');
  const [first, ...others] = paths.map(path => ({ path, text: readFileSync(path, 'utf8') }));
  const seals = readSeals(first.text);
  checkSeals(seals);
  const said = [`${seals.length} seals${seals.length > 0 ? `, ${seals[0].day} to ${seals.at(-1).day}, the last over ${seals.at(-1).chains.size} chains` : ''}.`];
  for (const { path, text } of others) {
    if (text.startsWith('seal ')) {
      if (!first.text.startsWith(text)) broken(`${first.path} does not begin with ${path}: a seal that stood then was changed or removed since.`);
      said.push(`${path}: still stands.`);
    } else {
      said.push(checkChain(text, seals));
    }
  }
  return said;
}

try {
  console.log(['Whole.', ...run(process.argv.slice(2))].join('\n'));
} catch (failure) {
  console.error(failure instanceof Broken ? `Broken. ${failure.message}` : failure.message);
  process.exitCode = failure instanceof Broken ? 1 : 2;
}
