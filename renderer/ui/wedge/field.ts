import type { TargetKind } from '../../../shared/lib/wedge/keys.ts';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** A field as it was before a key wrote into it. */
export interface FieldMemory {
  readonly field: Field;
  readonly value: string;
  readonly start: number | null;
  readonly end: number | null;
}

const NO_TEXT: ReadonlySet<string> = new Set(['button', 'submit', 'reset', 'checkbox', 'radio', 'range', 'color', 'file', 'image']);

/** Whether keys pressed on `target` write into it. Editable page areas count, but cannot be restored: scan screens have none. */
export function targetKind(target: EventTarget | null): TargetKind {
  if (fieldOf(target)) return 'text';
  return target instanceof HTMLElement && target.isContentEditable ? 'text' : 'other';
}

export function rememberField(target: EventTarget | null): FieldMemory | null {
  const field = fieldOf(target);
  if (!field) return null;
  const selects = !(field instanceof HTMLSelectElement);
  return { field, value: field.value, start: selects ? field.selectionStart : null, end: selects ? field.selectionEnd : null };
}

/** Puts value and selection back, and tells the page as if a person had done it. */
export function restoreField({ field, value, start, end }: FieldMemory): void {
  if (field.value !== value) writeValue(field, value);
  // Fields such as `number` have no selection to set.
  if (!(field instanceof HTMLSelectElement) && start !== null) field.setSelectionRange(start, end);
}

/** Writes text where the field's cursor is, as typing would. */
export function typeInto({ field }: FieldMemory, text: string): void {
  if (field instanceof HTMLSelectElement || field.readOnly || field.disabled) return;
  const { selectionStart, selectionEnd } = field;
  if (selectionStart === null || selectionEnd === null) {
    writeValue(field, `${field.value}${text}`);
    return;
  }
  field.setRangeText(text, selectionStart, selectionEnd, 'end');
  announce(field);
}

function fieldOf(target: EventTarget | null): Field | null {
  if (target instanceof HTMLInputElement) return NO_TEXT.has(target.type) ? null : target;
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement ? target : null;
}

/** Sets the value past React, which keeps its own setter on the element and would take the change for its own. */
function writeValue(field: Field, value: string): void {
  const prototype: unknown = Object.getPrototypeOf(field);
  if (!(prototype instanceof Object) || !Reflect.set(prototype, 'value', value, field)) field.value = value;
  announce(field);
}

function announce(field: Field): void {
  field.dispatchEvent(new Event('input', { bubbles: true }));
  if (field instanceof HTMLSelectElement) field.dispatchEvent(new Event('change', { bubbles: true }));
}
