// node h2mirror.cjs LATENCY-MS: offers over HTTP/2 what another controller serves.
// The first line on standard input is what fastcontroller printed; prints its own in the same way.
'use strict';

const http2 = require('node:http2');
const https = require('node:https');
const readline = require('node:readline');

const latency = Number(process.argv[2]);
const agent = new https.Agent({keepAlive: true, rejectUnauthorized: false});
const kept = new Map();

function fetched(url) {
  return new Promise((resolve, reject) => {
    https.get(url, {agent}, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () => resolve({status: answer.statusCode, body: Buffer.concat(parts)}));
    }).on('error', reject);
  });
}

async function answer(origin, path, respond) {
  if (!kept.has(path)) kept.set(path, await fetched(origin + path));
  setTimeout(respond, latency, kept.get(path));
}

const orders = readline.createInterface({input: process.stdin});
orders.once('line', (line) => {
  const {url, key, certificate, sha256} = JSON.parse(line);
  const server = http2.createSecureServer(
    {key, cert: certificate, minVersion: 'TLSv1.3', allowHTTP1: true});
  server.on('stream', (stream, headers) => {
    stream.on('error', () => {});
    answer(url, headers[':path'], ({status, body}) => {
      if (stream.destroyed) return;
      stream.respond(
        {':status': status, 'content-type': 'application/json', 'content-length': body.length});
      stream.end(body);
    });
  });
  server.on('request', (request, response) => { // of those who do not take the offer
    if (request.httpVersionMajor > 1) return;
    answer(url, request.url, ({status, body}) => {
      response.writeHead(status, {'content-type': 'application/json', 'content-length': body.length});
      response.end(body);
    });
  });
  server.listen(0, '127.0.0.1', () => {
    console.log(JSON.stringify({url: `https://127.0.0.1:${server.address().port}`, sha256}));
  });
});
orders.on('close', () => process.exit(0));
