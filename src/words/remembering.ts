/**
 * A function that remembers what it gave, for texts that come again and again: a library has the same words and names in
 * session after session. What it gives is shared: not to be changed. After `most` texts it starts anew, which keeps a
 * library of many languages from filling memory.
 */
export function remembering<Value>(make: (text: string) => Value, most: number): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined) {
      value = make(text);
      if (known.size >= most) known.clear();
      known.set(text, value);
    }
    return value;
  };
}
