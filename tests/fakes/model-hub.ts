import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ModelHub {
  /** For `env.remoteHost` of transformers. */
  url: string;
  /** Paths asked for, in order. */
  requests: string[];
  close(): Promise<void>;
}

/** A server with the addresses of a hub of models, `/<model>/resolve/main/<file>`, that has one tiny model under every name but `no/model`. */
export async function modelHub(files = tinyModel()): Promise<ModelHub> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const asked = request.url!;
    requests.push(asked);
    const [, model, file] = /^\/(.+)\/resolve\/main\/([^?]+)/.exec(asked) ?? [];
    const content = model === 'no/model' || file === undefined ? undefined : files[file];
    response.writeHead(content ? 200 : 404, { 'content-length': content?.length ?? 0 }).end(content);
  });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    requests,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

/**
 * A model with the inputs and outputs of BERT, of a table, a product and a tanh, and a tokenizer of single letters.
 * It understands nothing, but is computed as a real one is.
 */
export function tinyModel(): Record<string, Buffer> {
  const letters = 'abcdefghijklmnopqrstuvwxyz'.split('');
  const pieces = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', ...letters, ...letters.map((letter) => `##${letter}`)];
  const json = (value: unknown) => Buffer.from(JSON.stringify(value));
  return {
    'config.json': json({
      model_type: 'bert',
      architectures: ['BertModel'],
      hidden_size: width,
      num_hidden_layers: 1,
      num_attention_heads: 1,
      intermediate_size: width,
      vocab_size: pieces.length,
      max_position_embeddings: 64,
      type_vocab_size: 2,
    }),
    'tokenizer_config.json': json({
      tokenizer_class: 'BertTokenizer',
      model_max_length: 64,
      do_lower_case: true,
      pad_token: '[PAD]',
      unk_token: '[UNK]',
      cls_token: '[CLS]',
      sep_token: '[SEP]',
    }),
    'tokenizer.json': json({
      version: '1.0',
      truncation: null,
      padding: null,
      added_tokens: pieces.slice(0, 4).map((content, id) => ({
        id,
        content,
        special: true,
        single_word: false,
        lstrip: false,
        rstrip: false,
        normalized: false,
      })),
      normalizer: {
        type: 'BertNormalizer',
        clean_text: true,
        handle_chinese_chars: true,
        strip_accents: null,
        lowercase: true,
      },
      pre_tokenizer: { type: 'BertPreTokenizer' },
      post_processor: {
        type: 'TemplateProcessing',
        single: [
          { SpecialToken: { id: '[CLS]', type_id: 0 } },
          { Sequence: { id: 'A', type_id: 0 } },
          { SpecialToken: { id: '[SEP]', type_id: 0 } },
        ],
        pair: [],
        special_tokens: {
          '[CLS]': { id: '[CLS]', ids: [2], tokens: ['[CLS]'] },
          '[SEP]': { id: '[SEP]', ids: [3], tokens: ['[SEP]'] },
        },
      },
      decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
      model: {
        type: 'WordPiece',
        unk_token: '[UNK]',
        continuing_subword_prefix: '##',
        max_input_chars_per_word: 100,
        vocab: Object.fromEntries(pieces.map((piece, id) => [piece, id])),
      },
    }),
    'onnx/model.onnx': onnx(pieces.length),
  };
}

const width = 8;

/** The model in ONNX's protobuf, field by field as onnx.proto numbers them. */
function onnx(vocabulary: number): Buffer {
  const weights = (count: number, seed: number) =>
    Buffer.from(Float32Array.from({ length: count }, (_, n) => Math.sin(n * 12.9898 + seed)).buffer);
  const graph = message(
    field(1, node('Gather', ['table', 'input_ids'], 'embedded')),
    field(1, node('MatMul', ['embedded', 'matrix'], 'product')),
    field(1, node('Tanh', ['product'], 'last_hidden_state')),
    field(2, 'tiny'),
    field(5, tensor('table', [vocabulary, width], weights(vocabulary * width, 1))),
    field(5, tensor('matrix', [width, width], weights(width * width, 2))),
    ...['input_ids', 'attention_mask', 'token_type_ids'].map((name) =>
      field(11, value(name, int64, ['batch', 'sequence'])),
    ),
    field(12, value('last_hidden_state', float32, ['batch', 'sequence', width])),
  );
  return message(
    field(1, 8),
    field(2, 'rapporteur tests'),
    field(7, graph),
    field(8, message(field(1, ''), field(2, 13))),
  );
}

const float32 = 1;
const int64 = 7;

function node(operation: string, inputs: string[], output: string): Buffer {
  return message(...inputs.map((input) => field(1, input)), field(2, output), field(3, output), field(4, operation));
}

function tensor(name: string, shape: number[], data: Buffer): Buffer {
  return message(...shape.map((size) => field(1, size)), field(2, float32), field(8, name), field(9, data));
}

function value(name: string, type: number, shape: (number | string)[]): Buffer {
  const sizes = shape.map((size) => field(1, message(typeof size === 'number' ? field(1, size) : field(2, size))));
  return message(field(1, name), field(2, message(field(1, message(field(1, type), field(2, message(...sizes)))))));
}

const message = (...fields: Buffer[]) => Buffer.concat(fields);

function field(number: number, content: number | string | Buffer): Buffer {
  if (typeof content === 'number') return Buffer.concat([varint(number << 3), varint(content)]);
  const bytes = Buffer.from(content as string);
  return Buffer.concat([varint((number << 3) | 2), varint(bytes.length), bytes]);
}

function varint(number: number): Buffer {
  const bytes: number[] = [];
  let rest = number;
  for (; rest > 127; rest >>>= 7) bytes.push((rest & 127) | 128);
  return Buffer.from([...bytes, rest]);
}
