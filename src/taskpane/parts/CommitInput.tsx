/** A field that hands its text over when the person leaves it or presses Enter, not at every key. */
import { Input } from '@fluentui/react-components';
import { useEffect, useState, type JSX } from 'react';

export interface CommitInputProps {
  readonly label: string;
  readonly value: string;
  readonly type?: 'text' | 'date';
  readonly disabled?: boolean;
  readonly placeholder?: string;
  readonly onCommit: (text: string) => void;
}

export function CommitInput({ label, value, type = 'text', disabled = false, placeholder = '', onCommit }: CommitInputProps): JSX.Element {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const commit = (): void => {
    if (text.trim() !== value) onCommit(text.trim());
  };
  return (
    <Input
      size="small"
      aria-label={label}
      type={type}
      value={text}
      disabled={disabled}
      placeholder={placeholder}
      autoComplete="off"
      style={{ minWidth: 0, width: '100%' }}
      onChange={(_event, data) => setText(data.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
      }}
    />
  );
}
