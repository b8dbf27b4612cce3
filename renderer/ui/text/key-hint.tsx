import './text.css';

/** Keys as they stand on the keyboard: `<KeyHint keys={['Ctrl', 'K']} />`. */
export function KeyHint({ keys }: { keys: readonly string[] }) {
  return (
    <span className="key-hint">
      {keys.map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  );
}
