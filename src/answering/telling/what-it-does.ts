/** "What does the programme do?", "What is the fund for?": what says so tells it, and not what only names the thing. */
import { phrases } from '../../words/matcher.ts';
import { textOf } from '../../words/text-words.ts';
import { introduces } from '../talk/introducing.ts';

export const asksWhatItDoes = phrases({
  lines: `
    what … {thing} (does|do) [for *] $
    what … {thing} … {notTo} (does|do) [for *] $
    what does … {notTo} do $
    what (is|are) … {thing} … for $
    what (is|are) … for $`,
  lists: {
    // What a petition asks others to do is no work of its own.
    notTo: '!(to|should|must|can|could|will|would|shall|not) *',
    thing: `(programme(s)|program(s)|project(s)|initiative(s)|scheme(s)|system(s)|tool(s)|platform(s)|fund(s)|index|service(s)|centre|center
      |network|mechanism(s)|app|model(s)|task force|coalition|alliance|campaign|partnership|agency|office|board|machine(s)|law|bill|act)`,
  },
});

export function tellsWhatItDoes(said: string): boolean {
  return !introduces(said) && doing.in(textOf(said));
}

const doing = phrases({
  lines: `
    (purpose(s)|aim(s)|goal(s)|objective(s)|mission|mandate|task|role|function)
    (designed|meant|intended|set up|established|created|used|there|here) (to|for|so)
    (is|are|was) (for|to|about)
    (serve(s)|work(s)) (to|as|for|by|on)
    in order to
    (it|they|which|that|we) [also] (let(s)|make(s)|give(s)|keep(s)|take(s)|send(s)|turn(s)|cut(s)|run(s)|pay(s)|put(s)|do|does)
    (~enable|~help|~provide|~support|~train|~teach|~leverage|~offer|~allow|~promote|~fund|~finance|~connect|~collect|~measure)
    (~evaluate|~assess|~monitor|~coordinate|~deliver|~certify|~protect|~facilitate|~organise|~organize|~produce|~reduce)
    (~improve|~enhance|~address|~embed|~advise|~check|~bring|build|builds|develop|develops|~invest|~replace|~repair|~prevent|~regulate|~warn)
    (~detect|~track|~store|~translate|~host|~award|~lend|~buy|~sell|~ensure|~equip|~strengthen|~foster|~aim|~seek)`,
});
