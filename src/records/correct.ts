/** Corrections of who spoke, put into a library. */
import { deriveAsSeen } from '../library/derive.ts';
import type { CorrectionRequest } from '../session.ts';
import type { Ingesting } from './ingest.ts';
import { CorrectionError, readCorrection, applyCorrections, describeCorrection } from '../library/corrections.ts';
/** Adds a correction to a session's. Throws a `CorrectionError` where it cannot be made. */
export async function correct(
  id: string,
  request: CorrectionRequest,
  { library, embedder }: Pick<Ingesting, 'library' | 'embedder'>,
): Promise<string> {
  const [record, session] = [await library.record(id), await library.session(id)];
  if (!record || !session) throw new CorrectionError(`There is no session ${id}; "sessions" lists the ids.`);
  const correction = readCorrection(session, request);
  const corrections = [...(await library.corrections(id, record.source)), correction];
  await library.put(
    record,
    (await library.origin(id))!.recordHash,
    await deriveAsSeen(applyCorrections(record, corrections).session, library, embedder),
    corrections,
  );
  return describeCorrection(correction);
}
