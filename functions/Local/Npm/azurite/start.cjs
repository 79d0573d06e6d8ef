// Runs Azurite as the child of whoever started it: it ends, and saves what it holds, when its standard input closes.
// So it stops with its parent however that one ends, SIGKILL included, and nobody has to find it by name.
// usage: node start.cjs <lock file or ""> <Azurite's own arguments ...>
const fs = require('node:fs');

const [lock, ...rest] = process.argv.slice(2);
process.argv.splice(2, process.argv.length, ...rest);

// Ctrl-C reaches the whole process group. The parent still has work to store then, and closes the input when it is done.
const ignoreInterrupt = () => {};
process.on('SIGINT', ignoreInterrupt);
process.on('newListener', (event, listener) => {
  if (event === 'SIGINT') setImmediate(() => process.removeListener('SIGINT', listener));
});

const isAlive = (pid) => {
  try { process.kill(pid, 0); return true; } catch { return false; }
};

// A predecessor on the same data may still be saving: two at once would overwrite each other's files.
const waitForPredecessor = async () => {
  for (let i = 0; i < 200 && fs.existsSync(lock); i++) {
    const pid = Number(fs.readFileSync(lock, 'utf8'));
    if (!pid || pid === process.pid || !isAlive(pid)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

const main = async () => {
  if (lock) {
    await waitForPredecessor();
    fs.writeFileSync(lock, String(process.pid));
    process.on('exit', () => fs.rmSync(lock, { force: true }));
  }
  process.stdin.on('end', () => process.kill(process.pid, 'SIGTERM')).on('error', () => {}).resume();
  require(require.resolve('azurite/dist/src/azurite.js', { paths: [process.cwd()] }));
};

main();
