/** The façade: pages take their parts from here and from nowhere else. */
export { addressWith, safeReturn } from './address.ts';
export { Button } from './button.tsx';
export { Combobox, type Suggestion, type Suggestions } from './combobox.tsx';
export { ConfirmForm } from './confirm-form.tsx';
export { Email, Phone } from './contact.tsx';
export { type Column, DataTable } from './data-table.tsx';
export {
  Checkbox,
  CheckboxGroup,
  type Choice,
  DateField,
  FileField,
  RadioGroup,
  SearchField,
  Select,
  TextArea,
  TextField,
} from './fields.tsx';
export { Figure, Figures, type FigureValue } from './figure.tsx';
export { type ActiveFilter, Filters } from './filters.tsx';
export { FirstFew } from './first-few.tsx';
export { FoldedForm } from './folded-form.tsx';
export { AddressForm, ButtonForm } from './form.tsx';
export { FieldView } from './form-field.tsx';
export { useHydrated } from './hydrated.ts';
export { Icon } from './icon.tsx';
export { keptElsewhere } from './kept-forms.ts';
export { type Lane, type LaneItem, Lanes } from './lanes.tsx';
export { type Localised, LocalisedWords } from './localised.tsx';
export { Notice } from './notice.tsx';
export { AsidePart, Contents, Page, Section } from './page.tsx';
export { PrintButton } from './print-button.tsx';
export { SheetTold } from './sheet-told.tsx';
export { useShell } from './shell.ts';
export {
  Card,
  DefinitionList,
  Details,
  EmptyState,
  InLanguage,
  type Need,
  NeedList,
  NextBox,
  StateLine,
  type Step,
  Steps,
  TabLinks,
  Words,
} from './statements.tsx';
export { Field, Fields, FormActs, RowFields, UseCaseForm, type UseCaseFormProps } from './use-case-form.tsx';
