/** Countries under other names: "Tokyo" and "Japanese" for what is Japan's, "Brasil" for Brazil. */
import { writingsOf } from '../people/nationality.ts';

/** What a word of a question, folded, can be called instead; empty where it names no country and nothing of one. */
export function placesCalled(word: string): string[] {
  const [name, ...others] = writingsOf(word);
  return known.get(word) ?? (name === undefined ? [] : [name, ...others, ...(known.get(name.toLowerCase()) ?? [])]);
}

/** A line a country: its names, the adjective, the capital that speaks for it. Where a capital is a common name, it is left out. */
const table = `
  Argentina | Argentine | Buenos Aires
  Australia | Australian | Canberra
  Austria | Austrian | Vienna
  Bangladesh | Bangladeshi | Dhaka
  Belgium | Belgian |
  Brazil | Brazilian | Brasilia
  Britain, United Kingdom, UK | British | London
  Canada | Canadian | Ottawa
  Chile | Chilean |
  China | Chinese | Beijing
  Colombia | Colombian | Bogota
  Cuba | Cuban | Havana
  Czechia | Czech | Prague
  Denmark | Danish | Copenhagen
  Egypt | Egyptian | Cairo
  Ethiopia | Ethiopian |
  Europe, European Union, EU | European | Brussels
  Finland | Finnish | Helsinki
  France | French | Paris
  Germany | German | Berlin
  Ghana | Ghanaian | Accra
  Greece | Greek | Athens
  Hungary | Hungarian | Budapest
  Iceland | Icelandic | Reykjavik
  India | Indian | Delhi
  Indonesia | Indonesian | Jakarta
  Iran | Iranian | Tehran
  Iraq | Iraqi | Baghdad
  Ireland | Irish | Dublin
  Israel | Israeli |
  Italy | Italian | Rome
  Japan | Japanese | Tokyo
  Kenya | Kenyan | Nairobi
  Korea | Korean | Seoul
  Malaysia | Malaysian |
  Mexico | Mexican |
  Morocco | Moroccan | Rabat
  Netherlands | Dutch |
  Nigeria | Nigerian | Abuja
  Norway | Norwegian | Oslo
  Pakistan | Pakistani | Islamabad
  Peru | Peruvian | Lima
  Philippines | Filipino | Manila
  Poland | Polish | Warsaw
  Portugal | Portuguese | Lisbon
  Romania | Romanian | Bucharest
  Russia | Russian | Moscow
  Rwanda | Rwandan | Kigali
  Saudi Arabia | Saudi | Riyadh
  South Africa | South African | Pretoria
  Spain | Spanish | Madrid
  Sweden | Swedish | Stockholm
  Switzerland | Swiss | Bern
  Thailand | Thai | Bangkok
  Turkey | Turkish | Ankara
  Uganda | Ugandan | Kampala
  Ukraine | Ukrainian | Kyiv
  United States, US, America | American | Washington
  Vietnam | Vietnamese | Hanoi`;

const known = new Map<string, string[]>();
for (const line of table.trim().split('\n')) {
  const [names, adjective, capital] = line.split('|').map((part) => part.trim()) as [string, string, string];
  const countries = names.split(', ');
  for (const word of [adjective, capital]) known.set(word.toLowerCase(), countries);
  // The capital stands for the country, and the country seldom for its capital.
  for (const country of countries) known.set(country.toLowerCase(), [adjective]);
}
known.delete('');
