import { Label } from 'react-aria-components/Label';
import { Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components/Slider';
import { defined } from '../defined.ts';
import './field.css';

export interface SliderFieldProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** The value as people read it: "70%". */
  readonly words: (value: number) => string;
  readonly onChange: (value: number) => void;
  /** Let go of: the moment to try it out. */
  readonly onSettled?: ((value: number) => void) | undefined;
  readonly disabled?: boolean | undefined;
}

/** A rough amount where feeling matters more than the figure, such as how loud. For figures use NumberField. */
export function SliderField({ label, value, min, max, step, words, onChange, onSettled, disabled }: SliderFieldProps) {
  const settled = onSettled && ((to: number | number[]): void => onSettled(typeof to === 'number' ? to : (to[0] ?? min)));
  return (
    <Slider
      className="slider"
      maxValue={max}
      minValue={min}
      step={step}
      value={value}
      onChange={onChange}
      {...defined({ isDisabled: disabled, onChangeEnd: settled })}
    >
      <Label className="field__label">{label}</Label>
      <SliderOutput className="slider__words">{words(value)}</SliderOutput>
      <SliderTrack className="slider__track">
        <span className="slider__fill" style={{ width: `${(100 * (value - min)) / (max - min)}%` }} />
        <SliderThumb className="slider__thumb" />
      </SliderTrack>
    </Slider>
  );
}
