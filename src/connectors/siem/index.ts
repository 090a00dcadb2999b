import { mkdir, open } from 'node:fs/promises';
import { connect as connectPlainly } from 'node:net';
import { dirname } from 'node:path';
import { connect as connectByTls } from 'node:tls';
import { fileURLToPath } from 'node:url';

/** What is told: an instant, how grave it is, and fields that hold no person. */
export interface SecurityEvent {
  readonly at: string;
  readonly grave: boolean;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Resolves when the receiver has them all; throws when it cannot be known that it has. */
export type SecurityCentre = (events: readonly SecurityEvent[]) => Promise<void>;

/** How long a receiver may be silent. Milliseconds. */
const patience = 10_000;

/**
 * Where events go: `file:///folder/name` (a JSON object a line), `syslog+tcp://host:port` or `syslog+tls://host:port`
 * (RFC 5424, a length before each message as RFC 6587 and 5425 say). `host` names this installation in the messages.
 */
export function securityCentre(target: string, host: string): SecurityCentre {
  const { protocol, hostname, port } = new URL(target);
  if (protocol === 'file:') return appendTo(fileURLToPath(target));
  const tls = protocol === 'syslog+tls:';
  return (events) =>
    sendAll(
      tls,
      { host: hostname.replace(/^\[(.*)\]$/, '$1'), port: Number(port || (tls ? 6514 : 601)) },
      Buffer.concat(events.map((event) => framed(messageOf(event, host)))),
    );
}

/** Facility 13 is the log of audits; a denial warns. */
function messageOf({ at, grave, fields }: SecurityEvent, host: string): string {
  const priority = 13 * 8 + (grave ? 4 : 6);
  return `<${priority}>1 ${at} ${host} polku - audit - ${JSON.stringify(fields)}`;
}

function framed(message: string): Buffer {
  const bytes = Buffer.from(message);
  return Buffer.concat([Buffer.from(`${bytes.length} `), bytes]);
}

/** On the disk before it counts as told. A line that a crash left unfinished is ended first. */
function appendTo(file: string): SecurityCentre {
  return async (events) => {
    await mkdir(dirname(file), { recursive: true });
    const handle = await open(file, 'a+', 0o640);
    try {
      const { size } = await handle.stat();
      const last = Buffer.alloc(1);
      if (size > 0) await handle.read(last, 0, 1, size - 1);
      const torn = size > 0 && last.toString() !== '\n';
      const lines = events.map(({ fields }) => `${JSON.stringify(fields)}\n`).join('');
      await handle.appendFile(torn ? `\n${lines}` : lines);
      await handle.sync();
    } finally {
      await handle.close();
    }
  };
}

/**
 * Syslog answers nothing, so that bytes handed to the network may be lost with the receiver. Therefore one connection for
 * a batch: we end our side, and only when the receiver ends its own, having read to the end, is the batch told.
 */
function sendAll(tls: boolean, to: { host: string; port: number }, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = tls ? connectByTls({ ...to, servername: to.host }) : connectPlainly(to);
    let ended = false;
    socket.setTimeout(patience, () => socket.destroy(new Error('the receiver is silent')));
    socket.once(tls ? 'secureConnect' : 'connect', () => socket.end(bytes));
    socket.once('end', () => {
      ended = socket.writableFinished;
    });
    socket.once('error', reject);
    socket.once('close', () =>
      ended ? resolve() : reject(new Error('the receiver went away before it had read all')),
    );
    socket.resume();
  });
}
