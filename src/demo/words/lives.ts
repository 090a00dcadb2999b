import type { EmploymentState } from '../shapes.ts';

/** An outline of a life, from which people are made: what they do, how old they are, how long they have been looking. */
export type Life = {
  readonly key: string;
  /** How common it is among the clients. */
  readonly weight: number;
  readonly ages: readonly [number, number];
  readonly trades: readonly string[];
  readonly backgrounds: Readonly<Partial<Record<Background, number>>>;
  /** What part of the years since school was spent at work. */
  readonly experience: 'none' | 'little' | 'steady' | 'long';
  /** No vocation learnt: comprehensive school or upper secondary school only. */
  readonly withoutVocation?: boolean;
  readonly monthsLooking: readonly [number, number];
  readonly states: Readonly<Partial<Record<EmploymentState, number>>>;
};

/** Where the family's language comes from; the language codes are ISO 639-1. */
export type Background = 'fi' | 'sv' | 'uk' | 'ru' | 'ar' | 'et' | 'en' | 'fa' | 'th';

const mostlyFinnish = { fi: 94, ru: 2, et: 2, sv: 1, uk: 1 } as const;
const mixed = { fi: 78, uk: 8, ru: 5, et: 4, ar: 3, th: 2 } as const;
const fromAbroad = { uk: 38, ru: 16, ar: 14, fa: 8, en: 14, th: 5, et: 5 } as const;
const unemployed = { unemployed: 1 } as const;

export const lives: readonly Life[] = [
  { key: 'laid-off-metal', weight: 7, ages: [27, 60], trades: ['welder', 'machinist', 'assembler'], backgrounds: mostlyFinnish, experience: 'long', monthsLooking: [1, 14], states: { unemployed: 7, 'laid-off': 3 } },
  { key: 'young-without-vocation', weight: 8, ages: [18, 25], trades: ['warehouse', 'shop', 'kitchen', 'cleaner', 'groundskeeper'], backgrounds: { fi: 90, ru: 3, ar: 3, uk: 3, et: 1 }, experience: 'none', withoutVocation: true, monthsLooking: [1, 16], states: { unemployed: 8, 'in-service': 2 } },
  { key: 'fresh-from-vocational', weight: 8, ages: [18, 23], trades: ['practical-nurse', 'electrician', 'cook', 'mechanic', 'hairdresser', 'welder', 'builder', 'it-support', 'childcare', 'forest-machine', 'painter'], backgrounds: { fi: 92, uk: 3, ru: 3, sv: 2 }, experience: 'none', monthsLooking: [0, 9], states: { unemployed: 8, 'part-time': 2 } },
  { key: 'nurse-from-abroad', weight: 3, ages: [26, 48], trades: ['nurse'], backgrounds: { uk: 50, en: 35, ru: 15 }, experience: 'steady', monthsLooking: [2, 18], states: { unemployed: 5, 'in-service': 5 } },
  { key: 'returning-parent', weight: 6, ages: [26, 43], trades: ['shop', 'practical-nurse', 'office', 'bookkeeper', 'waiter', 'hairdresser', 'childcare', 'cleaner', 'marketer'], backgrounds: mixed, experience: 'little', monthsLooking: [0, 12], states: { unemployed: 8, 'part-time': 2 } },
  { key: 'it-long', weight: 3, ages: [42, 62], trades: ['developer', 'it-support'], backgrounds: { fi: 96, en: 4 }, experience: 'long', monthsLooking: [12, 44], states: unemployed },
  { key: 'forest', weight: 4, ages: [22, 61], trades: ['forest-machine'], backgrounds: { fi: 98, et: 2 }, experience: 'long', monthsLooking: [0, 6], states: { unemployed: 5, 'laid-off': 5 } },
  { key: 'graduate', weight: 6, ages: [23, 32], trades: ['marketer', 'graphic-designer', 'bookkeeper', 'mechanical-engineer', 'developer', 'social-counsellor', 'preschool-teacher'], backgrounds: { fi: 86, en: 9, sv: 3, ru: 2 }, experience: 'little', monthsLooking: [0, 10], states: { unemployed: 8, 'part-time': 2 } },
  { key: 'restaurant', weight: 6, ages: [20, 52], trades: ['cook', 'waiter', 'kitchen'], backgrounds: { fi: 76, th: 7, ru: 5, et: 4, uk: 4, ar: 4 }, experience: 'steady', monthsLooking: [0, 12], states: { unemployed: 6, 'part-time': 4 } },
  { key: 'driver', weight: 5, ages: [23, 62], trades: ['truck-driver', 'bus-driver', 'taxi-driver', 'forklift'], backgrounds: mostlyFinnish, experience: 'long', monthsLooking: [0, 16], states: unemployed },
  { key: 'building', weight: 8, ages: [20, 61], trades: ['carpenter', 'builder', 'bricklayer', 'painter', 'plumber', 'electrician', 'excavator'], backgrounds: { fi: 86, et: 7, uk: 4, ru: 3 }, experience: 'steady', monthsLooking: [0, 11], states: { unemployed: 6, 'laid-off': 4 } },
  { key: 'office-veteran', weight: 5, ages: [45, 63], trades: ['office', 'assistant', 'bookkeeper', 'sales-rep'], backgrounds: { fi: 97, sv: 3 }, experience: 'long', monthsLooking: [3, 30], states: unemployed },
  { key: 'learning-finnish', weight: 7, ages: [21, 50], trades: ['cleaner', 'kitchen', 'warehouse', 'builder', 'baker', 'mechanic', 'bookkeeper', 'childcare', 'welder', 'truck-driver'], backgrounds: fromAbroad, experience: 'steady', monthsLooking: [2, 20], states: { unemployed: 5, 'in-service': 5 } },
  { key: 'shop', weight: 5, ages: [20, 58], trades: ['shop', 'sales-rep'], backgrounds: mostlyFinnish, experience: 'steady', monthsLooking: [0, 15], states: { unemployed: 6, 'part-time': 4 } },
  { key: 'cleaning', weight: 5, ages: [25, 61], trades: ['cleaner', 'room-attendant'], backgrounds: mixed, experience: 'steady', monthsLooking: [0, 18], states: { unemployed: 5, 'part-time': 5 } },
  { key: 'care-substitute', weight: 6, ages: [23, 59], trades: ['practical-nurse', 'childcare'], backgrounds: { fi: 88, ru: 4, uk: 3, et: 3, en: 2 }, experience: 'steady', monthsLooking: [0, 8], states: { unemployed: 6, 'part-time': 4 } },
  { key: 'former-entrepreneur', weight: 3, ages: [34, 61], trades: ['carpenter', 'hairdresser', 'taxi-driver', 'cook', 'excavator', 'graphic-designer', 'mechanic'], backgrounds: { fi: 95, et: 3, ru: 2 }, experience: 'long', monthsLooking: [1, 18], states: unemployed },
  { key: 'farm', weight: 3, ages: [36, 62], trades: ['farm-worker'], backgrounds: { fi: 96, uk: 4 }, experience: 'long', monthsLooking: [1, 14], states: unemployed },
  { key: 'school-assistant', weight: 3, ages: [21, 60], trades: ['school-assistant'], backgrounds: { fi: 97, sv: 3 }, experience: 'steady', monthsLooking: [0, 6], states: { unemployed: 8, 'part-time': 2 } },
  { key: 'career-changer', weight: 4, ages: [27, 50], trades: ['shop', 'waiter', 'hairdresser', 'baker', 'carpenter', 'practical-nurse', 'guard'], backgrounds: mostlyFinnish, experience: 'steady', monthsLooking: [2, 14], states: { unemployed: 4, 'in-service': 6 } },
  { key: 'long-unemployed', weight: 7, ages: [31, 62], trades: ['warehouse', 'cleaner', 'builder', 'kitchen', 'shop', 'sawmill', 'groundskeeper', 'cabinet-maker'], backgrounds: mostlyFinnish, experience: 'little', monthsLooking: [14, 60], states: { unemployed: 7, 'in-service': 3 } },
  { key: 'moved-with-spouse', weight: 3, ages: [26, 49], trades: ['nurse', 'marketer', 'developer', 'office', 'preschool-teacher', 'graphic-designer', 'shop'], backgrounds: { fi: 70, en: 18, sv: 4, ru: 4, et: 4 }, experience: 'steady', monthsLooking: [0, 9], states: unemployed },
  { key: 'wood', weight: 4, ages: [22, 60], trades: ['sawmill', 'cabinet-maker', 'forklift'], backgrounds: mostlyFinnish, experience: 'steady', monthsLooking: [0, 14], states: { unemployed: 6, 'laid-off': 4 } },
  { key: 'security', weight: 2, ages: [21, 52], trades: ['guard'], backgrounds: mostlyFinnish, experience: 'steady', monthsLooking: [0, 10], states: { unemployed: 7, 'part-time': 3 } },
  { key: 'outdoors', weight: 3, ages: [19, 60], trades: ['groundskeeper', 'excavator'], backgrounds: mostlyFinnish, experience: 'steady', monthsLooking: [0, 8], states: { unemployed: 7, 'laid-off': 3 } },
];
