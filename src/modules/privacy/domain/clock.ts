import { addMonths, type Day } from '#kernel/days.ts';

/** The last day to answer a request of a data subject: a month from its coming (GDPR 12(3)). */
export const answerBy = (askedOn: Day): Day => addMonths(askedOn, 1);

/** The last day when the answer takes longer and the person was told why within the first month: two months more. */
export const answerByAtLatest = (askedOn: Day): Day => addMonths(askedOn, 3);
