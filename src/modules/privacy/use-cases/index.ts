export { answerRequest } from './answer-request.ts';
export { ask } from './ask.ts';
export { giveAccessibilityStatement, givePrivacyStatement } from './give-statement.ts';
export { lengthenRequest } from './lengthen-request.ts';
export { myRequests } from './my-requests.ts';
export { openRequest } from './open-request.ts';
export { ownData } from './own-data.ts';
export { requests } from './requests.ts';
export { statements } from './statements.ts';
