// Asks a served site in the words of others: `node protocols.mjs MODULES http|sse|ws BASE [TOKEN RUN]`.
// MODULES is a node_modules folder with graphql-http (the audits of GraphQL over HTTP), graphql-sse
// and graphql-ws (the reference clients of their protocols). Writes what was seen as JSON.
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [modules, kind, base, token, run] = process.argv.slice(2);
const load = createRequire(join(modules, 'x'));
const FOLLOW = 'subscription($r: ID!) { runProgress(runId: $r) { status progress } }';
const follow = { query: FOLLOW, variables: { r: run } };

async function http() {
  const { serverAudits } = load('graphql-http');
  const seen = [];
  for (const audit of serverAudits({ url: `${base}/graphql`, fetchFn: fetch })) {
    const result = await audit.fn();
    seen.push({ id: audit.id, name: audit.name, status: result.status, reason: result.reason ?? '' });
  }
  return seen;
}

/** Follow an operation until its end; `wait` says after how many results to hang up. */
function heard(client, operation, wait = Infinity) {
  return new Promise((resolve) => {
    const results = [];
    const end = (how) => resolve({ results, ...how });
    const dispose = client.subscribe(operation, {
      next(result) {
        if (results.push(result) === wait) dispose();
      },
      error: (error) => end({ error: shown(error) }),
      complete: () => end({ completed: true }),
    });
  });
}

function shown(error) {
  if (Array.isArray(error)) return error.map((one) => one.extensions?.code ?? one.message);
  return [`${error.response?.status ?? error.code ?? error.message}`];
}

async function scenes(client) {
  return {
    query: await heard(client, { query: '{ __typename }' }),
    invalid: await heard(client, { query: '{ nothing }' }),
    unknown: await heard(client, { query: 'subscription { nothing }' }),
    followed: await heard(client, follow),
    left: await heard(client, follow, 1),
    together: await Promise.all([heard(client, follow), heard(client, { query: '{ __typename }' })]),
  };
}

async function sse() {
  const client = load('graphql-sse').createClient({
    url: `${base}/graphql`,
    headers: { Authorization: `Bearer ${token}` },
    retryAttempts: 0,
  });
  const seen = await scenes(client);
  client.dispose();
  return seen;
}

const SOCKET = `${base.replace('http', 'ws')}/graphql/ws`;

async function ws() {
  const { createClient, validateMessage } = load('graphql-ws');
  const odd = [];
  const pongs = [];
  class Validated extends WebSocket {
    constructor(...of) {
      super(...of);
      this.addEventListener('message', ({ data }) => {
        try {
          validateMessage(JSON.parse(data));
        } catch (error) {
          odd.push(`${error.message}: ${data}`);
        }
      });
    }
  }
  const client = createClient({
    url: SOCKET,
    webSocketImpl: Validated,
    connectionParams: { Authorization: `Bearer ${token}` },
    retryAttempts: 0,
    lazy: false,
    onNonLazyError: () => {},
    keepAlive: 20,
    on: { pong: (received) => received && pongs.push(1) },
  });
  await new Promise((resolve) => client.on('connected', resolve));
  const seen = await scenes(client);
  await new Promise((resolve) => setTimeout(resolve, 200));
  await client.dispose();
  return { ...seen, odd, pongs: pongs.length, closed: await closings() };
}

/** The codes with which the socket is closed on who does not keep to the protocol. */
async function closings() {
  const init = { type: 'connection_init', payload: { Authorization: `Bearer ${token}` } };
  const asked = { type: 'subscribe', id: '1', payload: follow };
  return {
    'not JSON': await closed(['{']),
    'no type': await closed([{ id: '1' }]),
    'unknown type': await closed([init, { type: 'start', id: '1' }]),
    'subscribe without id': await closed([init, { type: 'subscribe', payload: follow }]),
    'subscribe without query': await closed([init, { type: 'subscribe', id: '1', payload: {} }]),
    'init twice': await closed([init, init]),
    'subscribe before init': await closed([asked]),
    'id twice': await closed([init, asked, asked]),
  };
}

function closed(messages) {
  return new Promise((resolve) => {
    const socket = new WebSocket(SOCKET, 'graphql-transport-ws');
    socket.onopen = () =>
      messages.forEach((one) => socket.send(typeof one === 'string' ? one : JSON.stringify(one)));
    socket.onclose = ({ code }) => resolve(code);
    setTimeout(() => (resolve('still open'), socket.close()), 8000).unref();
  });
}

process.stdout.write(JSON.stringify(await { http, sse, ws }[kind]()), () => process.exit(0));
