// Brings the design system of the pages from npm: node bring.mjs <folder made for it>
// Installs exactly what the lock file says, keeps the files that pages load (the minified style sheet and script, and
// what the style sheet refers to) in <folder>/uswds, and removes the rest. Builds may run side by side: one does it,
// the others wait. The copy of the lock file is written last, so that an interrupted run is done again.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const folder = path.resolve(process.argv[2]);
const target = path.join(folder, 'uswds');
const stamp = path.join(folder, 'installed-lock.json');
const lock = path.join(folder, 'lock');
const wanted = fs.readFileSync(path.join(here, 'package-lock.json'), 'utf8');

const isAlive = (pid) => {
  try { process.kill(pid, 0); return true; } catch { return false; }
};

const takeLock = async () => {
  const until = Date.now() + 5 * 60_000;
  while (Date.now() < until) {
    try {
      fs.writeFileSync(lock, String(process.pid), { flag: 'wx' });
      process.on('exit', () => fs.rmSync(lock, { force: true }));
      return;
    } catch {
      const owner = fs.existsSync(lock) ? Number(fs.readFileSync(lock, 'utf8')) : 0;
      if (owner && !isAlive(owner)) fs.rmSync(lock, { force: true });
      else await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  throw new Error(`another build has held ${lock} for five minutes`);
};

const install = () => {
  for (const name of ['package.json', 'package-lock.json', '.npmrc']) fs.copyFileSync(path.join(here, name), path.join(folder, name));
  const npm = spawnSync('npm ci --ignore-scripts --no-progress', { cwd: folder, shell: true, encoding: 'utf8', timeout: 5 * 60_000 });
  if (npm.status !== 0) {
    const why = (npm.stderr ?? '').split('\n').find((line) => /npm error (?!code)\S/.test(line)) ?? 'no reason given';
    throw new Error(`npm ci failed: ${why.replace('npm error', '').trim()}`);
  }
};

const keep = () => {
  const dist = path.join(folder, 'node_modules', '@uswds', 'uswds', 'dist');
  const styles = fs.readFileSync(path.join(dist, 'css', 'uswds.min.css'), 'utf8');
  const referred = [...styles.matchAll(/url\(["']?\.\.\/([^)"']+)/g)].map((match) => match[1]);
  const files = new Set([
    'css/uswds.min.css', 'js/uswds.min.js', 'js/uswds-init.min.js', 'img/sprite.svg',
    // hero.jpg is a large photograph of a component that no page has.
    ...referred.filter((file) => file !== 'img/hero.jpg'),
  ]);
  fs.rmSync(target, { recursive: true, force: true });
  for (const file of files) {
    fs.mkdirSync(path.dirname(path.join(target, file)), { recursive: true });
    fs.copyFileSync(path.join(dist, file), path.join(target, file));
  }
  // The typeface of agreements (Agreements/Fonts.targets).
  fs.mkdirSync(path.join(folder, 'fonts'), { recursive: true });
  for (const file of ['ttf/DejaVuSans.ttf', 'ttf/DejaVuSans-Bold.ttf', 'LICENSE']) {
    fs.copyFileSync(path.join(folder, 'node_modules', 'dejavu-fonts-ttf', file), path.join(folder, 'fonts', path.basename(file)));
  }
  fs.rmSync(path.join(folder, 'node_modules'), { recursive: true, force: true });
};

try {
  fs.mkdirSync(folder, { recursive: true });
  await takeLock();
  if (!fs.existsSync(stamp) || fs.readFileSync(stamp, 'utf8') !== wanted) {
    install();
    keep();
  }
  fs.writeFileSync(stamp, wanted);
} catch (error) {
  // The build shows this line as its own error.
  console.error(`error : The design system of the pages could not be brought from npm (${error.message}): check the network and build again.`);
  process.exitCode = 1;
}
