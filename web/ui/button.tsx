import type { ReactNode } from 'react';
import { Link, useNavigation } from 'react-router';
import { useFormId } from './form-context.ts';
import { Icon, type IconName } from './icon.tsx';

type Look = 'primary' | 'secondary' | 'quiet' | 'danger';

type Common = {
  /** What stands on it. */
  readonly label: ReactNode;
  readonly look?: Look;
  readonly icon?: IconName;
  /** Says more to a screen reader when the same word stands on every row: "Avaa: Aino Esimerkki". */
  readonly about?: string;
  readonly id?: string;
};

type LinkButton = Common & { readonly to: string; readonly download?: boolean; readonly reload?: boolean };
type SubmitButton = Common & { readonly name?: string; readonly value?: string; readonly form?: string };
type PressButton = Common & { readonly onPress: () => void; readonly pressed?: boolean };

/**
 * One act. With `to` it is a link that looks like a button, with `onPress` it acts in the browser, else it sends its
 * form (`name="intent"` tells which button). A second press while the form is on its way does nothing.
 */
export function Button(props: LinkButton | SubmitButton | PressButton) {
  const { label, look = 'primary', icon, about, id } = props;
  const className = `button button--${look}`;
  const inside = (
    <>
      {icon !== undefined && <Icon name={icon} />}
      <span>
        {label}
        {about !== undefined && <span className="hidden">: {about}</span>}
      </span>
    </>
  );
  if ('to' in props) {
    if (props.download === true) {
      return (
        <a id={id} className={className} href={props.to} download>
          {inside}
        </a>
      );
    }
    return (
      <Link id={id} className={className} to={props.to} reloadDocument={props.reload === true}>
        {inside}
      </Link>
    );
  }
  if ('onPress' in props) {
    return (
      <button
        id={id}
        type="button"
        className={className}
        onClick={props.onPress}
        aria-pressed={props.pressed}
      >
        {inside}
      </button>
    );
  }
  return (
    <Submit {...props} className={className}>
      {inside}
    </Submit>
  );
}

function Submit(props: SubmitButton & { readonly className: string; readonly children: ReactNode }) {
  const { state, formData } = useNavigation();
  const formId = useFormId();
  const busy =
    state !== 'idle' && formData !== undefined && formId !== undefined && formData.get('_form') === formId;
  return (
    <button
      id={props.id}
      type="submit"
      className={props.className}
      name={props.name}
      value={props.value}
      form={props.form}
      aria-disabled={busy ? true : undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
      }}
    >
      {props.children}
    </button>
  );
}
