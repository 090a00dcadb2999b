export { folderMail } from './folder.ts';
export { LetterRefused, type MailTransport } from './port.ts';
export { smtpMail } from './smtp.ts';
