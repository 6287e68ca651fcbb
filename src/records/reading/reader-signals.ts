/** By what a reader ends itself, so that whoever started it can tell why. The system too kills for memory. */
export const signals: { time: NodeJS.Signals; memory: NodeJS.Signals } =
  process.platform === 'win32' ? { time: 'SIGKILL', memory: 'SIGKILL' } : { time: 'SIGALRM', memory: 'SIGKILL' };
