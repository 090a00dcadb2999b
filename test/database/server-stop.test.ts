import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { expect, it } from 'vitest';
import { testServer } from '../fixtures/server.ts';

it('stops although a browser has opened a connection and asked nothing, and answers what was asked before', async () => {
  const server = await testServer({ withWeb: false });
  const { host, port } = new URL(server.url);
  const open = async (): Promise<Socket> => {
    const socket = connect(Number(port), 'localhost').on('error', () => {});
    await once(socket, 'connect');
    return socket;
  };
  const silent = await open();
  const asking = await open();
  const begun = once(server.server.fastify.server, 'request');
  asking.write(
    `POST /api/v1/token HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 10\r\n\r\nhalf`,
  );
  await begun;
  const [silentEnds, askingEnds, answered] = [
    once(silent, 'close'),
    once(asking, 'close'),
    once(asking, 'data'),
  ];
  const stopped = server.stop();
  asking.write('whole.');
  const [answer] = (await answered) as [Buffer];
  expect(answer.toString()).toMatch(/^HTTP\/1\.1 4\d\d /);
  await Promise.all([stopped, silentEnds, askingEnds]);
}, 60_000);

it('waits ten seconds at the most for a request that never becomes whole', async () => {
  const server = await testServer({ withWeb: false });
  const { host, port } = new URL(server.url);
  const asking = connect(Number(port), 'localhost').on('error', () => {});
  await once(asking, 'connect');
  const begun = once(server.server.fastify.server, 'request');
  asking.write(
    `POST /api/v1/token HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 10\r\n\r\nhalf`,
  );
  await begun;
  await Promise.all([once(asking, 'close'), server.stop()]);
}, 60_000);
