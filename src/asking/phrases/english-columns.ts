/** What the columns of a table of speakers are called in English. The lists are those of `english.ts`. */
export const englishColumns: Record<string, string> = {
  'as a table': '(table(s)|tabulate|tabulated|column(s)|csv|spreadsheet|grid)',
  'of people': `
    (names|name) [and] [their] {ofThem} of
    {people} (and|with) [the|their] {ofThem}`,
  'as a column': '(column(s)|tabulate|tabulated)',
  'of its own': `
    ({figures}|commitment(s)|promise(s)|pledge(s)|deadline(s)|recommendation(s)|proposals|year(s)|date(s)|action item(s))
    ({timelines}|agreement(s)|disagreement(s)|compare|comparing|comparison|versus|vs)`,
  'around columns': `
    [in|as|into|draw up|make|provide] [a|the] table [of|with|showing] [the] [columns] [for]
    [i|we] [also] [need|want] [the|a] column(s)`,
  'names alone': `
    name(s) (only|alone)
    (only|just) [the|their|all] [of|the] [{people}] [s] name(s)
    {people} [s] name(s)
    {make} [me|us] [all|only|just] [the] names of
    list of [all] [the] names`,
  name: `
    {joint} {whose} {people} [s] name(s) [column]
    {joint} {whose} {people} (of|at|in) (the|this|that) {session} [,] [each]
    {joint} {whose} (name(s)|{people}) [column] !(said|say|says|spoke)
    {joint} who (said it|spoke)`,
  organisation: `
    {joint} {whose} (organisation(s)|organization(s)|affiliation(s)|institution(s)|employer(s)|compan(y|ies)|agenc(y|ies)) {column}`,
  role: `
    {joint} {whose} (role(s)|title(s)|function(s)|job(s)|post(s)) {column}
    {joint} {whose} position {column} =(,|and|$)`,
  country: '{joint} {whose} (countr(y|ies)|nationalit(y|ies)) {column}',
  words: `
    {joint} {whose} [most] [main|key|central|core|principal|important|chief|strongest|best|one] {gist} {column}
    {joint} what (they|he|she) [each] (said|say|says|proposed|argued|think|thinks|thought)
    {joint} what each [one|speaker|participant|person|of them] (said|say|says|proposed|argued|think|thinks|thought)
    {joint} what (they|he|she) [each] =(want|wants|wanted|propose|recommend)
    {joint} what (was|is|were) said
    who said what`,
};
