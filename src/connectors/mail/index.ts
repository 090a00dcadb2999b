export { folderMail } from './folder.ts';
export { type Letter, LetterRefused, type MailTransport } from './port.ts';
export { smtpMail } from './smtp.ts';
