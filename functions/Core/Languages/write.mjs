// Checks the language files of this folder against English and writes Texts as C#: node write.mjs <file to write>
// A file lacks a text, has one too many, names other placeholders or lacks a plural form: an error with file and line, and no build.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const target = path.resolve(process.argv[2]);
const categories = ['zero', 'one', 'two', 'few', 'many', 'other'];
let isSound = true;

const wrong = (file, key, what) => {
  isSound = false;
  const place = path.join(here, file.name);
  const line = 1 + Math.max(0, file.lines.findIndex((text) => key && text.includes(`"${key}":`)));
  console.error(`${place}(${line}): error LANG001: ${what}`);
};

const read = (name) => {
  const source = fs.readFileSync(path.join(here, name), 'utf8');
  const file = { name, lines: source.split('\n') };
  try {
    const twice = source.match(/^ {4}"[^"]+":/gm)?.find((key, index, all) => all.indexOf(key) !== index);
    if (twice) wrong(file, twice.trim().slice(1, -2), `${twice.trim()} stands here twice`);
    return Object.assign(file, JSON.parse(source));
  } catch (error) {
    wrong(file, null, `This is no JSON: ${error.message}`);
    return null;
  }
};

const placeholders = (text) => [...String(text).matchAll(/\{([A-Za-z]+)\}/g)].map((match) => match[1]);
const isPlural = (text) => typeof text === 'object' && text !== null && !Array.isArray(text);
const wordOf = (text) => (isPlural(text) ? text.other : text);

// Which category a whole number has, for 0 to 199; greater ones go by their last two digits, as all of CLDR's rules for the
// languages here do, but for whole millions. A language that CLDR does not know has one form.
const pluralsOf = (tag) => {
  if (Intl.PluralRules.supportedLocalesOf(tag).length === 0) return { table: '5'.repeat(200), million: 5, needed: ['other'] };
  const rules = new Intl.PluralRules(tag);
  const of = (number) => categories.indexOf(rules.select(number));
  const table = Array.from({ length: 200 }, (_, number) => of(number));
  for (const number of [200, 211, 302, 1001, 4711, 12345, 99911, 100102])
    if (table[(number % 100) + 100] !== of(number)) throw new Error(`The plural rules of ${tag} are of another kind: teach write.mjs about ${number}.`);
  return { table: table.join(''), million: of(1_000_000), needed: [...new Set([...table.map((index) => categories[index]), 'other'])] };
};

const checkFormats = (file) => {
  const formats = file.formats ?? {};
  // No halves of the day: its hours are counted to 24.
  for (const [key, count] of [['months', 12], ['weekdays', 7], ['halves', formats.halves?.length === 0 ? 0 : 2]])
    if (!Array.isArray(formats[key]) || formats[key].length !== count || formats[key].some((name) => !name)) wrong(file, key, `formats.${key} must list ${count} names`);
  for (const key of ['decimal', 'group']) if (typeof formats[key] !== 'string' || formats[key].length !== 1) wrong(file, key, `formats.${key} must be one character`);
};

const checkFacts = (file) => {
  const { tag, name, direction, reviewed } = file.language ?? {};
  if (`${tag}.json` !== file.name) wrong(file, 'tag', `language.tag must be the file's name, ${path.basename(file.name, '.json')}`);
  if (!name) wrong(file, 'name', "language.name is the language's name in itself");
  if (direction !== 'ltr' && direction !== 'rtl') wrong(file, 'direction', 'language.direction must be ltr or rtl');
  const isNamed = typeof reviewed?.by === 'string' && reviewed.by.trim() !== '' && /^\d{4}-\d{2}-\d{2}$/.test(reviewed.on ?? '');
  if (file.name === 'en.json' ? reviewed !== true : reviewed !== false && !isNamed)
    wrong(file, 'reviewed', 'language.reviewed must be false, or { "by": "who has read the whole file", "on": "2026-03-02" }; English is the measure: true');
};

const checkText = (file, key, own, english) => {
  if (own === undefined) return wrong(file, 'texts', `the text "${key}" is missing`);
  if (isPlural(own) !== isPlural(english)) return wrong(file, key, `"${key}" must ${isPlural(english) ? 'have plural forms' : 'be one text'}, as in English`);
  const forms = isPlural(own) ? Object.entries(own) : [['other', own]];
  if (forms.some(([, text]) => typeof text !== 'string' || text.trim() === '')) return wrong(file, key, `"${key}" is empty`);
  if (isPlural(own)) {
    for (const form of pluralsOf(file.language.tag).needed) if (!(form in own)) wrong(file, key, `"${key}" lacks the plural form "${form}"`);
    for (const form of Object.keys(own)) if (!categories.includes(form)) wrong(file, key, `"${key}" has a form "${form}"; there are ${categories.join(', ')}`);
  }
  const wanted = [...new Set(placeholders(wordOf(english)))];
  const counted = isPlural(english) ? wanted[0] : null;
  for (const [form, text] of forms) {
    const found = new Set(placeholders(text));
    const lacking = wanted.filter((one) => !found.has(one) && !(one === counted && form !== 'other'));
    const strange = [...found].filter((one) => !wanted.includes(one));
    if (lacking.length > 0) wrong(file, key, `"${key}" lacks {${lacking.join('}, {')}}`);
    if (strange.length > 0) wrong(file, key, `"${key}" names {${strange.join('}, {')}}, which English does not`);
    if (/[{}]/.test(text.replace(/\{[A-Za-z]+\}/g, ''))) wrong(file, key, `"${key}" has a brace that belongs to no placeholder`);
  }
};

const nameOf = (key) => key.split(/[.-]/).map((part) => part[0].toUpperCase() + part.slice(1)).join('');
const literal = (text) => JSON.stringify(text).replace(/[\u007f-\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
const xml = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\s+/g, ' ');
const list = (texts) => `[${texts.map(literal).join(', ')}]`;

const member = ([key, text], index) => {
  const names = [...new Set(placeholders(wordOf(text)))];
  const summary = `    /// <summary>${xml(wordOf(text))}</summary>\n`;
  if (isPlural(text)) {
    const [counted, ...others] = names;
    const parameters = [`decimal @${counted}`, ...others.map((name) => `string @${name}`)].join(', ');
    return `${summary}    public string ${nameOf(key)}(${parameters}) => Counted(${index}, @${counted}, ${[counted, ...others].map((name) => `("${name}", ${name === counted ? `Number(@${name})` : `@${name}`})`).join(', ')});`;
  }
  return names.length === 0
    ? `${summary}    public string ${nameOf(key)} => Plain(${index});`
    : `${summary}    public string ${nameOf(key)}(${names.map((name) => `string @${name}`).join(', ')}) => Filled(${index}, ${names.map((name) => `("${name}", @${name})`).join(', ')});`;
};

const made = (file, keys) => {
  const { tag, name, direction, reviewed } = file.language;
  const { months, weekdays, halves, decimal, group } = file.formats;
  const plurals = pluralsOf(tag);
  const forms = (text) => (isPlural(text) ? `[${categories.map((form) => (text[form] === undefined ? 'null' : literal(text[form]))).join(', ')}]` : `[${literal(text)}]`);
  return `        new(new(${literal(tag)}, ${literal(name)}, ${direction === 'rtl'}, ${reviewed !== false}${reviewed?.by ? `, ${literal(reviewed.by)}, ${literal(reviewed.on)}` : ''}),\n`
    + `            new(${list(months)}, ${list(weekdays)}, ${list(halves)}, ${literal(decimal)}, ${literal(group)}),\n`
    + `            new(${literal(plurals.table)}, ${plurals.million}),\n            [\n${keys.map((key) => `                ${forms(file.texts[key])},`).join('\n')}\n            ]),`;
};

const names = fs.readdirSync(here).filter((name) => name.endsWith('.json')).sort((one, other) => (one === 'en.json' ? -1 : other === 'en.json' ? 1 : one < other ? -1 : 1));
const files = names.map(read);
const english = files[0];
if (files.every((file) => file !== null)) {
  const keys = Object.keys(english.texts);
  for (const file of files) {
    checkFacts(file);
    checkFormats(file);
    for (const key of keys) checkText(file, key, file.texts?.[key], english.texts[key]);
    for (const key of Object.keys(file.texts ?? {})) if (!(key in english.texts)) wrong(file, key, `there is no text "${key}" in English`);
  }
  if (isSound) {
    const code = `// <auto-generated/>\n#nullable enable\nnamespace Core.Languages;\n\npublic sealed partial class Texts\n{\n`
      + `    /// <summary>Every language there is a file for, English first.</summary>\n    public static System.Collections.Generic.IReadOnlyList<Texts> All { get; } =\n    [\n${files.map((file) => made(file, keys)).join('\n')}\n    ];\n\n`
      + `    private static readonly string[] Keys = ${list(keys)};\n\n${Object.entries(english.texts).map(member).join('\n')}\n}\n`;
    if (!fs.existsSync(target) || fs.readFileSync(target, 'utf8') !== code) {
      fs.mkdirSync(path.dirname(target), { recursive: true });
      fs.writeFileSync(`${target}.${process.pid}`, code);
      fs.renameSync(`${target}.${process.pid}`, target);
    }
  }
}
process.exitCode = isSound ? 0 : 1;
