import { Text, type TextSize } from '../../ui/text/text.tsx';
import { CodeText } from '../../ui/text/code-text.tsx';
import { KeyHint } from '../../ui/text/key-hint.tsx';
import { casesOf, eaches, MomentText, MoneyText, QuantityText } from '../../ui/text/amounts.tsx';
import { KeyValue } from '../../ui/data/key-value.tsx';
import { NOW, SSCC } from './samples.ts';
import { Section } from './section.tsx';

const sizes: readonly TextSize[] = [64, 40, 28, 20, 16, 14];
const colours = ['canvas', 'surface', 'sunken', 'ink', 'ink-2', 'accent', 'accent-soft', 'hot', 'hot-fill', 'hot-soft', 'warn', 'warn-soft', 'bad', 'bad-fill', 'bad-soft', 'good', 'good-soft', 'offline', 'offline-soft', 'scan-accepted', 'scan-wrong', 'scan-duplicate', 'scan-done', 'scan-info', 'scan-waits'];

export function Foundations() {
  return (
    <>
      <Section from="text/text.tsx" name="Text">
        {sizes.map((size) => (
          <Text as="div" key={size} oneLine size={size} weight={size >= 28 ? 'bold' : 'regular'}>
            {size} A-01-02 · 1,000 of 2,400
          </Text>
        ))}
        <Text size={16} tone="quiet">
          Quiet text carries what is read second.
        </Text>
      </Section>
      <Section from="tokens.css" name="Colours">
        <div className="gallery-swatches">
          {colours.map((name) => (
            <div className="gallery-swatch" key={name}>
              <div className="gallery-swatch__colour" style={{ background: `var(--${name})` }} />
              {name}
            </div>
          ))}
        </div>
      </Section>
      <Section from="text/code-text.tsx, text/amounts.tsx, text/key-hint.tsx" name="Codes, amounts, keys">
        <KeyValue
          items={[
            { label: 'CodeText SSCC', value: <CodeText kind="sscc" value={SSCC} /> },
            { label: 'CodeText GTIN', value: <CodeText kind="gtin" value="10614141000019" /> },
            { label: 'CodeText UPC', value: <CodeText kind="gtin" value="061414100001" /> },
            { label: 'CodeText ASIN', value: <CodeText kind="asin" value="B0CGRNDR10" /> },
            { label: 'QuantityText eaches', value: <QuantityText unit={eaches} value={480} /> },
            { label: 'QuantityText cases', value: <QuantityText unit={casesOf(24)} value={20} /> },
            { label: 'MoneyText', value: <MoneyText money={{ minor: 1_234_550, currency: 'USD' }} /> },
            { label: 'MoneyText signed', value: <MoneyText money={{ minor: -38_400, currency: 'USD' }} signed /> },
            { label: 'MomentText', value: <MomentText at={NOW} show="dateTime" zone /> },
            { label: 'KeyHint', value: <KeyHint keys={['Ctrl', 'K']} /> },
          ]}
        />
      </Section>
    </>
  );
}
