/** Each of some values once, those that come most often first; as they came where that is even. */
export function mostFirst<Value>(values: Value[]): Value[] {
  const times = Map.groupBy(values, (value) => value);
  return [...times].toSorted(([, one], [, other]) => other.length - one.length).map(([value]) => value);
}
