/** Authority work, bought, or done together (004:58): decisions belong to the first alone (requirements NET-15). */
export const productionModes = ['authority', 'purchased', 'network'] as const;
export type ProductionMode = (typeof productionModes)[number];

export const serviceRoles = ['responsible', 'takes-part'] as const;
export type ServiceRole = (typeof serviceRoles)[number];

export const serviceChannels = ['on-site', 'phone', 'remote'] as const;
export type ServiceChannel = (typeof serviceChannels)[number];

/** By what the catalogue is put in order. */
export const serviceSorts = ['name', 'group'] as const;

/** By what the register of organisations is put in order, and what it can be narrowed to. */
export const organisationSorts = ['name', 'kind'] as const;
export const organisationStates = ['today', 'ended'] as const;
