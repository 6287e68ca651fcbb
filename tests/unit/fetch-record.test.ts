import type { lookup as lookUp } from 'node:dns';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { decode } from '../../src/records/formats/decode.ts';
import { fetchRecord, type FetchOptions } from '../../src/records/fetch-record.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A web server of this machine, and what it was asked. */
async function serve(listener: RequestListener): Promise<{ address: string; port: number; asked: IncomingMessage[] }> {
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    listener(request, response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}`, port, asked };
}

/** Names as the test has them, the same at each look-up or one after the other. */
function names(known: { [host: string]: string[] }): typeof lookUp {
  return ((
    host: string,
    _options: object,
    callback: (error: Error | null, addresses: { address: string; family: number }[]) => void,
  ) => {
    const addresses = known[host] ?? [];
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  }) as typeof lookUp;
}

const fetchFrom = (address: string, options: Partial<FetchOptions> = {}) =>
  fetchRecord(address, { privateAddresses: true, known: async () => null, ...options });
const textOf = (fetched: Awaited<ReturnType<typeof fetchRecord>>) =>
  fetched.isChanged ? decode(fetched.bytes, fetched.charset).text : null;

describe('a page', () => {
  it('is fetched, with what its server calls this version', async () => {
    const { address, asked } = await serve((_, response) =>
      response
        .setHeader('etag', '"one"')
        .setHeader('last-modified', 'Wed, 14 May 2025 10:00:00 GMT')
        .end('Ines Okafor: Good morning.'),
    );
    const fetched = await fetchFrom(`${address}/page#part`);
    expect(fetched).toMatchObject({
      isChanged: true,
      address: `${address}/page`,
      at: `${address}/page`,
      version: { etag: '"one"', lastModified: 'Wed, 14 May 2025 10:00:00 GMT' },
    });
    expect(textOf(fetched)).toBe('Ines Okafor: Good morning.');
    expect(asked[0]!.headers['if-none-match']).toBeUndefined();
  });
  it('is not fetched again while it is the same', async () => {
    const { address, asked } = await serve((request, response) =>
      response.writeHead(request.headers['if-none-match'] === '"one"' ? 304 : 200).end(),
    );
    const version = { etag: '"one"', lastModified: 'Wed, 14 May 2025 10:00:00 GMT' };
    expect(
      await fetchFrom(`${address}/page`, { known: async (at) => (at === `${address}/page` ? version : null) }),
    ).toEqual({
      isChanged: false,
      at: `${address}/page`,
    });
    expect(asked[0]!.headers['if-modified-since']).toBe(version.lastModified);
  });
  it('is read as its server says it is written', async () => {
    const { address } = await serve((_, response) =>
      response
        .setHeader('content-type', 'text/html; charset=koi8-r')
        .end(Buffer.from([0xf0, 0xd2, 0xc9, 0xd7, 0xc5, 0xd4])),
    );
    expect(textOf(await fetchFrom(address))).toBe('Привет');
  });
  it('is read by its bytes where they say otherwise than its server', async () => {
    const { address } = await serve((_, response) =>
      response.setHeader('content-type', 'text/html; charset=iso-8859-1').end('Привет'),
    );
    expect(textOf(await fetchFrom(address))).toBe('Привет');
  });
  it.each([
    ['windows-1251', 'iso-8859-1'],
    ['koi8-r', 'windows-1251'],
    ['windows-1251', 'utf-8'],
    ['windows-1251', 'no-such-charset'],
  ])('is read by its bytes and its own charset %s where its server says %s', async (own, said) => {
    const table = new Map(
      Array.from({ length: 256 }, (_, byte) => [new TextDecoder(own).decode(Uint8Array.of(byte)), byte]),
    );
    const page = `<html><head><meta charset="${own}"></head><body><p>Анна Линд: Мы начинаем с лодок.</p></body></html>`;
    const { address } = await serve((_, response) =>
      response
        .setHeader('content-type', `text/html; charset='${said}'`)
        .end(Buffer.from(page.split('').map((letter) => table.get(letter)!))),
    );
    const fetched = await fetchFrom(address);
    expect(fetched.isChanged && decode(fetched.bytes, fetched.charset).text).toBe(page);
  });
  it('is read as UTF-16 where its bytes say so, whatever its server says', async () => {
    const { address } = await serve((_, response) =>
      response
        .setHeader('content-type', 'text/plain; charset=iso-8859-1')
        .end(Buffer.from('\uFEFFAnna Lind: Zażółć gęślą jaźń.', 'utf16le')),
    );
    const fetched = await fetchFrom(address);
    expect(fetched.isChanged && decode(fetched.bytes, fetched.charset).text).toBe('Anna Lind: Zażółć gęślą jaźń.');
  });
  it('of transcripts.un.org is fetched as the JSON beside it, and known by its own address', async () => {
    const { port, asked } = await serve((_, response) => response.end('{}'));
    const fetched = await fetchFrom(`http://transcripts.un.org:${port}/en/sc/10175?t=12`, {
      lookup: names({ 'transcripts.un.org': ['127.0.0.1'] }),
    });
    expect(asked[0]!.url).toBe('/en/sc/10175.json');
    expect(fetched).toMatchObject({ address: `http://transcripts.un.org:${port}/en/sc/10175?t=12` });
  });
});

describe('redirects', () => {
  const redirecting =
    (status: number): RequestListener =>
    (request, response) => {
      if (request.url === '/new') response.end('here');
      else response.writeHead(status, { location: '/new' }).end();
    };
  it.each([
    [301, '/new'],
    [308, '/new'],
    [302, '/old'],
    [307, '/old'],
    [303, '/old'],
  ])('of %i lead there, and the page is known as %s', async (status, known) => {
    const { address } = await serve(redirecting(status));
    const fetched = await fetchFrom(`${address}/old`);
    expect(textOf(fetched)).toBe('here');
    expect(fetched).toMatchObject({ address: address + known, at: `${address}/new` });
  });
  it('end somewhere', async () => {
    const { address, asked } = await serve((request, response) =>
      response.writeHead(302, { location: `${request.url}x` }).end(),
    );
    await expect(fetchFrom(`${address}/`, { limits: { redirects: 3 } })).rejects.toThrow(
      /redirects more than 3 times/u,
    );
    expect(asked).toHaveLength(4);
  });
  it.each(['file:///etc/hostname', 'ftp://127.0.0.1/x', 'javascript:alert(1)'])(
    'to %s are not followed',
    async (location) => {
      const { address } = await serve((_, response) => response.writeHead(302, { location }).end());
      await expect(fetchFrom(address)).rejects.toThrow(/only http and https are fetched/u);
    },
  );
});

describe('limits', () => {
  it('hold for a page that is too large', async () => {
    const { address } = await serve((_, response) => {
      response.on('error', () => {});
      for (let part = 0; part < 64; part += 1) response.write(Buffer.alloc(65_536));
      response.end();
    });
    await expect(fetchFrom(address, { limits: { bytes: 1024 * 1024 } })).rejects.toThrow(/is larger than 1 MB/u);
  });
  it('hold for a few bytes that swell when unpacked', async () => {
    const packed = gzipSync(Buffer.alloc(200 * 1024 * 1024), { level: 9 });
    const { address } = await serve((_, response) => response.setHeader('content-encoding', 'gzip').end(packed));
    const before = process.memoryUsage().rss;
    await expect(fetchFrom(address, { limits: { bytes: 1024 * 1024 } })).rejects.toThrow(/is larger than 1 MB/u);
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  });
  it('hold for a server that sends nothing', async () => {
    const { address } = await serve(() => {});
    await expect(fetchFrom(address, { limits: { milliseconds: 200 } })).rejects.toThrow(
      /did not come within 0.2 seconds/u,
    );
  });
  it('hold for a server that sends a little at a time', async () => {
    const { address } = await serve((_, response) => {
      const drip = setInterval(() => response.write('.'), 20);
      response.on('close', () => clearInterval(drip));
    });
    await expect(fetchFrom(address, { limits: { milliseconds: 300 } })).rejects.toThrow(
      /did not come within 0.3 seconds/u,
    );
  });
});

describe('what fails', () => {
  it('is told with the answer of the server', async () => {
    const { address } = await serve((_, response) => response.writeHead(404).end());
    await expect(fetchFrom(address)).rejects.toMatchObject({
      name: 'FetchError',
      message: expect.stringMatching(/the server answers 404 Not Found; check the address/u) as string,
    });
  });
  it('is told where nobody listens', async () => {
    const { address } = await serve(() => {});
    servers[0]!.close();
    servers[0]!.closeAllConnections();
    await expect(fetchFrom(address)).rejects.toThrow(/takes no connections/u);
  });
  it('is told of names and passwords, which would be kept', async () => {
    await expect(fetchFrom('https://me:secret@records.example/')).rejects.toThrow(/has a name or password in it/u);
  });
});

describe('private addresses', () => {
  const refused = { privateAddresses: false };
  it.each([
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0.0.0.0/',
    'http://10.1.2.3/',
    'http://172.16.0.1/',
    'http://192.168.1.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://100.64.0.1/',
    'http://100.100.100.200/',
    'http://168.63.129.16/',
    'http://224.0.0.1/',
    'http://255.255.255.255/',
    'http://[::1]/',
    'http://[::]/',
    'http://[fe80::1]/',
    'http://[fd00:ec2::254]/',
    'http://[ff02::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[2002:7f00:1::]/',
  ])('%s is refused', async (address) => {
    await expect(fetchFrom(address, refused)).rejects.toThrow(
      /address of this machine or of a private network.*INGEST_PRIVATE_ADDRESSES=true/u,
    );
  });
  it('are refused after their name was looked up, and nothing is asked', async () => {
    const { port, asked } = await serve((_, response) => response.end('secret'));
    for (const address of ['127.0.0.1', '::1', '10.0.0.1']) {
      await expect(
        fetchFrom(`http://innocent.example:${port}/`, {
          ...refused,
          lookup: names({ 'innocent.example': ['93.184.215.14', address] }),
        }),
      ).rejects.toThrow(`innocent.example (${address}) is an address of this machine or of a private network`);
    }
    expect(asked).toEqual([]);
  });
  it('are refused when a name answers otherwise the second time', async () => {
    const { port, asked } = await serve((_, response) => response.end('secret'));
    let looks = 0;
    const rebinding = ((host: string, options: object, callback: never) => {
      looks += 1;
      names({ 'rebinding.example': [looks === 1 ? '192.0.2.1' : '127.0.0.1'] })(host, options, callback);
    }) as typeof lookUp;
    // The first address is for documentation and leads nowhere; whichever is asked for later, it is checked again.
    await expect(
      fetchFrom(`http://rebinding.example:${port}/`, { ...refused, lookup: rebinding, limits: { milliseconds: 500 } }),
    ).rejects.toThrow();
    await expect(fetchFrom(`http://rebinding.example:${port}/`, { ...refused, lookup: rebinding })).rejects.toThrow(
      /private network/u,
    );
    expect(asked).toEqual([]);
  });
  it('are fetched where they are allowed', async () => {
    const { address } = await serve((_, response) => response.end('mine'));
    expect(textOf(await fetchFrom(address))).toBe('mine');
  });
});
