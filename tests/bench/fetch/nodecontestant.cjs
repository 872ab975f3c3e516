// node nodecontestant.cjs fetch URL PAGES: node's fetch and JSON.parse, six pages on their way.
// node nodecontestant.cjs node-unifi URL: the client library of that name.
// Takes orders and answers as contestant.h says.
'use strict';

const fs = require('node:fs');
const readline = require('node:readline');

process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
process.removeAllListeners('warning');

async function fetchPages(url, pages) {
  const found = [];
  let next = 0;
  const worker = async () => {
    while (next < pages) {
      const page = next++;
      const answer = await fetch(`${url}?offset=${page * 200}&limit=200`);
      found[page] = JSON.parse(await answer.text()).data;
    }
  };
  await Promise.all(Array.from({length: 6}, worker));
  return found.flat();
}

function nodeUnifi(url) {
  const {Controller} = require(`${process.env.GATEHOUSE_BENCH_NODE}/node-unifi`);
  const {hostname, port} = new URL(url);
  return new Controller({
    host: hostname, port, username: 'bench', password: 'word', sslverify: false, timeout: 120_000,
  });
}

function peakMb() {
  const line = fs.readFileSync('/proc/self/status', 'utf8').match(/VmHWM:\s+(\d+)/);
  return Number(line[1]) * 1024 / 1e6;
}

async function main() {
  const [way, url, pages] = process.argv.slice(2);
  const library = way === 'node-unifi' ? nodeUnifi(url) : null;
  let rows = [];
  for await (const order of readline.createInterface({input: process.stdin})) {
    const cpu = process.cpuUsage();
    const start = process.hrtime.bigint();
    rows = library ? await library.getClientDevices() : await fetchPages(url, Number(pages));
    const ms = Number(process.hrtime.bigint() - start) / 1e6;
    const used = process.cpuUsage(cpu);
    console.log(JSON.stringify(
      {ms, cpu: (used.user + used.system) / 1e3, peak: peakMb(), rows: rows.length}));
  }
  process.exit(0);
}

main();
