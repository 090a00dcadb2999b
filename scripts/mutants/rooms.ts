/** A room that a mistake would hurt most: which files are changed, and which tests belong to them. */
export interface Room {
  /** Files of the room, as patterns; none when the changes are made in the database itself. */
  readonly files: readonly string[];
  /** One after another, until a test notices: the nearest and quickest first. */
  readonly tests: readonly (readonly [project: 'unit' | 'database', ...paths: string[]])[];
}

export const rooms: Readonly<Record<string, Room>> = {
  access: {
    files: ['src/access/*.ts', 'src/use-case/*.ts'],
    tests: [
      ['unit', 'src/access', 'test/properties/access-rules', 'test/properties/purposes'],
      ['database', 'test/database/use-case.test.ts', 'test/database/sent-forms.test.ts', 'src/access'],
      ['unit', 'test/properties/forms'],
      ['database', 'test/database/lost-connections.test.ts', 'test/database/access-property.test.ts'],
    ],
  },
  consents: {
    files: [
      'src/modules/consents/{domain,use-cases,db}/*.ts',
      'src/modules/consents/policies.ts',
      'src/kernel/consent-state.ts',
    ],
    tests: [
      ['unit', 'src/modules/consents', 'src/kernel/consent-state'],
      ['database', 'src/modules/consents', 'test/database/shared-people.test.ts'],
    ],
  },
  introductions: {
    files: ['src/modules/introductions/{domain,use-cases,db}/*.ts', 'src/modules/introductions/policies.ts'],
    tests: [
      ['unit', 'src/modules/introductions'],
      ['database', 'src/modules/introductions'],
    ],
  },
  audit: {
    files: ['src/audit/*.ts'],
    tests: [
      ['database', 'test/database/audit-chain.test.ts', 'test/database/own-log.test.ts'],
      ['database', 'test/database/audit-stream.test.ts', 'src/modules/consents/consents.db'],
    ],
  },
  kernel: {
    files: [
      'src/kernel/{small-numbers,days,finnish-days,holidays,deadlines,money,finnish-numbers,typed-numbers,typed-days,dated-rules,csv}.ts',
    ],
    tests: [
      ['unit', 'src/kernel'],
      ['unit', 'src/modules/clients/domain', 'src/modules/releases', 'src/modules/intake/domain'],
    ],
  },
  clients: {
    files: ['src/modules/clients/{domain,use-cases,db}/*.ts', 'src/modules/clients/policies.ts'],
    tests: [
      ['unit', 'src/modules/clients'],
      ['database', 'src/modules/clients'],
    ],
  },
  projects: {
    files: ['src/modules/projects/domain/*.ts'],
    tests: [
      ['unit', 'src/modules/projects/domain'],
      ['unit', 'src/modules/projects'],
      ['database', 'src/modules/projects'],
    ],
  },
  matching: {
    files: ['src/modules/matching/domain/*.ts'],
    tests: [
      ['unit', 'src/modules/matching/domain'],
      ['unit', 'src/modules/matching'],
    ],
  },
  rows: {
    files: [],
    tests: [
      ['database', 'test/database/rows.test.ts'],
      ['database', 'src/access', 'test/database/shared-people.test.ts', 'src/modules/governance/rows.db'],
      ['database', 'src/modules/consents', 'src/modules/clients', 'test/database/projects-access.test.ts'],
      ['database', 'test/database/access-property.test.ts'],
    ],
  },
};
