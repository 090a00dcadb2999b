/** By what the people who share are put in order. */
export const sharedPeopleSorts = ['name', 'until'] as const;
/** By what the log of a person is put in order, and what has been shown of the person. */
export const lookSorts = ['when', 'who'] as const;
