export { folderMail } from './folder.ts';
export type { Letter, MailTransport } from './port.ts';
