/** By what the register is put in order. */
export const companySorts = ['name', 'visit', 'actions'] as const;

/** What the register can be narrowed to by contacts: never visited, not visited in half a year, helped. */
export const companyContacts = ['never', 'half-year', 'helped'] as const;
export type CompanyContact = (typeof companyContacts)[number];
