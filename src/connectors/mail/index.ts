export { folderMail } from './folder.ts';
export type { MailTransport } from './port.ts';
