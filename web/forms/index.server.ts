/** A form said once: declared from a use case's input, shown by a loader, sent by an action. See web/README.md. */
export { defineForm } from './define.ts';
export { type Showing, showForm } from './show.server.ts';
export { inputOf, submission, submitForm, submitForms } from './submit.server.ts';
