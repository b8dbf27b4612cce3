import { useState } from 'react';
import { Checkbox } from '../../ui/fields/checkbox.tsx';
import { ComboField } from '../../ui/fields/combo-field.tsx';
import { FileDrop } from '../../ui/fields/file-drop.tsx';
import { NumberField } from '../../ui/fields/number-field.tsx';
import { QuantityField } from '../../ui/fields/quantity-field.tsx';
import { RadioGroup } from '../../ui/fields/radio-group.tsx';
import { SearchField } from '../../ui/fields/search-field.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';
import { SwitchField } from '../../ui/fields/switch-field.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { casesOf, eaches } from '../../ui/text/amounts.tsx';
import { Section, State, States } from './section.tsx';

const nothing = (): void => undefined;
const paper = [
  { id: 'letter', label: 'Letter', description: '8.5 x 11 in' },
  { id: 'a4', label: 'A4', description: '210 x 297 mm' },
] as const;
const reasons = [
  { id: 'short', label: 'Not enough in the bin', description: 'Proposes the next bin' },
  { id: 'damaged', label: 'Damaged', description: 'Sets it aside, asks for a count' },
  { id: 'wrong', label: 'Something else in the bin' },
  { id: 'unboxed', label: 'Not boxed yet' },
] as const;
const products = [
  { id: 'CG-1000', label: 'CG-1000', description: 'Ceramic grinder' },
  { id: 'PM-200', label: 'PM-200', description: 'Pepper mill' },
  { id: 'GS-12', label: 'GS-12', description: 'Glass storage set' },
] as const;

export function Fields() {
  const [name, setName] = useState('Phoenix South');
  const [pace, setPace] = useState(240);
  const [cases, setCases] = useState(17);
  const [units, setUnits] = useState(480);
  const [size, setSize] = useState<'letter' | 'a4' | null>('letter');
  const [reason, setReason] = useState<(typeof reasons)[number]['id'] | null>('short');
  const [product, setProduct] = useState<(typeof products)[number]['id'] | null>(null);
  const [find, setFind] = useState('');
  const [found, setFound] = useState('CG-10');
  const [ticked, setTicked] = useState(true);
  const [on, setOn] = useState(true);
  return (
    <>
      <Section from="fields/text-field.tsx, number-field.tsx" name="TextField, NumberField">
        <div className="gallery-fields">
          <TextField hint="As people call it" label="Site" value={name} onChange={setName} />
          <TextField label="Company prefix" code error="8 digits given, 7 to 12 expected without spaces" value="0614141 1" onChange={nothing} />
          <TextField label="Note" lines={2} optional placeholder="What the next shift must know" value="" onChange={nothing} />
          <TextField after="kg" label="Weight" value="412.5" onChange={nothing} />
          <TextField disabled label="Station" value="Dock 2" onChange={nothing} />
          <TextField label="PIN" type="password" value="4711" onChange={nothing} />
          <NumberField after="units/h" hint="Measured last week: 251" label="Pace" max={10_000} min={1} value={pace} onChange={setPace} />
          <NumberField disabled label="Extension digit" value={0} onChange={nothing} />
        </div>
      </Section>
      <Section from="fields/quantity-field.tsx" name="QuantityField">
        <States>
          <State name="cases, advised and ordered">
            <QuantityField advised={20} label="Accept" max={25} ordered={25} unit={casesOf(24)} value={cases} onChange={setCases} />
          </State>
          <State name="advice taken">
            <QuantityField advised={480} label="Accept" max={600} ordered={600} unit={eaches} value={units} onChange={setUnits} />
          </State>
          <State name="error">
            <QuantityField error="480 are boxed and free; more needs a supervisor" label="Accept" max={600} unit={eaches} value={520} onChange={nothing} />
          </State>
          <State name="disabled">
            <QuantityField disabled label="Accept" unit={eaches} value={0} onChange={nothing} />
          </State>
        </States>
      </Section>
      <Section from="fields/select-field.tsx, combo-field.tsx, search-field.tsx" name="SelectField, ComboField, SearchField">
        <div className="gallery-fields">
          <SelectField label="Paper" options={paper} value={size} onChange={setSize} />
          <SelectField error="Choose a printer for labels" label="Label printer" options={[]} value={null} onChange={nothing} />
          <SelectField disabled label="Zone" options={paper} value="a4" onChange={nothing} />
          <ComboField hint="Type part of the SKU or name" label="Product" options={products} value={product} onChange={setProduct} />
          <SearchField keys={['/']} label="Find orders" placeholder="PO, ASIN or SKU" value={find} onChange={setFind} />
          <SearchField label="Find products" value={found} onChange={setFound} />
        </div>
      </Section>
      <Section from="fields/checkbox.tsx, switch-field.tsx, radio-group.tsx" name="Checkbox, SwitchField, RadioGroup">
        <div className="gallery-fields">
          <div>
            <Checkbox checked={ticked} hint="Only hot orders may use it" label="Use safety stock" onChange={setTicked} />
            <Checkbox checked={false} label="Print after closing" onChange={nothing} />
            <Checkbox checked={false} label="All 12 lines" mixed onChange={nothing} />
            <Checkbox checked disabled label="Keep the raw document" onChange={nothing} />
          </div>
          <div>
            <SwitchField checked={on} hint="Heard over forklifts" label="Sound for hot orders" onChange={setOn} />
            <SwitchField checked={false} label="Duplicate scans" onChange={nothing} />
            <SwitchField checked disabled label="Backups" onChange={nothing} />
          </div>
          <RadioGroup label="Paper" options={paper} value={size} onChange={setSize} />
        </div>
        <RadioGroup label="Why is it short?" look="cards" options={reasons} value={reason} onChange={setReason} />
      </Section>
      <Section from="fields/file-drop.tsx" name="FileDrop">
        <FileDrop accept={['.json', '.edi', '.x12']} hint="SP-API JSON or X12 850. The same file twice changes nothing." label="Drop Amazon orders here" onFiles={nothing} />
      </Section>
    </>
  );
}
