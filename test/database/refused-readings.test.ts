import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accounts } from '#accounts';
import { intake } from '#intake';
import { newId } from '#kernel/ids.ts';
import { limits } from '#kernel/reading-limits.ts';
import type { Viewer } from '#kernel/viewer.ts';
import { projects } from '#projects';
import { addAccount } from '#test/fixtures/accounts.ts';
import { openTestApp, type TestApp } from '#test/fixtures/app.ts';
import { expectRefused, type Refusing, refuses } from '#test/fixtures/refusals.ts';
import { madeOds, madeXlsx, zipped } from '#test/fixtures/workbooks.ts';

const bytes = (text: string) => new Uint8Array(new TextEncoder().encode(text));
const rows = (count: number, row: string) => `${row}\n`.repeat(count);
const nameless = { rows: [] };

/** Tables that are no tables, or too much of one. */
const tables = {
  'sheet-unreadable': Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]),
  'sheet-old-form': Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0]),
  'sheet-encrypted': madeOds('', '', '<manifest:encryption-data/>'),
  'document-too-large': new Uint8Array(2 * 1024 * 1024 + 1),
  'over-unpacked': zipped({ 'xl/workbook.xml': '<workbook/>', 'xl/styles.xml': Buffer.alloc(34_000_000) }),
  'over-sheets': madeXlsx(Array.from({ length: 51 }, () => nameless)),
  'over-rows': bytes(rows(5_002, 'a;b')),
  'over-columns': bytes(`a${';b'.repeat(200)}\n`),
  'over-cells': bytes(rows(300, `a${';b'.repeat(180)}`)),
  'over-cell-length': bytes(`a;${'b'.repeat(5_001)}\n`),
} as const;

const texts = {
  'over-lines': 'a\n'.repeat(6_003),
  'over-line-length': 'a'.repeat(10_001),
} as const;

describe('what is not read', () => {
  let app: TestApp;
  let project: Viewer;
  let controller: Viewer;
  let admin: Viewer;
  const documentIds = { 'over-lines': newId(), 'over-line-length': newId() };

  beforeAll(async () => {
    app = await openTestApp('embedded');
    const viewer = async (role: 'project' | 'controller' | 'access-admin'): Promise<Viewer> => {
      const { accountId, organisationId } = await addAccount(app, { name: `Koe ${role}`, role });
      return { accountId, organisationId, name: '', role, language: 'fi' };
    };
    [project, controller, admin] = [
      await viewer('project'),
      await viewer('controller'),
      await viewer('access-admin'),
    ];
    // As if they had been brought when more was read.
    for (const [code, id] of Object.entries(documentIds))
      await app.database.pool.query(
        `insert into intake.document (id, hash, file_name, bytes, encoding, content, kind, received_at)
         values ($1, $2, 'vanha.txt', 1, 'utf-8', $3, 'programme', '2026-01-01')`,
        [id, id.replaceAll('-', '').padEnd(64, '0'), texts[code as keyof typeof texts]],
      );
  });
  afterAll(() => app.close());

  const bringing = (
    given: Uint8Array<ArrayBuffer>,
    refusal: keyof typeof tables | 'over-time',
  ): Refusing[] => [
    refuses(accounts.importAccounts, admin, { bytes: given }, refusal),
    refuses(intake.importSheet, controller, { projectId: newId(), kind: 'budget', bytes: given }, refusal),
    refuses(projects.importRealised, controller, { projectId: newId(), bytes: given }, refusal),
  ];

  it('tables', async () => {
    await expectRefused(
      app,
      Object.entries(tables).flatMap(([code, given]) =>
        bringing(new Uint8Array(given), code as keyof typeof tables),
      ),
    );
  });

  it('texts, when they come and when they are read again', async () => {
    const { bringDocument, openDocument, openLine, setRight, chooseKind, chooseReading, importDocument } =
      intake;
    const place = { line: 1, path: 'name', act: 'not-this' } as const;
    const choices = [{ line: 1, path: 'x', value: 1 }];
    await expectRefused(app, [
      ...(['over-lines', 'over-line-length'] as const).flatMap((code) => {
        const documentId = documentIds[code];
        return [
          refuses(bringDocument, project, { text: texts[code] }, code),
          refuses(openDocument, project, { documentId }, code),
          refuses(openLine, project, { documentId, line: 1 }, code),
          refuses(setRight, project, { documentId, ...place }, code),
          refuses(chooseKind, project, { documentId, kind: 'programme' }, code),
          refuses(chooseReading, project, { documentId, choices }, code),
          refuses(importDocument, project, { documentId }, code),
        ];
      }),
      refuses(bringDocument, project, { bytes: new Uint8Array(2 * 1024 * 1024 + 1) }, 'document-too-large'),
      refuses(bringDocument, project, { bytes: bytes(' \n') }, 'document-empty'),
      refuses(bringDocument, project, { bytes: bytes('%PDF-1.7') }, 'document-unreadable'),
      refuses(bringDocument, project, { bytes: tables['sheet-unreadable'] }, 'document-binary'),
    ]);
  });

  it('what takes longer than it may', async () => {
    const { seconds } = limits;
    Object.assign(limits, { seconds: 0 });
    try {
      await expectRefused(app, bringing(bytes(rows(4_900, 'a;b;c;d;e;f;g;h;i;j')), 'over-time'));
      await expectRefused(app, [
        refuses(intake.bringDocument, project, { text: rows(5_900, 'sana '.repeat(6)) }, 'over-time'),
      ]);
      const documentId = newId();
      await app.database.pool.query(
        `insert into intake.document (id, hash, file_name, bytes, encoding, content, kind, received_at)
         values ($1, repeat('a', 64), 'pitkä.txt', 1, 'utf-8', $2, 'programme', '2026-01-01')`,
        [documentId, rows(5_900, 'sana '.repeat(20))],
      );
      const choices = [{ line: 1, path: 'x', value: 1 }];
      await expectRefused(app, [
        refuses(intake.openDocument, project, { documentId }, 'over-time'),
        refuses(intake.openLine, project, { documentId, line: 1 }, 'over-time'),
        refuses(
          intake.setRight,
          project,
          { documentId, line: 1, path: 'name', act: 'not-this' },
          'over-time',
        ),
        refuses(intake.chooseKind, project, { documentId, kind: 'programme' }, 'over-time'),
        refuses(intake.chooseReading, project, { documentId, choices }, 'over-time'),
        refuses(intake.importDocument, project, { documentId }, 'over-time'),
      ]);
    } finally {
      Object.assign(limits, { seconds });
    }
    expect(limits.seconds).toBe(seconds);
  });
});
